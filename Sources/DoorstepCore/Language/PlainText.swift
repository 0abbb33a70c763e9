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
        guard let first = text.firstIndex(where: { !$0.isWhitespace }),
            let last = text.lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(text[first...last])
    }

    /// What two names are compared by: half-width, lower case, no blanks.
    public static func key(_ text: String) -> String {
        if text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x80 && !(0x41...0x5A).contains($0) }) { return text }
        return String(String.UnicodeScalarView(halfWidth(text).unicodeScalars.filter { !$0.properties.isWhitespace })).lowercased()
    }

    /// The parts of a list in a cell: joined with `;`, `；`, `|` or `、`.
    ///
    /// - Parameter isWhole: whether a part that holds a `、` is one name all
    ///   the same, as some names of groups are.
    public static func list(_ text: String, isWhole: (String) -> Bool = { _ in false }) -> [String] {
        text.split { ";；|｜".contains($0) }.map { trimmed($0) }
            .flatMap { isWhole($0) ? [$0] : $0.split(separator: "、").map { trimmed($0) } }
            .filter { !$0.isEmpty }
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
