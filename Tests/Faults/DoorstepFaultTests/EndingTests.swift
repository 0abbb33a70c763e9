import Foundation
import Testing

@testable import StoreWorker

extension Faults {
    /// What the terminal's own tests do with a terminal of theirs, here with
    /// the whole program, at a store, in each kind of terminal.
    @Suite("Endings of the console", .serialized)
    struct Endings {
        @Test("However the program ends, the terminal is as it was, and what was acknowledged is in the store", arguments: Case.all)
        func ends(_ ending: Case) throws {
            // Given a console in which a referral was acknowledged.
            let folder = try station()
            let console = try Self.console(folder, ending.terminal, ending.end.environment())
            try console.expect("near misses")
            #expect(console.state != TerminalState() || ending.terminal == "vt100")
            try Self.refer(console)
            try console.expect("Saved")

            // When it ends.
            ending.end.happen(to: console)

            // Then
            #expect(console.end() == ending.end.expected)
            if ending.end != .closedTerminal {
                #expect(console.hasModesBack)
                #expect(console.state == TerminalState(), "left with \(console.state)")
            }
            let content = try StationContent(folder.path)
            #expect(content.records.contains { $0.hasPrefix(Script.placement(0).text) })
        }

        @Test("Stopped and continued, it draws itself anew, and leaves as ever", arguments: Case.terminals)
        func stopped(terminal: String) throws {
            let folder = try station()
            let console = try Self.console(folder, terminal)
            try console.expect("near misses")
            console.signal(SIGSTOP)
            #expect(console.end() == .stopped)
            console.signal(SIGCONT)
            try console.expect("near misses")
            try Self.refer(console)
            try console.expect("Saved")
            console.type("q")
            #expect(console.end() == .exited(0))
            #expect(console.hasModesBack && console.state == TerminalState(), "left with \(console.state)")
            #expect(try StationContent(folder.path).records.contains { $0.hasPrefix(Script.placement(0).text) })
        }

        @Test("When the disk fails, the console says so, saves nothing more, and goes on showing what it has", arguments: ["en", "zh"])
        func failingDisk(language: String) throws {
            // Given a console on a disk that fails from its first write on.
            let folder = try station()
            let before = try StationContent(folder.path)
            let fault = [
                "LD_PRELOAD": try Preload.disk.path(), "DISK_FOLDER": folder.path, "DISK_ONLY": folder.file() + "-journal", "DISK_AT": "1",
                "DISK_DO": "fail", "DISK_EVER": "1",
            ]
            let console = try Self.console(folder, "xterm-256color", fault, language: language)
            let isEnglish = language == "en"
            try console.expect(isEnglish ? "near misses" : "差一项")
            // When something is to be saved.
            try Self.refer(console, isEnglish ? "[referred]" : "[推荐]")
            // Then
            try console.expect(isEnglish ? "nothing was saved" : "什么也没有保存", isEnglish ? "! no longer saving" : "!已停止保存")
            console.type("\r")
            try console.expect(isEnglish ? "nothing is saved since" : "磁盘或数据文件出过错")
            console.type("\u{1B}")
            try console.expect(isEnglish ? "why not" : "不符原因")
            console.type("2")
            try console.expect("张三6")
            console.type("q")
            #expect(console.end() == .exited(0))
            #expect(try StationContent(folder.path) == before)
        }

        @Test("When the store can no longer be read, the console says so, saves nothing more, and goes on showing what it has")
        func unreadableDisk() throws {
            // Given a console on a disk that reads until a file is there.
            let (folder, elsewhere) = (try station(), try Folder())
            let before = try StationContent(folder.path)
            let fault = [
                "LD_PRELOAD": try Preload.disk.path(), "DISK_FOLDER": folder.path, "DISK_ONLY": folder.file(), "DISK_READS": "1", "DISK_AT": "1",
                "DISK_DO": "fail", "DISK_EVER": "1", "DISK_WHEN": elsewhere.file("now"),
            ]
            let console = try Self.console(folder, "xterm-256color", fault)
            try console.expect("near misses")
            // When something is to be saved.
            try Data().write(to: URL(filePath: elsewhere.file("now")))
            try Self.refer(console)
            // Then. SQLite takes what it cannot read for damage.
            try console.expect("restore a backup")
            console.type("\r")
            try console.expect("nothing is saved since")
            console.type("\u{1B}")
            try console.expect("why not")
            console.type("2")
            try console.expect("张三6")
            console.type("q")
            #expect(console.end() == .exited(0))
            #expect(try StationContent(folder.path) == before)
        }

        private func station() throws -> Folder {
            let folder = try Folder()
            try Operation.putSheets(in: folder.path)
            for operation in Operation.first(4) { _ = try operation.run(in: folder.path) }
            return folder
        }

        private static func console(_ folder: Folder, _ terminal: String, _ environment: [String: String] = [:], language: String = "en") throws -> TerminalChild {
            let words = ["--store", folder.file(), "--on", "2026-11-21", "--caseworker", "乌兰", "--lang", language]
            return try TerminalChild(Child.program, words, terminal: terminal, environment)
        }

        /// Refers the best of the first job's matches.
        private static func refer(_ console: TerminalChild, _ title: String = "[referred]") throws {
            console.type("\r")
            console.type("p")
            try console.expect(title)
            console.type("\r")
        }
    }
}

extension Faults.Endings {
    enum End: Hashable, Sendable {
        case signal(Int32)
        /// By itself, in the middle of something; see `Preload/ending.c`.
        case own(String, Child.Ending)
        case closedTerminal

        static let all: [End] =
            [SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGSEGV, SIGBUS, SIGABRT, SIGFPE].map(End.signal) + [
                .own("overflow", .killed(by: SIGSEGV)), .own("trap", .killed(by: SIGILL)), .own("abort", .killed(by: SIGABRT)),
                .own("exit", .exited(7)), .closedTerminal,
            ]

        var expected: Child.Ending {
            switch self {
            case .signal(let number): .killed(by: number)
            case .own(_, let ending): ending
            case .closedTerminal: .killed(by: SIGHUP)
            }
        }

        func environment() throws -> [String: String] {
            guard case .own(let name, _) = self else { return [:] }
            return ["LD_PRELOAD": try Preload.ending.path(), "ENDING": name]
        }

        func happen(to console: TerminalChild) {
            switch self {
            case .signal(let number): console.signal(number)
            case .own: console.signal(SIGUSR1)
            case .closedTerminal: console.hangUp()
            }
        }
    }

    struct Case: Sendable, CustomTestStringConvertible {
        let terminal: String
        let end: End

        static let terminals = ["xterm-256color", "linux", "screen", "vt100"]

        /// In the small size every end in the most usual terminal, and the
        /// gravest in the others.
        static let all: [Case] = terminals.flatMap { terminal in
            End.all.filter { Faults.isLong || terminal == terminals[0] || [.signal(SIGTERM), End.all[8]].contains($0) }
                .map { Case(terminal: terminal, end: $0) }
        }

        var testDescription: String { "\(end) in \(terminal)" }
    }
}
