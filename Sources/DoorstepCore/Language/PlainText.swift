/// What cells and names are reduced to before they are compared.
public enum PlainText {
    /// Full-width letters, digits and signs made half-width, every kind of
    /// blank made a space.
    public static func halfWidth(_ text: String) -> String {
        if text.utf8.allSatisfy({ $0 < 0x80 && $0 >= 0x20 }) { return text }
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0xFF01...0xFF5E:
                result.append(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
            case 0x3000, 0xA0, 0x2002...0x200A, 0x09:
                result.append(" ")
            case 0x200B...0x200D, 0x2060, 0xFEFF:
                continue
            default:
                result.append(scalar)
            }
        }
        return String(result)
    }

    /// Without blanks at either end.
    public static func trimmed(_ text: some StringProtocol) -> String {
        // Most cells have none, and scalars are told faster than characters.
        if let first = text.unicodeScalars.first, let last = text.unicodeScalars.last, !isBlank(first), !isBlank(last) { return String(text) }
        guard let first = text.firstIndex(where: { !$0.isWhitespace }),
            let last = text.lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(text[first...last])
    }

    /// The letters that most texts consist of need no table of properties.
    private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x21...0x7E, 0x4E00...0x9FFF: false
        default: scalar.properties.isWhitespace
        }
    }

    /// What two names are compared by: half-width, lower case, no blanks.
    public static func key(_ text: String) -> String {
        if text.utf8.allSatisfy(isKeyByte) { return text }
        return String(String.UnicodeScalarView(halfWidth(text).unicodeScalars.filter { !isBlank($0) })).lowercased()
    }

    /// Whether a text of nothing but such bytes is its own key, as most names
    /// are: ASCII without blanks and capitals, and Chinese characters, which
    /// begin with 0xE4 to 0xE9.
    private static func isKeyByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x21...0x40, 0x5B...0x7F, 0x80...0xBF, 0xE4...0xE9: true
        default: false
        }
    }

    /// The parts of a list in a cell: joined with `;`, `；`, `|` or `、`.
    ///
    /// - Parameter isWhole: whether a part that holds a `、` is one name all
    ///   the same, as some names of groups are.
    public static func list(_ text: String, isWhole: (String) -> Bool = { _ in false }) -> [String] {
        // Only these bytes begin a separator; most cells hold one name.
        let mayHaveSeveral = text.utf8.contains { $0 == 0x3B || $0 == 0x7C || $0 == 0xEF || $0 == 0xE3 }
        guard mayHaveSeveral else { return text.isEmpty ? [] : [trimmed(text)].filter { !$0.isEmpty } }
        var parts: [String] = []
        func take(_ part: String, mayBeSeveral: Bool) {
            if mayBeSeveral, part.unicodeScalars.contains("、"), !isWhole(part) {
                for part in part.unicodeScalars.split(separator: "、") { take(trimmed(Substring(part)), mayBeSeveral: false) }
            } else if !part.isEmpty {
                parts.append(part)
            }
        }
        let scalars = text.unicodeScalars
        var start = scalars.startIndex
        while true {
            let end = scalars[start...].firstIndex { $0 == ";" || $0 == "；" || $0 == "|" || $0 == "｜" } ?? scalars.endIndex
            take(trimmed(text[start..<end]), mayBeSeveral: true)
            guard end < scalars.endIndex else { return parts }
            start = scalars.index(after: end)
        }
    }

    /// Whether `part` stands in `text`, byte for byte. An empty part does.
    public static func holds(_ text: String, _ part: String) -> Bool {
        var (text, part) = (text, part)
        return text.withUTF8 { text in
            part.withUTF8 { part in
                guard let first = part.first else { return true }
                guard text.count >= part.count else { return false }
                for start in 0...text.count - part.count where text[start] == first {
                    if text[start..<start + part.count].elementsEqual(part) { return true }
                }
                return false
            }
        }
    }

    /// How alike two texts are, from 0 to 1: twice the pairs of neighbouring
    /// characters in common over all (Dice), single characters counting
    /// where there is only one.
    public static func likeness(_ left: String, _ right: String) -> Double {
        func pieces(_ text: String) -> [String: Int] {
            let characters = Array(text)
            var counts: [String: Int] = [:]
            for index in characters.indices {
                counts[String(characters[index]), default: 0] += 1
                if index > 0 { counts[String(characters[index - 1...index]), default: 0] += 1 }
            }
            return counts
        }
        let a = pieces(left)
        let b = pieces(right)
        let common = a.reduce(0) { $0 + min($1.value, b[$1.key] ?? 0) }
        let total = a.values.reduce(0, +) + b.values.reduce(0, +)
        return total == 0 ? 0 : 2 * Double(common) / Double(total)
    }
}
