/// Why a plan leaves a vacancy empty or a person without a job, and the one
/// change that would bring most.
public struct PlanReason: Hashable, Sendable {
    public let subject: Subject
    public let cause: Cause
    /// Nil where no single change helps, or where none was looked for.
    public let fill: Fill?

    public enum Subject: Hashable, Sendable {
        /// A job with so many places left, and so many taken in the plan.
        case job(RecordID, left: Int, taken: Int)
        case person(RecordID)
    }

    public enum Cause: Hashable, Sendable {
        /// By hand: the job takes nobody or the person takes no part.
        case leftOut
        /// By hand: all the pairs there are, so many, are out of the
        /// question.
        case excluded(Int)
        /// The employer has as many as the limit lets.
        case employerLimit(employer: RecordID, limit: Int)
        /// There are candidates; the others gain more by them.
        case contested(Contest)
        /// So many more good matches are left than the best that the plan
        /// looked at, the best `candidates` of each.
        case candidateLimit(candidates: Int, more: Int)
        /// So many could be placed here: the work was stopped, or records
        /// were changed since.
        case notPlanned(Int)
        /// Matches, and none with points enough.
        case threshold(Shortfall)
        /// Nobody who matches, and those who come nearest lack one rule.
        case rule(Block)
        /// Nothing comes near.
        case nothing(Commonest?)
    }

    /// How candidates are lost to others.
    public struct Contest: Hashable, Sendable {
        /// Of a job: people; of a person: jobs.
        public let candidates: Int
        /// The candidate with the most points, and those.
        public let best: PlanPair
        public let points: Points
        /// Of a job: where that person goes. Of a person: who has a place
        /// there, the one with the fewest points.
        public let rival: PlanPair
        public let pointsOfRival: Points
    }

    /// What the best match lacks.
    public struct Shortfall: Hashable, Sendable {
        /// How many match.
        public let matches: Int
        public let best: PlanPair
        public let points: Points
        public let threshold: Points
        public let missing: Missing
    }

    /// The part of a score that is furthest from its maximum.
    public enum Missing: Hashable, Sendable {
        /// The skill asked for, and what is brought of it.
        case skill(AskedFinding)
        /// The occupation is not what the person wishes for.
        case wish
        /// So many metres; with what the pair has besides, it would be
        /// enough within so many, nil where even next door it would not.
        case distance(LocationFinding, within: Int?)
        /// Skills and distance leave nothing to wish for.
        case groups
    }

    /// Near misses that one rule blocks.
    public struct Block: Hashable, Sendable {
        public let rule: Rule
        /// How many it alone blocks, of so many looked at: those with points
        /// enough for the plan where there are any.
        public let count: Int
        public let nearMisses: Int
        public let best: PlanPair
        /// Both values of the best, in words.
        public let words: Phrase
        /// The first that is missing, where the rule is about certificates.
        public let certificate: CertificateName?
    }

    /// The rule that blocks the most.
    public struct Commonest: Hashable, Sendable {
        public let rule: Rule
        public let count: Int
        /// Of how many who seek, or jobs that are open.
        public let all: Int
    }

    /// One change and what it would bring.
    public struct Fill: Hashable, Sendable {
        public let change: Change
        /// Further matches with points enough.
        public let matches: Int
        /// Of those, how many have no job in the plan yet, or a place left.
        public let free: Int
        /// Counted only so far.
        public let isMore: Bool
    }

    public enum Change: Hashable, Sendable {
        case job(JobChange)
        case person(PersonChange)
        /// People who come near learn the skill.
        case training(HeldSkill)
    }
}

extension PlanReason.Cause {
    /// Stable: exports and other programs rely on them.
    public var code: String {
        switch self {
        case .leftOut, .excluded: "settled"
        case .employerLimit: "employer-limit"
        case .contested: "contested"
        case .candidateLimit: "candidate-limit"
        case .notPlanned: "not-planned"
        case .threshold(let shortfall): "threshold-\(shortfall.missing.code)"
        case .rule(let block): "rule:\(block.rule.rawValue)"
        case .nothing: "nobody"
        }
    }
}

extension PlanReason.Missing {
    public var code: String {
        switch self {
        case .skill: "skill"
        case .wish: "wish"
        case .distance: "distance"
        case .groups: "groups"
        }
    }
}

extension PlanDraft {
    /// Jobs with places that the plan leaves empty, and how many, by
    /// identifier; also those that are closed by hand.
    ///
    /// Complexity: linear in jobs and lines.
    public func emptyJobs() -> [(job: RecordID, left: Int)] {
        var taken: [RecordID: Int] = [:]
        for line in plan.lines { taken[line.job, default: 0] += 1 }
        return zip(graph.jobs, graph.vacancies).compactMap { job, vacancies in
            let left = Int(vacancies) - (taken[job] ?? 0)
            return left > 0 ? (job, left) : nil
        }
    }

    /// Who seeks and has no job in the plan, by identifier; also those who
    /// take no part.
    ///
    /// Complexity: linear in people and lines.
    public func unplacedPeople() -> [RecordID] {
        let placed = Set(plan.lines.map(\.person))
        return graph.people.filter { !placed.contains($0) }
    }

    /// Why places of a job stay empty; nil where none does, for jobs that the
    /// plan does not know, and where cancelled.
    ///
    /// Complexity: a few searches of the index, and for a job that nobody
    /// comes near one look at everybody.
    ///
    /// - Parameter index: as of when the plan was made.
    public func reason(job: RecordID, _ index: MatchIndex, isCancelled: @escaping () -> Bool = { false }) -> PlanReason? {
        PlanReasoning(self, index).reason(job: job, isWhole: true, isCancelled: isCancelled)
    }

    /// Why a person has no job in the plan; otherwise as `reason(job:_:)`.
    public func reason(person: RecordID, _ index: MatchIndex, isCancelled: @escaping () -> Bool = { false }) -> PlanReason? {
        PlanReasoning(self, index).reason(person: person, isWhole: true, isCancelled: isCancelled)
    }
}
