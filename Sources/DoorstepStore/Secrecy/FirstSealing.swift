import DoorstepCore
import Foundation
import GRDB

/// Seals what a store of the first format has in clear: people, as a new
/// revision of each, and the notes of steps, whose new commitments stand in
/// the same entry.
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
        guard !states.isEmpty || !notes.isEmpty else { return }
        var content = ImportContent.of(states)
        for note in notes { content.add(FirstSealing.note, note) }
        try occasion.write(.seal, subjects: [], content, db)
    }

    private func sealPeople(_ db: Database) throws -> [RecordState] {
        let ids = try String.fetchAll(db, sql: "SELECT id FROM person ORDER BY position")
        return try ids.compactMap { id in
            guard let row = try RecordRows.find(.person, id, db), let cells = PersonalPart.clear(row.record.personal),
                row.record.commitment == row.commitment
            else { return nil }
            let image = RecordImage(kind: .person, id: id, facts: row.record.facts, personal: cells)
            return try RecordRows.put(KeptRecord(image, after: row.record, secrets), after: row, occasion, db)
        }
    }

    /// - Returns: what the entry says of each note.
    private func sealNotes(_ db: Database) throws -> [String] {
        var rows: [StepRow] = []
        try StepRows.each("", [], db) { rows.append($0) }
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
