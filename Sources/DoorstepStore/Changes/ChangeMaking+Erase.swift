import DoorstepCore
import GRDB

extension ChangeMaking {
    /// Takes a person's data away: a last revision that has a place and a day
    /// of registering and nothing else. Their key goes with the row, and with
    /// it the notes of their placements; the steps stay, and with them what
    /// statistics need.
    func erase(_ id: RecordID) throws -> Committed {
        guard let row = try RecordRows.find(.person, id.text, db) else { throw StepRefusal.unknownPerson(id.text) }
        guard !PersonalPart.isErased(row.record.personal) else { return Committed(sequence: occasion.sequence - 1) }
        let known = try reader.person(row.record.image(secrets))
        var rest = Person(id: known.id, name: "", place: known.place, registered: known.registered)
        rest.status = .withdrawn
        let record = KeptRecord(
            kind: .person, id: id.text, revision: row.record.revision + 1, salt: Commitment.salt(), facts: RecordImage(rest, catalogue).facts,
            personal: PersonalPart.erased)
        let state = try RecordRows.put(record, after: row, occasion, db)
        try occasion.write(.erase, subjects: [id.text], EntryContent([(RecordState.field, state.entryValue)]), db)
        return Committed(sequence: occasion.sequence, changed: 1, person: rest)
    }
}
