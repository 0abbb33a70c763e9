@testable import DoorstepCore
import Testing

/// Each change is made on a copy of the record and every pair assessed
/// again; what the fast way says must be that.
@Suite("Relaxing one thing counts what assessing every pair again counts")
struct RelaxingOracleTests {
    private let catalogue: Catalogue
    private var records: RandomRecords
    private let today: Day

    init() throws {
        catalogue = try Samples.catalogue
        records = RandomRecords(catalogue, .printed())
        today = try day("2026-11-21")
    }

    private func seed(_ number: Int) -> Comment { "seed \(records.random.seed), \(number)" }

    private mutating func matcher(_ number: Int, people: Int, jobs: Int) throws -> Matcher {
        records.places = catalogue.places.all.filter { $0.level >= .county }.map(\.id)
        records.narrow()
        if number % 3 == 0 {
            // Near each other, so that points are high.
            let county = try catalogue.place("150784")
            records.places = catalogue.places.all.filter { $0.parent == county }.map(\.id)
        }
        var settings = MatchSettings()
        settings.threshold = records.threshold()
        return Matcher(register: try records.looseRegister(people: people, jobs: jobs, today: today), catalogue: catalogue, settings: settings, day: today)
    }

    private func expectOrdered<Change>(_ list: [Relaxation<Change>], _ comment: Comment) {
        #expect(zip(list, list.dropFirst()).allSatisfy { $0.matches >= $1.matches }, comment)
        #expect(Set(list.map(\.change)).count == list.count && list.allSatisfy { $0.matches > 0 }, comment)
    }

    // MARK: - A person

    private func copy(_ person: Person, _ change: (inout Person) -> Void) -> Person {
        var copy = person
        change(&copy)
        return copy
    }

    /// Each change and the record after it, worked out from the paper.
    private func changes(of person: Person, _ matcher: Matcher) -> [PersonChange: Person] {
        var changes: [PersonChange: Person] = [:]
        let jobs = matcher.register.jobs.filter { matcher.isOpen(matcher.opening($0)) && matcher.register.employers[$0.employer]?.isBarred != true }
        for area in catalogue.places.all where area.level == .county || area.level == .prefecture {
            guard jobs.contains(where: { catalogue.places.lies($0.place, in: area.id) }) else { continue }
            if person.areas.contains(where: { catalogue.places.lies(area.id, in: $0) }) { continue }
            changes[.area(area.id)] = copy(person) { $0.areas.append(area.id) }
        }
        changes[.move] = copy(person) { $0.canMove = true }
        if let wage = person.lowestWage {
            for hundredths in [90, 80, 70, 60, 50] {
                let lower = Money(yuan: wage.fen * hundredths / 1_000_000 * 100)
                changes[.wage(lower)] = copy(person) { $0.lowestWage = lower }
            }
        }
        if !person.kinds.isEmpty {
            for kind in catalogue.kinds.all { changes[.kind(kind.id)] = copy(person) { $0.kinds.append(kind.id) } }
        }
        for name in jobs.flatMap(\.certificates) {
            changes[.certificate(name)] = copy(person) { $0.certificates.append(HeldCertificate(name)) }
        }
        for name in Set(jobs.flatMap(\.skills).map(\.name)) {
            let skill = HeldSkill(name, jobs.flatMap(\.skills).filter { $0.name == name }.map(\.level).max() ?? .unknown)
            let after = copy(person) { $0.skills.append(skill) }
            changes[person.skills.contains { $0.name == name } ? .level(skill) : .skill(skill)] = after
        }
        return changes
    }

    @Test("for people of random registers")
    mutating func people() throws {
        var found: [ChangeSort] = []
        for number in 0..<16 {
            let matcher = try matcher(number, people: 4, jobs: 30)
            let openings = matcher.register.jobs.map { matcher.opening($0) }
            for person in matcher.register.people {
                let now = openings.map { matcher.assess($0, matcher.candidate(person)) }
                var expected: [PersonChange: Int] = [:]
                for (change, after) in changes(of: person, matcher) {
                    let candidate = matcher.candidate(after)
                    expected[change] = zip(openings, now).count { matcher.isFurther($1, matcher.assess($0, candidate)) }
                }
                let list = try #require(matcher.relaxations(for: person))
                #expect(Dictionary(uniqueKeysWithValues: list.map { ($0.change, $0.matches) }) == expected.filter { $0.value > 0 }, seed(number))
                expectOrdered(list, seed(number))
                found += list.map(\.change.sort)
            }
        }
        #expect(Set(found).count >= 4 && found.count > 100, seed(found.count))
    }

    // MARK: - A job

