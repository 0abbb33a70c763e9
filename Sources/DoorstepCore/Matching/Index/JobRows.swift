/// Which row of answers says what of jobs.
struct JobRows: Sendable {
    /// Open on the day, of an employer who is not barred.
    static let open = 0
    /// Hazardous or by night.
    static let forAdults = 1
    /// Reserved for groups.
    static let reserved = 2
    /// From here on: is of the kind.
    let ofKind: Int
    /// Requires the certificate, which cannot be had on the way in.
    let requires: Int
    let reservedFor: Int
    /// By the lowest age.
    let older: LimitRows
    /// By the highest age turned round.
    let younger: LimitRows
    let schooled: LimitRows
    /// By the highest wage turned round.
    let cheap: LimitRows
    let count: Int

    enum Value: Sendable {
        case lowestAge, highestAgeTurned, education, wageTurned
    }

    init(_ matcher: Matcher) {
        let catalogue = matcher.catalogue
        let people = matcher.register.people
        ofKind = 3
        requires = ofKind + catalogue.kinds.all.count
        reservedFor = requires + catalogue.certificates.all.count
        // Jobs ask for few ages, so that few of them say all.
        older = LimitRows(base: reservedFor + catalogue.groups.all.count, for: 15...34, atMost: 20)
        younger = LimitRows(base: older.end, for: (29...66).map { -$0 }, atMost: 40)
        schooled = LimitRows(base: younger.end, for: Education.allCases.map(\.rawValue), atMost: 8)
        cheap = LimitRows(base: schooled.end, for: people.lazy.compactMap { $0.lowestWage.map { -$0.fen } }, atMost: 96)
        count = cheap.end
    }

    /// What blocks jobs for a person; nothing is left of them where the
    /// person cannot be sent anywhere.
    func test(_ candidate: Matcher.Candidate, _ matcher: Matcher, words: CertificateDemands) -> EligibilityTest<Value> {
        let person = candidate.person
        let catalogue = matcher.catalogue
        var test = EligibilityTest<Value>()
        let age = candidate.age
        guard person.status == .seeking, age.map({ $0 >= matcher.settings.lowestAge }) ?? true else {
            test.isHopeless = true
            return test
        }
        test.needed = JobRows.open
        if let age, age < matcher.settings.lowestAgeForHazard { test.barred.any = [JobRows.forAdults] }
        var ageRange = RuleTest<Value>()
        if let age {
            ageRange.add(older, above: age, .lowestAge)
            ageRange.add(younger, above: -age, .highestAgeTurned)
        }
        var education = RuleTest<Value>()
        if let held = person.education { education.add(schooled, above: held.rawValue, .education) }
        var certificate = RuleTest<Value>()
        for one in catalogue.certificates.all where !matcher.holds(person, .catalogued(one.id)) { certificate.any.append(requires + Int(one.id.position)) }
        let missed = words.slots { word in matcher.holds(person, .word(word)) }
        if !missed.isEmpty { certificate.listed = [(missed, true)] }
        var kind = RuleTest<Value>()
        if !person.kinds.isEmpty {
            kind.any = catalogue.kinds.all.filter { !person.kinds.contains($0.id) }.map { ofKind + Int($0.id.position) }
        }
        var wage = RuleTest<Value>()
        if let expected = person.lowestWage { wage.add(cheap, above: -expected.fen, .wageTurned) }
        var groupOnly = RuleTest<Value>()
        groupOnly.unless = candidate.groups.members.map { reservedFor + Int($0.position) }
        groupOnly.within = JobRows.reserved
        for rule in [ageRange, education, certificate, kind, wage, groupOnly] { test.add(rule) }
        return test
    }
}
