import DoorstepCore
import Foundation

/// A file on disk that sheets are read from.
///
/// It is looked at before any of it is read: a folder, a pipe, a device or
/// more bytes than a station can have are refused with one sentence, and
/// nothing waits for a writer that never comes.
public struct SourceFile: Hashable, Sendable {
    public let path: String
    /// In bytes.
    public let size: Int
    private let device: dev_t
    private let node: ino_t
    private let changed: Int

    /// Half a million people with all their columns take two thirds of it.
    static let mostBytes = 256 << 20

    public init(_ path: String) throws(SheetError) {
        var status = stat()
        guard stat(path, &status) == 0 else { throw .cannotOpen(file: path, reason: SourceFile.reason(errno)) }
        switch status.st_mode & S_IFMT {
        case S_IFREG: break
        case S_IFDIR: throw .cannotOpen(file: path, reason: Phrase("是目录", "is a directory"))
        default: throw .cannotOpen(file: path, reason: Phrase("不是普通文件", "is no regular file"))
        }
        guard status.st_size <= SourceFile.mostBytes else { throw .tooLarge(file: path, megabytes: Int(status.st_size) >> 20) }
        self.init(path, status)
    }

    private init(_ path: String, _ status: stat) {
        self.path = path
        size = Int(status.st_size)
        device = status.st_dev
        node = status.st_ino
        changed = Int(status.st_mtim.tv_sec) &* 1_000_000_000 &+ Int(status.st_mtim.tv_nsec)
    }

    /// All of it.
    public func bytes() throws(SheetError) -> [UInt8] { try bytes(0..<size) }

    /// Some of it.
    func bytes(_ range: Range<Int>) throws(SheetError) -> [UInt8] {
        let descriptor = try open()
        defer { close(descriptor) }
        let bytes = [UInt8](unsafeUninitializedCapacity: range.count) { buffer, count in
            while count < range.count, let start = buffer.baseAddress {
                let got = pread(descriptor, start + count, range.count - count, off_t(range.lowerBound + count))
                if got < 0, errno == EINTR { continue }
                guard got > 0 else { break }
                count += got
            }
        }
        guard bytes.count == range.count else { throw .changed(file: path) }
        return bytes
    }

    /// Opens it for reading.
    ///
    /// - Throws: where it is not the file any more that was looked at.
    func open() throws(SheetError) -> Int32 {
        // Without waiting, should it have become a pipe.
        let descriptor = Foundation.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw .cannotOpen(file: path, reason: SourceFile.reason(errno)) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, SourceFile(path, status) == self else {
            close(descriptor)
            throw .changed(file: path)
        }
        return descriptor
    }

    private static func reason(_ code: Int32) -> Phrase {
        switch code {
        case ENOENT, ENOTDIR: Phrase("没有这个文件", "no such file")
        case EACCES, EPERM: Phrase("没有读取权限", "not readable")
        default: Phrase(verbatim: String(cString: strerror(code)))
        }
    }
}
