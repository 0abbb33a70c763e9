import Synchronization
import Testing

@testable import DoorstepCore

@Suite("The pairs that a plan chooses from")
struct CandidateGraphTests {
    private var planning: RandomPlanning

    init() throws {
        planning = RandomPlanning(try Samples.catalogue, .printed(), today: try day("2026-11-21"))
    }

    private func pairs(_ graph: CandidateGraph) -> [PlanPair: Int] {
        var found: [PlanPair: Int] = [:]
        for person in graph.people.indices {
            for pair in Int(graph.starts[person])..<Int(graph.starts[person + 1]) {
                found[PlanPair(job: graph.jobs[Int(graph.jobOfPair[pair])], person: graph.people[person])] = Int(graph.points[pair])
            }
        }
        return found
    }

    @Test("are each job's best K people and each person's best K jobs of the plain matcher, from the threshold on")
    mutating func plain() throws {
        var count = 0
        for number in 0..<SplitMix64.rounds(25) {
            let index = try planning.index(people: 60, jobs: 25)
            var settings = planning.settings(index)
            // Also a K that is beyond what is kept in order.
            settings.candidates = planning.records.random.pick([1, 2, 4, 50, 600])
            let graph = index.candidates(settings)
            var expected: [PlanPair: Int] = [:]
            for job in index.register.jobs {
                for match in index.matcher.people(for: job, limit: settings.candidates)?.matches ?? [] where match.assessment.score.points >= settings.threshold {
                    expected[PlanPair(job: match.job, person: match.person)] = match.assessment.score.points.value
                }
            }
            for person in index.register.people {
                for match in index.matcher.jobs(for: person, limit: settings.candidates)?.matches ?? [] where match.assessment.score.points >= settings.threshold {
                    expected[PlanPair(job: match.job, person: match.person)] = match.assessment.score.points.value
                }
            }
            // Day work that is full on its first day takes nobody yet.
            let jobs = Set(graph.jobs)
            expected = expected.filter { jobs.contains($0.key.job) }
            #expect(pairs(graph) == expected, "seed \(planning.seed), \(number), the best \(settings.candidates) from \(settings.threshold)")
            #expect(graph.isComplete)
            #expect(graph.people == graph.people.sorted() && graph.jobs == graph.jobs.sorted())
            count += expected.count
        }
        #expect(count > 1_000, "\(count) pairs")
    }

    @Test("are some of them where the search is stopped, and a plan of those claims no bound")
    mutating func stopped() throws {
        let index = try planning.index(people: 60, jobs: 25)
        let settings = PlanSettings()
        let graph = index.candidates(settings, isStopped: { true })
        #expect(!graph.isComplete && graph.pairCount == 0)
        #expect(try PlanDraft(graph, settings, index).plan.gap == nil)
        #expect(try PlanDraft(index, settings).plan.gap?.isNone == true)
    }

    @Test("are looked for with word of how far that is, to the last list")
    mutating func progress() throws {
        let index = try planning.index(people: 60, jobs: 25)
        let told = Mutex<[(Int, Int)]>([])
        let graph = index.candidates(PlanSettings(), progress: { done, all in told.withLock { $0.append((done, all)) } })
        let all = graph.people.count + graph.jobs.count
        #expect(told.withLock { $0.map(\.0).max() } == all)
        #expect(told.withLock { $0.allSatisfy { $0.1 == all && $0.0 <= all } })
    }
}
