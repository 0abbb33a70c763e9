import DoorstepCore
import TerminalUI

/// Why the numbers of a person are wanted, asked before they are shown.
enum RevealOverlay {
    static func draw(_ prompt: RevealPrompt, _ state: ConsoleState, _ cells: inout CellBuffer) -> Point {
        let language = state.language
        let inside = Box.draw(
            Size(columns: min(64, state.size.columns - 4), rows: 8), title: Words.reveal(language), in: state.size.bounds, state.settings.borders, &cells)
        let person = state.model?.person(prompt.person)
        _ = cells.write((person?.name ?? "").fitted(to: inside.columns), at: inside.origin, style: Theme.heading)
        var column = inside.minColumn
        for (index, kind) in RevealPrompt.kinds.enumerated() {
            let isChosen = index == prompt.chosen
            let text = isChosen ? "[\(kind.phrase(language))]" : " \(kind.phrase(language)) "
            column += cells.write(
                text, at: Point(column: column, row: inside.minRow + 2), style: isChosen ? Theme.key : Theme.muted, limit: max(0, inside.maxColumn - column))
        }
        let (label, field) = inside.row(3).splitLeft(8)
        _ = cells.write(Words.reason(language), at: label.origin, style: Theme.muted, limit: label.columns)
        let cursor = prompt.note.render(into: &cells, rect: field, style: Theme.field)
        let below = inside.row(5)
        if let error = prompt.error {
            _ = cells.write(error(language).fitted(to: below.columns), at: below.origin, style: Theme.error, limit: below.columns)
        } else {
            let text = prompt.isSaving ? Words.saving : Words.isJournalled
            _ = cells.write(text(language).fitted(to: below.columns), at: below.origin, style: Theme.muted, limit: below.columns)
        }
        return cursor
    }
}
