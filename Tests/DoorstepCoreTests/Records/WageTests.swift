@testable import DoorstepCore
import Testing

@Suite("Money and wages")
struct WageTests {
    private func paying(_ lowest: Int?, _ highest: Int?, _ unit: PayUnit = .month) -> Wage? {
        Wage(lowest: lowest.map { Money(yuan: $0) }, highest: highest.map { Money(yuan: $0) }, unit: unit)
    }

    @Test("an amount is written in yuan with as many decimals as there are", arguments: [
        (0, "0"), (1, "0.01"), (10, "0.1"), (100, "1"), (1850, "18.5"), (1805, "18.05"), (400_000, "4000"), (400_099, "4000.99"),
    ])
    func description(fen: Int, text: String) {
        #expect(Money(fen: fen).description == text)
        #expect(Money.read(text) == Money(fen: fen))
    }

    @Test("an amount is read back as it was written")
    func moneyRoundTrip() {
        var random = SplitMix64.printed()
        for _ in 0..<1000 {
            let money = Money(fen: random.int(0...Money.limit.fen))
            #expect(Money.read(money.description) == money, "seed \(random.seed), \(money)")
        }
    }

    @Test("what is no amount is refused", arguments: [
        "", ".", "5.", ".5", "-5", "+5", "1e3", "4,000", "4 000", "四千", "1.2.3", "1.1234567", "1000000000", "100000000.01", "0x10", "１２",
    ])
    func moneyRefused(text: String) {
        #expect(Money.read(text) == nil)
    }

    @Test("a wage has its lower end first, and no amount that is negative or above a hundred million yuan")
    func ranges() {
        #expect(paying(4000, 6000) != nil && paying(4000, 4000) != nil && paying(nil, 4000) != nil && paying(4000, nil) != nil && paying(nil, nil) != nil)
        #expect(paying(6000, 4000) == nil && paying(4001, 4000, .piece) == nil)
        #expect(paying(-1, 4000) == nil && paying(nil, -1) == nil)
        #expect(paying(0, 100_000_000, .hour) != nil && paying(0, 100_000_001) == nil)
    }

    // 21.75 days and 174 hours to the month:
    //   200 yuan × 21.75 = 4350; 25 yuan × 174 = 4350.
    @Test("the highest wage reaches what it makes in a month, and not a fen more", arguments: [
        (4350, PayUnit.month, 435_000), (200, .day, 435_000), (25, .hour, 435_000), (0, .day, 0), (100_000_000, .hour, 1_740_000_000_000),
        // 1 yuan a day makes 21.75 yuan, 3 yuan an hour 522 yuan.
        (1, .day, 2175), (3, .hour, 52_200),
    ])
    func reaches(yuan: Int, unit: PayUnit, monthlyFen: Int) throws {
        let wage = try #require(paying(nil, yuan, unit))
        #expect(wage.reaches(Money(fen: monthlyFen)) == true)
        #expect(wage.reaches(Money(fen: monthlyFen + 1)) == false)
        #expect(wage.byMonth(Money(yuan: yuan)) == Money(fen: monthlyFen))
    }

    @Test("parts of a fen count: 0.01 yuan a day reaches 0.21 yuan a month and not 0.22")
    func partsOfAFen() throws {
        // 1 fen × 21.75 = 21.75 fen.
        let wage = try #require(Wage(lowest: nil, highest: Money(fen: 1), unit: .day))
        #expect(wage.reaches(Money(fen: 21)) == true && wage.reaches(Money(fen: 22)) == false)
        #expect(wage.byMonth(Money(fen: 1)) == Money(fen: 21))
    }

    @Test("a wage by the piece, or without a highest, cannot be compared")
    func notCompared() throws {
        let expected = Money(yuan: 1)
        #expect(try #require(paying(5, 9000, .piece)).reaches(expected) == nil)
        #expect(try #require(paying(5000, nil)).reaches(expected) == nil)
        #expect(Wage.open.reaches(expected) == nil)
        #expect(try #require(paying(5, 5, .piece)).byMonth(expected) == nil)
    }
}
