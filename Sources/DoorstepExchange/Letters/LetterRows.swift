/// Texts of a letter in rows of a given width.
enum LetterRows {
    /// The text in rows of at most `columns`, the last ending in an ellipsis
    /// where `most` rows do not hold it all. An empty text is no row.
    ///
    /// Chinese breaks between any two characters, but for closing signs at
    /// the start and opening ones at the end of a row; words in letters and
    /// numbers stay whole where a row can hold them.
    static func wrapped(_ text: String, to columns: Int, most: Int) -> [String] {
        let signs = clean(text).map { Sign($0) }
        var rows: [String] = []
        var start = 0
        while start < signs.count {
            while start < signs.count, signs[start].isBlank { start += 1 }
            guard start < signs.count else { break }
            var end = start
            var used = 0
            while end < signs.count, used + signs[end].width <= columns {
                used += signs[end].width
                end += 1
            }
            if end == start { end += 1 }  // wider than a row: shown all the same
            if end < signs.count {
                if rows.count == most - 1 {
                    rows.append(cut(signs[start...], to: columns))
                    return rows
                }
                let latest = (start + 1...end).last { mayBreak(signs[$0 - 1], signs[$0]) }
                end = latest ?? end
            }
            rows.append(trimmed(signs[start..<end]))
            start = end
        }
        return rows
    }

    /// The text in one row of at most `columns`.
    static func cut(_ text: String, to columns: Int) -> String { wrapped(text, to: columns, most: 1).first ?? "" }

    private static func cut(_ signs: ArraySlice<Sign>, to columns: Int) -> String {
        var used = 1
        let shown = signs.prefix { sign in
            used += sign.width
            return used <= columns
        }
        return trimmed(shown) + "…"
    }

    private static func trimmed(_ signs: ArraySlice<Sign>) -> String {
        var signs = signs
        while let last = signs.last, last.isBlank { signs.removeLast() }
        return String(signs.map(\.character))
    }

    /// Without what could steer a terminal or a printer, or turn the
    /// direction of writing; every kind of line end is a blank.
    static func clean(_ text: String) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case ..<0x20, 0x7F...0x9F, 0x2028, 0x2029: scalars.append(" ")
            case 0x061C, 0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069: continue
            default: scalars.append(scalar)
            }
        }
        return String(scalars)
    }

    static func padded(_ text: String, to columns: Int) -> String {
        text + String(repeating: " ", count: max(0, columns - DisplayWidth.of(text)))
    }

    static func centred(_ text: String, in columns: Int) -> String {
        String(repeating: " ", count: max(0, (columns - DisplayWidth.of(text)) / 2)) + text
    }

    private struct Sign {
        let character: Character
        let width: Int

        init(_ character: Character) {
            self.character = character
            width = DisplayWidth.of(String(character))
        }

        var isBlank: Bool { character.isWhitespace }
    }

    private static func mayBreak(_ left: Sign, _ right: Sign) -> Bool {
        if left.isBlank || right.isBlank { return true }
        guard left.width == 2 || right.width == 2 else { return false }
        return !closing.contains(right.character) && !opening.contains(left.character)
    }

    private static let closing: Set<Character> = [
        "。", "，", "、", "；", "：", "？", "！", "）", "》", "】", "〉", "」", "』", "．", "％", "”", "’", "…", "·", ".", ",", ";", ":", "?", "!", ")", "]", "%",
    ]
    private static let opening: Set<Character> = ["（", "《", "【", "〈", "「", "『", "“", "‘", "(", "[", "￥", "¥", "$"]
}
