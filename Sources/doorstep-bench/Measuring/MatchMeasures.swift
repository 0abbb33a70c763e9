import DoorstepCore
import StationGenerator

/// Measures matching on one made-up station.
struct MatchMeasures {
    let name: String
    let people: Int
    let jobs: Int
    let catalogue: Catalogue
    let readings: Readings
    let day: Day
    let seed: UInt64
    let station: String
    let top: Int
    /// Seconds that the plain way may take for each figure, roughly.
    let patience: Double
    /// Only these parts, where there are any.
    let parts: Set<Part>

    enum Part: String, CaseIterable, Sendable {
        case all, nearMisses = "near-misses", single, edits, search, store, sheets, `import`, console, policies, reports
        case followUps = "follow-ups"
        case plan
    }

    /// - Parameter report: takes each figure as soon as there is one.
    func run(_ report: @escaping (Figure) -> Void) throws(GeneratorError) {
        let say: Say = { measure, unit, fast, plain, note in
            report(Figure(workload: name, measure: measure, unit: unit, fast: fast, plain: plain, note: note))
        }
        if parts.contains(.policies) { PolicyMeasures(placements: people, catalogue: catalogue, day: day, seed: seed).run(say) }
        guard parts != [.policies] else { return }
        let register = try StationPlan(seed: seed, people: people, jobs: jobs, day: day, station: station).register(catalogue)
        if parts.contains(.search) { SearchMeasures(register: register, catalogue: catalogue, readings: readings).run(say) }
        if parts.contains(.store) { StoreMeasures(register: register, catalogue: catalogue, day: day).run(say) }
        if parts.contains(.sheets) {
            SheetMeasures(register: register, catalogue: catalogue).run(say)
            WritingMeasures(register: register, catalogue: catalogue, day: day).run(say)
        }
        if parts.contains(.import) { ImportMeasures(register: register, catalogue: catalogue, day: day).run(say) }
        if parts.contains(.console) { ConsoleMeasures(register: register, catalogue: catalogue, readings: readings, day: day).run(say) }
        if parts.contains(.followUps) { FollowUpMeasures(register: register, catalogue: catalogue, day: day).run(say) }
        if parts.contains(.reports) { ReportMeasures(register: register, catalogue: catalogue, day: day).run(say) }
        guard !parts.isSubset(of: [.search, .store, .sheets, .console, .policies, .followUps, .reports]) else { return }
        let matcher = Matcher(register: register, catalogue: catalogue, day: day)
        let before = Memory.now
        Memory.forgetPeak()
        say("memory of the register", "MB", before, nil, "")
        var made: MatchIndex?
        let building = Cost.of { made = MatchIndex(matcher) }
        guard var index = made else { return }
        made = nil
        say("memory of the index", "MB", Memory.now - before, nil, "")
        say("peak memory while the index is made", "MB", Memory.peak, nil, "")
        say("index building, processors", "s", building.processor, nil, "")
        say("index building, wall", "s", building.wall, nil, "")

        if parts.contains(.plan) { PlanMeasures(index: index, top: top).run(say) }
        guard !parts.isDisjoint(with: [.all, .nearMisses, .single, .edits]) else { return }
        let plainJobs = PlainCost(matcher, patience: patience)
        let plainAll = plainJobs.perJob * Double(jobs)
        let note = "\(plainJobs.jobs) jobs, the rest by proportion"
        // What the plain way took is not the index's.
        Memory.forgetPeak()
        for (part, kind, measure) in [(Part.all, MatchIndex.Kind.matches, "all jobs"), (.nearMisses, .nearMisses, "all jobs, near misses")]
        where parts.contains(part) {
            var lines = 0
            let cost = Cost.of { index.all(limit: top, of: kind) { _, list in lines += list.count } }
            say("\(measure), top \(top), processors", "s", cost.processor, plainAll, note)
            say("\(measure), top \(top), wall", "s", cost.wall, nil, "")
            say("\(measure), pairs a second", "1/s", Double(people) * Double(jobs) / cost.processor, nil, "")
            say("\(measure), lines", "", Double(lines), nil, "")
            say("\(measure), peak memory", "MB", Memory.peak, nil, "")
        }
        if parts.contains(.single) { measureRankings(index, plainJobs, say) }
        if parts.contains(.edits) { measureEdits(&index, say) }
    }

