/// What training would unlock: the skills and certificates of which exactly
/// one is what keeps people from jobs, most pairs first.
public struct TrainingList: Hashable, Sendable {
    public let lines: [Line]

    public enum Subject: Hashable, Sendable {
        case skill(SkillName)
        case certificate(CertificateName)
    }

    public struct Line: Hashable, Sendable {
        public let subject: Subject
        /// Pairs that would become matches by the certificate, or matches
        /// that would rise to the threshold by the skill at the level asked.
        public let pairs: Int
        /// How many different people are in those pairs.
        public let people: Int
        /// How many different jobs are in those pairs.
        public let jobs: Int
        /// Who of those people wishes for it, by what their training wish
        /// (培训意愿) names: whom a course made to order would be for
        /// (按需订制培训清单). In the order they came.
        public let wishing: [RecordID]
    }
}

/// What training somebody wishes for, in words of the catalogues.
private struct TrainingWish {
    private let skills: Set<SkillName>
    private let certificates: Set<CertificateName>
    /// For what no catalogue has.
    private let key: String

    /// Nil where nothing is wished for.
    init?(_ person: Person, _ catalogue: Catalogue) {
        guard !person.extras.isEmpty, let text = person.extras[.trainingWish], !text.isEmpty else { return nil }
        skills = Set(catalogue.skills.contained(in: text).map { .catalogued($0.id) })
        certificates = Set(catalogue.certificates.contained(in: text).map { .catalogued($0.id) })
        key = PlainText.key(text)
    }

    func names(_ subject: TrainingList.Subject) -> Bool {
        switch subject {
        case .skill(.word(let word)), .certificate(.word(let word)): key.contains(PlainText.key(word))
        case .skill(let skill): skills.contains(skill)
        case .certificate(let certificate): certificates.contains(certificate)
        }
    }
}

extension Matcher {
    /// The training list over all people who seek and all jobs that are
    /// open, worked out on all processors.
    ///
    /// Prepares everybody once and judges each pair once: O(people × jobs).
    ///
    /// - Parameters:
    ///   - isCancelled: asked now and then, from any thread; true ends the
    ///     search.
    ///   - progress: told now and then how many jobs of how many are done.
    /// - Returns: nil where it was cancelled.
    public func trainingList(
        isCancelled: @Sendable () -> Bool = { false }, progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
    ) -> TrainingList? {
        var candidates: [Candidate] = []
        for (index, person) in register.people.enumerated() {
            if index % 256 == 0, isCancelled() { return nil }
            if person.status == .seeking { candidates.append(candidate(person)) }
        }
        let people = candidates
        var tally = TrainingTally()
        let total = register.jobs.count
        // A few at a time, so that progress shows: at a prefecture each job
        // takes a second.
        let batch = 8
        for start in stride(from: 0, to: total, by: batch) {
            let positions = Array(start..<min(total, start + batch))
            let found = positions.mapOnAllProcessors(portion: 1) { position in
                TrainingTally.found(opening(register.jobs[position]), people, self, isCancelled: isCancelled)
            }
            for job in found {
                guard let job else { return nil }
                tally.add(job)
            }
            progress(start + positions.count, total)
        }
        return TrainingList(lines: tally.lines(catalogue, people))
    }
}

/// What jobs came to so far.
private struct TrainingTally {
    private struct Entry {
        var pairs = 0
        var jobs = 0
        /// Positions among the candidates.
        var people: Set<Int> = []
    }

    private var entries: [TrainingList.Subject: Entry] = [:]

    /// Whom each lesson would bring to one job, as positions among the
    /// candidates; nil where cancelled.
    static func found(
        _ opening: Matcher.Opening, _ candidates: [Matcher.Candidate], _ matcher: Matcher, isCancelled: () -> Bool
    ) -> [TrainingList.Subject: [Int]]? {
        let job = opening.job
        guard !isCancelled() else { return nil }
        // Nobody learns for a job that asks for nothing.
        guard !(job.skills.isEmpty && job.certificates.isEmpty), matcher.isStaffable(opening) else { return [:] }
        let lessons = TrainingTally.lessons(job, matcher.catalogue.skills)
        var found: [TrainingList.Subject: [Int]] = [:]
        for (index, candidate) in candidates.enumerated() {
            if index % 256 == 255, isCancelled() { return nil }
            switch matcher.shortfall(opening, candidate, mendable: RuleSet(.certificate)) {
            case nil: continue
            case .blocked:
                let missing = job.certificates.filter { !matcher.holds(candidate.person, $0) }
                for name in Set(missing) where missing.allSatisfy({ matcher.isGood(HeldCertificate(name), for: $0) }) {
                    found[.certificate(name), default: []].append(index)
                }
            case .points(let weighing):
                guard case .asked(let findings) = weighing.skills else { continue }
                var parts = weighing.parts
                for lesson in lessons {
                    parts.skills = matcher.skillPart(findings, opening, with: lesson.skill, family: lesson.family)
                    if matcher.reachesThreshold(parts) { found[.skill(lesson.skill.name), default: []].append(index) }
                }
            }
        }
        return found
    }

    /// Takes in whom lessons would bring to one more job.
    mutating func add(_ found: [TrainingList.Subject: [Int]]) {
        for (subject, people) in found {
            entries[subject, default: Entry()].pairs += people.count
            entries[subject, default: Entry()].jobs += 1
            entries[subject, default: Entry()].people.formUnion(people)
        }
    }

    /// Each skill that the job asks for, at the highest level where it is
    /// asked for twice.
    private static func lessons(_ job: Job, _ skills: SkillCatalogue) -> [(skill: HeldSkill, family: FamilyID?)] {
        Dictionary(job.skills.map { ($0.name, $0.level) }, uniquingKeysWith: max).map { (HeldSkill($0, $1), skills.family(of: $0)) }
    }

    /// Most pairs first, then by code.
    func lines(_ catalogue: Catalogue, _ candidates: [Matcher.Candidate]) -> [TrainingList.Line] {
        let wishes = candidates.enumerated().compactMap { index, candidate in TrainingWish(candidate.person, catalogue).map { (index, $0) } }
        return entries.map { subject, entry in
            let wishing = wishes.filter { entry.people.contains($0.0) && $0.1.names(subject) }.map { candidates[$0.0].person.id }
            return TrainingList.Line(subject: subject, pairs: entry.pairs, people: entry.people.count, jobs: entry.jobs, wishing: wishing)
        }
        .sorted { one, other in
            if one.pairs != other.pairs { return one.pairs > other.pairs }
            switch (one.subject, other.subject) {
            case (.skill(let one), .skill(let other)): return catalogue.skills.precedes(one, other)
            case (.certificate(let one), .certificate(let other)): return catalogue.certificates.precedes(one, other)
            case (.skill, .certificate): return true
            case (.certificate, .skill): return false
            }
        }
    }
}
