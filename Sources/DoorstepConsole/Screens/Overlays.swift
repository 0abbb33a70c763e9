import DoorstepCore
import TerminalUI

/// A box over the screen.
enum Box {
    /// Draws an empty box with a title and gives its inside.
    static func draw(_ size: Size, title: String, in bounds: Rect, _ borders: ConsoleSettings.Borders, _ cells: inout CellBuffer) -> Rect {
        let rect = bounds.centered(size)
        cells.fill(rect, style: Theme.plain)
        borders.set.draw(into: &cells, rect: rect, style: Theme.muted, title: title, titleStyle: Theme.heading)
        return inside(size, in: bounds)
    }

    /// The inside of a box, for the mouse.
    static func inside(_ size: Size, in bounds: Rect) -> Rect { bounds.centered(size).inset(columns: 2, rows: 1) }
}

/// Every command that works here, searchable; Enter runs one.
enum HelpOverlay {
    private static func boxSize(_ size: Size) -> Size {
        Size(columns: min(70, size.columns - 4), rows: min(Command.all.count + 4, size.rows - 2))
    }

    /// Lines of commands that can be seen.
    static func rows(_ size: Size) -> Int { max(1, boxSize(size).rows - 3) }

    /// Where they stand.
    static func list(_ size: Size) -> Rect { Box.inside(boxSize(size), in: size.bounds).splitTop(1).1 }

    static func draw(_ view: HelpView, _ state: ConsoleState, _ cells: inout CellBuffer) -> Point {
        let found = view.found(state)
        let inside = Box.draw(boxSize(state.size), title: Words.help(state.language), in: state.size.bounds, state.settings.borders, &cells)
        let (search, list) = inside.splitTop(1)
        _ = cells.write("/", at: search.origin, style: Theme.key)
        let cursor = view.field.render(
            into: &cells, rect: Rect(column: search.minColumn + 2, row: search.minRow, columns: search.columns - 2, rows: 1), style: Theme.plain)
        let visible = view.state.visible(count: found.count, height: list.rows)
        for (offset, index) in visible.enumerated() {
            let command = found[index]
            let row = list.row(offset)
            let style = index == view.state.selection ? Theme.selection : Theme.plain
            let keys = state.settings.keys.keys(of: command).map(\.label).joined(separator: " ")
            let line = keys.fitted(to: 18) + " " + command.title(state.language)
            _ = cells.write(line.fitted(to: row.columns), at: row.origin, style: style, limit: row.columns)
            let group = command.group.phrase(state.language)
            let groupColumns = DisplayWidth().of(group)
            if row.columns > groupColumns + 50 {
                _ = cells.write(group, at: Point(column: row.maxColumn - groupColumns, row: row.minRow), style: style.with(dim: true))
            }
        }
        return cursor
    }
}

/// Where to export to, asked on the message line.
enum ExportOverlay {
    static func draw(_ prompt: ExportPrompt, _ state: ConsoleState, _ layout: Layout, _ cells: inout CellBuffer) -> Point {
        let columns = min(70, state.size.columns - 4)
        let inside = Box.draw(Size(columns: columns, rows: 4), title: prompt.title(state.language), in: state.size.bounds, state.settings.borders, &cells)
        return prompt.field.render(into: &cells, rect: inside.row(0), style: Theme.field)
    }
}
