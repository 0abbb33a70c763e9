/// A term as it was written, before anybody knows what it means.
struct QueryToken: Sendable {
    /// Where it stands in the text, with its signs and quotes.
    let range: Range<String.Index>
    /// `!` stands in front of it, an odd number of times.
    let isNegated: Bool
    /// What stands before a quote, or all of it; half-width.
    let head: String
    /// What stands in quotes, taken literally; half-width. Ends the term.
    let quoted: String?

    /// Without blanks at either end of what is quoted.
    var value: String { quoted.map { head + PlainText.trimmed($0) } ?? head }

    /// As it was written, for messages: no longer than a line allows.
    var shown: String {
        let text = (isNegated ? "!" : "") + head + (quoted.map { "\"\($0)\"" } ?? "")
        return text.count > 30 ? "\(text.prefix(29))…" : text
    }

    /// The terms of a text: one pass over its scalars.
    ///
    /// - Parameter isKey: whether a quote behind this text and a `:`, `<`,
    ///   `>` or `=` begins a quoted value, as in `状态:"declined by the
    ///   employer"`.
    static func all(in text: String, isKey: (String) -> Bool) -> [QueryToken] {
        let scalars = text.unicodeScalars
        var tokens: [QueryToken] = []
        var position = scalars.startIndex
        while position < scalars.endIndex {
            guard let scalar = plain(scalars[position]), scalar != " " else {
                position = scalars.index(after: position)
                continue
            }
            tokens.append(next(in: scalars, from: &position, isKey: isKey))
        }
        return tokens
    }

    private static func next(in scalars: String.UnicodeScalarView, from position: inout String.Index, isKey: (String) -> Bool) -> QueryToken {
        let start = position
        var isNegated = false
        var head = String.UnicodeScalarView()
        var length = 0
        var quoted: String?
        // Only signs were read so far, so that a quote may begin.
        var isAtStart = true
        while position < scalars.endIndex {
            guard let scalar = plain(scalars[position]) else {
                position = scalars.index(after: position)
                continue
            }
            if scalar == " " { break }
            if closers(of: scalar) != nil, isAtStart || length <= longestKey && endsKey(head, isKey) {
                position = scalars.index(after: position)
                quoted = quote(in: scalars, from: &position, openedBy: scalar)
                break
            }
            position = scalars.index(after: position)
            if scalar == "!", length == 0 {
                isNegated.toggle()
                continue
            }
            // `+~` is the only sign of two.
            isAtStart = isAtStart && (length == 0 ? isSign(scalar) : length == 1 && scalar == "~" && head.first == "+")
            head.append(scalar)
            length += 1
        }
        return QueryToken(range: start..<position, isNegated: isNegated, head: String(head), quoted: quoted)
    }

    private static func isSign(_ scalar: Unicode.Scalar) -> Bool { scalar == "#" || scalar == "@" || scalar == "+" }

    /// The text up to the closing quote, which is passed, or to the end.
    private static func quote(in scalars: String.UnicodeScalarView, from position: inout String.Index, openedBy opener: Unicode.Scalar) -> String {
        let closers = closers(of: opener) ?? []
        var text = String.UnicodeScalarView()
        while position < scalars.endIndex {
            let scalar = plain(scalars[position])
            position = scalars.index(after: position)
            guard let scalar else { continue }
            if closers.contains(scalar) { break }
            text.append(scalar)
        }
        return String(text)
    }

    /// Input methods give `“` and `”` by turns and lose count, so any of
    /// the double quotes closes any other.
    static func closers(of scalar: Unicode.Scalar) -> [Unicode.Scalar]? {
        switch scalar {
        case "\"", "“", "”": ["\"", "“", "”"]
        case "「": ["」"]
        default: nil
        }
    }

    /// More scalars than any key with its comparison has, so that a long
    /// word full of quotes costs no more than another.
    private static let longestKey = 16

    private static func endsKey(_ head: String.UnicodeScalarView, _ isKey: (String) -> Bool) -> Bool {
        guard let last = head.last, comparing.contains(last) else { return false }
        return isKey(String(head.prefix { !comparing.contains($0) }))
    }

    private static let comparing = Array(":<>=≥≤》《".unicodeScalars)

    /// A scalar half-width, every blank as a space; nil for controls, marks
    /// of writing direction and characters without width, which say nothing.
    private static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        switch scalar.value {
        case 0x21...0x7E: return scalar
        case 0xFF01...0xFF5E: return Unicode.Scalar(scalar.value - 0xFEE0)
        case 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0x061C, 0xFEFF: return nil
        default:
            if scalar.properties.isWhitespace { return " " }
            return scalar.properties.generalCategory == .control ? nil : scalar
        }
    }
}
