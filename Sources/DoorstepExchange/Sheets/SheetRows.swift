import DoorstepCore

/// The rows of a sheet, each made when it is asked for: a sheet of any size
/// takes the memory of its records alone, and can be gone through as often as
/// wanted, on as many processors as there are.
public struct SheetRows: RandomAccessCollection, Sendable {
    public let count: Int
    private let make: @Sendable (Int) -> [SheetValue]

    /// - Parameter make: makes a row by its number from 0, always the same.
    public init(count: Int, _ make: @escaping @Sendable (Int) -> [SheetValue]) {
        self.count = count
        self.make = make
    }

    /// Rows that are there already.
    public init(_ rows: [[SheetValue]]) {
        self.init(count: rows.count) { rows[$0] }
    }

    /// A row for each element.
    public init<Element: Sendable>(_ elements: [Element], _ make: @escaping @Sendable (Element) -> [SheetValue]) {
        self.init(count: elements.count) { make(elements[$0]) }
    }

    public var startIndex: Int { 0 }
    public var endIndex: Int { count }
    public subscript(position: Int) -> [SheetValue] { make(position) }

    /// How many rows are worth handing to a processor at once.
    static let portion = 256

    /// What becomes of the rows, some hundred at a time and in their order,
    /// worked out on all processors.
    public func portions<Result: Sendable>(_ transform: @escaping @Sendable (Slice<SheetRows>) -> Result) -> Ahead<Result> {
        Ahead(count: (count + SheetRows.portion - 1) / SheetRows.portion) { number in
            let start = number * SheetRows.portion
            return transform(self[start..<Swift.min(count, start + SheetRows.portion)])
        }
    }
}
