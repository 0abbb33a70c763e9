import CTerminalGuard
import Glibc
import TerminalDevice
import TerminalUI

/// A terminal of which nothing is asked but that it shows letters, one behind
/// the other: what a screen reader, a braille line and a dumb terminal follow.
///
/// Keys are read one by one and not echoed; what is written is text and line
/// feeds. While it is open a guard puts the modes back on `exit`, signals and
/// crashes; see ``NcursesTerminal`` for what the first signal means.
@MainActor
public final class PlainTerminal: LineTerminal {
    public let options: Options
    /// Makes ``nextEvents(timeoutMilliseconds:)`` return, from any thread.
    public let waker: Waker

    let pipe: WakePipe
    let device: Int32
    var input = ByteDecoder()
    /// As ``nextEvents(timeoutMilliseconds:)`` told of it last.
    var knownSize: Size
    /// Set once the terminal answers no more.
    var isLost = false

    private var writer = LineWriter()
    private let rawModes: termios
    private var isOpen = true

    /// There is no terminal.
    public struct Missing: Error {}

    public struct Options: Hashable, Sendable {
        /// How long an escape may be the beginning of a sequence before it is
        /// the Escape key, in milliseconds.
        public var escapeDelay: Int
        public var devicePath: String
        /// Whether to answer to signals. Tests go without.
        public var handlesSignals: Bool

        public init(escapeDelay: Int = 25, devicePath: String = "/dev/tty", handlesSignals: Bool = true) {
            self.escapeDelay = escapeDelay
            self.devicePath = devicePath
            self.handlesSignals = handlesSignals
        }
    }

    /// Takes the terminal.
    public init(options: Options = Options()) throws(Missing) {
        guard let pipe = WakePipe() else { throw Missing() }
        let device = Glibc.open(options.devicePath, O_RDWR | O_CLOEXEC | O_NOCTTY)
        guard device >= 0 else { throw Missing() }
        var modes = termios()
        // Nothing is written to give the terminal back: only its modes changed.
        guard tcgetattr(device, &modes) == 0, terminal_guard_install(device, [0], 0, pipe.writeEnd, options.handlesSignals) else {
            Glibc.close(device)
            throw Missing()
        }
        modes.makeRaw()
        terminal_guard_set_active(true)
        tcsetattr(device, TCSANOW, &modes)
        terminal_guard_watch_stops()

        self.options = options
        self.pipe = pipe
        self.device = device
        rawModes = modes
        waker = Waker(pipe: pipe)
        knownSize = Self.size(of: device)
    }

    isolated deinit {
        close()
    }

    /// One of 80×24 where the terminal does not know its own.
    public var size: Size { Self.size(of: device) }

    static func size(of device: Int32) -> Size {
        var measured = winsize()
        guard ioctl(device, UInt(TIOCGWINSZ), &measured) == 0, measured.ws_col > 0, measured.ws_row > 0 else {
            return Size(columns: 80, rows: 24)
        }
        return Size(columns: Int(measured.ws_col), rows: Int(measured.ws_row))
    }

    public var terminationRequested: Int32? {
        let requested = terminal_guard_requested()
        return requested != 0 ? requested : isLost ? SIGHUP : nil
    }

    public func say(_ lines: [String], typing: String?) {
        write(writer.say(lines, typing: typing))
    }

    public func close() {
        guard isOpen else { return }
        if !isLost {
            write(writer.endLine())
            terminal_guard_restore()
        }
        isOpen = false
        terminal_guard_set_active(false)
        terminal_guard_remove()
        Glibc.close(device)
    }

    // MARK: - Stopping

    public func suspend(_ body: () -> Void) {
        guard isOpen, !isLost else {
            body()
            return
        }
        let typing = writer.open
        write(writer.endLine())
        terminal_guard_restore()
        body()
        takeModes()
        say([], typing: typing)
    }

    public func suspendToShell() {
        suspend { terminal_guard_stop() }
    }

    /// Stops and goes on where another process asked for it.
    func answerStops() {
        if terminal_guard_take_stop() { suspendToShell() }
        if terminal_guard_take_continue() { takeModes() }
    }

    private func takeModes() {
        terminal_guard_set_active(true)
        var modes = rawModes
        tcsetattr(device, TCSANOW, &modes)
    }

    // MARK: - Writing

    private func write(_ text: String) {
        guard isOpen, !isLost else { return }
        var text = text
        text.withUTF8 { bytes in
            var written = 0
            while written < bytes.count {
                let rest = UnsafeBufferPointer(rebasing: bytes[written...])
                let count = Glibc.write(device, rest.baseAddress, rest.count)
                if count > 0 {
                    written += count
                } else if errno != EINTR {
                    isLost = true
                    return
                }
            }
        }
    }
}

extension termios {
    /// Keys come one by one, are not echoed and send no signals. What is
    /// written is left as it was, so that a line feed still ends a line.
    fileprivate mutating func makeRaw() {
        c_lflag &= ~tcflag_t(ICANON | ECHO | ECHONL | ISIG | IEXTEN)
        c_iflag &= ~tcflag_t(IXON | ICRNL | INLCR | IGNCR | ISTRIP | BRKINT)
        withUnsafeMutableBytes(of: &c_cc) { signs in
            signs[Int(VMIN)] = 1
            signs[Int(VTIME)] = 0
        }
    }
}
