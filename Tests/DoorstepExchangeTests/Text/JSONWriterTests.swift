import DoorstepExchange
import Foundation
import Testing

@Suite("Records are written as JSON")
struct JSONWriterTests {
    private let header = ["编号", "分", "日期", "备注"]
    private let rows: [[SheetValue]] = [
        [.text("P1"), .decimal(8650, places: 2), .date("2026-11-21"), .text("a\"b\\c\n\u{1}\u{1F}\t\r/é张\u{2028}")],
        [.text(""), .integer(-3), .empty],
    ]

    private func written(_ format: TextSheetFormat, _ rows: [[SheetValue]], header: [String]) -> String {
        var bytes: [UInt8] = []
        SheetWriter.write(rows, header: header, format: format) { bytes += $0 }
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test("an object a line, cells in the header's order, empty and missing ones null")
    func lines() {
        #expect(written(.jsonl, rows, header: header) == """
            {"编号":"P1","分":86.50,"日期":"2026-11-21","备注":"a\\"b\\\\c\\n\\u0001\\u001f\\t\\r/é张\u{2028}"}
            {"编号":"","分":-3,"日期":null,"备注":null}

            """)
    }

    @Test("an array is what a JSON parser reads back")
    func array() throws {
        let text = written(.json, rows, header: header)
        let parsed = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]]
        #expect(parsed?.count == 2)
        #expect(parsed?[0]["备注"] as? String == "a\"b\\c\n\u{1}\u{1F}\t\r/é张\u{2028}")
        #expect(parsed?[0]["分"] as? Double == 86.5)
        #expect(parsed?[1]["日期"] is NSNull)
    }

    @Test("no records make an empty array, and no lines")
    func empty() {
        #expect(written(.json, [], header: header) == "[]\n")
        #expect(written(.jsonl, [], header: header) == "")
    }

    @Test("no cell is lost to a repeated or missing title")
    func everyCell() {
        #expect(written(.jsonl, [[.integer(1), .integer(2), .integer(3), .integer(4)]], header: ["a", "a_2", "a"])
            == "{\"a\":1,\"a_2\":2,\"a_3\":3,\"column_4\":4}\n")
    }

    @Test("every control character is escaped so that a parser takes it back")
    func controls() throws {
        let all = String(String.UnicodeScalarView((0..<0x80).compactMap { Unicode.Scalar($0) }))
        let line = written(.jsonl, [[.text(all)]], header: ["x"])
        let parsed = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: String]
        #expect(parsed?["x"] == all)
    }
}

@Suite("A value is shown as text")
struct SheetValueTests {
    @Test("decimals are exact", arguments: [
        (8650, 2, "86.50"), (5, 2, "0.05"), (-5, 2, "-0.05"), (0, 1, "0.0"), (7, 0, "7"), (-120, 1, "-12.0"), (7, -1, "7"),
        (Int.min, 2, "-92233720368547758.08"),
    ])
    func decimals(units: Int, places: Int, text: String) {
        #expect(SheetValue.decimal(units, places: places).plainText == text)
    }

    @Test("a floating number is rounded, and what is no number is empty")
    func rounded() {
        #expect(SheetValue.rounded(86.456, places: 2).plainText == "86.46")
        #expect(SheetValue.rounded(-0.4, places: 0).plainText == "0")
        #expect(SheetValue.rounded(.nan, places: 2) == .empty)
        #expect(SheetValue.rounded(.infinity, places: 2) == .empty)
        #expect(SheetValue.rounded(1e300, places: 2) == .empty)
    }
}
