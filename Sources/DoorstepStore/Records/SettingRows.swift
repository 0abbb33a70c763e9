import GRDB

/// The table of settings, as SQL knows it.
enum SettingRows {
    /// Every value by its name.
    static func all(_ db: Database) throws -> [String: String] {
        try Row.fetchAll(db, sql: "SELECT name, value FROM setting").reduce(into: [:]) { $0[try $1.text(0)] = try $1.text(1) }
    }

    /// Nil where nothing is set.
    static func value(_ name: String, _ db: Database) throws -> String? {
        try Row.fetchOne(db, sql: "SELECT value FROM setting WHERE name = ?", arguments: [name]).map { try $0.text(0) }
    }

    static func put(_ name: String, _ value: String, _ occasion: Occasion, _ db: Database) throws {
        try db.execute(
            sql: """
                INSERT INTO setting (name, value, journal) VALUES (?, ?, ?)
                ON CONFLICT (name) DO UPDATE SET value = excluded.value, journal = excluded.journal
                """, arguments: [name, value, occasion.sequence])
    }
}
