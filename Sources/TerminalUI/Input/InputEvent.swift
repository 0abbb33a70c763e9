/// Something that came from the terminal.
public enum InputEvent: Hashable, Sendable {
    /// A key. Every typed ASCII character is one, however fast they come.
    case key(KeyStroke)
    /// What an input method committed: a run of characters outside ASCII, as
    /// one event. Full-width letters come this way too.
    case text(String)
    /// A paste, as one event, whatever is in it. Line ends are `\n`.
    case paste(String)
    case mouse(MouseEvent)
    /// The terminal has a new size.
    case resize(Size)
}
