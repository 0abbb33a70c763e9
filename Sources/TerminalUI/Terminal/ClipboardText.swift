/// Text on its way to the terminal's clipboard (OSC 52): lines that are safe
/// to show, so that nothing in them runs where they are pasted.
public struct ClipboardText: Hashable, Sendable {
    /// The lines, joined by line feeds, as far as a terminal takes them.
    public let text: String

    /// The most bytes of base64: terminals drop what is longer.
    public static let limit = 74_000

    /// Whole characters from the beginning, as many as fit.
    public init(lines: [String]) {
        var text = ""
        let most = ClipboardText.limit / 4 * 3
        var size = 0
        lines: for (index, line) in lines.enumerated() {
            for character in (index == 0 ? "" : "\n") + SafeText.clean(line) {
                size += character.utf8.count
                guard size <= most else { break lines }
                text.append(character)
            }
        }
        self.text = text
    }

    /// What sets a terminal's clipboard.
    public var sequence: String { "\u{1B}]52;c;\(base64)\u{07}" }

    /// What sets the clipboard of the terminal that tmux runs in: as an
    /// application of tmux's asks for it, and handed through, of which tmux
    /// obeys what its settings allow.
    public var sequenceInsideTmux: String { sequence + "\u{1B}Ptmux;\u{1B}" + sequence + "\u{1B}\\" }

    private var base64: String {
        let signs = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".unicodeScalars)
        var result = String.UnicodeScalarView()
        var (bits, count) = (UInt32(0), 0)
        for byte in text.utf8 {
            (bits, count) = (bits << 8 | UInt32(byte), count + 8)
            while count >= 6 {
                count -= 6
                result.append(signs[Int(bits >> UInt32(count) & 0x3F)])
            }
            bits &= (1 << UInt32(count)) - 1
        }
        if count > 0 { result.append(signs[Int(bits << UInt32(6 - count) & 0x3F)]) }
        while result.count % 4 != 0 { result.append("=") }
        return String(result)
    }
}
