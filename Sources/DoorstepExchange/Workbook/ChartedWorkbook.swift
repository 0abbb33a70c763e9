import CXLSXWriter
import DoorstepCore
import Foundation
import Synchronization

/// Writes a workbook of several sheets with charts: a report, whose rows fit
/// in memory.
public struct ChartedWorkbook: Sendable {
    private let sheets: [ChartedSheet]
    private let appendix: SheetAppendix?

    /// - Parameter appendix: a sheet behind the others.
    public init(_ sheets: [ChartedSheet], appendix: SheetAppendix? = nil) {
        (self.sheets, self.appendix) = (sheets, appendix)
    }

    /// Writes the workbook whole.
    ///
    /// - Parameters:
    ///   - path: replaced where it is there; of no use after an error.
    ///   - folder: where the rows are kept meanwhile.
    @discardableResult
    public func write(to path: String, keepingRowsIn folder: String) throws(WorkbookError) -> WorkbookWriter.Written {
        let made = folder.withCString { folder in
            var options = lxw_workbook_options(constant_memory: 1, tmpdir: UnsafeMutablePointer(mutating: folder), use_zip64: 0)
            return workbook_new_opt(path, &options)
        }
        guard let book = made else { throw .system(ENOMEM) }
        var isOpen = true
        defer { if isOpen { xw_abandon(book) } }
        let looks = WorkbookLooks(book)
        if let title = sheets.first?.title { looks.describe(title) }
        var sizes: [Int64] = []
        var cut = 0
        for sheet in sheets {
            guard var open = OpenSheet(book, title: sheet.title, number: 1, header: sheet.header, looks) else { throw reason(errno, path, folder) }
            let cells = WorkbookCells(sheet.rows)
            open.put(cells, 0..<cells.cells.count, rows: 0..<cells.rowCount, looks)
            open.end(looks)
            cut += cells.cutCount
            if xw_has_lost_rows(open.sheet) { throw reason(errno, path, folder) }
            sizes.append(Int64(xw_size_of_rows(open.sheet)))
            for (number, chart) in sheet.charts.enumerated() {
                guard insert(chart, number, sheet, open, book) else { throw .notWhole }
            }
        }
        if let appendix, !OpenSheet.add(appendix, sheets.first?.title.language ?? .chinese, to: book) { throw reason(errno, path, folder) }
        isOpen = false
        var code: Int32 = 0
        let error = OpenWorkbook.closing.withLock { _ in xw_close(book, &code) }
        guard error == LXW_NO_ERROR else { throw reason(code, path, folder) }
        guard WorkbookCheck(path: path, folder: folder).holds(rowBytes: sizes) else { throw reason(0, path, folder) }
        return WorkbookWriter.Written(rows: sheets.reduce(0) { $0 + $1.rows.count }, cut: cut)
    }

    private func reason(_ code: Int32, _ path: String, _ folder: String) -> WorkbookError {
        if WorkbookCheck(path: path, folder: folder).room < 1 << 16 { return .system(ENOSPC) }
        return code == 0 ? .notWhole : .system(code)
    }

    // MARK: - Charts

    /// Rows that a chart takes, in cells of the usual height.
    private static let chartRows = 22

    private func insert(
        _ chart: SheetChart, _ number: Int, _ sheet: ChartedSheet, _ open: OpenSheet, _ book: UnsafeMutablePointer<lxw_workbook>
    ) -> Bool {
        let type = switch chart.kind {
        case .columns: LXW_CHART_COLUMN
        case .lines: LXW_CHART_LINE
        case .bars: LXW_CHART_BAR
        }
        guard let made = workbook_add_chart(book, UInt8(type.rawValue)) else { return false }
        let tab = sheet.title.tab()
        // Title and header stand above the rows.
        func range(_ cells: SheetChart.Cells) -> (lxw_row_t, lxw_col_t, lxw_row_t, lxw_col_t) {
            (lxw_row_t(cells.rows.lowerBound + 2), lxw_col_t(cells.columns.lowerBound), lxw_row_t(cells.rows.upperBound + 2), lxw_col_t(cells.columns.upperBound))
        }
        for series in chart.series {
            guard let line = chart_add_series(made, nil, nil) else { return false }
            let (categories, values) = (range(chart.categories), range(series.values))
            chart_series_set_categories(line, tab, categories.0, categories.1, categories.2, categories.3)
            chart_series_set_values(line, tab, values.0, values.1, values.2, values.3)
            chart_series_set_name(line, series.name)
        }
        chart_title_set_name(made, chart.title)
        chart_legend_set_position(made, UInt8(LXW_CHART_LEGEND_BOTTOM.rawValue))
        if chart.kind == .bars { chart_axis_set_reverse(made.pointee.y_axis) }
        if chart.isLogarithmic { chart_axis_set_log_base(made.pointee.y_axis, 10) }
        var options = lxw_chart_options()
        (options.x_scale, options.y_scale) = (1.8, 1.4)
        let row = lxw_row_t(open.nextRow + 1 + number * ChartedWorkbook.chartRows)
        return worksheet_insert_chart_opt(open.sheet, row, 0, made, &options) == LXW_NO_ERROR
    }
}
