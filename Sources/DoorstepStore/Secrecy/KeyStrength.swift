import Crypto
import CryptoExtras
import Foundation

/// What guessing a passphrase costs: scrypt (RFC 7914) with blocks of 8 and
/// one lane, over two to the power `logarithm` rounds.
struct KeyStrength: Hashable, Sendable {
    let logarithm: Int

    /// 128 MB and about a quarter of a second on a machine of 2026.
    static let weakest = 17
    /// A gigabyte: no file makes the program take more.
    static let strongest = 20
    /// What unlocking may take, in seconds.
    private static let patience = 0.7

    /// Nil for what a store of this program never has.
    init?(logarithm: Int) {
        guard (1...KeyStrength.strongest).contains(logarithm) else { return nil }
        self.logarithm = logarithm
    }

    private init(_ logarithm: Int) { self.logarithm = logarithm }

    /// As strong as this machine bears: about 0.7 s, never below the weakest.
    static func calibrated() -> KeyStrength {
        let begin = ContinuousClock.now
        _ = try? KeyStrength(weakest).key(Passphrase("calibration"), salt: [UInt8](repeating: 0, count: 16))
        let taken = begin.duration(to: .now) / .seconds(1)
        var logarithm = weakest
        while logarithm < strongest, taken * Double(1 << (logarithm + 1 - weakest)) <= patience { logarithm += 1 }
        return KeyStrength(logarithm)
    }

    /// The key that a passphrase gives.
    func key(_ passphrase: Passphrase, salt: [UInt8]) throws(SealError) -> SymmetricKey {
        do {
            return try KDF.Scrypt.deriveKey(
                from: passphrase.bytes, salt: salt, outputByteCount: 32, rounds: 1 << logarithm, blockSize: 8, parallelism: 1)
        } catch {
            throw .broken
        }
    }
}
