@testable import DoorstepCore
import Testing

@Suite("The index finds what the plain matcher finds")
struct MatchIndexTests {
    private let catalogue: Catalogue
    private var records: RandomRecords
    private let today: Day

    init() throws {
        catalogue = try Samples.catalogue
        records = RandomRecords(catalogue, .printed())
        today = try day("2026-11-21")
    }

    private func seed(_ number: Int) -> Comment { "seed \(records.random.seed), register \(number)" }

    /// Settings that somebody might choose.
    private mutating func settings() -> MatchSettings {
        var settings = MatchSettings()
        let weights = (0..<3).map { _ in records.random.once(in: 4) ? 0 : records.random.double(0...100) }
        settings.weights = MatchSettings.Weights(skills: weights[0], location: weights[1], groups: weights[2]) ?? .standard
        if records.random.once(in: 2) { settings.weights = .standard }
        settings.lowestAge = records.random.pick([16, 16, 18, 22])
        settings.declineDays = records.random.pick([90, 0, 30])
        return settings
    }

    /// A register of one of the sorts that the index treats differently.
    private mutating func matcher(_ number: Int, people: Int = 60, jobs: Int = 30) -> Matcher {
        records.places = catalogue.places.all.filter { $0.level >= .county }.map(\.id)
        switch number % 5 {
        case 0: records.narrow()
        case 1:
            // Everybody in one place, one skill that all have.
            records.narrow()
            records.places = [records.places[0]]
            records.skills = [records.skills[0]]
        case 2:
            // Places side by side, so that distances are short and alike.
            records.narrow()
            let county = catalogue.places.all.first { $0.level == .county && $0.name == "额尔古纳市" }?.id
            records.places = catalogue.places.all.filter { $0.parent == county }.map(\.id)
        case 3: records.narrow()
        default: break
        }
        let register = records.register(people: people, jobs: jobs, today: today)
        return Matcher(register: register, catalogue: catalogue, settings: settings(), day: today)
    }

    private func expectEqual(_ index: MatchIndex, _ matcher: Matcher, limits: [Int], _ comment: Comment) throws {
        for limit in limits {
            for job in matcher.register.jobs {
                let found = try #require(index.people(for: job, limit: limit))
                let expected = try #require(matcher.people(for: job, limit: limit))
                #expect(found == expected, "\(job.id), \(limit): \(comment)")
                if found != expected { return }
            }
            for person in matcher.register.people {
                let found = try #require(index.jobs(for: person, limit: limit))
                let expected = try #require(matcher.jobs(for: person, limit: limit))
                #expect(found == expected, "\(person.id), \(limit): \(comment)")
                if found != expected { return }
            }
        }
    }

    @Test("for every job and person of random registers: matches, near misses, points, ranks and counts")
    mutating func randomRegisters() throws {
        for number in 0..<SplitMix64.rounds(50) {
            let matcher = matcher(number)
            try expectEqual(MatchIndex(matcher), matcher, limits: [records.random.int(1...8)], seed(number))
        }
    }

    @Test("however many lines are asked for, none and less than none too")
    mutating func limits() throws {
        for number in 0..<5 {
            let matcher = matcher(number)
            try expectEqual(MatchIndex(matcher), matcher, limits: [-1, 0, 1, 30, 512, 513, .max], seed(number))
        }
    }

    @Test("in registers of several chunks")
    mutating func severalChunks() throws {
        for number in 0..<2 {
            let matcher = matcher(number, people: 9000, jobs: 5)
            let index = MatchIndex(matcher)
            for job in matcher.register.jobs {
                #expect(index.people(for: job, limit: 20) == matcher.people(for: job, limit: 20), seed(number))
            }
            for person in matcher.register.people.prefix(10) {
                #expect(index.jobs(for: person, limit: 5) == matcher.jobs(for: person, limit: 5), seed(number))
            }
        }
    }

    @Test("after any edits, and whoever held the index before them sees what was")
    mutating func edits() throws {
        for number in 0..<SplitMix64.rounds(20) {
            let first = matcher(number, people: 40, jobs: 20)
            var index = MatchIndex(first)
            let held = index
            var register = first.register
            for edit in 0..<records.random.int(1...40) { change(&register, &index, edit) }
            let now = Matcher(register: register, catalogue: catalogue, settings: first.settings, day: today)
            try expectEqual(index, now, limits: [records.random.int(1...8)], seed(number))
            try expectEqual(held, first, limits: [3], seed(number))
        }
    }

