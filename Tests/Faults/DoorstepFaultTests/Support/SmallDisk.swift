import Foundation

/// A file system with little room, in memory.
struct SmallDisk {
    /// Where it is mounted.
    let path: String
    /// A folder that is not on it.
    let elsewhere: String
    private let folder: Folder

    struct NotMounted: Error { let message: String }

    static let canBeMade: Bool = {
        guard let disk = try? SmallDisk(kibibytes: 64) else { return false }
        disk.remove()
        return true
    }()

    init(kibibytes: Int) throws {
        folder = try Folder(isOnDisk: true)
        path = try folder.folder("small")
        elsewhere = try folder.folder("elsewhere")
        let result = try Child.run("/usr/bin/env", ["mount", "-t", "tmpfs", "-o", "size=\(kibibytes)k", "doorstep-test", path])
        guard result.ending == .exited(0) else { throw NotMounted(message: result.errors) }
    }

    func grow(kibibytes: Int) {
        _ = try? Child.run("/usr/bin/env", ["mount", "-o", "remount,size=\(kibibytes)k", path])
    }

    /// Takes all the room that is left.
    func fill(_ file: String) throws {
        let descriptor = open(file, O_WRONLY | O_CREAT, 0o600)
        defer { close(descriptor) }
        let bytes = [UInt8](repeating: 1, count: 512)
        while write(descriptor, bytes, bytes.count) > 0 {}
    }

    func remove() {
        _ = try? Child.run("/usr/bin/env", ["umount", path])
    }
}

/// Somebody whom the modes of files hold back, as they do not root.
enum Unprivileged {
    /// What stands before a command that such a one runs.
    static let words = geteuid() == 0 ? ["setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups"] : []

    /// Whether there is such a one here, who can run the program.
    static let canBeHad: Bool = {
        (try? Child.run("/usr/bin/env", words + [Child.program, "--version"]))?.ending == .exited(0)
    }()
}
