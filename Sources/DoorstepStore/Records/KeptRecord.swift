import DoorstepCore

/// A record as its row keeps it: what is personal is sealed.
struct KeptRecord: Equatable {
    let kind: RecordKind
    let id: String
    let revision: Int
    let salt: [UInt8]
    /// The cells that are not personal, as `CellBlock`.
    let facts: [UInt8]
    /// Of a person, as `PersonalPart`; else empty.
    let personal: [UInt8]
    /// Of a job, its employer's identifier; else empty.
    let employer: String

    init(kind: RecordKind, id: String, revision: Int, salt: [UInt8], facts: [UInt8], personal: [UInt8] = [], employer: String = "") {
        (self.kind, self.id, self.revision, self.salt) = (kind, id, revision, salt)
        (self.facts, self.personal, self.employer) = (facts, personal, employer)
    }

    /// The next revision of a record.
    ///
    /// - Parameter known: the revision before it; nil for a new one.
    init(_ image: RecordImage, after known: KeptRecord?, _ secrets: Secrets) throws(SealError) {
        let revision = (known?.revision ?? 0) + 1
        var personal: [UInt8] = []
        if image.kind == .person {
            let key: PersonKey
            if let known = try known?.key(secrets) { key = known } else { key = try PersonKey(of: image.id, under: secrets.people) }
            personal = try PersonalPart.sealed(image.personal, key, person: image.id, revision: revision)
        }
        self.init(
            kind: image.kind, id: image.id, revision: revision, salt: Commitment.salt(), facts: image.facts, personal: personal,
            employer: image.employer)
    }

    /// The key of the person; nil for other records, and where nothing is
    /// sealed.
    func key(_ secrets: Secrets) throws(SealError) -> PersonKey? {
        kind == .person ? try PersonalPart.key(personal, person: id, secrets.people) : nil
    }

    /// What is kept, in clear.
    func image(_ secrets: Secrets) throws(UnreadableRow) -> RecordImage {
        do throws(SealError) {
            let personal = kind == .person ? try PersonalPart.cells(personal, key(secrets), person: id, revision: revision) : []
            return RecordImage(kind: kind, id: id, facts: facts, personal: personal, employer: employer)
        } catch {
            throw UnreadableRow(self)
        }
    }

    var commitment: [UInt8] { Commitment.of(self) }
}
