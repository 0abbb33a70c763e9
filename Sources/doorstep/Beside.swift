import Dispatch
import Synchronization

/// Something that is worked out beside what whoever will want it does until
/// then.
final class Beside<Value: Sendable>: Sendable {
    private let made = DispatchGroup()
    private let result = Mutex<Result<Value, any Error>?>(nil)

    init(_ make: @escaping @Sendable () throws -> Value) {
        // The block keeps what it fills.
        DispatchQueue.global(qos: .userInitiated).async(group: made) {
            let made = Result { try make() }
            self.result.withLock { $0 = made }
        }
    }

    /// Waits until it is there.
    func value() throws -> Value {
        made.wait()
        guard let result = result.withLock({ $0 }) else { throw CancellationError() }
        return try result.get()
    }
}
