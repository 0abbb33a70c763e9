import DoorstepCore
import Foundation

/// What restoring a backup has done.
public struct Restoration: Sendable, Hashable {
    /// What was found in the backup.
    public let verdict: Verdict
    /// Where the file is that was there before; nil where there was none.
    public let kept: String?
    /// How many people were erased once more, since the store that was
    /// replaced had erased them after the backup was made.
    public let erasedAgain: Int
    /// Whether what was replaced could be read. Where not, nobody knows whom
    /// it had erased, or which identifiers it had given.
    public let couldReadReplaced: Bool
}

extension OpenBackup {
    /// Puts the store in the backup in a place, from which it is opened like
    /// any other.
    ///
    /// Everything is checked first, and where anything does not hold, nothing
    /// is changed. The store that is there gives way in one step, while
    /// nobody can change it, and stays beside it under a name with the time.
    /// The journal of the restored store tells of it; who was erased since is
    /// erased again, and identifiers that were given since are not given a
    /// second time.
    ///
    /// - Parameters:
    ///   - now: UTC, as everywhere in the store.
    ///   - patience: see `StationStore.usualPatience`.
    ///   - confirm: asked once the backup is known to hold, where there is
    ///     a file already.
    /// - Throws: `StoreError.locked` while another program changes the store.
    public func restore(
        to path: String, by caseworker: String, now: String, catalogue: Catalogue, patience: Int = StationStore.usualPatience,
        watch: BackupWatch = .nobody, confirm: (Verdict) -> Bool
    ) throws(BackupError) -> Restoration {
        let file = StoreFile(path: path)
        do {
            let isThere = try file.canGiveWay()
            return try WorkFolder.use(in: file.folder) { work in
                let store = try unpack(to: work.file("store"), watch)
                defer { try? store.close() }
                try watch.tell(.checking)
                let verdict = try verdict(store)
                guard verdict.holds else { throw BackupError.findings(path: backup.path, verdict.findings) }
                if isThere, !confirm(verdict) { throw BackupError.declined }
                try watch.tell(.checking)
                return try ChangeLock(path: path + ".lock", patience: patience).holding(by: caseworker, since: now) {
                    guard try file.canGiveWay() == isThere else { throw StoreError.exists(path: path) }
                    let place = StorePlace(path: path, now: now)
                    return try place.replace(withIn: work.file("store")) { replaced in
                        let erasedAgain = try store.take(over: replaced, verdict, by: caseworker, now: now, catalogue: catalogue)
                        try store.close()
                        return Restoration(verdict: verdict, kept: isThere ? place.kept : nil, erasedAgain: erasedAgain, couldReadReplaced: replaced != nil || !isThere)
                    }
                }
            }
        } catch {
            throw BackupError(error, store: path)
        }
    }
}

extension StoreFile {
    /// Whether there is a file, which another may take the place of.
    fileprivate func canGiveWay() throws(StoreError) -> Bool {
        do throws(StoreError) {
            _ = try inspect()
            return true
        } catch {
            switch error {
            case .missing:
                try checkAbsence()
                return false
            // One that nobody may read may be replaced by who owns the folder.
            case .unreadable: return true
            default: throw error
            }
        }
    }
}

extension ChangeLock {
    /// Does work that throws what it likes while nobody else can change the
    /// store.
    func holding<Result>(by caseworker: String, since now: String, _ work: () throws -> Result) throws -> Result {
        let outcome: Swift.Result<Result, any Error> = try hold(by: caseworker, since: now) { () throws(ChangeError) in Swift.Result { try work() } }
        return try outcome.get()
    }
}
