@testable import DoorstepCore
import Synchronization
import Testing

/// Reasons over random plans, held against the lists looked at one by one.
@Suite("What a plan leaves over")
struct PlanShortageTests {
    private var planning: RandomPlanning

    init() throws {
        planning = RandomPlanning(try Samples.catalogue, .printed(), today: try day("2026-11-21"))
    }

    /// Good matches of everybody with everything.
    private func isGood(_ job: Job, _ person: Person, _ draft: PlanDraft, _ index: MatchIndex) -> Bool {
        let assessment = index.matcher.assess(job: job, person: person)
        return assessment.isMatch && assessment.score.points >= draft.settings.threshold
    }

    @Test("sums up to the vacancies left and the people left, each under the cause of its reason")
    mutating func sums() throws {
        var codes: Set<String> = []
        for number in 0..<SplitMix64.rounds(40) {
            let comment: Comment = "seed \(planning.seed), \(number)"
            let index = try planning.index(people: 24, jobs: 14)
            let draft = try planning.draft(index)
            let left = draft.emptyJobs()
            #expect(left.reduce(0) { $0 + $1.left } == draft.plan.figures.vacancies - draft.plan.figures.placed, comment)
            let jobs = try #require(draft.shortageOfPeople(index))
            #expect(jobs.total == left.reduce(0) { $0 + $1.left } && jobs.lines.reduce(0) { $0 + $1.records } == left.count, comment)
            let people = try #require(draft.shortageOfJobs(index))
            #expect(people.total == draft.plan.figures.people - draft.plan.figures.placed, comment)
            var expected: [PlanShortage.Kind: Int] = [:]
            for (job, left) in left {
                let reason = try #require(draft.reason(job: job, index), comment)
                expected[PlanShortage.Kind(reason.cause), default: 0] += left
                codes.insert(reason.cause.code)
            }
            #expect(Dictionary(uniqueKeysWithValues: jobs.lines.map { ($0.kind, $0.count) }) == expected, comment)
            #expect(zip(jobs.lines, jobs.lines.dropFirst()).allSatisfy { $0.count >= $1.count }, comment)
            expected = [:]
            for person in draft.unplacedPeople() {
                let reason = try #require(draft.reason(person: person, index), comment)
                expected[PlanShortage.Kind(reason.cause), default: 0] += 1
                codes.insert(reason.cause.code)
            }
            #expect(Dictionary(uniqueKeysWithValues: people.lines.map { ($0.kind, $0.count) }) == expected, comment)
        }
        #expect(codes.count >= 8 && !codes.contains("not-planned"), "\(codes.sorted())")
    }

    @Test("has reasons that are true: candidates are where it says, and a change brings whom it says")
    mutating func truths() throws {
        var (contests, fills) = (0, 0)
        for number in 0..<SplitMix64.rounds(30) {
            let comment: Comment = "seed \(planning.seed), \(number)"
            let index = try planning.index(people: 20, jobs: 12)
            let draft = try planning.draft(index)
            let (jobs, people) = (draft.plan.jobOfPerson, index.register.people)
            func isOut(_ job: RecordID, _ person: RecordID) -> Bool {
                draft.settings.excluded.contains(PlanPair(job: job, person: person)) || draft.settings.withdrawn.contains(person) || draft.settings.closed.contains(job)
            }
            for (id, _) in draft.emptyJobs() {
                let reason = try #require(draft.reason(job: id, index))
                let job = try #require(index.register.jobs[id])
                if case .contested(let contest) = reason.cause {
                    contests += 1
                    #expect(jobs[contest.best.person] == contest.rival.job && contest.rival.job != id, comment)
                }
                guard let fill = reason.fill, case .job(let change) = fill.change else { continue }
                fills += 1
                let further = people.filter { !isOut(id, $0.id) && isGood(change.applied(to: job), $0, draft, index) && !isGood(job, $0, draft, index) }
                #expect(fill.matches == further.count && fill.matches > 0 && !fill.isMore, comment)
                #expect(fill.free == further.count { jobs[$0.id] == nil }, comment)
            }
            let left = Set(draft.emptyJobs().map(\.job))
            for id in draft.unplacedPeople() {
                let reason = try #require(draft.reason(person: id, index))
                let person = try #require(people[id])
                if case .contested(let contest) = reason.cause {
                    contests += 1
                    #expect(jobs[contest.rival.person] == contest.best.job && contest.best.person == id && !left.contains(contest.best.job), comment)
                }
                guard let fill = reason.fill, case .person(let change) = fill.change else { continue }
                fills += 1
                let further = index.register.jobs.filter { !isOut($0.id, id) && isGood($0, change.applied(to: person), draft, index) && !isGood($0, person, draft, index) }
                #expect(fill.matches == further.count && fill.matches > 0 && !fill.isMore, comment)
            }
        }
        #expect(contests > 10 && fills > 20, "\(contests) contests, \(fills) changes")
    }

    @Test("tells how far it is, and stops when it is not wanted")
    mutating func progress() throws {
        let index = try planning.index(people: 90, jobs: 4)
        let draft = try PlanDraft(index, PlanSettings())
        let latest = Atomic(0)
        let count = draft.unplacedPeople().count
        #expect(draft.shortageOfJobs(index) { false } progress: { done, total in latest.store(max(done, total == count ? done : 0), ordering: .relaxed) } != nil)
        #expect(latest.load(ordering: .relaxed) > 0)
        #expect(draft.shortageOfJobs(index) { true } == nil && draft.shortageOfPeople(index) { true } == nil)
    }
}
