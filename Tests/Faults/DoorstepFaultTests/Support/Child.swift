import Foundation

/// A program that a test starts: what it says comes line by line, and it can
/// be ended at any moment.
final class Child {
    enum Ending: Hashable {
        case exited(Int32)
        case killed(by: Int32)
        /// Stopped, and still there.
        case stopped
    }

    /// What a finished run left behind.
    struct Result {
        let lines: [String]
        let errors: String
        let ending: Ending

        var errorLines: [String] { errors.split(separator: "\n").map(String.init) }
    }

    struct NotStarted: Error {
        let path: String
        let code: Int32
    }

    let id: pid_t
    private var output: Int32
    private let errorFile: String
    private var waiting: [UInt8] = []
    private var hasEnded = false

    static let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().path

    /// A product built beside the tests.
    static func product(_ name: String) -> String {
        let own = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
        return URL(fileURLWithPath: own).deletingLastPathComponent().appendingPathComponent(name).path
    }

    /// `$DOORSTEP_STORE_WORKER`, else the product built beside the tests.
    static var worker: String { named("DOORSTEP_STORE_WORKER") ?? product("StoreWorker") }

    /// `$DOORSTEP_PROGRAM`, else the product built beside the tests.
    static var program: String { named("DOORSTEP_PROGRAM") ?? product("doorstep") }

    private static func named(_ variable: String) -> String? {
        let path = ProcessInfo.processInfo.environment[variable] ?? ""
        return path.isEmpty ? nil : path
    }

    /// - Parameters:
    ///   - environment: beside the few variables that every child gets.
    ///   - listens: whether its standard input stays open, for `tell`.
    init(
        _ path: String, _ arguments: [String], _ environment: [String: String] = [:], in folder: String? = nil, listens: Bool = false
    ) throws {
        // Not a pipe: no other child may hold the end that is written to, not
        // for a moment, or the last line would never be known to be the last.
        var ends: [Int32] = [-1, -1]
        let kind = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
        guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else { throw NotStarted(path: path, code: errno) }
        defer { close(ends[1]) }
        output = ends[0]
        errorFile = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).err").path
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        if listens {
            posix_spawn_file_actions_adddup2(&actions, ends[1], 0)
        } else {
            posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        }
        posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
        posix_spawn_file_actions_addopen(&actions, 2, errorFile, O_WRONLY | O_CREAT | O_TRUNC, 0o666)
        let line = (folder.map { ["/usr/bin/env", "-C", $0] } ?? []) + [path] + arguments
        var words: [UnsafeMutablePointer<CChar>?] = line.map { strdup($0) } + [nil]
        let all = Self.plainEnvironment.merging(environment) { $1 }
        var variables: [UnsafeMutablePointer<CChar>?] = all.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { for word in words + variables { free(word) } }
        var child = pid_t()
        let code = posix_spawn(&child, line[0], &actions, nil, &words, &variables)
        guard code == 0 else {
            close(ends[0])
            throw NotStarted(path: path, code: code)
        }
        id = child
    }

    /// A test that fails half-way leaves nobody behind, not even one who was
    /// stopped.
    deinit {
        if !hasEnded {
            signal(SIGKILL)
            end()
        }
        close(output)
        unlink(errorFile)
    }

    static var plainEnvironment: [String: String] {
        let own = ProcessInfo.processInfo.environment
        return [
            "PATH": own["PATH"] ?? "/usr/bin:/bin", "LD_LIBRARY_PATH": own["LD_LIBRARY_PATH"] ?? "", "SWIFT_BACKTRACE": "enable=no",
            "TZ": "Asia/Shanghai", "LC_ALL": "C.UTF-8", "HOME": FileManager.default.temporaryDirectory.path, "USER": "乌兰",
        ]
    }

    /// Runs a program to its end.
    static func run(_ path: String, _ arguments: [String], _ environment: [String: String] = [:], in folder: String? = nil) throws -> Result {
        let child = try Child(path, arguments, environment, in: folder)
        let lines = child.lines()
        let ending = child.end()
        return Result(lines: lines, errors: child.errors, ending: ending)
    }

    /// What it has said on standard error.
    var errors: String { (try? String(contentsOfFile: errorFile, encoding: .utf8)) ?? "" }

    /// Whole lines that have come since the last time: up to a number of
    /// them, until so much time is over, or until it can say nothing more.
    func lines(upTo limit: Int = .max, for duration: Duration? = nil) -> [String] {
        let end = duration.map { ContinuousClock.now.advanced(by: $0) }
        var lines: [String] = []
        while true {
            while lines.count < limit, let feed = waiting.firstIndex(of: 10) {
                lines.append(String(decoding: waiting[..<feed], as: UTF8.self))
                waiting.removeSubrange(...feed)
            }
            if lines.count >= limit { return lines }
            // None at all means to wait for ever.
            var patience = timeval()
            if let end {
                let rest = ContinuousClock.now.duration(to: end)
                if rest < .microseconds(1) { return lines }
                let (seconds, attoseconds) = rest.components
                patience = timeval(tv_sec: Int(seconds), tv_usec: Int(attoseconds / 1_000_000_000_000))
            }
            setsockopt(output, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
            var bytes = [UInt8](repeating: 0, count: 65_536)
            let count = read(output, &bytes, bytes.count)
            if count < 0, errno == EINTR || errno == EAGAIN { continue }
            if count <= 0 { return lines }
            waiting += bytes[..<count]
        }
    }

    /// Types a word on its standard input.
    func tell(_ word: String) {
        let bytes = Array(word.utf8)
        // Who is gone already is not told.
        _ = send(output, bytes, bytes.count, Int32(MSG_NOSIGNAL))
    }

    func signal(_ number: Int32) { kill(id, number) }

    /// Waits until it has ended.
    @discardableResult
    func end() -> Ending { wait(0) }

    /// Waits until it has stopped or ended.
    func stop() -> Ending { wait(WUNTRACED) }

    private func wait(_ options: Int32) -> Ending {
        var status: Int32 = 0
        while waitpid(id, &status, options) < 0, errno == EINTR {}
        if status & 0xFF == 0x7F { return .stopped }
        hasEnded = true
        return status & 0x7F == 0 ? .exited((status >> 8) & 0xFF) : .killed(by: status & 0x7F)
    }
}
