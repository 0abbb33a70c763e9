@testable import DoorstepCore
import Testing

@Suite("Periods")
struct PeriodTests {
    @Test("Each kind of period has its first and last day", arguments: [
        (Period.Kind.day, "2026-11-21", "2026-11-21", "2026-11-21"), (.week, "2026-11-21", "2026-11-16", "2026-11-22"),
        (.week, "2026-11-16", "2026-11-16", "2026-11-22"), (.week, "2026-11-22", "2026-11-16", "2026-11-22"), (.week, "1969-12-26", "1969-12-22", "1969-12-28"),
        (.month, "2028-02-29", "2028-02-01", "2028-02-29"), (.quarter, "2026-11-21", "2026-10-01", "2026-12-31"),
        (.quarter, "2026-03-31", "2026-01-01", "2026-03-31"), (.halfYear, "2026-06-30", "2026-01-01", "2026-06-30"),
        (.halfYear, "2026-07-01", "2026-07-01", "2026-12-31"), (.year, "2026-11-21", "2026-01-01", "2026-12-31"),
    ])
    func bounds(kind: Period.Kind, on: String, first: String, last: String) throws {
        let period = Period(kind, containing: try day(on))
        #expect(period.first == (try day(first)))
        #expect(period.last == (try day(last)))
    }

    @Test("The one before ends the day before this one begins, and moving there and back changes nothing", arguments: Period.Kind.allCases)
    func before(kind: Period.Kind) throws {
        var random = SplitMix64.printed()
        for _ in 0..<300 {
            let period = Period(kind, containing: Day(number: Int32(random.int(0...40_000))))
            #expect(period.before.last + 1 == period.first, "seed \(random.seed)")
            let count = random.int(1...60)
            #expect(period.moved(by: -count).moved(by: count) == period, "seed \(random.seed)")
            #expect(period.moved(by: count) == (0..<count).reduce(period) { earlier, _ in earlier.moved(by: 1) }, "seed \(random.seed)")
        }
    }

    @Test("Half a month is compared with half a month, a month that is over with a whole one")
    func comparable() throws {
        let november = Period(.month, containing: try day("2026-11-21"))
        let open = november.comparable(november.before, to: november.counted(asOf: try day("2026-11-21")))
        #expect(open == Period.Span(first: try day("2026-10-01"), last: try day("2026-10-21")))
        let over = november.comparable(november.before, to: november.counted(asOf: try day("2026-12-05")))
        #expect(over == Period.Span(first: try day("2026-10-01"), last: try day("2026-10-31")))
        // Of 31 days there are no 31 in February.
        let march = Period(.month, containing: try day("2026-03-30"))
        #expect(march.comparable(march.before, to: march.counted(asOf: try day("2026-03-30"))).last == (try day("2026-02-28")))
    }

    @Test("A week is compared with the one 52 weeks earlier, another period with its own a year ago")
    func aYearBefore() throws {
        #expect(Period(.week, containing: try day("2026-11-21")).aYearBefore.first == (try day("2025-11-17")))
        #expect(Period(.halfYear, containing: try day("2026-11-21")).aYearBefore.first == (try day("2025-07-01")))
        #expect(Period(.day, containing: try day("2028-02-29")).aYearBefore.first == (try day("2027-02-28")))
    }
}
