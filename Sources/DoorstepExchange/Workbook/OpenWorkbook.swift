import CXLSXWriter
import DoorstepCore
import Foundation
import Synchronization

/// A workbook that is being written.
final class OpenWorkbook {
    private let path: String
    private let folder: String
    private let title: SheetTitle?
    private let header: [String]
    private let mostRows: Int
    /// Nil once it is closed.
    private var book: UnsafeMutablePointer<lxw_workbook>?
    private let looks: WorkbookLooks
    private var sheet: OpenSheet
    private var sheetCount = 1
    private var rowCount = 0
    private var cutCount = 0
    /// Bytes of the rows of each sheet that is full.
    private var sizes: [Int64] = []

    /// Closing is for one at a time (`xw_close`).
    static let closing = Mutex(())

    init(title: SheetTitle?, header: [String], mostRows: Int, path: String, folder: String) throws(WorkbookError) {
        (self.path, self.folder, self.title, self.header, self.mostRows) = (path, folder, title, header, mostRows)
        let made = folder.withCString { folder in
            // The library copies the name before it returns.
            var options = lxw_workbook_options(constant_memory: 1, tmpdir: UnsafeMutablePointer(mutating: folder), use_zip64: 0)
            return workbook_new_opt(path, &options)
        }
        guard let made else { throw .system(ENOMEM) }
        let looks = WorkbookLooks(made)
        guard let first = OpenSheet(made, title: title, number: 1, header: header, looks) else {
            xw_abandon(made)
            throw .system(errno == 0 ? EIO : errno)
        }
        (book, self.looks, sheet) = (made, looks, first)
        if let title { looks.describe(title) }
    }

    deinit { if let book { xw_abandon(book) } }

    /// Adds rows below those that are there.
    func put(_ cells: WorkbookCells) throws(WorkbookError) {
        var start = 0
        var row = 0
        while row < cells.rowCount {
            if sheet.nextRow >= mostRows { try goOn() }
            let count = min(cells.rowCount - row, mostRows - sheet.nextRow)
            let end = cells.cells[start...].firstIndex { Int($0.row) >= row + count } ?? cells.cells.count
            sheet.put(cells, start..<end, rows: row..<row + count, looks)
            (start, row) = (end, row + count)
        }
        rowCount += cells.rowCount
        cutCount += cells.cutCount
        if xw_has_lost_rows(sheet.sheet) { throw reason(errno) }
    }

    /// A further sheet, where one is full.
    private func goOn() throws(WorkbookError) {
        try end()
        sheetCount += 1
        guard let book, let next = OpenSheet(book, title: title, number: sheetCount, header: header, looks) else { throw reason(errno) }
        sheet = next
    }

    private func end() throws(WorkbookError) {
        sheet.end(looks)
        if xw_has_lost_rows(sheet.sheet) { throw reason(errno) }
        sizes.append(Int64(xw_size_of_rows(sheet.sheet)))
    }

    /// Writes the file.
    func finish(_ appendix: SheetAppendix?) throws(WorkbookError) -> WorkbookWriter.Written {
        guard let book else { throw .notWhole }
        try end()
        if let appendix, !OpenSheet.add(appendix, title?.language ?? .chinese, to: book) { throw reason(errno) }
        self.book = nil
        var code: Int32 = 0
        let error = OpenWorkbook.closing.withLock { _ in xw_close(book, &code) }
        guard error == LXW_NO_ERROR else { throw reason(code) }
        guard WorkbookCheck(path: path, folder: folder).holds(rowBytes: sizes) else { throw reason(0) }
        return WorkbookWriter.Written(rows: rowCount, cut: cutCount)
    }

    /// What the system says, or what can be seen of the disk.
    private func reason(_ code: Int32) -> WorkbookError {
        if code == EFBIG || code == EDQUOT { return .system(code) }
        if WorkbookCheck(path: path, folder: folder).room < 1 << 16 { return .system(ENOSPC) }
        return code == 0 ? .notWhole : .system(code)
    }
}
