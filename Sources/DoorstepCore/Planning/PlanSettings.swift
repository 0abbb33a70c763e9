/// What a plan over both lists is asked for (matching paper, "Planning over
/// both lists").
public struct PlanSettings: Hashable, Sendable {
    public var goal = Goal.cover

    /// Matches with fewer points are not used; 5,000 unless the station set
    /// another.
    public var threshold = MatchSettings().threshold

    /// K: the graph holds each job's best K people and each person's best K
    /// jobs.
    public var candidates = 50

    /// Whom to place before all others, the first of them first: however many
    /// points it costs, and even where it leaves two others without.
    public var first: [Rank] = []

    /// How many one employer may get at the most, all its jobs together; nil
    /// sets no limit.
    public var perEmployer: Int?

    /// Pairs that are agreed already: the plan has them, whatever they score.
    public var fixed: [PlanPair] = []

    /// Pairs that the plan may not have.
    public var excluded: Set<PlanPair> = []

    /// People who take no part, and jobs that take nobody.
    public var withdrawn: Set<RecordID> = []
    public var closed: Set<RecordID> = []

    public enum Goal: String, CaseIterable, Hashable, Sendable {
        /// The highest sum of points.
        case total
        /// The most people placed, and among those plans the highest sum of
        /// points.
        case cover
    }

    /// People who come before those of later ranks and all others: whoever
    /// belongs to one of the groups, and whoever is named.
    public struct Rank: Hashable, Sendable {
        public var groups: GroupSet
        public var people: Set<RecordID>

        public init(groups: GroupSet = [], people: Set<RecordID> = []) {
            self.groups = groups
            self.people = people
        }
    }

    public init() {}
}

/// A job and a person, as a plan brings them together.
public struct PlanPair: Hashable, Sendable {
    public let job: RecordID
    public let person: RecordID

    public init(job: RecordID, person: RecordID) {
        self.job = job
        self.person = person
    }
}

/// One thing that is otherwise than before; the plan is made again from where
/// it was.
public enum PlanChange: Hashable, Sendable {
    /// The pair is agreed, or not any more.
    case fix(PlanPair), release(PlanPair)
    /// The pair is out of the question, or not any more.
    case exclude(PlanPair), allow(PlanPair)
    /// The person takes no part, or does again.
    case withdraw(person: RecordID), bringBack(person: RecordID)
    /// The job takes nobody, or does again.
    case close(job: RecordID), reopen(job: RecordID)
}
