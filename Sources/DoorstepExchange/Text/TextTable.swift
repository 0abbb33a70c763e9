/// A table of plain text for a terminal.
///
/// Columns are as wide as their widest cell and two blanks apart; numbers and
/// the headers of columns that hold nothing else are aligned to the right; the
/// header is underlined with hyphens. No line ends in blanks.
///
/// ```
/// 编号   姓名    分
/// -----  ----  ----
/// P0001  张三  86.5
/// ```
public struct TextTable: Sendable {
    private var columns: [Column]
    private var rows: [[Cell]] = []

    /// A table without rows.
    public init(header: [String]) {
        columns = header.map { Column(title: Cell(.text($0))) }
    }

    /// Adds a row. Cells beyond the header open columns without a title.
    public mutating func append(_ row: [SheetValue]) {
        let cells = row.map { Cell($0) }
        while columns.count < cells.count { columns.append(Column(title: Cell(.empty))) }
        for (index, cell) in cells.enumerated() { columns[index].include(cell) }
        rows.append(cells)
    }

    /// Adds the lines of the table to a buffer, in UTF-8 with LF. O(cells).
    public func render(to buffer: inout [UInt8]) {
        renderTitles(to: &buffer)
        for row in rows { render(row, to: &buffer) }
    }

    /// The lines above the rows: the header and what underlines it.
    private func renderTitles(to buffer: inout [UInt8]) {
        render(columns.map { $0.isNumeric ? $0.title.alignedRight : $0.title }, to: &buffer)
        render(columns.map { Cell(.text(String(repeating: "-", count: $0.width))) }, to: &buffer)
    }

    private func render(_ cells: [Cell], to buffer: inout [UInt8]) {
        // Blanks are owed until something follows them.
        var blanks = 0
        for (column, cell) in zip(columns, cells) {
            let padding = column.width - cell.width
            if cell.isRight { blanks += padding }
            if !cell.text.isEmpty {
                buffer.append(contentsOf: repeatElement(TextByte.space, count: blanks))
                buffer.append(contentsOf: cell.text.utf8)
                blanks = 0
            }
            if !cell.isRight { blanks += padding }
            blanks += 2
        }
        buffer.append(TextByte.lineFeed)
    }

    /// What is known of a column when all rows are there.
    private struct Column {
        let title: Cell
        private(set) var width: Int
        private var numbers = 0
        private var others = 0

        /// Whether all cells that hold anything are numbers.
        var isNumeric: Bool { numbers > 0 && others == 0 }

        init(title: Cell) {
            self.title = title
            width = title.width
        }

        mutating func include(_ cell: Cell) {
            width = max(width, cell.width)
            if cell.isRight {
                numbers += 1
            } else if !cell.text.isEmpty {
                others += 1
            }
        }
    }

    /// A cell as it is shown.
    private struct Cell {
        let text: String
        let width: Int
        let isRight: Bool

        /// Control characters become blanks: a line end would break the table,
        /// an escape sequence would be obeyed by the terminal. Characters that
        /// turn the direction of writing are left out for the same reason.
        init(_ value: SheetValue) {
            let plain = value.plainText
            var scalars = String.UnicodeScalarView()
            for scalar in plain.unicodeScalars {
                switch scalar.value {
                case ..<0x20, 0x7F...0x9F, 0x2028, 0x2029: scalars.append(" ")
                case 0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069: continue
                default: scalars.append(scalar)
                }
            }
            self.init(text: String(scalars), isRight: value.isNumber)
        }

        private init(text: String, isRight: Bool) {
            self.text = text
            self.isRight = isRight
            width = DisplayWidth.of(text)
        }

        /// The same cell, aligned as a number.
        var alignedRight: Cell { Cell(text: text, isRight: true) }
    }
}
