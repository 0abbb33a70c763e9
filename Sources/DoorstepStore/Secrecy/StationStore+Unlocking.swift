import DoorstepCore
import Foundation
import GRDB

/// Who may open a store that is kept under passphrases.
extension StationStore {
    /// Nothing personal can be read before somebody has unlocked the store.
    public var isLocked: Bool { !keys.isHeld }

    /// The caseworkers who have a passphrase; empty where the store is kept
    /// without.
    public func caseworkers() throws(StoreError) -> [String] {
        try reading { db in
            try KeySlots.all(db).caseworkers
        }
    }

    /// Unlocks the store, as slowly as its keys are strong.
    ///
    /// A wrong passphrase is written into the journal, and the next one is
    /// taken only after a while that doubles each time, up to a minute.
    ///
    /// - Parameters:
    ///   - passphrase: of the caseworker; or the recovery code, whoever says
    ///     it.
    ///   - caseworker: nil where there is only one.
    /// - Returns: who it was.
    /// - Throws: `StoreError.wrongPassphrase`, `slowedDown`,
    ///   `unknownCaseworker`.
    @discardableResult
    public func unlock(_ passphrase: Passphrase, as caseworker: String?, now: String) throws(StoreError) -> String {
        let (slots, wait) = try reading { db in (try KeySlots.all(db), try Refusals.wait(now, db)) }
        guard wait == 0 else { throw .slowedDown(wait: wait) }
        let (slot, typed) = try slots.slot(for: passphrase, of: caseworker)
        do throws(SealError) {
            keys.take(try slot.key(typed))
            return slot.holder == .recovery ? caseworker ?? StationStore.recoveryName : slot.holder.name
        } catch {
            guard !isReadOnly else { throw .wrongPassphrase(wait: 0) }
            throw .wrongPassphrase(wait: try noteRefusal(of: slot.holder, now))
        }
    }

    /// Who acts with the recovery code and says no name.
    private static let recoveryName = "recovery"

    private func noteRefusal(of holder: KeySlot.Holder, _ now: String) throws(StoreError) -> Int {
        do {
            return try changing(by: holder.name.isEmpty ? holder.kind : holder.name, now: now) { db in
                let occasion = try Occasion(db, caseworker: holder.name, now: now)
                try occasion.write(.refused, subjects: [], EntryContent([("holder", holder.kind), ("name", holder.name)]), db)
                return try Refusals.wait(now, db)
            }
        } catch .store(let error) {
            throw error
        } catch {
            throw .failed(code: 0)
        }
    }

    /// Gives the keys up: nothing personal can be read until somebody unlocks
    /// the store again. A store without a passphrase stays open.
    public func lock() {
        // Where the disk does not say, the keys are better gone.
        let isOpen = try? reading { db in try KeySlots.all(db).contains { $0.holder == .anybody } }
        if isOpen != true { keys.giveUp() }
    }

    // MARK: - Caseworkers

    /// Gives a caseworker a passphrase.
    ///
    /// The first one in a store that was kept without takes away the key that
    /// lay open: what was on the disk before, it does not reach.
    ///
    /// - Returns: the recovery code, with the first one.
    public func addCaseworker(_ name: String, _ passphrase: Passphrase, by caseworker: String, now: String) throws(ChangeError) -> RecoveryCode? {
        try addCaseworker(name, passphrase, .calibrated(), by: caseworker, now: now)
    }

    func addCaseworker(
        _ name: String, _ passphrase: Passphrase, _ strength: @autoclosure () -> KeyStrength, by caseworker: String, now: String
    ) throws(ChangeError) -> RecoveryCode? {
        let holder = KeySlot.Holder.caseworker(name.withoutNUL)
        let recovery = RecoveryCode()
        return try settingKeys(by: caseworker, now: now) { key, slots in
            guard !slots.contains(where: { $0.holder == holder }) else { throw StoreError.caseworkerExists(name) }
            let isFirst = slots.contains { $0.holder == .anybody }
            var new = [try KeySlot(key, for: holder, passphrase, strength())]
            if isFirst { new.append(try KeySlot(key, for: .recovery, recovery.passphrase, new[0].strength)) }
            return (new, removing: isFirst ? [.anybody] : [], isFirst ? recovery : nil)
        }
    }

    public func changePassphrase(of name: String, to passphrase: Passphrase, by caseworker: String, now: String) throws(ChangeError) {
        try changePassphrase(of: name, to: passphrase, .calibrated(), by: caseworker, now: now)
    }

