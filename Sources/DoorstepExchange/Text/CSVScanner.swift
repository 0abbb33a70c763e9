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
        /// Whether quotes are doubled in it, or have backslashes before them.
        var hasDoubledQuotes = false
        /// What stands between the closing quote and the terminator.
        var tail: Range<Int>
        /// Whether a quote stands alone in it, a blank before the opening one,
        /// or text behind the closing one: it may not be what was meant.
        var hasStrayQuote = false
        /// Whether it begins with a quote that nothing closes.
        var isUnclosed = false
    }

    private let first: UInt8
    private let second: UInt8
    private let third: UInt8
    /// The highest of the bytes that end a cell or quote it.
    private let highest: UInt8
    let quote: UInt8
    let escapes: Bool
    private let isPadded: Bool

    /// A scanner for one separator.
    init(_ dialect: CSVDialect) {
        first = dialect.separator.rawValue
        second = first
        third = first
        highest = max(first, TextByte.apostrophe)
        quote = dialect.quote
        escapes = dialect.escapes
        isPadded = dialect.isPadded
    }

    /// A scanner to which each usual separator is one.
    init() {
        first = CSVSeparator.comma.rawValue
        second = CSVSeparator.semicolon.rawValue
        third = CSVSeparator.tab.rawValue
        highest = second
        quote = TextByte.quote
        escapes = false
        isPadded = true
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
        if start < bytes.count, bytes[start] == quote, let cell = quotedCell(in: bytes, at: start) {
            return cell
        }
        var isBehindBlank = false
        if start < bytes.count, bytes[start] == TextByte.space, first != TextByte.space {
            var opening = start + 1
            while opening < bytes.count, bytes[opening] == TextByte.space { opening += 1 }
            isBehindBlank = opening < bytes.count && bytes[opening] == quote
            if isBehindBlank, isPadded, let cell = quotedCell(in: bytes, at: opening) { return cell }
        }
        let (end, isStray) = self.end(in: bytes, from: start)
        var cell = Cell(start: start, end: end, terminator: end, tail: end..<end)
        cell.hasStrayQuote = isStray || isBehindBlank
        cell.isUnclosed = start < end && bytes[start] == quote
        return cell
    }

    /// The cell whose opening quote is at `start`; `nil` if it is not closed.
    private func quotedCell(in bytes: Span<UInt8>, at start: Int) -> Cell? {
        var hasDoubledQuotes = false
        var lineBreaks = 0
        var index = start + 1
        while index < bytes.count {
            let byte = bytes[index]
            if byte > quote {
                index += 1
                continue
            }
            switch byte {
            case quote:
                if escapes, isEscaped(index, after: start, in: bytes) {
                    hasDoubledQuotes = true
                } else if index + 1 < bytes.count, bytes[index + 1] == quote {
                    hasDoubledQuotes = true
                    index += 1
                } else {
                    let terminator = end(in: bytes, from: index + 1).index
                    let tail = index + 1..<terminator
                    let hasTail = tail.contains { bytes[$0] != TextByte.space }
                    if lineBreaks > 0, hasTail { return nil }
                    return Cell(
                        start: start + 1, end: index, terminator: terminator,
                        lineBreaks: lineBreaks, hasDoubledQuotes: hasDoubledQuotes, tail: tail, hasStrayQuote: hasTail)
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

    /// Whether an odd number of backslashes stands before a quote.
    private func isEscaped(_ index: Int, after start: Int, in bytes: Span<UInt8>) -> Bool {
        var before = index
        while before - 1 > start, bytes[before - 1] == TextByte.backslash { before -= 1 }
        return (index - before) % 2 == 1
    }

    /// Where the next separator or line end is, and whether a quote stands
    /// alone before it.
    private func end(in bytes: Span<UInt8>, from start: Int) -> (index: Int, isStray: Bool) {
        var index = start
        var isStray = false
        while index < bytes.count {
            let byte = bytes[index]
            if byte <= highest {
                if byte == first || byte == second || byte == third || byte == TextByte.lineFeed || byte == TextByte.carriageReturn {
                    return (index, isStray)
                }
                if byte == TextByte.quote { isStray.toggle() }
            }
            index += 1
        }
        return (index, isStray)
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
