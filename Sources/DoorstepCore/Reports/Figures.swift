/// The figures of one period, each with the list of entries it was counted
/// from; beside them what was counted in the period before, the same period a
/// year earlier, the year so far, and month by month.
///
/// ```swift
/// let figures = Figures(register, period: Period(.month, containing: day), asOf: day, catalogue)
/// figures.count(.urban)            // 12
/// figures.entries(.urban)[0].position  // among the placements
/// ```
///
/// Only what stands is counted: no step that was taken back, and of records
/// that were merged one. Whoever was hired twice in a period is one person.
public struct Figures: Sendable {
    public let period: Period
    /// The day of working: nothing later is counted.
    public let day: Day
    public let scope: Scope
    /// What was counted in each window.
    let windows: [Period.Span]
    private(set) var counts: [[Int]]
    private var found: [[Entry]]
    private var wanting: [[Entry]]
    /// Of rates, of how many.
    private var bases: [Indicator: Int] = [:]

    /// Whose figures they are.
    public struct Scope: Hashable, Sendable {
        /// Nil for all places.
        public let area: PlaceID?
        /// Nil for everybody.
        public let group: GroupID?

        public init(area: PlaceID? = nil, group: GroupID? = nil) { (self.area, self.group) = (area, group) }
    }

    /// One thing that was counted.
    public struct Entry: Hashable, Sendable {
        /// Among the placements, services, people or jobs that the figures
        /// were made of, as the indicator's source is.
        public let position: Int32
        /// Of a placement: which of its steps, from 0.
        public let step: Int32
        /// How much it counts: of vacancies the headcount, else 1.
        public let amount: Int32
        public let home: PlaceID?
        public let workplace: PlaceID?
        /// Groups of the person on that day.
        public let groups: GroupSet
    }

    static let current = 0
    static let before = 1
    static let aYearBefore = 2
    static let yearToDate = 3
    static let firstMonth = 4
    public static let monthCount = 12

    init(_ period: Period, asOf day: Day, _ scope: Scope) {
        (self.period, self.day, self.scope) = (period, day, scope)
        let span = period.counted(asOf: day)
        let reached = min(period.last, day)
        let (year, month, _) = reached.parts
        let newYear = Day(year: year, month: 1, day: 1) ?? reached
        let latest = Day(year: year, month: month, day: 1) ?? reached
        let months = (0..<Figures.monthCount).map { index in
            let first = latest.adding(months: index - Figures.monthCount + 1)
            return Period.Span(first: first, last: min(first.endOfMonth, reached))
        }
        windows = [span, period.comparable(period.before, to: span), period.comparable(period.aYearBefore, to: span), Period.Span(first: newYear, last: reached)]
            + months
        counts = Array(repeating: Array(repeating: 0, count: Indicator.allCases.count), count: windows.count)
        found = Array(repeating: [], count: Indicator.allCases.count)
        wanting = found
    }

    // MARK: - Counting

    mutating func add(_ amount: Int, _ indicator: Int, window: Int) { counts[window][indicator] += amount }
    mutating func append(_ entry: Entry, _ indicator: Int) { found[indicator].append(entry) }
    mutating func appendWanting(_ entry: Entry, _ indicator: Int) { wanting[indicator].append(entry) }
    mutating func setBase(_ base: Int, _ indicator: Indicator) { bases[indicator] = base }
    mutating func keepWanting(_ indicator: Indicator, where isKept: (Entry) -> Bool) { wanting[indicator.rawValue].removeAll { !isKept($0) } }

    // MARK: - Reading

    /// What was counted in the period, up to the day of working.
    public func count(_ indicator: Indicator) -> Int { counts[Figures.current][indicator.rawValue] }
    /// As many days of the period before; nil of rates, which are those of
    /// now.
    public func countBefore(_ indicator: Indicator) -> Int? { compared(indicator, Figures.before) }
    /// As many days of the same period a year earlier.
    public func countAYearBefore(_ indicator: Indicator) -> Int? { compared(indicator, Figures.aYearBefore) }
    /// From 1 January up to the end of the period or the day of working.
    public func yearToDate(_ indicator: Indicator) -> Int { counts[Figures.yearToDate][indicator.rawValue] }

    private func compared(_ indicator: Indicator, _ window: Int) -> Int? {
        indicator.section == .assistance ? nil : counts[window][indicator.rawValue]
    }

    /// Of a rate: of how many.
    public func base(_ indicator: Indicator) -> Int? { bases[indicator] }

    /// Twelve months up to the period's last, oldest first.
    public func monthly(_ indicator: Indicator) -> [Int] {
        (0..<Figures.monthCount).map { counts[Figures.firstMonth + $0][indicator.rawValue] }
    }

    /// The first days of those months.
    public var months: [Day] { windows[Figures.firstMonth...].map(\.first) }

    /// What a number was counted from, by date; the amounts of the entries
    /// come to the number.
    public func entries(_ indicator: Indicator) -> [Entry] { found[indicator.rawValue] }

    /// What might count, if a fact were not wanting: the workplace, the
    /// employer's industry, type or size.
    public func wanting(_ indicator: Indicator) -> [Entry] { wanting[indicator.rawValue] }

    /// The days that were counted.
    public var span: Period.Span { windows[Figures.current] }
    public var spanBefore: Period.Span { windows[Figures.before] }
    public var spanAYearBefore: Period.Span { windows[Figures.aYearBefore] }

    /// How much of the year had gone by the last day counted, in hundredths
    /// of a percent.
    public var yearGone: Int {
        let last = windows[Figures.yearToDate].last
        let first = windows[Figures.yearToDate].first
        let days = first.adding(months: 12) - first
        return min(10_000, max(0, (last - first + 1) * 10_000 / days))
    }
}
