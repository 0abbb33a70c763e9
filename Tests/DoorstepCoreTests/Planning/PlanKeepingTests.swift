@testable import DoorstepCore
import Testing

/// What every plan keeps to, whatever the lists and whatever was asked for.
@Suite("A plan over both lists")
struct PlanKeepingTests {
    private var planning: RandomPlanning

    init() throws {
        planning = RandomPlanning(try Samples.catalogue, .printed(), today: try day("2026-11-21"))
    }

    private func expectKept(_ plan: Plan, _ draft: PlanDraft, _ index: MatchIndex, _ comment: Comment) throws {
        let (settings, matcher) = (draft.settings, index.matcher)
        #expect(Set(plan.lines.map(\.person)).count == plan.lines.count, comment)
        #expect(Set(plan.lines.filter(\.isFixed).map(\.pair)) == Set(settings.fixed), comment)
        for (job, lines) in Dictionary(grouping: plan.lines, by: \.job) {
            let record = try #require(index.register.jobs[job])
            let left = index.register.vacanciesLeft(of: record, asOf: matcher.day, isDayWork: matcher.catalogue.kinds.isDayWork(record))
            #expect(lines.count <= left, comment)
            #expect(!settings.closed.contains(job), comment)
        }
        if let limit = settings.perEmployer {
            let employers = try plan.lines.map { try #require(index.register.jobs[$0.job]).employer }
            #expect(Dictionary(grouping: employers) { $0 }.values.allSatisfy { $0.count <= limit }, comment)
        }
        for line in plan.lines {
            let (job, person) = (try #require(index.register.jobs[line.job]), try #require(index.register.people[line.person]))
            let assessment = matcher.assess(job: job, person: person)
            #expect(line.points == assessment.score.points, comment)
            #expect(!settings.excluded.contains(line.pair) && !settings.withdrawn.contains(line.person), comment)
            #expect(line.isFixed || (assessment.isMatch && line.points >= settings.threshold), comment)
            #expect(assessment.blocked.members.allSatisfy { !$0.forbidsReferral }, comment)
        }
        #expect(plan.figures.placed == plan.lines.count && plan.figures.points == plan.lines.reduce(0) { $0 + $1.points.value }, comment)
    }

    @Test("has each person once, no more than there are vacancies, an employer's limit lets and the threshold allows, what is agreed and nothing excluded")
    mutating func kept() throws {
        var (placed, fixed) = (0, 0)
        for number in 0..<SplitMix64.rounds(60) {
            let index = try planning.index(people: 24, jobs: 12)
            let draft = try planning.draft(index)
            try expectKept(draft.plan, draft, index, "seed \(planning.seed), \(number)")
            try expectKept(draft.greedy, draft, index, "greedy, seed \(planning.seed), \(number)")
            placed += draft.plan.lines.count
            fixed += draft.settings.fixed.count
        }
        #expect(placed > 200 && fixed > 20, "\(placed) placed, \(fixed) agreed")
    }

    @Test("is no worse than taking the best pair first, those who come first before all, and often better")
    mutating func better() throws {
        var better = 0
        for number in 0..<SplitMix64.rounds(60) {
            let index = try planning.index(people: 24, jobs: 12)
            let draft = try planning.draft(index)
            let (plan, greedy) = (PlanMeasure(draft.plan, draft, index), PlanMeasure(draft.greedy, draft, index))
            #expect(plan >= greedy, "seed \(planning.seed), \(number)")
            #expect(draft.plan.gap?.isNone == true, "seed \(planning.seed), \(number)")
            if plan > greedy { better += 1 }
        }
        #expect(better > 5, "\(better)")
    }
}

/// The plan made again from where it was, beside the plan made anew.
@Suite("A change of a plan")
struct PlanChangingTests {
    private var planning: RandomPlanning

    init() throws {
        planning = RandomPlanning(try Samples.catalogue, .printed(), today: try day("2026-11-21"))
    }

    private mutating func change(_ draft: PlanDraft, _ index: MatchIndex, _ kind: Int) -> PlanChange {
        var pair = planning.pair(index)
        if !draft.plan.lines.isEmpty, !planning.records.random.once(in: 3) { pair = planning.records.random.pick(draft.plan.lines).pair }
        let (excluded, fixed) = (draft.settings.excluded.sorted { ($0.job, $0.person) < ($1.job, $1.person) }, draft.settings.fixed)
        switch kind {
        case 0: return .fix(pair)
        case 1: return .release(fixed.isEmpty ? pair : planning.records.random.pick(fixed))
        case 2: return .exclude(pair)
        case 3: return .allow(excluded.isEmpty ? pair : planning.records.random.pick(excluded))
        case 4: return .withdraw(person: pair.person)
        case 5: return .bringBack(person: planning.records.random.pick(draft.settings.withdrawn.sorted() + [pair.person]))
        case 6: return .close(job: pair.job)
        default: return .reopen(job: planning.records.random.pick(draft.settings.closed.sorted() + [pair.job]))
        }
    }

    /// What the change means, put down by hand.
    private func applied(_ change: PlanChange, _ settings: PlanSettings) -> PlanSettings {
        var settings = settings
        switch change {
        case .fix(let pair): if !settings.fixed.contains(pair) { settings.fixed.append(pair) }
        case .release(let pair): settings.fixed.removeAll { $0 == pair }
        case .exclude(let pair): settings.excluded.insert(pair)
        case .allow(let pair): settings.excluded.remove(pair)
        case .withdraw(let person): settings.withdrawn.insert(person)
        case .bringBack(let person): settings.withdrawn.remove(person)
        case .close(let job): settings.closed.insert(job)
        case .reopen(let job): settings.closed.remove(job)
        }
        return settings
    }

    /// - Returns: how many of each kind of change were not refused.
    private mutating func run(rounds: Int, perEmployer: ClosedRange<Int>?, _ kinds: [Int]) throws -> [Int: Int] {
        var done: [Int: Int] = [:]
        for number in 0..<rounds {
            let index = try planning.index(people: 20, jobs: 9)
            var settings = planning.settings(index)
            settings.perEmployer = perEmployer.map { planning.records.random.int($0) }
            var draft = try PlanDraft(index, settings)
            for step in 0..<16 {
                let kind = planning.records.random.pick(kinds)
                let change = change(draft, index, kind)
                let before = draft
                let comment: Comment = "seed \(planning.seed), \(number), step \(step): \(String(describing: change))"
                do throws(PlanRefusal) { try draft.apply(change, index) } catch {
                    #expect(draft.settings == before.settings && draft.plan == before.plan, comment)
                    continue
                }
                done[kind, default: 0] += 1
                let wanted = applied(change, before.settings)
                #expect(draft.settings.excluded == wanted.excluded && Set(draft.settings.fixed) == Set(wanted.fixed), comment)
                #expect(draft.settings.withdrawn == wanted.withdrawn && draft.settings.closed == wanted.closed, comment)
                let anew = try PlanDraft(draft.graph, wanted, index)
                #expect(PlanMeasure(draft.plan, draft, index) == PlanMeasure(anew.plan, anew, index), comment)
                #expect(draft.plan.figures.placed == anew.plan.figures.placed || draft.settings.goal == .total, comment)
                #expect(draft.plan.gap?.isNone == true && anew.plan.gap?.isNone == true, comment)
                #expect(Set(draft.plan.lines.filter(\.isFixed).map(\.pair)) == Set(wanted.fixed), comment)
            }
        }
        return done
    }

    @Test("leads to the plan made anew, in any order of changes of every kind")
    mutating func anyOrder() throws {
        let done = try run(rounds: SplitMix64.rounds(30), perEmployer: nil, Array(0...7))
        #expect((0...7).allSatisfy { done[$0] ?? 0 >= 10 }, "\(done)")
    }

    @Test("leads to the plan made anew where employers have a limit")
    mutating func limited() throws {
        let done = try run(rounds: SplitMix64.rounds(30), perEmployer: 1...5, Array(0...7))
        #expect((0...7).allSatisfy { done[$0] ?? 0 >= 10 }, "\(done)")
    }

    @Test("of one kind and back, again and again, does too")
    mutating func backAndForth() throws {
        for kinds in [[0, 1], [2, 3], [4, 5], [6, 7]] {
            let done = try run(rounds: SplitMix64.rounds(8), perEmployer: 1...4, kinds)
            #expect(kinds.allSatisfy { done[$0] ?? 0 >= 5 }, "\(done)")
        }
    }
}