    private typealias Say = (_ measure: String, _ unit: String, _ fast: Double, _ plain: Double?, _ note: String) -> Void

    /// Single rankings as the console asks for them: matches and near
    /// misses, counted and explained.
    private func measureRankings(_ index: MatchIndex, _ plain: PlainCost, _ say: Say) {
        let register = index.register
        let jobs = stride(from: 0, to: register.jobs.count, by: max(1, register.jobs.count / 1000)).map { register.jobs[$0] }
        let people = stride(from: 0, to: register.people.count, by: max(1, register.people.count / 1000)).map { register.people[$0] }
        let forJobs = Spread(jobs.map { job in Cost.of { _ = index.people(for: job, limit: top) }.processor * 1000 })
        let forPeople = Spread(people.map { person in Cost.of { _ = index.jobs(for: person, limit: top) }.processor * 1000 })
        let note = "mean of \(plain.jobs)"
        say("one job, median", "ms", forJobs.quantile(0.5), plain.perJob * 1000, note)
        say("one job, 99th percentile", "ms", forJobs.quantile(0.99), nil, "")
        say("one person, median", "ms", forPeople.quantile(0.5), plain.perPerson * 1000, note)
        say("one person, 99th percentile", "ms", forPeople.quantile(0.99), nil, "")
    }

    /// Edits beside a reader who holds the index as it was.
    private func measureEdits(_ index: inout MatchIndex, _ say: Say) {
        let held = index
        let register = index.register
        let people = stride(from: 0, to: register.people.count, by: max(1, register.people.count / 500)).map { register.people[$0] }
        let jobs = stride(from: 0, to: register.jobs.count, by: max(1, register.jobs.count / 500)).map { register.jobs[$0] }
        func measure(_ what: String, _ edits: [(inout MatchIndex) -> Void]) {
            let times = edits.map { edit in
                var copy = held
                return Cost.of { edit(&copy) }.processor * 1000
            }
            let spread = Spread(times)
            say("one edit: \(what), median", "ms", spread.quantile(0.5), nil, "")
            say("one edit: \(what), 99th percentile", "ms", spread.quantile(0.99), nil, "")
        }
        measure("a person's status", people.map { person in { index in
            var person = person
            person.status = person.status == .seeking ? .paused : .seeking
            index.update(person)
        } })
        measure("a person's place and skills", zip(people, people.reversed()).map { person, other in { index in
            var person = person
            (person.place, person.skills) = (other.place, other.skills)
            index.update(person)
        } })
        measure("a job", jobs.map { job in { index in
            var job = job
            job.headcount += 1
            index.update(job)
        } })
    }
}

/// What the plain implementation takes, measured on as many as patience
/// allows.
struct PlainCost {
    let jobs: Int
    let perJob: Double
    let perPerson: Double

    init(_ matcher: Matcher, patience: Double) {
        func measure(_ count: Int, _ one: (Int) -> Void) -> (count: Int, each: Double) {
            var spent = 0.0
            var done = 0
            for number in stride(from: 0, to: count, by: max(1, count / 40)) where spent < patience {
                spent += Cost.of { one(number) }.processor
                done += 1
            }
            return (done, done == 0 ? 0 : spent / Double(done))
        }
        let register = matcher.register
        let forJobs = measure(register.jobs.count) { _ = matcher.people(for: register.jobs[$0], limit: 20) }
        let forPeople = measure(register.people.count) { _ = matcher.jobs(for: register.people[$0], limit: 20) }
        (jobs, perJob, perPerson) = (forJobs.count, forJobs.each, forPeople.each)
    }
}
