/// 急需紧缺职业（工种）目录: occupations whose vacancies have stood for long and
/// for which there are few people.
///
/// The plans ask for such a list (000 item 21, 001 item 6) and do not say who
/// is on it. Here an occupation is, of which a job has been posted for 30 days
/// or more and is open still, and for which fewer people seek work than there
/// are vacancies: those who wish for it, or have it for a skill.
public struct ShortageList: Hashable, Sendable {
    public struct Line: Hashable, Sendable {
        public let occupation: SkillName
        /// Of all open jobs of the occupation.
        public internal(set) var vacancies = 0
        /// People seeking who wish for it or have it.
        public internal(set) var candidates = 0
        /// Since the oldest of its open jobs was posted.
        public internal(set) var days = 0
        /// Positions of the jobs in the register.
        public internal(set) var jobs: [Int] = []
    }

    /// Fewest people for each vacancy first, then the longest vacant.
    public let lines: [Line]

    /// A job has to stand open for so many days.
    public static let leastDays = 30

    public static let definition = Phrase(
        "发布满 30 天仍未招满、求职者（意向或技能相符，每人一次）少于空缺的工种；先列每个空缺人最少的，再列空缺最久的。方案要求编目录，没有给出标准。",
        "Occupations with a job open for 30 days or more, and fewer people seeking (by their wishes or skills, each once) than vacancies; fewest people for a vacancy first, then the longest open. The plans ask for the list and do not say who is on it.")

    /// Complexity: linear in jobs and in the wishes and skills of people.
    public init(_ register: Register, asOf day: Day, vacancies: (Job) -> Int, isOpen: (Job) -> Bool) {
        var lines: [SkillName: Line] = [:]
        for (position, job) in register.jobs.enumerated() where job.stands && isOpen(job) {
            guard let occupation = job.occupation ?? job.skills.first(where: \.isRequired)?.name else { continue }
            lines[occupation, default: Line(occupation: occupation)].vacancies += vacancies(job)
            lines[occupation, default: Line(occupation: occupation)].days = max(lines[occupation]?.days ?? 0, day - job.posted)
            lines[occupation, default: Line(occupation: occupation)].jobs.append(position)
        }
        for person in register.people where person.status == .seeking {
            for name in Set(person.wants + person.skills.map(\.name)) { lines[name]?.candidates += 1 }
        }
        self.lines = lines.values.filter { $0.days >= ShortageList.leastDays && $0.candidates < $0.vacancies }.sorted { one, other in
            // Whole numbers: a/b < c/d as a·d < c·b.
            let (left, right) = (one.candidates * other.vacancies, other.candidates * one.vacancies)
            if left != right { return left < right }
            if one.days != other.days { return one.days > other.days }
            if one.vacancies != other.vacancies { return one.vacancies > other.vacancies }
            return ShortageList.order(one.occupation) < ShortageList.order(other.occupation)
        }
    }

    /// Entries of the catalogue in its order, then words that it has not.
    private static func order(_ name: SkillName) -> (Int, String) {
        switch name {
        case .catalogued(let id): (Int(id.position), "")
        case .word(let text): (.max, text)
        }
    }
}
