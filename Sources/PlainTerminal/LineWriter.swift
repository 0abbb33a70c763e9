import TerminalUI

/// Turns what is to be said into what is to be written: text and line feeds,
/// and nothing else.
struct LineWriter {
    /// What stands on the last line, which is not ended; nil where the cursor
    /// is at the beginning of one.
    private(set) var open: String?

    /// What is to be written so that `lines` and then `typing` stand at the
    /// end, as `LineTerminal.say` has it.
    mutating func say(_ lines: [String], typing: String?) -> String {
        let typing = typing.map(SafeText.clean)
        defer { open = typing }
        let spoken = lines.map { SafeText.clean($0) + "\n" }.joined()
        if lines.isEmpty, let open, let typing, let added = Self.added(to: open, typing) { return added }
        return (open == nil ? "" : "\n") + spoken + (typing ?? "")
    }

    /// What ends the line, where it is not ended.
    mutating func endLine() -> String {
        defer { open = nil }
        return open == nil ? "" : "\n"
    }

    /// What `text` has behind `before`; nil where it does not begin with it.
    private static func added(to before: String, _ text: String) -> String? {
        let (old, new) = (before.unicodeScalars, text.unicodeScalars)
        guard new.starts(with: old) else { return nil }
        return String(String.UnicodeScalarView(new.dropFirst(old.count)))
    }
}
