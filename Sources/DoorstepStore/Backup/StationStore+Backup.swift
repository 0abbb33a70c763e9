import DoorstepCore
import Foundation
import GRDB

/// A backup that was made.
public struct BackupReceipt: Sendable, Hashable {
    public let path: String
    /// What was found in it: how many of each there are, and the links that
    /// everything in it hangs on.
    public let verdict: Verdict
    public let bytes: Int
    /// SHA-256 of the file, in hexadecimal.
    public let digest: String
    /// Why the journal does not tell of it: the backup is whole all the
    /// same, and never so much needed as from a disk that takes no more.
    public let unjournalled: StoreError?
}

extension StationStore {
    /// Makes a whole, checked copy of the store while it is in use, sealed
    /// under the store's key: it opens with the same passphrases and the same
    /// recovery code.
    ///
    /// The copy is of one moment, and everything acknowledged before this is
    /// called is in it. It is checked as `verify()` checks a store, sealed,
    /// written beside its place, synced, read back, given its name, and read
    /// back once more; then the journal tells of it. Where anything fails,
    /// nothing is left.
    ///
    /// - Parameters:
    ///   - replacing: whether a file of the name may be replaced.
    ///   - now: UTC, as everywhere in the store.
    public func backUp(
        to path: String, replacing: Bool = false, by caseworker: String, now: String, watch: BackupWatch = .nobody
    ) throws(BackupError) -> BackupReceipt {
        let secrets: Secrets
        do { secrets = try keys() } catch { throw .store(error) }
        let target = try BackupTarget(path, store: self.path, replaces: replacing)
        let (verdict, facts) = try withCopy(near: target, watch) { copy throws(BackupError) in
            try watch.tell(.checking)
            let (verdict, slots) = try StationStore.look(at: copy, try? keys())
            guard verdict.holds else { throw .unsound(findings: verdict.findings) }
            let header = BackupHeader(slots: slots)
            let facts = try target.put { draft in
                try BackupFile.write(copy, to: draft, header, secrets.store, watch)
            } thenLook: { path, facts in
                do throws(BackupError) {
                    guard try BackupFile.read(path, header, secrets.store, .readingBack, watch) == facts else { throw .differs(path: path) }
                } catch .damaged {
                    throw BackupError.differs(path: path)
                }
            }
            return (verdict, facts)
        }
        let unjournalled = journal(verdict, facts, secrets, by: caseworker, now: now)
        return BackupReceipt(path: path, verdict: verdict, bytes: facts.bytes, digest: Hex.text(facts.digest), unjournalled: unjournalled)
    }

    /// Does something with a copy of the store's file, which holds one
    /// moment of it. What is personal is sealed in it as in the store.
    private func withCopy<Result>(
        near target: BackupTarget, _ watch: BackupWatch, _ work: (_ copy: String) throws(BackupError) -> Result
    ) throws(BackupError) -> Result {
        var places = [target.folder]
        // Beside the store first: a stick is slow, and lent. But not where
        // the copy would take the room that the next change needs.
        if let path, let size = StoreFile(path: path).size, WorkFolder.hasRoom(in: StoreFile(path: path).folder, for: size + StationStore.roomForChanges) {
            places.insert(StoreFile(path: path).folder, at: 0)
        }
        for place in places {
            try watch.tell(.copying)
            do {
                return try WorkFolder.use(in: place) { folder in
                    let copy = folder.file("copy")
                    // SQLite fills an empty file and makes none, so that it
                    // is never readable to others.
                    _ = try DiskFile(making: copy)
                    do {
                        try self.copy(to: copy)
                    } catch {
                        throw BackupError(error, store: path ?? "")
                    }
                    return try work(copy)
                }
            } catch let error as BackupError {
                guard place != places.last, error.isForWantOfRoom(in: place) else { throw error }
            } catch {
                throw BackupError(error, store: path ?? "")
            }
        }
        throw .store(.readOnly)
    }

    /// In bytes.
    private static let roomForChanges = 16 << 20

    private func copy(to path: String) throws {
        func vacuum() throws {
            try queue.writeWithoutTransaction { db in try db.execute(sql: "VACUUM INTO ?", arguments: [path]) }
        }
        do {
            try vacuum()
        } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY {
            // Somebody changes the store without a pause. While the lock is
            // held, nobody does.
            guard let changeLock else { throw error }
            try changeLock.hold(by: "backup", since: "") { () throws(ChangeError) in
                do { try vacuum() } catch { throw .store(StoreError(error, path: self.path ?? "")) }
            }
        }
    }

    /// Checks a copy, which nobody else has open.
    static func look(at copy: String, _ secrets: Secrets?) throws(BackupError) -> (Verdict, [KeySlot]) {
        do {
            var configuration = Configuration()
            configuration.readonly = true
            configuration.prepareDatabase { db in
                for setting in SafetySetting.all(isInMemory: false) where setting.name != "journal_mode" { try setting.set(db) }
            }
            let queue = try DatabaseQueue(path: copy, configuration: configuration)
            let found = try queue.read { db in
                var verdict = Verdict()
                try StoreVerification.run(db, secrets, &verdict)
                return (verdict, try KeySlots.all(db))
            }
            try queue.close()
            return found
        } catch {
            throw BackupError(error, store: copy)
        }
    }

    /// - Returns: why it could not be noted.
    private func journal(_ verdict: Verdict, _ facts: BackupFile.Facts, _ secrets: Secrets, by caseworker: String, now: String) -> StoreError? {
        let content = EntryContent([
            ("sequence", String(verdict.entries)), ("head", verdict.head), ("bytes", String(facts.bytes)), ("digest", Hex.text(facts.digest)),
        ])
        do {
            try changing(by: caseworker, now: now) { db in
                try Checkpoints.makeDaily(station: stationCode, now: now, secrets, db)
                try Occasion(db, caseworker: caseworker, now: now).write(.backup, subjects: [], content, db)
            }
            return nil
        } catch {
            if case .store(let cause) = error { return cause }
            return .failed(code: 0)
        }
    }
}

extension BackupError {
    /// Whether the temporary copy could not be made in a folder, which says
    /// nothing of another.
    fileprivate func isForWantOfRoom(in folder: String) -> Bool {
        switch self {
        case .store(.diskFull), .store(.readOnly): true
        case .unwritable(let path, _): path.hasPrefix(folder)
        default: false
        }
    }
}
