import DoorstepCore

/// Where people live and jobs are: around the station, and the wider the
/// more people there are.
struct SettlementTable: Sendable {
    let station: Settlement
    /// Everywhere, as people live.
    let everywhere: WeightedChoice<Settlement>
    let towns: WeightedChoice<Settlement>
    let country: WeightedChoice<Settlement>
    /// People come from further than the station's own county.
    let isWide: Bool

    /// How far the station's people come from.
    private enum Reach {
        case county, prefecture, region

        init(people: Int) {
            self = people <= 5_000 ? .county : people <= 50_000 ? .prefecture : .region
        }

        /// The weight of the county at a rank, the station's own being 0.
        func weight(rank: Int, isSamePrefecture: Bool) -> Int {
            switch self {
            case .county: rank == 0 ? 100_000 : isSamePrefecture ? 12_000 / (rank + 1) / 4 : 0
            case .prefecture: isSamePrefecture ? 200_000 / (rank + 2) : 0
            case .region: 600_000 / (rank + 12)
            }
        }
    }

    init(plan: StationPlan, catalogue: Catalogue) throws(GeneratorError) {
        let places = catalogue.places
        guard let station = places.place(code: plan.station), station.level == .township || station.level == .county,
            let county = places.ancestor(of: station.id, at: .county), let prefecture = places.ancestor(of: station.id, at: .prefecture)
        else { throw .unknownStation(plan.station) }
        let reach = Reach(people: plan.people)
        let counties = places.all.filter { $0.level == .county }
        // The station's own, its prefecture's, then the others.
        let ranked =
            [places[county]] + counties.filter { $0.parent == prefecture && $0.id != county }
            + counties.filter { $0.parent != prefecture }
        var townships: [PlaceID: [Place]] = [:]
        for place in places.all where place.level == .township {
            if let parent = place.parent { townships[parent, default: []].append(place) }
        }
        var weighted: [(Settlement, Int)] = []
        for (rank, county) in ranked.enumerated() {
            let countyWeight = reach.weight(rank: rank, isSamePrefecture: county.parent == prefecture)
            guard countyWeight > 0 else { continue }
            let inside = SettlementTable.weighted(townships[county.id] ?? [county], station: station.id)
            let sum = inside.reduce(0) { $0 + $1.1 }
            for (place, weight) in inside {
                weighted.append((Settlement(place, county: county), max(1, countyWeight * weight / max(1, sum))))
            }
        }
        let everywhere = try WeightedChoice(weighted)
        self.station = Settlement(station, county: places[county])
        self.everywhere = everywhere
        isWide = reach != .county
        towns = (try? WeightedChoice(weighted.filter { !$0.0.isCountry })) ?? everywhere
        country = (try? WeightedChoice(weighted.filter { $0.0.isCountry })) ?? everywhere
    }

    /// The townships of a county with their weights: those of Ergun as we
    /// imagine them, elsewhere by rank, the station's own first.
    private static func weighted(_ townships: [Place], station: PlaceID) -> [(Place, Int)] {
        let known = townships.map { place in (place, ergun.first { $0.0 == place.code }?.1) }
        if known.allSatisfy({ $0.1 != nil }) { return known.map { ($0.0, $0.1 ?? 0) } }
        let ordered = townships.filter { $0.id == station } + townships.filter { $0.id != station }
        return ordered.enumerated().map { ($1, 1000 / ($0 + 2)) }
    }

    /// Code of a township, weight.
    private static let ergun = [
        ("150784001", 540), ("150784002", 80), ("150784101", 55), ("150784103", 105), ("150784104", 2), ("150784200", 55),
        ("150784210", 32), ("150784211", 34), ("150784212", 4), ("150784400", 36), ("150784401", 22), ("150784402", 24), ("150784403", 18),
    ]
}
