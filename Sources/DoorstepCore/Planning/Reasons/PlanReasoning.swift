import Foundation

/// Looks up what reasons are made of: who is where, what is left, who comes
/// near.
struct PlanReasoning {
    let draft: PlanDraft
    let index: MatchIndex
    /// Jobs of people of whom the solver's numbers do not tell.
    private let others: [RecordID: RecordID]

    var graph: CandidateGraph { draft.graph }
    var settings: PlanSettings { draft.settings }
    var matcher: Matcher { index.matcher }

    init(_ draft: PlanDraft, _ index: MatchIndex) {
        self.draft = draft
        self.index = index
        others = draft.state.isProven ? Dictionary(draft.fixed.keys.map { ($0.person, $0.job) }) { first, _ in first } : draft.plan.jobOfPerson
    }

    // MARK: - Who is where

    /// The job that a person has in the plan.
    func job(ofPerson position: Int) -> Int? {
        let pair = draft.state.placed[position]
        if pair >= 0 { return Int(draft.problem.jobOfPair[Int(pair)]) }
        return others[graph.people[position]].flatMap { graph.position(ofJob: $0) }
    }

    /// Whether a person could be had without taking them from elsewhere.
    func isFree(person: RecordID) -> Bool {
        guard let position = graph.position(ofPerson: person), !settings.withdrawn.contains(person) else { return false }
        return job(ofPerson: position) == nil
    }

    /// Whether a job could take one more.
    func isFree(job: RecordID) -> Bool {
        guard let position = graph.position(ofJob: job), !settings.closed.contains(job) else { return false }
        return left(ofJob: position) > 0 && !isAtLimit(position)
    }

    func isSettled(_ pair: PlanPair) -> Bool {
        settings.excluded.contains(pair) || settings.withdrawn.contains(pair.person) || settings.closed.contains(pair.job)
    }

    /// A job's lines in the plan. O(log n).
    func lines(ofJob position: Int) -> ArraySlice<Plan.Line> {
        let (job, lines) = (graph.jobs[position], draft.plan.lines)
        func first(_ isBehind: (RecordID) -> Bool) -> Int {
            var (low, high) = (0, lines.count)
            while low < high {
                let middle = (low + high) / 2
                if isBehind(lines[middle].job) { high = middle } else { low = middle + 1 }
            }
            return low
        }
        return lines[first { $0 >= job }..<first { $0 > job }]
    }

    func left(ofJob position: Int) -> Int { Int(graph.vacancies[position]) - lines(ofJob: position).count }

    /// Whether the job's employer gets as many as the limit lets. O(j log n)
    /// in the employer's jobs.
    func isAtLimit(_ job: Int) -> Bool {
        // Employers whose vacancies are fewer than that have no number.
        let employer = Int(draft.problem.employerOfJob[job])
        guard let limit = settings.perEmployer, employer >= 0 else { return false }
        let range = Int(draft.problem.startsOfEmployers[employer])..<Int(draft.problem.startsOfEmployers[employer + 1])
        return range.reduce(0) { $0 + lines(ofJob: Int(draft.problem.jobsOfEmployers[$1])).count } >= limit
    }

    // MARK: - What the nearest lack

    /// The best matches with too few points and the best near misses.
    struct Nearest {
        let matches: [Match]
        let nearMisses: [Match]
        /// How many match with too few points.
        let count: Int
    }

    /// So many are looked at.
    static let depth = 50

    func nearest(_ ranking: Ranking) -> Nearest {
        func isOpen(_ match: Match) -> Bool { !isSettled(PlanPair(job: match.job, person: match.person)) }
        let good = ranking.matches.count { $0.assessment.score.points >= settings.threshold }
        return Nearest(
            matches: Array(ranking.matches.dropFirst(good).filter(isOpen).prefix(PlanReasoning.depth)),
            nearMisses: Array(ranking.nearMisses.filter(isOpen).prefix(PlanReasoning.depth)), count: ranking.matchCount - good)
    }

    /// Near misses with points enough say most: each would be a candidate but
    /// for one rule. Then matches with too few, then any near miss.
    func cause(_ nearest: Nearest) -> PlanReason.Cause? {
        let good = nearest.nearMisses.prefix { $0.assessment.score.points >= settings.threshold }
        if let block = block(good) { return .rule(block) }
        if let best = nearest.matches.first { return shortfall(best, nearest.count).map(PlanReason.Cause.threshold) }
        return block(nearest.nearMisses[...]).map(PlanReason.Cause.rule)
    }

    private func block(_ nearMisses: ArraySlice<Match>) -> PlanReason.Block? {
        let rules = Dictionary(grouping: nearMisses) { $0.assessment.nearMiss }
        let counts = Rule.allCases.map { (rule: $0, count: rules[$0]?.count ?? 0) }
        guard let most = counts.map(\.count).max(), let rule = counts.first(where: { $0.count == most })?.rule, let best = rules[rule]?.first,
            let (job, person) = records(best)
        else { return nil }
        return PlanReason.Block(
            rule: rule, count: most, nearMisses: nearMisses.count, best: PlanPair(job: best.job, person: best.person),
            words: Explanation(best.assessment, job: job, person: person, matcher: matcher).blocks(rule),
            certificate: rule == .certificate ? job.certificates.first { !matcher.holds(person, $0) } : nil)
    }

    func records(_ match: Match) -> (job: Job, person: Person)? {
        guard let job = index.register.jobs[match.job], let person = index.register.people[match.person] else { return nil }
        return (job, person)
    }

    private func shortfall(_ best: Match, _ count: Int) -> PlanReason.Shortfall? {
        PlanReason.Shortfall(
            matches: count, best: PlanPair(job: best.job, person: best.person), points: best.assessment.score.points, threshold: settings.threshold,
            missing: missing(best.assessment))
    }

    /// The part that is furthest from its maximum; groups are nobody's lack.
    func missing(_ assessment: Assessment) -> PlanReason.Missing {
        let scale = matcher.scale
        let ofSkills = scale.skills - Double(assessment.score.skillPoints)
        let ofLocation = scale.location - Double(assessment.score.locationPoints)
        guard max(ofSkills, ofLocation) >= 1 else { return .groups }
        guard ofSkills >= ofLocation else { return .distance(assessment.location, within: within(assessment.score)) }
        guard case .asked(let findings) = assessment.skills, let first = findings.first else { return .wish }
        func lack(_ finding: AskedFinding) -> Int { (finding.asked.isRequired ? 3 : 1) * (AskedFinding.full - finding.credit) }
        return .skill(findings.dropFirst().reduce(first) { lack($1) > lack($0) ? $1 : $0 })
    }

    /// Up to how many metres the pair would have points enough; whole
    /// hundreds.
    private func within(_ score: Score) -> Int? {
        let near = Double(settings.threshold.value - score.skillPoints - score.groupPoints) / matcher.scale.location
        guard near > 0, near <= 1 else { return nil }
        return Int((1250 - 15_000 * log2(near)) / 100) * 100
    }
}
