import DoorstepCore
import GRDB

/// A PRAGMA that the store's safety rests on: set when a connection is made,
/// and read back once it is open, since SQLite does not report one that it
/// ignores.
struct SafetySetting: Sendable {
    let name: String
    let value: String
    /// What reading it back gives.
    let reads: String

    init(_ name: String, _ value: String, reads: String) {
        self.name = name
        self.value = value
        self.reads = reads
    }

    /// For a file:
    /// - a rollback journal, since Debian's SQLite has a known bug with WAL,
    ///   and there is one file to copy;
    /// - `EXTRA`, since FULL lost the last acknowledged change where the
    ///   journal's removal had not reached the disk at a power cut;
    /// - temporary tables in memory, so that no clear text gets to the disk.
    static func all(isInMemory: Bool) -> [SafetySetting] {
        [
            SafetySetting("journal_mode", "DELETE", reads: isInMemory ? "memory" : "delete"),
            SafetySetting("synchronous", "EXTRA", reads: "3"),
            SafetySetting("foreign_keys", "ON", reads: "1"),
            SafetySetting("trusted_schema", "OFF", reads: "0"),
            SafetySetting("cell_size_check", "ON", reads: "1"),
            SafetySetting("secure_delete", "ON", reads: "1"),
            SafetySetting("temp_store", "MEMORY", reads: "2"),
        ] + (isInMemory ? [] : [SafetySetting("mmap_size", "0", reads: "0")])
    }

    func set(_ db: Database) throws {
        try db.execute(sql: "PRAGMA \(name) = \(value)")
    }

    func readBack(_ db: Database) throws -> String {
        try String.fetchOne(db, sql: "PRAGMA \(name)") ?? ""
    }

    func check(_ db: Database) throws {
        let found = try readBack(db)
        guard found == reads else { throw StoreError.unsafe(setting: name, value: found) }
    }
}
