/// The part of TOML (1.0) that the console's own file needs: comments, one
/// table of keys, and on each line a text, a list of texts, a small number, or
/// true or false.
///
/// Read here line by line, and not by a general reader, so that each setting
/// is known by its line: what is wrong with a value is said where it stands.
enum ConfigFile {
    struct Line: Equatable {
        /// From 1.
        let number: Int
        let content: Content
    }

    enum Content: Equatable {
        /// The table, empty before the first; name and value.
        case setting(String, String, ConfigValue)
        case broken
    }

    /// The lines that say something.
    static func lines(_ text: String) -> [Line] {
        var table = ""
        var lines: [Line] = []
        for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            var reader = LineReader(line)
            reader.skipBlanks()
            guard !reader.isAtEnd else { continue }
            if let name = reader.table() {
                table = name
            } else if let (name, value) = reader.setting() {
                lines.append(Line(number: index + 1, content: .setting(table, name, value)))
            } else {
                lines.append(Line(number: index + 1, content: .broken))
            }
        }
        return lines
    }
}

enum ConfigValue: Equatable {
    case text(String)
    case texts([String])
    case flag(Bool)
    case number(Int)
}

/// Reads one line from its left to its right.
private struct LineReader {
    private var rest: Substring

    init(_ line: Substring) { rest = line.first == "\u{FEFF}" ? line.dropFirst() : line }

    /// Nothing is left, or a comment.
    var isAtEnd: Bool { rest.isEmpty || rest.first == "#" }

    mutating func skipBlanks() { rest = rest.drop { $0 == " " || $0 == "\t" } }

    /// `[name]`; nil, and nothing read, where the line is no such.
    mutating func table() -> String? {
        var reader = self
        guard reader.take("["), let name = reader.name(), reader.take("]"), reader.isAtEnd else { return nil }
        self = reader
        return name
    }

    /// `name = value`.
    mutating func setting() -> (String, ConfigValue)? {
        guard let name = name(), take("="), let value = value(), isAtEnd else { return nil }
        return (name, value)
    }

    private mutating func take(_ sign: Character) -> Bool {
        guard rest.first == sign else { return false }
        rest.removeFirst()
        skipBlanks()
        return true
    }

    private mutating func name() -> String? {
        if rest.first == "\"" || rest.first == "'" { return text() }
        let name = rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") }
        rest = rest.dropFirst(name.count)
        skipBlanks()
        return name.isEmpty ? nil : String(name)
    }

    private mutating func value() -> ConfigValue? {
        for flag in [true, false] where rest.hasPrefix(String(flag)) {
            rest = rest.dropFirst(String(flag).count)
            skipBlanks()
            return .flag(flag)
        }
        let digits = rest.prefix { ("0"..."9").contains($0) }
        if digits.count <= 9, let number = Int(digits) {
            rest = rest.dropFirst(digits.count)
            skipBlanks()
            return .number(number)
        }
        guard take("[") else { return text().map { .text($0) } }
        var texts: [String] = []
        while !take("]") {
            guard let text = text() else { return nil }
            texts.append(text)
            if !take(",") {
                guard take("]") else { return nil }
                break
            }
        }
        return .texts(texts)
    }

    /// In double quotes with `\"`, `\\` and `\t`, or in single quotes to the
    /// letter.
    private mutating func text() -> String? {
        guard let quote = rest.first, quote == "\"" || quote == "'" else { return nil }
        rest.removeFirst()
        var text = ""
        while let character = rest.popFirst() {
            if character == quote {
                skipBlanks()
                return text
            }
            guard character == "\\", quote == "\"" else {
                text.append(character)
                continue
            }
            switch rest.popFirst() {
            case "\""?: text.append("\"")
            case "\\"?: text.append("\\")
            case "t"?: text.append("\t")
            default: return nil
            }
        }
        return nil
    }
}
