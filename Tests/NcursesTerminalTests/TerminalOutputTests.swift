import Glibc
import Testing
import TerminalUI

@testable import NcursesTerminal

extension RealTerminalTests {
    @MainActor
    @Suite("Output and restoration", .serialized)
    struct Output {
        @Test("A frame is drawn once; the same frame again sends nothing of it")
        func presenting() throws {
            let pseudo = try PseudoTerminal()
            let terminal = try NcursesTerminal(options: pseudo.options())
            defer { terminal.close() }
            var frame = Frame(size: terminal.size)
            frame.cells.write("张三 welder", at: .zero, style: Style(foreground: .red))
            terminal.present(frame)
            let first = pseudo.output()
            #expect(first.contains("张三 welder") && first.contains("\u{1B}[31m"))
            terminal.present(frame)
            #expect(!pseudo.output().contains("张"))
            terminal.redrawAll()
            #expect(pseudo.output().contains("张三 welder"))
        }

        @Test("Without colour only attributes are sent")
        func monochrome() throws {
            let pseudo = try PseudoTerminal()
            let terminal = try NcursesTerminal(options: pseudo.options(usesColor: false))
            defer { terminal.close() }
            var frame = Frame(size: terminal.size)
            frame.cells.write("red", at: .zero, style: Style(foreground: .red, bold: true))
            frame.cells.write("back", at: Point(column: 0, row: 1), style: Style(background: .blue))
            terminal.present(frame)
            let output = pseudo.output()
            #expect(output.contains("1mred"))
            #expect(!output.contains("[31m") && !output.contains("[44m") && output.contains("7mback"))
        }

        @Test("Frames of another size than the screen are cut, or leave a blank")
        func otherSizes() throws {
            let pseudo = try PseudoTerminal()
            let terminal = try NcursesTerminal(options: pseudo.options())
            defer { terminal.close() }
            for size in [Size.zero, Size(columns: 1, rows: 1), Size(columns: 21, rows: 9), Size(columns: 3, rows: 2)] {
                var frame = Frame(size: size, fill: Style(reverse: true))
                frame.cells.fill(frame.cells.bounds, with: "角")
                frame.cursor = Point(column: 99, row: 99)
                terminal.present(frame)
                _ = pseudo.output()
            }
        }

        @Test("Closing gives the terminal back whole, and again does nothing")
        func closing() throws {
            let pseudo = try PseudoTerminal()
            let before = pseudo.modes
            let terminal = try NcursesTerminal(options: pseudo.options())
            #expect(pseudo.modes != before)
            let start = pseudo.output()
            #expect(start.contains("\u{1B}[?1049h") && start.contains("\u{1B}[?2004h"))
            terminal.close()
            terminal.close()
            let end = pseudo.output()
            #expect(pseudo.modes == before)
            for piece in ["\u{1B}[?1049l", "\u{1B}[?2004l", "\u{1B}[?1000l"] { #expect(end.contains(piece)) }
            #expect(terminal.size == .zero && terminal.nextEvents(timeoutMilliseconds: 0) == [])
        }

        @Test("A terminal that is dropped is given back too")
        func dropping() throws {
            let pseudo = try PseudoTerminal()
            let before = pseudo.modes
            do { _ = try NcursesTerminal(options: pseudo.options()) }
            #expect(pseudo.modes == before)
        }

        @Test("Another program finds plain modes, and everything is drawn anew after it")
        func suspending() throws {
            let pseudo = try PseudoTerminal()
            let before = pseudo.modes
            let terminal = try NcursesTerminal(options: pseudo.options())
            defer { terminal.close() }
            var frame = Frame(size: terminal.size)
            frame.cells.write("张三", at: .zero)
            terminal.present(frame)
            _ = pseudo.output()
            var within: [tcflag_t] = []
            terminal.suspend {
                within = pseudo.modes
                pseudo.resize(columns: 30, rows: 6)
            }
            #expect(within == before && pseudo.modes != before)
            let output = pseudo.output()
            #expect(output.contains("\u{1B}[?2004l") && output.contains("\u{1B}[?2004h"))
            #expect(terminal.nextEvents(timeoutMilliseconds: 100).contains(.resize(Size(columns: 30, rows: 6))))
        }

        @Test("A terminal that cannot be used is refused by name")
        func refusing() throws {
            let pseudo = try PseudoTerminal()
            let before = pseudo.modes
            func failure(_ options: NcursesTerminal.Options) -> NcursesTerminal.Failure? {
                do throws(NcursesTerminal.Failure) {
                    _ = try NcursesTerminal(options: options)
                    return nil
                } catch {
                    return error
                }
            }
            #expect(failure(pseudo.options(terminalName: "")) == .dumbTerminal(""))
            #expect(failure(pseudo.options(terminalName: "dumb")) == .dumbTerminal("dumb"))
            #expect(failure(.init(terminalName: "xterm", devicePath: "/nonexistent")) == .noTerminal)
            #expect(failure(.init(terminalName: "xterm", devicePath: "/dev/null", handlesSignals: false)) == .noTerminal)
            #expect(failure(pseudo.options(terminalName: "no-such-terminal")) == nil)
            #expect(pseudo.modes == before)
        }

        @Test("However the program ends, the terminal has its modes again", arguments: [
            Ending.fault, .trap, .abort, .exit, .secondSignal,
        ])
        func ending(_ ending: Ending) async throws {
            let pseudo = try PseudoTerminal()
            let before = pseudo.modes
            let path = pseudo.path
            let condition: ExitTest.Condition =
                switch ending {
                case .fault: .signal(SIGSEGV)
                case .trap, .abort: .failure
                case .exit: .exitCode(3)
                case .secondSignal: .signal(SIGTERM)
                }
            await #expect(processExitsWith: condition) { [path = path as String, ending = ending as Ending] in
                try await MainActor.run {
                    let options = NcursesTerminal.Options(terminalName: "xterm-256color", devicePath: path)
                    let terminal = try NcursesTerminal(options: options)
                    terminal.present(Frame(size: terminal.size))
                    ending.happen()
                    _ = terminal.size
                }
            }
            #expect(pseudo.modes == before)
            let output = pseudo.output()
            #expect(output.contains("\u{1B}[?1049h"))
            #expect(output.contains("\u{1B}[?1049l") && output.contains("\u{1B}[?2004l"))
        }
    }
}

/// The ways in which a program can end without closing its terminal.
enum Ending: String, Codable, Sendable {
    case fault, trap, abort, exit, secondSignal

    func happen() {
        switch self {
        case .fault: raise(SIGSEGV)
        case .trap: fatalError("on purpose")  // in a process of its own: the trap is what is tested
        case .abort: Glibc.abort()
        case .exit: Glibc.exit(3)
        case .secondSignal:
            // At once again: the window is being closed. After a second:
            // somebody is impatient.
            let start = ContinuousClock.now
            while start.duration(to: .now) < .seconds(10) { raise(SIGTERM) }
        }
    }
}
