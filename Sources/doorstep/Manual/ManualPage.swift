import DoorstepCore
import Foundation

/// The manual page `doorstep(1)`: the chapters, and before them every command
/// with its arguments as the parser knows them.
struct ManualPage {
    let language: Language
    private let program: CommandOutline

    /// - Throws: where the parser's outline of the commands cannot be read.
    init(_ language: Language) throws {
        self.language = language
        program = try CommandOutline.program()
    }

    func text() -> String {
        var page = Roff()
        page.request("TH", "DOORSTEP", "1", "", "doorstep \(Doorstep.configuration.version)", Phrase("家门口", "Doorstep")(language))
        // Chinese breaks between characters, of which groff has to be told.
        if language == .chinese { page.chinese() }
        page.section(Phrase("名称", "Name")(language))
        // Whoever indexes manual pages looks for this form.
        page.text("doorstep - " + Phrase("“家门口”就业服务站的终端程序", "the terminal program of employment stations")(language))
        page.section(Phrase("用法", "Synopsis")(language))
        page.usage("doorstep", Phrase("[命令] [选项]", "[COMMAND] [OPTION…]")(language))
        page.section(Phrase("说明", "Description")(language))
        page.text(program.abstract ?? "")
        page.paragraph(
            Phrase(
                "不写命令就打开控制台。doorstep help 列出命令和手册的章节，doorstep help 名称 看其中一项。",
                "Without a command the console opens. doorstep help lists the commands and the chapters of this manual, doorstep help NAME shows one of either.")(
                    language))
        page.section(Phrase("命令", "Commands")(language))
        for command in program.commands { write(command, &page) }
        page.section(Phrase("通用选项", "Shared options")(language))
        for argument in program.shared { write(argument, &page) }
        for topic in ManualTopic.all {
            page.section(topic.title(language))
            for block in topic.blocks { write(block, &page) }
        }
        return page.source
    }

    private func write(_ command: CommandOutline, _ page: inout Roff) {
        let own = command.own(without: program.shared)
        page.term(command.path, own.map(\.synopsis).filter { !$0.isEmpty }.joined(separator: " "))
        page.text(command.abstract ?? "")
        if !own.isEmpty {
            page.indented { page in
                for argument in own { write(argument, &page) }
            }
        }
        for subcommand in command.commands { write(subcommand, &page) }
    }

    private func write(_ argument: ArgumentOutline, _ page: inout Roff) {
        page.term(argument.title, argument.value)
        page.text(ManualPage.parserTexts[argument.title]?(language) ?? argument.abstract ?? "")
    }

    /// What the parser itself says in English alone.
    private static let parserTexts = [
        "--help": Phrase("用法。", "Shows how the command is used."), "--version": Phrase("版本。", "Shows the version."),
    ]


    private func write(_ block: ManualBlock, _ page: inout Roff) {
        switch block {
        case .heading(let title): page.heading(title(language))
        case .paragraph(let text): page.paragraph(text(language))
        case .table(let rows):
            for row in rows {
                page.term(row.term(language))
                page.text(row.meaning(language))
            }
        case .example(let lines): page.example(lines)
        }
    }
}

/// The source of a manual page, in the macros of man(7).
struct Roff {
    private(set) var source = ".\\\" -*- coding: utf-8 -*-\n"

    mutating func request(_ name: String, _ arguments: String...) {
        source += ".\(name)" + arguments.map { " \"\(Roff.escaped($0))\"" }.joined() + "\n"
    }

    /// In capitals, by which indexes of manual pages know them.
    mutating func section(_ title: String) { request("SH", title.uppercased()) }
    mutating func heading(_ title: String) { request("SS", title) }

    /// - Parameter value: what stands behind the term, in italics.
    mutating func term(_ term: String, _ value: String = "") {
        source += ".TP\n\\fB\(Roff.escaped(term))\\fR" + (value.isEmpty ? "" : " \\fI\(Roff.escaped(value))\\fR") + "\n"
    }

    mutating func usage(_ term: String, _ value: String) {
        source += "\\fB\(Roff.escaped(term))\\fR \\fI\(Roff.escaped(value))\\fR\n"
    }

    mutating func text(_ text: String) {
        let escaped = text.split(whereSeparator: \.isNewline).map { Roff.escaped(String($0)) }
        // A line that begins so would be a request.
        source += escaped.map { ".'".contains($0.prefix(1)) && !$0.isEmpty ? "\\&" + $0 : $0 }.joined(separator: "\n") + "\n"
    }

    mutating func paragraph(_ text: String) {
        source += ".PP\n"
        self.text(text)
    }

    mutating func example(_ lines: [String]) {
        source += ".PP\n.RS 4\n.nf\n"
        for line in lines { text(line) }
        source += ".fi\n.RE\n"
    }

    mutating func indented(_ body: (inout Roff) -> Void) {
        source += ".RS\n"
        body(&self)
        source += ".RE\n"
    }

    /// Lines break between Chinese characters, and not before what closes or
    /// after what opens.
    mutating func chinese() { source += ".mso zh.tmac\n.ad l\n" }

    /// Signs that roff would read, or print otherwise than they are typed.
    static func escaped(_ text: String) -> String {
        var result = ""
        for character in text {
            switch character {
            case "\\": result += "\\e"
            case "-": result += "\\-"
            case "'": result += "\\(aq"
            case "\"": result += "\\(dq"
            case "`": result += "\\(ga"
            case "^": result += "\\(ha"
            case "~": result += "\\(ti"
            default: result.append(character)
            }
        }
        return result
    }
}
