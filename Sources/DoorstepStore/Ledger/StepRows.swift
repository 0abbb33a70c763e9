import DoorstepCore
import Foundation
import GRDB

/// A row of the ledger, with the placement it belongs to.
struct StepRow {
    /// The columns that the log shows; `previous` is the link of the row
    /// before.
    let shown: LedgerRow
    /// As `PersonalPart`.
    let note: [UInt8]
    let noteSalt: [UInt8]
    /// What statistics need of the person at that moment, sealed; empty in
    /// steps of stores of earlier formats.
    let statistics: [UInt8]
    /// The beginning of the person's row, with the key that the note is
    /// sealed under.
    let personal: [UInt8]
    /// The sequence of its entry.
    let journal: Int

    /// Nil where the row holds what no step can.
    func step(_ secrets: Secrets) -> PlacementStep? {
        guard let stage = Stage(rawValue: shown.stage), let date = Day(iso: shown.date), let note = try? note(secrets) else { return nil }
        return PlacementStep(
            number: shown.number, stage: stage, party: Party(rawValue: shown.party), corrects: Int(shown.corrects), date: date, recorded: shown.recorded,
            caseworker: shown.caseworker, note: note, employer: shown.employer, title: shown.title, kind: shown.kind, link: Hex.text(shown.link))
    }

    /// What a row that cannot be read has to say of why: where the person's
    /// key does not open, it is theirs that is damaged.
    func damage(_ secrets: Secrets) -> Phrase {
        do throws(SealError) {
            _ = try PersonalPart.key(personal, person: shown.person, secrets.people)
            return Phrase("推荐台账第 \(shown.number) 步", "step \(shown.number) of the ledger")
        } catch {
            return RecordKind.person.phrase(shown.person)
        }
    }

    /// The note in clear.
    func note(_ secrets: Secrets) throws(SealError) -> String {
        try PersonalPart.note(note, PersonalPart.key(personal, person: shown.person, secrets.people), step: shown.number)
    }
}

/// The ledger, as SQL knows it.
enum StepRows {
    /// Calls `visit` with rows of the ledger, in the order of recording.
    ///
    /// - Parameters:
    ///   - condition: on `step` and `placement`.
    ///   - corrects: the column of corrections, which tables of earlier
    ///     formats have not.
    static func each(
        _ condition: String = "", _ arguments: StatementArguments = [], corrects: String = "corrects", _ db: Database, _ visit: (StepRow) throws -> Void
    ) throws {
        var latest: (number: Int, link: [UInt8]) = (0, LedgerLink.origin)
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT number, placement.id, jobId, personId, stage, party, date, recorded, caseworker, employer, title, kind,
                  link, note, noteSalt, statistics, substr(person.personal, 1, \(1 + PersonKey.length)), step.journal, \(corrects)
                FROM step JOIN placement ON placement.id = placementId JOIN person ON person.id = personId
                \(condition)
                ORDER BY number
                """, arguments: arguments)
        while let row = try rows.next() {
            let number = try row.number(0)
            let previous = try latest.number == number - 1 ? latest.link : link(ofStep: number - 1, db)
            let shown = try LedgerRow(
                number: number, placement: row.text(1), job: row.text(2), person: row.text(3), stage: row.text(4), party: row.text(5),
                date: row.text(6), recorded: row.text(7), caseworker: row.text(8), employer: row.text(9), title: row.text(10),
                kind: row.text(11), corrects: row.numberIfAny(18).map { String($0) } ?? "", previous: previous, link: row.bytes(12))
            latest = (number, shown.link)
            try visit(StepRow(shown: shown, note: row.bytes(13), noteSalt: row.bytes(14), statistics: row.bytes(15), personal: row.bytes(16), journal: row.number(17)))
        }
    }

    static func link(ofStep number: Int, _ db: Database) throws -> [UInt8] {
        let statement = try db.cachedStatement(sql: "SELECT link FROM step WHERE number = ?")
        return try Data.fetchOne(statement, arguments: [number]).map { Array($0) } ?? LedgerLink.origin
    }

    /// The number of the latest step, 0 in an empty ledger.
    static func latestNumber(_ db: Database) throws -> Int {
        try Int.fetchOne(db, sql: "SELECT max(number) FROM step") ?? 0
    }

    /// The placements that the condition selects steps of, each with those
    /// steps, in the order of the first of them.
    static func placements(_ condition: String = "", _ arguments: StatementArguments = [], _ secrets: Secrets, _ db: Database) throws -> [Placement] {
        var placements: [Placement] = []
        var positions: [String: Int] = [:]
        try each(condition, arguments, db) { row in
            guard let step = row.step(secrets), let id = RecordID(row.shown.placement), let job = RecordID(row.shown.job),
                let person = RecordID(row.shown.person)
            else { throw StoreError.damaged(at: row.damage(secrets)) }
            if let position = positions[id.text] {
                placements[position].append(step)
            } else {
                positions[id.text] = placements.count
                placements.append(Placement(id: id, job: job, person: person, first: step))
            }
        }
        return placements
    }
}
