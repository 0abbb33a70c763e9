import DoorstepCore
import TerminalUI

/// What a search shall be called.
enum SearchPromptOverlay {
    static func draw(_ prompt: SearchPrompt, _ state: ConsoleState, _ cells: inout CellBuffer) -> Point {
        let language = state.language
        let columns = min(70, state.size.columns - 4)
        let question = prompt.taken.map { taken in
            let known = state.model?.searches.first { $0.search == taken }
            return Words.replaceSearch(taken.name, known?.text ?? Phrase(verbatim: taken.query))
        } ?? prompt.error
        let notes = question?(language).wrapped(to: columns - 4).prefix(4) ?? []
        let rows = min(5 + notes.count, state.size.rows - 2)
        let inside = Box.draw(Size(columns: columns, rows: rows), title: Words.saveSearch(language), in: state.size.bounds, state.settings.borders, &cells)
        _ = cells.write(prompt.query.fitted(to: inside.columns), at: inside.origin, style: Theme.muted, limit: inside.columns)
        let label = Words.searchName(language) + " "
        let labelColumns = DisplayWidth().of(label)
        _ = cells.write(label, at: inside.row(1).origin, style: Theme.key)
        let field = inside.row(1)
        let cursor = prompt.field.render(
            into: &cells, rect: Rect(column: field.minColumn + labelColumns, row: field.minRow, columns: field.columns - labelColumns, rows: 1),
            style: Theme.field)
        for (index, note) in notes.enumerated() {
            let row = inside.row(2 + index)
            _ = cells.write(note, at: row.origin, style: prompt.taken == nil ? Theme.error : Theme.warning, limit: row.columns)
        }
        if prompt.isSaving { _ = cells.write(Words.saving(language), at: inside.row(2).origin, style: Theme.muted, limit: inside.columns) }
        return cursor
    }
}

/// The saved searches of a list: type to find one, Enter uses it.
enum SearchesOverlay {
    private static func boxSize(_ size: Size) -> Size {
        Size(columns: min(76, size.columns - 4), rows: min(18, size.rows - 2))
    }

    /// Lines of searches that can be seen.
    static func rows(_ size: Size) -> Int { max(1, boxSize(size).rows - 4) }

    /// Where they stand.
    static func list(_ size: Size) -> Rect { Box.inside(boxSize(size), in: size.bounds).splitTop(1).1.splitBottom(1).0 }

    static func draw(_ view: SearchesView, _ state: ConsoleState, _ cells: inout CellBuffer) -> Point {
        let language = state.language
        let title = (Words.savedSearches + Phrase(verbatim: " > ") + view.list.tab)(language)
        let inside = Box.draw(boxSize(state.size), title: title, in: state.size.bounds, state.settings.borders, &cells)
        let (typed, below) = inside.splitTop(1)
        let (list, note) = below.splitBottom(1)
        _ = cells.write("/", at: typed.origin, style: Theme.key)
        let cursor = view.field.render(
            into: &cells, rect: Rect(column: typed.minColumn + 2, row: typed.minRow, columns: typed.columns - 2, rows: 1), style: Theme.plain)
        let found = view.found(state.model)
        guard !found.isEmpty else {
            let text = view.field.isEmpty ? Words.noSearches : Words.noSuchSearch
            for (index, line) in text(language).wrapped(to: list.columns).prefix(list.rows).enumerated() {
                _ = cells.write(line, at: list.row(index).origin, style: Theme.muted, limit: list.columns)
            }
            return cursor
        }
        for (offset, index) in view.state.visible(count: found.count, height: list.rows).enumerated() {
            let row = list.row(offset)
            let isChosen = index == view.state.selection
            let line = (isChosen ? ">" : " ") + text(found[index], columns: row.columns - 1, language)
            _ = cells.write(line.fitted(to: row.columns), at: row.origin, style: isChosen ? Theme.selection : Theme.plain, limit: row.columns)
        }
        let chosen = found.indices.contains(view.state.selection) ? found[view.state.selection] : nil
        let said = view.asked.map { Words.removeSearch($0) } ?? chosen?.problem?.message
        if let said { _ = cells.write(said(language).fitted(to: note.columns), at: note.origin, style: Theme.warning, limit: note.columns) }
        return cursor
    }

    /// Name and query; a `!` between them where it is no longer understood,
    /// and the query alone where it is the name.
    private static func text(_ reading: SearchReading, columns: Int, _ language: Language) -> String {
        let name = reading.search.name.text
        let query = reading.text(language)
        let mark = reading.problem == nil ? " " : "!"
        if name == query { return name.fitted(to: columns - 2) + mark }
        let nameColumns = max(8, columns * 2 / 5)
        return name.fitted(to: nameColumns) + mark + query.fitted(to: max(0, columns - nameColumns - 2))
    }
}
