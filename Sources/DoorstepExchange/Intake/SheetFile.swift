import DoorstepCore

/// A file with sheets in it, opened: its rows can be gone through as often as
/// wanted.
public struct SheetFile: Sendable {
    /// For messages.
    public let name: String
    private let text: DecodedText
    /// Whose names its columns have; nil where they are ours.
    let profile: ExchangeProfile?
    /// Of a file of objects: the rows they make.
    private let made: [SheetLine]?

    /// - Parameters:
    ///   - name: the file's name, for messages.
    ///   - bytes: the whole file.
    ///   - encoding: of a text, where it is known; else it is found out.
    ///   - profile: whose names its columns have; nil where they are ours.
    public init(name: String, bytes: [UInt8], encoding: SheetEncoding? = nil, profile: ExchangeProfile? = nil) throws(SheetError) {
        self.name = name
        self.profile = profile
        do { text = try TextDecoder.decode(bytes, encoding: encoding) } catch { throw .notDecoded(file: name, error) }
        made = try profile?.rows(text, file: name)
    }

    /// The sheets of a workbook; none where the file is a text.
    public var sheets: [String] { [] }

    /// The rows, from the first.
    ///
    /// - Parameter sheet: of a workbook; nil for its first.
    public func lines(sheet: String? = nil) throws(SheetError) -> SheetLines {
        SheetLines(CSVReader(text), made: made, translation: profile == .national ? NationalCells() : nil)
    }
}

/// The rows of a sheet, one after the other.
public struct SheetLines: Sendable {
    private var reader: CSVReader
    /// Read in the place of the file's own rows, where there are any.
    private var made: ArraySlice<SheetLine>?
    private var translation: NationalCells?

    init(_ reader: CSVReader, made: [SheetLine]? = nil, translation: NationalCells? = nil) {
        (self.reader, self.made, self.translation) = (reader, made?[...], translation)
    }

    /// The next row; nil at the end.
    public mutating func next() throws(SheetError) -> SheetLine? {
        guard let line = made == nil ? reader.next() : made?.popFirst() else { return nil }
        return translation?.translated(line) ?? line
    }
}
