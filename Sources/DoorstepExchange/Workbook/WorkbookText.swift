/// Texts as the cells of a workbook hold them.
///
/// XML 1.0 has no control characters but tab and line feed, and workbooks
/// (ECMA-376, part 1, 22.9.2.19) write them as `_x001B_`, which programs read
/// back. What only looks like that is written `_x005F_x001B_`, so that it
/// comes back as it was.
enum WorkbookText {
    /// Characters of a cell at the most, counted in UTF-16 as spreadsheet
    /// programs do.
    static let mostUnits = 32_767

    /// Adds a text to bytes, and a zero behind it.
    ///
    /// - Returns: whether the cell holds less than the text.
    static func append(_ text: String, to bytes: inout [UInt8]) -> Bool {
        let start = bytes.count
        let span = text.utf8.span
        var plainFrom = 0
        var index = 0
        while index < span.count {
            let byte = span[index]
            // All that has to be looked at: controls, _ and the lead byte of U+FFFE and U+FFFF.
            if byte >= 0x20, byte != 0x5F, byte != 0xEF {
                index += 1
                continue
            }
            if let code = escaped(span, at: index) {
                append(span, plainFrom..<index, to: &bytes)
                append(code: code.value, to: &bytes)
                index += code.length
                plainFrom = index
            } else {
                index += 1
            }
        }
        append(span, plainFrom..<span.count, to: &bytes)
        // A character has no more units than bytes.
        let isCut = bytes.count - start > mostUnits && cut(&bytes, from: start)
        bytes.append(0)
        return isCut
    }

    private static func append(_ span: Span<UInt8>, _ range: Range<Int>, to bytes: inout [UInt8]) {
        guard !range.isEmpty else { return }
        span.extracting(range).withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
    }

    /// What stands at a place that cannot be written as it is, and its bytes.
    private static func escaped(_ span: Span<UInt8>, at index: Int) -> (value: UInt16, length: Int)? {
        let byte = span[index]
        switch byte {
        case TextByte.tab, TextByte.lineFeed: return nil
        case ..<0x20: return (UInt16(byte), 1)
        case 0x5F: return looksEscaped(span, at: index) ? (0x5F, 1) : nil
        default:
            guard index + 2 < span.count, span[index + 1] == 0xBF, span[index + 2] >= 0xBE else { return nil }
            return (0xFF40 + UInt16(span[index + 2]), 3)
        }
    }

    /// `_x` and four hexadecimal digits and `_`.
    private static func looksEscaped(_ span: Span<UInt8>, at index: Int) -> Bool {
        guard index + 6 < span.count, span[index + 1] == UInt8(ascii: "x"), span[index + 6] == 0x5F else { return false }
        for digit in index + 2...index + 5 {
            switch span[digit] {
            case 0x30...0x39, 0x41...0x46, 0x61...0x66: continue
            default: return false
            }
        }
        return true
    }

    private static func append(code: UInt16, to bytes: inout [UInt8]) {
        bytes += [0x5F, UInt8(ascii: "x")]
        for shift in [12, 8, 4, 0] {
            let digit = UInt8(code >> shift & 15)
            bytes.append(digit < 10 ? 0x30 + digit : 0x37 + digit)
        }
        bytes.append(0x5F)
    }

    /// Cuts a text that is too long, between characters, with … at its end.
    private static func cut(_ bytes: inout [UInt8], from start: Int) -> Bool {
        var units = 0
        var end = start
        var last = start
        while end < bytes.count, units <= mostUnits {
            // Where the one that goes over the limit begins, once there is one.
            if units < mostUnits { last = end }
            let lead = bytes[end]
            units += lead >= 0xF0 ? 2 : 1
            end += lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
        }
        guard units > mostUnits else { return false }
        // Not in the middle of `_x001B_`.
        for back in stride(from: last, to: max(start, last - 7), by: -1) where bytes[back - 1] == 0x5F {
            let whole = Array(bytes[back - 1..<min(bytes.count, back + 6)])
            if looksEscaped(whole.span, at: 0) { last = back - 1 }
        }
        bytes.removeSubrange(last...)
        bytes += Array("…".utf8)
        return true
    }

    /// Whether a spreadsheet program that is given the text by hand would
    /// take it for a number, a date or a formula: such cells are marked as
    /// text, so that an identity number stays one when somebody edits it.
    static func isLiteral(_ text: String) -> Bool {
        guard let first = text.utf8.first else { return false }
        return first < 0x40 && first > 0x20 || first == 0x40 || FormulaGuard.isNeeded(by: text.utf8.span)
    }
}
