import DoorstepCore
import GRDB
import Synchronization

/// A station's store: one SQLite file that holds its records, the ledger of
/// its placements and the journal of every change.
///
/// Nothing is acknowledged before it is on the disk together with its entry
/// in the journal, and nothing is changed without one. Other programs may
/// have the same store open: each change takes the lock for itself alone,
/// and `changes(since:catalogue:)` tells what the others did.
///
/// Every call waits for the disk, so none belongs on the thread that draws.
public final class StationStore: Sendable {
    /// Nil for a store in memory.
    public let path: String?
    /// The code of the station's place, with which the identifiers begin
    /// that it gives.
    public let stationCode: String
    public let stationName: String
    /// The medium or its permissions let the store only be read.
    public let isReadOnly: Bool

    let queue: DatabaseQueue
    private let identity: StoreFile.Identity?
    /// The keys, while the store is unlocked.
    let keys = KeyRing()
    let halt = Mutex<StoreError?>(nil)
    let changeLock: ChangeLock?

    /// How long a change waits for that of another program, in thousandths
    /// of a second.
    public static let usualPatience = 1000

    private init(_ queue: DatabaseQueue, path: String?, isReadOnly: Bool, patience: Int) throws(StoreError) {
        self.queue = queue
        self.path = path
        self.isReadOnly = isReadOnly
        identity = path.flatMap { StoreFile(path: $0).identity }
        changeLock = path.map { ChangeLock(path: $0 + ".lock", patience: patience) }
        do {
            let station = try queue.read { db in
                for setting in SafetySetting.all(isInMemory: path == nil) { try setting.check(db) }
                return try Row.fetchOne(db, sql: "SELECT code, name FROM station")
            }
            guard let station else { throw StoreError.damaged(at: .file) }
            // A store without a passphrase is open to whoever can read it.
            if let slot = try queue.read({ try KeySlots.all($0) }).first(where: { $0.holder == .anybody }) { keys.take(try slot.key(nil)) }
            stationCode = try station.text(0)
            stationName = try station.text(1)
        } catch {
            throw StoreError(error, path: path ?? "")
        }
    }

    // MARK: - Opening

    /// Makes a store, readable to its owner alone.
    ///
    /// It is made under another name and put in its place whole: a founding
    /// that is cut off leaves nothing that would be in the way of the next.
    ///
    /// - Parameters:
    ///   - now: UTC, `2026-11-21T03:04:05Z`, as everywhere in the store.
    ///   - patience: see `usualPatience`.
    /// - Throws: `StoreError.exists` where there is a file already.
    public static func create(
        at path: String, station: Station, caseworker: String, now: String, patience: Int = usualPatience
    ) throws(StoreError) -> StationStore {
        try create(at: path, Founding(station, caseworker, now, FoundingKeys(openly: StoreKey())), patience: patience)
        return try openMade(at: path, patience: patience)
    }

    /// Makes a store that is kept under passphrases, the first of them the
    /// caseworker's; unlocked. Takes about a second and a half, by design.
    ///
    /// - Returns: the store, and the code that opens it where no caseworker
    ///   can: it is told once and stands nowhere else.
    public static func create(
        at path: String, station: Station, caseworker: String, passphrase: Passphrase, now: String, patience: Int = usualPatience
    ) throws(StoreError) -> (store: StationStore, recovery: RecoveryCode) {
        let recovery = RecoveryCode()
        let keys: FoundingKeys
        do { keys = try FoundingKeys(caseworker, passphrase, recovery, .calibrated()) } catch { throw StoreError(error, path: path) }
        try create(at: path, Founding(station, caseworker, now, keys), patience: patience)
        let store = try openMade(at: path, patience: patience)
        store.keys.take(keys.key)
        return (store, recovery)
    }

    static func create(at path: String, _ founding: Founding, patience: Int) throws(StoreError) {
        let file = StoreFile(path: path)
        try file.checkAbsence()
        do {
            try ChangeLock(path: path + ".lock", patience: patience).hold(by: founding.caseworker, since: founding.now) { () throws(ChangeError) in
                do {
                    try file.put { draft in
                        let queue = try DatabaseQueue(path: draft, configuration: configuration(isReadOnly: false))
                        try Schema.migrator(founding: founding).migrate(queue)
                        try queue.close()
                    }
                } catch {
                    throw .store(StoreError(error, path: path))
                }
            }
        } catch .store(let error) {
            throw error
        } catch {
            throw .failed(code: 0)
        }
    }

    /// Opens a store that was just made: whatever the disk does now, it is
    /// there.
    private static func openMade(at path: String, patience: Int) throws(StoreError) -> StationStore {
        do throws(StoreError) {
            return try open(at: path, patience: patience, isReadOnly: false)
        } catch {
            switch error {
            case .failed(let code): throw .uncertain(code: code)
            // What SQLite calls damage right after it was written and synced
            // is a disk that cannot be read.
            case .damaged: throw .uncertain(code: StoreError.ioError)
            default: throw error
            }
        }
    }

    /// Opens a store. One that cannot be written is opened for reading.
    public static func open(at path: String, patience: Int = usualPatience) throws(StoreError) -> StationStore {
        let isWritable = try StoreFile(path: path).inspect()
        return try open(at: path, patience: patience, isReadOnly: !isWritable)
    }

