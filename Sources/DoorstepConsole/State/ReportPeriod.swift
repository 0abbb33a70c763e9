import DoorstepCore

/// Which period the reports are of.
struct ReportPeriod: Hashable, Sendable {
    var kind = Period.Kind.month
    /// How many periods before the one of the day of working.
    var back = 0

    func period(asOf day: Day) -> Period { Period(kind, containing: day).moved(by: -back) }

    /// The next kind, of now.
    mutating func turnKind() {
        let kinds = Period.Kind.allCases
        let next = (kinds.firstIndex(of: kind) ?? 0) + 1
        (kind, back) = (kinds[next % kinds.count], 0)
    }
}
