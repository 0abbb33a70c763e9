/// One place on the screen.
public struct Cell: Hashable, Sendable {
    /// One character and its marks; empty for the second half of a wide one.
    public var text: String
    public var style: Style

    public init(text: String = " ", style: Style = .plain) {
        self.text = text
        self.style = style
    }

    /// Whether this is the right half of the wide character on its left.
    public var isContinuation: Bool { text.isEmpty }
}
