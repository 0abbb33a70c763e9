@testable import DoorstepCore
import Foundation
import Testing

@Suite("A day of the calendar")
struct DayTests {
    private let calendar: Calendar
    private let epoch: Date

    init() throws {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = try #require(TimeZone(identifier: "UTC"))
        self.calendar = calendar
        epoch = Date(timeIntervalSince1970: 0)
    }

    // MARK: - What Foundation's calendar says of the same day

    private func date(_ day: Day) -> Date {
        Date(timeIntervalSince1970: Double(day.number) * 86_400)
    }

    private func day(_ date: Date) -> Day {
        Day(number: Int32((date.timeIntervalSince1970 / 86_400).rounded(.down)))
    }

    private func randomDay(_ random: inout SplitMix64) -> Day {
        // Foundation's calendar is the Julian one before October 1582.
        Day(number: Int32(random.int(-141_000...2_900_000)))
    }

    @Test("has the year, month and day of the month that Foundation's calendar has")
    func parts() {
        var random = SplitMix64.printed()
        for _ in 0..<3000 {
            let day = randomDay(&random)
            let parts = calendar.dateComponents([.year, .month, .day], from: date(day))
            #expect([day.parts.year, day.parts.month, day.parts.day] == [parts.year, parts.month, parts.day], "seed \(random.seed), \(day.number)")
            #expect(Day(year: day.parts.year, month: day.parts.month, day: day.parts.day) == day, "seed \(random.seed), \(day.number)")
        }
    }

    @Test("follows the day before it, from the first of the year 1 to the end of 9999")
    func succession() throws {
        var number = try #require(Day(year: 1, month: 1, day: 1)).number
        for year in 1...9999 where year <= 2200 || year % 97 == 0 {
            let isLeap = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0)
            if year > 2200 { number = try #require(Day(year: year, month: 1, day: 1)).number }
            for (month, length) in [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31].enumerated() {
                let first = Day(year: year, month: month + 1, day: 1)
                let last = Day(year: year, month: month + 1, day: length)
                #expect(first?.number == number && last?.number == number + Int32(length) - 1, "\(year)-\(month + 1)")
                #expect(Day(year: year, month: month + 1, day: length + 1) == nil, "\(year)-\(month + 1)")
                number += Int32(length)
            }
        }
        #expect(Day(year: 9999, month: 12, day: 31)?.description == "9999-12-31")
    }

    @Test("is nothing outside the years 1 to 9999, the months 1 to 12 and the days of the month")
    func refused() {
        for (year, month, day) in [(0, 1, 1), (10_000, 1, 1), (-1, 1, 1), (2026, 0, 1), (2026, 13, 1), (2026, 1, 0), (2026, 4, 31), (2026, 2, 29)] {
            #expect(Day(year: year, month: month, day: day) == nil, "\(year)-\(month)-\(day)")
        }
    }

    @Test("29 February is in every fourth year, in no hundredth, in every four hundredth", arguments: [
        (2024, true), (2028, true), (2000, true), (2400, true), (2026, false), (1900, false), (2100, false),
    ])
    func leapDay(year: Int, exists: Bool) {
        #expect((Day(year: year, month: 2, day: 29) != nil) == exists)
    }

    // MARK: - Arithmetic

    @Test("so many months later is where Foundation's calendar says")
    func addingMonths() throws {
        var random = SplitMix64.printed()
        for _ in 0..<3000 {
            let day = randomDay(&random)
            let months = random.int(0...600)
            let later = try #require(calendar.date(byAdding: .month, value: months, to: date(day)))
            #expect(day.adding(months: months) == self.day(later), "seed \(random.seed), \(day) and \(months) months")
        }
    }

    @Test("a month later is the last day of a month that is too short", arguments: [
        ("2026-01-31", 1, "2026-02-28"), ("2024-01-31", 1, "2024-02-29"), ("2024-02-29", 12, "2025-02-28"), ("2024-02-29", 48, "2028-02-29"),
        ("2026-08-31", 1, "2026-09-30"), ("2026-12-31", 2, "2027-02-28"), ("2026-11-30", 3, "2027-02-28"), ("2026-02-28", 1, "2026-03-28"),
        ("2026-11-21", 0, "2026-11-21"), ("2026-12-01", 1, "2027-01-01"), ("2024-11-21", 24, "2026-11-21"),
    ])
    func monthEnds(from: String, months: Int, to: String) {
        #expect(Day(iso: from)?.adding(months: months).description == to)
    }

    @Test("a month ends on the day before the first of the next")
    func endOfMonth() throws {
        var random = SplitMix64.printed()
        for _ in 0..<1000 {
            let day = randomDay(&random)
            let next = try #require(Day(year: day.parts.year, month: day.parts.month, day: 1)).adding(months: 1)
            #expect(day.endOfMonth + 1 == next, "seed \(random.seed), \(day)")
        }
    }

    @Test("full years are those of Foundation's calendar")
    func fullYears() throws {
        var random = SplitMix64.printed()
        for _ in 0..<3000 {
            let birth = randomDay(&random)
            guard birth.parts.month != 2 || birth.parts.day != 29 else { continue }
            let day = birth + random.int(0...40_000)
            let years = calendar.dateComponents([.year], from: date(birth), to: date(day)).year
            #expect(day.fullYears(since: birth) == years, "seed \(random.seed), \(birth) to \(day)")
        }
    }

    @Test("a year is full on the birthday, not on the day before", arguments: [
        ("2010-11-21", "2026-11-20", 15), ("2010-11-21", "2026-11-21", 16), ("2010-11-21", "2027-11-20", 16), ("2026-11-21", "2026-11-21", 0),
        // Who was born on a leap day turns a year older on 1 March.
        ("2008-02-29", "2026-02-28", 17), ("2008-02-29", "2026-03-01", 18), ("2008-02-29", "2028-02-28", 19), ("2008-02-29", "2028-02-29", 20),
    ])
    func birthdays(birth: String, day: String, years: Int) throws {
        #expect(try #require(Day(iso: day)).fullYears(since: try #require(Day(iso: birth))) == years)
    }

    @Test("differences, sums and order agree with the days counted one by one")
    func differences() {
        var random = SplitMix64.printed()
        for _ in 0..<500 {
            let day = randomDay(&random)
            let distance = random.int(-5000...5000)
            #expect((day + distance) - day == distance, "seed \(random.seed)")
            #expect((day < day + distance) == (distance > 0), "seed \(random.seed)")
        }
    }

    // MARK: - Writing and reading

    @Test("reads back what it writes, four, two and two digits")
    func writing() {
        var random = SplitMix64.printed()
        for _ in 0..<1000 {
            let day = randomDay(&random)
            #expect(Day(iso: day.description) == day, "seed \(random.seed), \(day)")
        }
        #expect(Day(year: 7, month: 3, day: 9)?.description == "0007-03-09")
    }

    @Test("reads 2026-11-21 and nothing else", arguments: [
        "", "2026", "2026-11", "2026-1-21", "2026-11-1", "26-11-21", "2026-11-21 ", " 2026-11-21", "2026/11/21", "2026-11-21-", "-2026-11-21",
        "2026-13-01", "2026-02-30", "2026-00-10", "2026-11-00", "0000-11-21", "２０２６-１１-２１", "2026-11-2a", "20261121", "+026-11-21", "2026-+1-21",
        "2026-11-+1", "2026‑11‑21",
    ])
    func strictness(text: String) {
        #expect(Day(iso: text) == nil)
    }
}
