import DoorstepCore
import Foundation
import Testing
@testable import DoorstepExchange

@Suite("A sheet that is written as a workbook", .enabled(if: Outside.hasPython, "python3 is not here to read it"))
final class WorkbookWriterTests {
    private let folder: URL
    private var path: String { folder.appending(path: "book.xlsx").path }
    private let header = ["编号", "姓名", "证件号码", "登记日期", "期望月薪", "备注"]

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "workbook-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    private func title(rows: Int? = nil, query: String = "", _ language: Language = .chinese) throws -> SheetTitle {
        SheetTitle(
            Phrase("求职者", "people"), station: "拉布大林街道", query: query, day: try #require(Day(iso: "2026-11-21")), rows: rows, isMasked: true, language: language)
    }

    @discardableResult
    private func write(_ rows: [[SheetValue]], header: [String]? = nil, _ writer: WorkbookWriter) throws -> WorkbookWriter.Written {
        try writer.write(SheetRows(rows), header: header ?? self.header, to: path, keepingRowsIn: folder.path)
    }

    private func read() throws -> ReadWorkbook { try ReadWorkbook.at(path, in: folder) }

    private let person: [SheetValue] = [
        .text("P1"), .text("𠮷田😀"), .text("150784199001010018"), .date("2026-11-21"), .decimal(350_050, places: 2), .text("=HYPERLINK(\"http://x\")"),
    ]

