import DoorstepCore

/// What is kept of a record, in clear: without what tells its revisions
/// apart, and before anything is sealed.
struct RecordImage: Equatable {
    let kind: RecordKind
    let id: String
    /// The cells that are not personal, as `CellBlock`.
    let facts: [UInt8]
    /// Of a person, the personal cells as `CellBlock`, nothing where they
    /// were erased; else empty.
    let personal: [UInt8]
    /// Of a job, its employer's identifier; else empty.
    let employer: String

    init(kind: RecordKind, id: String, facts: [UInt8], personal: [UInt8] = [], employer: String = "") {
        self.kind = kind
        self.id = id
        self.facts = facts
        self.personal = personal
        self.employer = employer
    }

    init(_ employer: Employer, _ catalogue: Catalogue) {
        let entry = EmployerEntry(employer)
        // Nothing of an employer is sealed, whatever its columns say.
        self.init(
            kind: .employer, id: employer.id.text,
            facts: CellBlock.bytes(entry.cells(personal: false, catalogue) + entry.cells(personal: true, catalogue)))
    }

    init(_ person: Person, _ catalogue: Catalogue) {
        let entry = PersonEntry(person)
        self.init(
            kind: .person, id: person.id.text, facts: CellBlock.bytes(entry.cells(personal: false, catalogue)),
            personal: CellBlock.bytes(entry.cells(personal: true, catalogue)))
    }

    init(_ job: Job, _ catalogue: Catalogue) {
        let entry = JobEntry(job, employer: nil)
        self.init(
            kind: .job, id: job.id.text,
            facts: CellBlock.bytes(entry.cells(personal: false, catalogue) + entry.cells(personal: true, catalogue)),
            employer: job.employer.text)
    }

    /// A distance holds in both directions: the smaller code comes first.
    init(_ distance: Distance, _ catalogue: Catalogue) {
        let codes = [distance.from, distance.to].map { catalogue.places[$0].code }.sorted()
        self.init(
            kind: .distance, id: codes.joined(separator: "-"),
            // One that was taken back says nothing of how far it is.
            facts: CellBlock.bytes(
                [(RecordImage.from, codes[0]), (RecordImage.to, codes[1])] + (distance.metres.map { [(RecordImage.metres, String($0))] } ?? [])))
    }

    static let from = "from"
    static let to = "to"
    static let metres = "metres"
}
