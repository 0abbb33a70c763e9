/// How far the people of each cell are at least from jobs of one place.
///
/// A class, so that a search reads it in place.
final class Surroundings: Sendable {
    /// Of each cell, in steps of 32 m, rounded down: from the place's point.
    let steps: ReadOnlyList<UInt16>
    /// The nearest first.
    let districts: ReadOnlyList<NearDistrict>

    /// A district, with the steps to the nearest of its cells.
    struct NearDistrict: Sendable {
        let steps: UInt16
        let number: UInt16
    }

    static let metresOfStep = 32

    /// O(number of cells).
    init(of place: PlaceID, _ map: CellMap, _ places: PlaceCatalogue) {
        let ground = places.ground(place)
        let from = SpherePoint(ground.point)
        let steps = map.cells.map { cell in
            var metres = Int(max(0, cell.center.metresAtLeast(to: from) - cell.radius))
            if cell.isCoarse, cell.place != place { metres = max(metres, Matcher.leastMetres(between: ground, cell.ground)) }
            return UInt16(clamping: metres / Surroundings.metresOfStep)
        }
        let districts = map.districts.enumerated().map { number, district in
            NearDistrict(steps: steps[district.cells].reduce(.max, min), number: UInt16(number))
        }
        self.steps = ReadOnlyList(steps)
        self.districts = ReadOnlyList(districts.sorted { $0.steps < $1.steps })
    }
}

/// Points of L at most, by steps of `Surroundings`.
struct NearnessBounds: Sendable {
    private let points: ReadOnlyList<Double>

    init(_ scale: PointScale) {
        points = ReadOnlyList((0...Int(UInt16.max)).map { scale.location * Matcher.nearness($0 * Surroundings.metresOfStep) })
    }

    /// No less than the points of so many steps or more.
    @inline(__always)
    func points(step: Int) -> Double { points[max(0, step)] }
}

/// Points of L of each cell's people at most, by distance from a job.
///
/// Scratch memory of one thread.
final class NearCells {
    private let points: UnsafeMutablePointer<Double>
    private let isKnown: UnsafeMutablePointer<Bool>
    private let map: CellMap

    init(_ map: CellMap) {
        self.map = map
        points = .allocate(capacity: map.cells.count)
        isKnown = .allocate(capacity: map.districts.count)
        forget()
    }

    deinit {
        points.deallocate()
        isKnown.deallocate()
    }

    /// Before a job at another spot.
    func forget() { isKnown.initialize(repeating: false, count: map.districts.count) }

    /// By cell: those of the district are filled in.
    @inline(__always)
    func points(_ district: Int, _ surroundings: Surroundings, _ ground: JobGround, _ bounds: NearnessBounds) -> UnsafePointer<Double> {
        if !isKnown[district] {
            isKnown[district] = true
            for cell in map.districts[district].cells { points[cell] = bounds.points(step: ground.leastSteps(to: cell, surroundings.steps[cell])) }
        }
        return UnsafePointer(points)
    }
}
