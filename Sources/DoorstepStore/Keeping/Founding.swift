import DoorstepCore
import GRDB

/// The first entry of a store's journal, and the station that it founds.
struct Founding: Sendable {
    let code: String
    let name: String
    let caseworker: String
    let now: String
    let keys: FoundingKeys

    init(_ station: Station, _ caseworker: String, _ now: String, _ keys: FoundingKeys) {
        code = station.code.withoutNUL
        name = station.name.withoutNUL
        self.caseworker = caseworker.withoutNUL
        self.now = now
        self.keys = keys
    }

    /// The first entry: the station and its keys.
    func write(_ db: Database) throws {
        var content = EntryContent([("code", code), ("name", name)])
        for field in try keys.content.fields { content.add(field.name, field.value) }
        try db.execute(sql: "INSERT INTO station (singleRow, code, name, journal) VALUES (1, ?, ?, 1)", arguments: [code, name])
        let occasion = try Occasion(db, caseworker: caseworker, now: now)
        try occasion.write(.station, subjects: [code], content, db)
    }
}
