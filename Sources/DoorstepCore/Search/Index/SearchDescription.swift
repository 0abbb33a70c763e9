/// What can be searched for in a record.
struct SearchDescription: Sendable {
    private let register: Register
    private let catalogue: Catalogue
    private let entries: SearchEntries

    /// Identifiers of this station begin so, which tells none of them apart
    /// and is not searched for.
    private let stationPrefix: String

    /// What identifiers of a station begin with.
    static func prefix(_ register: Register) -> String { register.station.code + "-" }

    init(_ register: Register, _ catalogue: Catalogue, _ entries: SearchEntries) {
        stationPrefix = SearchDescription.prefix(register)
        self.register = register
        self.catalogue = catalogue
        self.entries = entries
    }

    @Sendable func person(_ position: Int, _ writer: inout SearchChunk.Writer) {
        write(register.people[position], &writer)
    }

    private func write(_ person: Person, _ writer: inout SearchChunk.Writer) {
        writer.begin(person.id, isListed: person.status == .seeking, stands: person.stands)
        writer.name(person.name)
        writer.telephone(person.telephone)
        writer.identity(person.identityNumber)
        writer.entry(entries.number(person.place))
        for skill in person.skills { write(skill.name, &writer) }
        for want in person.wants { write(want, &writer) }
        for certificate in person.certificates { write(certificate.name, &writer) }
        person.recordedGroups.forEach { writer.entry(entries.number(GroupID(position: UInt8($0)))) }
        write(person.id, &writer)
        writer.text(person.note)
        if !person.extras.isEmpty { for text in person.extras.texts { writer.text(text) } }
    }

    @Sendable func job(_ position: Int, _ writer: inout SearchChunk.Writer) {
        let job = register.jobs[position]
        writer.begin(job.id, isListed: job.status == .open, stands: job.stands)
        writer.name(job.title)
        writer.name(register.employers[job.employer]?.name ?? "")
        writer.name(job.contact)
        writer.telephone(job.telephone)
        writer.entry(entries.number(job.place))
        if let occupation = job.occupation { write(occupation, &writer) }
        if let kind = job.kind { writer.entry(entries.number(kind)) }
        for skill in job.skills { write(skill.name, &writer) }
        for certificate in job.certificates { write(certificate, &writer) }
        write(job.id, &writer)
        writer.text(job.note)
        for text in job.extras.texts { writer.text(text) }
    }

    @Sendable func employer(_ position: Int, _ writer: inout SearchChunk.Writer) {
        let employer = register.employers[position]
        writer.begin(employer.id, isListed: true, stands: employer.stands)
        writer.name(employer.name)
        writer.name(employer.contact)
        writer.telephone(employer.telephone)
        if let place = employer.place { writer.entry(entries.number(place)) }
        write(employer.id, &writer)
        for text in [employer.creditCode?.text ?? "", employer.note, employer.barred] { writer.text(text) }
    }

    @Sendable func placement(_ position: Int, _ writer: inout SearchChunk.Writer) {
        let placement = register.placements[position]
        let (person, step) = (register.person(of: placement), placement.latest)
        writer.begin(placement.id, isListed: true)
        writer.name(person?.name ?? "")
        writer.name(step.title)
        writer.name(step.employer)
        writer.telephone(person?.telephone ?? "")
        let stage = step.stage.phrase(by: step.party)
        for id in [placement.id, placement.job, placement.person] { write(id, &writer) }
        for text in [stage.chinese, stage.english, step.note] { writer.text(text) }
    }

    private func write(_ id: RecordID, _ writer: inout SearchChunk.Writer) {
        let text = id.text
        writer.text(text.hasPrefix(stationPrefix) ? String(text.dropFirst(stationPrefix.count)) : text)
    }

    private func write(_ skill: SkillName, _ writer: inout SearchChunk.Writer) {
        switch skill {
        case .catalogued(let id): writer.entry(entries.number(id))
        case .word(let word): writer.name(word)
        }
    }

    private func write(_ certificate: CertificateName, _ writer: inout SearchChunk.Writer) {
        switch certificate {
        case .catalogued(let id): writer.entry(entries.number(id))
        case .word(let word): writer.name(word)
        }
    }
}
