import Foundation
import Synchronization

/// A value that is being worked out on another processor.
public final class Underway<Value: Sendable>: Sendable {
    private let made = DispatchGroup()
    private let state: Mutex<State>

    private enum State: Sendable {
        case begun(@Sendable () -> Value)
        /// What the work took is let go of.
        case made(Value)
    }

    /// Begins at once, or as soon as a processor is free.
    public init(_ work: @escaping @Sendable () -> Value) {
        state = Mutex(.begun(work))
        // The block keeps what it fills.
        DispatchQueue.global(qos: .userInitiated).async(group: made) {
            let value = work()
            self.state.withLock { $0 = .made(value) }
        }
    }

    /// Waits for it.
    public func value() -> Value {
        made.wait()
        return switch state.withLock({ $0 }) {
        case .made(let value): value
        case .begun(let work): work()
        }
    }
}
