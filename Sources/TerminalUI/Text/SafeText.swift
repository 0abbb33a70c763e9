/// What may reach a terminal.
///
/// Text comes from files, pastes and other people's records. Control
/// characters in it could move the cursor or drive the terminal, direction
/// overrides could make one name look like another, and joiners, selectors and
/// fillers take no column or an uncertain one. Here they are replaced by signs
/// that can be seen; what is stored is left alone.
public enum SafeText {
    /// Stands for a character that must not be shown.
    public static let replacement: Unicode.Scalar = "\u{FFFD}"
    /// Stands for a character of a private font, such as rare names in old
    /// files have. Not ambiguous in width.
    public static let privateUse: Unicode.Scalar = "\u{25AF}"
    /// Marks shown on one character; more would run over the rows above.
    public static let markLimit = 2

    /// `text` made safe to show on one row. Idempotent. O(n), without a copy
    /// where there is nothing to do.
    ///
    /// - Tab, line feed, carriage return and the Unicode line separators become
    ///   a space (a pair of CR and LF one space).
    /// - Other controls, direction controls, invisible joiners and spaces, tag
    ///   characters, fillers, noncharacters become `U+FFFD`; private use
    ///   becomes `▯`.
    /// - Variation selectors and skin tones are dropped, joined emoji are cut
    ///   to their first, flags become their two letters.
    /// - At most two combining marks stay on a character.
    public static func clean(_ text: String) -> String {
        if isOrdinary(text) { return text }
        var cleaner = TextCleaner()
        for scalar in text.unicodeScalars {
            cleaner.take(scalar)
        }
        return cleaner.result
    }

    /// Whether `text` is printable ASCII only: one column for each byte.
    static func isPlainASCII(_ text: String) -> Bool {
        text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
    }

    /// Whether `text` holds only scalars known to be harmless and unmarked, so
    /// that it can be passed on as it is.
    private static func isOrdinary(_ text: String) -> Bool {
        if isPlainASCII(text) { return true }
        return text.unicodeScalars.allSatisfy { scalar in
            switch scalar.value {
            case 0x20..<0x7F, 0x4E00..<0xA000, 0x3400..<0x4DC0, 0x3001...0x3029, 0x3041...0x3096,
                0x30A0...0x30FF, 0xFF01...0xFF5E, 0xA1..<0xAD, 0xAE..<0x300, 0x2010...0x2027,
                0x2500...0x259F, 0x20000..<0x2A6E0:
                true
            default:
                false
            }
        }
    }
}
