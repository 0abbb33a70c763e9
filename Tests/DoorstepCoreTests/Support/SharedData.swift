import Foundation

/// Data beside the project that tests may read and the project does not
/// contain: `../shared/data`.
enum SharedData {
    private static let folder = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
        .appending(path: "../../../../shared/data").standardized

    /// The lines of a file; nil where it is absent.
    static func lines(_ path: String) -> [String]? {
        guard let bytes = try? Data(contentsOf: folder.appending(path: path)) else { return nil }
        return String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline).map(String.init)
    }

    static func has(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: folder.appending(path: path).path)
    }
}
