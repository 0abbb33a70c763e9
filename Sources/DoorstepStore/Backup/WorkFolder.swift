import Foundation

/// A folder for files that are only there while something is being done:
/// nobody else may look into it, and it is gone afterwards, whatever
/// happened.
///
/// Who is killed cannot clear away. The folder is locked while it is in use,
/// so that the next who works there knows one that is not, and takes it away.
struct WorkFolder {
    let path: String

    private static let prefix = ".doorstep-work-"

    func file(_ name: String) -> String { "\(path)/\(name)" }

    /// Does something with a folder of its own inside another.
    static func use<Result>(in parent: String, _ work: (WorkFolder) throws -> Result) throws -> Result {
        clearAway(in: parent)
        let (folder, lock) = try make(in: parent)
        defer {
            folder.remove()
            close(lock)
        }
        return try work(folder)
    }

    /// Whether the disk that a folder is on has room for so many bytes more.
    static func hasRoom(in parent: String, for bytes: Int) -> Bool {
        var status = statvfs()
        guard statvfs(parent, &status) == 0 else { return false }
        return Int(clamping: UInt64(status.f_bavail) * UInt64(status.f_frsize)) >= bytes
    }

    private static func make(in parent: String) throws(BackupError) -> (WorkFolder, lock: Int32) {
        // Another program may take the folder for one that was left, in the
        // moment before it is locked.
        for _ in 0..<3 {
            var template = Array("\(parent)/\(prefix)XXXXXX".utf8CString)
            guard mkdtemp(&template) != nil else { throw .unwritable(path: parent, DiskRefusal(errno)) }
            let folder = WorkFolder(path: String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self))
            let lock = open(folder.path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
            guard lock >= 0 else { continue }
            if flock(lock, LOCK_EX | LOCK_NB) == 0, access(folder.path, F_OK) == 0 { return (folder, lock) }
            close(lock)
        }
        throw .unwritable(path: parent, .other(EAGAIN))
    }

    /// Takes away what a program that was killed has left.
    private static func clearAway(in parent: String) {
        for name in (try? FileManager.default.contentsOfDirectory(atPath: parent)) ?? [] where name.hasPrefix(prefix) {
            let folder = WorkFolder(path: "\(parent)/\(name)")
            let lock = open(folder.path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
            guard lock >= 0 else { continue }
            if flock(lock, LOCK_EX | LOCK_NB) == 0 { folder.remove() }
            close(lock)
        }
    }

    private func remove() {
        // A disk that failed once may not fail again; what stays all the same
        // is taken away by the next who works here.
        for _ in 0..<2 {
            for name in (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? [] { unlink(file(name)) }
            if rmdir(path) == 0 { return }
        }
    }
}
