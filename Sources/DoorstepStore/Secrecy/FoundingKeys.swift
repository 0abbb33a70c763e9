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

    /// Gives keys to a store of an earlier format, and seals its people.
    func bringIn(_ db: Database) throws {
        let now = try String.fetchOne(db, sql: "SELECT strftime('%Y-%m-%dT%H:%M:%SZ', 'now')") ?? ""
        let occasion = try Occasion(db, caseworker: FoundingKeys.program, now: now)
        for slot in slots { try KeySlots.put(slot, occasion.sequence, db) }
        try occasion.write(.keys, subjects: [], content, db)
        try sealPeople(Occasion(db, caseworker: FoundingKeys.program, now: now), db)
    }

    /// Who brings a store to the next format.
    private static let program = "doorstep"

    private func sealPeople(_ occasion: Occasion, _ db: Database) throws {
        let secrets = Secrets(key)
        var states: [RecordState] = []
        let ids = try String.fetchAll(db, sql: "SELECT id FROM person ORDER BY position")
        for id in ids {
            guard let row = try RecordRows.find(.person, id, db), PersonalPart.isClear(row.record.personal) else { continue }
            let sealed = try KeptRecord(row.record.image(secrets), after: row.record, secrets)
            states.append(try RecordRows.put(sealed, after: row, occasion, db))
        }
        guard !states.isEmpty else { return }
        try occasion.write(.seal, subjects: [], ImportContent.of(states), db)
    }
}
