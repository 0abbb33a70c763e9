import DoorstepCore
import TerminalUI

/// The lock: whose store it is, who wants to open it, and a passphrase of
/// which only dots are seen. Nothing else is drawn.
enum LockScreen {
    static func draw(_ lock: LockView, _ state: ConsoleState, _ cells: inout CellBuffer) -> Point {
        let language = state.language
        let columns = min(56, state.size.columns - 4)
        let inside = Box.draw(Size(columns: columns, rows: 9), title: Words.locked(language), in: state.size.bounds, state.settings.borders, &cells)
        func line(_ row: Int, _ text: String, _ style: Style, _ cells: inout CellBuffer) {
            _ = cells.write(text.fitted(to: inside.columns), at: inside.row(row).origin, style: style, limit: inside.columns)
        }
        line(0, state.stationName, Theme.heading, &cells)
        drawHints(lock, state, &cells)
        guard let caseworker = lock.caseworker else {
            for (row, text) in Words.withoutPassphrase(language).wrapped(to: inside.columns).prefix(3).enumerated() {
                line(2 + row, text, Theme.plain, &cells)
            }
            line(6, Words.enterGoesOn(language), Theme.key, &cells)
            return inside.row(6).origin
        }
        let label = 12
        line(2, Words.caseworker(language), Theme.muted, &cells)
        let others = lock.caseworkers.count > 1 ? "  \(lock.chosen + 1)/\(lock.caseworkers.count)" : ""
        let (_, name) = inside.row(2).splitLeft(label)
        _ = cells.write((caseworker + others).fitted(to: name.columns), at: name.origin, style: Theme.plain, limit: name.columns)
        line(3, ">" + Words.passphrase(language), Theme.key, &cells)
        let (_, field) = inside.row(3).splitLeft(label)
        let cursor = lock.field.render(into: &cells, rect: field, style: Theme.field)
        if lock.isTrying { line(5, Words.unlocking(language), Theme.muted, &cells) }
        if let error = lock.error { line(5, error(language), Theme.error, &cells) }
        let wait = lock.wait(at: state.second)
        if wait > 0 { line(6, Words.wait(wait)(language), Theme.muted, &cells) }
        return cursor
    }

    private static func drawHints(_ lock: LockView, _ state: ConsoleState, _ cells: inout CellBuffer) {
        let hints = Layout(state.size).hints
        let words = lock.caseworkers.isEmpty ? Words.coverKeys : lock.caseworkers.count > 1 ? Words.lockKeysOfMany : Words.lockKeys
        _ = cells.write(
            words(state.language).fitted(to: hints.columns - 2), at: Point(column: 1, row: hints.minRow), style: Theme.muted, limit: hints.columns - 2)
    }
}
