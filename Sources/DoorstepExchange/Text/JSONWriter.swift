/// Writes records as one JSON array of objects, an object a line: UTF-8
/// without a mark.
public struct JSONWriter: Sendable {
    private let record: JSONRecord
    private var isStarted = false

    /// - Parameter header: the names of the cells, as for `JSONLinesWriter`.
    public init(header: [String]) {
        record = JSONRecord(header: header)
    }

    /// Adds a record. O(length of the record).
    public mutating func append(_ row: [SheetValue], to buffer: inout [UInt8]) {
        buffer.append(contentsOf: (isStarted ? ",\n" : "[\n").utf8)
        isStarted = true
        record.append(row, to: &buffer)
    }

    /// Closes the array, which without records is an empty one. To be called
    /// once, after the last record.
    public func finish(to buffer: inout [UInt8]) {
        buffer.append(contentsOf: (isStarted ? "\n]\n" : "[]\n").utf8)
    }
}
