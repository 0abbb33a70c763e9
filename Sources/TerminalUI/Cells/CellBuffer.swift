/// A grid of cells.
///
/// However it is written to, every row keeps one invariant: a wide character
/// is followed by exactly one empty cell, and no empty cell stands elsewhere,
/// so that the widths of a row always add up to the columns of the buffer. No
/// cell ever holds a control character (``SafeText``).
public struct CellBuffer: Equatable, Sendable {
    public let size: Size
    /// How wide characters are taken to be.
    public let width: DisplayWidth
    private var cells: [Cell]

    /// A blank buffer.
    public init(size: Size, fill style: Style = .plain, width: DisplayWidth = DisplayWidth()) {
        self.size = size
        self.width = width
        cells = Array(repeating: Cell(style: style), count: size.columns * size.rows)
    }

    /// The rectangle of all cells.
    public var bounds: Rect { size.bounds }

    /// The cells of a row, counted from the top; empty if there is no such row.
    public subscript(row: Int) -> ArraySlice<Cell> {
        guard row >= 0, row < size.rows else { return [] }
        return cells[row * size.columns..<(row + 1) * size.columns]
    }

    /// The cell at `point`, if it is on the screen.
    public subscript(point: Point) -> Cell? {
        guard bounds.contains(point) else { return nil }
        return cells[point.row * size.columns + point.column]
    }

    /// Writes `text` on one row, from `point` to the right.
    ///
    /// Text is cut at the right edge and at `limit` columns, never within a
    /// character; a wide character that is half overwritten leaves a blank.
    /// Columns left of the buffer are skipped. O(n).
    ///
    /// - Returns: the columns from `point` to where the text ended.
    @discardableResult
    public mutating func write(
        _ text: String, at point: Point, style: Style = .plain, limit: Int? = nil
    ) -> Int {
        guard point.row >= 0, point.row < size.rows else { return 0 }
        let room = size.columns - point.column
        let end = point.column + max(0, min(limit ?? room, room))
        guard point.column < end else { return 0 }
        var column = point.column
        for unit in DisplayUnit.units(of: text, width: width) {
            guard column + unit.columns <= end else { break }
            put(unit, column: column, row: point.row, style: style)
            column += unit.columns
        }
        return column - point.column
    }

    /// Blanks `rect`.
    public mutating func fill(_ rect: Rect, style: Style = .plain) {
        let area = rect.intersection(bounds)
        guard !area.isEmpty else { return }
        for row in area.minRow..<area.maxRow {
            detach(columns: area.minColumn..<area.maxColumn, row: row)
            let start = row * size.columns
            for column in area.minColumn..<area.maxColumn {
                cells[start + column] = Cell(style: style)
            }
        }
    }

    /// Fills `rect` with one character, as for a rule or a border. A wide
    /// character fills it in pairs.
    public mutating func fill(_ rect: Rect, with character: Character, style: Style = .plain) {
        let area = rect.intersection(bounds)
        let columns = max(1, width.of(String(character)))
        let line = String(repeating: character, count: area.columns / columns)
        for row in area.minRow..<area.maxRow {
            write(line, at: Point(column: area.minColumn, row: row), style: style, limit: area.columns)
        }
    }

    /// Changes the style of the cells in `rect`, leaving the text. Both halves
    /// of a wide character that `rect` touches change.
    public mutating func restyle(_ rect: Rect, _ change: (Style) -> Style) {
        let area = rect.intersection(bounds)
        guard !area.isEmpty else { return }
        for row in area.minRow..<area.maxRow {
            let start = row * size.columns
            var first = start + area.minColumn
            var end = start + area.maxColumn
            if cells[first].isContinuation { first -= 1 }
            if end < start + size.columns, cells[end].isContinuation { end += 1 }
            for index in first..<end {
                cells[index].style = change(cells[index].style)
            }
        }
    }

    /// Copies `other` with its top left corner at `point`; what lies outside
    /// this buffer is left out.
    public mutating func draw(_ other: CellBuffer, at point: Point) {
        for row in 0..<other.size.rows {
            var column = point.column
            let target = point.row + row
            guard target >= 0, target < size.rows else { continue }
            for cell in other[row] {
                if !cell.isContinuation {
                    let unit = DisplayUnit(text: cell.text, columns: other.columns(of: cell))
                    if column + unit.columns <= size.columns {
                        put(unit, column: column, row: target, style: cell.style)
                    } else if column < size.columns {
                        put(DisplayUnit(text: " ", columns: 1), column: column, row: target, style: cell.style)
                    }
                }
                column += 1
            }
        }
    }

    /// The text of a row, without blanks at its end.
    public func text(row: Int) -> String {
        var line = self[row].reduce(into: "") { $0 += $1.text }
        while line.last == " " { line.removeLast() }
        return line
    }

    private func columns(of cell: Cell) -> Int {
        cell.text.unicodeScalars.first.map { max(1, width.of($0)) } ?? 0
    }

    private mutating func put(_ unit: DisplayUnit, column: Int, row: Int, style: Style) {
        guard column >= 0 else {
            // Half of it would still show: a blank keeps the columns right.
            if column + unit.columns > 0 {
                put(DisplayUnit(text: " ", columns: 1), column: 0, row: row, style: style)
            }
            return
        }
        detach(columns: column..<column + unit.columns, row: row)
        let index = row * size.columns + column
        cells[index] = Cell(text: unit.text, style: style)
        for second in 1..<max(1, unit.columns) {
            cells[index + second] = Cell(text: "", style: style)
        }
    }

    /// Blanks what would be left of wide characters that reach into `columns`
    /// from outside.
    private mutating func detach(columns: Range<Int>, row: Int) {
        let start = row * size.columns
        if cells[start + columns.lowerBound].isContinuation {
            cells[start + columns.lowerBound - 1].text = " "
        }
        if columns.upperBound < size.columns, cells[start + columns.upperBound].isContinuation {
            cells[start + columns.upperBound].text = " "
        }
    }
}
