import TerminalUI

/// What colours are used for. Colour never carries a meaning alone: what is
/// chosen is also reversed, what is wrong also says so.
enum Theme {
    static let plain = Style.plain
    static let title = Style.plain.with(reverse: true)
    static let tab = Style.plain.with(reverse: true)
    static let currentTab = Style.plain.with(bold: true)
    static let heading = Style.plain.with(bold: true)
    static let column = Style.plain.with(foreground: .cyan).with(bold: true)
    static let selection = Style.plain.with(reverse: true)
    static let muted = Style.plain.with(dim: true)
    static let score = Style.plain.with(foreground: .green).with(bold: true)
    static let warning = Style.plain.with(foreground: .yellow)
    static let error = Style.plain.with(foreground: .red).with(bold: true)
    static let good = Style.plain.with(foreground: .green)
    static let key = Style.plain.with(bold: true)
    /// Characters that a search found.
    static let hit = Style.plain.with(foreground: .yellow).with(bold: true).with(underline: true)
    static let field = Style.plain.with(underline: true)
}
