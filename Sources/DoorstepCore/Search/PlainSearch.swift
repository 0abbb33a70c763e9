/// Finds records by words: a record fits where it contains every word, and
/// none of those with a `!` in front.
public struct PlainSearch: Hashable, Sendable {
    /// In lower case and half-width.
    public let wanted: [String]
    public let unwanted: [String]

    init(wanted: [String], unwanted: [String]) { (self.wanted, self.unwanted) = (wanted, unwanted) }

    /// - Parameter query: words with blanks between; empty fits everything.
    public init(_ query: String) {
        var words: [String] = []
        var unwanted: [String] = []
        for part in PlainText.halfWidth(query).lowercased().split(whereSeparator: \.isWhitespace) {
            if part.first == "!", part.count > 1 { unwanted.append(String(part.dropFirst())) } else { words.append(String(part)) }
        }
        self.init(wanted: words, unwanted: unwanted)
    }

    public var isEmpty: Bool { wanted.isEmpty && unwanted.isEmpty }

    /// - Parameter text: what `SearchText` makes of a record.
    public func fits(_ text: String) -> Bool {
        wanted.allSatisfy { PlainText.holds(text, $0) } && !unwanted.contains { PlainText.holds(text, $0) }
    }
}

/// What of a record can be searched for, in lower case and half-width.
public struct SearchText: Sendable {
    private let catalogue: Catalogue

    public init(_ catalogue: Catalogue) {
        self.catalogue = catalogue
    }

    public func of(_ person: Person) -> String {
        var parts = [person.id.text, person.name, person.telephone, person.identityNumber?.text ?? "", person.note]
        parts.append(catalogue.places.fullName(person.place))
        parts += person.skills.map { catalogue.skills.title($0.name) }
        parts += person.certificates.map { catalogue.certificates.title($0.name) }
        parts += person.wants.map { catalogue.skills.title($0) }
        parts += person.recordedGroups.members.map { catalogue.groups[$0].name.chinese }
        parts += person.extras.texts
        return joined(parts)
    }

    public func of(_ job: Job, employer: Employer?) -> String {
        var parts = [job.id.text, job.title, employer?.name ?? "", job.telephone, job.contact, job.note]
        parts.append(catalogue.places.fullName(job.place))
        parts += job.occupation.map { [catalogue.skills.title($0)] } ?? []
        parts += job.kind.map { [catalogue.kinds[$0].name.chinese] } ?? []
        parts += job.skills.map { catalogue.skills.title($0.name) }
        parts += job.certificates.map { catalogue.certificates.title($0) }
        parts += job.extras.texts
        return joined(parts)
    }

    public func of(_ employer: Employer) -> String {
        joined([
            employer.id.text, employer.name, employer.creditCode?.text ?? "", employer.contact, employer.telephone, employer.note,
            employer.barred, employer.place.map { catalogue.places.fullName($0) } ?? "",
        ])
    }

    public func of(_ placement: Placement, person: Person?) -> String {
        let step = placement.latest
        return joined([
            placement.id.text, placement.job.text, placement.person.text, person?.name ?? "", person?.telephone ?? "", step.employer, step.title,
            step.stage.phrase(by: step.party).chinese, step.stage.phrase(by: step.party).english, step.note,
        ])
    }

    /// A line break between the parts, which no query can contain, so that
    /// no word is found across two of them.
    private func joined(_ parts: [String]) -> String {
        PlainText.halfWidth(parts.joined(separator: "\n")).lowercased()
    }
}