    func changePassphrase(
        of name: String, to passphrase: Passphrase, _ strength: @autoclosure () -> KeyStrength, by caseworker: String, now: String
    ) throws(ChangeError) {
        let holder = KeySlot.Holder.caseworker(name)
        try settingKeys(by: caseworker, now: now) { key, slots in
            try StationStore.find(holder, slots)
            return ([try KeySlot(key, for: holder, passphrase, strength())], removing: [], ())
        }
    }

    /// Takes a caseworker's passphrase away. Backups that were made before
    /// still open with it.
    public func removeCaseworker(_ name: String, by caseworker: String, now: String) throws(ChangeError) {
        let holder = KeySlot.Holder.caseworker(name)
        try settingKeys(by: caseworker, now: now) { _, slots in
            try StationStore.find(holder, slots)
            guard slots.count(where: { if case .caseworker = $0.holder { true } else { false } }) > 1 else { throw StoreError.lastCaseworker(name) }
            return ([], removing: [holder], ())
        }
    }

    /// A new recovery code in the place of the old one.
    public func renewRecovery(by caseworker: String, now: String) throws(ChangeError) -> RecoveryCode {
        try renewRecovery(.calibrated(), by: caseworker, now: now)
    }

    func renewRecovery(_ strength: @autoclosure () -> KeyStrength, by caseworker: String, now: String) throws(ChangeError) -> RecoveryCode {
        let recovery = RecoveryCode()
        return try settingKeys(by: caseworker, now: now) { key, slots in
            guard !slots.contains(where: { $0.holder == .anybody }) else { throw StoreError.unknownCaseworker("", known: []) }
            return ([try KeySlot(key, for: .recovery, recovery.passphrase, strength())], removing: [], recovery)
        }
    }

    private static func find(_ holder: KeySlot.Holder, _ slots: [KeySlot]) throws(StoreError) {
        guard slots.contains(where: { $0.holder == holder }) else {
            throw .unknownCaseworker(holder.name, known: slots.filter { $0.holder.kind == holder.kind }.map(\.holder.name))
        }
    }

    /// - Parameter change: which slots to set and to remove of those there
    ///   are; run outside the transaction, since keys are slow to make, and
    ///   again where another program set keys meanwhile: what it allowed may
    ///   not be allowed any more.
    @discardableResult
    func settingKeys<Result>(
        by caseworker: String, now: String, _ change: (StoreKey, [KeySlot]) throws -> ([KeySlot], removing: [KeySlot.Holder], Result)
    ) throws(ChangeError) -> Result {
        while true {
            let known: [KeySlot]
            let (new, removing, result): ([KeySlot], [KeySlot.Holder], Result)
            do {
                known = try reading { try KeySlots.all($0) }
                (new, removing, result) = try change(keys().store, known)
            } catch {
                throw .store(StoreError(error, path: path ?? ""))
            }
            let isSet = try changing(by: caseworker, now: now) { db in
                guard try KeySlots.all(db) == known else { return false }
                let occasion = try Occasion(db, caseworker: caseworker, now: now)
                for slot in new { try KeySlots.put(slot, occasion.sequence, db) }
                for holder in removing { try KeySlots.remove(holder, db) }
                try occasion.write(.keys, subjects: [], KeysContent.of(new, removing: removing), db)
                return true
            }
            if isSet { return result }
        }
    }
}

/// Wrong passphrases, as the journal has them.
private enum Refusals {
    /// In seconds: what is older does not count any more.
    private static let memory = 900
    private static let longestWait = 60

    /// How many seconds the next passphrase has to wait; 0 where it is taken.
    /// By the clock: one that went backwards makes nobody wait.
    static func wait(_ now: String, _ db: Database) throws -> Int {
        // As numbers: SQLite holds every text for greater than any number.
        let row = try Row.fetchOne(
            db,
            sql: """
                WITH refusal AS (
                  SELECT CAST(strftime('%s', :now) AS INTEGER) - CAST(strftime('%s', time) AS INTEGER) AS since FROM journal WHERE kind = 'refused'
                )
                SELECT count(*), min(since) FROM refusal WHERE since BETWEEN 0 AND \(memory)
                """, arguments: ["now": now])
        guard let row, let count = row[0] as Int?, count > 0, let since = row[1] as Int? else { return 0 }
        return max(0, min(longestWait, 1 << min(count - 1, 6)) - since)
    }
}
