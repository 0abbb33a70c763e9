import Crypto
import Foundation

/// Sealing with AES-256-GCM: twelve random bytes, the sealed bytes and a tag
/// of sixteen.
///
/// What a seal belongs to is authenticated with it, so that it opens nowhere
/// else: not in another row, not under another identifier, not as an earlier
/// revision.
enum Seal {
    /// - Parameter place: what the seal belongs to.
    static func seal(_ content: some DataProtocol, _ key: SymmetricKey, place: HashedFields) throws(SealError) -> [UInt8] {
        do {
            guard let sealed = try AES.GCM.seal(content, using: key, authenticating: place.bytes).combined else { throw SealError.broken }
            return Array(sealed)
        } catch {
            throw .broken
        }
    }

    /// - Throws: where the key is another, or a bit of seal or place is.
    static func open(_ sealed: some DataProtocol, _ key: SymmetricKey, place: HashedFields) throws(SealError) -> [UInt8] {
        do {
            return try Array(AES.GCM.open(AES.GCM.SealedBox(combined: sealed), using: key, authenticating: place.bytes))
        } catch {
            throw .broken
        }
    }

    /// Content with its length before it, filled with zeros up to a multiple
    /// of 128 bytes: how long a sealed row is tells little of what is in it.
    static func padded(_ content: [UInt8]) -> [UInt8] {
        let length = withUnsafeBytes(of: UInt32(clamping: content.count).bigEndian) { Array($0) }
        let filled = (content.count + length.count + 127) / 128 * 128
        return length + content + [UInt8](repeating: 0, count: filled - content.count - length.count)
    }

    /// Nil where the bytes were not filled so.
    static func unpadded(_ bytes: [UInt8]) -> ArraySlice<UInt8>? {
        guard bytes.count >= 4 else { return nil }
        let length = bytes[..<4].reduce(0) { $0 << 8 | Int($1) }
        return length <= bytes.count - 4 ? bytes[4..<4 + length] : nil
    }
}

/// A seal that does not open: damaged, moved, or sealed with another key.
enum SealError: Error {
    case broken
}
