import Glibc

/// What a text sheet says of how its cells are quoted, where that is not as
/// RFC 4180 has it.
///
/// Either is believed only where nothing in the sheet speaks against it, since
/// an apostrophe also disarms formulas, and a backslash stands in paths.
struct CSVQuoteEvidence {
    /// Cells are quoted by `'`: each that begins with one ends with one, some
    /// need it, and no cell begins with `"`.
    private(set) var isSingle = false
    /// Quotes within quotes have a backslash before them, and none is doubled.
    private(set) var isEscaped = false

    init(in bytes: Span<UInt8>, separator: CSVSeparator) {
        isSingle = bytes.holds(TextByte.apostrophe) && CSVQuoteEvidence.singles(bytes, separator)
        isEscaped = bytes.holds(TextByte.backslash) && CSVQuoteEvidence.escapes(bytes, separator.rawValue, quote: isSingle ? TextByte.apostrophe : TextByte.quote)
    }

    private static func isEnd(_ byte: UInt8, _ separator: UInt8) -> Bool {
        byte == separator || byte == TextByte.lineFeed || byte == TextByte.carriageReturn
    }

    /// How many records are looked at, and how many of them have to need the
    /// quotes: a cell that begins with an apostrophe may be followed by one
    /// that ends with one.
    private static let mostRecords = 200
    private static let leastRecords = 3

    private static func singles(_ bytes: Span<UInt8>, _ separator: CSVSeparator) -> Bool {
        var opened = 0
        var closed = 0
        var isBeginning = true
        for index in 0..<bytes.count {
            let byte = bytes[index]
            if isEnd(byte, separator.rawValue) {
                isBeginning = true
                continue
            }
            if byte == TextByte.quote, isBeginning { return false }
            if byte == TextByte.apostrophe {
                if isBeginning { opened += 1 }
                if !isBeginning, index + 1 == bytes.count || isEnd(bytes[index + 1], separator.rawValue) { closed += 1 }
            }
            isBeginning = false
        }
        guard opened >= leastRecords, opened == closed else { return false }
        return isEven(bytes, separator)
    }

    /// Whether all of the first records have as many cells, once `'` is the
    /// quote, and some had more before.
    private static func isEven(_ bytes: Span<UInt8>, _ separator: CSVSeparator) -> Bool {
        var dialect = CSVDialect(separator: separator)
        dialect.quote = TextByte.apostrophe
        let scanner = CSVScanner(dialect)
        var (index, records, needing) = (0, 0, 0)
        var width: Int?
        while index < bytes.count, records < mostRecords {
            let blank = CSVScanner.lineEndLength(in: bytes, at: index)
            if blank > 0 {
                index += blank
                continue
            }
            var cells = 0
            var isNeeded = false
            var end = 0
            repeat {
                let cell = scanner.cell(in: bytes, at: index)
                cells += 1
                if cell.start > index { for place in cell.start..<cell.end where isEnd(bytes[place], separator.rawValue) { isNeeded = true } }
                index = cell.terminator
                end = CSVScanner.lineEndLength(in: bytes, at: index)
                index += max(1, end)
            } while end == 0 && index <= bytes.count && index - 1 < bytes.count
            guard cells == width ?? cells else { return false }
            width = cells
            records += 1
            if isNeeded { needing += 1 }
        }
        return needing >= leastRecords
    }

    private static func escapes(_ bytes: Span<UInt8>, _ separator: UInt8, quote: UInt8) -> Bool {
        var escaped = 0
        for index in 1..<max(1, bytes.count - 1) where bytes[index] == quote {
            let (before, after) = (bytes[index - 1], bytes[index + 1])
            let isInside = !isEnd(after, separator) && after != quote
            if before == TextByte.backslash {
                if isInside { escaped += 1 }
            } else if before == quote, isInside, index > 1, !isEnd(bytes[index - 2], separator), bytes[index - 2] != TextByte.backslash {
                return false
            }
        }
        return escaped > 0
    }
}

extension Span<UInt8> {
    /// Whether the byte is anywhere in it.
    func holds(_ byte: UInt8) -> Bool {
        withUnsafeBufferPointer { buffer in buffer.baseAddress.map { memchr($0, Int32(byte), buffer.count) != nil } ?? false }
    }
}
