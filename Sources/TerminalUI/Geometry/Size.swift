/// A size in character cells. Never negative.
public struct Size: Hashable, Sendable {
    public var columns: Int {
        didSet { columns = max(0, columns) }
    }
    public var rows: Int {
        didSet { rows = max(0, rows) }
    }

    public init(columns: Int, rows: Int) {
        self.columns = max(0, columns)
        self.rows = max(0, rows)
    }

    public static let zero = Size(columns: 0, rows: 0)

    /// Whether no cell fits in it.
    public var isEmpty: Bool { columns == 0 || rows == 0 }

    /// The rectangle of this size at the top left corner.
    public var bounds: Rect { Rect(origin: .zero, size: self) }
}
