/// Who goes where: each person to at most one job, each job taking at most as
/// many as it has vacancies.
public struct Plan: Hashable, Sendable {
    /// By job, then person, by identifier.
    public let lines: [Line]
    public let figures: Figures
    /// What a better plan could at most have more; nil of a plan that claims
    /// nothing about it.
    public let gap: Gap?

    public struct Line: Hashable, Sendable {
        public let pair: PlanPair
        public let points: Points
        /// Agreed beforehand, not chosen by the plan.
        public let isFixed: Bool

        public var job: RecordID { pair.job }
        public var person: RecordID { pair.person }
    }

    public struct Figures: Hashable, Sendable {
        /// People placed, and so vacancies filled.
        public var placed = 0
        /// The sum of points over all lines.
        public var points = 0
        /// Of how many people who seek, and of how many vacancies of open
        /// jobs.
        public var people = 0
        public var vacancies = 0
        /// How many of each group are placed, and of how many; in the
        /// catalogue's order, groups that nobody belongs to left out.
        public var groups: [GroupCount] = []
    }

    public struct GroupCount: Hashable, Sendable {
        public let group: GroupID
        public var placed: Int
        public var people: Int
    }

    /// The distance to the proven bound. Where the plan is optimal all are 0;
    /// else the first that is not says how much a better plan could have more
    /// of that, with as many of those before.
    public struct Gap: Hashable, Sendable {
        /// People of each rank that comes first.
        public var ranks: [Int] = []
        /// People placed, of plans that are to place the most.
        public var placed = 0
        public var points = 0

        public var isNone: Bool { placed == 0 && points == 0 && ranks.allSatisfy { $0 == 0 } }
    }

    /// Who is placed where.
    public var jobOfPerson: [RecordID: RecordID] {
        Dictionary(lines.map { ($0.person, $0.job) }) { first, _ in first }
    }
}
