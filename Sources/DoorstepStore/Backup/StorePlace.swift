import CFileSwap
import DoorstepCore
import Foundation

/// The path of a store where another is to be put.
struct StorePlace {
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
            let hasJournal = access(path + "-journal", F_OK) == 0
            if hasJournal { try rename(path + "-journal", to: kept + "-journal") }
            do {
                // The restored store gets the name that is for the replaced
                // one, and then the two swap.
                try rename(draft, to: kept)
                try swap()
            } catch {
                if hasJournal { try? rename(kept + "-journal", to: path + "-journal") }
                throw error
            }
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
        try swapInSteps()
    }

    /// For a file system that knows no such step: for a moment the store has
    /// another name, and gets it back where the second half fails.
    func swapInSteps() throws {
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
