import CXLSXWriter
import DoorstepCore

/// Writes a sheet as a workbook (XLSX): a title, a header that stays in sight
/// and filters, dates and numbers as such, all else as text and nothing ever
/// as a formula or a link.
///
/// ```swift
/// try WorkbookWriter(title: title).write(rows, header: header, to: path)
/// ```
///
/// Rows go to a file as they come (libxlsxwriter's constant-memory mode), so
/// that a sheet of any size takes the memory of one row. Where it is full, the
/// rows go on in a further one under the same header. The same rows give the
/// same bytes.
public struct WorkbookWriter: Sendable {
    private let title: SheetTitle?
    private let appendix: SheetAppendix?
    private let mostRows: Int

    /// What was written.
    public struct Written: Hashable, Sendable {
        public let rows: Int
        /// How many texts were too long for a cell and end in ….
        public let cut: Int
    }

    /// - Parameters:
    ///   - title: stands above the header; left out, the header stands first.
    ///   - appendix: a sheet behind the rows.
    public init(title: SheetTitle? = nil, appendix: SheetAppendix? = nil) {
        self.init(title: title, appendix: appendix, mostRows: 1_048_576)
    }

    /// - Parameter mostRows: lines of a sheet, title and header among them.
    init(title: SheetTitle?, appendix: SheetAppendix?, mostRows: Int) {
        (self.title, self.appendix, self.mostRows) = (title, appendix, mostRows)
    }

    /// Writes a workbook whole.
    ///
    /// - Parameters:
    ///   - path: replaced where it is there; of no use after an error.
    ///   - folder: where the rows are kept meanwhile, under no name. Takes
    ///     about twenty times the room of the workbook.
    @discardableResult
    public func write(_ rows: some Sequence<[SheetValue]>, header: [String], to path: String, keepingRowsIn folder: String) throws(WorkbookError) -> Written {
        let book = try open(header, path, folder)
        var iterator = rows.makeIterator()
        var some: [[SheetValue]] = []
        while let row = iterator.next() {
            some.append(row)
            guard some.count == SheetRows.portion else { continue }
            try book.put(WorkbookCells(some))
            some.removeAll(keepingCapacity: true)
        }
        try book.put(WorkbookCells(some))
        return try book.finish(appendix)
    }

    /// As the other, the rows made ready on other processors.
    @discardableResult
    public func write(_ rows: SheetRows, header: [String], to path: String, keepingRowsIn folder: String) throws(WorkbookError) -> Written {
        let book = try open(header, path, folder)
        for cells in rows.portions({ WorkbookCells($0) }) { try book.put(cells) }
        return try book.finish(appendix)
    }

    private func open(_ header: [String], _ path: String, _ folder: String) throws(WorkbookError) -> OpenWorkbook {
        try OpenWorkbook(title: title, header: header, mostRows: mostRows, path: path, folder: folder)
    }
}
