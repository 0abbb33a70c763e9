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
    func run(_ arguments: String..., input: String = "", in place: URL? = nil) throws -> Result {
        try Program.launch(Program.path, arguments, environment, input: input, in: place ?? folder)
    }

    static func launch(_ path: String, _ arguments: [String], _ environment: [String: String], input: String = "", in folder: URL) throws -> Result {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        process.environment = environment
        process.currentDirectoryURL = folder
        // Files rather than pipes: nothing can fill up while the other waits.
        let id = UUID().uuidString
        let files = ["in", "out", "err"].map { FileManager.default.temporaryDirectory.appendingPathComponent("\(id).\($0)") }
        defer { for file in files { try? FileManager.default.removeItem(at: file) } }
        try Data(input.utf8).write(to: files[0])
        for file in files.dropFirst() { FileManager.default.createFile(atPath: file.path, contents: nil) }
        process.standardInput = try FileHandle(forReadingFrom: files[0])
        process.standardOutput = try FileHandle(forWritingTo: files[1])
        process.standardError = try FileHandle(forWritingTo: files[2])
        try process.run()
        process.waitUntilExit()
        return Result(
            output: String(decoding: try Data(contentsOf: files[1]), as: UTF8.self),
            errors: String(decoding: try Data(contentsOf: files[2]), as: UTF8.self),
            code: process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus)
    }

    /// The sheets of the fictional station.
    static func fixture(_ name: String) -> String {
        repository.appendingPathComponent("Fixtures/station/\(name)").path
    }
}
