/// What a report is of: a day, a week from Monday to Sunday, a month, a
/// quarter, half a year or a year of the calendar.
public struct Period: Hashable, Sendable {
    public let kind: Kind
    public let first: Day
    public let last: Day

    public enum Kind: String, CaseIterable, Sendable {
        case day, week, month, quarter
        case halfYear = "half-year"
        case year
    }

    /// The period of a kind that a day lies in.
    public init(_ kind: Kind, containing day: Day) {
        self.kind = kind
        let (year, month, _) = day.parts
        func months(_ count: Int) -> (Day, Day) {
            let first = Day(year: year, month: (month - 1) / count * count + 1, day: 1) ?? day
            return (first, first.adding(months: count) + -1)
        }
        (first, last) = switch kind {
        case .day: (day, day)
        case .week:
            // 1970-01-01 was a Thursday.
            { (monday: Day) in (monday, monday + 6) }(day + -((Int(day.number) % 7 + 10) % 7))
        case .month: months(1)
        case .quarter: months(3)
        case .halfYear: months(6)
        case .year: months(12)
        }
    }

    private init(_ kind: Kind, first: Day, last: Day) { (self.kind, self.first, self.last) = (kind, first, last) }

    /// So many periods later; earlier with a negative number.
    public func moved(by count: Int) -> Period {
        switch kind {
        case .day: Period(.day, first: first + count, last: first + count)
        case .week: Period(.week, first: first + count * 7, last: last + count * 7)
        case .month: Period(.month, containing: first.adding(months: count))
        case .quarter: Period(.quarter, containing: first.adding(months: count * 3))
        case .halfYear: Period(.halfYear, containing: first.adding(months: count * 6))
        case .year: Period(.year, containing: first.adding(months: count * 12))
        }
    }

    /// The one before.
    public var before: Period { moved(by: -1) }

    /// The one a year earlier; of weeks 52 earlier, so that both have the
    /// same days.
    public var aYearBefore: Period {
        switch kind {
        case .day: Period(.day, containing: first.adding(months: -12))
        case .week: moved(by: -52)
        case .month: moved(by: -12)
        case .quarter: moved(by: -4)
        case .halfYear: moved(by: -2)
        case .year: moved(by: -1)
        }
    }

    /// The days that are counted as of a day: up to it, as far as they lie in
    /// the period.
    public func counted(asOf day: Day) -> Span { Span(first: first, last: min(last, day)) }

    /// As many days of another period as `span` has of this one: half a
    /// month is compared with half a month.
    ///
    /// A period that is over is compared with the whole of the other.
    public func comparable(_ other: Period, to span: Span) -> Span {
        guard span.last < last else { return Span(first: other.first, last: other.last) }
        return Span(first: other.first, last: min(other.last, other.first + (span.last - first)))
    }

    /// Days from a first to a last; none where the last is before the first.
    public struct Span: Hashable, Sendable {
        public let first: Day
        public let last: Day

        public init(first: Day, last: Day) { (self.first, self.last) = (first, last) }

        public func contains(_ day: Day) -> Bool { first <= day && day <= last }
    }
}

extension Period {
    public var phrase: Phrase {
        let (year, month, _) = first.parts
        return switch kind {
        case .day: Phrase(verbatim: first.description)
        case .week: Phrase("\(first) 至 \(last)", "\(first) to \(last)")
        case .month: Phrase("\(year)年\(month)月", "\(first.description.prefix(7))")
        case .quarter: Phrase("\(year)年第\(month / 3 + 1)季度", "quarter \(month / 3 + 1) of \(year)")
        case .halfYear: month == 1 ? Phrase("\(year)年上半年", "first half of \(year)") : Phrase("\(year)年下半年", "second half of \(year)")
        case .year: Phrase("\(year)年", "\(year)")
        }
    }
}

extension Period.Kind: Term {
    public var phrase: Phrase {
        switch self {
        case .day: Phrase("日报", "day")
        case .week: Phrase("周报", "week")
        case .month: Phrase("月报", "month")
        case .quarter: Phrase("季报", "quarter")
        case .halfYear: Phrase("半年报", "half-year")
        case .year: Phrase("年报", "year")
        }
    }
}
