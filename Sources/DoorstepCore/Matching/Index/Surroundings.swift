/// How far the people of each cell are at least from jobs of one place.
struct Surroundings {
    /// In steps of 32 m, rounded down.
    let steps: [UInt16]
    /// Districts, the nearest first, with the metres to the nearest of their
    /// cells.
    let districts: [(metres: Int, district: Int)]

    static let metresOfStep = 32

    /// - Parameter hasPoint: jobs have points of their own; they are measured
    ///   from the place's, less how far they are from it.
    init(of place: PlaceID, hasPoint: Bool, _ map: CellMap, _ places: PlaceCatalogue) {
        let ground = places.ground(place)
        let from = SpherePoint(ground.point)
        let isCoarse = ground.isCoarse && !hasPoint
        let steps = map.cells.map { cell in
            var metres = Int(max(0, cell.center.metresAtLeast(to: from) - cell.radius))
            if isCoarse || cell.isCoarse { metres = max(metres, Matcher.leastMetres(between: ground, cell.ground)) }
            return UInt16(clamping: metres / Surroundings.metresOfStep)
        }
        self.steps = steps
        districts = map.districts.enumerated().map { number, district in
            (Int(steps[district.cells].min() ?? 0) * Surroundings.metresOfStep, number)
        }.sorted { $0.metres < $1.metres }
    }
}

/// Surroundings of the places that were asked about.
struct SurroundingsCache {
    private let map: CellMap
    private let places: PlaceCatalogue
    private var known: [Surroundings?]

    init(_ map: CellMap, _ places: PlaceCatalogue) {
        self.map = map
        self.places = places
        known = Array(repeating: nil, count: places.all.count * 2)
    }

    mutating func surroundings(of place: PlaceID, hasPoint: Bool) -> Surroundings {
        let key = Int(place.position) * 2 + (hasPoint ? 1 : 0)
        if let surroundings = known[key] { return surroundings }
        let surroundings = Surroundings(of: place, hasPoint: hasPoint, map, places)
        known[key] = surroundings
        return surroundings
    }
}

/// Points of L at most, by steps of `Surroundings`.
struct NearnessBounds {
    private let points: [Double]

    init(_ scale: PointScale) {
        points = (0..<16_384).map { scale.location * Matcher.nearness($0 * Surroundings.metresOfStep) }
    }

    /// No less than the points of so many metres or more.
    func points(metres: Int) -> Double { points(step: metres / Surroundings.metresOfStep) }

    @inline(__always)
    func points(step: Int) -> Double { points[min(max(0, step), points.count - 1)] }
}
