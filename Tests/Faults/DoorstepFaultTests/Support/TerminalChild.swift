import Foundation

/// The program in a terminal of its own, of which the test has the other end.
final class TerminalChild {
    let id: pid_t
    private var master: Int32
    private let slave: Int32
    private let modesBefore: [UInt8]
    /// What a terminal would make of all that came so far.
    private(set) var state = TerminalState()
    private var text = ""
    private var hasEnded = false

    struct Unavailable: Error { let what: String }

    // Linux's TIOCSPTLCK and TIOCGPTN, and glibc's POSIX_SPAWN_SETSID, none of
    // which Swift imports.
    private static let setLock: UInt = 0x4004_5431
    private static let getNumber: UInt = 0x8004_5430
    private static let ownSession: Int16 = 0x80

    init(_ path: String, _ arguments: [String], terminal: String, _ environment: [String: String] = [:]) throws {
        master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
        var unlock: Int32 = 0
        var number: UInt32 = 0
        guard master >= 0, ioctl(master, Self.setLock, &unlock) == 0, ioctl(master, Self.getNumber, &number) == 0 else { throw Unavailable(what: "a terminal") }
        let name = "/dev/pts/\(number)"
        // Held open so that its modes outlive the program.
        slave = open(name, O_RDWR | O_NOCTTY | O_CLOEXEC)
        guard slave >= 0 else { throw Unavailable(what: name) }
        var size = winsize(ws_row: 24, ws_col: 80, ws_xpixel: 0, ws_ypixel: 0)
        _ = ioctl(master, UInt(TIOCSWINSZ), &size)
        modesBefore = Self.modes(slave)

        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        // A thread of the tests holds signals back, and would hand that down.
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setflags(&attributes, Self.ownSession | Int16(POSIX_SPAWN_SETSIGMASK))
        defer { posix_spawnattr_destroy(&attributes) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        // The first terminal that the leader of a session opens is its own.
        posix_spawn_file_actions_addopen(&actions, 0, name, O_RDWR, 0)
        posix_spawn_file_actions_adddup2(&actions, 0, 1)
        posix_spawn_file_actions_adddup2(&actions, 0, 2)
        var words: [UnsafeMutablePointer<CChar>?] = ([path] + arguments).map { strdup($0) } + [nil]
        // As users have it: with whatever Swift does by itself when a program
        // ends badly.
        let all = Child.plainEnvironment.filter { $0.key != "SWIFT_BACKTRACE" }.merging(["TERM": terminal]) { $1 }.merging(environment) { $1 }
        var variables: [UnsafeMutablePointer<CChar>?] = all.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { for word in words + variables { free(word) } }
        var child = pid_t()
        guard posix_spawn(&child, path, &actions, &attributes, &words, &variables) == 0 else { throw Unavailable(what: path) }
        id = child
    }

    deinit {
        hangUp()
        close(slave)
        guard !hasEnded else { return }
        signal(SIGKILL)
        var status: Int32 = 0
        waitpid(id, &status, 0)
    }

    /// What somebody at the keyboard types.
    func type(_ keys: String) {
        let bytes = Array(keys.utf8)
        _ = write(master, bytes, bytes.count)
    }

    func signal(_ number: Int32) { kill(id, number) }

    /// Closes the terminal, as its window would be.
    func hangUp() {
        guard master >= 0 else { return }
        close(master)
        master = -1
    }

    /// Waits until the program has written all of these, and forgets what
    /// came before.
    func expect(_ wanted: String..., seconds: Double = 20) throws {
        let deadline = ContinuousClock.now.advanced(by: .seconds(seconds))
        while let missing = wanted.first(where: { !text.contains($0) }) {
            guard ContinuousClock.now < deadline, read(milliseconds: 200) else { throw Unavailable(what: "“\(missing)” in: \(text.suffix(300).debugDescription)") }
        }
        text = ""
    }

    /// Waits until it has ended, or has stopped; one that does neither is
    /// killed, which is then how it has ended.
    func end(seconds: Double = 20) -> Child.Ending {
        let deadline = ContinuousClock.now.advanced(by: .seconds(seconds))
        var status: Int32 = 0
        // It may wait for what it writes to be taken.
        while waitpid(id, &status, WNOHANG | WUNTRACED) == 0 {
            _ = read(milliseconds: 20)
            if ContinuousClock.now > deadline { signal(SIGKILL) }
        }
        while read(milliseconds: 0) {}
        if status & 0xFF == 0x7F { return .stopped }
        hasEnded = true
        return status & 0x7F == 0 ? .exited((status >> 8) & 0xFF) : .killed(by: status & 0x7F)
    }

    /// Whether the modes are those that the program found.
    var hasModesBack: Bool { Self.modes(slave) == modesBefore }

    /// Takes in what has come; false where nothing has, or nothing can any
    /// more.
    private func read(milliseconds: Int32) -> Bool {
        var asked = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
        guard poll(&asked, 1, milliseconds) > 0 else { return milliseconds > 0 && master >= 0 }
        var bytes = [UInt8](repeating: 0, count: 65_536)
        let count = Foundation.read(master, &bytes, bytes.count)
        guard count > 0 else { return false }
        state.take(bytes[..<count])
        text += String(decoding: bytes[..<count], as: UTF8.self)
        return true
    }

    private static func modes(_ terminal: Int32) -> [UInt8] {
        var modes = termios()
        tcgetattr(terminal, &modes)
        return withUnsafeBytes(of: modes) { Array($0) }
    }
}
