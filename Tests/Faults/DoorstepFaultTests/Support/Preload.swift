import Foundation

/// One of the libraries of `Tests/Faults/Preload`, which stand between a
/// program and its disk, its clock or its end.
enum Preload: String, CaseIterable {
    case disk, clock, ending

    struct NotCompiled: Error { let message: String }

    /// Where it is, compiled when it is first asked for.
    func path() throws -> String { try Self.compiled.get()[self] ?? "" }

    private static let compiled = Result { try compile() }

    private static let folder = FileManager.default.temporaryDirectory.appendingPathComponent("doorstep-preload-\(getpid())").path

    private static func compile() throws -> [Preload: String] {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        atexit { try? FileManager.default.removeItem(atPath: Preload.folder) }
        var paths: [Preload: String] = [:]
        for library in allCases {
            let source = Child.repository + "/Tests/Faults/Preload/\(library.rawValue).c"
            let path = "\(folder)/\(library.rawValue).so"
            // Whichever there is: Debian's compiler, or the one that comes
            // with Swift.
            let command = "compiler=$(command -v cc || command -v clang) && exec \"$compiler\" -std=gnu11 -O1 -shared -fPIC -o '\(path)' '\(source)'"
            let result = try Child.run("/bin/sh", ["-c", command])
            guard result.ending == .exited(0) else { throw NotCompiled(message: result.errors) }
            paths[library] = path
        }
        return paths
    }
}
