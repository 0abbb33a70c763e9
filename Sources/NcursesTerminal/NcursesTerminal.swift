import CNcurses
import CTerminalGuard
import Glibc
import TerminalDevice
import TerminalUI

/// The real terminal, by way of ncurses.
///
/// One at a time, on the main actor, since curses keeps its state in globals.
/// Nothing but whole rows is ever written, composed beforehand: curses does not
/// mend wide characters that are half overwritten.
///
/// While it is open a guard gives the terminal back whole on `exit`, signals
/// and crashes. The first SIGTERM, SIGHUP, SIGINT or SIGQUIT only asks
/// (``terminationRequested``); Ctrl-C, Ctrl-Z and Ctrl-\ typed are keys.
@MainActor
public final class NcursesTerminal: ScreenTerminal {
    public let options: Options
    /// The name under which curses knows the terminal: another than `TERM`
    /// where that one is not described on the machine.
    public let terminalName: String
    /// Makes ``nextEvents(timeoutMilliseconds:)`` return, from any thread.
    public let waker: Waker

    let pipe: WakePipe
    let device: Int32
    let hasMouse: Bool
    let styles: CursesStyles
    var bytes = UTF8Assembler()
    var decoder = InputDecoder()
    var clicks = ClickTracker()
    /// How wide the terminal draws what others draw narrow.
    public internal(set) var width: DisplayWidth
    var question = WidthQuestion()
    /// What the screen shows; nil where that is not known.
    var shown: Frame?
    /// Set once the terminal answers no more.
    var isLost = false

    private let screen: OpaquePointer
    private let input: UnsafeMutablePointer<FILE>
    private let output: UnsafeMutablePointer<FILE>
    private var isOpen = true

    /// Takes the terminal.
    public init(options: Options = .fromEnvironment()) throws(Failure) {
        guard let pipe = WakePipe() else { throw .noTerminal }
        let device = open(options.devicePath, O_RDWR | O_CLOEXEC | O_NOCTTY)
        guard device >= 0 else { throw .noTerminal }
        var failure: Failure?
        defer { if failure != nil { Glibc.close(device) } }

        let description: TerminalDescription
        do throws(Failure) {
            try UnicodeLocale.establish()
            description = try TerminalDescription(terminalName: options.terminalName, device: device)
        } catch {
            failure = error
            throw error
        }
        // The modes are read before curses changes them.
        guard terminal_guard_install(
            device, description.resetBytes, description.resetBytes.count, pipe.writeEnd, options.handlesSignals)
        else {
            failure = .noTerminal
            throw .noTerminal
        }
        terminal_guard_set_active(true)
        guard let output = fdopen(fcntl(device, F_DUPFD_CLOEXEC, 3), "w"), let input = fdopen(device, "r"),
            let screen = newterm(description.name, output, input)
        else {
            terminal_guard_restore()
            terminal_guard_remove()
            failure = .unknownTerminal(options.terminalName)
            throw .unknownTerminal(options.terminalName)
        }
        terminal_guard_watch_stops()

        self.options = options
        self.pipe = pipe
        self.device = device
        self.input = input
        self.output = output
        self.screen = screen
        terminalName = description.name
        waker = Waker(pipe: pipe)
        width = DisplayWidth(ambiguous: options.ambiguousWidth ?? .narrow)
        hasMouse = options.usesMouse && description.hasMouse
        styles = CursesStyles(usesColor: options.usesColor, isLight: options.isLight)
        configure()
        if options.ambiguousWidth == nil, description.placesCursorAsUsual { askWidth() }
        CellText.believe(width)
    }

    isolated deinit {
        close()
    }

    public var size: Size {
        guard isOpen, let window = nc_stdscr() else { return .zero }
        return Size(columns: Int(getmaxx(window)), rows: Int(getmaxy(window)))
    }

    public var terminationRequested: Int32? {
        let requested = terminal_guard_requested()
        return requested != 0 ? requested : isLost ? SIGHUP : nil
    }

    public func close() {
        guard isOpen else { return }
        isOpen = false
        CellText.believe(DisplayWidth(ambiguous: .narrow))
        if !isLost {
            leaveModes()
            endwin()
            terminal_guard_restore()
        }
        terminal_guard_set_active(false)
        terminal_guard_remove()
        delscreen(screen)
        fclose(output)
        fclose(input)
    }

    /// The window to draw on and read from, while there is one.
    var window: UnsafeMutablePointer<WINDOW>? {
        isOpen && !isLost ? nc_stdscr() : nil
    }

    private func configure() {
        guard let window = nc_stdscr() else { return }
        raw()
        noecho()
        nonl()
        keypad(window, true)
        // Not meta(): curses reads all eight bits by itself where the terminal
        // sends them, and would switch the terminal to a mode in which nobody
        // knows whether it was before.
        scrollok(window, false)
        leaveok(window, false)
        set_escdelay(Int32(clamping: options.escapeDelay))
        define_key("\u{1B}[200~", KeyCodes.pasteStart)
        define_key("\u{1B}[201~", KeyCodes.pasteEnd)
        // Curses makes clicks of presses, and loses those that arrive together
        // with their release: reports of the mouse are read here.
        for form in ["\u{1B}[M", "\u{1B}[<"] { define_key(form, 0) }
        // The first refresh switches to the alternate screen, and has to come
        // before anything else is written.
        wrefresh(window)
        enterModes()
    }

    /// Switches on what curses has no part in.
    func enterModes() {
        if hasMouse { send(TerminalDescription.mouseOn) }
        send(TerminalDescription.pasteMarksOn)
    }

    func leaveModes() {
        if hasMouse { send(TerminalDescription.mouseOff) }
        send(TerminalDescription.pasteMarksOff)
    }

    public func copy(_ text: ClipboardText) {
        guard window != nil else { return }
        send(Array((options.isInsideTmux ? text.sequenceInsideTmux : text.sequence).utf8))
    }

    /// Writes past curses, which has nothing unsent between two frames.
    func send(_ bytes: [UInt8]) {
        fflush(output)
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { write(device, $0.baseAddress, $0.count) }
            guard count > 0 || (count < 0 && errno == EINTR) else { return }
            rest = rest.dropFirst(max(0, count))
        }
    }
}
