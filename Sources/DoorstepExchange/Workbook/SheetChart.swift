/// A chart beside the rows of a sheet, drawn by the spreadsheet program from
/// the sheet's own cells.
public struct SheetChart: Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
        /// Upright columns side by side.
        case columns
        /// Lines over time.
        case lines
        /// Bars lying one below the other.
        case bars
    }

    /// Cells in a row or a column, counted from 0 among the sheet's rows:
    /// row 0 is the first below the header, -1 the header.
    public struct Cells: Hashable, Sendable {
        public let rows: ClosedRange<Int>
        public let columns: ClosedRange<Int>

        public init(rows: ClosedRange<Int>, columns: ClosedRange<Int>) { (self.rows, self.columns) = (rows, columns) }
    }

    /// One colour of the chart.
    public struct Series: Hashable, Sendable {
        public let name: String
        public let values: Cells

        public init(_ name: String, _ values: Cells) { (self.name, self.values) = (name, values) }
    }

    public let kind: Kind
    public let title: String
    public let categories: Cells
    public let series: [Series]
    /// For numbers of which some are a thousand times others.
    public let isLogarithmic: Bool

    public init(_ kind: Kind, title: String, categories: Cells, series: [Series], isLogarithmic: Bool = false) {
        (self.kind, self.title, self.categories, self.series, self.isLogarithmic) = (kind, title, categories, series, isLogarithmic)
    }
}

/// A sheet of a workbook that has several, with its charts below the rows.
public struct ChartedSheet: Sendable {
    public let title: SheetTitle
    public let header: [String]
    public let rows: [[SheetValue]]
    public let charts: [SheetChart]

    public init(title: SheetTitle, header: [String], rows: [[SheetValue]], charts: [SheetChart] = []) {
        (self.title, self.header, self.rows, self.charts) = (title, header, rows, charts)
    }
}
