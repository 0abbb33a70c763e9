/// Tells which records fit a query, apart from its plain words, which are
/// the index's business.
///
/// Prepared once for a register, a catalogue and a day; asking is quick then:
/// places, skills and certificates are looked up in tables, and derived
/// groups are worked out last, and only where the query asks for one.
public struct QueryFilter: Sendable {
    private let register: Register
    private let catalogue: Catalogue
    let day: Day
    /// The station's prefecture, for groups that follow from it.
    private let city: PlaceID?
    private let tests: [Test]
    /// Derived groups that a person has to be in, and must not be in.
    private let derived: GroupSet
    private let withoutDerived: GroupSet
    private let kinds: [RecordID.Kind]

    private struct Test: Sendable {
        let condition: Prepared
        let isNegated: Bool
        /// Tests that cost little come first.
        let cost: Int
    }

    /// A condition, with what it names as tables by catalogue position.
    enum Prepared: Sendable {
        case group(GroupID, isDerived: Bool)
        case places([Bool])
        case skills([Bool])
        case certificates([Bool])
        case wage(Span<Money>)
        case age(Span<Int>)
        case education(Span<Education>)
        /// What the word means of each kind of record, if anything.
        case status(PersonStatus?, JobStatus?, Stage?, by: Party?)
        case waiting(Span<Int>)
        case vacancies(Span<Int>)
    }

    public init(_ query: SearchQuery, register: Register, catalogue: Catalogue, day: Day) {
        self.register = register
        self.catalogue = catalogue
        self.day = day
        city = catalogue.places.ancestor(of: register.station.place, at: .prefecture)
        var tests: [Test] = []
        var derived: GroupSet = []
        var withoutDerived: GroupSet = []
        for term in query.terms {
            if case .group(let id) = term.condition, catalogue.groups[id].isDerived {
                if term.isNegated { withoutDerived.insert(id) } else { derived.insert(id) }
            }
            guard let (condition, cost) = QueryFilter.prepared(term.condition, catalogue) else { continue }
            tests.append(Test(condition: condition, isNegated: term.isNegated, cost: cost))
        }
        self.tests = tests.sorted { $0.cost < $1.cost }
        self.derived = derived
        self.withoutDerived = withoutDerived
        kinds = RecordID.Kind.allCases.filter { kind in query.terms.allSatisfy { $0.condition.applies(to: kind) } }
    }

    private static func prepared(_ condition: SearchQuery.Condition, _ catalogue: Catalogue) -> (Prepared, cost: Int)? {
        switch condition {
        case .word: return nil
        case .group(let id): return (.group(id, isDerived: catalogue.groups[id].isDerived), 0)
        case .place(let places, _):
            return (.places(catalogue.places.all.map { place in places.contains { catalogue.places.lies(place.id, in: $0) } }), 0)
        case .skill(let id, let withFamily):
            let family = catalogue.skills[id].family
            return (.skills(catalogue.skills.all.map { $0.id == id || withFamily && $0.family == family }), 1)
        case .certificate(let id, let withFamily):
            return (.certificates(catalogue.certificates.all.map { $0.id == id || withFamily && $0.covers.contains(id) }), 1)
        case .wage(let span): return (.wage(span), 0)
        case .age(let span): return (.age(span), 1)
        case .education(let span): return (.education(span), 0)
        case .status(let status): return (.status(status.ofPerson, status.ofJob, status.ofPlacement?.stage, by: status.ofPlacement?.party), 0)
        case .waiting(let span): return (.waiting(span), 2)
        case .vacancies(let span): return (.vacancies(span), 2)
        }
    }

    /// Whether records of the kind have all that the query asks for; where
    /// they do not, none fits.
    public func applies(to kind: RecordID.Kind) -> Bool { kinds.contains(kind) }

    // MARK: - Records

    public func fits(_ person: Person) -> Bool {
        guard applies(to: .person) else { return false }
        for test in tests where holds(test.condition, person) == test.isNegated { return false }
        guard !derived.isEmpty || !withoutDerived.isEmpty else { return true }
        let groups = catalogue.groups.groups(of: person, asOf: day, city: city, places: catalogue.places)
        return groups.intersection(derived) == derived && groups.isDisjoint(with: withoutDerived)
    }

    public func fits(_ job: Job) -> Bool {
        guard applies(to: .job) else { return false }
        for test in tests where holds(test.condition, job) == test.isNegated { return false }
        return true
    }

    public func fits(_ employer: Employer) -> Bool {
        guard applies(to: .employer) else { return false }
        for test in tests {
            // All else has no meaning for employers.
            guard case .places(let places) = test.condition else { return false }
            if (employer.place.map { places[Int($0.position)] } ?? false) == test.isNegated { return false }
        }
        return true
    }

