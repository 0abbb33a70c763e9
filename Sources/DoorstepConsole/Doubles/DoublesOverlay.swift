import DoorstepCore
import TerminalUI

/// The pairs, or two records side by side.
enum DoublesOverlay {
    private static func boxSize(_ size: Size) -> Size { Size(columns: min(120, size.columns - 2), rows: size.rows - 4) }

    /// Below it the message and the hints stay to be seen.
    private static func bounds(_ size: Size) -> Rect { Rect(column: 0, row: 1, columns: size.columns, rows: max(0, size.rows - 3)) }

    /// Lines that can be seen.
    static func rows(_ size: Size) -> Int { max(1, list(size).rows) }

    /// Where they stand.
    static func list(_ size: Size) -> Rect { Box.inside(boxSize(size), in: bounds(size)).splitTop(1).1 }

    static func draw(_ view: DoublesView, _ state: ConsoleState, _ cells: inout CellBuffer) -> Point {
        let language = state.language
        let title = view.merging.map { view.title + Phrase(verbatim: " > ") + $0.reason.phrase } ?? view.title
        let inside = Box.draw(boxSize(state.size), title: title(language), in: bounds(state.size), state.settings.borders, &cells)
        let (head, list) = inside.splitTop(1)
        if let merging = view.merging { return drawMerge(merging, view, state, head, list, &cells) }
        let pairs = view.pairs ?? []
        guard !pairs.isEmpty else {
            _ = cells.write((view.pairs == nil ? DoublesWords.searching : DoublesWords.none)(language).fitted(to: head.columns), at: head.origin, style: Theme.muted)
            return head.origin
        }
        let table = Table(columns: [
            Table.Column(title: DoublesWords.first(language), minimum: 12, ideal: 24, weight: 1, priority: 9),
            Table.Column(title: DoublesWords.second(language), minimum: 12, ideal: 24, weight: 1, priority: 9),
            Table.Column(title: ImportWords.because(language), minimum: 12, ideal: 20, priority: 8),
        ])
        let lines = pairs.map { [view.name($0.first, state.model), view.name($0.second, state.model), $0.reason.phrase(language)] }
        return draw(table, lines, view.state, head, list, &cells) { _ in Theme.plain }
    }

    private static func drawMerge(
        _ merging: DoublesView.Merging, _ view: DoublesView, _ state: ConsoleState, _ head: Rect, _ list: Rect, _ cells: inout CellBuffer
    ) -> Point {
        let language = state.language
        guard let model = state.model else { return head.origin }
        let merge: Merge
        do throws(MergeRefusal) {
            merge = try merging.merge(view.kind, model)
        } catch {
            for (offset, line) in error.message(language).wrapped(to: head.columns).prefix(list.rows).enumerated() {
                _ = cells.write(line, at: Point(column: head.minColumn, row: head.minRow + offset), style: Theme.error)
            }
            return head.origin
        }
        let lines = MergeLine.all(merge, model, language)
        let table = Table(columns: [
            // A mark that needs no colour.
            Table.Column(title: "", minimum: 1, priority: 7),
            Table.Column(title: DoublesWords.field(language), minimum: 8, ideal: 14, priority: 8),
            Table.Column(title: DoublesWords.keeps(language) + merging.kept.text, minimum: 10, ideal: 16, weight: 1, priority: 9),
            Table.Column(title: merging.other.text, minimum: 10, ideal: 16, weight: 1, priority: 9),
            Table.Column(title: DoublesWords.afterwards(language), minimum: 8, ideal: 10, priority: 8),
        ])
        let values = lines.map { [$0.isDiffering ? "*" : "", $0.title(language), $0.kept, $0.other, $0.choice?.phrase(language) ?? ""] }
        let cursor = draw(table, values, merging.state, head, list, &cells) { lines[$0].isDiffering ? Theme.warning : Theme.muted }
        guard merging.isAsked || merging.isSaving, list.rows > 0 else { return cursor }
        let question = merging.isSaving ? Words.saving : DoublesWords.ask(merging)
        let last = list.row(list.rows - 1)
        cells.fill(last, style: Theme.selection)
        _ = cells.write(question(language).fitted(to: last.columns), at: last.origin, style: Theme.selection, limit: last.columns)
        return last.origin
    }

    private static func draw(
        _ table: Table, _ lines: [[String]], _ state: ListState, _ head: Rect, _ list: Rect, _ cells: inout CellBuffer, style: (Int) -> Style
    ) -> Point {
        let widths = table.widths(in: list.columns - 1)
        _ = cells.write(table.header(widths: widths), at: Point(column: head.minColumn + 1, row: head.minRow), style: Theme.column, limit: head.columns - 1)
        let visible = state.visible(count: lines.count, height: list.rows)
        for (offset, index) in visible.enumerated() {
            let row = list.row(offset)
            let isChosen = index == state.selection
            let style = isChosen ? Theme.selection : style(index)
            if isChosen { cells.fill(row, style: style) }
            let text = (isChosen ? ">" : " ") + table.line(lines[index], widths: widths)
            _ = cells.write(text, at: row.origin, style: style, limit: row.columns)
        }
        return Point(column: list.minColumn, row: list.minRow + max(0, state.selection - visible.lowerBound))
    }
}
