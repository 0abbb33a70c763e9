/// What a policy gives, as its plan says it; nothing that a plan leaves open
/// is filled in.
public enum PolicyAmount: Hashable, Sendable {
    /// Whole yuan, once for a person or for each full month.
    case sum(yuan: Int, per: Unit, Bound)
    /// A share of a rate that is a dated setting of the station.
    case rate(percent: Int, of: Base, Bound)
    /// For the months of a traineeship that a contract cut short; whether at
    /// 70% or at 100% of the wage the plans do not say.
    case remainingTerm
    /// So many months of something that is no money.
    case months(Int, Bound)
    case notStated
    /// A right, a permission or a post.
    case eligibility

    public enum Unit: String, Hashable, Sendable { case person, month }
    public enum Bound: String, Hashable, Sendable { case exact, floor, ceiling }
    public enum Base: String, Hashable, Sendable {
        /// Of the region's class-1 areas, a month (自治区一类地区最低工资标准).
        case minimumWage = "minimum-wage"
        /// The base rate of a training hour (课时基准).
        case trainingHour = "training-hour"
    }

    /// Counted by full months.
    var isMonthly: Bool {
        switch self {
        case .sum(_, .month, _), .rate(_, .minimumWage, _): true
        default: false
        }
    }

    /// A sum can be said of it, at least where a setting gives the rate.
    public var isMoney: Bool {
        switch self {
        case .sum, .rate, .remainingTerm: true
        case .months, .notStated, .eligibility: false
        }
    }

    /// The plan gives the least and leaves the most open.
    public var isFloor: Bool {
        switch self {
        case .sum(_, _, .floor), .rate(_, _, .floor): true
        default: false
        }
    }

    public var phrase: Phrase {
        switch self {
        case .sum(let yuan, let unit, let bound):
            bound.phrase + (unit == .month ? Phrase("\(yuan) 元/人/月", "\(yuan) yuan a person and month") : Phrase("\(yuan) 元/人", "\(yuan) yuan a person"))
        case .rate(let percent, .minimumWage, let bound):
            bound.phrase + Phrase("一类地区最低工资的 \(percent)%/人/月", "\(percent)% of the class-1 minimum wage a person and month")
        case .rate(let percent, .trainingHour, _):
            Phrase("课时基准上浮 \(percent)%", "the hour rate raised by \(percent)%")
        case .remainingTerm: Phrase("剩余期限的见习补贴", "the traineeship subsidy for the remaining term")
        case .months(let months, let bound): bound.phrase + Phrase("\(months) 个月", "\(months) months")
        case .notStated: Phrase("方案没有写", "not stated")
        case .eligibility: Phrase("资格，不是钱", "a right, no money")
        }
    }
}

extension PolicyAmount.Bound {
    var phrase: Phrase {
        switch self {
        case .exact: Phrase("", "")
        case .floor: Phrase("不低于 ", "not less than ")
        case .ceiling: Phrase("最多 ", "at most ")
        }
    }
}
