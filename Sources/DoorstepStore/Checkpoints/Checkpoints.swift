import Foundation
import GRDB

/// The checkpoints that a store has made, as SQL knows them.
enum Checkpoints {
    /// Signs the state that the transaction has come to, and keeps it.
    static func make(_ sheet: SheetStatement? = nil, station: String, now: String, _ secrets: Secrets, _ db: Database) throws -> Checkpoint {
        let entry = try Row.fetchOne(db, sql: "SELECT sequence, link FROM journal ORDER BY sequence DESC LIMIT 1")
        let steps = try StepRows.latestNumber(db)
        let state = Checkpoint.State(
            station: station, time: now, entries: try entry?.number(0) ?? 0, journal: try entry?.bytes(1) ?? JournalLink.origin,
            steps: steps, ledger: try StepRows.link(ofStep: steps, db), previous: try latest(db)?.digest ?? JournalLink.origin)
        let signing = try secrets.store.signing()
        // What a sheet was asked for by can name a person: the store keeps
        // the state alone, and what was said of the sheet goes with it.
        let kept = try Checkpoint(state, sheet: nil, signing)
        try db.execute(
            sql: "INSERT INTO checkpoint (number, day, text) VALUES ((SELECT coalesce(max(number), 0) + 1 FROM checkpoint), ?, ?)",
            arguments: [day(now), kept.text])
        return try sheet.map { try Checkpoint(state, sheet: $0, signing) } ?? kept
    }

    /// The day's first, before its first change.
    static func makeDaily(station: String, now: String, _ secrets: Secrets, _ db: Database) throws {
        let latest = try String.fetchOne(db, sql: "SELECT day FROM checkpoint ORDER BY number DESC LIMIT 1")
        if latest != day(now) { _ = try make(station: station, now: now, secrets, db) }
    }

    private static func day(_ now: String) -> String { String(now.prefix(10)) }

    static func rows(_ db: Database) throws -> [(number: Int, day: String, checkpoint: Checkpoint)] {
        try Row.fetchAll(db, sql: "SELECT number, day, text FROM checkpoint ORDER BY number").map { row in
            (try row.number(0), try row.text(1), try checkpoint(row.text(2)))
        }
    }

    private static func latest(_ db: Database) throws -> Checkpoint? {
        try String.fetchOne(db, sql: "SELECT text FROM checkpoint ORDER BY number DESC LIMIT 1").map { try checkpoint($0) }
    }

    private static func checkpoint(_ text: String) throws -> Checkpoint {
        guard let checkpoint = Checkpoint(text: text) else { throw StoreError.damaged(at: .checkpoints) }
        return checkpoint
    }
}
