import CXLSXWriter
import DoorstepCore

/// A sheet of a workbook that is being written, row after row.
struct OpenSheet {
    let sheet: UnsafeMutablePointer<lxw_worksheet>
    /// Where the next row goes, from 0.
    private(set) var nextRow: Int
    private let headerRow: Int
    private let language: Language
    /// By what the first rows hold, how the columns are shown.
    private var columns: [Column]
    private var sampled = 0

    /// So many rows tell how wide a column is.
    private static let samples = 300

    /// What is known of a column.
    private struct Column {
        var width: Int
        var literals = 0
        var dates = 0
        var others = 0

        /// How cells are shown that somebody fills in by hand.
        func format(_ looks: WorkbookLooks) -> WorkbookLooks.Format? {
            if dates > literals + others { return looks.date }
            return literals > dates + others ? looks.literal : nil
        }
    }

    /// Begins a sheet with its title and header; nil where the library cannot.
    init?(_ book: UnsafeMutablePointer<lxw_workbook>, title: SheetTitle?, number: Int, header: [String], _ looks: WorkbookLooks) {
        let tab = title?.tab(number) ?? SheetTitle.tab("Sheet", number)
        guard let sheet = workbook_add_worksheet(book, tab) else { return nil }
        self.sheet = sheet
        xw_widen_buffer(sheet)
        language = title?.language ?? .english
        headerRow = title == nil ? 0 : 1
        nextRow = headerRow + 1
        // The arrow of the filter takes room, too.
        columns = header.prefix(WorkbookCells.mostColumns).map { Column(width: DisplayWidth.of($0) + 3) }
        if let title {
            OpenSheet.write(title.line, sheet, row: 0, column: 0, looks.title)
        }
        for (column, text) in header.prefix(WorkbookCells.mostColumns).enumerated() {
            OpenSheet.write(text, sheet, row: headerRow, column: column, looks.header)
        }
        worksheet_freeze_panes(sheet, lxw_row_t(headerRow + 1), 0)
    }

    /// Adds some of the cells.
    ///
    /// - Parameters:
    ///   - range: which of the cells.
    ///   - rows: their rows.
    mutating func put(_ cells: WorkbookCells, _ range: Range<Int>, rows: Range<Int>, _ looks: WorkbookLooks) {
        let first = nextRow - rows.lowerBound
        cells.bytes.withUnsafeBufferPointer { bytes in
            bytes.withMemoryRebound(to: CChar.self) { characters in
                for cell in cells.cells[range] {
                    let row = lxw_row_t(first + Int(cell.row))
                    let format = looks.format(cell.style)
                    if cell.text < 0 {
                        worksheet_write_number(sheet, row, cell.column, cell.number, format)
                    } else {
                        worksheet_write_string(sheet, row, cell.column, characters.baseAddress.map { $0 + cell.text }, format)
                    }
                }
            }
        }
        if sampled < OpenSheet.samples { sample(cells, range) }
        sampled += rows.count
        nextRow += rows.count
    }

    private mutating func sample(_ cells: WorkbookCells, _ range: Range<Int>) {
        for cell in cells.cells[range] {
            while columns.count <= Int(cell.column) { columns.append(Column(width: 0)) }
            columns[Int(cell.column)].width = max(columns[Int(cell.column)].width, cells.width(of: cell))
            switch cell.style {
            case .literal: columns[Int(cell.column)].literals += 1
            case .date: columns[Int(cell.column)].dates += 1
            case .plain, .number: columns[Int(cell.column)].others += 1
            }
        }
    }

    /// Says what holds of the whole sheet.
    func end(_ looks: WorkbookLooks) {
        // The last row is still in the library's hands.
        lxw_worksheet_write_single_row(sheet)
        for (number, column) in columns.enumerated() {
            worksheet_set_column(sheet, lxw_col_t(number), lxw_col_t(number), Double(min(max(column.width, 5), 48) + 2), column.format(looks))
        }
        if let last = columns.indices.last {
            worksheet_autofilter(sheet, lxw_row_t(headerRow), 0, lxw_row_t(nextRow - 1), lxw_col_t(last))
        }
        // A telephone is a text on purpose.
        worksheet_ignore_errors(sheet, UInt8(LXW_IGNORE_NUMBER_STORED_AS_TEXT.rawValue), "A1:XFD1048576")
        worksheet_repeat_rows(sheet, 0, lxw_row_t(headerRow))
        worksheet_set_paper(sheet, 9) // A4
        worksheet_set_landscape(sheet)
        worksheet_fit_to_pages(sheet, 1, 0)
        worksheet_set_footer(sheet, Phrase("&C第 &P 页，共 &N 页", "&CPage &P of &N")(language))
    }

    /// A sheet of lines, one below the other.
    ///
    /// - Returns: false where the library cannot.
    static func add(_ appendix: SheetAppendix, _ language: Language, to book: UnsafeMutablePointer<lxw_workbook>) -> Bool {
        guard let sheet = workbook_add_worksheet(book, SheetTitle.tab(appendix.name(language))) else { return false }
        for (row, line) in appendix.lines.enumerated() { write(line, sheet, row: row, column: 0, nil) }
        worksheet_set_column(sheet, 0, 0, 80, nil)
        return !xw_has_lost_rows(sheet)
    }

    private static func write(_ text: String, _ sheet: UnsafeMutablePointer<lxw_worksheet>, row: Int, column: Int, _ format: WorkbookLooks.Format?) {
        var bytes: [UInt8] = []
        _ = WorkbookText.append(text, to: &bytes)
        bytes.withUnsafeBufferPointer { bytes in
            _ = bytes.withMemoryRebound(to: CChar.self) { worksheet_write_string(sheet, lxw_row_t(row), lxw_col_t(column), $0.baseAddress, format) }
        }
    }
}
