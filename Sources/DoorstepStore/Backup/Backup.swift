import DoorstepCore
import Foundation

/// A backup's file, before anybody has said a passphrase.
///
/// Its beginning has been looked at and holds; how it is made is written at
/// `BackupHeader`.
public struct Backup: Sendable {
    public let path: String
    let header: BackupHeader

    /// Whether a file says that it is a backup.
    public static func isOne(_ path: String) throws(BackupError) -> Bool {
        BackupHeader.begins(try DiskFile(reading: path).read(64))
    }

    /// - Throws: `BackupError.notABackup`, `newer`, or `damaged` where its
    ///   beginning does not hold.
    public init(at path: String) throws(BackupError) {
        self.path = path
        header = try BackupHeader(DiskFile(reading: path))
    }

    public var needsPassphrase: Bool { !header.slots.contains { $0.holder == .anybody } }

    /// Whose passphrases open it.
    public var caseworkers: [String] { header.slots.caseworkers }

    /// Opens it, as slowly as its keys are strong.
    ///
    /// - Parameters:
    ///   - passphrase: of the caseworker, or the recovery code; nil where it
    ///     needs none.
    ///   - caseworker: nil where there is only one.
    /// - Throws: `StoreError.wrongPassphrase`, `unknownCaseworker`.
    public func open(_ passphrase: Passphrase?, as caseworker: String?) throws(StoreError) -> OpenBackup {
        guard let passphrase, needsPassphrase else {
            guard let slot = header.slots.first(where: { $0.holder == .anybody }), let key = try? slot.key(nil) else { throw .sealed }
            return OpenBackup(backup: self, key: key, caseworker: nil)
        }
        let (slot, typed) = try header.slots.slot(for: passphrase, of: caseworker)
        do throws(SealError) {
            return OpenBackup(backup: self, key: try slot.key(typed), caseworker: slot.holder == .recovery ? caseworker : slot.holder.name)
        } catch {
            throw .wrongPassphrase(wait: 0)
        }
    }
}

/// A backup whose key is known.
public struct OpenBackup: Sendable {
    public let backup: Backup
    let key: StoreKey
    /// Whose passphrase it was, where it was somebody's.
    public let caseworker: String?

    /// Checks everything: that each chunk is the one that belongs there, and
    /// that the store in it holds, as `StationStore.verify()` checks one.
    ///
    /// - Parameters:
    ///   - folder: where there is room for the store's file, which is there
    ///     only meanwhile, and for nobody else.
    ///   - held: checkpoints that somebody else has kept.
    /// - Throws: `BackupError.damaged` where it is not what was written.
    public func check(
        in folder: String = FileManager.default.temporaryDirectory.path, against held: [Checkpoint] = [], watch: BackupWatch = .nobody
    ) throws(BackupError) -> Verdict {
        do {
            return try WorkFolder.use(in: folder) { work in
                let store = try unpack(to: work.file("store"), watch)
                defer { try? store.close() }
                try watch.tell(.checking)
                return try verdict(store, against: held)
            }
        } catch {
            throw BackupError(error, store: backup.path)
        }
    }

    /// Puts the store's file somewhere, on the disk, and opens it.
    func unpack(to path: String, _ watch: BackupWatch) throws(BackupError) -> StationStore {
        let file = try DiskFile(making: path)
        _ = try BackupFile.read(backup.path, backup.header, key, .opening, watch) { bytes throws(BackupError) in try file.write(bytes) }
        try file.sync()
        do throws(StoreError) {
            // One of an earlier format is brought to this program's.
            let store = try StationStore.open(at: path, patience: 0, isReadOnly: false)
            store.keys.take(key)
            return store
        } catch {
            switch error {
            case .notAStore, .damaged: throw .damaged(path: backup.path, at: Phrase("里面不是台站数据", "what is in it is no store"))
            default: throw .store(error)
            }
        }
    }

    func verdict(_ store: StationStore, against held: [Checkpoint] = []) throws(BackupError) -> Verdict {
        do throws(StoreError) {
            var verdict = try store.verify(against: held)
            let inside = try store.reading { try KeySlots.all($0).map(\.digest) }
            if Set(inside) != Set(backup.header.slots.map(\.digest)) {
                verdict.find("备份开头的钥匙不是里面台站数据的钥匙。", "The keys that the backup begins with are not those of the store in it.")
            }
            return verdict
        } catch {
            throw .store(error)
        }
    }
}
