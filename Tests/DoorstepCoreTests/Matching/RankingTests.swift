@testable import DoorstepCore
import Testing

@Suite("A ranking")
struct RankingTests {
    private let catalogue: Catalogue
    private var records: RandomRecords
    private let today: Day

    init() throws {
        catalogue = try Samples.catalogue
        records = RandomRecords(catalogue, .printed())
        records.narrow()
        today = try day("2026-11-21")
    }

    private func seed(_ number: Int) -> Comment { "seed \(records.random.seed), \(number)" }

    private mutating func matcher(people: Int = 40, jobs: Int = 25) -> Matcher {
        Matcher(register: records.register(people: people, jobs: jobs, today: today), catalogue: catalogue, day: today)
    }

    /// The paper's order: points, highest first; then whole metres; then the
    /// identifier's bytes.
    private func isOrdered(_ lines: [Match], by id: (Match) -> RecordID) -> Bool {
        zip(lines, lines.dropFirst()).allSatisfy { one, next in
            let (a, b) = (one.assessment, next.assessment)
            if a.score.points != b.score.points { return a.score.points > b.score.points }
            if a.location.metres != b.location.metres { return a.location.metres < b.location.metres }
            return Array(id(one).text.utf8).lexicographicallyPrecedes(Array(id(next).text.utf8))
        }
    }

    @Test("of people holds every match and near miss of the job, in the paper's order, ranked from 1")
    mutating func people() throws {
        for number in 0..<6 {
            let matcher = matcher()
            for job in matcher.register.jobs {
                let ranking = try #require(matcher.people(for: job, limit: .max))
                let all = matcher.register.people.map { ($0.id, matcher.assess(job: job, person: $0)) }
                for (lines, expected) in [(ranking.matches, all.filter { $0.1.isMatch }), (ranking.nearMisses, all.filter { $0.1.nearMiss != nil })] {
                    #expect(Dictionary(uniqueKeysWithValues: lines.map { ($0.person, $0.assessment) }) == Dictionary(uniqueKeysWithValues: expected), seed(number))
                    #expect(lines.map(\.rank) == Array(1..<lines.count + 1) && lines.allSatisfy { $0.job == job.id }, seed(number))
                    #expect(isOrdered(lines) { $0.person }, seed(number))
                }
                #expect(ranking.matchCount == ranking.matches.count && ranking.nearMissCount == ranking.nearMisses.count, seed(number))
            }
        }
    }

    @Test("of jobs gives each pair the assessment that the ranking of people gives it")
    mutating func bothDirections() throws {
        for number in 0..<6 {
            let matcher = matcher()
            var byJob: [[RecordID]: Assessment] = [:]
            var byPerson: [[RecordID]: Assessment] = [:]
            for job in matcher.register.jobs {
                let ranking = try #require(matcher.people(for: job, limit: .max))
                for line in ranking.matches + ranking.nearMisses { byJob[[line.job, line.person]] = line.assessment }
            }
            for person in matcher.register.people {
                let ranking = try #require(matcher.jobs(for: person, limit: .max))
                #expect(isOrdered(ranking.matches) { $0.job } && isOrdered(ranking.nearMisses) { $0.job }, seed(number))
                for line in ranking.matches + ranking.nearMisses { byPerson[[line.job, line.person]] = line.assessment }
            }
            #expect(byJob == byPerson && !byJob.isEmpty, seed(number))
        }
    }

    @Test("is the same whatever order the records came in")
    mutating func anyOrder() throws {
        for number in 0..<6 {
            let first = records.register(people: 40, jobs: 10, today: today)
            var second = Register(station: first.station)
            for person in first.people.shuffled(using: &records.random) { second.update(person) }
            for job in first.jobs.shuffled(using: &records.random) { second.update(job) }
            for employer in first.employers.shuffled(using: &records.random) { second.update(employer) }
            for placement in first.placements.shuffled(using: &records.random) { second.update(placement) }
            let matchers = [first, second].map { register in
                // Distances hold both ways and stay out of this.
                var bare = Register(station: register.station)
                for person in register.people { bare.update(person) }
                for job in register.jobs { bare.update(job) }
                for employer in register.employers { bare.update(employer) }
                for placement in register.placements { bare.update(placement) }
                return Matcher(register: bare, catalogue: catalogue, day: today)
            }
            for job in first.jobs {
                #expect(matchers[0].people(for: job, limit: .max) == matchers[1].people(for: job, limit: .max), seed(number))
            }
        }
    }

