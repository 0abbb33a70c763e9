/// Writes records as JSON objects, one a line: UTF-8 without a mark, LF.
public struct JSONLinesWriter: Sendable {
    private let record: JSONRecord

    /// - Parameter header: the names of the cells. A name that occurs again is
    ///   numbered; cells beyond it are named by their place.
    public init(header: [String]) {
        record = JSONRecord(header: header)
    }

    /// Adds a record. O(length of the record).
    public func append(_ row: [SheetValue], to buffer: inout [UInt8]) {
        record.append(row, to: &buffer)
        buffer.append(TextByte.lineFeed)
    }
}
