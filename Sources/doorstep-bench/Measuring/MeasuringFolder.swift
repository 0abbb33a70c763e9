import DoorstepCore
import Foundation

/// A folder for the files that measuring makes, gone with them afterwards.
enum MeasuringFolder {
    typealias Say = (_ measure: String, _ unit: String, _ fast: Double, _ plain: Double?, _ note: String) -> Void

    /// - Parameters:
    ///   - what: is measured; said where it cannot be, with the reason.
    ///   - work: takes the folder's path.
    static func with(_ what: String, _ say: Say, _ work: (URL) throws -> Void) {
        let folder = FileManager.default.temporaryDirectory.appending(path: "doorstep-bench-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try work(folder)
        } catch {
            say("\(what): not measured", "", 0, nil, (error as? any SayableError)?.message.english ?? "\(error)")
        }
    }
}
