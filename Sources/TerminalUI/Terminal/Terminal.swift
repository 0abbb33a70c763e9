/// A keyboard, and somewhere to show what comes of it.
@MainActor
public protocol Terminal: AnyObject {
    var size: Size { get }

    /// Waits for input, at most `timeoutMilliseconds` (nil: without end), and
    /// returns all that came by then. Returns early, possibly with nothing,
    /// when woken from another thread, when the time is up, and when the
    /// terminal is about to be taken away.
    func nextEvents(timeoutMilliseconds: Int?) -> [InputEvent]

    /// Gives the terminal back, runs `body` (another program, such as an
    /// editor), takes the terminal again and shows anew what was there.
    func suspend(_ body: () -> Void)

    /// Stops the program as Ctrl-Z does in a shell; returns once it goes on.
    func suspendToShell()

    /// Hands `text` to the terminal for its clipboard. Whether the terminal
    /// takes it nobody can tell.
    func copy(_ text: ClipboardText)

    /// The signal by which the program was asked to leave, if it was.
    var terminationRequested: Int32? { get }

    /// Gives the terminal back. Calling it again does nothing.
    func close()
}

extension Terminal {
    public func suspendToShell() {}
    public var terminationRequested: Int32? { nil }
    public func close() {}
    public func copy(_ text: ClipboardText) {}
}

/// A terminal that shows pictures of a whole screen.
@MainActor
public protocol ScreenTerminal: Terminal {
    /// Shows `frame`. Only rows that differ from the last frame are drawn.
    func present(_ frame: Frame)

    /// Draws the last frame whole, over whatever another program left.
    func redrawAll()
}

/// A terminal that is only ever written on at its end, as a screen reader
/// and a braille line follow it: no cursor is placed, nothing written over.
@MainActor
public protocol LineTerminal: Terminal {
    /// Adds lines behind what is there, and leaves the cursor behind `typing`.
    ///
    /// - Parameter typing: what stands on the last line from then on, nil for
    ///   nothing. Where it only grew since the last time, what is new of it is
    ///   added to the line; else it stands on a new one.
    func say(_ lines: [String], typing: String?)
}
