import DoorstepCore
import GRDB

extension ChangeMaking {
    /// Takes a person's data away: a last revision that has a place and a day
    /// of registering and nothing else. Their key goes with the row, and with
    /// it the notes of their placements; the steps stay, and with them what
    /// statistics need. Records that were merged into theirs are of the same
    /// person, and go too.
    func erase(_ id: RecordID) throws -> Committed {
        guard let row = try RecordRows.find(.person, id.text, db) else { throw StepRefusal.unknownPerson(id.text) }
        var states: [RecordState] = []
        var erased: Person?
        for id in try MergedRows.group(of: row.record.id, .person, db) {
            guard let row = try RecordRows.find(.person, id, db), !PersonalPart.isErased(row.record.personal) else { continue }
            let known = try reader.person(row.record.image(secrets))
            var rest = Person(id: known.id, name: "", place: known.place, registered: known.registered)
            rest.status = .withdrawn
            // What a merge changed is theirs too; that it was made is not.
            rest.absence = known.absence?.standing.map { .merged(into: $0, MergeTrace()) } ?? known.absence
            let record = KeptRecord(
                kind: .person, id: id, revision: row.record.revision + 1, salt: Commitment.salt(), facts: RecordImage(rest, catalogue).facts,
                personal: PersonalPart.erased)
            states.append(try RecordRows.put(record, after: row, occasion, db))
            erased = erased ?? rest
        }
        guard !states.isEmpty else { return Committed(sequence: occasion.sequence - 1) }
        try occasion.write(.erase, subjects: states.map(\.id), EntryContent(states.map { (RecordState.field, $0.entryValue) }), db)
        return Committed(sequence: occasion.sequence, changed: states.count, person: erased)
    }
}
