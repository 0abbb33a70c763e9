@testable import DoorstepCore
import Foundation
import Testing

@Suite("A date in a cell")
struct DateReadingTests {
    @Test("is read in every form that sheets have")
    func forms() {
        var random = SplitMix64.printed()
        for _ in 0..<300 {
            let day = Day(number: Int32(random.int(-10_000...40_000)))
            let (year, month, number) = day.parts
            func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
            let forms = [
                "\(year)-\(two(month))-\(two(number))", "\(year)-\(month)-\(number)", "\(year)/\(two(month))/\(two(number))",
                "\(year)/\(month)/\(number)", "\(year).\(month).\(number)", "\(year)年\(month)月\(number)日", "\(year)年\(two(month))月\(two(number))日",
                "\(year)年\(month)月\(number)号", "\(year)\(two(month))\(two(number))", " \(year)-\(two(month))-\(two(number)) ",
                "\(year)-\(two(month))-\(two(number)) 00:00:00", "\(year)/\(month)/\(number) 8:30",
            ]
            for form in forms { #expect(CellReading.day(form) == day, "seed \(random.seed), \(form)") }
        }
    }

    @Test("is read with full-width digits and signs", arguments: ["２０２６－１１－２１", "２０２６年１１月２１日", "２０２６／１１／２１", "２０２６１１２１", "　2026-11-21　"])
    func fullWidth(text: String) {
        #expect(CellReading.day(text)?.description == "2026-11-21")
    }

    // A spreadsheet counts 1900-01-01 as day 1 and takes 1900 for a leap
    // year: 61 is 1900-03-01, 25,569 is 1970-01-01, 44,927 is 2023-01-01.
    @Test("is read from a spreadsheet's day number", arguments: [
        ("25569", "1970-01-01"), ("44927", "2023-01-01"), ("46347", "2026-11-21"), ("36526", "2000-01-01"), ("36585", "2000-02-29"),
        ("10000", "1927-05-18"),
    ])
    func dayNumber(text: String, iso: String) {
        #expect(CellReading.day(text)?.description == iso)
    }

    @Test("is refused where the calendar has no such day, or it could be read two ways", arguments: [
        "2026-02-29", "2026-13-01", "2026-11-31", "20261131", "20260229", "26-11-21", "21/11/2026", "11/21/2026", "2026-11", "2026年", "11月21日",
        "明天", "2026-11-21-01", "2026--21", "0", "7", "-46347", "999999999999999999999", "2026-11-二十一", "2026/+1/21", "2026-11--1", "年月日", "--",
    ])
    func refused(text: String) {
        #expect(CellReading.day(text) == nil)
    }

    @Test("that cannot be read refuses the row, and says how to write it")
    func message() throws {
        let row = try RowReader().person(["name": "张三", "place": "额尔古纳市", "unemployed_since": "去年冬天"])
        let message = try #require(row.problem).message
        #expect(message.chinese == "失业登记日期“去年冬天”：不是日期，请写成 2026-11-21 的样子。")
        #expect(message.english == "unemployed since “去年冬天”: not a date; write it as 2026-11-21.")
    }
}
