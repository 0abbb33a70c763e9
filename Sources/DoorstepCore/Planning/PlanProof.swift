/// What proves a plan: every pair there is, the prices of jobs and employers,
/// and what each person gains.
///
/// Let any other plan be given. Each of its pairs is worth at most its
/// person's profit and the prices of its job and employer together, which is
/// checked for every pair there is. A profit occurs once at the most, a job's
/// price as often as it has vacancies, an employer's as often as its limit
/// lets; and none is below 0. So no plan is worth more than all profits and
/// prices together, and where this one is worth as much, none is better.
public struct PlanProof: Sendable {
    private let draft: PlanDraft

    init(_ draft: PlanDraft) { self.draft = draft }

    /// The first thing that does not hold.
    public enum Fault: Error, Hashable, Sendable {
        /// A pair that is out of the question is placed.
        case notAPair(PlanPair)
        case overfull(job: RecordID)
        case overLimit(employer: RecordID)
        /// A price or a profit is below 0.
        case negative(RecordID)
        /// A pair is worth more than its profit and prices.
        case worthMore(PlanPair)
    }

    /// Checks all of it, with nothing of the solver's. Linear in the pairs.
    public func check() throws(Fault) {
        let (problem, state) = (draft.problem, draft.state)
        var left = state.vacancies
        var leftOfEmployer = state.limits
        let worths = draft.worth.ofRanks
        for person in 0..<problem.people {
            let profit = state.profit[person]
            guard profit >= 0 else { throw .negative(draft.graph.people[person]) }
            for pair in problem.pairs(of: person) where state.points[pair] != AssignmentState.without {
                guard worths[Int(draft.rankOfPerson[person])] + Int128(problem.points[pair]) - state.price[Int(problem.jobOfPair[pair])] <= profit
                else { throw .worthMore(draft.planPair(pair)) }
            }
            let placed = Int(state.placed[person])
            guard placed >= 0 else { continue }
            guard problem.pairs(of: person).contains(placed), state.points[placed] != AssignmentState.without else { throw .notAPair(draft.planPair(placed)) }
            let job = Int(problem.jobOfPair[placed])
            left[job] -= 1
            if problem.employerOfJob[job] >= 0 { leftOfEmployer[Int(problem.employerOfJob[job])] -= 1 }
        }
        for job in 0..<problem.jobs {
            guard left[job] >= 0 else { throw .overfull(job: draft.graph.jobs[job]) }
            guard draft.priceOfItself(job) >= 0 else { throw .negative(draft.graph.jobs[job]) }
        }
        for employer in 0..<problem.employers {
            guard leftOfEmployer[employer] >= 0 else { throw .overLimit(employer: draft.graph.employers[employer]) }
            guard state.priceOfEmployer[employer] >= 0 else { throw .negative(draft.graph.employers[employer]) }
        }
    }

    /// Writes it as JSON Lines, for anyone to check: what is asked for, then
    /// jobs with their vacancies beside agreed pairs, employers with their
    /// limits, people with what placing them is worth besides points, all
    /// pairs with their points, those that the plan chose and those that were
    /// agreed, and last what all are worth and the bound. Identifiers and
    /// numbers alone; whole numbers of any size.
    ///
    /// - Parameter line: takes each line, without its end.
    public func write(to line: (String) throws -> Void) rethrows {
        let (problem, state, graph) = (draft.problem, draft.state, draft.graph)
        let settings = draft.settings
        try line(
            #"{"format":"doorstep-plan-1","goal":"\#(settings.goal.rawValue)","threshold":\#(settings.threshold.value),"candidates":\#(settings.candidates),"ranks":\#(settings.first.count)}"#)
        for job in 0..<problem.jobs where problem.startsOfJobs[job] < problem.startsOfJobs[job + 1] {
            let employer = Int(problem.employerOfJob[job])
            let named = employer >= 0 ? #","employer":\#(PlanProof.text(graph.employers[employer]))"# : ""
            try line(#"{"job":\#(PlanProof.text(graph.jobs[job])),"vacancies":\#(state.vacancies[job]),"price":\#(draft.priceOfItself(job))\#(named)}"#)
        }
        for employer in 0..<problem.employers where problem.startsOfEmployers[employer] < problem.startsOfEmployers[employer + 1] {
            try line(#"{"employer":\#(PlanProof.text(graph.employers[employer])),"limit":\#(state.limits[employer]),"price":\#(state.priceOfEmployer[employer])}"#)
        }
        let worths = draft.worth.ofRanks
        for person in 0..<problem.people where problem.pairs(of: person).contains(where: { state.points[$0] != AssignmentState.without }) {
            try line(#"{"person":\#(PlanProof.text(graph.people[person])),"worth":\#(worths[Int(draft.rankOfPerson[person])]),"profit":\#(state.profit[person])}"#)
        }
        for pair in 0..<problem.pairs where state.points[pair] != AssignmentState.without {
            try line(#"{"pair":\#(PlanProof.text(draft.planPair(pair))),"points":\#(problem.points[pair])}"#)
        }
        var (count, points, value) = (0, 0, Int128(0))
        for pair in draft.chosenPairs() {
            count += 1
            points += Int(problem.points[pair])
            value += draft.worthOf(pair: pair)
            try line(#"{"placed":\#(PlanProof.text(draft.planPair(pair)))}"#)
        }
        for planned in draft.plan.lines where planned.isFixed {
            try line(#"{"agreed":\#(PlanProof.text(planned.pair)),"points":\#(planned.points.value)}"#)
        }
        try line(#"{"placed":\#(count),"points":\#(points),"value":\#(value),"bound":\#(draft.bound)}"#)
    }

    private static func text(_ pair: PlanPair) -> String { "[\(text(pair.job)),\(text(pair.person))]" }

    /// An identifier holds no control characters.
    private static func text(_ id: RecordID) -> String {
        let text = id.text
        guard text.utf8.contains(where: { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") }) else { return "\"" + text + "\"" }
        return "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
}

extension PlanDraft {
    /// The proof of the plan as it is.
    public var proof: PlanProof { PlanProof(self) }

    func planPair(_ pair: Int) -> PlanPair {
        PlanPair(job: graph.jobs[Int(problem.jobOfPair[pair])], person: graph.people[Int(problem.personOfPair[pair])])
    }

    /// What a job's place costs besides its employer's price.
    func priceOfItself(_ job: Int) -> Int128 {
        let employer = Int(problem.employerOfJob[job])
        return state.price[job] - (employer >= 0 ? state.priceOfEmployer[employer] : 0)
    }
}
