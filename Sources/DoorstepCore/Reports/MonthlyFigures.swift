/// What came in and what came of it, month by month: twelve months up to the
/// one of the day of working, counted up to that day.
public struct MonthlyFigures: Hashable, Sendable {
    /// What is counted, each by the day it happened on.
    public enum Measure: String, CaseIterable, Sendable {
        /// People written down.
        case registered
        /// Vacancies of the jobs posted.
        case posted
        /// Placement steps that stand.
        case referred, interviewed, hired, started, declined, left

        public var phrase: Phrase {
            switch self {
            case .registered: Phrase("登记求职", "people registered")
            case .posted: Phrase("新增岗位", "vacancies posted")
            case .referred: Stage.referred.phrase
            case .interviewed: Stage.interviewed.phrase
            case .hired: Stage.hired.phrase
            case .started: Stage.started.phrase
            case .declined: Phrase("未成", "came to nothing")
            case .left: Stage.left.phrase
            }
        }

        /// How it is counted, to stand beside the figure.
        public var definition: Phrase {
            switch self {
            case .registered: Phrase("登记日期在当月的求职者，每人一次，不论后来状态", "people whose day of registering lies in the month, each once, whatever their status now")
            case .posted: Phrase("发布日期在当月的岗位，按招聘人数计", "jobs whose day of posting lies in the month, by their headcount")
            case .referred: Phrase("推荐日期在当月的推荐，一人一岗一笔；更正的步骤都不算", "placements opened in the month, one for each person and job; of no step those that were taken back")
            case .interviewed: Phrase("面试日期在当月的推荐", "placements with an interview in the month")
            case .hired: Phrase("录用日期在当月的推荐", "placements with a hire in the month")
            case .started: Phrase("到岗日期在当月的推荐", "placements that started in the month")
            case .declined: Phrase("当月结束而未成的推荐：单位未录用、本人放弃", "placements that ended in the month without a job: declined by employer or person")
            case .left: Phrase("离职日期在当月的推荐", "placements left in the month")
            }
        }
    }

    /// The first days of the months, oldest first.
    public let months: [Day]
    private let counts: [Measure: [Int]]

    public static let monthCount = 12

    /// One pass over people, jobs and placements.
    public init(_ register: Register, asOf day: Day) {
        let (year, month, _) = day.parts
        let latest = Day(year: year, month: month, day: 1) ?? day
        let months = (0..<MonthlyFigures.monthCount).map { latest.adding(months: $0 - MonthlyFigures.monthCount + 1) }
        var counts = Dictionary(uniqueKeysWithValues: Measure.allCases.map { ($0, Array(repeating: 0, count: months.count)) })
        func count(_ measure: Measure, _ date: Day, _ amount: Int = 1) {
            guard date <= day, let index = months.lastIndex(where: { $0 <= date }) else { return }
            counts[measure]?[index] += amount
        }
        for person in register.people where person.stands { count(.registered, person.registered) }
        for job in register.jobs where job.stands { count(.posted, job.posted, job.headcount) }
        for placement in register.placements {
            for step in placement.standing {
                if let measure = Measure(step.stage) { count(measure, step.date) }
            }
        }
        self.months = months
        self.counts = counts
    }

    /// One count a month, oldest first.
    public subscript(measure: Measure) -> [Int] { counts[measure] ?? [] }
}

extension MonthlyFigures.Measure {
    /// Nil of a check, which moves nothing, and of a correction, which never
    /// stands itself.
    init?(_ stage: Stage) {
        switch stage {
        case .referred: self = .referred
        case .interviewed: self = .interviewed
        case .hired: self = .hired
        case .started: self = .started
        case .declined: self = .declined
        case .left: self = .left
        case .checked, .corrected: return nil
        }
    }
}
