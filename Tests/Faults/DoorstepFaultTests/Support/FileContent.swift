import GRDB

/// All that a store's file says, read as anybody's tool would read it: the
/// oracle that tells whether a fault has changed anything.
struct FileContent: Equatable {
    private let tables: [String: [String]]
    private let declarations: [String]

    /// What SQLite's own check says of the file.
    let isWhole: Bool

    /// What changes nothing that anyone is told: numbers that are left out
    /// before the next identifier. Of placements none can be.
    private static let unsaid = ["counter.next": "CASE WHEN kind = 'R' OR next NOT BETWEEN 1 AND 1000000000000 THEN next END"]

    /// - Throws: where the file cannot be read.
    init(_ path: String) throws {
        let queue = try DatabaseQueue(path: path)
        defer { try? queue.close() }
        (tables, declarations, isWhole) = try queue.read { db in
            var tables: [String: [String]] = [:]
            for name in try String.fetchAll(db, sql: "SELECT name FROM sqlite_master WHERE type = 'table'") {
                let columns = try db.columns(in: name).map(\.name).map { "quote(\(Self.unsaid["\(name).\($0)"] ?? "\"\($0)\""))" }
                tables[name] = try String.fetchAll(db, sql: "SELECT \(columns.joined(separator: " || ',' || ")) FROM \"\(name)\"").sorted()
            }
            // A declaration in bytes is one to SQLite, and to no tool that lists them.
            let declared = try String.fetchAll(
                db,
                sql: """
                    SELECT type || name || coalesce(sql, '') || typeof(type) || typeof(name) || typeof(tbl_name) || typeof(sql)
                    FROM sqlite_master ORDER BY type, name
                    """)
            let marks = try ["application_id", "user_version"].map { try Int.fetchOne(db, sql: "PRAGMA \($0)").map(String.init) ?? "" }
            let isWhole = (try? String.fetchOne(db, sql: "PRAGMA integrity_check")) == "ok"
            return (tables, declared + marks, isWhole)
        }
    }

    static func == (one: FileContent, other: FileContent) -> Bool {
        one.tables == other.tables && one.declarations == other.declarations
    }
}
