/// A screen and a keyboard.
@MainActor
public protocol Terminal: AnyObject {
    var size: Size { get }

    /// Waits for input, at most `timeoutMilliseconds` (nil: without end), and
    /// returns all that came by then. Returns early, possibly with nothing,
    /// when woken from another thread, when the time is up, and when the
    /// terminal is about to be taken away.
    func nextEvents(timeoutMilliseconds: Int?) -> [InputEvent]

    /// Shows `frame`. Only rows that differ from the last frame are drawn.
    func present(_ frame: Frame)

    /// Gives the terminal back, runs `body` (another program, such as an
    /// editor), takes the terminal again and draws everything anew.
    func suspend(_ body: () -> Void)

    /// Stops the program as Ctrl-Z does in a shell; returns once it goes on.
    func suspendToShell()

    /// Hands `text` to the terminal for its clipboard. Whether the terminal
    /// takes it nobody can tell.
    func copy(_ text: ClipboardText)

    /// Draws the last frame whole, over whatever another program left.
    func redrawAll()

    /// The signal by which the program was asked to leave, if it was.
    var terminationRequested: Int32? { get }
}

extension Terminal {
    public func suspendToShell() {}
    public var terminationRequested: Int32? { nil }
}
