import Crypto
import DoorstepCore

/// A row of the table of services.
struct ServiceRow {
    let number: Int
    let kind: String
    /// One of the two is empty.
    let person: String
    let job: String
    let placement: String
    let outcome: String
    let again: String
    let takesBack: String
    let date: String
    let recorded: String
    let caseworker: String
    /// As `PersonalPart`.
    let note: [UInt8]
    let noteSalt: [UInt8]
    /// The beginning of the person's row, with the key that the note is
    /// sealed under; empty of a job's.
    let personal: [UInt8]
    /// The sequence of its entry.
    let journal: Int

    /// Nil where the row holds what no service can.
    func service(_ secrets: Secrets) -> Service? {
        guard let note = try? note(secrets) else { return nil }
        return service(note: note)
    }

    /// As the other, with another note.
    func service(note: String) -> Service? {
        let subject = person.isEmpty ? RecordID(job).map(Service.Subject.job) : RecordID(person).map(Service.Subject.person)
        let (placementID, outcome, again) = (RecordID(placement), CallOutcome(rawValue: outcome), Day(iso: again))
        guard let subject, let kind = ServiceKind(rawValue: kind), let date = Day(iso: date),
            placement.isEmpty == (placementID == nil), self.outcome.isEmpty == (outcome == nil), self.again.isEmpty == (again == nil)
        else { return nil }
        let draft = ServiceDraft(
            subject, kind, outcome: outcome, placement: placementID, again: again, takesBack: Int(takesBack), date: date, note: note)
        return Service(number: number, draft, recorded: recorded, caseworker: caseworker)
    }

    /// The note in clear; empty where the person was erased.
    func note(_ secrets: Secrets) throws(SealError) -> String {
        guard person.isEmpty else {
            return try PersonalPart.note(note, PersonalPart.key(personal, person: person, secrets.people)?.key, service: number)
        }
        return try PersonalPart.note(note, secrets.services, service: number)
    }

    /// What the journal says of it: all of it but the note, of which it holds
    /// the commitment.
    var content: EntryContent {
        EntryContent([
            (Field.number, String(number)), (Field.kind, kind), (Field.person, person), (Field.job, job), (Field.placement, placement),
            (Field.outcome, outcome), (Field.again, again), (Field.takesBack, takesBack), (Field.date, date), (Field.recorded, recorded),
            (Field.caseworker, caseworker), (Field.note, Hex.text(Commitment.ofNote(service: number, salt: noteSalt, note: note))),
        ])
    }

    /// As an entry tells of it, without the note; nil where it tells of none.
    init?(_ content: EntryContent, journal: Int) {
        func text(_ name: String) -> String { content[name] ?? "" }
        guard let number = Int(text(Field.number)) else { return nil }
        self.init(
            number: number, kind: text(Field.kind), person: text(Field.person), job: text(Field.job), placement: text(Field.placement),
            outcome: text(Field.outcome), again: text(Field.again), takesBack: text(Field.takesBack), date: text(Field.date),
            recorded: text(Field.recorded), caseworker: text(Field.caseworker), note: PersonalPart.erased, noteSalt: [], personal: [],
            journal: journal)
    }

    private enum Field {
        static let number = "number"
        static let kind = "kind"
        static let person = "person"
        static let job = "job"
        static let placement = "placement"
        static let outcome = "outcome"
        static let again = "again"
        static let takesBack = "takes_back"
        static let date = "date"
        static let recorded = "recorded"
        static let caseworker = "caseworker"
        static let note = "note"
    }

    init(
        number: Int, kind: String, person: String, job: String, placement: String, outcome: String, again: String, takesBack: String, date: String,
        recorded: String, caseworker: String, note: [UInt8], noteSalt: [UInt8], personal: [UInt8], journal: Int
    ) {
        self.number = number
        self.kind = kind
        self.person = person
        self.job = job
        self.placement = placement
        self.outcome = outcome
        self.again = again
        self.takesBack = takesBack
        self.date = date
        self.recorded = recorded
        self.caseworker = caseworker
        self.note = note
        self.noteSalt = noteSalt
        self.personal = personal
        self.journal = journal
    }
}
