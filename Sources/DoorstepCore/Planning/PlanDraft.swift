/// A plan that is being worked on: the pairs there are, what was settled about
/// them, and the optimal plan, made again after each change from where it was.
///
/// ```swift
/// var draft = try PlanDraft(index, settings)
/// let better = draft.plan.figures.placed - draft.greedy.figures.placed
/// try draft.apply(.exclude(pair), index)
/// ```
///
/// A value, and as of the register that it was made from: who was written down
/// since takes no part.
public struct PlanDraft: Sendable {
    public private(set) var settings: PlanSettings
    public let graph: CandidateGraph
    /// The best there is; where the work was stopped, the best so far, and its
    /// gap says what may be missing.
    public private(set) var plan: Plan
    let problem: AssignmentProblem
    var state: AssignmentState
    let worth: PlanWorth
    /// 0 for those who are in no rank.
    let rankOfPerson: [UInt8]
    /// What agreed pairs score.
    private(set) var fixed: [PlanPair: Points] = [:]

    /// Finds the pairs and plans.
    ///
    /// - Parameters:
    ///   - isStopped: asked now and then, from any thread; true ends the work
    ///     with the best plan so far.
    ///   - progress: told how many jobs' and people's lists are done, of how
    ///     many; from any thread.
    public init(
        _ index: MatchIndex, _ settings: PlanSettings, isStopped: @escaping @Sendable () -> Bool = { false },
        progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
    ) throws(PlanRefusal) {
        try PlanDraft.check(settings, index.register)
        try self.init(index.candidates(settings, isStopped: isStopped, progress: progress), settings, index, isStopped: isStopped)
    }

    /// Plans with the pairs of a graph.
    public init(_ graph: CandidateGraph, _ settings: PlanSettings, _ index: MatchIndex, isStopped: @escaping () -> Bool = { false }) throws(PlanRefusal) {
        self.graph = graph
        // What was settled before is settled anew below.
        self.settings = settings
        (self.settings.fixed, self.settings.excluded, self.settings.withdrawn, self.settings.closed) = ([], [], [], [])
        let vacancies = graph.vacanciesByEmployer
        let limit = settings.perEmployer.map { Int32(clamping: $0) }
        let isLimited = vacancies.map { count in limit.map { count > Int($0) } ?? false }
        problem = AssignmentProblem(
            starts: graph.starts, jobOfPair: graph.jobOfPair, points: graph.points, jobs: graph.jobs.count,
            employerOfJob: graph.employerOfJob.map { isLimited[Int($0)] ? $0 : -1 }, employers: graph.employers.count)
        state = AssignmentState(problem, vacancies: graph.vacancies, limits: Array(repeating: limit ?? .max, count: graph.employers.count))
        rankOfPerson = graph.ranks(settings.first)
        var ranks = Array(repeating: 0, count: settings.first.count)
        for rank in rankOfPerson where rank > 0 { ranks[Int(rank) - 1] += 1 }
        worth = try PlanWorth(goal: settings.goal, ranks: ranks, most: min(graph.people.count, graph.vacancies.reduce(0) { $0 + Int($1) }))
        plan = Plan(lines: [], figures: Plan.Figures(), gap: nil)
        var changes = settings.closed.sorted().filter { graph.position(ofJob: $0) != nil }.map(PlanChange.close(job:))
        changes += settings.withdrawn.sorted().filter { graph.position(ofPerson: $0) != nil }.map(PlanChange.withdraw(person:))
        changes += settings.excluded.map(PlanChange.exclude)
        changes += settings.fixed.map(PlanChange.fix)
        for change in changes { try settle(change, index) }
        solve(isStopped)
    }

    /// Makes one thing otherwise, and the plan again from where it was.
    ///
    /// - Parameter index: as of now; scores agreed pairs that are not in the
    ///   graph.
    public mutating func apply(_ change: PlanChange, _ index: MatchIndex, isStopped: @escaping () -> Bool = { false }) throws(PlanRefusal) {
        try apply([change], index, isStopped: isStopped)
    }

    /// The same with several; where one is refused, nothing changes.
    public mutating func apply(_ changes: [PlanChange], _ index: MatchIndex, isStopped: @escaping () -> Bool = { false }) throws(PlanRefusal) {
        var changed = self
        for change in changes { try changed.settle(change, index) }
        changed.solve(isStopped)
        self = changed
    }

    /// Goes on where the work was stopped.
    public mutating func resume(isStopped: @escaping () -> Bool = { false }) { solve(isStopped) }

    private mutating func solve(_ isStopped: @escaping () -> Bool) {
        if worth.isShort { solve(isStopped, in: Int64.self) } else { solve(isStopped, in: Int128.self) }
        plan = optimal()
    }

    private mutating func solve<Worth: FixedWidthInteger & SignedInteger>(_ isStopped: @escaping () -> Bool, in type: Worth.Type) {
        let solver = AssignmentSolver<Worth>(problem, state, rankOfPerson: rankOfPerson, worth: worth.ofRanks, isStopped: isStopped)
        let isProven = solver.solve(isCover: settings.goal == .cover, worthOfPlacing: worth.ofPlacing)
        solver.write(to: &state, isProven: isProven)
    }
}

// MARK: - What is settled

extension PlanDraft {
    private func worthOfPerson() -> (Int) -> Int128 {
        let (ranks, worths) = (rankOfPerson, worth.ofRanks)
        return { worths[Int(ranks[$0])] }
    }