    static func open(at path: String, patience: Int, isReadOnly: Bool) throws(StoreError) -> StationStore {
        do {
            let queue = try DatabaseQueue(
                path: path,
                configuration: configuration(isReadOnly: isReadOnly) { db in
                    // Before anything of another program's file is touched.
                    guard try Int.fetchOne(db, sql: "PRAGMA application_id") == Schema.applicationID else {
                        throw StoreError.notAStore(path: path)
                    }
                    let version = try Schema.version(of: db)
                    guard version <= Schema.version else { throw StoreError.newer(version: version) }
                    guard version == Schema.version || !isReadOnly else { throw StoreError.older(version: version) }
                })
            try bringUpToDate(queue, ChangeLock(path: path + ".lock", patience: patience), path: path)
            return try StationStore(queue, path: path, isReadOnly: isReadOnly, patience: patience)
        } catch {
            if isReadOnly, let error = error as? DatabaseError, [.SQLITE_READONLY, .SQLITE_CANTOPEN].contains(error.resultCode) {
                throw .cutOff(path: path)
            }
            throw StoreError(error, path: path)
        }
    }

    /// Gives a store of an earlier format the tables of this one. Under the
    /// lock: another program may be opening it too.
    private static func bringUpToDate(_ queue: DatabaseQueue, _ lock: ChangeLock, path: String) throws {
        guard try queue.read({ try Schema.version(of: $0) }) < Schema.version else { return }
        do throws(ChangeError) {
            try lock.hold(by: "doorstep", since: "opening") { () throws(ChangeError) in
                do {
                    try Schema.migrator().migrate(queue)
                } catch {
                    throw .store(StoreError(error, path: path))
                }
            }
        } catch {
            if case .store(let cause) = error { throw cause }
            throw error
        }
    }

    /// A store without a file, for the demonstration and for tests.
    public static func inMemory(station: Station, caseworker: String, now: String) throws(StoreError) -> StationStore {
        do {
            let queue = try DatabaseQueue(configuration: configuration(isReadOnly: false))
            try Schema.migrator(founding: Founding(station, caseworker, now, FoundingKeys(openly: StoreKey()))).migrate(queue)
            return try StationStore(queue, path: nil, isReadOnly: false, patience: 0)
        } catch {
            throw StoreError(error, path: "")
        }
    }

    private static func configuration(
        isReadOnly: Bool, first check: @escaping @Sendable (Database) throws -> Void = { _ in }
    ) -> Configuration {
        var configuration = Configuration()
        configuration.readonly = isReadOnly
        // A reader in another program holds a change up for as long as it
        // reads the whole store.
        configuration.busyMode = .timeout(5)
        configuration.prepareDatabase { db in
            try check(db)
            for setting in SafetySetting.all(isInMemory: false) { try setting.set(db) }
        }
        return configuration
    }

    /// Gives the file up; the store can do nothing any more.
    func close() throws(StoreError) {
        do { try queue.close() } catch { throw StoreError(error, path: path ?? "") }
    }

    // MARK: - Access

    /// That the path still leads to the file that was opened: it does not
    /// where a backup was restored meanwhile, and what is read or changed
    /// then would be of the store that was replaced.
    private func checkPlace() throws(StoreError) {
        guard let path, let identity else { return }
        guard StoreFile(path: path).leads(to: identity) else { throw .replaced(path: path) }
    }

    /// Reads from one state of the store, which does not change meanwhile.
    func reading<T>(_ read: (Database) throws -> T) throws(StoreError) -> T {
        try checkPlace()
        do {
            return try queue.read(read)
        } catch {
            let cause = (error as? UnreadableRow)?.storeError ?? StoreError(error, path: path ?? "")
            note(cause)
            throw cause
        }
    }

    /// Changes the store in one transaction, under the lock.
    func changing<T>(by caseworker: String, now: String, _ change: (Database) throws -> T) throws(ChangeError) -> T {
        guard !isReadOnly else { throw .store(.readOnly) }
        try checkHalt()
        do throws(ChangeError) {
            guard let changeLock else { return try transaction(change) }
            return try changeLock.hold(by: caseworker, since: now) { () throws(ChangeError) in try transaction(change) }
        } catch {
            if case .store(let cause) = error { note(cause) }
            throw error
        }
    }

    private func transaction<T>(_ change: (Database) throws -> T) throws(ChangeError) -> T {
        do { try checkPlace() } catch { throw .store(error) }
        var before: Int?
        do {
            return try queue.write { db in
                before = try Int.fetchOne(db, sql: StationStore.latestSequence)
                return try change(db)
            }
        } catch let error as ChangeError {
            throw error
        } catch let error as StepRefusal {
            throw .refused(error)
        } catch let error as ServiceRefusal {
            throw .service(error)
        } catch let error as SavedSearchError {
            throw .search(error)
        } catch {
            let error = StoreError(error, path: path ?? "")
            // A disk that fails after the journal file is gone has let the
            // change through.
            if case .failed(let code) = error, let before, let after = try? sequence(), after > before { throw .store(.uncertain(code: code)) }
            throw .store(error)
        }
    }

    static let latestSequence = "SELECT coalesce(max(sequence), 0) FROM journal"
}
