/// How far someone went at school, lowest first; the numbers are those of
/// the sheets.
public enum Education: Int, Hashable, Comparable, Sendable, CaseIterable {
    case none, primary, juniorMiddle, seniorMiddle, college, bachelor, master, doctor

    public static func < (left: Education, right: Education) -> Bool {
        left.rawValue < right.rawValue
    }
}

/// The eight grades of skill, lowest first, and none known or asked for.
/// Never shown as a digit.
public enum SkillLevel: Int, Hashable, Comparable, Sendable, CaseIterable {
    case unknown, apprentice, junior, intermediate, senior, technician, seniorTechnician, specialTechnician, chiefTechnician

    public static func < (left: SkillLevel, right: SkillLevel) -> Bool {
        left.rawValue < right.rawValue
    }
}

/// A match's score: whole points from 0 to 10,000, shown as 0.0 to 100.0.
public struct Points: Hashable, Comparable, Sendable, CustomStringConvertible {
    public let value: Int

    public static let range = 0...10_000

    /// Nil outside 0 to 10,000.
    public init?(_ value: Int) {
        guard Points.range.contains(value) else { return nil }
        self.value = value
    }

    init(clamping value: Int) {
        self.value = min(max(value, 0), 10_000)
    }

    public static func < (left: Points, right: Points) -> Bool {
        left.value < right.value
    }

    /// `86.3`: tenths, rounded half away from zero.
    public var description: String {
        let tenths = (value + 5) / 10
        return "\(tenths / 10).\(tenths % 10)"
    }
}

/// A point on the earth in decimal degrees.
public struct Coordinates: Hashable, Sendable, BitwiseCopyable {
    public let latitude: Double
    public let longitude: Double

    /// Nil outside ±90 and ±180 degrees, or where a number is none.
    public init?(latitude: Double, longitude: Double) {
        guard (-90...90).contains(latitude), (-180...180).contains(longitude) else { return nil }
        self.latitude = latitude
        self.longitude = longitude
    }
}
