/// Which row of answers says what of people.
struct PeopleRows: Sendable {
    static let seeking = 0
    /// From here on: does not accept the kind.
    let refuses: Int
    /// Does not hold the certificate, or anything that covers it.
    let lacks: Int
    /// Belongs to the group.
    let belongs: Int
    /// By age turned round: `-age > -limit` is `age < limit`.
    let young: LimitRows
    let old: LimitRows
    /// By education turned round.
    let unschooled: LimitRows
    /// By the wage expected, in fen a month.
    let dear: LimitRows
    let count: Int

    /// What rows compare with.
    enum Value: Sendable {
        case age, ageTurned, educationTurned, wage
    }

    /// Rows for what the register's jobs ask for.
    init(_ matcher: Matcher) {
        let catalogue = matcher.catalogue
        let jobs = matcher.register.jobs
        refuses = 1
        lacks = refuses + catalogue.kinds.all.count
        belongs = lacks + catalogue.certificates.all.count
        let lowest = jobs.compactMap(\.lowestAge) + [matcher.settings.lowestAge, matcher.settings.lowestAgeForHazard, 0]
        young = LimitRows(base: belongs + catalogue.groups.all.count, for: lowest.map { -$0 }, atMost: 24)
        old = LimitRows(base: young.end, for: jobs.lazy.compactMap(\.highestAge), atMost: 32)
        unschooled = LimitRows(base: old.end, for: Education.allCases.map { -$0.rawValue }, atMost: 8)
        dear = LimitRows(base: unschooled.end, for: jobs.lazy.compactMap { PeopleRows.highestWage($0) }, atMost: 96)
        count = dear.end
    }

    /// The highest that a job pays, in fen a month; nil where it is not
    /// said or not compared. Who expects more is blocked.
    static func highestWage(_ job: Job) -> Int? {
        job.wage.highest.flatMap { job.wage.byMonth($0) }?.fen
    }

    /// What blocks people for a job; nil where nobody can be sent there.
    func test(_ opening: Matcher.Opening, _ matcher: Matcher, words: CertificateHolders) -> EligibilityTest<Value> {
        let job = opening.job
        var test = EligibilityTest<Value>()
        guard matcher.isOpen(opening), !opening.employerIsBarred else {
            test.isHopeless = true
            return test
        }
        test.needed = PeopleRows.seeking
        test.barred.add(young, above: -matcher.lowestAge(for: job), .ageTurned)
        var ageRange = RuleTest<Value>()
        if job.lowestAge != nil || job.highestAge != nil {
            ageRange.add(young, above: -(job.lowestAge ?? 0), .ageTurned)
            if let highest = job.highestAge { ageRange.add(old, above: highest, .age) }
        }
        var education = RuleTest<Value>()
        if let asked = job.education { education.add(unschooled, above: -asked.rawValue, .educationTurned) }
        var certificate = RuleTest<Value>()
        for required in job.certificates {
            switch required {
            case .catalogued(let id): if !matcher.catalogue.certificates[id].isSoft { certificate.any.append(lacks + Int(id.position)) }
            case .word(let word): certificate.listed.append((words.holders(of: word), false))
            }
        }
        var kind = RuleTest<Value>()
        if let asked = job.kind { kind.any.append(refuses + Int(asked.position)) }
        var wage = RuleTest<Value>()
        if let highest = PeopleRows.highestWage(job) { wage.add(dear, above: highest, .wage) }
        var groupOnly = RuleTest<Value>()
        if !opening.reservedFor.isEmpty { groupOnly.unless = opening.reservedFor.members.map { belongs + Int($0.position) } }
        for rule in [ageRange, education, certificate, kind, wage, groupOnly] { test.add(rule) }
        return test
    }
}
