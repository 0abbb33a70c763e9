/// Finds double clicks, since curses makes every click wait if it is to find
/// them.
public struct ClickTracker: Sendable {
    /// Two presses on one cell within this many milliseconds are a double
    /// click.
    public static let doubleClickMilliseconds: Int64 = 400

    private var last: (position: Point, time: Int64)?

    public init() {}

    /// `event` with its kind made `doublePress` where it is one. `time` is in
    /// milliseconds of any steady clock.
    public mutating func track(_ event: MouseEvent, time: Int64) -> MouseEvent {
        guard event.kind == .press else {
            last = nil
            return event
        }
        if let last, last.position == event.position, time - last.time <= Self.doubleClickMilliseconds {
            self.last = nil
            return MouseEvent(position: event.position, kind: .doublePress)
        }
        last = (event.position, time)
        return event
    }
}
