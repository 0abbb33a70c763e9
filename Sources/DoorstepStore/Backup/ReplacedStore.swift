import DoorstepCore
import Foundation
import GRDB

/// What the store that gives way to a restored one knew and the restored one
/// must not forget.
struct ReplacedStore {
    /// The link of its first entry: two stores with the same one have a
    /// common past.
    private let founding: [UInt8]
    private let sequence: Int
    private let head: [UInt8]
    /// The identifiers of the people it has erased.
    private let erased: [String]
    /// By kind, the next number of identifiers.
    private let counters: [(kind: String, next: Int)]

    /// Does something while no other program reads or changes the store.
    ///
    /// Opening it has SQLite undo a change that was cut off; the work is told
    /// nothing of a store that cannot be read.
    static func whileAlone<Result>(_ path: String, _ work: (ReplacedStore?) throws -> Result) throws -> Result {
        let queue: DatabaseQueue
        do {
            queue = try DatabaseQueue(path: path, configuration: configuration)
        } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY {
            throw error
        } catch {
            return try work(nil)
        }
        defer { try? queue.close() }
        return try queue.writeWithoutTransaction { db in
            do {
                try db.execute(sql: "BEGIN EXCLUSIVE")
            } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY {
                throw error
            } catch {
                return try work(nil)
            }
            // Nothing was changed: there is nothing to be kept or undone, and
            // the file may have another name by then.
            defer { try? db.execute(sql: "ROLLBACK") }
            return try work(try? ReplacedStore(db))
        }
    }

    private static var configuration: Configuration {
        var configuration = Configuration()
        configuration.busyMode = .timeout(5)
        return configuration
    }

    private init(_ db: Database) throws {
        let first = try Row.fetchOne(db, sql: "SELECT link FROM journal WHERE sequence = 1")
        let last = try Row.fetchOne(db, sql: "SELECT sequence, link FROM journal ORDER BY sequence DESC LIMIT 1")
        guard let first, let last else { throw StoreError.damaged(at: .file) }
        (founding, sequence, head) = (try first.bytes(0), try last.number(0), try last.bytes(1))
        erased = try Row.fetchAll(db, sql: "SELECT subjects FROM journal WHERE kind = ? ORDER BY sequence", arguments: [EntryKind.erase.rawValue])
            .flatMap { try $0.text(0).split(separator: "\t").map(String.init) }
        counters = try Row.fetchAll(db, sql: "SELECT kind, next FROM counter").map { (try $0.text(0), try $0.number(1)) }
    }

    /// Whether a store went on from a state that this one went on from too.
    func hasCommonPast(with db: Database) throws -> Bool {
        try Row.fetchOne(db, sql: "SELECT link FROM journal WHERE sequence = 1")?.bytes(0) == founding
    }

    /// Sees to it that no identifier is given a second time.
    ///
    /// - Returns: the counters, as the entry tells of them.
    func passOnCounters(_ db: Database) throws -> [(name: String, value: String)] {
        for counter in counters where counter.next <= Identifiers.limit {
            try db.execute(sql: "UPDATE counter SET next = max(next, ?) WHERE kind = ?", arguments: [counter.next, counter.kind])
        }
        return try RecordID.Kind.allCases.map { (Identifiers.next, "\($0.rawValue) \(try Identifiers.next($0, db))") }
    }

    /// Whom it has erased and the store in the transaction has not.
    func toErase(_ db: Database) throws -> [String] {
        try erased.filter { id in
            guard let personal = try Row.fetchOne(db, sql: "SELECT personal FROM person WHERE id = ?", arguments: [id])?.bytes(0) else { return false }
            return !PersonalPart.isErased(personal)
        }
    }

    /// What the journal of the restored store says of it.
    var fields: [(name: String, value: String)] { [(ReplacedStore.sequence, String(sequence)), ("replaced_head", Hex.text(head))] }

    static let sequence = "replaced_sequence"
}

extension StationStore {
    /// Makes a store that was in a backup ready for the place of another.
    ///
    /// - Parameter verdict: of what was in the backup.
    /// - Returns: how many people were erased again.
    func take(
        over replaced: ReplacedStore?, _ verdict: Verdict, by caseworker: String, now: String, catalogue: Catalogue
    ) throws(ChangeError) -> Int {
        let toErase = try changing(by: caseworker, now: now) { db in
            let replaced = try replaced.flatMap { try $0.hasCommonPast(with: db) ? $0 : nil }
            var content = EntryContent([("sequence", String(verdict.entries)), ("head", verdict.head)])
            for field in replaced?.fields ?? [] { content.add(field.name, field.value) }
            for field in try replaced?.passOnCounters(db) ?? [] { content.add(field.name, field.value) }
            try Occasion(db, caseworker: caseworker, now: now).write(.restore, subjects: [], content, db)
            return try replaced?.toErase(db) ?? []
        }
        for id in toErase.compactMap({ RecordID($0) }) {
            // Erasing is dated by nothing but its entry's time.
            _ = try commit(.erase(id), by: caseworker, now: now, day: Day(iso: now.prefix(10)) ?? Day(number: 0), catalogue: catalogue)
        }
        return toErase.count
    }
}
