import Glibc

/// Wakes a terminal that waits for input. May be used from any thread, and
/// kept after the terminal was closed.
public struct Waker: Sendable {
    private let pipe: WakePipe

    public init(pipe: WakePipe) {
        self.pipe = pipe
    }

    /// Makes the terminal's `nextEvents` return, the next time at the latest.
    public func wake() {
        pipe.signal()
    }
}

/// A pipe that lives as long as anyone who may write to it.
public final class WakePipe: Sendable {
    public let readEnd: Int32
    public let writeEnd: Int32

    public init?() {
        var ends: [Int32] = [-1, -1]
        guard Glibc.pipe(&ends) == 0 else { return nil }
        readEnd = ends[0]
        writeEnd = ends[1]
        for end in ends {
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
        }
    }

    deinit {
        close(readEnd)
        close(writeEnd)
    }

    public func signal() {
        var byte: UInt8 = 0x21
        // A full pipe means that a wake is under way already.
        _ = write(writeEnd, &byte, 1)
    }

    public func drain() {
        var bytes = [UInt8](repeating: 0, count: 256)
        while read(readEnd, &bytes, bytes.count) > 0 {}
    }
}
