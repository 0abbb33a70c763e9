import DoorstepCore

/// A sheet of records, row by row, its columns understood.
struct RecordSheet<Entry: RecordEntry> {
    let sheet: UnderstoodSheet
    private let meanings: [Int: Meaning]
    private var lines: SheetLines

    enum Meaning: Sendable {
        case identifier
        case column(Column<Entry>)
        /// Recognised, and no column of the record: dropped or only noted.
        case aside(String)
    }

    init(_ sheet: UnderstoodSheet, of file: SheetFile) throws(SheetError) {
        self.sheet = sheet
        meanings = RecordSheet.meanings(sheet)
        lines = try file.lines(sheet: sheet.sheet)
    }

    private static func meanings(_ sheet: UnderstoodSheet) -> [Int: Meaning] {
        var meanings: [Int: Meaning] = [:]
        for column in sheet.columns {
            switch column.meaning {
            case .identifier: meanings[column.position] = .identifier
            case .column(let id): meanings[column.position] = Entry.column(id).map { .column($0) }
            case .aside(let title): meanings[column.position] = .aside(title)
            case .ignored: continue
            }
        }
        return meanings
    }

    /// A row that was read before, once more.
    static func row(_ note: RowNote, of sheet: UnderstoodSheet) -> SheetRow<Entry> {
        SheetRow(SheetLine(line: note.line, record: 0, cells: note.cells, problem: nil), meanings(sheet), sheet)
    }

    /// The next row below the header that holds anything and does not repeat
    /// the header.
    mutating func next() throws(SheetError) -> SheetRow<Entry>? {
        try lines.next(sheet).map { SheetRow($0, meanings, sheet) }
    }
}

extension SheetLines {
    /// The next row of data.
    mutating func next(_ sheet: UnderstoodSheet) throws(SheetError) -> SheetLine? {
        while let line = try next() {
            if let header = sheet.header, line.line <= header.upperBound { continue }
            if line.cells.contains(where: { !PlainText.trimmed($0).isEmpty }), !sheet.isHeader(line.cells) { return line }
        }
        return nil
    }
}

/// A row of a record's sheet, its cells told apart by what they mean.
struct SheetRow<Entry: RecordEntry> {
    let line: Int
    let identifier: String
    let cells: [(column: Column<Entry>, text: String)]
    let asides: [(title: String, text: String)]
    private let problem: CSVProblem?
    private let file: String
    private let raw: [String]
    private let titles: [String]

    fileprivate init(_ row: SheetLine, _ meanings: [Int: RecordSheet<Entry>.Meaning], _ sheet: UnderstoodSheet) {
        line = row.line
        problem = row.problem
        file = sheet.file
        raw = row.cells
        titles = sheet.titles
        var identifier = ""
        var cells: [(column: Column<Entry>, text: String)] = []
        var asides: [(title: String, text: String)] = []
        for (position, text) in row.cells.enumerated() {
            switch meanings[position] {
            case .identifier?: identifier = PlainText.trimmed(text)
            case .column(let column)?: cells.append((column, text))
            case .aside(let title)?: asides.append((title, PlainText.trimmed(text)))
            case nil: continue
            }
        }
        self.identifier = identifier
        // In the order of the columns, whatever order the sheet has: some are
        // read in the light of those before.
        self.cells = cells.sorted { (Entry.positions[$0.column.id] ?? 0) < (Entry.positions[$1.column.id] ?? 0) }
        self.asides = asides
    }

    func note(_ reason: Phrase) -> RowNote {
        RowNote(file: file, line: line, reason: reason, cells: raw, titles: titles)
    }

    /// Reads the row's cells into an entry.
    ///
    /// - Parameter isNew: whether the required cells have to be there; of a
    ///   known record an empty cell keeps what is known.
    func fill(_ entry: inout Entry, isNew: Bool, _ reading: inout CellReading) throws(CellProblem) {
        if case .unclosedQuote(let line)? = problem {
            throw CellProblem(
                column: Phrase("引号", "quote"), value: "",
                reason: Phrase("第 \(line) 行的引号没有合上", "the quote on line \(line) is not closed"),
                mend: Phrase("请补上或去掉引号", "close it or take it away"))
        }
        if isNew {
            for column in Entry.columns where column.isRequired {
                let text = cells.first { $0.column.id == column.id }?.text ?? ""
                guard PlainText.trimmed(text).isEmpty else { continue }
                throw CellProblem(
                    column: column.title, value: "", reason: Phrase("必填，这里是空的", "required, and empty"), mend: Phrase("请补上", "fill it in"))
            }
        }
        let form = ColumnForm(reading.catalogue, .chinese)
        for cell in cells {
            // A masked sheet that comes back says nothing new.
            if cell.column.masking != .none, cell.text.contains("*") {
                let known = cell.column.masking(cell.column.text(of: entry, form))
                if !isNew, PlainText.trimmed(cell.text) == known { continue }
                if !cell.column.isRequired || !isNew {
                    reading.noteMasked(cell.text, in: cell.column.title)
                    continue
                }
            }
            try entry.read(cell.text, cell.column, &reading)
        }
    }
}
