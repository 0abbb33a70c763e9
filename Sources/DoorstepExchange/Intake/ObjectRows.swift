import DoorstepCore

/// Objects as rows of a sheet, the names of their members as its header: what
/// `export` writes as JSON, and what others do.
struct ObjectRows {
    /// Members that hold the objects, where others wrap them up.
    private static let containers = ["records", "rows", "data", "list"]
    /// The last line of JSON Lines holds no record.
    private static let checkpoint = ["checkpoint"]
    /// Cells of all rows, the empty ones before a filled one included: they
    /// are held in memory.
    private static let mostCells = 16 << 20

    private let order: [String: Int]
    private var titles: [String] = []
    private var known: Set<String> = []
    private var cellCount = 0
    /// Members that were looked for, also where an object has few of them.
    private var lookCount = 0

    static func rows(_ objects: PostedObjects) throws(SheetError) -> [SheetLine] {
        var rows = ObjectRows(order: objects.order(mostNames: WorkbookLimits.columns))
        let lines = try objects.rows(within: containers) { object throws(WorkbookProblem) in try rows.cells(of: object) }
        return [SheetLine(made: rows.titles, line: 0)] + lines
    }

    private init(order: [String: Int]) { self.order = order }

    /// Nil for what is no row.
    private mutating func cells(of object: PostedValue) throws(WorkbookProblem) -> [String]? {
        let names = object.names
        guard !names.isEmpty, names != ObjectRows.checkpoint else { return nil }
        let new = names.filter { !known.contains($0) }
        if !new.isEmpty {
            known.formUnion(new)
            // As they are written, which no dictionary keeps.
            titles += new.map { (order[$0] ?? .max, $0) }.sorted { $0 < $1 }.map(\.1)
        }
        guard titles.count <= WorkbookLimits.columns else { throw .tooManyColumns(row: 1) }
        lookCount += titles.count
        var cells = titles.map { object[$0].cell }
        while cells.last?.isEmpty == true { cells.removeLast() }
        cellCount += cells.count
        guard cellCount <= ObjectRows.mostCells, lookCount <= WorkbookLimits.cells else { throw .tooManyCells }
        return cells
    }
}
