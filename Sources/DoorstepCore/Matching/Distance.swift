import Foundation

/// How far it is by road between two places, as the station itself
/// recorded it, or that nothing is recorded of them any more.
public struct Distance: Hashable, Sendable {
    public let from: PlaceID
    public let to: PlaceID
    /// Nil where what was recorded was taken back.
    public let metres: Int?

    public init(from: PlaceID, to: PlaceID, metres: Int?) {
        self.from = from
        self.to = to
        self.metres = metres
    }
}

/// The station's own distances, which hold in both directions.
public struct DistanceTable: Sendable {
    /// Each distance twice, once from either end.
    private var metres: [PlaceID: [PlaceID: Int]] = [:]

    public init() {}

    public var isEmpty: Bool { metres.isEmpty }

    public mutating func insert(_ distance: Distance) {
        put(distance.metres, from: distance.from, to: distance.to)
        put(distance.metres, from: distance.to, to: distance.from)
    }

    private mutating func put(_ recorded: Int?, from: PlaceID, to: PlaceID) {
        metres[from, default: [:]][to] = recorded
        // So that a table in which nothing is recorded any more is empty.
        if metres[from]?.isEmpty == true { metres[from] = nil }
    }

    /// Whole metres between two places; nil where the station has not
    /// recorded them.
    public subscript(_ one: PlaceID, _ other: PlaceID) -> Int? {
        metres.isEmpty ? nil : metres[one]?[other]
    }

    /// Places whose distance from this one is recorded.
    func recorded(from place: PlaceID) -> [PlaceID: Int] {
        metres.isEmpty ? [:] : metres[place] ?? [:]
    }
}

extension Coordinates {
    /// The great-circle distance in whole metres, rounded half away from
    /// zero, on a sphere with the earth's mean radius of 6,371.0088 km
    /// (IUGG), by the haversine formula.
    public func metres(to other: Coordinates) -> Int {
        let radians = Double.pi / 180
        let half = { (angle: Double) in sin(angle * radians / 2) }
        let north = half(other.latitude - latitude)
        let east = half(other.longitude - longitude)
        let chord = north * north + cos(latitude * radians) * cos(other.latitude * radians) * east * east
        return Int((2 * 6_371_008.8 * asin(min(1, chord.squareRoot()))).rounded(.toNearestOrAwayFromZero))
    }
}
