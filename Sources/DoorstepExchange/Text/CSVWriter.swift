/// Writes the records of a text sheet: RFC 4180, CRLF, UTF-8.
///
/// ```swift
/// var writer = CSVWriter()
/// var bytes: [UInt8] = []
/// writer.append(["编号", "姓名"], to: &bytes)
/// ```
///
/// What it writes, `CSVReader` reads back letter for letter without being told
/// the separator. The bytes can be taken out of the buffer between records and
/// sent on. A record without cells becomes a blank line, which counts on
/// reading unless it is at the end.
public struct CSVWriter: Sendable {
    /// What stands between the cells.
    public let separator: CSVSeparator

    private var isMarkDue: Bool
    /// How many cells the first record had.
    private var width: Int?

    /// - Parameters:
    ///   - separator: what stands between the cells.
    ///   - byteOrderMark: whether a mark goes in front, by which spreadsheet
    ///     programs know UTF-8.
    public init(separator: CSVSeparator = .comma, byteOrderMark: Bool = true) {
        self.separator = separator
        isMarkDue = byteOrderMark
    }

    /// Adds a record of texts. O(length of the record).
    public mutating func append(_ cells: [String], to buffer: inout [UInt8]) {
        append(cells.lazy.map { SheetValue.text($0) }, to: &buffer)
    }

    /// Adds a record of values. Numbers are written bare: a minus sign before
    /// digits is no formula. O(length of the record).
    public mutating func append(_ cells: some Collection<SheetValue>, to buffer: inout [UInt8]) {
        if isMarkDue { buffer.append(contentsOf: SheetEncoding.utf8.mark) }
        isMarkDue = false
        let isRegular = width.map { $0 == cells.count && $0 > 1 } ?? (cells.count > 1)
        width = width ?? cells.count

        var isFirst = true
        for cell in cells {
            if !isFirst { buffer.append(separator.rawValue) }
            isFirst = false
            switch cell {
            case .integer, .decimal:
                buffer.append(contentsOf: cell.plainText.utf8)
            case .empty where cells.count > 1:
                break
            case .text, .date, .empty:
                append(cell.plainText, isAlone: cells.count == 1, isRegular: isRegular, to: &buffer)
            }
        }
        buffer.append(TextByte.carriageReturn)
        buffer.append(TextByte.lineFeed)
    }

    private func append(_ text: String, isAlone: Bool, isRegular: Bool, to buffer: inout [UInt8]) {
        let text = FormulaGuard.applied(to: text)
        let bytes = text.utf8.span
        // A lone empty cell would be a blank line.
        guard needsQuotes(bytes, isRegular: isRegular) || (isAlone && bytes.isEmpty) else {
            buffer.append(contentsOf: text.utf8)
            return
        }
        buffer.append(TextByte.quote)
        for byte in text.utf8 {
            if byte == TextByte.quote { buffer.append(TextByte.quote) }
            buffer.append(byte)
        }
        buffer.append(TextByte.quote)
    }

    /// Whether the cell has to be quoted to be read as it is.
    ///
    /// The other separators make quotes needed as well where they could be
    /// taken for the real one (`CSVDialect`): those that would be preferred to
    /// it, and any in a record that differs in length from the first or has no
    /// separator to be counted.
    private func needsQuotes(_ text: Span<UInt8>, isRegular: Bool) -> Bool {
        // A byte-order mark at the front of the file would be taken for one.
        if text.count >= 3, text[0] == 0xEF, text[1] == 0xBB, text[2] == 0xBF { return true }
        for index in text.indices where text[index] <= TextByte.semicolon {
            switch text[index] {
            case TextByte.quote, TextByte.lineFeed, TextByte.carriageReturn, separator.rawValue:
                return true
            default:
                guard let other = CSVSeparator(rawValue: text[index]) else { continue }
                if !isRegular || other.precedence > separator.precedence { return true }
            }
        }
        return false
    }
}
