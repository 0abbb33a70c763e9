import Foundation

/// The store's file, as the operating system knows it.
///
/// It is looked at, never opened: closing a descriptor of a database drops
/// the locks that SQLite holds on it in the same process.
struct StoreFile {
    let path: String

    var folder: String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// Its name in the folder.
    var name: Substring { path[(path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex)...] }

    /// - Returns: whether it can be changed: the journal of a change is a
    ///   file beside it.
    func inspect() throws(StoreError) -> Bool {
        var status = stat()
        guard lstat(path, &status) == 0 else {
            throw errno == EACCES ? .unreadable(path: path) : .missing(path: path)
        }
        switch status.st_mode & S_IFMT {
        case S_IFREG: break
        case S_IFLNK: throw .linked(path: path)
        default: throw .notAStore(path: path)
        }
        guard status.st_nlink == 1 else { throw .linked(path: path) }
        guard access(path, R_OK) == 0 else { throw .unreadable(path: path) }
        return access(path, W_OK) == 0 && access(folder, W_OK) == 0
    }

    /// Which file the path leads to, whatever its name; nil where there is
    /// none.
    var identity: Identity? {
        var status = stat()
        return lstat(path, &status) == 0 ? Identity(device: UInt64(status.st_dev), number: UInt64(status.st_ino)) : nil
    }

    struct Identity: Hashable, Sendable {
        let device: UInt64
        let number: UInt64
    }

    /// Whether the path leads to a file that was seen before, as far as it
    /// can be told.
    func leads(to known: Identity) -> Bool {
        guard let identity else { return errno != ENOENT }
        return identity == known
    }

    /// In bytes; nil where there is none.
    var size: Int? {
        var status = stat()
        return lstat(path, &status) == 0 ? Int(status.st_size) : nil
    }

    /// Whether the disk has room for the changes of a while.
    var hasRoom: Bool {
        var status = statvfs()
        guard statvfs(folder, &status) == 0 else { return false }
        return UInt64(status.f_bavail) * UInt64(status.f_frsize) >= 1 << 20
    }

    /// - Throws: `StoreError.exists` where there is anything of that name,
    ///   and `missing` where there is no folder for it.
    func checkAbsence() throws(StoreError) {
        var status = stat()
        guard lstat(path, &status) != 0 else { throw .exists(path: path) }
        guard stat(folder, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else { throw .missing(path: folder) }
    }

    /// Puts a file in its place: made under another name, on the disk whole
    /// before it gets its own.
    ///
    /// - Parameter make: fills the file of that other name, which is empty
    ///   and which only its owner may read, and closes it.
    func put(_ make: (_ draft: String) throws -> Void) throws {
        let draft = StoreFile(path: path + ".new")
        // What an earlier attempt left that was cut off.
        draft.remove()
        try draft.create()
        do {
            try make(draft.path)
            try checkAbsence()
            guard rename(draft.path, path) == 0 else { throw StoreFile.failure() }
        } catch {
            draft.remove()
            throw error
        }
        do {
            try syncFolder()
        } catch {
            // Not told of as made, so it must not be there either.
            remove()
            var status = stat()
            guard lstat(path, &status) != 0 else { throw StoreError.uncertain(code: StoreError.ioError) }
            throw error
        }
    }

    /// Makes an empty file that only its owner may read.
    private func create() throws(StoreError) {
        let descriptor = open(path, O_CREAT | O_EXCL | O_WRONLY | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw StoreFile.failure() }
        close(descriptor)
    }

    /// Waits until the disk has the names in the folder.
    func syncFolder() throws(StoreError) {
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw StoreFile.failure() }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw StoreFile.failure() }
    }

    private func remove() {
        unlink(path)
        unlink(path + "-journal")
    }

    /// Why the operating system's latest refusal means that nothing could be
    /// made.
    private static func failure() -> StoreError {
        switch errno {
        case ENOSPC, EDQUOT: .diskFull
        case EACCES, EPERM, EROFS: .readOnly
        default: .failed(code: StoreError.ioError)
        }
    }
}
