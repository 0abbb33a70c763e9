/// What a station may set about matching; the same data and settings give
/// the same list everywhere.
public struct MatchSettings: Hashable, Sendable {
    /// How much each part counts; only their proportion matters.
    public struct Weights: Hashable, Sendable {
        public let skills: Double
        public let location: Double
        public let groups: Double

        /// Nil where a weight is negative or no number, or all are zero.
        public init?(skills: Double, location: Double, groups: Double) {
            let all = [skills, location, groups]
            guard all.allSatisfy({ $0 >= 0 && $0.isFinite }), all.contains(where: { $0 > 0 }) else { return nil }
            self.init(valid: skills, location, groups)
        }

        private init(valid skills: Double, _ location: Double, _ groups: Double) {
            self.skills = skills
            self.location = location
            self.groups = groups
        }

        public static let standard = Weights(valid: 55, 30, 15)
    }

    public var weights = Weights.standard

    /// The youngest that anyone may work, in full years; the law's 16 or
    /// more (劳动法 art. 15).
    public var lowestAge = lawfulAge {
        didSet { lowestAge = max(MatchSettings.lawfulAge, lowestAge) }
    }

    /// The youngest for hazardous work and work by night; 18 or more
    /// (未成年工特殊保护规定).
    public var lowestAgeForHazard = lawfulAgeForHazard {
        didSet { lowestAgeForHazard = max(MatchSettings.lawfulAgeForHazard, lowestAgeForHazard) }
    }

    /// For how many days after one side declined the pair is left alone.
    public var declineDays = 90

    /// From how many points on a match counts as a good one: for plans, and
    /// for what one change or training would bring.
    public var threshold = Points(clamping: 5_000)

    public init() {}

    /// Below which nobody may be set to work, whatever a station sets.
    static let lawfulAge = 16
    static let lawfulAgeForHazard = 18
}