    @Test("says above its header whose it is and what was asked for, and has dates and numbers as such and all else as text")
    func cells() throws {
        try write([person], WorkbookWriter(title: title(rows: 1, query: "#退役军人")))
        let sheet = try #require(try read().sheets.first)
        #expect(sheet.name == "求职者")
        #expect(sheet.rows == [
            ["s拉布大林街道 求职者  查询：#退役军人  2026-11-21  1 行  个人信息已遮盖"],
            header.map { "s" + $0 },
            ["sP1", "s𠮷田😀", "s150784199001010018", "n46347", "n3500.5", "s=HYPERLINK(\"http://x\")"],
        ])
    }

    @Test("keeps its header in sight and on every printed page, with filters over all rows")
    func looks() throws {
        try write([person, person], WorkbookWriter(title: title()))
        let book = try read()
        let xml = try #require(book.sheets.first).xml
        #expect(xml.contains(#"<pane ySplit="2" topLeftCell="A3" activePane="bottomLeft" state="frozen"/>"#))
        #expect(xml.contains(#"<autoFilter ref="A2:F4"/>"#))
        #expect(xml.contains(#"orientation="landscape""#) && xml.contains(#"fitToPage="1""#))
        #expect(try #require(book.parts["xl/workbook.xml"]).contains("$1:$2"))
        let styles = try #require(book.parts["xl/styles.xml"])
        #expect(styles.contains("yyyy\\-mm\\-dd") || styles.contains("yyyy-mm-dd"))
        // Chinese is two wide, and the arrow of the filter takes room.
        #expect(xml.contains(#"<col min="3" max="3" width="20.7109375""#), "\(xml)")
    }

    @Test("names neither the query nor anybody in the file's properties, and holds no formula, link or macro")
    func properties() throws {
        try write([person], WorkbookWriter(title: title(query: "张三")))
        let parts = try read().parts
        let core = try #require(parts["docProps/core.xml"])
        #expect(core.contains("<dc:title>求职者</dc:title>") && core.contains("拉布大林街道") && !core.contains("张三"))
        #expect(!parts.keys.contains { $0.contains("_rels/sheet") || $0.contains("vba") || $0.contains("external") })
    }

    @Test("without a title has its header in the first row, and without rows only that")
    func bare() throws {
        try write([], WorkbookWriter())
        #expect(try read().sheets.map(\.rows) == [[header.map { "s" + $0 }]])
    }

    @Test("gives back every text, whatever is in it", arguments: [SeededRandom.printedSeed(for: "texts of a workbook")])
    func texts(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        let pieces = [
            "张", "a", " ", "\t", "\n", "=", "'", "\"", "<", ">", "&", "]]>", "_x0041_", "_x", "_", "\u{0}", "\u{1}", "\u{B}", "\u{1F}", "\u{7F}", "\u{85}",
            "\u{FFFE}", "\u{FFFF}", "\u{FEFF}", "\u{FFFD}", "𠮷", "😀", "e\u{301}", "0041_", "\u{2028}", "007", "-1", "+86", "@x", "＝1", "<!--", "&amp;",
        ]
        let texts = (0..<400).map { _ in (0..<Int.random(in: 1...8, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }.joined() }
        try write(texts.map { [.text($0), .text("x")] }, header: ["text", "x"], WorkbookWriter())
        let rows = try #require(try read().sheets.first).rows.dropFirst()
        for (text, row) in zip(texts, rows) { #expect(row == ["s" + text, "sx"], "\(Array(text.utf8))") }
        #expect(rows.count == texts.count)
    }

    @Test("has line feeds where texts have other line breaks, and says that it gives them back so")
    func lineBreaks() throws {
        let value = SheetValue.text("甲\r\n乙\r丙\n丁")
        try write([[value.inWorkbook, .text("x")]], header: ["a", "b"], WorkbookWriter())
        #expect(try #require(try read().sheets.first).rows[1] == ["s甲\n乙\n丙\n丁", "sx"])
        #expect(SheetValue.decimal(1200, places: 1).inWorkbook == .integer(120))
        #expect(SheetValue.decimal(1205, places: 2).inWorkbook == .decimal(1205, places: 2))
    }

    @Test("cuts a text that no cell holds between two characters, says so, and leaves the longest that does")
    func long() throws {
        let longest = String(repeating: "字", count: 32_767)
        let texts = [longest, longest + "字", "a" + String(repeating: "😀", count: 16_384), String(repeating: "\u{1}", count: 5000)]
        let written = try write(texts.map { [.text($0), .text("x")] }, header: ["a", "b"], WorkbookWriter())
        #expect(written == WorkbookWriter.Written(rows: 4, cut: 3))
        let cells = try #require(try read().sheets.first).rows.dropFirst().map { String(($0[0] ?? "").dropFirst()) }
        #expect(cells[0] == longest)
        #expect(cells[1] == String(repeating: "字", count: 32_766) + "…")
        #expect(cells[2] == "a" + String(repeating: "😀", count: 16_382) + "…")
        #expect(cells[3] == String(repeating: "\u{1}", count: 4680) + "…")
    }

    @Test("keeps as text what no workbook holds as a date or a number")
    func limits() throws {
        let values: [SheetValue] = [.date("1899-12-31"), .date("1990-**-**"), .integer(1_234_567_890_123_456), .decimal(1, places: 20), .integer(-5), .date("1900-03-01")]
        try write([values], WorkbookWriter())
        #expect(try #require(try read().sheets.first).rows[1] == ["s1899-12-31", "s1990-**-**", "s1234567890123456", "s0.00000000000000000001", "n-5", "n61"])
    }

    @Test("goes on in a further sheet where one is full, under the same title and header", arguments: [0, 1, 3, 4, 600])
    func full(count: Int) throws {
        let rows = (0..<count).map { [SheetValue.integer($0), .text("r\($0)")] }
        try write(rows, header: ["n", "t"], WorkbookWriter(title: title(), appendix: nil, mostRows: 5))
        let sheets = try read().sheets
        #expect(sheets.count == max(1, (count + 2) / 3))
        for sheet in sheets { #expect(sheet.rows.prefix(2).map(\.count) == [1, 2] && sheet.rows.count <= 5) }
        #expect(sheets.flatMap { $0.rows.dropFirst(2) } == (0..<count).map { ["n\($0)", "sr\($0)"] })
        #expect(Set(sheets.map(\.name)).count == sheets.count)
    }

    @Test("is the same, byte for byte, whether its rows come one by one or from all processors")
    func same() throws {
        let rows = (0..<1500).map { [SheetValue.integer($0), .text("行 \($0)"), $0 % 3 == 0 ? .empty : .date("2026-11-21")] }
        let writer = WorkbookWriter(title: try title(rows: 1500), appendix: SheetAppendix(name: Phrase("签名存证", "Checkpoint"), lines: ["a", "b"]))
        try writer.write(SheetRows(rows), header: header, to: path, keepingRowsIn: folder.path)
        let other = folder.appending(path: "other.xlsx").path
        try writer.write(AnySequence(rows), header: header, to: other, keepingRowsIn: folder.path)
        #expect(try Data(contentsOf: URL(filePath: path)) == Data(contentsOf: URL(filePath: other)))
        let appendix = try #require(try read().sheets.last)
        #expect(appendix.name == "签名存证" && appendix.rows == [["sa"], ["sb"]])
    }

    @Test("leaves nothing but itself, and says why where it cannot be written")
    func places() throws {
        try write([person], WorkbookWriter())
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["book.xlsx"])
        let missing = folder.appending(path: "missing").path
        #expect(throws: WorkbookError.self) { try WorkbookWriter().write(SheetRows([person]), header: header, to: missing + "/b.xlsx", keepingRowsIn: folder.path) }
    }

    @Test("is found out where it is not whole")
    func whole() throws {
        try write(Array(repeating: person, count: 300), WorkbookWriter())
        let check = WorkbookCheck(path: path, folder: folder.path)
        #expect(check.holds(rowBytes: [1000]))
        #expect(!check.holds(rowBytes: [10_000_000]))
        #expect(!check.holds(rowBytes: [1000, 1000]))
        let bytes = try Data(contentsOf: URL(filePath: path))
        try bytes.dropLast(30).write(to: URL(filePath: path))
        #expect(!check.holds(rowBytes: [1000]))
        #expect(!WorkbookCheck(path: path + ".none", folder: folder.path).holds(rowBytes: []))
    }

    @Test("has tabs that spreadsheet programs accept")
    func tabs() {
        #expect(SheetTitle.tab("求职者", 2) == "求职者 2")
        #expect(SheetTitle.tab("a[b]:c*d?e/f\\g'h\n") == "abcdefgh")
        #expect(SheetTitle.tab("'/") == "Sheet")
        #expect(SheetTitle.tab(String(repeating: "😀", count: 40), 12).utf16.count == 31)
    }
}
