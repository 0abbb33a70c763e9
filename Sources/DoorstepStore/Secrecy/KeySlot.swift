import Crypto
import DoorstepCore
import Foundation
import GRDB

/// The store's key as one holder can come to it.
struct KeySlot: Sendable, Equatable {
    enum Holder: Hashable, Sendable {
        /// Nobody's: the key stands there in clear, in a store that is kept
        /// without a passphrase.
        case anybody
        case caseworker(String)
        case recovery

        var kind: String {
            switch self {
            case .anybody: "open"
            case .caseworker: "caseworker"
            case .recovery: "recovery"
            }
        }

        var name: String {
            if case .caseworker(let name) = self { name } else { "" }
        }

        /// Nil for a kind that there is not.
        init?(kind: String, name: String) {
            switch kind {
            case "open": self = .anybody
            case "caseworker": self = .caseworker(name)
            case "recovery": self = .recovery
            default: return nil
            }
        }
    }

    let holder: Holder
    let salt: [UInt8]
    let strength: KeyStrength
    /// The key, sealed under what the passphrase gives; in clear in a slot of
    /// anybody's.
    let wrapped: [UInt8]

    init(_ key: StoreKey, for holder: Holder, _ passphrase: Passphrase, _ strength: KeyStrength) throws(SealError) {
        self.holder = holder
        self.strength = strength
        salt = Commitment.salt()
        let wrapping = try strength.key(passphrase, salt: salt)
        wrapped = try Seal.seal(key.withBytes { Array($0) }, wrapping, place: KeySlot.place(holder, salt))
    }

    /// For a store without a passphrase.
    init(openly key: StoreKey) {
        holder = .anybody
        salt = Commitment.salt()
        strength = KeyStrength.none
        wrapped = key.withBytes { Array($0) }
    }

    /// - Parameter passphrase: nil for the slot of anybody.
    /// - Throws: where the passphrase is another.
    func key(_ passphrase: Passphrase?) throws(SealError) -> StoreKey {
        guard holder != .anybody else {
            guard let key = StoreKey(wrapped) else { throw .broken }
            return key
        }
        guard let passphrase else { throw .broken }
        let bytes = try Seal.open(wrapped, strength.key(passphrase, salt: salt), place: KeySlot.place(holder, salt))
        guard let key = StoreKey(bytes) else { throw .broken }
        return key
    }

    private static func place(_ holder: Holder, _ salt: [UInt8]) -> HashedFields {
        var place = HashedFields("doorstep-slot-1")
        place.add(holder.kind)
        place.add(holder.name)
        place.add(salt)
        return place
    }

    /// What the journal holds of the slot: SHA-256 over the text
    /// `doorstep-slot-digest-1` and holder, name, salt, logarithm and wrapped
    /// key, each with its length in four bytes before it.
    var digest: [UInt8] {
        var fields = HashedFields("doorstep-slot-digest-1")
        fields.add(holder.kind)
        fields.add(holder.name)
        fields.add(salt)
        fields.add(strength.logarithm)
        fields.add(wrapped)
        return fields.digest
    }
}

extension KeyStrength {
    /// Where no passphrase is asked for.
    static let none = KeyStrength(logarithm: 1) ?? calibrated()
}

/// The slots, as SQL knows them.
enum KeySlots {
    static func all(_ db: Database) throws -> [KeySlot] {
        try Row.fetchAll(db, sql: "SELECT kind, name, salt, logarithm, wrapped FROM keySlot ORDER BY kind, name").map { row in
            guard let holder = try KeySlot.Holder(kind: row.text(0), name: row.text(1)), let strength = try KeyStrength(logarithm: row.number(3)) else {
                throw StoreError.damaged(at: .keySlots)
            }
            return KeySlot(holder: holder, salt: try row.bytes(2), strength: strength, wrapped: try row.bytes(4))
        }
    }

    static func put(_ slot: KeySlot, _ sequence: Int, _ db: Database) throws {
        try db.execute(
            sql: """
                INSERT INTO keySlot (kind, name, salt, logarithm, wrapped, journal) VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (kind, name) DO UPDATE SET
                  salt = excluded.salt, logarithm = excluded.logarithm, wrapped = excluded.wrapped, journal = excluded.journal
                """,
            arguments: [slot.holder.kind, slot.holder.name, Data(slot.salt), slot.strength.logarithm, Data(slot.wrapped), sequence])
    }

    /// Of the entry that set it, as the slot's row says.
    static func sequence(of holder: KeySlot.Holder, _ db: Database) throws -> Int {
        try Int.fetchOne(db, sql: "SELECT journal FROM keySlot WHERE kind = ? AND name = ?", arguments: [holder.kind, holder.name]) ?? 0
    }

    static func remove(_ holder: KeySlot.Holder, _ db: Database) throws {
        try db.execute(sql: "DELETE FROM keySlot WHERE kind = ? AND name = ?", arguments: [holder.kind, holder.name])
    }
}

extension KeySlot {
    /// A slot that is there already.
    init(holder: Holder, salt: [UInt8], strength: KeyStrength, wrapped: [UInt8]) {
        (self.holder, self.salt, self.strength, self.wrapped) = (holder, salt, strength, wrapped)
    }
}

extension [KeySlot] {
    /// The caseworkers whose passphrases open something.
    var caseworkers: [String] {
        compactMap { slot in if case .caseworker(let name) = slot.holder { name } else { nil } }
    }

    /// The slot that a passphrase is meant for, and how it is written there.
    ///
    /// - Parameters:
    ///   - passphrase: of the caseworker; or the recovery code, whoever says
    ///     it.
    ///   - caseworker: nil where there is only one.
    /// - Throws: `StoreError.unknownCaseworker`.
    func slot(for passphrase: Passphrase, of caseworker: String?) throws(StoreError) -> (slot: KeySlot, typed: Passphrase) {
        if let code = RecoveryCode(String(decoding: passphrase.bytes, as: UTF8.self)), let slot = first(where: { $0.holder == .recovery }) {
            return (slot, code.passphrase)
        }
        let ofCaseworkers = filter { if case .caseworker = $0.holder { true } else { false } }
        if let slot = ofCaseworkers.first(where: { $0.holder.name == caseworker }) { return (slot, passphrase) }
        // Who is alone need not say who they are.
        guard ofCaseworkers.count == 1, caseworker == nil, let slot = ofCaseworkers.first else {
            throw .unknownCaseworker(caseworker ?? "", known: ofCaseworkers.map(\.holder.name))
        }
        return (slot, passphrase)
    }
}
