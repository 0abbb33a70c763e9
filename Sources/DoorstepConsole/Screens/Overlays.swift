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

/// The form of a placement step.
enum StepOverlay {
    static func draw(_ form: StepForm, _ state: ConsoleState, _ cells: inout CellBuffer) -> Point {
        let language = state.language
        let columns = min(64, state.size.columns - 4)
        let warnings = form.warnings.flatMap { (Words.blocked + Phrase("：", ": ") + $0)(language).wrapped(to: columns - 4) }
        let errors = form.error.map { $0(language).wrapped(to: columns - 4) } ?? []
        let labelColumns = 8
        let choices = rows(of: form, columns - 4 - labelColumns, language)
        let rows = form.heading.count + warnings.count + errors.count + choices.count + (form.takesBack == nil ? 7 : 8)
        let inside = Box.draw(Size(columns: columns, rows: min(rows, state.size.rows - 2)), title: Words.step(language), in: state.size.bounds, state.settings.borders, &cells)
        var row = inside.minRow
        func line(_ text: String, _ style: Style, _ cells: inout CellBuffer) {
            guard row < inside.maxRow else { return }
            _ = cells.write(text.fitted(to: inside.columns), at: Point(column: inside.minColumn, row: row), style: style, limit: inside.columns)
            row += 1
        }
        for (index, heading) in form.heading.enumerated() { line(heading(language), index == 0 ? Theme.heading : Theme.plain, &cells) }
        for warning in warnings { line(warning, Theme.warning, &cells) }
        row += 1
        var cursor = Point(column: inside.minColumn, row: row)
        for field in StepForm.Field.allCases {
            guard row < inside.maxRow else { break }
            let isFocused = field == form.focus
            let label = switch field {
            case .stage: Words.stage
            case .date: Words.date
            case .note: Words.note
            }
            _ = cells.write((isFocused ? ">" : " ") + label(language), at: Point(column: inside.minColumn, row: row), style: isFocused ? Theme.key : Theme.muted)
            let rect = Rect(column: inside.minColumn + labelColumns, row: row, columns: inside.columns - labelColumns, rows: 1)
            switch field {
            case .stage:
                for (number, line) in choices.enumerated() where row + number < inside.maxRow {
                    var column = rect.minColumn
                    for choice in line {
                        let isChosen = choice.index == form.chosen
                        if isChosen, isFocused { cursor = Point(column: column, row: row + number) }
                        column += cells.write(
                            choice.text, at: Point(column: column, row: row + number), style: isChosen ? Theme.key : Theme.muted,
                            limit: max(0, rect.maxColumn - column))
                    }
                }
                row += choices.count - 1
                if let takesBack = form.takesBack, row + 1 < inside.maxRow {
                    row += 1
                    _ = cells.write(takesBack(language), at: Point(column: rect.minColumn + 1, row: row), style: Theme.warning, limit: rect.columns - 1)
                }
            case .date:
                let point = form.date.render(into: &cells, rect: rect, style: Theme.field)
                if isFocused { cursor = point }
            case .note:
                let point = form.note.render(into: &cells, rect: rect, style: Theme.field)
                if isFocused { cursor = point }
            }
            row += 1
        }
        row += 1
        for error in errors { line(error, Theme.error, &cells) }
        if form.isSaving { line(Words.saving(language), Theme.muted, &cells) }
        return cursor
    }

    /// The choices, in as many rows as they take.
    private static func rows(of form: StepForm, _ columns: Int, _ language: Language) -> [[(index: Int, text: String)]] {
        let width = DisplayWidth()
        var rows: [[(index: Int, text: String)]] = [[]]
        var used = 0
        for (index, choice) in form.choices.enumerated() {
            let text = index == form.chosen ? "[\(choice.phrase(language))]" : " \(choice.phrase(language)) "
            let needed = width.of(text)
            if used > 0, used + needed > columns {
                rows.append([])
                used = 0
            }
            rows[rows.count - 1].append((index, text))
            used += needed
        }
        return rows
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
