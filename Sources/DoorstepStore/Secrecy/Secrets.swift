import Crypto
import Synchronization

/// The keys of an unlocked store, worked out once.
struct Secrets: Sendable {
    let store: StoreKey
    /// Wraps the keys of the people.
    let people: SymmetricKey
    /// Seals what statistics need of a step.
    let statistics: SymmetricKey
    /// Seals saved searches.
    let searches: SymmetricKey
    /// Seals the notes of services for jobs.
    let services: SymmetricKey

    init(_ store: StoreKey) {
        self.store = store
        people = store.key(for: .people)
        statistics = store.key(for: .statistics)
        searches = store.key(for: .searches)
        services = store.key(for: .services)
    }
}

/// Where the keys of a store are while it is unlocked; given up, their bytes
/// are overwritten.
final class KeyRing: Sendable {
    private let secrets = Mutex<Secrets?>(nil)

    /// - Throws: `StoreError.sealed` while nobody has unlocked the store.
    func callAsFunction() throws(StoreError) -> Secrets {
        guard let secrets = secrets.withLock({ $0 }) else { throw .sealed }
        return secrets
    }

    var isHeld: Bool { secrets.withLock { $0 != nil } }

    func take(_ key: StoreKey) {
        let taken = Secrets(key)
        secrets.withLock { $0 = taken }
    }

    func giveUp() { secrets.withLock { $0 = nil } }
}
