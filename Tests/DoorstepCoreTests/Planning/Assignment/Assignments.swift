import Foundation

@testable import DoorstepCore

/// An assignment in plain numbers, as the stored ones are written.
struct Assignment: Decodable {
    let people: Int
    let jobs: Int
    let vacancies: [Int32]
    /// Of each job; -1 where its employer takes any number.
    let employers: [Int32]
    let limits: [Int32]
    /// Of each person; 0 for those who are in none.
    let ranks: [UInt8]
    /// Person, job, points.
    let pairs: [[Int]]

    /// What other solvers found.
    struct Optimum: Decodable, Hashable {
        let ranks: [Int]
        /// Of the plan that places the most; the other goal's is not one
        /// number.
        let placed: Int?
        let points: Int
    }

    var problem: AssignmentProblem {
        let sorted = pairs.sorted { ($0[0], $0[1]) < ($1[0], $1[1]) }
        var starts = [Int32](repeating: 0, count: people + 1)
        for pair in sorted { starts[pair[0] + 1] += 1 }
        for person in 0..<people { starts[person + 1] += starts[person] }
        return AssignmentProblem(
            starts: starts, jobOfPair: sorted.map { Int32($0[1]) }, points: sorted.map { UInt16($0[2]) }, jobs: jobs, employerOfJob: employers,
            employers: limits.count)
    }

    var rankCount: Int { Int(ranks.max() ?? 0) }

    func worth(_ goal: PlanSettings.Goal) throws -> PlanWorth {
        let ofRanks = (0..<rankCount).map { rank in ranks.count { Int($0) == rank + 1 } }
        return try PlanWorth(goal: goal, ranks: ofRanks, most: people)
    }
}

/// An assignment and how far it is solved.
struct SolvedAssignment {
    let problem: AssignmentProblem
    let ranks: [UInt8]
    let rankCount: Int
    let goal: PlanSettings.Goal
    let worth: PlanWorth
    var state: AssignmentState

    init(_ assignment: Assignment, _ goal: PlanSettings.Goal) throws {
        problem = assignment.problem
        ranks = assignment.ranks
        rankCount = assignment.rankCount
        self.goal = goal
        worth = try assignment.worth(goal)
        state = AssignmentState(problem, vacancies: assignment.vacancies, limits: assignment.limits)
    }

    var worthOfPerson: (Int) -> Int128 { { worth.ofRanks[Int(ranks[$0])] } }

    mutating func solve<Worth: FixedWidthInteger & SignedInteger>(in type: Worth.Type = Int64.self, isStopped: @escaping () -> Bool = { false }) {
        let solver = AssignmentSolver<Worth>(problem, state, rankOfPerson: ranks, worth: worth.ofRanks, isStopped: isStopped)
        let isProven = solver.solve(isCover: goal == .cover, worthOfPlacing: worth.ofPlacing)
        solver.write(to: &state, isProven: isProven)
    }

    var found: Assignment.Optimum {
        let placed = (0..<problem.people).filter { state.placed[$0] >= 0 }
        return Assignment.Optimum(
            ranks: (0..<rankCount).map { rank in placed.count { Int(ranks[$0]) == rank + 1 } }, placed: goal == .cover ? placed.count : nil,
            points: placed.reduce(0) { $0 + Int(problem.points[Int(state.placed[$1])]) })
    }

    var value: Int128 {
        (0..<problem.people).reduce(0) { sum, person in
            let pair = Int(state.placed[person])
            return pair < 0 ? sum : sum + worthOfPerson(person) + Int128(problem.points[pair])
        }
    }

    /// Everything that has to hold of places and prices, and of an optimal
    /// plan that its worth is the bound: the first thing that does not, in
    /// words. Written from the paper, with nothing of the solver's.
    func audit(isOptimal: Bool = true) -> String? {
        var (inJob, inEmployer) = ([Int32](repeating: 0, count: problem.jobs), [Int32](repeating: 0, count: problem.employers))
        var bound = Int128(0)
        for person in 0..<problem.people {
            let profit = state.profit[person]
            if profit < 0 { return "the profit of \(person) is \(profit)" }
            bound += profit
            for pair in problem.pairs(of: person) where state.points[pair] != AssignmentState.without {
                let worth = worthOfPerson(person) + Int128(problem.points[pair])
                if worth > profit + state.price[Int(problem.jobOfPair[pair])] { return "pair \(pair) is worth more than its prices" }
            }
            let pair = Int(state.placed[person])
            guard pair >= 0 else { continue }
            if !problem.pairs(of: person).contains(pair) || state.points[pair] == AssignmentState.without { return "\(person) is placed by \(pair), which is no pair" }
            let job = Int(problem.jobOfPair[pair])
            inJob[job] += 1
            if problem.employerOfJob[job] >= 0 { inEmployer[Int(problem.employerOfJob[job])] += 1 }
        }
        for job in 0..<problem.jobs {
            let employer = Int(problem.employerOfJob[job])
            let price = state.price[job] - (employer >= 0 ? state.priceOfEmployer[employer] : 0)
            if price < 0 { return "job \(job) costs \(price)" }
            if inJob[job] > state.vacancies[job] { return "job \(job) takes \(inJob[job])" }
            bound += price * Int128(state.vacancies[job])
        }
        for employer in 0..<problem.employers {
            if state.priceOfEmployer[employer] < 0 { return "employer \(employer) costs \(state.priceOfEmployer[employer])" }
            if inEmployer[employer] > state.limits[employer] { return "employer \(employer) takes \(inEmployer[employer])" }
            bound += state.priceOfEmployer[employer] * Int128(state.limits[employer])
        }
        if isOptimal, bound != value { return "worth \(value), bound \(bound)" }
        return bound < value ? "worth \(value) above the bound \(bound)" : nil
    }
}

/// Assignments with what other solvers found.
struct StoredAssignment: Decodable {
    let assignment: Assignment
    let total: Assignment.Optimum
    let cover: Assignment.Optimum

    private enum Key: String, CodingKey { case total, cover }

    init(from decoder: any Decoder) throws {
        assignment = try Assignment(from: decoder)
        let container = try decoder.container(keyedBy: Key.self)
        total = try container.decode(Assignment.Optimum.self, forKey: .total)
        cover = try container.decode(Assignment.Optimum.self, forKey: .cover)
    }

    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().appending(path: "Fixtures")

    static func all() throws -> [StoredAssignment] {
        try String(contentsOf: folder.appending(path: "assignments.jsonl"), encoding: .utf8).split(separator: "\n").map {
            try JSONDecoder().decode(StoredAssignment.self, from: Data($0.utf8))
        }
    }
}
