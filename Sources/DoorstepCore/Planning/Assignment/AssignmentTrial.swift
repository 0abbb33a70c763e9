/// The solver by itself on a graph's pairs, for those who measure it.
package struct AssignmentTrial {
    private let problem: AssignmentProblem
    private let start: AssignmentState
    private let worth: PlanWorth

    package struct Result: Hashable, Sendable {
        package let placed: Int
        package let points: Int
        package let isOptimal: Bool
    }

    /// - Parameters:
    ///   - share: only one in so many vacancies of each job, at least one.
    ///   - points: of all pairs, where they are to be equal.
    package init?(_ graph: CandidateGraph, _ goal: PlanSettings.Goal, vacanciesOver share: Int = 1, equalPoints points: UInt16? = nil) {
        problem = AssignmentProblem(
            starts: graph.starts, jobOfPair: graph.jobOfPair, points: points.map { Array(repeating: $0, count: graph.pairCount) } ?? graph.points,
            jobs: graph.jobs.count, employerOfJob: Array(repeating: -1, count: graph.jobs.count), employers: 0)
        start = AssignmentState(problem, vacancies: graph.vacancies.map { max(1, $0 / Int32(max(1, share))) }, limits: [])
        guard let worth = try? PlanWorth(goal: goal, ranks: [], most: graph.people.count) else { return nil }
        self.worth = worth
    }

    /// From nothing to the proven optimum.
    package func solve() -> Result {
        var state = start
        let solver = AssignmentSolver<Int64>(
            problem, state, rankOfPerson: Array(repeating: 0, count: problem.people), worth: worth.ofRanks, isStopped: { false })
        let isProven = solver.solve(isCover: worth.ofPlacing > 0, worthOfPlacing: worth.ofPlacing)
        solver.write(to: &state, isProven: isProven)
        let pairs = state.placed.filter { $0 >= 0 }
        return Result(placed: pairs.count, points: pairs.reduce(0) { $0 + Int(problem.points[Int($1)]) }, isOptimal: isProven)
    }
}
