import Foundation

/// A program in a terminal of its own, of which this end is the screen and
/// the keyboard.
final class ProgramInTerminal {
    private let master: Int32
    private let process: pid_t
    private var isRunning = true

    struct Unavailable: Error {
        let message: String
    }

    /// Linux's TIOCSPTLCK and TIOCGPTN: `posix_openpt` and its like are hidden
    /// from Swift.
    private static let setLock: UInt = 0x4004_5431
    private static let getNumber: UInt = 0x8004_5430
    /// POSIX_SPAWN_SETSID, which Glibc's headers show to C alone: a session of
    /// its own makes the terminal its controlling one.
    private static let newSession: Int16 = 0x80

    init(_ program: String, _ arguments: [String], columns: UInt16, rows: UInt16, variables: [String: String]) throws(Unavailable) {
        master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
        var (unlock, number) = (Int32(0), UInt32(0))
        guard master >= 0, ioctl(master, Self.setLock, &unlock) == 0, ioctl(master, Self.getNumber, &number) == 0 else {
            throw Unavailable(message: "no pseudo-terminal")
        }
        var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
        _ = ioctl(master, UInt(TIOCSWINSZ), &size)
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for descriptor in 0...2 as ClosedRange<Int32> { posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/pts/\(number)", O_RDWR, 0) }
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        posix_spawnattr_setflags(&attributes, Self.newSession)
        var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) } + [nil]
        let environment = ProcessInfo.processInfo.environment.merging(variables) { $1 }
        var settings: [UnsafeMutablePointer<CChar>?] = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { for word in words + settings { free(word) } }
        var child = pid_t()
        guard posix_spawn(&child, program, &actions, &attributes, &words, &settings) == 0 else {
            throw Unavailable(message: "\(program): cannot be started")
        }
        process = child
    }

    deinit {
        if isRunning {
            kill(process, SIGTERM)
            var status: Int32 = 0
            waitpid(process, &status, 0)
        }
        close(master)
    }

    /// Whether it has ended.
    var hasEnded: Bool {
        var status: Int32 = 0
        if isRunning, waitpid(process, &status, WNOHANG) == process { isRunning = false }
        return !isRunning
    }

    func type(_ bytes: [UInt8]) { _ = write(master, bytes, bytes.count) }

    /// Reads what it writes until nothing came for a while.
    ///
    /// - Parameter answers: what it asks, and what the terminal says to it.
    /// - Returns: how many bytes, and seconds of a steady clock at the last
    ///   of them; nil where nothing came.
    func read(quiet milliseconds: Int32, answers: [(question: [UInt8], answer: [UInt8])] = []) -> (bytes: Int, last: Double)? {
        var (count, last) = (0, 0.0)
        var bytes = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            var waiting = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
            guard poll(&waiting, 1, milliseconds) > 0 else { break }
            let length = Foundation.read(master, &bytes, bytes.count)
            guard length > 0 else { break }
            (count, last) = (count + length, Clock.now)
            for (question, answer) in answers where Data(bytes[..<length]).range(of: Data(question)) != nil { type(answer) }
        }
        return count == 0 ? nil : (count, last)
    }

    /// Seconds that it has spent on processors, to the nanosecond.
    var processorTime: Double {
        var clock = clockid_t()
        var time = timespec()
        guard clock_getcpuclockid(process, &clock) == 0, clock_gettime(clock, &time) == 0 else { return 0 }
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    /// utime and stime together, in the system's ticks.
    var ticks: Int? {
        guard let text = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8), let end = text.lastIndex(of: ")") else { return nil }
        let fields = text[end...].split(separator: " ")
        guard fields.count > 13, let user = Int(fields[12]), let system = Int(fields[13]) else { return nil }
        return user + system
    }
}

/// A clock that only runs forward.
enum Clock {
    static var now: Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
