import Foundation

/// The path that a backup shall have, and whether it may.
struct BackupTarget {
    let path: String
    private let replaces: Bool
    private let store: String?

    var folder: String { StoreFile(path: path).folder }

    /// - Parameters:
    ///   - store: the store that is backed up; nil where it has no file.
    ///   - replaces: whether a file of the name is to be replaced.
    init(_ path: String, store: String?, replaces: Bool) throws(BackupError) {
        (self.path, self.store, self.replaces) = (path, store, replaces)
        _ = try check()
    }

    /// Puts a backup in its place: it has its name only once it is whole and
    /// on the disk, and is looked at again under it.
    ///
    /// - Parameters:
    ///   - make: fills the file that it is given the path of, which is not
    ///     there yet.
    ///   - look: says whether the file of that path is what was made.
    func put<Result>(_ make: (_ draft: String) throws -> Result, thenLook look: (_ path: String, Result) throws -> Void) throws(BackupError) -> Result {
        do {
            return try WorkFolder.use(in: folder) { work in
                let draft = work.file("backup")
                let made = try make(draft)
                try look(draft, made)
                let isThere = try check()
                guard rename(draft, path) == 0 else { throw BackupError.unwritable(path: path, DiskRefusal(errno)) }
                do {
                    try StoreFile(path: path).syncFolder()
                    try look(path, made)
                } catch {
                    // Not told of as made, so it must not be there either;
                    // what it has replaced was given up for it.
                    if !isThere { unlink(path) }
                    throw error
                }
                return made
            }
        } catch let error as BackupError {
            // Where it was made is nobody's business.
            switch error {
            case .unwritable(_, let refusal): throw .unwritable(path: path, refusal)
            case .differs: throw .differs(path: path)
            default: throw error
            }
        } catch {
            switch StoreError(error, path: path) {
            case .diskFull: throw .unwritable(path: path, .full)
            case .readOnly: throw .unwritable(path: path, .readOnly)
            default: throw .unwritable(path: path, .other(EIO))
            }
        }
    }

    /// - Returns: whether there is a file, which is to be replaced.
    private func check() throws(BackupError) -> Bool {
        var status = stat()
        // Looked at by its name before it is opened: a store that this
        // program has open must not be opened a second time.
        if let store, ["", "-journal", ".lock"].contains(where: { isSame(path, store + $0) }) { throw .isStore(path: path) }
        guard lstat(path, &status) == 0 else {
            guard errno == ENOENT else { throw .unwritable(path: path, DiskRefusal(errno)) }
            guard stat(folder, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else { throw .unwritable(path: path, .missing) }
            return false
        }
        switch status.st_mode & S_IFMT {
        case S_IFREG: break
        case S_IFLNK: throw .linked(path: path)
        default: throw .notAFile(path: path)
        }
        guard replaces else { throw .exists(path: path) }
        guard try !PlainCopy.isOne(path) else { throw .isStore(path: path) }
        return true
    }

    /// Whether two paths lead, or would lead, to one file.
    private func isSame(_ one: String, _ other: String) -> Bool {
        let (one, other) = (StoreFile(path: one), StoreFile(path: other))
        if let identity = one.identity, let known = other.identity { return identity == known }
        return one.name == other.name && StoreFile(path: one.folder).identity == StoreFile(path: other.folder).identity
    }
}
