import DoorstepCore
import TerminalUI

/// The lines of a page on the left, with their pictures; on the right what
/// the chosen one says, its chart over it.
enum PagePane {
    /// - Returns: where the chosen line stands.
    static func draw(_ page: Page, _ state: ConsoleState, _ layout: Layout, _ cells: inout CellBuffer) -> Point {
        let language = state.language
        let view = state.page ?? PageView()
        let face = page.face?(state)
        let area = layout.rows
        let room = area.columns - 2
        let table = Table(columns: face?.columns ?? page.columns ?? columns(page))
        let widths = table.widths(in: room)
        if let face {
            drawFace(face, table.header(widths: widths), layout, language, &cells)
        } else {
            _ = cells.write(
                page.title(language).fitted(to: layout.heading.columns - 2), at: Point(column: 1, row: layout.heading.minRow), style: Theme.heading)
        }
        let valueCount = face.map { $0.columns.count - 1 } ?? page.valueCount
        guard let lines = view.lines, !lines.isEmpty else {
            let text = view.lines == nil && face == nil ? (state.model == nil ? Words.opening : Words.working) : face?.emptyText ?? page.emptyText
            for (index, line) in text(language).wrapped(to: room).prefix(area.rows).enumerated() {
                _ = cells.write(line, at: Point(column: 1, row: area.minRow + index), style: Theme.muted)
            }
            return area.origin
        }
        let bar = Bar(state.settings.borders.glyphs)
        let visible = view.state.visible(count: lines.count, height: area.rows)
        for (offset, index) in visible.enumerated() {
            let line = lines[index]
            let row = Rect(column: area.minColumn, row: area.minRow + offset, columns: area.columns, rows: 1)
            let isChosen = index == view.state.selection
            let style = isChosen ? Theme.selection : line.isHeading ? Theme.column : Theme.plain
            if isChosen {
                cells.fill(row, style: style)
                _ = cells.write(">", at: row.origin, style: style)
            }
            if state.isMarked(line) { _ = cells.write("*", at: row.origin, style: style.with(bold: true)) }
            let pictureColumns = widths.last ?? 0
            let picture = line.picture.map { $0.text(columns: pictureColumns, bar) } ?? ""
            let texts = line.values(state.shown)
            let values = [line.title(state.shown)(language)] + (0..<valueCount).map { texts.indices.contains($0) ? texts[$0](language) : "" } + (table.columns.count > valueCount + 1 ? [picture] : [])
            _ = cells.write(table.line(values, widths: widths), at: Point(column: row.minColumn + 1, row: row.minRow), style: style, limit: room)
        }
        drawSide(view.selected, warning: face?.warning, bar, state, layout, language, &cells)
        return Point(column: area.minColumn, row: area.minRow + max(0, view.state.selection - visible.lowerBound))
    }

    private static func drawFace(_ face: PageFace, _ heads: String, _ layout: Layout, _ language: Language, _ cells: inout CellBuffer) {
        let marked = face.markCount > 0 ? " " + Words.marked(face.markCount)(language) + " " : ""
        let columns = DisplayWidth().of(marked)
        _ = cells.write(
            face.title(language).fitted(to: max(0, layout.heading.columns - 2 - columns)), at: Point(column: 1, row: layout.heading.minRow), style: Theme.heading)
        _ = cells.write(marked, at: Point(column: layout.heading.maxColumn - columns, row: layout.heading.minRow), style: Theme.plain)
        _ = cells.write(face.second(language).fitted(to: layout.search.columns - 2), at: Point(column: 1, row: layout.search.minRow), style: Theme.plain)
        _ = cells.write(
            heads, at: Point(column: layout.columnTitles.minColumn + 1, row: layout.columnTitles.minRow), style: Theme.column,
            limit: layout.columnTitles.columns - 2)
    }

    private static func columns(_ page: Page) -> [Table.Column] {
        [Table.Column(title: "", minimum: 12, ideal: 20, weight: 2, priority: 9)]
            + (0..<page.valueCount).map { _ in Table.Column(title: "", minimum: 6, ideal: 8, alignment: .trailing, priority: 5) }
            + [Table.Column(title: "", minimum: 12, ideal: 15, weight: 1, priority: 8)]
    }

    private static let chartRows = 6

    private static func drawSide(_ line: PageLine?, warning: Phrase?, _ bar: Bar, _ state: ConsoleState, _ layout: Layout, _ language: Language, _ cells: inout CellBuffer) {
        guard let line else { return }
        var side = SideText(layout.side, language)
        if let warning { side.add(warning, Theme.warning) }
        if line.about == nil { side.add(line.title, Theme.heading) }
        if let chart = line.chart {
            // Bars as wide as there is room for, a blank between two where there is.
            let count = max(1, chart.values.count)
            let greatest = chart.values.max() ?? 0
            let scale = String(greatest)
            let pad = String(repeating: " ", count: scale.count)
            let share = (layout.side.columns - scale.count - 1) / count
            let gap = share > 1 ? 1 : 0
            let barColumns = max(1, min(4, share - gap))
            let numbers = chart.values.map { Double($0) }
            let rows = chart.isLine
                ? bar.lineChart(numbers, rows: chartRows, step: barColumns + gap) : bar.chart(numbers, rows: chartRows, barColumns: barColumns, gap: gap)
            for (index, row) in rows.enumerated() {
                side.add(Phrase(verbatim: (index == 0 ? scale : pad) + " " + row), wraps: false)
            }
            let width = count * (barColumns + gap) - gap
            let between = max(1, width - chart.first.count - chart.last.count)
            side.add(Phrase(verbatim: "\(pad) \(chart.first)\(String(repeating: " ", count: between))\(chart.last)"), Theme.muted, wraps: false)
        }
        side.add(line.details(state.shown, revealed: state.revealed))
        side.draw(into: &cells)
    }
}

extension PageLine.Picture {
    func text(columns: Int, _ bar: Bar) -> String {
        switch self {
        case .spark(let values): return bar.sparkline(values)
        case .bar(let share): return bar.horizontal(share, columns: columns)
        case .balance(let left, let right):
            // The left half is drawn from the middle outwards, in whole columns.
            let half = max(0, (columns - 1) / 2)
            let whole = left > 0 ? max(1, Int(left * Double(half) + 0.5)) : 0
            return String(repeating: " ", count: half - min(half, whole)) + String(repeating: bar.full, count: min(half, whole)) + "|"
                + bar.horizontal(right, columns: half).replacing(".", with: " ")
        }
    }
}
