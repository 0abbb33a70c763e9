import Foundation
import Testing
import TerminalUI

@testable import NcursesTerminal

/// Curses has one terminal at a time, so these run one after another.
@MainActor
@Suite("The real terminal", .serialized)
struct RealTerminalTests {}

extension RealTerminalTests {
    @MainActor
    @Suite("Input", .serialized)
    struct Input {
        private func events(_ typed: String) throws -> [InputEvent] {
            let pseudo = try PseudoTerminal()
            let terminal = try NcursesTerminal(options: pseudo.options())
            defer { terminal.close() }
            pseudo.type(typed)
            return Self.gather(from: terminal)
        }

        /// Everything that comes until nothing more does.
        private static func gather(from terminal: NcursesTerminal) -> [InputEvent] {
            var events: [InputEvent] = []
            while true {
                let more = terminal.nextEvents(timeoutMilliseconds: 200)
                if more.isEmpty { return events }
                events += more
            }
        }

        @Test("ASCII comes as keys, what an input method commits as one text")
        func typing() throws {
            #expect(try events("jj张三𠮷q") == [
                .key(KeyStroke(character: "j")), .key(KeyStroke(character: "j")), .text("张三𠮷"),
                .key(KeyStroke(character: "q")),
            ])
        }

        @Test("Ctrl-C, Ctrl-Z, Ctrl-\\ and Ctrl-S come as keys")
        func controlKeys() throws {
            #expect(try events("\u{3}\u{1A}\u{1C}\u{13}\r\u{7F}") == [
                .key(.control("c")), .key(.control("z")), .key(.control("\\")), .key(.control("s")),
                .key(KeyStroke(.enter)), .key(KeyStroke(.backspace)),
            ])
        }

        @Test("Named keys come whole, also in another terminal's way", arguments: [
            ("\u{1B}OA", "<up>"), ("\u{1B}[A", "<up>"), ("\u{1B}[1;5C", "<c-right>"), ("\u{1B}OQ", "<f2>"),
            ("\u{1B}[12~", "<f2>"), ("\u{1B}[5~", "<pageup>"), ("\u{1B}[1~", "<home>"), ("\u{1B}OF", "<end>"),
            ("\u{1B}[Z", "<backtab>"), ("\u{1B}[3~", "<delete>"), ("\u{1B}x", "<a-x>"), ("\u{1B}", "<esc>"),
            ("\u{1B}[24~", "<f12>"), ("\u{1B}[1;2A", "<s-up>"),
        ])
        func namedKeys(typed: String, description: String) throws {
            #expect(try events(typed).map { "\($0)" } == ["key(\(description))"])
        }

        @Test("Answers and reports that nobody asked for run no keys", arguments: [
            "\u{1B}[I", "\u{1B}[?1;2c", "\u{1B}]11;rgb:ffff/0000/0000\u{7}", "\u{1B}P1+r436f\u{1B}\\",
        ])
        func strangeSequences(typed: String) throws {
            #expect(try events(typed + "j") == [.key(KeyStroke(character: "j"))])
        }

        @Test("A paste is one event, with its line ends and without its escapes")
        func paste() throws {
            let long = String(repeating: "额尔古纳 row\r", count: 150)
            #expect(try events("\u{1B}[200~\(long)\u{1B}[31mq\u{1B}[201~j") == [
                .paste(long.replacing("\r", with: "\n") + "q"), .key(KeyStroke(character: "j")),
            ])
        }

        @Test("A paste whose end never comes is delivered all the same")
        func openPaste() throws {
            #expect(try events("\u{1B}[200~张三") == [.paste("张三")])
        }

        @Test("The mouse reports presses, double presses and the wheel")
        func mouse() throws {
            let place = Point(column: 9, row: 3)
            let click = "\u{1B}[<0;10;4M\u{1B}[<0;10;4m"
            #expect(try events(click + click + "\u{1B}[<64;10;4M\u{1B}[<65;10;4M") == [
                .mouse(MouseEvent(position: place, kind: .press)),
                .mouse(MouseEvent(position: place, kind: .doublePress)),
                .mouse(MouseEvent(position: place, kind: .wheelUp)),
                .mouse(MouseEvent(position: place, kind: .wheelDown)),
            ])
        }

        @Test("The older form of a mouse report is read too, its release is nothing")
        func oldMouse() throws {
            #expect(try events("\u{1B}[M *$\u{1B}[M#*$j") == [
                .mouse(MouseEvent(position: Point(column: 9, row: 3), kind: .press)),
                .key(KeyStroke(character: "j")),
            ])
        }

        @Test("A character that arrives in two pieces is still one")
        func splitCharacter() throws {
            let pseudo = try PseudoTerminal()
            let terminal = try NcursesTerminal(options: pseudo.options())
            defer { terminal.close() }
            let bytes = Array("张".utf8)
            pseudo.type(Array(bytes[..<1]))
            // The rest is sent once the terminal has taken the first.
            let send = pseudo.sender(of: Array(bytes[1...]))
            Thread.detachNewThread { send() }
            #expect(Self.gather(from: terminal) == [.text("张")])
        }

        @Test("A broken byte loses nothing after it")
        func brokenBytes() throws {
            let pseudo = try PseudoTerminal()
            let terminal = try NcursesTerminal(options: pseudo.options())
            defer { terminal.close() }
            pseudo.type([0xFF, 0x6A, 0x6B])
            #expect(Self.gather(from: terminal).last == .key(KeyStroke(character: "k")))
        }

        @Test("A change of size is an event, and the size is the new one")
        func resizing() throws {
            let pseudo = try PseudoTerminal()
            let terminal = try NcursesTerminal(options: pseudo.options())
            defer { terminal.close() }
            #expect(terminal.size == Size(columns: 20, rows: 5))
            pseudo.resize(columns: 33, rows: 7)
            raise(SIGWINCH)
            let events = terminal.nextEvents(timeoutMilliseconds: 2000)
            #expect(events == [.resize(Size(columns: 33, rows: 7))])
            #expect(terminal.size == Size(columns: 33, rows: 7))
        }

        @Test("Waiting ends in time, and at once when woken from elsewhere")
        func waiting() throws {
            let pseudo = try PseudoTerminal()
            let terminal = try NcursesTerminal(options: pseudo.options())
            defer { terminal.close() }
            let clock = ContinuousClock()
            #expect(clock.measure { _ = terminal.nextEvents(timeoutMilliseconds: 60) } >= .milliseconds(50))
            let waker = terminal.waker
            Thread.detachNewThread { waker.wake() }
            #expect(clock.measure { _ = terminal.nextEvents(timeoutMilliseconds: 20_000) } < .seconds(10))
        }

        @Test("A terminal that goes away asks the program to leave")
        func hangUp() throws {
            let pseudo = try PseudoTerminal()
            let terminal = try NcursesTerminal(options: pseudo.options())
            defer { terminal.close() }
            #expect(terminal.terminationRequested == nil)
            pseudo.hangUp()
            #expect(terminal.nextEvents(timeoutMilliseconds: 20_000) == [])
            #expect(terminal.terminationRequested == SIGHUP)
            terminal.present(Frame(size: Size(columns: 20, rows: 5)))
        }
    }
}
