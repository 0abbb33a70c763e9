import DoorstepExchange
import Foundation
import Testing

/// The public suite of awkward workbooks, which lies beside the repository.
private enum Awkward {
    static let folder = URL(filePath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "../shared/data/suites/tabulator").standardized

    static var isThere: Bool { FileManager.default.fileExists(atPath: folder.path) }

    static func lines(_ name: String, _ sheet: String? = nil) throws -> [SheetLine] {
        var lines = try SheetFile(path: folder.appending(path: name).path).lines(sheet: sheet)
        var all: [SheetLine] = []
        while let line = try lines.next() { all.append(line) }
        return all
    }
}

/// What openpyxl finds in each is what is expected here; where people see
/// something else than it does, the test says so.
@Suite("Awkward workbooks of a public suite", .enabled(if: Awkward.isThere, "skipped: the suite is not beside the repository"))
struct WorkbookSuiteTests {
    @Test("small ones, all of them", arguments: [
        ("merged-cells.xlsx", [["data", "data"]]),
        ("number_format_multicode.xlsx", [["col1"], ["4.51119775197299"], ["-9.03233986479077"], ["15.7929464439101"]]),
        ("preserve-formatting-percentage.xlsx", [["col1", "col2"], ["123", "52%"], ["456", "30%"], ["789", "6%"]]),
        ("sheet2.xlsx", [["id", "name"], ["1", "english"], ["2", "中国人"]]),
        ("sheets.xlsx", [["id", "name"], ["1", "london"]]),
        ("skip-rows.xlsx", [["Table 1", "Table 1"], ["A", "B"], ["8", "9"], ["", "TOTAL"]]),
        ("test_scientific_notation.xlsx", [["scientific_notation"], ["0.000000427335427525861"]]),
        (
            "adjust_floating_point_error.xlsx",
            [
                ["Sample Name", "peak PO4", "actual PO4 (formula)", "actual PO4 (values)"], ["P-1-94-AR P21 16-20cm Pi split 3", "60.565", "242.26", "242.26"],
                ["W-2-98-NC TF1 0-4cm Total P split 1", "68.665", "274.66", "274.66"], ["W-2-98-NC TF1 0-4cm Total P split 2", "72.965", "291.86", "291.86"],
                ["TT013-06MC 10-12cm Total P split 3", "12.1", "968", "968"], ["TT013-06MC 24-26cm Pi split 2", "21.5", "1720", "1720"],
            ]
        ),
        (
            "multiline-headers.xlsx",
            [
                ["Region", "Caloric contribution", "Cumulative impact of changes on cost of food basket", "Cumulative impact of changes on cost of food basket"],
                ["Region", "Caloric contribution", "from previous quarter", "from baseline (%)"], ["Region", "(%)", "from previous quarter", "from baseline (%)"],
                ["A", "B", "C", "D"],
            ]
        ),
    ])
    func small(name: String, cells: [[String]]) throws {
        #expect(try Awkward.lines(name).map(\.cells) == cells)
    }

    @Test("dates in every American form are days; numbers are not rounded to what is shown")
    func formats() throws {
        let lines = try Awkward.lines("preserve-formatting.xlsx").map(\.cells)
        #expect(lines.count == 2)
        #expect(lines[1] == [""] + Array(repeating: "1000.5577", count: 5) + Array(repeating: "2040-05-20", count: 5) + ["259.153"])
    }

    @Test("each sheet of a workbook by its name")
    func sheets() throws {
        #expect(try SheetFile(path: Awkward.folder.appending(path: "sheets.xlsx").path).sheets == ["Sheet1", "Sheet2", "Sheet3"])
        #expect(try Awkward.lines("sheets.xlsx", "Sheet3").map(\.cells) == [["id ", "name"], ["3", "rome"]])
        #expect(try Awkward.lines("sheet2.xlsx", "Sheet1").isEmpty)
    }

    @Test("a report with its header merged over columns, its title far down and a note at its end")
    func report() throws {
        let lines = try Awkward.lines("issue320.xlsx")
        #expect(lines.map(\.line).first == 7)
        #expect(lines.map(\.line).last == 64)
        let byLine = Dictionary(uniqueKeysWithValues: lines.map { ($0.line, $0.cells) })
        #expect(byLine[7] == ["Afghanistan"])
        let periods = Array(repeating: "Current", count: 16) + Array(repeating: "First Projection", count: 16) + Array(repeating: "Second Projection", count: 16)
        #expect(byLine[10] == Array(repeating: "", count: 6) + periods)
        #expect(byLine[11]?[6..<14] == ["Population Analysed", "Population Analysed", "", "", "Phase 1", "Phase 1", "Phase 2", "Phase 2"])
        #expect(byLine[13].map { Array($0.prefix(8)) } == Array(repeating: "Afghanistan: Acute Food Insecurity April 2020", count: 4) + ["Apr 2020", "38928000", "30725560", "78.9292026304973%"])
        #expect(byLine[14]?.prefix(12) == ["Afghanistan", "", "Badakhshan", "Acute Food Insecurity April 2020", "Apr 2020", "", "1035658", "", "4", "Apr 2020 - May 2020", "155349", "15%"])
    }

    @Test("the old format is named")
    func oldFormat() {
        let path = Awkward.folder.appending(path: "merged-cells.xls").path
        #expect(throws: SheetError.workbook(file: path, .oldFormat)) { try SheetFile(path: path) }
    }

    @Test("the texts of the suite: comments and blank rows are rows", arguments: [
        ("skip-rows.csv", [["# it's a comment!"], ["id", "name"], ["1", "english"], ["# it's a comment!"], ["2", "中国人"]]),
        ("skip-rows-before-headers.csv", [["# it's a comment!"], ["id", "name"], ["1", "english"], ["2", "中国人"]]),
        ("skip-blank-at-the-end.csv", [["test1", "test2"], ["#testing comment"], ["1", "2"]]),
    ])
    func texts(name: String, cells: [[String]]) throws {
        #expect(try Awkward.lines(name).map(\.cells).filter { $0.contains { !$0.isEmpty } } == cells)
    }
}
