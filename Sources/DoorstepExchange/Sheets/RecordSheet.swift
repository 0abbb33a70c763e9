import DoorstepCore

/// A sheet of records, row by row, its columns understood.
struct RecordSheet<Entry: RecordEntry> {
    private let layout: SheetLayout<Entry>
    private var lines: SheetLines

    init(_ sheet: UnderstoodSheet, of file: SheetFile) throws(SheetError) {
        layout = SheetLayout(sheet, try RowWidth(sheet, of: file))
        lines = try file.lines(sheet: sheet.sheet)
    }

    /// The next row below the header that holds anything, does not repeat the
    /// header and is no `PageLine`.
    mutating func next() throws(SheetError) -> SheetRow<Entry>? {
        try lines.next(layout.sheet).map { SheetRow(line: $0, layout: layout) }
    }
}

/// Where each of a record's columns stands in a sheet: worked out once, so
/// that a row need copy nothing of it.
final class SheetLayout<Entry: RecordEntry>: Sendable {
    let sheet: UnderstoodSheet
    let identifier: Int?
    /// In the order of the record's columns, whatever order the sheet has:
    /// some are read in the light of those before.
    let columns: [Place]
    /// Recognised, and no column of the record: dropped or only noted.
    let asides: [(position: Int, title: String)]
    let width: RowWidth

    struct Place: Sendable {
        let position: Int
        let column: Column<Entry>
        let isMasked: Bool
    }

    init(_ sheet: UnderstoodSheet, _ width: RowWidth) {
        self.sheet = sheet
        self.width = width
        identifier = sheet.columns.first { $0.meaning == .identifier }?.position
        columns = sheet.columns
            .compactMap { column in
                guard case .column(let id) = column.meaning, let known = Entry.column(id) else { return nil }
                return Place(position: column.position, column: known, isMasked: known.masking != .none)
            }
            .sorted { (Entry.positions[$0.column.id] ?? 0) < (Entry.positions[$1.column.id] ?? 0) }
        asides = sheet.columns.compactMap { column in
            guard case .aside(let title) = column.meaning else { return nil }
            return (column.position, title)
        }
    }
}

extension SheetLines {
    /// The next row of data.
    mutating func next(_ sheet: UnderstoodSheet) throws(SheetError) -> SheetLine? {
        while let line = try next() {
            if let header = sheet.header, line.line <= header.upperBound { continue }
            if line.cells.contains(where: { !PlainText.trimmed($0).isEmpty }), !sheet.isHeader(line.cells), !PageLine.isOne(line.cells) { return line }
        }
        return nil
    }
}

/// A row of a record's sheet.
struct SheetRow<Entry: RecordEntry>: Sendable {
    let line: SheetLine
    let layout: SheetLayout<Entry>

    private func text(_ position: Int) -> String { position < line.cells.count ? line.cells[position] : "" }

    var identifier: String { layout.identifier.map { PlainText.trimmed(text($0)) } ?? "" }

    var asides: [(title: String, text: String)] { layout.asides.map { ($0.title, PlainText.trimmed(text($0.position))) } }

    func note(_ reason: Phrase) -> RowNote {
        RowNote(file: layout.sheet.file, line: line.line, reason: reason, cells: line.cells, titles: layout.sheet.titles)
    }

    /// Reads the row's cells into an entry.
    ///
    /// - Parameter isNew: whether the required cells have to be there; of a
    ///   known record an empty cell keeps what is known.
    func fill(_ entry: inout Entry, isNew: Bool, _ reading: inout CellReading) throws(CellProblem) {
        if case .unclosedQuote(let line)? = line.problem {
            throw CellProblem(
                column: Phrase("引号", "quote"), value: "",
                reason: Phrase("第 \(line) 行的引号没有合上", "the quote on line \(line) is not closed"),
                mend: Phrase("请补上或去掉引号", "close it or take it away"))
        }
        if isNew { try checkRequired() }
        let cells = line.cells
        for place in layout.columns.indices {
            let position = layout.columns[place].position
            guard position < cells.count, !cells[position].isEmpty else { continue }
            if layout.columns[place].isMasked, cells[position].utf8.contains(UInt8(ascii: "*")),
                isMaskedAgain(cells[position], layout.columns[place].column, entry, isNew: isNew, &reading) { continue }
            try entry.read(cells[position], layout.columns[place].column, &reading)
        }
    }

    private func checkRequired() throws(CellProblem) {
        for column in Entry.columns where column.isRequired {
            let place = layout.columns.first { $0.column.id == column.id }
            guard place.map({ PlainText.trimmed(text($0.position)).isEmpty }) ?? true else { continue }
            throw CellProblem(
                column: column.title, value: "", reason: Phrase("必填，这里是空的", "required, and empty"), mend: Phrase("请补上", "fill it in"))
        }
    }

    /// Whether a cell is what a masked sheet shows of what is known, or is
    /// masked where that can be left out: then it says nothing new.
    private func isMaskedAgain(_ text: String, _ column: Column<Entry>, _ entry: Entry, isNew: Bool, _ reading: inout CellReading) -> Bool {
        if !isNew, PlainText.trimmed(text) == column.masking(column.text(of: entry, ColumnForm(reading.catalogue, .chinese))) { return true }
        guard !column.isRequired || !isNew else { return false }
        reading.noteMasked(text, in: column.title)
        return true
    }
}
