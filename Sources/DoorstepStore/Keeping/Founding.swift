import DoorstepCore
import GRDB

/// The first entry of a store's journal, and the station that it founds.
struct Founding: Sendable {
    let code: String
    let name: String
    let caseworker: String
    let now: String

    init(code: String, name: String, caseworker: String, now: String) {
        self.code = code.withoutNUL
        self.name = name.withoutNUL
        self.caseworker = caseworker
        self.now = now
    }

    var content: EntryContent {
        EntryContent([("code", code), ("name", name)])
    }

    func write(_ db: Database) throws {
        try db.execute(sql: "INSERT INTO station (singleRow, code, name, journal) VALUES (1, ?, ?, 1)", arguments: [code, name])
        let occasion = try Occasion(db, caseworker: caseworker, now: now)
        try occasion.write(.station, subjects: [code], content, db)
    }
}
