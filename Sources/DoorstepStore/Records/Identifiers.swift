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
        }
        try db.execute(sql: "UPDATE counter SET next = ? WHERE kind = ?", arguments: [number, kind.rawValue])
        return taken
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
