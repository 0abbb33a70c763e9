import Foundation
import Testing

/// The real program, run as a person or a script would.
struct Program {
    /// What a finished run left behind.
    struct Result {
        let output: String
        let errors: String
        let code: Int32

        var lines: [String] { output.split(whereSeparator: \.isNewline).map(String.init) }
    }

    /// `$DOORSTEP_PROGRAM`, else the product built beside the tests.
    static let path: String = {
        if let path = ProcessInfo.processInfo.environment["DOORSTEP_PROGRAM"], !path.isEmpty { return path }
        let own = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
        return URL(fileURLWithPath: own).deletingLastPathComponent().appendingPathComponent("doorstep").path
    }()

    static let repository = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// A folder of its own for each test, gone with it.
    let folder: URL
    var language = "zh_CN.UTF-8"

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("doorstep-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    func remove() { try? FileManager.default.removeItem(at: folder) }

    var environment: [String: String] {
        [
            "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "HOME": folder.path, "TZ": "Asia/Shanghai",
            "LC_ALL": language, "DOORSTEP_STORE": folder.appendingPathComponent("station.doorstep").path, "USER": "乌兰",
            "LD_LIBRARY_PATH": ProcessInfo.processInfo.environment["LD_LIBRARY_PATH"] ?? "", "SWIFT_BACKTRACE": "enable=no",
        ]
    }

    /// Runs the program to its end.
    @discardableResult
    func run(_ arguments: String..., input: String = "", in place: URL? = nil, variables: [String: String] = [:]) throws -> Result {
        try run(arguments: arguments, input: input, in: place, variables: variables)
    }

    /// - Parameter variables: of the environment, beside those that every run
    ///   gets.
    @discardableResult
    func run(arguments: [String], input: String = "", in place: URL? = nil, variables: [String: String] = [:]) throws -> Result {
        try Program.launch(Program.path, arguments, environment.merging(variables) { $1 }, input: input, in: place ?? folder)
    }

    static func launch(_ path: String, _ arguments: [String], _ environment: [String: String], input: String = "", in folder: URL) throws -> Result {
        // Files rather than pipes: nothing can fill up while the other waits.
        let id = UUID().uuidString
        let files = ["in", "out", "err"].map { FileManager.default.temporaryDirectory.appendingPathComponent("\(id).\($0)").path }
        defer { for file in files { unlink(file) } }
        try Data(input.utf8).write(to: URL(fileURLWithPath: files[0]))
        // Not Foundation's Process: it waits for whoever inherits its sockets
        // as well, and the server that tmux leaves behind does.
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, files[0], O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, files[1], O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        posix_spawn_file_actions_addopen(&actions, 2, files[2], O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        // In a session of its own there is no terminal that it could ask at,
        // wherever the tests are run.
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // And with all signals let in, as from a shell: the threads that run
        // tests block most of them, and a terminal server that inherits that
        // can neither be ended nor hang up.
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        sigfillset(&signals)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        // POSIX_SPAWN_SETSID, SETSIGMASK and SETSIGDEF, which Glibc's headers
        // show to C alone.
        posix_spawnattr_setflags(&attributes, 0x80 | 0x08 | 0x04)
        let line = ["env", "-C", folder.path, path] + arguments
        var words: [UnsafeMutablePointer<CChar>?] = line.map { strdup($0) } + [nil]
        var variables: [UnsafeMutablePointer<CChar>?] = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { for word in words + variables { free(word) } }
        var child = pid_t()
        let failure = posix_spawn(&child, "/usr/bin/env", &actions, &attributes, &words, &variables)
        guard failure == 0 else { throw CocoaError(.fileNoSuchFile, userInfo: [NSFilePathErrorKey: path]) }
        var status: Int32 = 0
        while waitpid(child, &status, 0) < 0, errno == EINTR {}
        let hasExited = status & 0x7F == 0
        return Result(
            output: String(decoding: try Data(contentsOf: URL(fileURLWithPath: files[1])), as: UTF8.self),
            errors: String(decoding: try Data(contentsOf: URL(fileURLWithPath: files[2])), as: UTF8.self),
            code: hasExited ? (status >> 8) & 0xFF : -(status & 0x7F))
    }

    /// The sheets of the fictional station.
    static func fixture(_ name: String) -> String {
        repository.appendingPathComponent("Fixtures/station/\(name)").path
    }
}
