@testable import DoorstepCore

/// Small registers in which people and jobs want the same, and what plans
/// over them may be asked for.
struct RandomPlanning {
    var records: RandomRecords
    let today: Day
    var seed: UInt64 { records.random.seed }

    init(_ catalogue: Catalogue, _ random: SplitMix64, today: Day) {
        records = RandomRecords(catalogue, random)
        self.today = today
    }

    /// Few vacancies, so that there are too few of one and of the other.
    mutating func index(people: Int, jobs: Int) throws -> MatchIndex {
        let catalogue = records.catalogue
        let county = try catalogue.place("150784")
        records.narrow()
        records.places = catalogue.places.all.filter { $0.parent == county }.map(\.id)
        var register = try records.looseRegister(people: people, jobs: jobs, today: today)
        for known in register.jobs {
            var job = known
            job.headcount = records.random.int(1...3)
            register.update(job)
        }
        return MatchIndex(Matcher(register: register, catalogue: catalogue, day: today))
    }

    /// Also such as leave nothing to choose, or everything.
    mutating func settings(_ index: MatchIndex) -> PlanSettings {
        var settings = PlanSettings()
        settings.goal = records.random.pick(PlanSettings.Goal.allCases)
        settings.threshold = Points(clamping: records.random.pick([0, 3000, 5000, 5000, records.random.int(2000...8000)]))
        settings.candidates = records.random.pick([1, 2, 4, 50])
        settings.perEmployer = records.random.once(in: 2) ? records.random.int(1...6) : nil
        let people = index.register.people.map(\.id)
        settings.first = (0..<records.random.pick([0, 0, 1, 2])).map { _ in
            PlanSettings.Rank(groups: records.groups(derived: true), people: Set(records.random.some(0...3, of: people)))
        }
        settings.withdrawn = Set(records.random.some(0...2, of: people))
        settings.closed = Set(records.random.some(0...1, of: index.register.jobs.map(\.id)))
        settings.excluded = Set((0..<records.random.int(0...10)).map { _ in pair(index) })
        return settings
    }

    mutating func pair(_ index: MatchIndex) -> PlanPair {
        PlanPair(job: records.random.pick(index.register.jobs.map(\.id)), person: records.random.pick(index.register.people.map(\.id)))
    }

    /// A plan, with some of its own pairs and some others agreed.
    mutating func draft(_ index: MatchIndex) throws -> PlanDraft {
        var draft = try PlanDraft(index, settings(index))
        for _ in 0..<records.random.int(0...4) {
            let chosen = draft.plan.lines.isEmpty || records.random.once(in: 2) ? pair(index) : records.random.pick(draft.plan.lines).pair
            // Many cannot be agreed.
            do { try draft.apply(.fix(chosen), index) } catch { continue }
        }
        return draft
    }
}

/// What a plan is judged by, in the order in which it counts.
struct PlanMeasure: Hashable, Comparable {
    let levels: [Int]

    init(_ plan: Plan, _ draft: PlanDraft, _ index: MatchIndex) {
        let matcher = index.matcher
        var ranks = Array(repeating: 0, count: draft.settings.first.count)
        for line in plan.lines {
            guard let person = index.register.people[line.person] else { continue }
            let groups = matcher.candidate(person).groups
            if let rank = draft.settings.first.firstIndex(where: { !$0.groups.isDisjoint(with: groups) || $0.people.contains(line.person) }) { ranks[rank] += 1 }
        }
        let points = plan.lines.reduce(0) { $0 + $1.points.value }
        levels = ranks + (draft.settings.goal == .cover ? [plan.lines.count] : []) + [points]
    }

    static func < (one: PlanMeasure, other: PlanMeasure) -> Bool { one.levels.lexicographicallyPrecedes(other.levels) }
}
