import DoorstepCore
import TerminalUI

/// `?`: every command that works here, searchable.
public struct HelpView: Equatable, Sendable {
    public var field = TextField(maximumLength: 200)
    public var state = ListState()

    /// Those that fit what is typed and work below the overlay.
    func found(_ state: ConsoleState) -> [Command] {
        return Command.search(field.text, in: state.scopeBelow, state.settings.keys, isBegun: state.model?.beginning(with: field.text))
    }
}

/// `:`: a line in which a command is called by its name, in either language
/// or in pinyin, wherever it works.
public struct CommandPrompt: Equatable, Sendable {
    public var field = TextField(maximumLength: 200)
    public var state = ListState()

    /// Those that fit what is typed.
    func found(_ state: ConsoleState) -> [Command] {
        Command.search(field.text, in: nil, state.settings.keys, isBegun: state.model?.beginning(with: field.text))
    }
}

extension StationModel {
    /// Whether names are begun by what was typed, in pinyin; nil until the
    /// index is there, and where nothing is typed.
    func beginning(with text: String) -> ((String) -> Bool)? {
        let text = PlainText.trimmed(text)
        return text.isEmpty ? nil : search?.beginning(with: text)
    }
}
