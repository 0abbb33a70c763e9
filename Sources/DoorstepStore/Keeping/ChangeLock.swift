import Foundation

/// Lets one change at a time through, of all programs that have the store
/// open: `flock` on a file beside it, which says who holds it.
///
/// Never on the store itself, whose locks are SQLite's own. The file stays
/// when the lock is given back: taking it away would let two programs hold
/// locks on two files of the same name.
struct ChangeLock: Sendable {
    let path: String
    /// How long a change waits for another, in thousandths of a second.
    let patience: Int

    private static let pause = 5

    /// Does the work while nobody else can change the store.
    ///
    /// - Throws: `StoreError.locked` once patience has run out.
    func hold<T>(by caseworker: String, since now: String, _ work: () throws(ChangeError) -> T) throws(ChangeError) -> T {
        let descriptor = open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            switch errno {
            case EACCES, EPERM, EROFS: throw .store(.readOnly)
            case ENOSPC, EDQUOT: throw .store(.diskFull)
            case ELOOP: throw .store(.linked(path: path))
            case EIO: throw .store(.failed(code: StoreError.ioError))
            default: throw .store(.unreadable(path: path))
            }
        }
        defer { close(descriptor) }
        var waited = 0
        while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
            guard errno == EWOULDBLOCK || errno == EINTR, waited < patience else { throw .store(.locked(by: ChangeLock.text(descriptor))) }
            var pause = timespec(tv_sec: 0, tv_nsec: ChangeLock.pause * 1_000_000)
            nanosleep(&pause, nil)
            waited += ChangeLock.pause
        }
        // What is said of the holder is a help to the other; where it cannot
        // be written, the lock holds all the same.
        ChangeLock.write("\(caseworker), \(ChangeLock.ownMark), since \(now)", descriptor)
        defer {
            ChangeLock.write("", descriptor)
            flock(descriptor, LOCK_UN)
        }
        return try work()
    }

    private static var ownMark: String { "pid \(getpid())" }

    /// Which other program is changing the store, as far as it is known:
    /// empty where nobody is, and where it is this program.
    var holder: String {
        let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
        guard descriptor >= 0 else { return "" }
        defer { close(descriptor) }
        // A program that was killed leaves its name, but not the lock.
        guard flock(descriptor, LOCK_SH | LOCK_NB) != 0, errno == EWOULDBLOCK else { return "" }
        let text = ChangeLock.text(descriptor)
        return text.contains(ChangeLock.ownMark + ",") ? "" : text
    }

    private static func text(_ descriptor: Int32) -> String {
        var bytes = [UInt8](repeating: 0, count: 512)
        let count = pread(descriptor, &bytes, bytes.count, 0)
        return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
    }

    private static func write(_ text: String, _ descriptor: Int32) {
        let bytes = Array(text.utf8)
        guard ftruncate(descriptor, 0) == 0, !bytes.isEmpty else { return }
        _ = pwrite(descriptor, bytes, bytes.count, 0)
    }
}
