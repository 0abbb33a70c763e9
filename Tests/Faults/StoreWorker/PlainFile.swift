import GRDB

/// A table of numbers in a file of its own, kept with the settings that are
/// asked for: what happens to a store that is kept with weaker ones.
struct PlainFile {
    let queue: DatabaseQueue

    init(_ path: String, journal: String, synchronous: String) throws {
        var configuration = Configuration()
        configuration.prepareDatabase { db in
            try db.execute(sql: "PRAGMA journal_mode = \(journal); PRAGMA synchronous = \(synchronous)")
        }
        queue = try DatabaseQueue(path: path, configuration: configuration)
        try queue.write { try $0.execute(sql: "CREATE TABLE IF NOT EXISTS entry (number INTEGER PRIMARY KEY, text TEXT NOT NULL)") }
    }

    /// - Returns: the number of the row.
    func add() throws -> Int {
        try queue.write { db in
            try db.execute(sql: "INSERT INTO entry (text) VALUES (?)", arguments: [String(repeating: "长", count: 100)])
            return Int(db.lastInsertedRowID)
        }
    }

    /// How many rows there are, if the file is whole.
    static func count(_ path: String) throws -> Int? {
        let queue = try DatabaseQueue(path: path)
        return try queue.read { db in
            guard try String.fetchOne(db, sql: "PRAGMA integrity_check") == "ok" else { return nil }
            return try Int.fetchOne(db, sql: "SELECT count(*) FROM entry")
        }
    }
}
