import DoorstepCore
import Foundation
import Testing
@testable import DoorstepExchange

@Suite("Spreadsheet programs find in a workbook what was written")
final class WorkbookOutsideTests {
    private let folder: URL
    private let header = ["编号", "证件号码", "日期", "数", "文字", "=标题"]
    private let rows: [[SheetValue]] = [
        [.text("001"), .text("150784199001010018"), .date("2026-11-21"), .integer(12), .text("=1+1"), .text("𠮷😀")],
        [.text("P2"), .text("15078419900101001X"), .date("1960-02-29"), .decimal(865, places: 1), .text("第一行\n第二行"), .text("'=x")],
        [.text("P3"), .empty, .empty, .decimal(-5, places: 2), .text(" 前后 "), .text("\"引号\",逗号;<&>")],
    ]

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "outside-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let title = SheetTitle(Phrase("求职者", "people"), station: "拉布大林街道", day: Day(number: 20_778), rows: 3, language: .chinese)
        try WorkbookWriter(title: title).write(SheetRows(rows), header: header, to: folder.appending(path: "book.xlsx").path, keepingRowsIn: folder.path)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// What a program shows of each cell, title and header left out.
    private var expected: [[String]] { [header] + rows.map { $0.map(\.plainText) } }

    @Test("openpyxl", .enabled(if: Outside.hasOpenpyxl, "openpyxl is not here"))
    func openpyxl() throws {
        let script = """
            import datetime, json, openpyxl
            def shown(value):
                if value is None: return ""
                if isinstance(value, datetime.datetime): return value.strftime("%Y-%m-%d")
                return value if isinstance(value, str) else "n%r" % value
            sheet = openpyxl.load_workbook("book.xlsx").worksheets[0]
            assert sheet.freeze_panes == "A3" and sheet.auto_filter.ref == "A2:F5"
            print(json.dumps([[shown(cell) for cell in row] for row in sheet.iter_rows(min_row=2, values_only=True)]))
            """
        let cells = try JSONDecoder().decode([[String]].self, from: Outside.run(["python3", "-c", script], in: folder))
        let numbers = ["n12", "n86.5", "n-0.05"]
        let wanted = expected.enumerated().map { index, row in row.enumerated().map { $0 == 3 && index > 0 ? numbers[index - 1] : $1 } }
        #expect(cells == wanted)
    }

    @Test("LibreOffice", .enabled(if: Outside.hasOffice, "soffice is not here"))
    func office() throws {
        let arguments = [
            "soffice", "-env:UserInstallation=file://\(folder.path)/office", "--headless", "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76,1", "book.xlsx",
        ]
        _ = try Outside.run(arguments, in: folder)
        let csv = try TextDecoder.decode(Array(Data(contentsOf: folder.appending(path: "book.csv"))))
        // The reader takes the apostrophe that disarms a formula off again.
        let read = expected.map { $0.map { $0.hasPrefix("'=") ? String($0.dropFirst()) : $0 } }
        #expect(CSVReader(csv).dropFirst().map(\.cells) == read)
    }
}
