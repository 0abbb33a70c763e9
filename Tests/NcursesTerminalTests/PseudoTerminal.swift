import Glibc
import TerminalUI

@testable import NcursesTerminal

/// A terminal's two ends: the program under test has one, the test the other.
final class PseudoTerminal {
    /// What the program opens.
    let path: String
    private var master: Int32
    private let slave: Int32

    struct Unavailable: Error {}

    /// Linux's TIOCSPTLCK and TIOCGPTN, which Swift does not import.
    private static let setLock: UInt = 0x4004_5431
    private static let getNumber: UInt = 0x8004_5430

    init(columns: UInt16 = 20, rows: UInt16 = 5) throws {
        // Closed in programs that other tests start meanwhile: one of them
        // would hold the terminal, and nothing would hang up.
        master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
        var unlock: Int32 = 0
        var number: UInt32 = 0
        guard master >= 0, ioctl(master, Self.setLock, &unlock) == 0, ioctl(master, Self.getNumber, &number) == 0
        else { throw Unavailable() }
        path = "/dev/pts/\(number)"
        // Held open so that its modes outlive the program.
        slave = open(path, O_RDWR | O_NOCTTY | O_CLOEXEC)
        guard slave >= 0 else { throw Unavailable() }
        _ = fcntl(master, F_SETFL, O_NONBLOCK)
        resize(columns: columns, rows: rows)
    }

    deinit {
        hangUp()
        close(slave)
    }

    func options(
        terminalName: String = "xterm-256color", usesColor: Bool = true, ambiguousWidth: AmbiguousWidth? = .narrow, isInsideTmux: Bool = false
    ) -> NcursesTerminal.Options {
        NcursesTerminal.Options(
            terminalName: terminalName, usesColor: usesColor, devicePath: path, handlesSignals: false, ambiguousWidth: ambiguousWidth,
            isInsideTmux: isInsideTmux)
    }

    /// Types `answer` when called, on any thread, once the program has written
    /// `question`; gives up where it never does.
    func answerer(to question: String, _ answer: [UInt8]) -> @Sendable () -> Void {
        { [master] in
            let start = ContinuousClock.now
            var seen: [UInt8] = []
            var bytes = [UInt8](repeating: 0, count: 4096)
            while start.duration(to: .now) < .seconds(10), !String(decoding: seen, as: UTF8.self).contains(question) {
                let count = read(master, &bytes, bytes.count)
                if count > 0 {
                    seen += bytes[..<count]
                } else {
                    var more = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
                    poll(&more, 1, 100)
                }
            }
            _ = write(master, answer, answer.count)
        }
    }

    /// Types `text`, as the terminal would send it.
    func type(_ text: String) {
        type(Array(text.utf8))
    }

    func type(_ bytes: [UInt8]) {
        _ = write(master, bytes, bytes.count)
    }

    /// Types `bytes` when called, on any thread, once the program has read
    /// all that was typed before; gives up where it never does.
    func sender(of bytes: [UInt8]) -> @Sendable () -> Void {
        { [master, slave] in
            let start = ContinuousClock.now
            var unread: Int32 = 1
            while unread > 0, start.duration(to: .now) < .seconds(10), ioctl(slave, UInt(FIONREAD), &unread) == 0 {
                // Nothing tells that input has been read.
                poll(nil, 0, 1)
            }
            _ = write(master, bytes, bytes.count)
        }
    }

    /// What the program has written since the last time.
    func output() -> String {
        var all: [UInt8] = []
        var bytes = [UInt8](repeating: 0, count: 4096)
        while true {
            let count = read(master, &bytes, bytes.count)
            guard count > 0 else { break }
            all += bytes[..<count]
        }
        return String(decoding: all, as: UTF8.self)
    }

    func resize(columns: UInt16, rows: UInt16) {
        var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
        _ = ioctl(master, UInt(TIOCSWINSZ), &size)
    }

    func hangUp() {
        guard master >= 0 else { return }
        close(master)
        master = -1
    }

    /// The modes that a shell would find: input, output, local.
    var modes: [tcflag_t] {
        var modes = termios()
        tcgetattr(slave, &modes)
        return [modes.c_iflag, modes.c_oflag, modes.c_lflag]
    }
}
