/// Writes one record as a JSON object (RFC 8259): names from the header, in
/// its order; numbers as numbers; empty cells as `null`.
///
/// Every cell of the record is in the object: a header that occurs again is
/// numbered (`备注`, `备注_2`), for readers keep only the last of equal names,
/// and cells beyond the header are named `column_7`.
struct JSONRecord {
    /// The names with quotes and colon, ready to be written.
    private let names: [[UInt8]]

    init(header: [String]) {
        var taken: Set<String> = []
        names = header.map { title in
            var name = title
            var number = 2
            while !taken.insert(name).inserted {
                name = "\(title)_\(number)"
                number += 1
            }
            return Self.prefix(name)
        }
    }

    /// Adds the object, without a line end.
    func append(_ row: [SheetValue], to buffer: inout [UInt8]) {
        buffer.append(UInt8(ascii: "{"))
        for column in 0..<max(row.count, names.count) {
            if column > 0 { buffer.append(TextByte.comma) }
            buffer.append(contentsOf: column < names.count ? names[column] : Self.prefix("column_\(column + 1)"))
            Self.append(column < row.count ? row[column] : .empty, to: &buffer)
        }
        buffer.append(UInt8(ascii: "}"))
    }

    private static func prefix(_ name: String) -> [UInt8] {
        var bytes: [UInt8] = []
        append(string: name, to: &bytes)
        bytes.append(UInt8(ascii: ":"))
        return bytes
    }

    private static func append(_ value: SheetValue, to buffer: inout [UInt8]) {
        switch value {
        case .text(let text): append(string: text, to: &buffer)
        case .date(let day): append(string: day, to: &buffer)
        case .integer, .decimal: buffer.append(contentsOf: value.plainText.utf8)
        case .empty: buffer.append(contentsOf: "null".utf8)
        }
    }

    /// Adds a string literal. Only what must be escaped is.
    private static func append(string: String, to buffer: inout [UInt8]) {
        buffer.append(TextByte.quote)
        let span = string.utf8.span
        var plainFrom = 0
        for index in span.indices {
            let byte = span[index]
            guard byte < 0x20 || byte == TextByte.quote || byte == TextByte.backslash else { continue }
            append(span, plainFrom..<index, to: &buffer)
            plainFrom = index + 1
            switch byte {
            case TextByte.quote, TextByte.backslash:
                buffer.append(TextByte.backslash)
                buffer.append(byte)
            case TextByte.lineFeed:
                buffer.append(contentsOf: #"\n"#.utf8)
            case TextByte.carriageReturn:
                buffer.append(contentsOf: #"\r"#.utf8)
            case TextByte.tab:
                buffer.append(contentsOf: #"\t"#.utf8)
            case ..<0x20:
                let hex = String(byte, radix: 16)
                buffer.append(contentsOf: (hex.utf8.count == 1 ? #"\u000"# : #"\u00"#).utf8)
                buffer.append(contentsOf: hex.utf8)
            default: break
            }
        }
        append(span, plainFrom..<span.count, to: &buffer)
        buffer.append(TextByte.quote)
    }

    private static func append(_ span: Span<UInt8>, _ range: Range<Int>, to buffer: inout [UInt8]) {
        span.extracting(range).withUnsafeBufferPointer { buffer.append(contentsOf: $0) }
    }
}
