/// A record while its cells are being read into it.
public protocol RecordEntry: Sendable {
    associatedtype Record: Sendable
    /// The one list of columns, in the order of sheets and forms.
    static var columns: [Column<Self>] { get }
    /// Where each column stands among them, by identifier.
    static var positions: [String: Int] { get }
    /// And by all that its header may be, as `PlainText.key` makes it.
    static var titles: [String: Int] { get }

    /// Why the record does not stand: kept by the store, and of no sheet.
    var absence: Absence? { get set }

    /// A new record of which nothing is known.
    init(id: RecordID, near: PlaceID, day: Day)

    /// The entry that such cells make: the way back from the store.
    ///
    /// A requirement, though all have the same, so that each is compiled for
    /// its own type: a whole store is read through it.
    init(id: RecordID, near: PlaceID, day: Day, cells: [(column: String, text: String)], _ reading: inout CellReading) throws(CellProblem)

    /// The cells that say something, in the store's words: what the store
    /// keeps of a record, and what its commitment covers. A requirement for
    /// the same reason.
    ///
    /// - Parameter personal: the personal ones, or the others.
    func cells(personal: Bool, _ catalogue: Catalogue) -> [(column: String, text: String)]

    /// Checks what several cells say together, and fills in what follows
    /// from others.
    mutating func finish(_ reading: inout CellReading) throws(CellProblem) -> Record
}

extension RecordEntry {
    /// Reads one cell; an empty one leaves the entry as it is.
    public mutating func read(_ text: String, _ column: Column<Self>, _ reading: inout CellReading) throws(CellProblem) {
        let text = PlainText.trimmed(text)
        guard !text.isEmpty else { return }
        reading.column = column.title
        try column.read(text, &self, &reading)
    }

    public static func column(_ id: String) -> Column<Self>? {
        positions[id].map { columns[$0] }
    }

    /// The column of a sheet's header.
    ///
    /// - Parameter title: as `PlainText.key` makes it.
    public static func column(titled title: String) -> Column<Self>? {
        titles[title].map { columns[$0] }
    }

    static func index(_ columns: [Column<Self>]) -> [String: Int] {
        Dictionary(columns.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// A column's own names come before what is also read as it.
    static func titleIndex(_ columns: [Column<Self>]) -> [String: Int] {
        let own = columns.enumerated().flatMap { index, column in [column.id, column.title.chinese, column.title.english].map { ($0, index) } }
        let others = columns.enumerated().flatMap { index, column in column.synonyms.map { ($0, index) } }
        return Dictionary((own + others).map { (PlainText.key($0), $1) }, uniquingKeysWith: { first, _ in first })
    }

    public func cells(personal: Bool, _ catalogue: Catalogue) -> [(column: String, text: String)] {
        let form = ColumnForm(catalogue, nil)
        let columns = Self.columns
        var cells: [(column: String, text: String)] = []
        cells.reserveCapacity(columns.count)
        for position in columns.indices where columns[position].isPersonal == personal {
            let text = columns[position].write(self, form)
            if !text.isEmpty { cells.append((columns[position].id, text)) }
        }
        return absence.map { cells + $0.cells(personal: personal) } ?? cells
    }

    public init(
        id: RecordID, near: PlaceID, day: Day, cells: [(column: String, text: String)], _ reading: inout CellReading
    ) throws(CellProblem) {
        self.init(id: id, near: near, day: day)
        // What was odd about it was said when it came in.
        reading.isExact = true
        defer { reading.isExact = false }
        let columns = Self.columns
        var next = 0
        for cell in cells {
            guard let position = Self.position(of: cell.column, from: next, columns) else {
                try Absence.read(cell.column, cell.text, into: &absence)
                continue
            }
            next = position + 1
            reading.column = columns[position].title
            try columns[position].read(cell.text, &self, &reading)
        }
    }

    /// Where a column stands. Cells come in the order of the columns, so that
    /// the next one is found a few places on.
    private static func position(of id: String, from next: Int, _ columns: [Column<Self>]) -> Int? {
        for position in next..<columns.count where columns[position].id == id { return position }
        for position in 0..<next where columns[position].id == id { return position }
        return nil
    }
}
