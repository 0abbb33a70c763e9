import Foundation

/// An open file that is no database, closed when it is let go of.
struct DiskFile: ~Copyable {
    private let descriptor: Int32
    let path: String
    /// In bytes, when it was opened.
    let size: Int

    deinit { close(descriptor) }

    /// Opens a plain file, and nothing that would make the reader wait.
    init(reading path: String) throws(BackupError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw .unreadable(path: path, DiskRefusal(errno)) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            close(descriptor)
            throw .notAFile(path: path)
        }
        (self.descriptor, self.path, size) = (descriptor, path, Int(status.st_size))
    }

    /// Makes a file that only its owner may read.
    ///
    /// - Throws: where there is anything of that name.
    init(making path: String) throws(BackupError) {
        descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .unwritable(path: path, DiskRefusal(errno)) }
        (self.path, size) = (path, 0)
    }

    /// The next bytes: fewer than asked for at the end alone.
    func read(_ count: Int) throws(BackupError) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        var filled = 0
        while filled < count {
            let taken = bytes.withUnsafeMutableBytes { [descriptor] room in
                Foundation.read(descriptor, room.baseAddress.map { $0 + filled }, count - filled)
            }
            if taken < 0 {
                if errno == EINTR { continue }
                throw .unreadable(path: path, DiskRefusal(errno))
            }
            if taken == 0 { break }
            filled += taken
        }
        bytes.removeLast(count - filled)
        return bytes
    }

    func write(_ bytes: [UInt8]) throws(BackupError) {
        var start = 0
        while start < bytes.count {
            let written = bytes.withUnsafeBytes { [descriptor] room in
                Foundation.write(descriptor, room.baseAddress.map { $0 + start }, bytes.count - start)
            }
            if written < 0 {
                if errno == EINTR { continue }
                throw .unwritable(path: path, DiskRefusal(errno))
            }
            start += written
        }
    }

    /// Waits until the disk has it all.
    func sync() throws(BackupError) {
        guard fsync(descriptor) == 0 else { throw .unwritable(path: path, DiskRefusal(errno)) }
    }

    /// Asks the system to forget what it remembers of the file, so that who
    /// reads it next reads the medium. A system that does not makes the look
    /// weaker, not wrong.
    func forget() {
        _ = posix_fadvise(descriptor, 0, 0, POSIX_FADV_DONTNEED)
    }
}
