/// Keeps spreadsheet programs from running texts as formulas: a text that
/// begins with a formula's sign is written with an apostrophe in front.
///
/// So that every text comes back as it was, a text that looks guarded already,
/// that is one or more apostrophes and then a formula's sign, is given one
/// more, too. Reading takes one off wherever apostrophes stand before such a
/// sign, and none elsewhere:
///
/// | text | written |
/// | --- | --- |
/// | `=1+1` | `'=1+1` |
/// | `'=1+1` | `''=1+1` |
/// | `'90s` | `'90s` |
enum FormulaGuard {
    /// The text as it can be written.
    static func applied(to text: String) -> String {
        isNeeded(by: text.utf8.span) ? "'" + text : text
    }

    /// The text as it was before writing.
    static func removed(from text: String) -> String {
        guard text.utf8.first == TextByte.apostrophe, isNeeded(by: text.utf8.span) else { return text }
        return String(text.unicodeScalars.dropFirst())
    }

    /// Whether the text, in UTF-8, is any number of apostrophes and then a sign
    /// that begins a formula, or that programs drop to find such a sign.
    static func isNeeded(by text: Span<UInt8>) -> Bool {
        var index = 0
        while index < text.count, text[index] == TextByte.apostrophe { index += 1 }
        guard index < text.count else { return false }
        switch text[index] {
        case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"),
            TextByte.tab, TextByte.carriageReturn:
            return true
        case 0xEF:
            // ＋ is EF BC 8B, － EF BC 8D, ＝ EF BC 9D, ＠ EF BC A0.
            guard index + 2 < text.count, text[index + 1] == 0xBC else { return false }
            return [0x8B, 0x8D, 0x9D, 0xA0].contains(text[index + 2])
        default:
            return false
        }
    }
}
