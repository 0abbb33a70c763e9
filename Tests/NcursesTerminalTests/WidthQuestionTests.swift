import Foundation
import Testing
import TerminalUI

@testable import NcursesTerminal

extension RealTerminalTests {
    @MainActor
    @Suite("Asking how wide a terminal draws", .serialized)
    struct Width {
        private static let question = "\u{1B}[6n"

        /// The width that comes of an answer, and the keys that are left.
        private func asked(answer: String, later: String = "") throws -> (width: DisplayWidth, events: [InputEvent]) {
            let pseudo = try PseudoTerminal()
            let respond = pseudo.answerer(to: Self.question, Array(answer.utf8))
            Thread.detachNewThread { respond() }
            let terminal = try NcursesTerminal(options: pseudo.options(ambiguousWidth: nil))
            defer { terminal.close() }
            pseudo.type(later)
            return (terminal.width, Self.gather(from: terminal))
        }

        private static func gather(from terminal: NcursesTerminal) -> [InputEvent] {
            var events: [InputEvent] = []
            while true {
                let more = terminal.nextEvents(timeoutMilliseconds: 200)
                if more.isEmpty { return events }
                events += more
            }
        }

        @Test("Where the cursor stands behind the sign tells its width", arguments: [("\u{1B}[2;2R", AmbiguousWidth.narrow), ("\u{1B}[2;3R", .wide)])
        func answers(answer: String, width: AmbiguousWidth) throws {
            let (found, events) = try asked(answer: answer)
            #expect(found.ambiguous == width)
            #expect(events.isEmpty)
        }

        @Test("What is typed before and behind the answer is kept, and the answer is no key")
        func typedMeanwhile() throws {
            let (width, events) = try asked(answer: "jj张\u{1B}[2;3Rk")
            #expect(width.ambiguous == .wide)
            #expect(events == [.key(KeyStroke(character: "j")), .key(KeyStroke(character: "j")), .text("张"), .key(KeyStroke(character: "k"))])
        }

        @Test(
            "A wrong answer means narrow, and none of it is a key",
            arguments: ["\u{1B}[2;9R", "\u{1B}[9;3R", "\u{1B}[2;0R", "\u{1B}[999999999999999999999;3R", "\u{1B}[0n", "\u{1B}[?1;2c", "\u{1B}[2;3;4R"])
        func wrong(answer: String) throws {
            let (width, events) = try asked(answer: answer, later: "j")
            #expect(width.ambiguous == .narrow)
            #expect(events == [.key(KeyStroke(character: "j"))])
        }

        @Test("A terminal that never answers costs a fifth of a second, and is taken for narrow")
        func never() throws {
            let pseudo = try PseudoTerminal()
            let start = ContinuousClock.now
            let terminal = try NcursesTerminal(options: pseudo.options(ambiguousWidth: nil))
            defer { terminal.close() }
            #expect(start.duration(to: .now) < .seconds(5))
            #expect(terminal.width.ambiguous == .narrow)
            pseudo.type("j")
            #expect(Self.gather(from: terminal) == [.key(KeyStroke(character: "j"))])
        }

        @Test("An answer that comes late changes nothing and is no key, in one piece or torn, and twice")
        func late() throws {
            for pieces in [["\u{1B}[2;3R"], ["\u{1B}", "[2;3R"], ["\u{1B}[2;", "3R"], ["\u{1B}[2;3R\u{1B}[2;3R"]] {
                let pseudo = try PseudoTerminal()
                let terminal = try NcursesTerminal(options: pseudo.options(ambiguousWidth: nil))
                defer { terminal.close() }
                terminal.present(Frame(size: terminal.size))
                pseudo.type(pieces[0])
                let rest = pseudo.sender(of: Array((pieces.dropFirst().joined() + "j").utf8))
                Thread.detachNewThread { rest() }
                #expect(Self.gather(from: terminal) == [.key(KeyStroke(character: "j"))], "\(pieces)")
                #expect(terminal.width.ambiguous == .narrow)
            }
        }

        @Test("A function key with Shift is not taken for an answer")
        func functionKey() throws {
            let (width, events) = try asked(answer: "\u{1B}[1;2R\u{1B}[2;3R")
            #expect(width.ambiguous == .wide)
            #expect(events.count == 1)
        }

        @Test("The sign is gone again, and the first screen is drawn over it")
        func cleared() throws {
            let pseudo = try PseudoTerminal()
            let terminal = try NcursesTerminal(options: pseudo.options(ambiguousWidth: nil))
            defer { terminal.close() }
            let output = pseudo.output()
            let sign = try #require(output.range(of: WidthQuestion.sign))
            #expect(output[sign.upperBound...].contains("\u{1B}[2;1H    "))
        }

        @Test("Where the width is set, or the cursor is placed in another way, nothing is asked", arguments: ["xterm-256color", "vt52"])
        func unasked(name: String) throws {
            let pseudo = try PseudoTerminal()
            let terminal = try NcursesTerminal(options: pseudo.options(terminalName: name, ambiguousWidth: name == "vt52" ? nil : .wide))
            defer { terminal.close() }
            if name == "vt52" { try #require(terminal.terminalName == "vt52") }
            #expect(!pseudo.output().contains("6n"))
        }

        @Test("On a terminal that draws wide curses follows: Cyrillic is written as it is, and what stands behind it where it belongs")
        func curses() throws {
            let pseudo = try PseudoTerminal()
            let terminal = try NcursesTerminal(options: pseudo.options(ambiguousWidth: .wide))
            defer { terminal.close() }
            var frame = Frame(size: terminal.size, width: terminal.width)
            frame.cells.write("卡佳·Катя… x", at: .zero)
            terminal.present(frame)
            #expect(pseudo.output().contains("卡佳·Катя… x"))
            // 2 + 2 + 2 + 8 + 2 + 1 columns stand before the x.
            frame.cells.write("y", at: Point(column: 17, row: 0))
            terminal.present(frame)
            let output = pseudo.output()
            #expect(["\u{1B}[1;18Hy", "\u{1B}[18Gy", "\u{1B}[17Cy"].contains { output.contains($0) }, "\(output.debugDescription)")
        }

        @Test("Once closed, the C library measures as before")
        func closed() throws {
            let pseudo = try PseudoTerminal()
            let terminal = try NcursesTerminal(options: pseudo.options(ambiguousWidth: .wide))
            #expect(CellText.measure("Я") == 2 && CellText.measure("…") == 2 && CellText.measure("a") == 1 && CellText.measure("张") == 2)
            terminal.close()
            #expect(CellText.measure("Я") == 1)
        }
    }
}

extension RealTerminalTests {
    @MainActor
    @Suite("The terminal's clipboard", .serialized)
    struct Clipboard {
        @Test("What is copied is written between two frames, whole, and inside tmux handed through too", arguments: [false, true])
        func copying(isInsideTmux: Bool) throws {
            let pseudo = try PseudoTerminal()
            let terminal = try NcursesTerminal(options: pseudo.options(isInsideTmux: isInsideTmux))
            defer { terminal.close() }
            var frame = Frame(size: terminal.size)
            terminal.present(frame)
            _ = pseudo.output()
            let text = ClipboardText(lines: ["张三", "138****0001"])
            terminal.copy(text)
            #expect(pseudo.output() == (isInsideTmux ? text.sequenceInsideTmux : text.sequence))
            frame.cells.write("z", at: .zero)
            terminal.present(frame)
            #expect(pseudo.output().contains("z"))
        }
    }
}
