import Foundation

/// Counts what the calling thread writes.
///
/// Curses hands its bytes to the kernel itself, past the stream that it is
/// given, so nothing in between could count them. The kernel does, for each
/// thread; and while a frame is shown the main thread writes to the terminal
/// alone.
struct WrittenBytes {
    private let account: Int32

    /// Nil where the system keeps no account.
    init?() {
        account = open("/proc/thread-self/io", O_RDONLY | O_CLOEXEC)
        guard account >= 0 else { return nil }
    }

    func close() { Foundation.close(account) }

    /// All that was written so far.
    var count: Int {
        var text = [UInt8](repeating: 0, count: 256)
        let length = pread(account, &text, text.count, 0)
        guard length > 0 else { return 0 }
        let name = Array("wchar: ".utf8)
        for line in text[..<length].split(separator: UInt8(ascii: "\n")) where line.starts(with: name) {
            return line.dropFirst(name.count).reduce(0) { $0 * 10 + Int($1) - 48 }
        }
        return 0
    }
}
