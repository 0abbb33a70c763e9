import DoorstepConsole
import DoorstepCore
import Foundation
import Testing
import TerminalUI

/// The manual, as `doorstep help`, `doorstep manual` and man(1) show it.
@Suite("The manual")
struct ManualTests {
    private static let topics = ["start", "keys", "search", "matching", "planning", "sheets", "ledger", "services", "letters", "store", "backups", "settings", "files", "exit-codes"]
    private let program: Program

    init() throws { program = try Program() }

    /// Standard output of a command that has to succeed.
    private func shown(_ arguments: String..., language: Language) throws -> String {
        let result = try program.run(arguments: arguments + ["--lang", language.rawValue])
        #expect(result.code == 0 && result.errors.isEmpty, "\(result.errors)")
        return result.output
    }

    /// Without what wrapping put between the words.
    private func joined(_ text: String) -> String { text.filter { !$0.isWhitespace } }

    @Test("help lists the commands and the chapters", arguments: Language.allCases)
    func contents(language: Language) throws {
        defer { program.remove() }
        let text = try shown("help", language: language)
        for topic in Self.topics { #expect(text.contains("\n  \(topic) "), "\(topic)") }
        for command in ["import", "match", "restore", "manual"] { #expect(text.contains("\n  \(command) "), "\(command)") }
    }

    @Test("help keys has every command of the console with all its keys", arguments: Language.allCases)
    func keys(language: Language) throws {
        defer { program.remove() }
        let lines = try shown("help", "keys", language: language).split(separator: "\n")
        for command in Command.all {
            let keys = "  " + (command.keys.isEmpty ? ":\(command.id.rawValue)" : command.keys.map(\.label).joined(separator: " ")) + "  "
            #expect(lines.contains { $0.hasPrefix(keys) && $0.hasSuffix(command.title(language)) }, "\(command.id)")
        }
    }

    @Test("help settings has every setting with its default, meaning and values, and how the command is used", arguments: Language.allCases)
    func settings(language: Language) throws {
        defer { program.remove() }
        let text = try shown("help", "settings", language: language)
        let letters = joined(text)
        for setting in Setting.all {
            #expect(text.contains("\(setting.name) (\(setting.standard))"), "\(setting.name)")
            #expect(letters.contains(joined(setting.meaning(language))) && letters.contains(joined(setting.allowed(language))), "\(setting.name)")
        }
        for entry in ConsoleSettings.all { #expect(letters.contains(joined(entry.title(language) + (language == .chinese ? "：" : ": ") + entry.values)), "\(entry.name)") }
        #expect(text.contains("doorstep settings [<wanted> ...]"))
    }

    @Test("help with a command's name is that command's own help, also of a command within another")
    func commands() throws {
        defer { program.remove() }
        #expect(try program.run("help", "import").output == program.run("import", "--help").output)
        #expect(try program.run("help", "match", "why").output == program.run("match", "why", "--help").output)
        #expect(try program.run("help", "import", "--help").output == program.run("import", "--help").output)
    }

    @Test("No line of any chapter is wider than 80 columns", arguments: Language.allCases)
    func width(language: Language) throws {
        defer { program.remove() }
        for topic in Self.topics {
            let text = try shown("manual", topic, language: language)
            #expect(text.split(separator: "\n").count > 4, "\(topic)")
            for line in text.split(separator: "\n") { #expect(DisplayWidth().of(String(line)) <= 80, "\(line)") }
        }
    }

    @Test("A terminal that is narrower gets narrower lines")
    func narrow() throws {
        defer { program.remove() }
        let terminal = try Tmux(program, columns: 44, command: "'\(Program.path)' help exit-codes --lang en")
        let screen = try terminal.expect("mend.")
        #expect(screen.contains("\n  3  "), "\(screen)")
        // What goes on is set in below the first line of its text.
        #expect(screen.split(separator: "\n").contains { $0.hasPrefix("     ") && !$0.hasPrefix("      ") }, "\(screen)")
    }

    @Test("A chapter goes by its Chinese name too; one that is not there is one sentence and exit code 2")
    func names() throws {
        defer { program.remove() }
        #expect(try program.run("help", "返回码").output == program.run("help", "exit-codes").output)
        for arguments in [["help", "frobnicate"], ["manual", "frobnicate\u{1B}[2J"], ["help", "match", "frobnicate"]] {
            let result = try program.run(arguments: arguments)
            #expect(result.code == 2 && result.output.isEmpty)
            #expect(result.errors.split(separator: "\n").count == 1 && result.errors.contains("exit-codes"), "\(result.errors)")
            #expect(!result.errors.contains("\u{1B}"))
        }
    }

    @Test("The manual page has every command, option, key and chapter, and no line that roff would take for something else", arguments: Language.allCases)
    func page(language: Language) throws {
        defer { program.remove() }
        let page = try shown("manual", "--format", "roff", language: language)
        let requests = Set(page.split(separator: "\n").filter { $0.hasPrefix(".") }.compactMap { $0.split(separator: " ").first })
        #expect(requests.isSubset(of: [".\\\"", ".TH", ".SH", ".SS", ".TP", ".PP", ".RS", ".RE", ".nf", ".fi", ".mso", ".ad"]), "\(requests)")
        #expect(!page.contains("\n'"))
        for command in ["import", "match why", "place refer", "searches save", "caseworker recovery", "manual"] {
            #expect(page.contains("\n\\fB\(command)\\fR"), "\(command)")
        }
        for option in ["\\-\\-rejects", "\\-\\-near\\-misses", "\\-\\-store"] { #expect(page.contains("\n\\fB\(option)\\fR"), "\(option)") }
        for command in Command.all { #expect(page.contains("\n" + command.title(language).replacing("-", with: "\\-").replacing("'", with: "\\(aq") + "\n"), "\(command.id)") }
        for setting in Setting.all { #expect(page.contains("\\fB" + setting.name.replacing("-", with: "\\-") + " ("), "\(setting.name)") }
    }

    @Test("groff has nothing to say of the page", .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/groff")), arguments: Language.allCases)
    func lint(language: Language) throws {
        defer { program.remove() }
        let page = program.folder.appendingPathComponent("doorstep.1")
        try shown("manual", "--format", "roff", language: language).write(to: page, atomically: true, encoding: .utf8)
        let result = try Program.launch(
            "/usr/bin/groff", ["-man", "-Tutf8", "-K", "utf8", "-ww", "-rLL=80n", page.path], program.environment, in: program.folder)
        #expect(result.code == 0 && result.errors.isEmpty, "\(result.errors)")
        #expect(result.output.contains(language == .chinese ? "返" : "3"))
    }
}
