import DoorstepCore
import TerminalUI

/// The line in which a command is called by its name, where messages stand,
/// and over it the commands that fit, the best one lowest.
enum CommandOverlay {
    /// Lines of commands that can be seen.
    static func rows(_ size: Size) -> Int { max(1, min(8, Layout(size).rows.rows - 2)) }

    /// Which of the commands stands at a place; nil where there is none.
    static func index(at point: Point, _ prompt: CommandPrompt, count: Int, _ size: Size) -> Int? {
        let layout = Layout(size)
        guard (0..<min(72, layout.message.columns)).contains(point.column) else { return nil }
        let offset = layout.message.minRow - 1 - point.row
        return offset < rows(size) ? prompt.state.index(atOffset: offset, count: count) : nil
    }

    static func draw(_ prompt: CommandPrompt, _ state: ConsoleState, _ layout: Layout, _ cells: inout CellBuffer) -> Point {
        let language = state.language
        let keys = state.settings.keys
        let below = state.scopeBelow
        let found = prompt.found(state)
        let visible = prompt.state.visible(count: found.count, height: rows(state.size))
        let columns = min(72, layout.message.columns)
        for (offset, index) in visible.enumerated() {
            let command = found[index]
            let row = Rect(column: 0, row: layout.message.minRow - 1 - offset, columns: columns, rows: 1)
            let isChosen = index == prompt.state.selection
            let style = isChosen ? Theme.selection : command.works(in: below) ? Theme.plain : Theme.muted
            cells.fill(row, style: style)
            let key = keys.keys(of: command).first?.label ?? ""
            let text = (isChosen ? ">" : " ") + command.title(language).fitted(to: max(8, columns - 36)) + " " + key.fitted(to: 8) + " " + command.id.rawValue
            _ = cells.write(text.fitted(to: columns), at: row.origin, style: style, limit: columns)
        }
        cells.fill(layout.message, style: Theme.plain)
        _ = cells.write(":", at: Point(column: 1, row: layout.message.minRow), style: Theme.key)
        let field = Rect(column: 2, row: layout.message.minRow, columns: max(1, layout.message.columns - 3), rows: 1)
        return prompt.field.render(into: &cells, rect: field, style: Theme.plain)
    }
}
