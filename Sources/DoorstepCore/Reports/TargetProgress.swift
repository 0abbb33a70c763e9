/// How far a target is reached by what this station's log holds.
public struct TargetProgress: Hashable, Sendable {
    public let target: Target
    public let indicator: Indicator
    /// Counted from 1 January on, in the target's area; of rates, people for
    /// whom something was done, of whom `base`.
    public let done: Int
    public let base: Int?
    /// The plan asks for it of another year than the report's.
    public let isOfAnotherYear: Bool

    /// In tenths of a percent, cut; nil where the target is no number above 0,
    /// or there is nobody of whom a rate could be.
    public var share: Int? {
        if let base { return base > 0 ? done * 1000 / base : nil }
        guard let number = target.number, number > 0 else { return nil }
        return done * 1000 / number
    }

    /// `12.3%`.
    public var shareText: String? { share.map { "\($0 / 10).\($0 % 10)%" } }
}

extension Figures {
    /// What the plans ask of a station's place and of all it lies in, as far
    /// as placements feed it: the smallest place first.
    ///
    /// A target counts what lies in its own area. Those of earlier years stay
    /// until the plans give newer ones, and say of which year they are.
    ///
    /// - Parameter inYear: the figures of the year so far, whose entries are
    ///   counted; these themselves where they are a year's.
    public static func progress(_ inYear: Figures, of station: PlaceID, _ catalogue: Catalogue) -> [TargetProgress] {
        let year = inYear.windows[yearToDate].last.year
        return catalogue.targets.targets(of: station, catalogue.places).compactMap { target in
            guard let indicator = target.indicatorID, let area = target.place, target.year.mayHold(in: year) else { return nil }
            return TargetProgress(
                target: target, indicator: indicator, done: inYear.count(indicator, in: area, catalogue.places), base: inYear.base(indicator),
                isOfAnotherYear: !target.year.holds(in: year))
        }
    }

    /// The year up to the period's last day that is counted: what targets
    /// are measured by.
    public var yearPeriod: (period: Period, asOf: Day) {
        let last = windows[Figures.yearToDate].last
        return (Period(.year, containing: last), last)
    }

    /// How much of an indicator lies in an area.
    public func count(_ indicator: Indicator, in area: PlaceID, _ places: PlaceCatalogue) -> Int {
        entries(in: area, indicator, places).reduce(0) { $0 + Int($1.amount) }
    }

    /// The entries of an indicator that lie in an area.
    public func entries(in area: PlaceID, _ indicator: Indicator, _ places: PlaceCatalogue) -> [Entry] {
        entries(indicator).filter { entry in
            (indicator.side == .home ? entry.home : entry.workplace).map { places.lies($0, in: area) } ?? false
        }
    }
}

extension Target.Validity {
    func holds(in year: Int) -> Bool {
        switch self {
        case .year(let own): own == year
        case .until(let last): year <= last
        case .every, .unstated: true
        }
    }

    /// Also of an earlier year than the report's.
    func mayHold(in year: Int) -> Bool {
        switch self {
        case .year(let own): own <= year
        case .until, .every, .unstated: true
        }
    }
}