    /// One edit of a random sort, in a register and in an index.
    private mutating func change(_ register: inout Register, _ index: inout MatchIndex, _ edit: Int) {
        switch records.random.int(0...9) {
        case 0:
            var person = register.people[records.random.int(0...register.people.count - 1)]
            person.status = records.random.pick(PersonStatus.allCases)
            person.lowestWage = records.random.maybe { Money(fen: $0.int(0...1_000_000)) }
            person.recordedGroups = records.groups(derived: false)
            register.update(person)
            index.update(person)
        case 1:
            let person = records.person(register.people[records.random.int(0...register.people.count - 1)].id)
            register.update(person)
            index.update(person)
        case 2:
            let person = records.person(RecordID(station: "150784001", kind: .person, number: 1000 + edit))
            register.update(person)
            index.update(person)
        case 3:
            let old = register.jobs[records.random.int(0...register.jobs.count - 1)]
            let job = records.job(old.id, employer: old.employer)
            register.update(job)
            index.update(job)
        case 4:
            let job = records.job(
                RecordID(station: "150784001", kind: .job, number: 1000 + edit), employer: RecordID(station: "150784001", kind: .employer, number: records.random.int(1...5)))
            register.update(job)
            index.update(job)
        case 5:
            let employer = records.employer(RecordID(station: "150784001", kind: .employer, number: records.random.int(1...5)))
            register.update(employer)
            index.update(employer)
        case 6:
            let metres = records.random.once(in: 3) ? nil : records.random.int(0...90_000)
            let distance = Distance(from: records.random.pick(records.places), to: records.random.pick(records.places), metres: metres)
            register.update(distance)
            index.update(distance)
        case 7:
            // Taken back, merged into another, or there again.
            let (old, other) = (records.random.pick(Array(register.people)), records.random.pick(Array(register.people)))
            let isMerged = old.id != other.id && register.standing(person: other.id) != old.id
            let person = old.stands ? old.absent(isMerged ? .merged(into: register.standing(person: other.id), MergeTrace()) : .takenBack) : old.present()
            register.update(person)
            index.update(person)
        case 8:
            let (old, other) = (records.random.pick(Array(register.jobs)), records.random.pick(Array(register.jobs)))
            let isMerged = old.id != other.id && register.standing(job: other.id) != old.id
            let job = old.stands ? old.absent(isMerged ? .merged(into: register.standing(job: other.id), MergeTrace()) : .takenBack) : old.present()
            register.update(job)
            index.update(job)
        default:
            let stage = records.random.pick(Stage.allCases)
            let step = PlacementStep(
                number: 1000 + edit, stage: stage, party: stage == .declined ? .employer : nil, date: today + -records.random.int(0...120), recorded: "",
                caseworker: "", note: "", employer: "", title: "", kind: "", link: "")
            let placement = Placement(
                id: RecordID(station: "150784001", kind: .placement, number: 1000 + edit),
                job: register.jobs[records.random.int(0...register.jobs.count - 1)].id,
                person: register.people[records.random.int(0...register.people.count - 1)].id, first: step)
            register.update(placement)
            index.update(placement)
        }
    }

    @Test("for all open jobs at once, jobs by identifier")
    mutating func all() throws {
        for number in 0..<10 {
            let matcher = matcher(number)
            let index = MatchIndex(matcher)
            var expected: [[Match]] = []
            matcher.all(limit: 6) { expected.append($0.matches) }
            var jobs: [RecordID] = []
            var found: [[MatchIndex.Line]] = []
            #expect(index.all(limit: 6) { job, lines in jobs.append(job.id); found.append(lines) })
            #expect(found.count == expected.count && jobs == jobs.sorted(), seed(number))
            for (lines, matches) in zip(found, expected) {
                #expect(lines.map(\.person) == matches.map(\.person) && lines.map(\.rank) == matches.map(\.rank), seed(number))
                #expect(lines.map(\.points) == matches.map(\.assessment.score.points), seed(number))
                #expect(lines.map(\.metres) == matches.map(\.assessment.location.metres), seed(number))
            }
        }
    }

    @Test("for a job that asks for 40 skills")
    mutating func fortySkills() throws {
        let matcher = matcher(4, people: 300, jobs: 3)
        let index = MatchIndex(matcher)
        for number in 0..<20 {
            var job = records.job(try recordID("X"), employer: matcher.register.employers[0].id)
            job.status = .open
            job.skills = records.random.some(40...40, of: records.skills).map { AskedSkill($0, records.level(), isRequired: records.random.once(in: 2)) }
            #expect(index.people(for: job, limit: 10) == matcher.people(for: job, limit: 10), seed(number))
        }
    }

    @Test("nothing in an empty register, for nobody, and for whom no register knows")
    mutating func empty() throws {
        let desk = try Desk()
        var index = MatchIndex(desk.matcher)
        #expect(try index.people(for: desk.job(), limit: 5) == .empty && index.jobs(for: desk.person(), limit: 5) == .empty)
        #expect(index.all(limit: 5) { _, _ in Issue.record("there is no job") })
        let person = try desk.person()
        index.update(person)
        let job = try desk.job()
        #expect(index.people(for: job, limit: 5) == index.matcher.people(for: job, limit: 5))
        #expect(index.people(for: job, limit: 5)?.matches.count == 1)
        #expect(try index.jobs(for: desk.person("unknown"), limit: 5) == .empty)
    }

    @Test("nothing more once it is not wanted")
    mutating func cancelled() throws {
        let matcher = matcher(0, people: 9000, jobs: 5)
        let index = MatchIndex(matcher)
        let open = try #require(matcher.register.jobs.first { matcher.isOpen(matcher.opening($0)) && !(matcher.register.employers[$0.employer]?.isBarred ?? false) })
        #expect(index.people(for: open, limit: 5) { true } == nil)
        let seeking = try #require(matcher.register.people.first { $0.status == .seeking && $0.birth == nil })
        #expect(index.jobs(for: seeking, limit: 5) { true } == nil)
        #expect(!index.all(limit: 5, isCancelled: { true }) { _, _ in Issue.record("was cancelled") })
    }
}
