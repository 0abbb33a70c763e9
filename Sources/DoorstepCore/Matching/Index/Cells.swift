import Foundation

/// A point on the unit sphere: the straight line between two is never longer
/// than the way over the ground, and needs no sine.
struct SpherePoint: Sendable {
    let x: Double
    let y: Double
    let z: Double

    init(_ coordinates: Coordinates) {
        let radians = Double.pi / 180
        let (latitude, longitude) = (coordinates.latitude * radians, coordinates.longitude * radians)
        x = cos(latitude) * cos(longitude)
        y = cos(latitude) * sin(longitude)
        z = sin(latitude)
    }

    /// No more than the metres between the two points.
    @inline(__always)
    func metresAtLeast(to other: SpherePoint) -> Double {
        let (dx, dy, dz) = (x - other.x, y - other.y, z - other.z)
        // Less a little for rounding: a metre of whole metres, and what
        // floating point loses on a chord.
        return max(0, (dx * dx + dy * dy + dz * dz).squareRoot() * 6_371_008 - 1)
    }
}

/// People of one place who stand next to each other in the slots.
struct Cell: Sendable {
    let place: PlaceID
    let slots: Range<Int>
    let center: SpherePoint
    /// Metres within which all of them are; 0 where none has a point of
    /// their own.
    let radius: Double
    let ground: Ground

    /// Distances rest on the place's point, which says little.
    var isCoarse: Bool { radius == 0 && ground.isCoarse }
}

/// Cells of a county, or of a place above it: what lies too far away is
/// passed over a county at a time.
struct District: Sendable {
    let cells: Range<Int>
    let slots: Range<Int>
}

/// Where people are, as they were when the index was made. Who came or moved
/// later is behind the last cell's slots.
struct CellMap: Sendable {
    let cells: [Cell]
    let districts: [District]
    /// Slots from here on belong to no cell.
    let end: Int
    /// The cell of each slot before the end.
    let cellOfSlot: ReadOnlyList<UInt16>
    let districtOfCell: [Int]
    private let cellsOfPlace: [PlaceID: [Int]]

    struct Run {
        let place: PlaceID
        let county: PlaceID
        let slots: Range<Int>
        let radius: Double
    }

    /// - Parameter runs: runs of neighbouring slots with one place each, in
    ///   the order of the slots; those of a county side by side.
    init(_ runs: [Run], _ places: PlaceCatalogue) {
        cells = runs.map { Cell(place: $0.place, slots: $0.slots, center: SpherePoint(places[$0.place].point), radius: $0.radius, ground: places.ground($0.place)) }
        end = runs.last?.slots.upperBound ?? 0
        var cellsOfPlace: [PlaceID: [Int]] = [:]
        var districts: [District] = []
        var first = 0
        for (index, run) in runs.enumerated() {
            cellsOfPlace[run.place, default: []].append(index)
            guard index + 1 == runs.count || runs[index + 1].county != run.county else { continue }
            districts.append(District(cells: first..<index + 1, slots: runs[first].slots.lowerBound..<run.slots.upperBound))
            first = index + 1
        }
        self.cellsOfPlace = cellsOfPlace
        cellOfSlot = ReadOnlyList(runs.enumerated().flatMap { repeatElement(UInt16($0), count: $1.slots.count) })
        self.districts = districts
        districtOfCell = districts.enumerated().flatMap { repeatElement($0, count: $1.cells.count) }
    }

    func cells(of place: PlaceID) -> [Int] { cellsOfPlace[place] ?? [] }
}
