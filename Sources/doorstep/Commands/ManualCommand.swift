import ArgumentParser
import DoorstepCore
import Foundation

/// The manual: one chapter, or all of it.
struct ManualCommand: ParsableCommand {
    enum Format: String, CaseIterable, ExpressibleByArgument {
        case text, roff
    }

    static let configuration = CommandConfiguration(
        commandName: "manual", abstract: .told("使用手册：全部，或其中一章；与 man doorstep 相同。", "The manual, or one chapter of it: what man doorstep shows."))

    @Argument(help: .told("章名（默认：全部）。", "The chapter (default: all of them)."), completion: .list(ManualTopic.all.map(\.name)))
    var topic: String?

    @Option(help: .told("text，或 roff：手册页 doorstep(1) 的源文件，总是全部。", "text, or roff: the source of the page doorstep(1), always whole."))
    var format = Format.text

    @Option(help: .told("显示的语言：zh 或 en。", "The language of what is shown: zh or en."))
    var lang: Language?

    func run() throws {
        let language = lang ?? Surroundings.language(arguments: [])
        switch format {
        case .text:
            let text = ManualText(language, columns: Surroundings.columns())
            let topics = try topic.map { [try HelpProblem.topic($0)] } ?? ManualTopic.all
            try Output.write(topics.map(text.lines))
        case .roff: try Output.write(Array(ManualPage(language).text().utf8), to: STDOUT_FILENO, name: "stdout")
        }
    }
}

/// `doorstep help`: the commands and the chapters of the manual; with a name
/// the chapter, the usage of the command, or both.
///
/// The parser adds a `help` of its own to every program, which knows of no
/// chapters; this one stands before it.
struct HelpOnTopic: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "help", helpNames: [])

    @Argument var words: [String] = []
    @Option var lang: Language?
    /// Asks for nothing further.
    @Flag(name: [.short, .long]) var help = false

    /// Nil where the arguments do not ask for help in this way.
    static func asked(by arguments: [String]) throws -> HelpOnTopic? {
        arguments.first == configuration.commandName ? try parse(Array(arguments.dropFirst())) : nil
    }

    func run() throws {
        let language = lang ?? Surroundings.language(arguments: [])
        let text = ManualText(language, columns: Surroundings.columns())
        guard !words.isEmpty else {
            let title = Phrase("手册的章节（doorstep help 章名，或 man doorstep）：", "CHAPTERS OF THE MANUAL (doorstep help NAME, or man doorstep):")
            return try Output.write([[Doorstep.helpMessage()], [title(language)] + text.contents()])
        }
        let topic = words.count == 1 ? ManualTopic.named(words[0]) : nil
        let command = HelpOnTopic.command(words)
        guard topic != nil || command != nil else { throw HelpProblem.unknown(words.joined(separator: " ")) }
        try Output.write([topic.map(text.lines), command.map { [Doorstep.helpMessage(for: $0)] }].compactMap(\.self))
    }

    /// The command that the words lead to.
    private static func command(_ words: [String]) -> (any ParsableCommand.Type)? {
        var command: any ParsableCommand.Type = Doorstep.self
        for word in words {
            guard let next = command.configuration.subcommands.first(where: { $0._commandName == word }) else { return nil }
            command = next
        }
        return command
    }
}

enum HelpProblem: SayableError {
    case unknown(String)

    static func topic(_ name: String) throws(HelpProblem) -> ManualTopic {
        guard let topic = ManualTopic.named(name) else { throw .unknown(name) }
        return topic
    }

    var message: Phrase {
        switch self {
        case .unknown(let name):
            let names = ManualTopic.all.map(\.name)
            let text = StationOptions.oneLine(name)
            let shown = text.count > 40 ? text.prefix(40) + "…" : text
            return Phrase(
                "手册里没有“\(shown)”，可查的有 \(names.joined(separator: "、"))，以及每条命令，见 doorstep help。",
                "The manual has nothing called “\(shown)”; there are \(names.joined(separator: ", ")) and every command: see doorstep help.")
        }
    }
}

extension Output {
    /// Sections of lines to standard output, each set apart from the next by
    /// an empty one.
    fileprivate static func write(_ sections: [[String]]) throws(OutputError) {
        let text = sections.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
        try write(Array(text.utf8), to: STDOUT_FILENO, name: "stdout")
    }
}

extension Surroundings {
    /// How wide the terminal is; 80 where there is none.
    fileprivate static func columns() -> Int {
        var size = winsize()
        guard isatty(STDOUT_FILENO) == 1, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
        return Int(size.ws_col)
    }
}
