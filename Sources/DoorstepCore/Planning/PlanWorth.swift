/// What comes before what in a plan, as one number: people of the first rank,
/// then those of the next, then everybody where the plan is to place the
/// most, then points. One more of something is worth more than all that comes
/// after it could ever be together, so that the highest sum is the plan that
/// is best in that order.
struct PlanWorth: Hashable, Sendable {
    /// What the sum of each level is multiplied with, points last.
    private let weights: [Int128]
    private let rankCount: Int
    private let isCover: Bool
    /// More than any plan is worth.
    let limit: Int128

    /// - Parameters:
    ///   - ranks: how many people each rank has, the first before the others.
    ///   - most: how many can be placed at the most.
    init(goal: PlanSettings.Goal, ranks: [Int], most: Int) throws(PlanRefusal) {
        // A rank is a byte of each person.
        guard ranks.count < Int(UInt8.max) else { throw .tooManyRanks(ranks.count) }
        isCover = goal == .cover
        rankCount = ranks.count
        var weights: [Int128] = [1]
        var next = Int128(Points.range.upperBound) * Int128(most) + 1
        let counts = (isCover ? [most] : []) + ranks.reversed().map { min($0, most) }
        for count in counts {
            weights.append(next)
            let (product, overflow) = next.multipliedReportingOverflow(by: Int128(count) + 1)
            // Sums along a path stay far from the last bit.
            guard !overflow, product < Int128.max >> 8 else { throw .tooManyRanks(ranks.count) }
            next = product
        }
        self.weights = weights.reversed()
        limit = next
    }

    /// Whether 64 bits are enough.
    var isShort: Bool { limit < Int128(Int64.max >> 5) }

    /// Of placing somebody, besides points and rank.
    var ofPlacing: Int128 { isCover ? weights[rankCount] : 0 }

    /// Of placing somebody besides points, by rank: first who is in none.
    var ofRanks: [Int128] { [ofPlacing] + weights[0..<rankCount].map { $0 + ofPlacing } }

    /// What a sum is made of.
    func gap(from value: Int128, to bound: Int128) -> Plan.Gap {
        var (value, bound) = (value, bound)
        var gap = Plan.Gap(ranks: Array(repeating: 0, count: rankCount))
        for (level, weight) in weights.enumerated() {
            let missing = Int(clamping: bound / weight - value / weight)
            if missing != 0 {
                if level < rankCount { gap.ranks[level] = missing } else if isCover, level == rankCount { gap.placed = missing } else { gap.points = missing }
                return gap
            }
            (value, bound) = (value % weight, bound % weight)
        }
        return gap
    }
}
