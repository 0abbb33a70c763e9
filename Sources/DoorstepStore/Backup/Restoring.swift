import CFileSwap
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

/// The path of a store where another is to be put.
private struct StorePlace {
    let path: String
    /// Where what is there now will be.
    let kept: String

    init(path: String, now: String) {
        self.path = path
        let time = now.filter { $0 != "-" && $0 != ":" }
        var name = "\(path).replaced-\(time)"
        var number = 1
        while access(name, F_OK) == 0 || access(name + "-journal", F_OK) == 0 {
            number += 1
            name = "\(path).replaced-\(time)-\(number)"
        }
        kept = name
    }

    /// Puts a file in the place, and what was there beside it.
    ///
    /// While it is done, no program that has the store open can read or
    /// change it; what each finds afterwards, `StationStore.checkPlace()`
    /// tells it.
    ///
    /// - Parameter prepare: makes the file ready and closes it; is told of
    ///   the store that is there, where it can be read.
    func replace<Result>(withIn draft: String, _ prepare: (ReplacedStore?) throws -> Result) throws -> Result {
        guard access(path, F_OK) == 0 else {
            let result = try prepare(nil)
            try rename(draft, to: path)
            try StoreFile(path: path).syncFolder()
            return result
        }
        return try ReplacedStore.whileAlone(path) { replaced in
            let result = try prepare(replaced)
            // What SQLite could not undo belongs to the file that is kept:
            // beside the restored one it would be taken for its own.
            if access(path + "-journal", F_OK) == 0 { try rename(path + "-journal", to: kept + "-journal") }
            // The restored store gets the name that is for the replaced one,
            // and then the two swap.
            try rename(draft, to: kept)
            try swap()
            try StoreFile(path: path).syncFolder()
            return result
        }
    }

    private func swap() throws {
        guard doorstep_swap_files(kept, path) != 0 else { return }
        guard [EINVAL, ENOSYS].contains(errno) else {
            let refusal = DiskRefusal(errno)
            unlink(kept)
            throw BackupError.unwritable(path: path, refusal)
        }
        // A file system that knows no such step: for a moment the store has
        // another name, and gets it back where the second half fails.
        let aside = kept + ".new"
        try rename(kept, to: aside)
        do {
            try rename(path, to: kept)
        } catch {
            unlink(aside)
            throw error
        }
        do {
            try rename(aside, to: path)
        } catch {
            try? rename(kept, to: path)
            unlink(aside)
            throw error
        }
    }

    private func rename(_ one: String, to other: String) throws(BackupError) {
        guard Foundation.rename(one, other) == 0 else { throw .unwritable(path: path, DiskRefusal(errno)) }
    }
}
