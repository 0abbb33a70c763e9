/// What a journal entry says: named values, a line each.
///
/// A line is `name=value`; in the value, backslash, line feed, carriage
/// return and tab are written `\\`, `\n`, `\r` and `\t`; the character NUL
/// is left out. A name may come more than once.
struct EntryContent: Equatable {
    private(set) var fields: [Field]

    struct Field: Equatable {
        let name: String
        let value: String
    }

    init(_ fields: [(name: String, value: String)] = []) {
        self.fields = fields.map { Field(name: $0.name, value: $0.value) }
    }

    mutating func add(_ name: String, _ value: String) {
        fields.append(Field(name: name, value: value))
    }

    subscript(name: String) -> String? {
        fields.first { $0.name == name }?.value
    }

    var text: String {
        fields.map { "\($0.name)=\(EntryContent.escaped($0.value))" }.joined(separator: "\n")
    }

    /// Nil where the text is no such lines.
    init?(text: String) {
        fields = []
        guard !text.isEmpty else { return }
        for line in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            guard let sign = line.firstIndex(of: UInt8(ascii: "=")), let value = EntryContent.unescaped(line[line.index(after: sign)...]) else { return nil }
            fields.append(Field(name: String(decoding: line[..<sign], as: UTF8.self), value: value))
        }
    }

    private static func escaped(_ text: String) -> String {
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\\"): bytes += Array("\\\\".utf8)
            case UInt8(ascii: "\n"): bytes += Array("\\n".utf8)
            case UInt8(ascii: "\r"): bytes += Array("\\r".utf8)
            case UInt8(ascii: "\t"): bytes += Array("\\t".utf8)
            case 0: continue
            default: bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func unescaped(_ text: some Sequence<UInt8>) -> String? {
        var bytes: [UInt8] = []
        var iterator = text.makeIterator()
        while let byte = iterator.next() {
            guard byte == UInt8(ascii: "\\") else {
                bytes.append(byte)
                continue
            }
            switch iterator.next() {
            case UInt8(ascii: "\\")?: bytes.append(UInt8(ascii: "\\"))
            case UInt8(ascii: "n")?: bytes.append(UInt8(ascii: "\n"))
            case UInt8(ascii: "r")?: bytes.append(UInt8(ascii: "\r"))
            case UInt8(ascii: "t")?: bytes.append(UInt8(ascii: "\t"))
            default: return nil
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
