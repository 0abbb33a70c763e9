import Testing
import TerminalUI

@testable import PlainTerminal

@Suite("What is written line by line")
struct LineWriterTests {
    @Test("Lines are ended; what is typed stands on the last one, and grows there")
    func typing() {
        var writer = LineWriter()
        #expect(writer.say(["一", "二"], typing: nil) == "一\n二\n")
        #expect(writer.say([], typing: nil) == "")
        #expect(writer.say([], typing: "名：") == "名：")
        #expect(writer.say([], typing: "名：张") == "张")
        #expect(writer.say([], typing: "名：张三") == "三")
        #expect(writer.say([], typing: "名：张三") == "")
    }

    @Test("What was taken out or put in stands on a new line, and so does what is typed below something else")
    func rewriting() {
        var writer = LineWriter()
        _ = writer.say([], typing: "名：张三")
        #expect(writer.say([], typing: "名：张") == "\n名：张")
        #expect(writer.say(["查到 2"], typing: "名：张五") == "\n查到 2\n名：张五")
        #expect(writer.say([], typing: nil) == "\n")
        #expect(writer.endLine() == "")
        _ = writer.say([], typing: "x")
        #expect(writer.endLine() == "\n")
    }

    @Test("Nothing but text and line feeds is written, whatever is said")
    func clean() {
        var writer = LineWriter()
        let written = writer.say(["张\u{1B}[2J三\u{202E}\r\n", "\u{7}\u{9B}31m"], typing: "x\u{1B}]0;\u{8}")
        for scalar in written.unicodeScalars {
            #expect(scalar == "\n" || scalar.value >= 0x20 && !(0x7F..<0xA0).contains(scalar.value) && scalar != "\u{202E}", "\(scalar.escaped(asASCII: true))")
        }
        #expect(written.filter { $0 == "\n" }.count == 2)
    }
}

extension RealTerminalTests {
    @MainActor
    @Suite("Plain", .serialized)
    struct Plain {
        private func open(_ pseudo: PseudoTerminal) throws -> PlainTerminal {
            try PlainTerminal(options: PlainTerminal.Options(devicePath: pseudo.path, handlesSignals: false))
        }

        /// Everything that comes until nothing more does.
        private func gather(_ terminal: PlainTerminal) -> [InputEvent] {
            var events: [InputEvent] = []
            while true {
                let more = terminal.nextEvents(timeoutMilliseconds: 200)
                if more.isEmpty { return events }
                events += more
            }
        }

        private func events(_ typed: String) throws -> [InputEvent] {
            let pseudo = try PseudoTerminal()
            let terminal = try open(pseudo)
            defer { terminal.close() }
            pseudo.type(typed)
            return gather(terminal)
        }

        @Test("Keys come one by one and unechoed, Ctrl-C too; the modes are as they were afterwards, and nothing but the lines was written")
        func modes() throws {
            let pseudo = try PseudoTerminal()
            let before = pseudo.modes
            let terminal = try open(pseudo)
            #expect(pseudo.modes != before)
            terminal.say(["一行"], typing: "名：")
            pseudo.type("\u{3}j\r")
            #expect(gather(terminal) == [.key(.control("c")), .key(KeyStroke(character: "j")), .key(KeyStroke(.enter))])
            terminal.close()
            terminal.close()
            #expect(pseudo.modes == before)
            #expect(pseudo.output() == "一行\r\n名：\r\n")
        }

        @Test("Named keys, an escape alone and what an input method commits are understood")
        func keys() throws {
            #expect(try events("\u{1B}[A") == [.key(KeyStroke(.up))])
            #expect(try events("\u{1B}") == [.key(KeyStroke(.escape))])
            #expect(try events("张三") == [.text("张三")])
        }

        @Test("More than anyone types at once was pasted: one text that runs no keys; one key held down is that key")
        func paste() throws {
            let text = String(repeating: "qj 张", count: 40)
            #expect(try events(text) == [.paste(text)])
            #expect(try events(String(repeating: "j", count: 100)) == Array(repeating: .key(KeyStroke(character: "j")), count: 100))
            #expect(try events(String(repeating: "\u{1B}[B", count: 40)) == Array(repeating: .key(KeyStroke(.down)), count: 40))
        }

        @Test("A new size is told of; a terminal that is gone asks to leave")
        func sizes() throws {
            let pseudo = try PseudoTerminal()
            let terminal = try open(pseudo)
            defer { terminal.close() }
            #expect(terminal.size == Size(columns: 20, rows: 5))
            pseudo.resize(columns: 40, rows: 10)
            #expect(terminal.nextEvents(timeoutMilliseconds: 100) == [.resize(Size(columns: 40, rows: 10))])
            #expect(terminal.terminationRequested == nil)
            pseudo.hangUp()
            _ = terminal.nextEvents(timeoutMilliseconds: 1000)
            #expect(terminal.terminationRequested != nil)
        }

        @Test("While the terminal is lent its modes are as they were, and what was typed stands there again")
        func suspend() throws {
            let pseudo = try PseudoTerminal()
            let before = pseudo.modes
            let terminal = try open(pseudo)
            defer { terminal.close() }
            terminal.say([], typing: "名：张")
            terminal.suspend { #expect(pseudo.modes == before) }
            #expect(pseudo.modes != before)
            #expect(pseudo.output() == "名：张\r\n名：张")
        }

        @Test("Another thread wakes it")
        func wake() throws {
            let pseudo = try PseudoTerminal()
            let terminal = try open(pseudo)
            defer { terminal.close() }
            terminal.waker.wake()
            #expect(terminal.nextEvents(timeoutMilliseconds: nil).isEmpty)
        }
    }
}
