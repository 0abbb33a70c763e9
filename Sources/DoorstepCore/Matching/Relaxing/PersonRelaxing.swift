extension Matcher {
    /// Every single change of the person's that would bring further
    /// matches, most first: a wider area, a lower wage, one more kind,
    /// certificate or skill.
    ///
    /// - Parameter isCancelled: asked now and then; true ends the search.
    /// - Returns: nil where it was cancelled. Goes through the jobs once.
    public func relaxations(for person: Person, isCancelled: () -> Bool = { false }) -> [Relaxation<PersonChange>]? {
        guard let openings = staffableOpenings(isCancelled: isCancelled) else { return nil }
        var relaxing = PersonRelaxing(person, openings, self)
        for (index, opening) in openings.enumerated() {
            if index % 256 == 0, isCancelled() { return nil }
            relaxing.count(opening)
        }
        return Relaxation.sorted(relaxing.changes, relaxing.counts)
    }

    /// The jobs to which somebody can be sent on the day, prepared.
    private func staffableOpenings(isCancelled: () -> Bool) -> [Opening]? {
        var openings: [Opening] = []
        for (index, job) in register.jobs.enumerated() {
            if index % 256 == 0, isCancelled() { return nil }
            let opening = opening(job)
            if isStaffable(opening) { openings.append(opening) }
        }
        return openings
    }

    /// Whether a change of a person's could bring anybody to the job.
    func isStaffable(_ opening: Opening) -> Bool {
        isOpen(opening) && !opening.employerIsBarred
    }
}

/// Counts, job by job, what each change of one person would bring.
struct PersonRelaxing {
    let changes: [PersonChange]
    private(set) var counts: [Int]
    private let matcher: Matcher
    private let candidate: Matcher.Candidate
    /// The person after each change; nil for skills, which are added to what
    /// is known of the pair.
    private let changed: [Matcher.Candidate?]
    private let mendable: RuleSet

    // Where among the changes to look.
    private var ofRules: [Int] = []
    private var ofMoving: [Int] = []
    private var ofArea: [PlaceID: Int] = [:]
    private var ofSkill: [SkillName: Int] = [:]
    private var ofFamily: [FamilyID: [Int]] = [:]

    init(_ person: Person, _ openings: [Matcher.Opening], _ matcher: Matcher) {
        let changes = PersonRelaxing.changes(of: person, openings, matcher)
        self.changes = changes
        self.matcher = matcher
        counts = Array(repeating: 0, count: changes.count)
        candidate = matcher.candidate(person)
        mendable = changes.reduce(RuleSet()) { $0.union($1.touch.rules) }
        changed = changes.map { $0.touch.parts.contains(.skills) ? nil : matcher.candidate($0.applied(to: person)) }
        for (index, change) in changes.enumerated() {
            switch change {
            case .area(let area): ofArea[area] = index
            case .move: ofMoving.append(index)
            case .wage, .kind, .certificate: ofRules.append(index)
            case .skill(let skill), .level(let skill):
                ofSkill[skill.name] = index
                if let family = matcher.catalogue.skills.family(of: skill.name) { ofFamily[family, default: []].append(index) }
            }
        }
    }

    mutating func count(_ opening: Matcher.Opening) {
        guard let shortfall = matcher.shortfall(opening, candidate, mendable: mendable) else { return }
        switch shortfall {
        case .blocked:
            count(ofRules, shortfall, opening)
        case .points(let weighing):
            count(ofMoving + opening.lineage.compactMap { ofArea[$0] }, shortfall, opening)
            if case .asked(let findings) = weighing.skills { countSkills(weighing.parts, findings, opening) }
        }
    }

    private mutating func count(_ some: [Int], _ shortfall: Shortfall, _ opening: Matcher.Opening) {
        for index in some {
            if let candidate = changed[index], matcher.mends(shortfall, by: changes[index].touch, opening, candidate) { counts[index] += 1 }
        }
    }

    /// Skills that the job asks for, and others of their families.
    private mutating func countSkills(_ parts: Parts, _ findings: [AskedFinding], _ opening: Matcher.Opening) {
        var meant: Set<Int> = []
        for (asked, family) in zip(opening.job.skills, opening.families) {
            if let index = ofSkill[asked.name] { meant.insert(index) }
            if let family { meant.formUnion(ofFamily[family] ?? []) }
        }
        var parts = parts
        for index in meant {
            guard let skill = changes[index].heldSkill else { continue }
            parts.skills = matcher.skillPart(findings, opening, with: skill, family: matcher.catalogue.skills.family(of: skill.name))
            if matcher.reachesThreshold(parts) { counts[index] += 1 }
        }
    }
}

// MARK: - The changes there are

extension PersonRelaxing {
    /// What of a month's wage, in hundredths, is asked about.
    private static let wageSteps = [90, 80, 70, 60, 50]

    /// In the order in which those that bring as much are listed; what
    /// `openings` ask for.
    static func changes(of person: Person, _ openings: [Matcher.Opening], _ matcher: Matcher) -> [PersonChange] {
        let catalogue = matcher.catalogue
        var changes = areas(person, openings, catalogue.places).map(PersonChange.area)
        if !person.canMove { changes.append(.move) }
        if let wage = person.lowestWage {
            var lowest = wage
            for step in wageSteps {
                let hundredYuan = Money(yuan: 100).fen
                let next = Money(fen: wage.fen * step / 100 / hundredYuan * hundredYuan)
                guard next < lowest else { continue }
                changes.append(.wage(next))
                lowest = next
            }
        }
        if !person.kinds.isEmpty {
            changes += catalogue.kinds.all.map(\.id).filter { !person.kinds.contains($0) }.map(PersonChange.kind)
        }
        changes += Set(openings.flatMap(\.job.certificates)).filter { !matcher.holds(person, $0) }
            .sorted { catalogue.certificates.precedes($0, $1) }.map(PersonChange.certificate)
        return changes + skills(person, openings, catalogue.skills)
    }

    /// The counties and prefectures of the jobs in which the person does not
    /// wish to work already.
    private static func areas(_ person: Person, _ openings: [Matcher.Opening], _ places: PlaceCatalogue) -> [PlaceID] {
        Set(openings.map(\.job.place)).reduce(into: Set<PlaceID>()) { areas, place in
            areas.formUnion(places.lineage(place).filter { [.county, .prefecture].contains(places[$0].level) })
        }
        .filter { area in !person.areas.contains { places.lies(area, in: $0) } }
        .sorted()
    }

    /// Each skill at the highest level that any job asks for, so that it
    /// counts whole everywhere.
    private static func skills(_ person: Person, _ openings: [Matcher.Opening], _ skills: SkillCatalogue) -> [PersonChange] {
        var highest: [SkillName: SkillLevel] = [:]
        for asked in openings.lazy.flatMap(\.job.skills) { highest[asked.name] = max(asked.level, highest[asked.name] ?? .unknown) }
        return highest.sorted { skills.precedes($0.key, $1.key) }.compactMap { name, level in
            guard let held = person.skills.filter({ $0.name == name }).map(\.level).max() else { return .skill(HeldSkill(name, level)) }
            return held < level ? .level(HeldSkill(name, level)) : nil
        }
    }
}

extension PersonChange {
    /// What the person would be able to do.
    fileprivate var heldSkill: HeldSkill? {
        switch self {
        case .skill(let skill), .level(let skill): skill
        default: nil
        }
    }
}
