import DoorstepCore

/// A sheet of records, row by row, its columns understood.
struct RecordSheet<Entry: RecordEntry> {
    let sheet: UnderstoodSheet
    /// What is read of a row: in the order of the columns, whatever order the
    /// sheet has, since some are read in the light of those before.
    private let meanings: [(position: Int, meaning: Meaning)]
    private let titles: [String]
    private var lines: SheetLines

    enum Meaning: Sendable {
        case identifier
        /// By its place among the entry's columns.
        case column(Int)
        /// Recognised, and no column of the record: dropped or only noted.
        case aside(String)
    }

    init(_ sheet: UnderstoodSheet, of file: SheetFile) throws(SheetError) {
        self.sheet = sheet
        var meanings: [(order: Int, position: Int, meaning: Meaning)] = []
        for column in sheet.columns {
            switch column.meaning {
            case .identifier: meanings.append((-1, column.position, .identifier))
            case .column(let id):
                guard let order = Entry.positions[id] else { continue }
                meanings.append((order, column.position, .column(order)))
            case .aside(let title): meanings.append((.max, column.position, .aside(title)))
            case .ignored: continue
            }
        }
        self.meanings = meanings.sorted { ($0.order, $0.position) < ($1.order, $1.position) }.map { ($0.position, $0.meaning) }
        titles = sheet.titles
        lines = try file.lines(sheet: sheet.sheet)
    }

    /// The next row below the header that holds anything and does not repeat
    /// the header.
    mutating func next() throws(SheetError) -> SheetRow<Entry>? {
        try lines.next(sheet).map { SheetRow($0, meanings, sheet.file, titles) }
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
    /// Each with the place of its column among the entry's.
    let cells: [(column: Int, text: String)]
    let asides: [(title: String, text: String)]
    private let problem: CSVProblem?
    private let file: String
    private let raw: [String]
    private let titles: [String]

    fileprivate init(_ row: SheetLine, _ meanings: [(position: Int, meaning: RecordSheet<Entry>.Meaning)], _ file: String, _ titles: [String]) {
        line = row.line
        problem = row.problem
        self.file = file
        raw = row.cells
        self.titles = titles
        var identifier = ""
        var cells: [(column: Int, text: String)] = []
        var asides: [(title: String, text: String)] = []
        cells.reserveCapacity(meanings.count)
        for (position, meaning) in meanings where position < row.cells.count {
            switch meaning {
            case .identifier: identifier = PlainText.trimmed(row.cells[position])
            case .column(let column): cells.append((column, row.cells[position]))
            case .aside(let title): asides.append((title, PlainText.trimmed(row.cells[position])))
            }
        }
        self.identifier = identifier
        self.cells = cells
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
        // Columns are looked at where they stand: a copy of each for each row
        // takes longer than reading the row.
        let columns = Entry.columns
        if isNew {
            for position in columns.indices where columns[position].isRequired {
                let text = cells.first { $0.column == position }?.text ?? ""
                guard PlainText.trimmed(text).isEmpty else { continue }
                throw CellProblem(
                    column: columns[position].title, value: "", reason: Phrase("必填，这里是空的", "required, and empty"), mend: Phrase("请补上", "fill it in"))
            }
        }
        let form = ColumnForm(reading.catalogue, .chinese)
        for cell in cells {
            // A masked sheet that comes back says nothing new.
            if columns[cell.column].masking != .none, cell.text.utf8.contains(UInt8(ascii: "*")) {
                let column = columns[cell.column]
                let known = column.masking(column.text(of: entry, form))
                if !isNew, PlainText.trimmed(cell.text) == known { continue }
                if !column.isRequired || !isNew {
                    reading.noteMasked(cell.text, in: column.title)
                    continue
                }
            }
            try entry.read(cell.text, columns, at: cell.column, &reading)
        }
    }
}
