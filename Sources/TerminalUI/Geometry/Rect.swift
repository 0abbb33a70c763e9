/// A rectangle of cells. Its sides are never negative, and every part cut from
/// it lies inside it.
public struct Rect: Hashable, Sendable {
    public var origin: Point
    public var size: Size

    public init(origin: Point, size: Size) {
        self.origin = origin
        self.size = size
    }

    public init(column: Int, row: Int, columns: Int, rows: Int) {
        self.init(origin: Point(column: column, row: row), size: Size(columns: columns, rows: rows))
    }

    public var columns: Int { size.columns }
    public var rows: Int { size.rows }
    public var minColumn: Int { origin.column }
    /// The first column to the right of the rectangle.
    public var maxColumn: Int { origin.column + size.columns }
    public var minRow: Int { origin.row }
    /// The first row below the rectangle.
    public var maxRow: Int { origin.row + size.rows }
    public var isEmpty: Bool { size.isEmpty }

    public func contains(_ point: Point) -> Bool {
        point.column >= minColumn && point.column < maxColumn && point.row >= minRow && point.row < maxRow
    }

    /// What both rectangles cover; empty where they do not meet.
    public func intersection(_ other: Rect) -> Rect {
        let left = max(minColumn, other.minColumn)
        let top = max(minRow, other.minRow)
        return Rect(
            column: left, row: top,
            columns: min(maxColumn, other.maxColumn) - left,
            rows: min(maxRow, other.maxRow) - top)
    }

    /// The rectangle without a margin on each side.
    public func inset(columns horizontal: Int = 0, rows vertical: Int = 0) -> Rect {
        inset(left: horizontal, top: vertical, right: horizontal, bottom: vertical)
    }

    /// The rectangle without the given margins. Margins that leave nothing give
    /// an empty rectangle inside this one.
    public func inset(left: Int = 0, top: Int = 0, right: Int = 0, bottom: Int = 0) -> Rect {
        splitLeft(left).rest.splitTop(top).rest.splitRight(right).rest.splitBottom(bottom).rest
    }

    /// The rows `range` of this rectangle, counted from its top.
    public func rows(_ range: Range<Int>) -> Rect {
        splitTop(range.lowerBound).rest.splitTop(range.count).top
    }

    /// One row of this rectangle, counted from its top; empty if there is no
    /// such row.
    public func row(_ index: Int) -> Rect {
        index < 0 ? splitTop(0).top : rows(index..<index + 1)
    }

    /// Cuts off at most `count` rows at the top.
    public func splitTop(_ count: Int) -> (top: Rect, rest: Rect) {
        let cut = max(0, min(count, rows))
        return (
            Rect(column: minColumn, row: minRow, columns: columns, rows: cut),
            Rect(column: minColumn, row: minRow + cut, columns: columns, rows: rows - cut)
        )
    }

    /// Cuts off at most `count` rows at the bottom.
    public func splitBottom(_ count: Int) -> (rest: Rect, bottom: Rect) {
        let (rest, bottom) = splitTop(rows - max(0, min(count, rows)))
        return (rest, bottom)
    }

    /// Cuts off at most `count` columns on the left.
    public func splitLeft(_ count: Int) -> (left: Rect, rest: Rect) {
        let cut = max(0, min(count, columns))
        return (
            Rect(column: minColumn, row: minRow, columns: cut, rows: rows),
            Rect(column: minColumn + cut, row: minRow, columns: columns - cut, rows: rows)
        )
    }

    /// Cuts off at most `count` columns on the right.
    public func splitRight(_ count: Int) -> (rest: Rect, right: Rect) {
        let (rest, right) = splitLeft(columns - max(0, min(count, columns)))
        return (rest, right)
    }

    /// A rectangle of `size` in the middle of this one, no larger than it.
    public func centered(_ wanted: Size) -> Rect {
        let fitted = Size(columns: min(wanted.columns, columns), rows: min(wanted.rows, rows))
        return Rect(
            origin: Point(
                column: minColumn + (columns - fitted.columns) / 2,
                row: minRow + (rows - fitted.rows) / 2),
            size: fitted)
    }
}
