import DoorstepCore

/// Says in the user's language what is wrong with the arguments.
///
/// The parser's own sentences are English; those that people meet are
/// recognised by their form and said again, the rest is passed on as it is.
enum ArgumentMessages {
    static func sentence(for message: String, _ language: Language) -> String {
        let line = message.split(separator: "\n").first.map(String.init) ?? message
        let text = line.hasPrefix("Error: ") ? String(line.dropFirst(7)) : line
        return phrase(text)(language)
    }

    private static func phrase(_ text: String) -> Phrase {
        let quoted = text.split(separator: "'", omittingEmptySubsequences: false).enumerated().filter { $0.offset % 2 == 1 }.map { String($0.element) }
        let seeHelp = Phrase("，用法见 doorstep --help。", "; see doorstep --help.")
        let first = quoted.first ?? ""
        if text.hasPrefix("Unknown option") { return Phrase("没有选项 \(first)", "There is no option \(first)") + seeHelp }
        if text.hasPrefix("Missing expected argument") { return Phrase("缺少参数 \(first)", "The argument \(first) is missing") + seeHelp }
        if text.hasPrefix("Missing value for") { return Phrase("选项 \(first) 后面缺少值", "The option \(first) lacks its value") + seeHelp }
        if text.contains("nexpected argument") { return Phrase("多出参数 \(first)", "The argument \(first) is not expected") + seeHelp }
        if text.hasPrefix("The value"), quoted.count >= 2 {
            return Phrase("\(quoted[1]) 不能是 \(first)", "\(quoted[1]) cannot be \(first)") + seeHelp
        }
        let trimmed = text.hasSuffix(".") ? String(text.dropLast()) : text
        return Phrase("参数不可用：\(trimmed)", trimmed) + seeHelp
    }
}

/// A command that does nothing without saying what.
struct MissingSubcommand: SayableError {
    let command: String

    var message: Phrase {
        Phrase("\(command) 后面要说做什么，用法见 doorstep help \(command)。", "\(command) needs to be told what to do; see doorstep help \(command).")
    }
}
