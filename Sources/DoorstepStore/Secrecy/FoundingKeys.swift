import DoorstepCore
import GRDB

/// The keys of a store from the moment it has any.
struct FoundingKeys: Sendable {
    let key: StoreKey
    let slots: [KeySlot]

    /// For a store without a passphrase.
    init(openly key: StoreKey) {
        self.key = key
        slots = [KeySlot(openly: key)]
    }

    /// For one that its first caseworker opens, or the recovery code.
    init(_ caseworker: String, _ passphrase: Passphrase, _ recovery: RecoveryCode, _ strength: KeyStrength) throws(SealError) {
        key = StoreKey()
        slots = [
            try KeySlot(key, for: .caseworker(caseworker), passphrase, strength), try KeySlot(key, for: .recovery, recovery.passphrase, strength),
        ]
    }

    var content: EntryContent {
        get throws { try KeysContent.of(slots, signing: key.signing().publicKey) }
    }

    /// Writes the slots of a store whose first entry tells of them.
    func write(_ db: Database) throws {
        for slot in slots { try KeySlots.put(slot, 1, db) }
    }

    /// Gives keys to a store of an earlier format, and seals what it has in
    /// clear.
    func bringIn(_ db: Database) throws {
        let now = try String.fetchOne(db, sql: "SELECT strftime('%Y-%m-%dT%H:%M:%SZ', 'now')") ?? ""
        let occasion = try Occasion(db, caseworker: FoundingKeys.program, now: now)
        for slot in slots { try KeySlots.put(slot, occasion.sequence, db) }
        try occasion.write(.keys, subjects: [], content, db)
        try FirstSealing(secrets: Secrets(key), occasion: Occasion(db, caseworker: FoundingKeys.program, now: now)).run(db)
    }

    /// Who brings a store to the next format.
    private static let program = "doorstep"
}
