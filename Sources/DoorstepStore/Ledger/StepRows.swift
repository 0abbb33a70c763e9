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
    ///
    /// - Parameter catalogue: nil where nobody asks for the step's facts.
    func step(_ secrets: Secrets, _ catalogue: Catalogue? = nil) -> PlacementStep? {
        let reason = StepReason(rawValue: shown.reason)
        guard let stage = Stage(rawValue: shown.stage), let date = Day(iso: shown.date), let note = try? note(secrets),
            let evidence = Evidence(text: shown.evidence), shown.reason.isEmpty || reason != nil
        else { return nil }
        var facts: StepFacts?
        if let catalogue, !statistics.isEmpty {
            guard let opened = StepStatistics(statistics, step: shown.number, secrets.statistics) else { return nil }
            facts = opened.facts(catalogue)
        }
        return PlacementStep(
            number: shown.number, stage: stage, party: Party(rawValue: shown.party), corrects: Int(shown.corrects), date: date, recorded: shown.recorded,
            caseworker: shown.caseworker, note: note, reason: reason, evidence: evidence, facts: facts, employer: shown.employer,
            title: shown.title, kind: shown.kind, link: Hex.text(shown.link))
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
    ///   - isFirstFormat: the table has no columns of corrections, reasons
    ///     and evidence.
    static func each(
        _ condition: String = "", _ arguments: StatementArguments = [], isFirstFormat: Bool = false, _ db: Database, _ visit: (StepRow) throws -> Void
    ) throws {
        let added = isFirstFormat ? "NULL, '', ''" : "corrects, reason, evidence"
        var latest: (number: Int, link: [UInt8]) = (0, LedgerLink.origin)
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT number, placement.id, jobId, personId, stage, party, date, recorded, caseworker, employer, title, kind,
                  link, note, noteSalt, statistics, substr(person.personal, 1, \(1 + PersonKey.length)), step.journal, \(added)
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
                kind: row.text(11), corrects: row.numberIfAny(18).map { String($0) } ?? "", reason: row.text(19), evidence: row.text(20),
                previous: previous, link: row.bytes(12))
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
    ///
    /// - Parameter catalogue: nil where nobody asks for the facts of steps,
    ///   which are sealed and take their time.
    static func placements(
        _ condition: String = "", _ arguments: StatementArguments = [], facts catalogue: Catalogue? = nil, _ secrets: Secrets, _ db: Database
    ) throws -> [Placement] {
        var gathered = GatheredPlacements()
        var rows: [StepRow] = []
        func gather() throws {
            // What is sealed is opened on all processors, some rows at a time.
            let steps = rows.mapOnAllProcessors(portion: 256) { $0.step(secrets, catalogue) }
            for (row, step) in zip(rows, steps) {
                guard let step, gathered.add(step, row.shown) else { throw StoreError.damaged(at: row.damage(secrets)) }
            }
            rows.removeAll(keepingCapacity: true)
        }
        try each(condition, arguments, db) { row in
            rows.append(row)
            if rows.count == mostAtOnce { try gather() }
        }
        try gather()
        return gathered.placements
    }

    private static let mostAtOnce = 4096
}

/// Placements made of their steps, one by one.
struct GatheredPlacements {
    private(set) var placements: [Placement] = []
    private var positions: [String: Int] = [:]

    /// - Returns: false where the row names no placement, job or person.
    mutating func add(_ step: PlacementStep, _ row: LedgerRow) -> Bool {
        if let position = positions[row.placement] {
            placements[position].append(step)
            return true
        }
        guard let id = RecordID(row.placement), let job = RecordID(row.job), let person = RecordID(row.person) else { return false }
        positions[row.placement] = placements.count
        placements.append(Placement(id: id, job: job, person: person, first: step))
        return true
    }
}
