import Synchronization

/// Where work beside the keyboard leaves its answers for the main loop.
final class Mailbox<Action: Sendable>: Sendable {
    private let actions = Mutex<[Action]>([])
    private let wake: @Sendable () -> Void

    /// - Parameter wake: called after each answer, from any thread.
    init(wake: @escaping @Sendable () -> Void) {
        self.wake = wake
    }

    func post(_ action: Action) {
        actions.withLock { $0.append(action) }
        wake()
    }

    /// The answers since the last time, in order.
    func take() -> [Action] {
        actions.withLock { waiting in
            defer { waiting = [] }
            return waiting
        }
    }
}

/// The number of the newest question of each kind, so that work on an older
/// one can stop.
final class Questions: Sendable {
    private let newest = Mutex<[String: Int]>([:])

    func ask(_ kind: String, _ generation: Int) {
        newest.withLock { $0[kind] = generation }
    }

    /// Nothing that was asked is wanted any more.
    func forget() { newest.withLock { $0 = [:] } }

    func isOld(_ kind: String, _ generation: Int) -> Bool {
        newest.withLock { $0[kind] != generation }
    }
}
