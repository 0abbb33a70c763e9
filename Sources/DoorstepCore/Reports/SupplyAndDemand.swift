/// 求人倍率: how many vacancies there are for each person seeking, by
/// occupation. Each open job counts once, with its vacancies, for its
/// occupation or else the first skill that it requires; each person seeking
/// once, for the first occupation wished for or else the first skill held.
public struct SupplyAndDemand: Hashable, Sendable {
    public struct Line: Hashable, Sendable {
        /// As the catalogue has it; nil for those of whom nothing is known.
        public let occupation: SkillName?
        public internal(set) var vacancies = 0
        public internal(set) var seekers = 0

        /// Vacancies that nobody seeking is there for; below 0, people for
        /// whom there is no vacancy.
        public var gap: Int { vacancies - seekers }

        /// 求人倍率 in hundredths, rounded to the nearest; nil where nobody
        /// seeks.
        public var ratio: Int? { seekers == 0 ? nil : (vacancies * 200 + seekers) / (2 * seekers) }
    }

    /// The occupation most wanting of people first; what is not known, last.
    public let lines: [Line]
    /// Of all occupations together.
    public let total: Line

    /// - Parameter isOpen: whether a job is open, as the lists have it.
    public init(_ register: Register, vacancies: (Job) -> Int, isOpen: (Job) -> Bool) {
        var lines: [SkillName?: Line] = [:]
        var total = Line(occupation: nil)
        for job in register.jobs where isOpen(job) {
            let occupation = job.occupation ?? job.skills.first(where: \.isRequired)?.name
            let count = vacancies(job)
            lines[occupation, default: Line(occupation: occupation)].vacancies += count
            total.vacancies += count
        }
        for person in register.people where person.status == .seeking {
            let occupation = person.wants.first ?? person.skills.first?.name
            lines[occupation, default: Line(occupation: occupation)].seekers += 1
            total.seekers += 1
        }
        self.total = total
        self.lines = lines.values.sorted { one, other in
            if (one.occupation == nil) != (other.occupation == nil) { return other.occupation == nil }
            if one.gap != other.gap { return one.gap > other.gap }
            if one.vacancies != other.vacancies { return one.vacancies > other.vacancies }
            return SupplyAndDemand.order(one.occupation) < SupplyAndDemand.order(other.occupation)
        }
    }

    /// Entries of the catalogue in its order, then words that it has not.
    private static func order(_ name: SkillName?) -> (Int, String) {
        switch name {
        case .catalogued(let id)?: (Int(id.position), "")
        case .word(let text)?: (.max, text)
        case nil: (.max, "")
        }
    }
}
