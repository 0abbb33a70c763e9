import DoorstepCore
import TerminalUI

/// The rows whose records may be known already, and beside the list, or below
/// it where the screen is narrow, what the chosen row and the known record
/// say.
enum ImportDoublesPane {
    /// Narrower than that, two records do not stand beside a list.
    private static let narrowest = 46

    static func isBeside(_ size: Size) -> Bool { Layout(size).side.columns >= narrowest }

    /// Titles, lines, and both records.
    private static func areas(_ size: Size) -> (titles: Rect, list: Rect, comparison: Rect) {
        let layout = Layout(size)
        if isBeside(size) { return (layout.columnTitles, layout.rows, layout.side) }
        let rows = layout.rows.rows
        let body = Rect(column: 0, row: layout.columnTitles.minRow, columns: size.columns, rows: rows + 1)
        let (titles, rest) = body.splitTop(1)
        let (list, below) = rest.splitTop(max(2, rows / 3))
        return (titles, list, below.inset(left: 1, right: 1))
    }

    static func list(_ size: Size) -> Rect { areas(size).list }

    static func draw(_ view: ImportView, _ state: ConsoleState, _ cells: inout CellBuffer) -> Point {
        let language = state.language
        let (titles, list, comparison) = areas(state.size)
        let doubles = view.doubles
        let table = Table(columns: [
            Table.Column(title: ImportWords.line(language), minimum: 5, ideal: 6, alignment: .trailing, priority: 7),
            Table.Column(title: ImportWords.thisRow(language), minimum: 8, ideal: 14, weight: 1, priority: 10),
            Table.Column(title: ImportWords.maybe(language), minimum: 10, ideal: 22, weight: 1, priority: 9),
            Table.Column(title: ImportWords.because(language), minimum: 10, ideal: 27, priority: 6),
            Table.Column(title: ImportWords.decision(language), minimum: 8, ideal: 12, priority: 8),
        ])
        let widths = table.widths(in: list.columns - 2)
        _ = cells.write(table.header(widths: widths), at: Point(column: titles.minColumn + 1, row: titles.minRow), style: Theme.column, limit: titles.columns - 2)
        let visible = view.state.visible(count: doubles.count, height: list.rows)
        for (offset, index) in visible.enumerated() {
            let double = doubles[index]
            let row = list.row(offset)
            let isChosen = index == view.state.selection
            let style = isChosen ? Theme.selection : Theme.plain
            if isChosen { cells.fill(row, style: style) }
            _ = cells.write(isChosen ? ">" : " ", at: row.origin, style: style)
            let values = [
                String(double.line), Masking.numbers(in: double.row.name), double.knownName(language), double.reason.phrase(language),
                view.decided(double)(language),
            ]
            _ = cells.write(table.line(values, widths: widths), at: Point(column: row.minColumn + 1, row: row.minRow), style: style, limit: row.columns - 2)
        }
        if let double = view.double, let catalogue = state.model?.catalogue {
            let fields = ComparedField.all(double.row, double.known, catalogue, language)
            ComparisonPane.draw(fields, (ImportWords.thisRow, double.knownTitle), in: comparison, language, &cells)
        }
        return Point(column: list.minColumn, row: list.minRow + max(0, min(list.rows - 1, view.state.selection - visible.lowerBound)))
    }
}

extension ImportView {
    var decisions: DoubleDecisions { request?.decisions ?? DoubleDecisions() }

    /// What becomes of a double, and whether somebody said so.
    func decided(_ double: IntakeDouble) -> Phrase {
        let decision = decisions.decision(of: double).phrase
        return decisions.isOpen(double) ? ImportWords.undecided + decision : decision
    }

    func said(_ double: IntakeDouble, _ language: Language) -> Phrase {
        let name = Phrase(verbatim: Masking.numbers(in: double.row.name))
        let known = Phrase(verbatim: double.knownName(language))
        return .clauses([
            Phrase("第 \(double.line) 行 ", "line \(double.line) ") + name, ImportWords.maybe + Phrase(verbatim: " ") + known, double.reason.phrase, decided(double),
        ])
    }

    /// All of what a double says, and what can be done.
    func told(_ double: IntakeDouble, _ state: ConsoleState) -> [Phrase] {
        guard let catalogue = state.model?.catalogue else { return [] }
        return [said(double, state.language)] + ComparedField.all(double.row, double.known, catalogue, state.language).map(\.said)
    }
}

extension IntakeDouble {
    /// Which record is known: its name before its identifier, which tells
    /// nobody who it is and leaves no room for more at 80 columns.
    func knownName(_ language: Language) -> String {
        let name = Masking.numbers(in: known.name)
        return isKnownFromSheet ? ImportWords.inThisSheet(language) + " " + name : name + " " + known.id.text
    }

    var knownTitle: Phrase { isKnownFromSheet ? ImportWords.inThisSheet : ImportWords.knownRecord + Phrase(verbatim: " \(known.id.text)") }
}
