import GRDB

/// All that a store's file says, read as anybody's tool would read it: the
/// oracle that tells whether a fault has changed anything.
struct FileContent: Equatable {
    private let tables: [String: [String]]
    private let declarations: [String]

    /// What SQLite's own check says of the file.
    let isWhole: Bool

    /// What changes nothing that anyone is told: the order in which records
    /// came, and the next free number.
    private static let unsaid: Set<String> = ["position"]
    private static let unsaidTables: Set<String> = ["counter"]

    /// - Throws: where the file cannot be read.
    init(_ path: String) throws {
        let queue = try DatabaseQueue(path: path)
        defer { try? queue.close() }
        (tables, declarations, isWhole) = try queue.read { db in
            var tables: [String: [String]] = [:]
            for name in try String.fetchAll(db, sql: "SELECT name FROM sqlite_master WHERE type = 'table'") where !Self.unsaidTables.contains(name) {
                let columns = try db.columns(in: name).map(\.name).filter { !Self.unsaid.contains($0) }.map { "quote(\"\($0)\")" }
                tables[name] = try String.fetchAll(db, sql: "SELECT \(columns.joined(separator: " || ',' || ")) FROM \"\(name)\"").sorted()
            }
            let declared = try String.fetchAll(db, sql: "SELECT type || name || coalesce(sql, '') FROM sqlite_master ORDER BY type, name")
            let marks = try ["application_id", "user_version"].map { try Int.fetchOne(db, sql: "PRAGMA \($0)").map(String.init) ?? "" }
            let isWhole = (try? String.fetchOne(db, sql: "PRAGMA integrity_check")) == "ok"
            return (tables, declared + marks, isWhole)
        }
    }

    static func == (one: FileContent, other: FileContent) -> Bool {
        one.tables == other.tables && one.declarations == other.declarations
    }
}
