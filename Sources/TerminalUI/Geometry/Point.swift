/// A cell's place: columns from the left and rows from the top, both from zero.
public struct Point: Hashable, Sendable {
    public var column: Int
    public var row: Int

    public init(column: Int, row: Int) {
        self.column = column
        self.row = row
    }

    public static let zero = Point(column: 0, row: 0)

    /// The nearest point inside `size`, the origin if `size` is empty.
    public func clamped(to size: Size) -> Point {
        Point(
            column: max(0, min(column, size.columns - 1)),
            row: max(0, min(row, size.rows - 1)))
    }
}
