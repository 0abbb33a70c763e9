import Testing

@testable import DoorstepCore

@Suite("An assignment after a change")
struct AssignmentChangeTests {
    /// What a sequence of changes has made otherwise.
    private struct Settled {
        var excluded: Set<Int> = []
        var withdrawn: Set<Int> = []
        var closed: Set<Int> = []
        var given: [Int] = []
    }

    @Test("is as good as one made anew, after any changes", arguments: 0..<40)
    func changes(seed: UInt64) throws {
        for round in 0..<50 {
            var random = SplitMix64(seed: seed * 1_000 + UInt64(round))
            let assignment = random.assignment()
            let goal = random.pick(PlanSettings.Goal.allCases)
            var solved = try SolvedAssignment(assignment, goal)
            solved.solve()
            var settled = Settled()
            for _ in 0..<8 {
                change(&solved, &settled, assignment, &random)
                // Several changes at once, or each by itself.
                if random.once(in: 2) {
                    solved.solve()
                    #expect(solved.audit() == nil, "seed \(seed), round \(round)")
                }
            }
            solved.solve()
            var anew = solved
            anew.state = AssignmentState(solved.problem, vacancies: solved.state.vacancies, limits: solved.state.limits)
            anew.state.points = solved.state.points
            anew.solve()
            #expect(solved.audit() == nil, "seed \(seed), round \(round)")
            #expect(solved.value == anew.value, "seed \(seed), round \(round)")
        }
    }

    private func change(_ solved: inout SolvedAssignment, _ settled: inout Settled, _ assignment: Assignment, _ random: inout SplitMix64) {
        let (problem, worth) = (solved.problem, solved.worthOfPerson)
        func allow(_ person: Int) {
            guard !settled.withdrawn.contains(person) else { return }
            solved.state.allow(pairs: problem.pairs(of: person).filter { !settled.excluded.contains($0) }, of: person, problem, worth)
        }
        switch random.int(0...7) {
        case 0 where problem.pairs > 0:
            let pair = random.int(0...problem.pairs - 1)
            if settled.excluded.insert(pair).inserted { solved.state.exclude(pair: pair, problem, worth) }
        case 1:
            guard let pair = settled.excluded.min() else { return }
            settled.excluded.remove(pair)
            allow(Int(problem.personOfPair[pair]))
        case 2 where problem.people > 0:
            let person = random.int(0...problem.people - 1)
            if settled.withdrawn.insert(person).inserted { solved.state.withdraw(person: person, problem) }
        case 3:
            guard let person = settled.withdrawn.min() else { return }
            settled.withdrawn.remove(person)
            allow(person)
        case 4 where problem.jobs > 0:
            let job = random.int(0...problem.jobs - 1)
            if !settled.given.contains(job), settled.closed.insert(job).inserted { solved.state.close(job: job, problem) }
        case 5:
            guard let job = settled.closed.min() else { return }
            settled.closed.remove(job)
            solved.state.reopen(job: job, vacancies: assignment.vacancies[job], problem, worth)
        case 6 where problem.jobs > 0:
            let job = random.int(0...problem.jobs - 1)
            let employer = Int(problem.employerOfJob[job])
            guard !settled.closed.contains(job), solved.state.vacancies[job] > 0, employer < 0 || solved.state.limits[employer] > 0 else { return }
            settled.given.append(job)
            solved.state.takePlace(of: job, problem, worth)
        default:
            guard let job = settled.given.popLast() else { return }
            solved.state.returnPlace(of: job, problem)
        }
    }
}

extension SplitMix64 {
    /// A small assignment of any kind, with or without limits and ranks.
    mutating func assignment() -> Assignment {
        let (people, jobs, employers) = (int(0...12), int(0...8), int(1...4))
        let (share, most) = (int(1...10), pick([1, 3, 50, 10_000]))
        let (isLimited, ranks) = (once(in: 2), once(in: 2) ? 0 : 2)
        var pairs: [[Int]] = []
        for person in 0..<people { for job in 0..<jobs where int(1...10) <= share { pairs.append([person, job, int(0...most)]) } }
        return Assignment(
            people: people, jobs: jobs, vacancies: (0..<jobs).map { _ in Int32(int(0...3)) },
            employers: (0..<jobs).map { _ in isLimited ? Int32(int(-1...employers - 1)) : -1 }, limits: (0..<employers).map { _ in Int32(int(0...3)) },
            ranks: (0..<people).map { _ in UInt8(int(0...ranks)) }, pairs: pairs)
    }
}