    public func fits(_ placement: Placement) -> Bool {
        guard applies(to: .placement) else { return false }
        for test in tests where holds(test.condition, placement) == test.isNegated { return false }
        return true
    }

    /// What somebody says of a condition that is all there is; nil where the
    /// query asks for more than one, or for what people do not have.
    func answers(_ say: (Prepared, _ isNegated: Bool) -> [Bool]?) -> [Bool]? {
        guard applies(to: .person), tests.count == 1, derived.isEmpty, withoutDerived.isEmpty, let test = tests.first else { return nil }
        return say(test.condition, test.isNegated)
    }

    // MARK: - Positions

    // For looking through a whole table: a record that is handed over is
    // copied first.

    /// - Parameter position: where the person stands in `Register.people`.
    public func fits(personAt position: Int) -> Bool { fits(register.people[position]) }

    /// - Parameter position: where the job stands in `Register.jobs`.
    public func fits(jobAt position: Int) -> Bool { fits(register.jobs[position]) }

    /// - Parameter position: where the employer stands in `Register.employers`.
    public func fits(employerAt position: Int) -> Bool { fits(register.employers[position]) }

    /// - Parameter position: where the placement stands in `Register.placements`.
    public func fits(placementAt position: Int) -> Bool { fits(register.placements[position]) }

    // MARK: - Conditions

    /// Nil for a derived group, which is asked for last.
    private func holds(_ condition: Prepared, _ person: Person) -> Bool? {
        switch condition {
        case .group(let id, let isDerived): isDerived ? nil : person.recordedGroups.contains(id)
        case .places(let places): places[Int(person.place.position)]
        case .skills(let skills): person.skills.contains { QueryFilter.has(skills, $0.name) } || person.wants.contains { QueryFilter.has(skills, $0) }
        case .certificates(let certificates):
            person.certificates.contains { QueryFilter.has(certificates, $0.name) && ($0.expires.map { $0 >= day } ?? true) }
        case .wage(let span): person.lowestWage.map(span.contains) ?? false
        case .age(let span): person.birth.map { span.contains(day.fullYears(since: $0)) } ?? false
        case .education(let span): person.education.map(span.contains) ?? false
        case .status(let status, _, _, _): person.status == status
        case .waiting(let span): span.contains(register.waitingDays(person, asOf: day))
        case .vacancies: false
        }
    }

    private func holds(_ condition: Prepared, _ job: Job) -> Bool {
        switch condition {
        case .group(let id, _): job.prefers.contains(id) || reserved(job).contains(id)
        case .places(let places): places[Int(job.place.position)]
        case .skills(let skills): job.skills.contains { QueryFilter.has(skills, $0.name) } || job.occupation.map { QueryFilter.has(skills, $0) } ?? false
        case .certificates(let certificates): job.certificates.contains { QueryFilter.has(certificates, $0) }
        case .wage(let span): QueryFilter.pays(job.wage, span)
        case .age(let span): span.meets(lowest: job.lowestAge ?? 0, highest: job.highestAge)
        case .education(let span): span.contains(job.education ?? .none)
        case .status(_, let status, _, _): job.status == status
        case .waiting(let span): span.contains(register.vacantDays(job, asOf: day))
        case .vacancies(let span): span.contains(register.vacanciesLeft(of: job, asOf: day, isDayWork: catalogue.kinds.isDayWork(job)))
        }
    }

    private func holds(_ condition: Prepared, _ placement: Placement) -> Bool {
        switch condition {
        case .places(let places): return register.job(of: placement).map { places[Int($0.place.position)] } ?? false
        case .status(_, _, let stage, let party):
            guard let step = placement.latest(asOf: day) else { return false }
            return step.stage == stage && (party == nil || step.party == party)
        default: return false
        }
    }

    /// Whom a job is for: its own words, else those of its kind.
    private func reserved(_ job: Job) -> GroupSet {
        job.reservedFor.isEmpty ? job.kind.map { catalogue.kinds[$0].reservedFor } ?? [] : job.reservedFor
    }

    /// Compared in hundredths of fen, so that nothing is lost to rounding.
    private static func pays(_ wage: Wage, _ span: Span<Money>) -> Bool {
        guard let factor = wage.unit.hundredthsOfMonth, let lowest = wage.lowest ?? wage.highest, let highest = wage.highest ?? wage.lowest else { return false }
        return span.mapped { $0.fen * 100 }.meets(lowest: lowest.fen * factor, highest: highest.fen * factor)
    }

    private static func has(_ skills: [Bool], _ name: SkillName) -> Bool {
        if case .catalogued(let id) = name { skills[Int(id.position)] } else { false }
    }

    private static func has(_ certificates: [Bool], _ name: CertificateName) -> Bool {
        if case .catalogued(let id) = name { certificates[Int(id.position)] } else { false }
    }
}