    @Test("depends on nobody else in the register")
    mutating func nobodyElse() throws {
        let matcher = matcher()
        let job = matcher.register.jobs[0]
        let whole = try #require(matcher.people(for: job, limit: .max))
        var register = matcher.register
        for number in 0..<30 { register.update(records.person(try recordID("X\(number)"))) }
        let fuller = try #require(Matcher(register: register, catalogue: catalogue, day: today).people(for: job, limit: .max))
        let known = fuller.matches.filter { !$0.person.text.hasPrefix("X") }
        #expect(known.map(\.person) == whole.matches.map(\.person) && known.map(\.assessment) == whole.matches.map(\.assessment), seed(0))
    }

    @Test("puts the nearer first where points are equal, then the identifier that is first by bytes")
    func ties() throws {
        // Given four people with the same points
        var desk = try Desk()
        let near = try desk.catalogue.place("150784103")
        desk.register.update(Distance(from: desk.home, to: near, metres: 900))
        for (id, place) in [("b", desk.home), ("B", desk.home), ("张", desk.home), ("a", near)] { desk.register.update(try desk.person(id) { $0.place = place }) }
        // When they are ranked
        let ranking = try #require(try desk.matcher.people(for: desk.job(), limit: 10))
        // Then 0 m goes before 900 m, and B before b before 张
        #expect(ranking.matches.map(\.person.text) == ["B", "b", "张", "a"])
        #expect(Set(ranking.matches.map(\.assessment.score.points)).count == 1)
    }

    @Test("keeps as many lines as asked for and counts them all", arguments: [-1, 0, 1, 5, 1000])
    mutating func limits(limit: Int) throws {
        let matcher = matcher()
        for job in matcher.register.jobs.prefix(5) {
            let whole = try #require(matcher.people(for: job, limit: .max))
            let ranking = try #require(matcher.people(for: job, limit: limit))
            #expect(ranking.matches == Array(whole.matches.prefix(max(0, limit))) && ranking.nearMisses == Array(whole.nearMisses.prefix(max(0, limit))), seed(limit))
            #expect(ranking.matchCount == whole.matchCount && ranking.nearMissCount == whole.nearMissCount, seed(limit))
        }
    }

    @Test("is none where it was cancelled")
    mutating func cancelled() throws {
        let matcher = matcher(people: 600)
        var asked = 0
        #expect(matcher.people(for: matcher.register.jobs[0], limit: 5) { asked += 1; return asked == 2 } == nil)
        #expect(asked == 2)
        #expect(matcher.jobs(for: matcher.register.people[0], limit: 5) { true } == nil)
    }

    @Test("of an empty register is empty")
    func empty() throws {
        let desk = try Desk()
        #expect(try desk.matcher.people(for: desk.job(), limit: 5) == .empty && desk.matcher.jobs(for: desk.person(), limit: 5) == .empty)
    }

    @Test("of all is that of every open job, by identifier")
    mutating func all() throws {
        let matcher = matcher()
        let open = matcher.register.jobs.filter { matcher.isOpen(matcher.opening($0)) }.sorted { $0.id < $1.id }
        var rankings: [Ranking] = []
        matcher.all(limit: 7) { rankings.append($0) }
        #expect(rankings == open.compactMap { matcher.people(for: $0, limit: 7) }, seed(0))
        #expect(!open.isEmpty && open.count < matcher.register.jobs.count, seed(0))
    }
}
