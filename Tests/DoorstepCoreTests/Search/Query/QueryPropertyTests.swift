@testable import DoorstepCore
import Testing

@Suite("Queries at random")
struct QueryPropertyTests {
    private let catalogue: Catalogue
    private let parser: QueryParser

    init() throws {
        catalogue = try Samples.catalogue
        parser = try QuerySamples.parser
    }

    @Test("print in either language as text that parses to the same query")
    func roundTrip() throws {
        var queries = try RandomQueries(catalogue, .printed())
        for round in 0..<SplitMix64.rounds(3000) {
            let query = queries.query()
            for language in Language.allCases {
                let text = parser.description(of: query, in: language)
                let parsed = parser.parse(text)
                #expect(parsed.query == query && parsed.problems.isEmpty && parsed.unfinished.isEmpty, "round \(round), seed \(queries.random.seed): \(text)")
            }
        }
    }

    @Test("name every group, place, skill, certificate and status so that it is found again")
    func names() {
        var conditions: [SearchQuery.Condition] = catalogue.groups.all.map { .group($0.id) }
        conditions += catalogue.places.all.map { .place([$0.id], called: catalogue.places.unmistakableName($0.id)) }
        conditions += catalogue.skills.all.map { .skill($0.id, withFamily: false) } + catalogue.certificates.all.map { .certificate($0.id, withFamily: true) }
        conditions += QueryStatus.allCases.map { .status($0) }
        for condition in conditions {
            for language in Language.allCases {
                let text = parser.text(of: condition, in: language)
                #expect(parser.parse(text).query.terms.map(\.condition) == [condition], "\(text)")
            }
        }
    }

    @Test("find every place by its code and its full pinyin, with blanks and without")
    func spellings() {
        for place in catalogue.places.all {
            for text in [place.code, "\"\(place.pinyin)\"", place.pinyin.replacing(" ", with: "").uppercased()] {
                guard case .place(let places, _)? = parser.parse("@" + text).query.terms.first?.condition else {
                    Issue.record("\(text) is no place")
                    continue
                }
                #expect(places.contains(place.id), "\(text)")
            }
        }
    }

    @Test("mean the same in full-width characters")
    func fullWidth() throws {
        var queries = try RandomQueries(catalogue, .printed())
        for _ in 0..<SplitMix64.rounds(300) {
            let text = parser.description(of: queries.query(), in: .chinese)
            // Quotes are among them.
            let wide = String(String.UnicodeScalarView(text.unicodeScalars.map { scalar in
                scalar == " " ? "\u{3000}" : (0x21...0x7E).contains(scalar.value) ? Unicode.Scalar(scalar.value + 0xFEE0) ?? scalar : scalar
            }))
            #expect(parser.parse(wide).query == parser.parse(text).query, "\(text), seed \(queries.random.seed)")
        }
    }

    @Test("find the people and jobs that plain looking finds")
    func oracle() throws {
        let today = try day("2026-11-21")
        var queries = try RandomQueries(catalogue, .printed())
        var records = RandomRecords(catalogue, queries.random)
        records.narrow()
        let register = records.register(people: 120, jobs: 120, today: today)
        let oracle = QueryOracle(register: register, catalogue: catalogue, day: today)
        var found = 0
        for round in 0..<SplitMix64.rounds(400) {
            // Plain words are the index's business.
            let query = SearchQuery(queries.query(1...2).terms.filter { if case .word = $0.condition { false } else { true } })
            let filter = QueryFilter(query, register: register, catalogue: catalogue, day: today)
            for (position, person) in register.people.enumerated() {
                let fits = filter.fits(person)
                #expect(filter.fits(personAt: position) == fits)
                #expect(fits == oracle.fits(query, person), "round \(round), seed \(queries.random.seed): \(query), \(person)")
                if fits { found += 1 }
            }
            for (position, job) in register.jobs.enumerated() {
                let fits = filter.fits(job)
                #expect(filter.fits(jobAt: position) == fits)
                #expect(fits == oracle.fits(query, job), "round \(round), seed \(queries.random.seed): \(query), \(job)")
                if fits { found += 1 }
            }
        }
        #expect(found > 1000)
    }
}

/// Each condition in the plainest words, for one record at a time.
struct QueryOracle {
    let register: Register
    let catalogue: Catalogue
    let day: Day

    func fits(_ query: SearchQuery, _ person: Person) -> Bool {
        query.terms.allSatisfy { term in has(term.condition, person).map { $0 != term.isNegated } ?? false }
    }

