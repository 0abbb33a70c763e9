import DoorstepCore

/// A file with sheets in it, opened: its rows can be gone through as often as
/// wanted.
public struct SheetFile: Sendable {
    /// For messages.
    public let name: String
    private let text: DecodedText

    /// - Parameters:
    ///   - name: the file's name, for messages.
    ///   - bytes: the whole file.
    ///   - encoding: of a text, where it is known; else it is found out.
    public init(name: String, bytes: [UInt8], encoding: SheetEncoding? = nil) throws(SheetError) {
        self.name = name
        do { text = try TextDecoder.decode(bytes, encoding: encoding) } catch { throw .notDecoded(file: name, error) }
    }

    /// The sheets of a workbook; none where the file is a text.
    public var sheets: [String] { [] }

    /// The rows, from the first.
    ///
    /// - Parameter sheet: of a workbook; nil for its first.
    public func lines(sheet: String? = nil) throws(SheetError) -> SheetLines { SheetLines(CSVReader(text)) }
}

/// The rows of a sheet, one after the other.
public struct SheetLines: Sendable {
    private var reader: CSVReader

    init(_ reader: CSVReader) { self.reader = reader }

    /// The next row; nil at the end.
    public mutating func next() throws(SheetError) -> SheetLine? { reader.next() }
}
