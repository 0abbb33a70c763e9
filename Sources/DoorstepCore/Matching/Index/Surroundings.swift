/// How far the people of each cell are at least from jobs of one place.
///
/// A class, so that a search reads it in place.
final class Surroundings {
    /// Of each cell, in steps of 32 m, rounded down: from the place's point.
    let steps: UnsafeMutablePointer<UInt16>
    /// Districts, the nearest first, with the steps to the nearest of their
    /// cells.
    let districts: UnsafeMutablePointer<(steps: Int, district: Int)>
    let districtCount: Int

    static let metresOfStep = 32

    init(of place: PlaceID, _ map: CellMap, _ places: PlaceCatalogue) {
        let ground = places.ground(place)
        let from = SpherePoint(ground.point)
        steps = .allocate(capacity: map.cells.count)
        for (number, cell) in map.cells.enumerated() {
            var metres = Int(max(0, cell.center.metresAtLeast(to: from) - cell.radius))
            if cell.isCoarse, cell.place != place { metres = max(metres, Matcher.leastMetres(between: ground, cell.ground)) }
            steps[number] = UInt16(clamping: metres / Surroundings.metresOfStep)
        }
        districtCount = map.districts.count
        districts = .allocate(capacity: districtCount)
        for (number, district) in map.districts.enumerated() {
            districts[number] = (district.cells.reduce(Int(UInt16.max)) { min($0, Int(steps[$1])) }, number)
        }
        var all = UnsafeMutableBufferPointer(start: districts, count: districtCount)
        all.sort { $0.steps < $1.steps }
    }

    deinit {
        steps.deallocate()
        districts.deallocate()
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
        known = Array(repeating: nil, count: places.all.count)
    }

    mutating func surroundings(of place: PlaceID) -> Surroundings {
        if let surroundings = known[Int(place.position)] { return surroundings }
        let surroundings = Surroundings(of: place, map, places)
        known[Int(place.position)] = surroundings
        return surroundings
    }
}

/// Points of L at most, by steps of `Surroundings`.
final class NearnessBounds {
    private let points: UnsafeMutablePointer<Double>
    private static let count = 16_384

    init(_ scale: PointScale) {
        points = .allocate(capacity: NearnessBounds.count)
        for step in 0..<NearnessBounds.count { points[step] = scale.location * Matcher.nearness(step * Surroundings.metresOfStep) }
    }

    deinit { points.deallocate() }

    /// No less than the points of so many steps or more.
    @inline(__always)
    func points(step: Int) -> Double { points[min(max(0, step), NearnessBounds.count - 1)] }
}
