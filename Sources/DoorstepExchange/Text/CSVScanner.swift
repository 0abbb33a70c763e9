/// Finds where cells begin and end in the bytes of a text sheet.
///
/// It takes several separators at a time, so that the search for the right one
/// (`CSVDialect`) and the reading itself follow the same rules of quoting.
struct CSVScanner {
    /// Where a cell is and what has to be done to its bytes.
    struct Cell {
        /// The bytes of the cell; within the quotes, if it has them.
        var start: Int
        var end: Int
        /// Where the separator or line end behind the cell is; the count of
        /// bytes at the end of the file.
        var terminator: Int
        /// How many lines end within the cell.
        var lineBreaks = 0
        /// Whether quotes are doubled in it.
        var hasDoubledQuotes = false
        /// What stands between the closing quote and the terminator.
        var tail: Range<Int>
        /// Whether it begins with a quote that nothing closes.
        var isUnclosed = false
    }

    private let first: UInt8
    private let second: UInt8
    private let third: UInt8

    /// A scanner for one separator.
    init(_ separator: CSVSeparator) {
        first = separator.rawValue
        second = first
        third = first
    }

    /// A scanner to which each separator is one.
    init() {
        first = CSVSeparator.comma.rawValue
        second = CSVSeparator.semicolon.rawValue
        third = CSVSeparator.tab.rawValue
    }

    /// The cell that begins at `start`.
    ///
    /// A quote is taken for text if the file ends before it is closed, or if it
    /// is closed on a later line by a quote with more text behind it: then two
    /// quotes of different cells were about to be married, and all between
    /// them to be swallowed. All quotes between an unclosed one and the place
    /// that showed it are doubled and close what they open, so no byte is
    /// passed more than a few times whatever the file holds.
    func cell(in bytes: Span<UInt8>, at start: Int) -> Cell {
        if start < bytes.count, bytes[start] == TextByte.quote, let cell = quotedCell(in: bytes, at: start) {
            return cell
        }
        let end = self.end(in: bytes, from: start)
        var cell = Cell(start: start, end: end, terminator: end, tail: end..<end)
        cell.isUnclosed = start < end && bytes[start] == TextByte.quote
        return cell
    }

    /// The cell whose opening quote is at `start`; `nil` if it is not closed.
    private func quotedCell(in bytes: Span<UInt8>, at start: Int) -> Cell? {
        var hasDoubledQuotes = false
        var lineBreaks = 0
        var index = start + 1
        while index < bytes.count {
            let byte = bytes[index]
            if byte > TextByte.quote {
                index += 1
                continue
            }
            switch byte {
            case TextByte.quote:
                if index + 1 < bytes.count, bytes[index + 1] == TextByte.quote {
                    hasDoubledQuotes = true
                    index += 1
                } else {
                    let terminator = end(in: bytes, from: index + 1)
                    let tail = index + 1..<terminator
                    if lineBreaks > 0, tail.contains(where: { bytes[$0] != TextByte.space }) { return nil }
                    return Cell(
                        start: start + 1, end: index, terminator: terminator,
                        lineBreaks: lineBreaks, hasDoubledQuotes: hasDoubledQuotes, tail: tail)
                }
            case TextByte.lineFeed:
                lineBreaks += 1
            case TextByte.carriageReturn where !(index + 1 < bytes.count && bytes[index + 1] == TextByte.lineFeed):
                lineBreaks += 1
            default:
                break
            }
            index += 1
        }
        return nil
    }

    /// Where the next separator or line end is.
    private func end(in bytes: Span<UInt8>, from start: Int) -> Int {
        var index = start
        while index < bytes.count {
            let byte = bytes[index]
            // The semicolon is the highest of the bytes that end a cell.
            if byte <= TextByte.semicolon,
                byte == first || byte == second || byte == third
                    || byte == TextByte.lineFeed || byte == TextByte.carriageReturn {
                return index
            }
            index += 1
        }
        return index
    }

    /// How long the line end at the place is: 0 if there is none, 2 for CRLF.
    static func lineEndLength(in bytes: Span<UInt8>, at index: Int) -> Int {
        guard index < bytes.count else { return 0 }
        switch bytes[index] {
        case TextByte.lineFeed:
            return 1
        case TextByte.carriageReturn:
            return index + 1 < bytes.count && bytes[index + 1] == TextByte.lineFeed ? 2 : 1
        default:
            return 0
        }
    }
}
