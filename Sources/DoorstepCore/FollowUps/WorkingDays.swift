/// Working days are Monday to Friday. Which holidays there are, and which
/// weekends are worked for them, the State Council says a year at a time; no
/// table of them is kept, so around holidays a day comes due early, never
/// late by more than a weekend that is worked.
extension Day {
    /// 0 for Monday to 6 for Sunday; 1970-01-01 was a Thursday.
    var weekday: Int {
        let rest = (Int(number) + 3) % 7
        return rest < 0 ? rest + 7 : rest
    }

    public var isWorkingDay: Bool { weekday < 5 }

    /// The `count`th working day after this one, which need not be one.
    ///
    /// - Parameter count: not negative. O(1).
    public func adding(workingDays count: Int) -> Day {
        guard count > 0 else { return self }
        // From a weekend as from the Friday before it.
        let start = self + min(0, 4 - weekday)
        let days = start.weekday + count
        return start + (days / 5 * 7 + days % 5 - start.weekday)
    }
}
