import DoorstepCore
import Foundation

/// What a caseworker types to open the store.
public struct Passphrase: Sendable {
    let bytes: [UInt8]

    /// How many characters a new one needs.
    public static let shortest = 8

    /// As it was typed: the same characters however the keyboard composed
    /// them, without blanks around them.
    public init(_ text: String) {
        bytes = Array(PlainText.trimmed(text).precomposedStringWithCanonicalMapping.utf8)
    }

    /// One that is to be set.
    ///
    /// - Throws: `StoreError.passphraseTooShort`.
    public init(new text: String) throws(StoreError) {
        guard PlainText.trimmed(text).count >= Passphrase.shortest else { throw .passphraseTooShort(shortest: Passphrase.shortest) }
        self.init(text)
    }
}
