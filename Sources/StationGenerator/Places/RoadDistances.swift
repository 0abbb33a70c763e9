import DoorstepCore

/// Roads around Ergun, roughly as long as they are: enough for the
/// demonstration, no reference.
enum RoadDistances {
    private static let roads: [(from: String, to: String, kilometres: Int)] = [
        ("150784001", "150784002", 24), ("150784001", "150784101", 57), ("150784001", "150784200", 46), ("150784001", "150784210", 98),
        ("150784001", "150784211", 166), ("150784001", "150784103", 192), ("150784001", "150784400", 4), ("150784001", "150784401", 52),
        ("150784001", "150784402", 27), ("150784001", "150784403", 68), ("150784210", "150784211", 71), ("150784200", "150784210", 55),
        ("150784211", "150784103", 88), ("150784103", "150784212", 149), ("150784001", "150702", 128), ("150784001", "150785", 131),
    ]

    /// Empty for stations of other counties.
    static func distances(station: Settlement, catalogue: Catalogue) throws(GeneratorError) -> [Distance] {
        guard station.countyCode == "150784" else { return [] }
        let lookup = CatalogueLookup(catalogue: catalogue)
        var distances: [Distance] = []
        for road in roads {
            distances.append(
                Distance(from: try lookup.place(road.from).id, to: try lookup.place(road.to).id, metres: road.kilometres * 1000))
        }
        return distances
    }
}
