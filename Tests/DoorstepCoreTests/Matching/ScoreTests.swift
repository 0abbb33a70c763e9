@testable import DoorstepCore
import Testing

/// `points = round(10 000 × (ws·S + wl·L + wg·G) / (ws + wl + wg))`, and the
/// parts shown: each rounded down, what is missing to the largest remainders.
@Suite("A score")
struct ScoreTests {
    private func weights(_ skills: Double, _ location: Double, _ groups: Double) throws -> MatchSettings.Weights {
        try #require(MatchSettings.Weights(skills: skills, location: location, groups: groups))
    }

    private func score(_ skills: Double, _ location: Double, _ groups: Double, _ weights: MatchSettings.Weights = .standard) -> [Int] {
        let score = Score(Parts(skills: skills, location: location, groups: groups), PointScale(weights))
        return [score.points.value, score.skillPoints, score.locationPoints, score.groupPoints]
    }

    // MARK: - Worked by hand

    @Test("of full parts is 10,000: 5500, 3000 and 1500; of empty ones 0")
    func ends() {
        #expect(score(1, 1, 1) == [10_000, 5500, 3000, 1500])
        #expect(score(0, 0, 0) == [0, 0, 0, 0])
        #expect(score(1, 0, 0) == [5500, 5500, 0, 0] && score(0, 1, 0) == [3000, 0, 3000, 0] && score(0, 0, 1) == [1500, 0, 0, 1500])
    }

    @Test("rounds an exact half away from zero", arguments: [
        // 5500 × 1/8 = 687.5
        (1.0 / 8, 0, 0, [688, 688, 0, 0]),
        // 5500 × 1/8 + 3000 = 3687.5
        (1.0 / 8, 1, 0, [3688, 688, 3000, 0]),
        // 3000 × 1/16 = 187.5
        (0, 1.0 / 16, 0, [188, 0, 188, 0]),
        // 5500 × 3/16 = 1031.25; 3000 × 3/32 = 281.25: 1312.5
        (3.0 / 16, 3.0 / 32, 0, [1313, 1032, 281, 0]),
        // 1500 × 0.001 = 1.5
        (0, 0, 0.001, [2, 0, 0, 2]),
        // 5500 × 0.3 + 3000 × 0.5 + 1500 × 0.7 = 1650 + 1500 + 1050: no half
        // at all, though 0.3 and 0.7 are no binary fractions.
        (0.3, 0.5, 0.7, [4200, 1650, 1500, 1050]),
        // 5500 × 0.0001 = 0.55; 1500 × 0.0003 = 0.45: 1.0, the larger
        // remainder takes it.
        (0.0001, 0, 0.0003, [1, 1, 0, 0]),
    ] as [(Double, Double, Double, [Int])])
    func halves(skills: Double, location: Double, groups: Double, expected: [Int]) {
        #expect(score(skills, location, groups) == expected)
    }

    @Test("gives what is missing to the largest remainder, and to skills, then location, where they are equal", arguments: [
        // 687.5 + 187.5 = 875: both halves, one point missing.
        (1.0 / 8, 1.0 / 16, 0, [875, 688, 187, 0]),
        // 187.5 + 1500 × 0.001 = 187.5 + 1.5 = 189.
        (0, 1.0 / 16, 0.001, [189, 0, 188, 1]),
        // 687.5 + 187.5 + 1.5 = 876.5, rounded to 877: two missing.
        (1.0 / 8, 1.0 / 16, 0.001, [877, 688, 188, 1]),
        // 5500/3 = 1833.33; 1500 × 0.0003 = 0.45: 1833.78, rounded to 1834:
        // .45 is larger than .33.
        (1.0 / 3, 0, 0.0003, [1834, 1833, 0, 1]),
        // 5500 × 2/3 = 3666.67; 3000 × 0.0002 = 0.6; 1500 × 0.0005 = 0.75:
        // 3668.02 rounds to 3668, two missing: groups .75, skills .67.
        (2.0 / 3, 0.0002, 0.0005, [3668, 3667, 0, 1]),
    ] as [(Double, Double, Double, [Int])])
    func remainders(skills: Double, location: Double, groups: Double, expected: [Int]) {
        #expect(score(skills, location, groups) == expected)
    }

    @Test("by other weights is shared out by their proportion", arguments: [
        // A third each: 2222.22 + 3333.33 + 1000 = 6555.56, rounded to 6556;
        // .33 is the largest remainder.
        (1, 1, 1, 2.0 / 3, 1, 0.3, [6556, 2222, 3334, 1000]),
        // 10 000 × 1/32 = 312.5
        (0, 1, 0, 1, 1.0 / 32, 1, [313, 0, 313, 0]),
        (0, 0, 7, 1, 1, 0.6, [6000, 0, 0, 6000]),
        // 10 000 × (2 × 0.5 + 1) / 3 = 6666.67; 3333.33 twice: skills first.
        (2, 1, 0, 0.5, 1, 1, [6667, 3334, 3333, 0]),
        // 10 000 / 3 each: 10 000 in all, skills first.
        (5, 5, 5, 1, 1, 1, [10_000, 3334, 3333, 3333]),
        (0.1, 0.1, 0.1, 1, 1, 1, [10_000, 3334, 3333, 3333]),
    ] as [(Double, Double, Double, Double, Double, Double, [Int])])
    func otherWeights(ws: Double, wl: Double, wg: Double, skills: Double, location: Double, groups: Double, expected: [Int]) throws {
        #expect(score(skills, location, groups, try weights(ws, wl, wg)) == expected)
    }

