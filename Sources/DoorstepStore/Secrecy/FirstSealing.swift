import DoorstepCore
import Foundation
import GRDB

/// Seals what a store of the first formats has in clear: people and saved
/// searches, as a new revision of each, and the notes of steps, whose new
/// commitments stand in the same entry.
///
/// What is not as the journal tells of it is left as it is: sealed, it would
/// look as if it were.
struct FirstSealing {
    let secrets: Secrets
    let occasion: Occasion

    /// The name of the fields of the entry that tell of a note: the step's
    /// number, and the note's commitment in hexadecimal.
    static let note = "note"

    func run(_ db: Database) throws {
        let states = try sealPeople(db)
        let notes = try sealNotes(db)
        let searches = try sealSearches(db)
        guard !states.isEmpty || !notes.isEmpty || !searches.isEmpty else { return }
        var content = ImportContent.of(states)
        for search in searches { content.add(SearchState.saved, search.entryValue) }
        for note in notes { content.add(FirstSealing.note, note) }
        try occasion.write(.seal, subjects: [], content, db)
    }

    private func sealPeople(_ db: Database) throws -> [RecordState] {
        let ids = try String.fetchAll(db, sql: "SELECT id FROM person ORDER BY position")
        return try ids.compactMap { id in
            guard let row = try RecordRows.find(.person, id, db), row.record.commitment == row.commitment, let image = FirstSealing.image(row.record)
            else { return nil }
            return try RecordRows.put(KeptRecord(image, after: row.record, secrets), after: row, occasion, db)
        }
    }

    /// The cells as they would be kept now: some that are personal stood
    /// among the others once. Nil where nothing is in clear.
    private static func image(_ record: KeptRecord) -> RecordImage? {
        guard let clear = PersonalPart.clear(record.personal), let personal = CellBlock.cells(clear), let facts = CellBlock.cells(record.facts) else { return nil }
        func isPersonal(_ cell: CellBlock.Cell) -> Bool { PersonEntry.column(cell.column)?.isPersonal == true }
        func position(_ cell: CellBlock.Cell) -> Int { PersonEntry.positions[cell.column] ?? .max }
        let all = (personal + facts.filter(isPersonal)).sorted { position($0) < position($1) }
        return RecordImage(
            kind: .person, id: record.id, facts: CellBlock.bytes(facts.filter { !isPersonal($0) }), personal: CellBlock.bytes(all))
    }

    private func sealSearches(_ db: Database) throws -> [SearchState] {
        try SearchRows.all(db).compactMap { row in
            guard let cells = PersonalPart.clear(row.image.personal),
                Commitment.ofSearch(row.image, revision: row.revision, salt: row.salt) == row.commitment
            else { return nil }
            return try SearchRows.put(row.image.search(cells), replacing: row, secrets, occasion, db)
        }
    }

    /// - Returns: what the entry says of each note.
    private func sealNotes(_ db: Database) throws -> [String] {
        var rows: [StepRow] = []
        // Tables of that format know no corrections.
        try StepRows.each(isFirstFormat: true, db) { rows.append($0) }
        guard !rows.isEmpty, let trigger = try String.fetchOne(db, sql: "SELECT sql FROM sqlite_master WHERE name = '\(Schema.stepTrigger)'") else { return [] }
        // The one time that steps are changed.
        try db.execute(sql: "DROP TRIGGER \(Schema.stepTrigger)")
        let notes = try rows.compactMap { try seal($0, db) }
        try db.execute(sql: trigger)
        return notes
    }

    private func seal(_ row: StepRow, _ db: Database) throws -> String? {
        let number = row.shown.number
        let content = try String.fetchOne(db, sql: "SELECT content FROM journal WHERE sequence = ?", arguments: [row.journal])
        guard let text = PersonalPart.clear(row.note), let told = content.flatMap({ EntryContent(text: $0) }),
            told.fields.starts(with: StepContent.of(row).fields), let key = try PersonalPart.key(row.personal, person: row.shown.person, secrets.people)
        else { return nil }
        let sealed = try PersonalPart.sealed(note: String(decoding: text, as: UTF8.self), key, step: number)
        let salt = Commitment.salt()
        try db.execute(sql: "UPDATE step SET note = ?, noteSalt = ? WHERE number = ?", arguments: [Data(sealed), Data(salt), number])
        return "\(number) \(Hex.text(Commitment.ofNote(step: number, salt: salt, note: sealed)))"
    }
}
