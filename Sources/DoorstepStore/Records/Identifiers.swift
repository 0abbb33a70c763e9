import DoorstepCore
import GRDB

/// The identifiers that the station gives to its records.
enum Identifiers {
    /// The next ones of a kind: never given before, and not borne by a record
    /// that brought its own.
    static func take(_ kind: RecordID.Kind, count: Int, station: String, _ db: Database) throws -> [RecordID] {
        var number = try next(kind, db)
        let search = try db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM \(table(kind)) WHERE id = ?)")
        var taken: [RecordID] = []
        taken.reserveCapacity(count)
        while taken.count < count {
            let id = RecordID(station: station, kind: kind, number: number)
            if try Bool.fetchOne(search, arguments: [id.text]) != true { taken.append(id) }
            number += 1
            guard number <= limit else { throw StoreError.damaged(at: Phrase("编号计数 \(kind.rawValue)", "the counter \(kind.rawValue)")) }
        }
        try db.execute(sql: "UPDATE counter SET next = ? WHERE kind = ?", arguments: [number, kind.rawValue])
        return taken
    }

    /// No station comes near it: a counter beyond it was damaged.
    static let limit = 1_000_000_000_000

    /// The name of the fields of an entry that tell of a counter: its kind,
    /// and the number after the last one that was given: `P 13`.
    static let next = "next"

    /// Tells of the counters from which a change may have had the
    /// identifiers of its new records: below what was told, none is ever set
    /// back.
    static func tell(of states: [RecordState], in content: inout EntryContent, _ db: Database) throws {
        let new = Set(states.lazy.filter { $0.revision == 1 }.map(\.kind.rawValue))
        for kind in RecordID.Kind.allCases where kind != .placement && new.contains(table(kind)) {
            let number = try next(kind, db)
            if number > 1 { content.add(next, "\(kind.rawValue) \(number)") }
        }
    }

    static func next(_ kind: RecordID.Kind, _ db: Database) throws -> Int {
        try Int.fetchOne(db, sql: "SELECT next FROM counter WHERE kind = ?", arguments: [kind.rawValue]) ?? 1
    }

    static func table(_ kind: RecordID.Kind) -> String {
        switch kind {
        case .person: RecordKind.person.rawValue
        case .job: RecordKind.job.rawValue
        case .employer: RecordKind.employer.rawValue
        case .placement: "placement"
        }
    }
}
