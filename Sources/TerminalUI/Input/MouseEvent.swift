/// What the mouse did, and where.
public struct MouseEvent: Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
        case press
        /// The second press of a double click; the first came as a `press`.
        case doublePress
        case middlePress
        case rightPress
        case wheelUp
        case wheelDown
    }

    public var position: Point
    public var kind: Kind

    public init(position: Point, kind: Kind) {
        self.position = position
        self.kind = kind
    }
}
