/// Why a file could not be read as text.
public enum TextDecodingError: Error, Hashable, Sendable {
    /// No byte, or a byte-order mark alone.
    case empty
    /// A ZIP container, which for a sheet means a workbook (XLSX).
    case spreadsheet
    /// A workbook of the format before 2007 (XLS).
    case oldSpreadsheet
    /// Not text in any encoding.
    case notText(BinaryKind)
    /// A byte that cannot stand where it stands. `line` and `column` count
    /// from 1, the column in characters; `offset` is the byte's place in the
    /// file, from 0.
    case badBytes(encoding: SheetEncoding, line: Int, column: Int, offset: Int)
    /// The system cannot convert this encoding.
    case noConverter(SheetEncoding)
}

/// What a file that is not text seems to be.
public enum BinaryKind: Hashable, Sendable {
    case pdf, image, archive, other
}
