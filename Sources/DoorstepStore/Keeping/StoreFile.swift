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

    /// Makes an empty file that only its owner may read.
    func create() throws(StoreError) {
        let descriptor = open(path, O_CREAT | O_EXCL | O_WRONLY | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            switch errno {
            case EEXIST, ELOOP: throw .exists(path: path)
            case ENOENT, ENOTDIR: throw .missing(path: folder)
            case ENOSPC, EDQUOT: throw .diskFull
            default: throw .readOnly
            }
        }
        close(descriptor)
    }

    /// Takes away what `create` made, where no store came of it.
    func remove() {
        unlink(path)
        unlink(path + "-journal")
    }
}
