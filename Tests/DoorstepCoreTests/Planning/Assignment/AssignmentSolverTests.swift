import Foundation
import Testing

@testable import DoorstepCore

@Suite("The best assignment")
struct AssignmentSolverTests {
    @Test("is what other solvers found, for four hundred graphs and both goals, and its prices prove it")
    func stored() throws {
        let all = try StoredAssignment.all()
        #expect(all.count == 400)
        for (number, stored) in all.enumerated() {
            for (goal, optimum) in [(PlanSettings.Goal.total, stored.total), (.cover, stored.cover)] {
                var solved = try SolvedAssignment(stored.assignment, goal)
                if number.isMultiple(of: 2) { solved.solve() } else { solved.solve(in: Int128.self) }
                #expect(solved.audit() == nil, "line \(number + 1), \(goal)")
                let expected = Assignment.Optimum(ranks: optimum.ranks, placed: goal == .cover ? optimum.placed : nil, points: optimum.points)
                #expect(solved.found == expected, "line \(number + 1), \(goal)")
            }
        }
    }

    @Test("of OR-Library's assign100 costs 305")
    func orLibrary() throws {
        let numbers = try String(contentsOf: StoredAssignment.folder.appending(path: "assign100.txt"), encoding: .utf8).split(separator: "\n")
            .filter { !$0.hasPrefix("#") }.flatMap { $0.split(separator: " ").compactMap { Int($0) } }
        let (size, costs) = (numbers[0], Array(numbers[1...]))
        let most = costs.max() ?? 0
        let assignment = Assignment(
            people: size, jobs: size, vacancies: Array(repeating: 1, count: size), employers: Array(repeating: -1, count: size), limits: [],
            ranks: Array(repeating: 0, count: size), pairs: costs.enumerated().map { [$0 / size, $0 % size, most - $1] })
        var solved = try SolvedAssignment(assignment, .cover)
        solved.solve()
        #expect(solved.audit() == nil)
        #expect(solved.found.placed == size)
        #expect(size * most - solved.found.points == 305)
    }

    @Test("places 2,661 of 2,673 people in 8,482 single jobs")
    func station() throws {
        let station = try DrawnStation()
        for (goal, points) in [(PlanSettings.Goal.total, station.stored.total.points), (.cover, station.stored.cover.points)] {
            var solved = try SolvedAssignment(station.assignment, goal)
            solved.solve()
            #expect(solved.audit() == nil)
            #expect(solved.found.points == points)
            if goal == .cover { #expect(solved.found.placed == 2_661) }
        }
    }

    @Test("ends where everybody is equal, where nobody can be placed, and where one person has a thousand jobs", arguments: PlanSettings.Goal.allCases)
    func degenerate(goal: PlanSettings.Goal) throws {
        func solve(_ people: Int, _ vacancies: [Int32], _ pairs: [[Int]]) throws -> (placed: Int, points: Int) {
            let assignment = Assignment(
                people: people, jobs: vacancies.count, vacancies: vacancies, employers: vacancies.map { _ in -1 }, limits: [],
                ranks: Array(repeating: 0, count: people), pairs: pairs)
            var solved = try SolvedAssignment(assignment, goal)
            solved.solve()
            #expect(solved.audit() == nil)
            return (solved.state.placed.count { $0 >= 0 }, solved.found.points)
        }
        let none = try solve(0, [], [])
        #expect(none.placed == 0)
        let noPairs = try solve(10, [1, 2], [])
        #expect(noPairs.placed == 0)
        let noVacancies = try solve(3, [0, 0], [[0, 0, 9_000], [1, 1, 8_000], [2, 0, 10_000]])
        #expect(noVacancies.placed == 0)
        let one = try solve(1, Array(repeating: 5, count: 1_000), (0..<1_000).map { [0, $0, 5_000 + $0] })
        #expect(one == (1, 5_999))
        let many = try solve(1_000, [7], (0..<1_000).map { [$0, 0, 5_000 + $0] })
        #expect(many == (7, (993...999).reduce(0) { $0 + 5_000 + $1 }))
        // All points equal, and fewer places than people.
        let equal = try solve(400, Array(repeating: 3, count: 50), (0..<400).flatMap { person in (0..<50).map { [person, $0, 7_000] } })
        #expect(equal == (150, 150 * 7_000))
    }

    @Test("that was stopped is kept to all limits, proves how far it may be from the best, and can be gone on with", arguments: [1, 2, 3, 5, 8, 13, 40])
    func stopped(questions: Int) throws {
        let station = try DrawnStation()
        for goal in PlanSettings.Goal.allCases {
            var best = try SolvedAssignment(station.assignment, goal)
            best.solve()
            var solved = try SolvedAssignment(station.assignment, goal)
            var left = questions
            solved.solve(isStopped: {
                left -= 1
                return left < 0
            })
            #expect(solved.audit(isOptimal: false) == nil)
            #expect(solved.value <= best.value)
            solved.solve()
            #expect(solved.audit() == nil)
            #expect(solved.value == best.value)
        }
    }
}

/// The stored station of 2,673 people, drawn again.
struct DrawnStation {
    struct Stored: Decodable {
        struct Sum: Decodable {
            let placed: Int?
            let points: Int
        }
        let seed: UInt64
        let people: Int
        let jobs: Int
        let trades: Int
        let digest: String
        let total: Sum
        let cover: Sum
        let greedy: Sum
    }

    let stored: Stored
    let assignment: Assignment

    init() throws {
        stored = try JSONDecoder().decode(Stored.self, from: Data(contentsOf: StoredAssignment.folder.appending(path: "station.json")))
        var random = SplitMix64(seed: stored.seed)
        func draw(_ count: Int) -> Int { Int(random.next() % UInt64(count)) }
        let each = stored.jobs / stored.trades
        var pairs: [[Int]] = []
        for person in 0..<stored.people {
            let trade = min(draw(stored.trades), draw(stored.trades), draw(stored.trades))
            var drawn: Set<Int> = []
            for _ in 0..<12 + draw(9) {
                let job = draw(110) == 0 ? draw(stored.jobs) : trade * each + min(draw(each), draw(each))
                let points = 5_000 + draw(5_001)
                if drawn.insert(job).inserted { pairs.append([person, job, points]) }
            }
        }
        var digest: UInt64 = 0xCBF2_9CE4_8422_2325
        for number in pairs.joined() {
            for byte in 0..<4 { digest = (digest ^ UInt64(number >> (8 * byte) & 0xFF)) &* 0x100_0000_01B3 }
        }
        try #require(String(digest, radix: 16) == stored.digest, "another graph was drawn than the stored optima are of")
        assignment = Assignment(
            people: stored.people, jobs: stored.jobs, vacancies: Array(repeating: 1, count: stored.jobs), employers: Array(repeating: -1, count: stored.jobs),
            limits: [], ranks: Array(repeating: 0, count: stored.people), pairs: pairs)
    }
}
