import Foundation

/// Waits for what another program does, and leaves the processor to it.
enum Patience {
    /// Looks whether something is so, at first soon, then less often: whoever
    /// looks without a break takes the time from those that it waits for.
    ///
    /// - Returns: false where it was not so after this many seconds.
    static func lasts(_ seconds: Double, until holds: () throws -> Bool) rethrows -> Bool {
        let deadline = Date().addingTimeInterval(seconds)
        var milliseconds: Int32 = 2
        while try !holds() {
            guard Date() < deadline else { return false }
            poll(nil, 0, milliseconds)
            milliseconds = min(2 * milliseconds, 40)
        }
        return true
    }
}
