/// How far an escape sequence goes.
public enum SequenceForm: Hashable, Sendable {
    /// Ends with its first letter or sign from `@` to `~`.
    case control
    /// One more character.
    case single
    /// Ends with BEL, or with a backslash behind another escape.
    case string

    /// - Parameter introducer: what came right behind the escape; nil where
    ///   that begins no sequence.
    public init?(introducer: Unicode.Scalar) {
        switch introducer {
        case "[": self = .control
        case "O": self = .single
        case "]", "P", "_", "^": self = .string
        default: return nil
        }
    }

    public func isEnd(_ scalar: Unicode.Scalar) -> Bool {
        switch self {
        case .control: (0x40...0x7E).contains(scalar.value)
        case .single: true
        case .string: scalar == "\u{07}" || scalar == "\\"
        }
    }
}
