import Testing

@testable import DoorstepCore

@Suite("What comes before what in a plan")
struct PlanWorthTests {
    @Test("One more of an earlier rank outweighs all that comes after it", arguments: PlanSettings.Goal.allCases)
    func order(goal: PlanSettings.Goal) throws {
        let worth = try PlanWorth(goal: goal, ranks: [5, 100], most: 1_000)
        let (none, first, second) = (worth.ofRanks[0], worth.ofRanks[1], worth.ofRanks[2])
        let allPoints = Int128(10_000 * 1_000)
        #expect(first > 100 * second + 899 * none + allPoints)
        #expect(second > 1_000 * worth.ofPlacing + allPoints)
        #expect(none == (goal == .cover ? allPoints + 1 : 0))
    }

    @Test("A sum says how many of each level are missing at the most")
    func gap() throws {
        let worth = try PlanWorth(goal: .cover, ranks: [5], most: 10)
        let value = worth.ofRanks[1] * 2 + worth.ofPlacing * 3 + 40_000
        #expect(worth.gap(from: value, to: value).isNone)
        #expect(worth.gap(from: value, to: value + 17) == Plan.Gap(ranks: [0], placed: 0, points: 17))
        #expect(worth.gap(from: value, to: value + worth.ofPlacing * 2 + 5) == Plan.Gap(ranks: [0], placed: 2, points: 0))
        #expect(worth.gap(from: value, to: value + worth.ofRanks[1] * 3) == Plan.Gap(ranks: [3], placed: 0, points: 0))
        let total = try PlanWorth(goal: .total, ranks: [], most: 10)
        #expect(total.gap(from: 100, to: 123) == Plan.Gap(ranks: [], placed: 0, points: 23))
    }

    @Test("Half a million people fit 64 bits, with a rank too; more ranks fit 128; too many are refused")
    func size() throws {
        #expect(try PlanWorth(goal: .cover, ranks: [], most: 500_000).isShort)
        #expect(try !PlanWorth(goal: .cover, ranks: [200_000, 200_000], most: 500_000).isShort)
        #expect(throws: PlanRefusal.tooManyRanks(300)) { try PlanWorth(goal: .total, ranks: Array(repeating: 0, count: 300), most: 10) }
        #expect(throws: PlanRefusal.tooManyRanks(9)) { try PlanWorth(goal: .cover, ranks: Array(repeating: 50_000, count: 9), most: 500_000) }
    }
}
