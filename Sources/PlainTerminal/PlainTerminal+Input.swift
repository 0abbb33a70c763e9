import CTerminalGuard
import Glibc
import TerminalDevice
import TerminalUI

extension PlainTerminal {
    /// The longest the loop sleeps without looking at the terminal, in
    /// milliseconds: its size may have changed.
    private static let longestSleep = 1000
    /// Nobody types as many bytes between two looks, so they were pasted. The
    /// terminal is not asked to mark a paste, since asking takes an escape.
    static let mostTyped = 64
    /// How long a paste may pause before it is over, in milliseconds.
    private static let pastePause = 200
    /// As much as is looked at in one go.
    private static let mostRead = 1 << 22

    public func nextEvents(timeoutMilliseconds: Int?) -> [InputEvent] {
        let deadline = timeoutMilliseconds.map { SteadyClock.now + Int64(max(0, $0)) }
        while true {
            answerStops()
            if terminationRequested != nil { return input.finish() }
            let left = deadline.map { Int(max(0, min($0 - SteadyClock.now, Int64(Self.longestSleep)))) }
            let (isReady, isWoken) = wait(milliseconds: left ?? Self.longestSleep)
            if isReady { take(gather()) }
            while input.isWaiting, hasBytes(within: input.isPasting ? Self.pastePause : options.escapeDelay) { take(gather()) }
            input.endSequence()
            var events = input.finish()
            if size != knownSize {
                knownSize = size
                events.append(.resize(knownSize))
            }
            let isLate = deadline.map { SteadyClock.now >= $0 } ?? false
            if !events.isEmpty || isWoken || isLate { return events }
        }
    }

    private func take(_ bytes: [UInt8]) {
        guard Self.isPasted(bytes) else {
            for byte in bytes { input.take(byte) }
            return
        }
        input.takePasted(bytes)
    }

    /// Whether bytes that came together were pasted: more than anyone types,
    /// no keys that send several, and not one key held down.
    static func isPasted(_ bytes: [UInt8]) -> Bool {
        bytes.count > mostTyped && !bytes.contains(0x1B) && bytes.contains { $0 != bytes[0] }
    }

    /// All that is there; of what is pasted also what is still on its way.
    private func gather() -> [UInt8] {
        var all: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 4096)
        repeat {
            let count = read(device, &chunk, chunk.count)
            guard count > 0 else {
                // It said that there was something, and has nothing: it is gone.
                if count == 0 || errno != EINTR { isLost = true }
                break
            }
            all += chunk[..<count]
        } while all.count < Self.mostRead && hasBytes(within: Self.isPasted(all) ? Self.pastePause : 0)
        return all
    }

    private func hasBytes(within milliseconds: Int) -> Bool {
        var descriptor = pollfd(fd: isLost ? -1 : device, events: Int16(POLLIN), revents: 0)
        return poll(&descriptor, 1, Int32(clamping: milliseconds)) > 0 && descriptor.revents & Int16(POLLIN) != 0
    }

    /// Waits for the keyboard or a wake.
    private func wait(milliseconds: Int) -> (isReady: Bool, isWoken: Bool) {
        var descriptors = [
            pollfd(fd: isLost ? -1 : device, events: Int16(POLLIN), revents: 0),
            pollfd(fd: pipe.readEnd, events: Int16(POLLIN), revents: 0),
        ]
        guard poll(&descriptors, 2, Int32(clamping: milliseconds)) > 0 else { return (false, false) }
        let isWoken = descriptors[1].revents != 0
        if isWoken { pipe.drain() }
        if descriptors[0].revents & Int16(POLLHUP | POLLERR | POLLNVAL) != 0 { isLost = true }
        return (!isLost && descriptors[0].revents & Int16(POLLIN) != 0, isWoken)
    }
}
