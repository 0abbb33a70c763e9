/// Reads the records of a text sheet one after the other.
///
/// RFC 4180, and what is met beyond it: `;` and tab as separators, `|`, `:` and
/// blanks where all records agree, `'` as quote and backslashes before quotes
/// where nothing in the sheet speaks against it, blanks before a quote, LF and CR as line ends, rows of unequal length, quotes that stand within a cell (taken
/// as text), text behind a closing quote (kept), quotes that are never closed
/// and rows beyond all measure (`CSVProblem`). Blank lines at the end are
/// dropped.
///
/// ```swift
/// for row in CSVReader(try TextDecoder.decode(bytes)) {
///     print(row.line, row.cells)
/// }
/// ```
///
/// The whole file is read in O(n), each record when it is asked for.
public struct CSVReader: Sequence, IteratorProtocol, Sendable {
    /// The separator that was given or found.
    public let separator: CSVSeparator

    private let bytes: [UInt8]
    private let scanner: CSVScanner
    private var position = 0
    private var line = 1
    private var record = 0
    /// How many cells the last record had: room to make for the next one.
    private var width = 0
    /// A place up to which there is known to be more than blank lines.
    private var contentPosition = 0

    /// A reader that stands before the first record.
    ///
    /// - Parameters:
    ///   - text: the whole sheet.
    ///   - separator: the separator, where it is known; else it is judged by
    ///     the first records.
    public init(_ text: DecodedText, separator: CSVSeparator? = nil) {
        bytes = text.utf8
        let dialect = CSVDialect(of: text.utf8.span, separator: separator)
        self.separator = dialect.separator
        scanner = CSVScanner(dialect)
    }

    /// A reader of a text that is in memory already.
    public init(_ text: String, separator: CSVSeparator? = nil) {
        self.init(DecodedText(text), separator: separator)
    }

    /// The next record; `nil` at the end of the sheet. O(length of the record).
    public mutating func next() -> SheetLine? {
        // A reference of its own to the same bytes, so that the reader can
        // change while they are read.
        let text = self.bytes
        let bytes = text.span
        guard hasContent(in: bytes) else { return nil }
        record += 1
        let firstLine = line
        let blank = CSVScanner.lineEndLength(in: bytes, at: position)
        if blank > 0 {
            position += blank
            line += 1
            return SheetLine(line: firstLine, record: record, cells: [], problem: nil)
        }

        var cells: [String] = []
        cells.reserveCapacity(width)
        var problem: CSVProblem?
        var hasStrayQuote = false
        var isOpen = true
        while isOpen {
            let cell = scanner.cell(in: bytes, at: position)
            if cells.count == WorkbookLimits.columns {
                problem = .tooManyCells(line: firstLine)
            } else if cell.terminator - cell.start > WorkbookLimits.cellBytes {
                problem = .tooLongCell(line: line, column: cells.count + 1)
                cells.append("")
            } else {
                if cell.isUnclosed, problem == nil { problem = .unclosedQuote(line: line) }
                cells.append(content(of: cell, in: bytes))
            }
            if cell.hasStrayQuote { hasStrayQuote = true }
            line += cell.lineBreaks
            position = cell.terminator
            let lineEnd = CSVScanner.lineEndLength(in: bytes, at: position)
            if lineEnd > 0 {
                position += lineEnd
                line += 1
                isOpen = false
            } else if position == bytes.count {
                isOpen = false
            } else {
                position += 1
            }
        }
        width = cells.count
        return SheetLine(line: firstLine, record: record, cells: cells, problem: problem, hasStrayQuote: hasStrayQuote)
    }

    /// Whether anything but blank lines is left. Looks no further than it has
    /// to, and at no byte twice.
    private mutating func hasContent(in bytes: Span<UInt8>) -> Bool {
        var index = Swift.max(position, contentPosition)
        while index < bytes.count, bytes[index] == TextByte.lineFeed || bytes[index] == TextByte.carriageReturn {
            index += 1
        }
        contentPosition = index
        return index < bytes.count
    }

    /// The text of a cell.
    private func content(of cell: CSVScanner.Cell, in bytes: Span<UInt8>) -> String {
        let text: String
        if !cell.hasDoubledQuotes && cell.tail.isEmpty {
            // Cells end at ASCII bytes of a text that is valid as a whole, so
            // each is valid for itself.
            text = String(copying: UTF8Span(unchecked: bytes.extracting(cell.start..<cell.end)))
        } else {
            text = unquoted(cell, in: bytes)
        }
        guard cell.start < cell.end, bytes[cell.start] == TextByte.apostrophe else { return text }
        return FormulaGuard.removed(from: text)
    }

    /// The text of a cell with its doubled quotes halved, those with a
    /// backslash before them bare, and its tail behind.
    private func unquoted(_ cell: CSVScanner.Cell, in bytes: Span<UInt8>) -> String {
        var text: [UInt8] = []
        text.reserveCapacity(cell.terminator - cell.start)
        var index = cell.start
        while index < cell.end {
            let next = index + 1 < cell.end ? bytes[index + 1] : 0
            if scanner.escapes, bytes[index] == TextByte.backslash, next == scanner.quote || next == TextByte.backslash {
                text.append(next)
                index += 2
                continue
            }
            text.append(bytes[index])
            index += bytes[index] == scanner.quote && next == scanner.quote ? 2 : 1
        }
        for index in cell.tail { text.append(bytes[index]) }
        return String(decoding: text, as: UTF8.self)
    }
}