    private mutating func settle(_ change: PlanChange, _ index: MatchIndex) throws(PlanRefusal) {
        switch change {
        case .fix(let pair): try fix(pair, index)
        case .release(let pair): try release(pair)
        case .exclude(let pair):
            if fixed[pair] != nil { throw .fixedAndExcluded(pair) }
            guard settings.excluded.insert(pair).inserted, let position = self.pair(pair) else { return }
            state.exclude(pair: position, problem, worthOfPerson())
        case .allow(let pair):
            guard settings.excluded.remove(pair) != nil else { return }
            bringBack(pair.person)
        case .withdraw(let person):
            guard let position = graph.position(ofPerson: person) else { throw .unknownPerson(person) }
            if let pair = fixed.keys.first(where: { $0.person == person }) { throw .fixedAndWithdrawn(pair) }
            guard settings.withdrawn.insert(person).inserted else { return }
            state.withdraw(person: position, problem)
        case .bringBack(let person):
            guard settings.withdrawn.remove(person) != nil else { return }
            bringBack(person)
        case .close(let job):
            guard let position = graph.position(ofJob: job) else { throw .unknownJob(job) }
            if let pair = fixed.keys.first(where: { $0.job == job }) { throw .fixedAndClosed(pair) }
            guard settings.closed.insert(job).inserted else { return }
            state.close(job: position, problem)
        case .reopen(let job):
            guard settings.closed.remove(job) != nil, let position = graph.position(ofJob: job) else { return }
            state.reopen(job: position, vacancies: graph.vacancies[position], problem, worthOfPerson())
        }
    }

    /// All of a person's pairs that nothing speaks against.
    private mutating func bringBack(_ person: RecordID) {
        guard let position = graph.position(ofPerson: person), !settings.withdrawn.contains(person), !fixed.keys.contains(where: { $0.person == person })
        else { return }
        let pairs = problem.pairs(of: position).filter {
            !settings.excluded.contains(PlanPair(job: graph.jobs[Int(graph.jobOfPair[$0])], person: person))
        }
        state.allow(pairs: pairs, of: position, problem, worthOfPerson())
    }

    private func pair(_ pair: PlanPair) -> Int? {
        guard let person = graph.position(ofPerson: pair.person), let job = graph.position(ofJob: pair.job) else { return nil }
        return graph.pair(person, job)
    }

    private mutating func fix(_ pair: PlanPair, _ index: MatchIndex) throws(PlanRefusal) {
        if fixed[pair] != nil { return }
        let points = try points(ofFixed: pair, index)
        guard let person = graph.position(ofPerson: pair.person) else { throw .blocked(pair, .personSeeking) }
        guard let job = graph.position(ofJob: pair.job) else { throw .blocked(pair, .jobOpen) }
        if let other = fixed.keys.first(where: { $0.person == pair.person }) {
            throw .fixedTwice(person: pair.person, min(other.job, pair.job), max(other.job, pair.job))
        }
        if settings.excluded.contains(pair) { throw .fixedAndExcluded(pair) }
        if settings.withdrawn.contains(pair.person) { throw .fixedAndWithdrawn(pair) }
        if settings.closed.contains(pair.job) { throw .fixedAndClosed(pair) }
        let ofJob = fixed.keys.count { $0.job == pair.job } + 1
        guard ofJob <= Int(graph.vacancies[job]) else { throw .overfull(job: pair.job, fixed: ofJob, vacancies: Int(graph.vacancies[job])) }
        if let limit = settings.perEmployer {
            let employer = graph.employerOfJob[job]
            let ofEmployer = fixed.keys.count { graph.position(ofJob: $0.job).map { graph.employerOfJob[$0] } == employer } + 1
            guard ofEmployer <= limit else { throw .overLimit(employer: graph.employers[Int(employer)], fixed: ofEmployer, limit: limit) }
        }
        fixed[pair] = points
        settings.fixed.append(pair)
        state.withdraw(person: person, problem)
        state.takePlace(of: job, problem, worthOfPerson())
    }

    /// A pair that is in hand was agreed on, and what stands in its way is that
    /// it is.
    ///
    /// - Throws: where the pair could not be referred.
    private func points(ofFixed pair: PlanPair, _ index: MatchIndex) throws(PlanRefusal) -> Points {
        if let position = self.pair(pair) { return Points(clamping: Int(graph.points[position])) }
        guard let job = index.register.jobs[pair.job] else { throw .unknownJob(pair.job) }
        guard let person = index.register.people[pair.person] else { throw .unknownPerson(pair.person) }
        let assessment = index.matcher.assess(job: job, person: person)
        if let rule = assessment.blocked.members.first(where: { $0.forbidsReferral && $0 != .inHand }) { throw .blocked(pair, rule) }
        return assessment.score.points
    }

    private mutating func release(_ pair: PlanPair) throws(PlanRefusal) {
        guard fixed[pair] != nil, let job = graph.position(ofJob: pair.job) else { throw .notFixed(pair) }
        fixed[pair] = nil
        settings.fixed.removeAll { $0 == pair }
        state.returnPlace(of: job, problem)
        bringBack(pair.person)
    }

    /// What can be told before the pairs are found.
    private static func check(_ settings: PlanSettings, _ register: Register) throws(PlanRefusal) {
        guard settings.candidates >= 1 else { throw .notPositive(.candidates, settings.candidates) }
        if let limit = settings.perEmployer, limit < 1 { throw .notPositive(.perEmployer, limit) }
        for pair in settings.fixed + settings.excluded.sorted(by: { ($0.job, $0.person) < ($1.job, $1.person) }) {
            if register.jobs[pair.job] == nil { throw .unknownJob(pair.job) }
            if register.people[pair.person] == nil { throw .unknownPerson(pair.person) }
        }
        for person in settings.first.flatMap({ $0.people.sorted() }) + settings.withdrawn.sorted() where register.people[person] == nil { throw .unknownPerson(person) }
        for job in settings.closed.sorted() where register.jobs[job] == nil { throw .unknownJob(job) }
    }
}