    // MARK: - Against exact fractions

    /// The paper's rule in whole numbers: parts are `n / d`, weights whole.
    private func exact(_ weights: [Int], _ parts: [Int], over d: Int) -> [Int] {
        let whole = weights.reduce(0, +) * d
        let shares = zip(weights, parts).map { 10_000 * $0 * $1 }
        let points = (2 * shares.reduce(0, +) + whole) / (2 * whole)
        var floors = shares.map { $0 / whole }
        let order = (0..<3).sorted { (-(shares[$0] % whole), $0) < (-(shares[$1] % whole), $1) }
        for index in order.prefix(points - floors.reduce(0, +)) { floors[index] += 1 }
        return [points] + floors
    }

    @Test("is exactly that of whole-number arithmetic, to the last point, whatever the weights")
    func exactFractions() throws {
        var random = SplitMix64.printed()
        for _ in 0..<20_000 {
            var whole = (0..<3).map { _ in random.once(in: 4) ? 0 : random.int(1...100) }
            if whole.allSatisfy({ $0 == 0 }) { whole = [55, 30, 15] }
            // What S is made of; 0.3 and 0.5 of wishes; tenths of priorities.
            let d = random.pick([1, 2, 3, 7, 8, 9, 10, 16, 60, 64, 720, 5040])
            let parts = (0..<3).map { _ in random.int(0...d) }
            let real = parts.map { Double($0) / Double(d) }
            let found = score(real[0], real[1], real[2], try weights(Double(whole[0]), Double(whole[1]), Double(whole[2])))
            #expect(found == exact(whole, parts, over: d), "seed \(random.seed), weights \(whole), parts \(parts) of \(d)")
        }
    }

    @Test("lies between 0 and 10,000 and is the sum of its parts, each a point from its share, for any weights and parts")
    func sums() throws {
        var random = SplitMix64.printed()
        for _ in 0..<20_000 {
            let weights = try weights(random.double(0...1000), random.once(in: 3) ? 0 : random.double(0...1), random.once(in: 3) ? 0 : random.double(0...100))
            let parts = (0..<3).map { _ in random.once(in: 8) ? 1 : random.double(0...1) }
            let found = score(parts[0], parts[1], parts[2], weights)
            let sum = weights.skills + weights.location + weights.groups
            let shares = zip([weights.skills, weights.location, weights.groups], parts).map { 10_000 * $0 * $1 / sum }
            #expect(Points.range.contains(found[0]) && found[1] + found[2] + found[3] == found[0], "seed \(random.seed), \(weights) \(parts)")
            #expect(abs(Double(found[0]) - shares.reduce(0, +)) <= 0.500_001, "seed \(random.seed), \(weights) \(parts)")
            for (part, share) in zip(found.dropFirst(), shares) {
                #expect(Double(part) > share - 1 && Double(part) < share + 1.000_001, "seed \(random.seed), \(weights) \(parts)")
            }
        }
    }

    // MARK: - Weights

    @Test("depends on the weights' proportion alone, however large or small they are", arguments: [1e-300, 1e-9, 1, 1e9, 1e300, 1.5e306])
    func proportion(scale: Double) throws {
        #expect(score(1.0 / 3, 0.25, 0.3, try weights(55 * scale, 30 * scale, 15 * scale)) == score(1.0 / 3, 0.25, 0.3))
    }

    @Test("is none too by the smallest and the largest weights there are")
    func extremes() throws {
        #expect(score(0.5, 1, 1, try weights(.leastNonzeroMagnitude, 0, 0)) == [5000, 5000, 0, 0])
        #expect(score(1, 1, 1, try weights(.greatestFiniteMagnitude, .greatestFiniteMagnitude, 0)) == [10_000, 5000, 5000, 0])
        #expect(score(0.5, 1, 1, try weights(.greatestFiniteMagnitude, .leastNonzeroMagnitude, 0)) == [5000, 5000, 0, 0])
    }

    @Test("has weights that are no less than nothing, no less than one of them more, and numbers", arguments: [
        (0, 0, 0), (-1, 1, 1), (1, -0.001, 1), (1, 1, .nan), (.infinity, 1, 1), (0, 0, -1),
    ] as [(Double, Double, Double)])
    func refused(skills: Double, location: Double, groups: Double) {
        #expect(MatchSettings.Weights(skills: skills, location: location, groups: groups) == nil)
    }

    @Test("has usual weights of 55, 30 and 15, a lowest age of 16 and 90 days after declining")
    func settings() {
        let settings = MatchSettings()
        #expect(settings.weights == .standard && settings.lowestAge == 16 && settings.lowestAgeForHazard == 18 && settings.declineDays == 90)
        #expect([settings.weights.skills, settings.weights.location, settings.weights.groups] == [55, 30, 15])
    }
}
