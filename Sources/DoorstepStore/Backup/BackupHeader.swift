import Crypto
import Foundation

/// What a backup begins with, and what binds all that follows to it.
///
/// A backup is a store's file, sealed. Numbers have the highest byte first.
///
/// | bytes | are |
/// | --- | --- |
/// | 16 | the text `doorstep backup` and a line feed |
/// | 4 | the version of this format: 1 |
/// | 4 | how many bytes of fields follow |
/// | … | the fields, each with its length in four bytes before it: the text `doorstep-backup-header-1`; a salt of 32 random bytes; then for each key slot its kind, name, salt, logarithm (eight bytes) and wrapped key, as the store has them |
/// | 32 | SHA-256 of all bytes so far |
/// | … | chunks |
///
/// A slot gives the store's key: that of kind `open` is the key itself; one
/// of another kind is AES-256-GCM (twelve bytes of nonce, sealed bytes,
/// sixteen of tag) under what scrypt makes of the passphrase or the recovery
/// code with the slot's salt: two to the power of the logarithm rounds,
/// blocks of 8, one lane. Authenticated with it are the fields
/// `doorstep-slot-1`, kind, name and salt, with lengths as above.
///
/// Chunks are sealed under HKDF-SHA256 of the store's key, with the header's
/// salt and the text `doorstep-backup-1`, 32 bytes. Each holds 65,536 bytes
/// of the file, the last what is left, and is sealed by itself like a slot's
/// key. Authenticated with a chunk are the fields `doorstep-backup-chunk-1`,
/// the header's SHA-256, the chunk's number from 0 and whether it is the last
/// (1 or 0), both of eight bytes: so none can be changed, dropped, doubled,
/// moved or brought from another backup, nor the header be changed.
///
/// The SHA-256 in the header tells damage from a wrong passphrase, before
/// anybody has to give one; it keeps nobody from making up a header.
struct BackupHeader: Sendable {
    static let version = 1
    static let chunkLength = 65_536

    let slots: [KeySlot]
    /// The header as it stands in the file, with its digest.
    let bytes: [UInt8]
    let digest: [UInt8]
    private let salt: [UInt8]

    /// Of a new backup.
    init(slots: [KeySlot]) {
        let salt = SymmetricKey(size: .bits256).withUnsafeBytes { Array($0) }
        var fields = HashedFields(BackupHeader.tag)
        fields.add(salt)
        for slot in slots {
            fields.add(slot.holder.kind)
            fields.add(slot.holder.name)
            fields.add(slot.salt)
            fields.add(slot.strength.logarithm)
            fields.add(slot.wrapped)
        }
        let head = BackupHeader.magic + BackupHeader.number(BackupHeader.version) + BackupHeader.number(fields.bytes.count) + fields.bytes
        digest = Array(SHA256.hash(data: head))
        bytes = head + digest
        self.slots = slots
        self.salt = salt
    }

    /// Reads the beginning of a file.
    ///
    /// - Throws: `BackupError.notABackup`, `newer`, `damaged`.
    init(_ file: borrowing DiskFile) throws(BackupError) {
        let path = file.path
        let start = try file.read(BackupHeader.startLength)
        guard start.prefix(BackupHeader.magic.count).elementsEqual(BackupHeader.magic) else { throw .notABackup(path: path) }
        guard start.count == BackupHeader.startLength else { throw .damaged(path: path, at: .header) }
        let version = BackupHeader.number(start[16..<20])
        guard version <= BackupHeader.version else { throw .newer(path: path, version: version) }
        let length = BackupHeader.number(start[20..<24])
        guard version == BackupHeader.version, length <= BackupHeader.longest else { throw .damaged(path: path, at: .header) }
        let rest = try file.read(length + BackupHeader.digestLength)
        guard rest.count == length + BackupHeader.digestLength else { throw .damaged(path: path, at: .header) }
        let digest = Array(rest[length...])
        guard digest == Array(SHA256.hash(data: start + rest[..<length])), let (salt, slots) = BackupHeader.content(rest[..<length]) else {
            throw .damaged(path: path, at: .header)
        }
        (self.slots, self.salt, self.digest) = (slots, salt, digest)
        bytes = start + rest
    }

    /// What seals this backup's chunks.
    func key(_ store: StoreKey) -> SymmetricKey { store.key(for: .backup, salt: salt) }

    /// What a chunk belongs to.
    func place(ofChunk number: Int, isLast: Bool) -> HashedFields {
        var place = HashedFields("doorstep-backup-chunk-1")
        place.add(digest)
        place.add(number)
        place.add(isLast ? 1 : 0)
        return place
    }

    static func begins(_ bytes: some Sequence<UInt8>) -> Bool { bytes.prefix(magic.count).elementsEqual(magic) }

    private static let magic = Array("doorstep backup\n".utf8)
    private static let tag = "doorstep-backup-header-1"
    private static let digestLength = 32
    private static let startLength = magic.count + 8
    /// A thousand caseworkers, and more than any reader needs to be made to
    /// hold.
    private static let longest = 1 << 18

    private static func number(_ value: Int) -> [UInt8] { withUnsafeBytes(of: UInt32(clamping: value).bigEndian) { Array($0) } }

    private static func number(_ bytes: some Sequence<UInt8>) -> Int { bytes.reduce(0) { $0 << 8 | Int($1) } }

    /// Nil where the fields are not those of a header.
    private static func content(_ bytes: ArraySlice<UInt8>) -> (salt: [UInt8], slots: [KeySlot])? {
        var rest = bytes
        var fields: [[UInt8]] = []
        while !rest.isEmpty {
            guard rest.count >= 4 else { return nil }
            let length = number(rest.prefix(4))
            rest = rest.dropFirst(4)
            guard length <= rest.count else { return nil }
            fields.append(Array(rest.prefix(length)))
            rest = rest.dropFirst(length)
        }
        guard fields.count > 2, fields.count % 5 == 2, fields[0] == Array(tag.utf8), fields[1].count == 32 else { return nil }
        var slots: [KeySlot] = []
        for start in stride(from: 2, to: fields.count, by: 5) {
            guard let kind = String(validating: fields[start], as: UTF8.self), let name = String(validating: fields[start + 1], as: UTF8.self),
                let holder = KeySlot.Holder(kind: kind, name: name), fields[start + 3].count == 8,
                let strength = KeyStrength(logarithm: number(fields[start + 3]))
            else { return nil }
            slots.append(KeySlot(holder: holder, salt: fields[start + 2], strength: strength, wrapped: fields[start + 4]))
        }
        return (fields[1], slots)
    }
}
