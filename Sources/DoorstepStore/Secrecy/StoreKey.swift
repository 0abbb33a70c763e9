import Crypto
import Foundation

/// The key that everything secret in a store hangs on: 32 random bytes, made
/// with the store, which never stand on the disk in clear but where the store
/// is kept without a passphrase.
///
/// It seals nothing itself: each use has a key of its own, HKDF-SHA256 of it
/// with the use's name.
struct StoreKey: Sendable {
    private let key: SymmetricKey

    enum Use: String {
        /// Wraps the keys of the people.
        case people = "doorstep-people-1"
        /// Seals what statistics need of a step.
        case statistics = "doorstep-statistics-1"
        /// Seals saved searches.
        case searches = "doorstep-searches-1"
        /// Seals the notes of services for jobs.
        case services = "doorstep-services-1"
        /// The seed of the station's signing key.
        case signing = "doorstep-signing-1"
        /// Seals backups.
        case backup = "doorstep-backup-1"
    }

    static let length = 32

    /// A new one, from the operating system's source of randomness.
    init() { key = SymmetricKey(size: .bits256) }

    /// Nil where the bytes are none.
    init?(_ bytes: some ContiguousBytes & Collection<UInt8>) {
        guard bytes.count == StoreKey.length else { return nil }
        key = SymmetricKey(data: bytes)
    }

    func key(for use: Use, salt: [UInt8] = []) -> SymmetricKey {
        HKDF<SHA256>.deriveKey(inputKeyMaterial: key, salt: salt, info: Array(use.rawValue.utf8), outputByteCount: 32)
    }

    /// The key's bytes, for as long as they are wrapped.
    func withBytes<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result { try key.withUnsafeBytes(body) }

    /// The station's key for checkpoints and statements.
    func signing() throws -> Curve25519.Signing.PrivateKey {
        try key(for: .signing).withUnsafeBytes { try Curve25519.Signing.PrivateKey(rawRepresentation: $0) }
    }
}
