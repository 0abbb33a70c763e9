import DoorstepCore
import TerminalUI

/// What is shown of a record, for other programs.
extension ConsoleState {
    /// Hands the line under the cursor to the terminal as the right-hand side
    /// shows it: what is masked or hidden there is so here.
    mutating func copyRecord() -> [Effect] {
        // Lines are all that plain mode has: no terminal is told of more.
        guard !settings.isPlain else {
            message = Message(Words.noClipboard)
            return []
        }
        let text = ClipboardText(lines: shownDetails.map { $0.text(language) })
        guard !text.text.isEmpty else {
            message = Message(Words.nothingChosen)
            return []
        }
        message = Message(Words.copied(text.text.count))
        return [.copy(text)]
    }

    private var shownDetails: [DetailLine] {
        guard var model else { return [] }
        model.turned = turned
        model.called = called
        if let view = matches {
            guard let match = panel.ranking?.line(view.state.selection) else { return [] }
            return MatchesPane.explanation(match, model) + MatchesPane.otherSide(match, of: view.target, model, revealed: revealed)
        }
        return list.selected.map { list.kind.spec.details($0, model, $0 == revealed) } ?? []
    }
}