    private func copy(_ job: Job, _ change: (inout Job) -> Void) -> Job {
        var copy = job
        change(&copy)
        return copy
    }

    private func changes(of job: Job) throws -> [JobChange: Job] {
        var changes: [JobChange: Job] = [:]
        if let highest = job.wage.highest, let step = [PayUnit.month: 10_000, .day: 500, .hour: 50][job.wage.unit] {
            for tenths in [11, 12, 13, 15] {
                let exact = highest.fen * tenths
                let higher = (exact + 10 * step - 1) / (10 * step) * step
                let wage = try #require(Wage(lowest: job.wage.lowest, highest: Money(fen: higher), unit: job.wage.unit))
                changes[.wage(wage)] = copy(job) { $0.wage = wage }
            }
        }
        changes[.lodging] = copy(job) { $0.givesLodging = true }
        for kind in catalogue.kinds.all { changes[.kind(kind.id)] = copy(job) { $0.kind = kind.id } }
        for name in job.certificates { changes[.certificate(name)] = copy(job) { $0.certificates = $0.certificates.filter { $0 != name } } }
        changes[.education] = copy(job) { $0.education = nil }
        changes[.age] = copy(job) { $0.lowestAge = nil; $0.highestAge = nil }
        for asked in job.skills { changes[.skill(asked.name)] = copy(job) { $0.skills = $0.skills.filter { $0.name != asked.name } } }
        if job.kind.map({ catalogue.kinds[$0].reservedFor.isEmpty }) ?? true { changes[.reserved] = copy(job) { $0.reservedFor = [] } }
        return changes
    }

    @Test("for jobs of random registers")
    mutating func jobs() throws {
        var found: [ChangeSort] = []
        for number in 0..<16 {
            let matcher = try matcher(number, people: 40, jobs: 5)
            let candidates = matcher.register.people.map { matcher.candidate($0) }
            for job in matcher.register.jobs {
                let now = candidates.map { matcher.assess(matcher.opening(job), $0) }
                var expected: [JobChange: Int] = [:]
                for (change, after) in try changes(of: job) {
                    let opening = matcher.opening(after)
                    expected[change] = zip(candidates, now).count { matcher.isFurther($1, matcher.assess(opening, $0)) }
                }
                let list = try #require(matcher.relaxations(for: job))
                #expect(Dictionary(uniqueKeysWithValues: list.map { ($0.change, $0.matches) }) == expected.filter { $0.value > 0 }, seed(number))
                expectOrdered(list, seed(number))
                found += list.map(\.change.sort)
            }
        }
        #expect(Set(found).count >= 4 && found.count > 100, seed(found.count))
    }

    // MARK: - Training

    @Test("and so does the training list, with its people and jobs")
    mutating func training() throws {
        struct Count: Hashable {
            var pairs = 0
            var people: Set<RecordID> = []
            var jobs: Set<RecordID> = []
        }
        var found = 0
        for number in 0..<20 {
            let matcher = try matcher(number, people: 30, jobs: 15)
            var expected: [TrainingList.Subject: Count] = [:]
            for job in matcher.register.jobs {
                let opening = matcher.opening(job)
                for person in matcher.register.people {
                    let now = matcher.assess(opening, matcher.candidate(person))
                    func count(_ subject: TrainingList.Subject, _ after: Person) {
                        guard matcher.isFurther(now, matcher.assess(opening, matcher.candidate(after))) else { return }
                        expected[subject, default: Count()].pairs += 1
                        expected[subject, default: Count()].people.insert(person.id)
                        expected[subject, default: Count()].jobs.insert(job.id)
                    }
                    for name in Set(job.certificates) { count(.certificate(name), copy(person) { $0.certificates.append(HeldCertificate(name)) }) }
                    for name in Set(job.skills.map(\.name)) {
                        let level = job.skills.filter { $0.name == name }.map(\.level).max() ?? .unknown
                        count(.skill(name), copy(person) { $0.skills.append(HeldSkill(name, level)) })
                    }
                }
            }
            let list = try #require(matcher.trainingList())
            #expect(Dictionary(uniqueKeysWithValues: list.lines.map { ($0.subject, [$0.pairs, $0.people, $0.jobs]) }) == expected.mapValues { [$0.pairs, $0.people.count, $0.jobs.count] }, seed(number))
            #expect(zip(list.lines, list.lines.dropFirst()).allSatisfy { $0.pairs >= $1.pairs }, seed(number))
            #expect(try list == #require(matcher.trainingList()), "again, on as many processors: \(seed(number))")
            found += list.lines.count
        }
        #expect(found > 100, seed(found))
    }
}