    func fits(_ query: SearchQuery, _ job: Job) -> Bool {
        query.terms.allSatisfy { term in has(term.condition, job).map { $0 != term.isNegated } ?? false }
    }

    private func lies<Value>(_ value: Value, _ span: Span<Value>) -> Bool {
        switch span {
        case .atLeast(let bound): value >= bound
        case .moreThan(let bound): value > bound
        case .atMost(let bound): value <= bound
        case .lessThan(let bound): value < bound
        case .within(let range): range.contains(value)
        }
    }

    /// Nil where people have nothing of the kind.
    private func has(_ condition: SearchQuery.Condition, _ person: Person) -> Bool? {
        switch condition {
        case .word: return nil
        case .group(let group):
            let city = catalogue.places.ancestor(of: register.station.place, at: .prefecture)
            return catalogue.groups.groups(of: person, asOf: day, city: city, places: catalogue.places).contains(group)
        case .place(let places, _): return !Set(catalogue.places.lineage(person.place)).isDisjoint(with: places)
        case .skill(let skill, let withFamily):
            return (person.skills.map(\.name) + person.wants).contains { name in
                name == .catalogued(skill) || withFamily && catalogue.skills.family(of: name) == catalogue.skills[skill].family
            }
        case .certificate(let certificate, let withFamily):
            return person.certificates.contains { held in
                guard held.expires ?? day >= day, case .catalogued(let id) = held.name else { return false }
                return id == certificate || withFamily && catalogue.certificates[id].covers.contains(certificate)
            }
        case .wage(let span): return person.lowestWage.map { lies($0, span) } ?? false
        case .age(let span): return person.birth.map { lies(day.fullYears(since: $0), span) } ?? false
        case .education(let span): return person.education.map { lies($0, span) } ?? false
        case .status(let status): return PersonStatus(rawValue: status.rawValue).map { $0 == person.status }
        case .waiting(let span): return lies(register.waitingDays(person, asOf: day), span)
        case .vacancies: return nil
        }
    }

    private func has(_ condition: SearchQuery.Condition, _ job: Job) -> Bool? {
        switch condition {
        case .word: return nil
        case .group(let group):
            let reserved = job.reservedFor.isEmpty ? job.kind.map { catalogue.kinds[$0].reservedFor } ?? [] : job.reservedFor
            return job.prefers.union(reserved).contains(group)
        case .place(let places, _): return !Set(catalogue.places.lineage(job.place)).isDisjoint(with: places)
        case .skill(let skill, let withFamily):
            return (job.skills.map(\.name) + [job.occupation].compactMap(\.self)).contains { name in
                name == .catalogued(skill) || withFamily && catalogue.skills.family(of: name) == catalogue.skills[skill].family
            }
        case .certificate(let certificate, let withFamily):
            return job.certificates.contains { name in
                guard case .catalogued(let id) = name else { return false }
                return id == certificate || withFamily && catalogue.certificates[id].covers.contains(certificate)
            }
        case .wage(let span):
            let known = [job.wage.lowest, job.wage.highest].compactMap(\.self)
            let factor: [PayUnit: Int] = [.month: 100, .day: 2175, .hour: 17_400]
            guard let times = factor[job.wage.unit], let lowest = known.min(), let highest = known.max() else { return false }
            switch span {
            case .atLeast(let bound): return highest.fen * times >= bound.fen * 100
            case .moreThan(let bound): return highest.fen * times > bound.fen * 100
            case .atMost(let bound): return lowest.fen * times <= bound.fen * 100
            case .lessThan(let bound): return lowest.fen * times < bound.fen * 100
            case .within(let range): return highest.fen * times >= range.lowerBound.fen * 100 && lowest.fen * times <= range.upperBound.fen * 100
            }
        case .age(let span):
            return (0...200).contains { age in age >= job.lowestAge ?? 0 && age <= job.highestAge ?? 200 && lies(age, span) }
        case .education(let span): return lies(job.education ?? .none, span)
        case .status(let status): return JobStatus(rawValue: status.rawValue).map { $0 == job.status }
        case .waiting(let span): return lies(register.vacantDays(job, asOf: day), span)
        case .vacancies(let span): return lies(register.vacanciesLeft(of: job, asOf: day, isDayWork: job.kind.map { catalogue.kinds[$0].isDayWork } ?? false), span)
        }
    }
}
