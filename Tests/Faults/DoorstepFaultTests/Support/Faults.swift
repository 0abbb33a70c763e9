import Foundation
import Testing

/// Everything that can befall a station's store. Suites go side by side: each
/// fault befalls programs and folders of the test's own. Within a suite one
/// test follows the other, for they load the machine.
@Suite("Faults")
enum Faults {
    /// `DOORSTEP_TEST_LONG=1` asks for the large size, for which there is no
    /// time before each change.
    static let isLong = ProcessInfo.processInfo.environment["DOORSTEP_TEST_LONG"] == "1"

    static func size(_ usual: Int, long: Int) -> Int { isLong ? long : usual }

    /// Says a test's figure, so that a run leaves behind what it came to.
    static func report(_ line: String) { print("faults: \(line)") }
}

/// A folder of a test, gone with it.
final class Folder: Sendable {
    let path: String

    /// - Parameter isOnDisk: where it matters how long a disk takes; else the
    ///   folder is in memory, where the machine has room there.
    init(isOnDisk: Bool = false) throws {
        let memory = "/dev/shm"
        let parent = !isOnDisk && access(memory, W_OK) == 0 ? memory : FileManager.default.temporaryDirectory.path
        path = "\(parent)/doorstep-faults-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func file(_ name: String = "station.doorstep") -> String { "\(path)/\(name)" }

    /// A folder in it, made.
    func folder(_ name: String) throws -> String {
        try FileManager.default.createDirectory(atPath: file(name), withIntermediateDirectories: true)
        return file(name)
    }

    /// Takes away all that is in it.
    func empty() throws {
        for name in try FileManager.default.contentsOfDirectory(atPath: path) { try FileManager.default.removeItem(atPath: file(name)) }
    }
}
