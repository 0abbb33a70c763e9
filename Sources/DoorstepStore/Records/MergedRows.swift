import DoorstepCore
import GRDB

/// The records that were merged into others, as the tables have them.
///
/// An index holds these rows alone, so that looking for them costs nothing
/// where there are none.
enum MergedRows {
    /// As it stands in `facts`: the name of the cell, with its length before
    /// it.
    static let mark = "x'0006" + Absence.Cell.merged.utf8.map { Hex.text([$0]) }.joined() + "'"

    /// Who stands for each, by identifier.
    static func all(_ kind: RecordKind, _ db: Database) throws -> [String: String] {
        var standing: [String: String] = [:]
        let rows = try Row.fetchCursor(
            try db.cachedStatement(sql: "SELECT id, facts FROM \(kind.rawValue) WHERE instr(facts, \(mark)) > 0"))
        while let row = try rows.next() {
            if let id = merged(try row.bytes(1)) { standing[try row.text(0)] = id }
        }
        return standing
    }

    /// A record and all that were merged into it, itself first.
    static func group(of id: String, _ kind: RecordKind, _ db: Database) throws -> [String] {
        let standing = try all(kind, db)
        guard !standing.isEmpty else { return [id] }
        let merged = Dictionary(grouping: standing.keys.sorted()) { standing[$0] ?? "" }
        var (group, seen) = ([id], Set([id]))
        var next = 0
        while next < group.count {
            for further in merged[group[next]] ?? [] where seen.insert(further).inserted { group.append(further) }
            next += 1
        }
        return group
    }

    /// Who stands for a record; nil where it stands itself.
    static func merged(_ facts: [UInt8]) -> String? {
        CellBlock.cells(facts)?.first { $0.column == Absence.Cell.merged }?.text
    }
}
