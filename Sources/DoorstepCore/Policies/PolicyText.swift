/// What a policy file says, before it is understood: JSON, read by the letter.
///
/// Foundation's reader would let a key that stands twice pass, and costs each
/// start of the program more than the rest of the catalogues of this size.
indirect enum PolicyText: Hashable, Sendable {
    case text(String)
    case number(Int)
    case yes(Bool)
    case list([PolicyText])
    /// In the order of the file; no key twice.
    case object([(key: String, value: PolicyText)])

    static func == (left: PolicyText, right: PolicyText) -> Bool {
        switch (left, right) {
        case (.text(let left), .text(let right)): left == right
        case (.number(let left), .number(let right)): left == right
        case (.yes(let left), .yes(let right)): left == right
        case (.list(let left), .list(let right)): left == right
        case (.object(let left), .object(let right)): left.count == right.count && zip(left, right).allSatisfy { $0 == $1 }
        default: false
        }
    }

    func hash(into hasher: inout Hasher) {
        if case .text(let text) = self { hasher.combine(text) }
    }

    /// Whole numbers alone: no policy has a fraction of a yuan.
    ///
    /// - Returns: nil where the bytes are no such text, with the line on which
    ///   that shows.
    static func read(_ bytes: [UInt8]) -> Result<PolicyText, Unreadable> {
        var reader = Reader(bytes: bytes)
        guard let value = reader.value(depth: 0), reader.isAtEnd else { return .failure(Unreadable(line: reader.line)) }
        return .success(value)
    }

    struct Unreadable: Error, Hashable { let line: Int }
}

extension PolicyText {
    fileprivate struct Reader {
        let bytes: [UInt8]
        private var place = 0

        init(bytes: [UInt8]) { self.bytes = bytes }

        var line: Int { 1 + bytes[..<min(place, bytes.count)].count { $0 == UInt8(ascii: "\n") } }

        var isAtEnd: Bool {
            mutating get {
                skipBlanks()
                return place == bytes.count
            }
        }

        private var next: UInt8? { place < bytes.count ? bytes[place] : nil }

        private mutating func skipBlanks() {
            while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { place += 1 }
        }

        /// Steps over a sign, where it is the next.
        private mutating func take(_ sign: Unicode.Scalar) -> Bool {
            skipBlanks()
            guard next == UInt8(ascii: sign) else { return false }
            place += 1
            return true
        }

        private mutating func take(word: StaticString) -> Bool {
            let found = word.withUTF8Buffer { bytes[place...].starts(with: $0) }
            if found { place += word.utf8CodeUnitCount }
            return found
        }

        /// Nothing in such a file lies deeper than this.
        private static let deepest = 8

        mutating func value(depth: Int) -> PolicyText? {
            skipBlanks()
            guard depth <= Reader.deepest, let first = next else { return nil }
            switch first {
            case UInt8(ascii: "\""): return text().map(PolicyText.text)
            case UInt8(ascii: "["): return list(depth)
            case UInt8(ascii: "{"): return object(depth)
            case UInt8(ascii: "t"): return take(word: "true") ? .yes(true) : nil
            case UInt8(ascii: "f"): return take(word: "false") ? .yes(false) : nil
            default: return number()
            }
        }

        private mutating func number() -> PolicyText? {
            var number = 0
            let start = place
            while let byte = next, (48...57).contains(byte) {
                guard place - start < 12 else { return nil }
                number = number * 10 + Int(byte - 48)
                place += 1
            }
            return place > start ? .number(number) : nil
        }

        private mutating func text() -> String? {
            place += 1
            var text: [UInt8] = []
            while let byte = next, byte >= 0x20 {
                place += 1
                if byte == UInt8(ascii: "\"") { return String(validating: text, as: UTF8.self) }
                guard byte == UInt8(ascii: "\\") else {
                    text.append(byte)
                    continue
                }
                guard let escaped = next, escaped == UInt8(ascii: "\"") || escaped == UInt8(ascii: "\\") || escaped == UInt8(ascii: "/") else { return nil }
                text.append(escaped)
                place += 1
            }
            return nil
        }

        private mutating func list(_ depth: Int) -> PolicyText? {
            place += 1
            var list: [PolicyText] = []
            if take("]") { return .list(list) }
            repeat {
                guard let value = value(depth: depth + 1) else { return nil }
                list.append(value)
            } while take(",")
            return take("]") ? .list(list) : nil
        }

        private mutating func object(_ depth: Int) -> PolicyText? {
            place += 1
            var object: [(key: String, value: PolicyText)] = []
            if take("}") { return .object(object) }
            repeat {
                skipBlanks()
                guard next == UInt8(ascii: "\""), let key = text(), !object.contains(where: { $0.key == key }), take(":"), let value = value(depth: depth + 1)
                else { return nil }
                object.append((key, value))
            } while take(",")
            return take("}") ? .object(object) : nil
        }
    }
}
