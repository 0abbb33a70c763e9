/// A place of the catalogue; made by `PlaceCatalogue` alone, so that no
/// other code can be held.
public struct PlaceID: Hashable, Comparable, Sendable, BitwiseCopyable {
    /// Position in the catalogue.
    let position: UInt16

    public static func < (left: PlaceID, right: PlaceID) -> Bool {
        left.position < right.position
    }
}

/// A place of Inner Mongolia, from the region itself down to a township or
/// street.
public struct Place: Hashable, Sendable {
    public let id: PlaceID
    /// GB/T 2260, six digits; below the county the statistical code, nine.
    public let code: String
    public let level: Level
    public let name: String
    public let parent: PlaceID?
    /// Toneless syllables of the name.
    public let pinyin: String
    public let point: Coordinates
    /// Whose point it is: coarser than the place itself where only that of
    /// its county or prefecture is known.
    public let pointLevel: Level

    public enum Level: String, Hashable, Comparable, Sendable, CaseIterable {
        case province, prefecture, county, township

        public static func < (left: Level, right: Level) -> Bool {
            left.rank < right.rank
        }

        private var rank: Int {
            switch self {
            case .province: 0
            case .prefecture: 1
            case .county: 2
            case .township: 3
            }
        }
    }

    /// The point says little about where the place is.
    public var hasCoarsePoint: Bool { pointLevel != level }

    /// 街道: a street office's quarter of a town.
    public var isStreet: Bool { level == .township && name.hasSuffix("街道") }
}

/// What distances need to know of a place, without its names.
struct Ground: BitwiseCopyable, Sendable {
    let point: Coordinates
    let isCoarse: Bool
    /// The county that it is a street of; nil where it is none.
    let countyOfStreet: PlaceID?
}
