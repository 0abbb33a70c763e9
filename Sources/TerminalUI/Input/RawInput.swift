/// What a terminal delivers piece by piece, before runs of text and pastes are
/// put together.
public enum RawInput: Hashable, Sendable {
    /// One scalar, control characters included.
    case scalar(Unicode.Scalar)
    /// One scalar that came right behind an escape: Alt was held.
    case altScalar(Unicode.Scalar)
    case stroke(KeyStroke)
    /// An escape sequence that the terminal's description does not name,
    /// without its escape.
    case escapeSequence(String)
    case pasteStart
    case pasteEnd
    case mouse(MouseEvent)
    case resize(Size)
}
