/// The three parts of a score, each from 0 to 1.
struct Parts {
    var skills: Double
    var location: Double
    var groups: Double
}

/// The parts of a pair and what set each.
struct Weighing {
    let parts: Parts
    let skills: SkillFinding
    let location: LocationFinding
    let groups: GroupFinding
}

/// What a whole part counts, in points: the weights, so that they make
/// 10,000 together.
struct PointScale: Sendable {
    let skills: Double
    let location: Double
    let groups: Double

    init(_ weights: MatchSettings.Weights) {
        // Against the largest first: only the proportion matters, and a sum
        // of the largest or smallest numbers there are is none.
        let largest = max(weights.skills, weights.location, weights.groups)
        let (skills, location, groups) = (weights.skills / largest, weights.location / largest, weights.groups / largest)
        let scale = 10_000 / (skills + location + groups)
        (self.skills, self.location, self.groups) = (scale * skills, scale * location, scale * groups)
    }

    /// Rounded half away from zero; what comes within a billionth of a half
    /// counts as one.
    @inline(__always)
    func points(_ parts: Parts) -> Int {
        Int((skills * parts.skills + location * parts.location + groups * parts.groups + 0.5 + PointScale.tolerance).rounded(.down))
    }

    static let tolerance = 1e-9
}

/// A score and how it is made up; the three parts always add up to it.
public struct Score: Hashable, Sendable {
    public let points: Points
    public let skillPoints: Int
    public let locationPoints: Int
    public let groupPoints: Int

    /// `points = round(10 000 × (ws·S + wl·L + wg·G) / (ws + wl + wg))`.
    ///
    /// The paper's numbers are mostly fractions, floating point is not: what
    /// comes within a billionth of a whole or a half counts as just that, so
    /// that a score worked out on paper comes out the same.
    init(_ parts: Parts, _ scale: PointScale) {
        let shares = (scale.skills * parts.skills, scale.location * parts.location, scale.groups * parts.groups)
        points = Points(clamping: scale.points(parts))
        var floors = (Score.floor(shares.0), Score.floor(shares.1), Score.floor(shares.2))
        // What is still missing goes to the largest remainders, in the order
        // of the parts where equal.
        var remainders = (
            Score.billionths(shares.0, floors.0), Score.billionths(shares.1, floors.1), Score.billionths(shares.2, floors.2)
        )
        var missing = points.value - floors.0 - floors.1 - floors.2
        while missing > 0 {
            if remainders.0 >= remainders.1 && remainders.0 >= remainders.2 {
                floors.0 += 1
                remainders.0 = -1
            } else if remainders.1 >= remainders.2 {
                floors.1 += 1
                remainders.1 = -1
            } else {
                floors.2 += 1
                remainders.2 = -1
            }
            missing -= 1
        }
        skillPoints = floors.0
        locationPoints = floors.1
        groupPoints = floors.2
    }

    private static func floor(_ share: Double) -> Int {
        Int((share + PointScale.tolerance).rounded(.down))
    }

    private static func billionths(_ share: Double, _ floor: Int) -> Int {
        max(0, Int(((share - Double(floor)) * 1e9).rounded()))
    }
}
