/// Why a plan cannot be made as it is asked for.
public enum PlanRefusal: SayableError, Hashable {
    case unknownJob(RecordID)
    case unknownPerson(RecordID)
    /// The agreed pair cannot be referred: what stands in the way.
    case blocked(PlanPair, Rule)
    /// Two agreed pairs want the same person.
    case fixedTwice(person: RecordID, RecordID, RecordID)
    /// A pair is agreed and excluded, or its person or job takes no part.
    case fixedAndExcluded(PlanPair)
    case fixedAndWithdrawn(PlanPair)
    case fixedAndClosed(PlanPair)
    /// More pairs are agreed than the job has vacancies.
    case overfull(job: RecordID, fixed: Int, vacancies: Int)
    /// More pairs are agreed with one employer than the limit lets.
    case overLimit(employer: RecordID, fixed: Int, limit: Int)
    /// Not agreed, so it cannot be released.
    case notFixed(PlanPair)
    /// K or the limit for each employer is not a positive number.
    case notPositive(PlanSetting, Int)
    /// So many ranks of so many people that sums would not fit 128 bits.
    case tooManyRanks(Int)

    public enum PlanSetting: Hashable, Sendable {
        case candidates, perEmployer
    }
}

extension PlanRefusal {
    /// What is wrong, and the mend.
    public var message: Phrase {
        switch self {
        case .unknownJob(let id):
            Phrase("没有编号为“\(id)”的岗位；用 doorstep export jobs 可查编号。", "There is no job “\(id)”; doorstep export jobs lists them.")
        case .unknownPerson(let id):
            Phrase("没有编号为“\(id)”的求职者；用 doorstep export people 可查编号。", "There is no person “\(id)”; doorstep export people lists them.")
        case .blocked(let pair, let rule):
            Phrase(
                "已定的 \(pair.person) → \(pair.job) 办不了推荐（规则 \(rule.rawValue)），请去掉这一对或先改正记录。",
                "The agreed pair \(pair.person) → \(pair.job) cannot be referred (rule \(rule.rawValue)); leave it out, or mend the record first.")
        case .fixedTwice(let person, let one, let other):
            Phrase("\(person) 已定给 \(one)，又定给 \(other)；一人只能去一个岗位，请去掉一对。", "\(person) is agreed for \(one) and for \(other); a person has one job, so leave out one of the pairs.")
        case .fixedAndExcluded(let pair):
            Phrase("\(pair.person) → \(pair.job) 既是已定又是排除，请去掉其中一个。", "The pair \(pair.person) → \(pair.job) is both agreed and excluded; leave out one of the two.")
        case .fixedAndWithdrawn(let pair):
            Phrase("\(pair.person) 已定去 \(pair.job)，不能又不参加，请先取消已定。", "\(pair.person) is agreed for \(pair.job) and cannot stay out as well; release the pair first.")
        case .fixedAndClosed(let pair):
            Phrase("\(pair.job) 已定给 \(pair.person)，不能又不招人，请先取消已定。", "\(pair.job) is agreed for \(pair.person) and cannot take nobody as well; release the pair first.")
        case .overfull(let job, let fixed, let vacancies):
            Phrase("\(job) 只缺 \(vacancies) 人，却已定了 \(fixed) 人，请去掉 \(fixed - vacancies) 对。", "\(job) has \(vacancies) vacancies left, but \(fixed) pairs are agreed; leave out \(fixed - vacancies).")
        case .overLimit(let employer, let fixed, let limit):
            Phrase("每个单位至多 \(limit) 人，\(employer) 却已定了 \(fixed) 人，请放宽上限或去掉 \(fixed - limit) 对。", "One employer gets at most \(limit), but \(fixed) pairs are agreed with \(employer); raise the limit or leave out \(fixed - limit).")
        case .notFixed(let pair):
            Phrase("\(pair.person) → \(pair.job) 没有定过，无从取消。", "The pair \(pair.person) → \(pair.job) is not agreed, so it cannot be released.")
        case .notPositive(.candidates, let value):
            Phrase("候选数 \(value) 不行，请给 1 或更大的数。", "\(value) candidates will not do; give 1 or more.")
        case .notPositive(.perEmployer, let value):
            Phrase("每个单位的上限 \(value) 不行，请给 1 或更大的数。", "A limit of \(value) for each employer will not do; give 1 or more.")
        case .tooManyRanks(let count):
            Phrase("优先档次太多（\(count) 档），请合并几档。", "\(count) ranks of people first are too many to be told apart; put some of them together.")
        }
    }
}
