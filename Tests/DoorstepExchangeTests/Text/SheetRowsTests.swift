import DoorstepExchange
import Testing

@Suite("Rows that are made when they are asked for")
struct SheetRowsTests {
    private func rows(_ count: Int) -> SheetRows {
        SheetRows(count: count) { number in
            [.integer(number), .text(number % 7 == 0 ? "甲,乙\n\"丙\"" : "行 \(number)"), number % 5 == 0 ? .empty : .decimal(number, places: 1)]
        }
    }

    @Test("are written on all processors as they are one by one", arguments: [0, 1, 2, 255, 256, 257, 258, 5000])
    func same(count: Int) {
        for format in TextSheetFormat.allCases {
            var (together, one): ([UInt8], [UInt8]) = ([], [])
            SheetWriter.write(rows(count), header: ["a", "b", "c"], format: format) { together += $0 }
            SheetWriter.write(AnySequence(rows(count)), header: ["a", "b", "c"], format: format) { one += $0 }
            #expect(together == one, "\(format)")
        }
    }

    @Test("come in portions that leave none out", arguments: [0, 1, 256, 1000])
    func portions(count: Int) {
        #expect(rows(count).portions { Array($0) }.flatMap { $0 } == Array(rows(count)))
    }

    @Test(
        "have the form that their file's name ends in",
        arguments: [("a.csv", SheetFormat.csv), ("/x.y/名.XLSX", .xlsx), ("a.json", .json), ("a.jsonl", .jsonl), ("a.b.ndjson", .jsonl)])
    func ending(path: String, format: SheetFormat) {
        #expect(SheetFormat(path: path) == format)
    }

    @Test("or none, where it ends in no form's", arguments: ["a", "a.txt", "x.csv/a", ".xlsx", "a.table", ""])
    func noEnding(path: String) {
        #expect(SheetFormat(path: path) == nil)
    }
}
