import DoorstepCore
import Foundation

/// A store's file that somebody copied as it was, and not with a backup.
///
/// One that was copied while a change was being written has some pages from
/// before it and some from after; what undoes the change is in another file.
/// Such a copy never holds: pages, links and commitments contradict one
/// another. One that was copied at rest is as good as the store.
public enum PlainCopy {
    /// Whether a file says that it is of SQLite.
    public static func isOne(_ path: String) throws(BackupError) -> Bool {
        try DiskFile(reading: path).read(16) == Array("SQLite format 3\0".utf8)
    }

    /// Checks everything, in a copy of its own: what is damaged is left as it
    /// is.
    ///
    /// - Parameter folder: where there is room for it.
    /// - Throws: `StoreError.notAStore` where it is another program's.
    public static func check(
        _ path: String, in folder: String = FileManager.default.temporaryDirectory.path, against held: [Checkpoint] = [],
        watch: BackupWatch = .nobody
    ) throws(BackupError) -> Verdict {
        do {
            return try WorkFolder.use(in: folder) { work in
                let copy = work.file("store")
                try transfer(path, to: copy, watch)
                // A change that was cut off can be undone where its journal
                // was copied too.
                if access(path + "-journal", F_OK) == 0 { try transfer(path + "-journal", to: copy + "-journal", watch) }
                try watch.tell(.checking)
                return try verdict(copy, path, against: held)
            }
        } catch {
            throw BackupError(error, store: path)
        }
    }

    private static func transfer(_ path: String, to copy: String, _ watch: BackupWatch) throws(BackupError) {
        let source = try DiskFile(reading: path)
        let target = try DiskFile(making: copy)
        var done = 0
        while true {
            let bytes = try source.read(BackupHeader.chunkLength)
            guard !bytes.isEmpty else { return }
            try target.write(bytes)
            done += bytes.count
            try watch.tell(.opening, done, of: source.size)
        }
    }

    private static func verdict(_ copy: String, _ path: String, against held: [Checkpoint]) throws(StoreError) -> Verdict {
        let store: StationStore
        do throws(StoreError) {
            store = try StationStore.open(at: copy, patience: 0, isReadOnly: false)
        } catch {
            switch error {
            case .notAStore: throw .notAStore(path: path)
            case .damaged, .failed: return found("文件损坏，打不开。", "The file is damaged and does not open.")
            default: throw error
            }
        }
        defer { try? store.close() }
        do throws(StoreError) {
            return try store.verify(against: held)
        } catch {
            // Pages of two moments may be of no table at all.
            guard case .damaged = error else { throw error }
            return found("文件损坏，读不完。", "The file is damaged and cannot be read to its end.")
        }
    }

    private static func found(_ chinese: String, _ english: String) -> Verdict {
        var verdict = Verdict()
        verdict.find(chinese, english)
        return verdict
    }
}
