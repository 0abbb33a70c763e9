import Crypto
import Foundation

/// The key that one person's data are sealed under, and that nobody has any
/// more once they were erased. It stands in the person's row, sealed under
/// the store's key, and stays the same in every revision: the notes of their
/// placements are sealed under it too.
struct PersonKey: Sendable {
    let key: SymmetricKey
    /// `length` bytes.
    let wrapped: [UInt8]

    /// How many bytes a wrapped key has.
    static let length = 12 + 32 + 16

    /// A new one.
    init(of person: String, under wrapping: SymmetricKey) throws(SealError) {
        key = SymmetricKey(size: .bits256)
        wrapped = try Seal.seal(key.withUnsafeBytes { Array($0) }, wrapping, place: PersonKey.place(person))
    }

    init(wrapped: [UInt8], of person: String, under wrapping: SymmetricKey) throws(SealError) {
        key = SymmetricKey(data: try Seal.open(wrapped, wrapping, place: PersonKey.place(person)))
        self.wrapped = wrapped
    }

    /// The same key under another store key.
    func wrapped(of person: String, under wrapping: SymmetricKey) throws(SealError) -> PersonKey {
        PersonKey(key: key, wrapped: try Seal.seal(key.withUnsafeBytes { Array($0) }, wrapping, place: PersonKey.place(person)))
    }

    private init(key: SymmetricKey, wrapped: [UInt8]) { (self.key, self.wrapped) = (key, wrapped) }

    private static func place(_ person: String) -> HashedFields {
        var place = HashedFields("doorstep-person-key-1")
        place.add(person)
        return place
    }
}
