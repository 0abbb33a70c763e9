import CResources
import DoorstepCore
import Testing

@testable import DoorstepExchange

@Suite("Looking at a sheet before it is read in")
struct ReportTests {
    private func file(_ text: String) throws -> SheetFile { try SheetFile(name: "a.csv", bytes: Array(text.utf8)) }

    @Test("Choices are applied in the order in which they were made: a later one takes a meaning away from an earlier")
    func choices() throws {
        var request = IntakeRequest(path: "/x/a.csv")
        request.choices = [
            IntakeRequest.Choice(position: 1, meaning: .column("name")), IntakeRequest.Choice(position: 2, meaning: .column("name")),
            IntakeRequest.Choice(position: 9, meaning: .column("place")),
        ]
        let sheet = request.applied(to: try Self.understanding().of(file("姓名,备注,住址\n张三,,拉布大林街道\n"), as: .people))
        #expect(sheet.columns.map(\.meaning) == [.ignored, .ignored, .column("name")])
    }

    @Test("Cells are read in the order of the columns, whatever order the sheet has, and a row shorter than its header is a row")
    func order() throws {
        // Given two sheets that differ in the order of their columns alone.
        let titles = ["编号", "姓名", "性别", "身份证号", "出生日期", "住址", "备注"]
        let cells = ["P1", "张三", "", "150784199005010013", "", "拉布大林街道", "*"]
        func plan(_ order: [Int]) throws -> ImportPlan {
            var importer = try Self.importer()
            let text = [order.map { titles[$0] }, order.map { cells[$0] }].map { $0.joined(separator: ",") }.joined(separator: "\n") + "\nP2,短\n"
            try importer.read(.people, file: "a.csv", bytes: Array(text.utf8))
            return importer.plan
        }
        // When
        let (one, other) = (try plan([0, 1, 2, 3, 4, 5, 6]), try plan([0, 6, 5, 4, 3, 2, 1]))
        // Then
        #expect(one.people.records.first == other.people.records.first)
        #expect(one.people.records.first?.name == "张三" && one.rowCount == 2)
        #expect(one.refusals.count + one.people.records.count == 2)
    }

    @Test("The report has the counts, and of very many notes the first; counts and rows agree")
    func report() throws {
        var importer = try Self.importer()
        let rows = (1...1500).map { "P\($0),,拉布大林街道" } + ["P9000,张三,拉布大林街道"]
        try importer.read(.people, file: "a.csv", bytes: Array((["编号,姓名,住址"] + rows).joined(separator: "\n").utf8))
        let report = importer.report(importer.plan)
        #expect(report.counts.rows == 1501 && report.counts.refused == 1500 && report.counts.people.new == 1)
        #expect(report.refusals.count == IntakeReport.mostNotes && report.refusals[0].line == 2 && report.refusals[0].cells == ["P1", "", "拉布大林街道"])
    }

    @Test("Of warnings of one sort the first are whole, the others one line with their count, and the counts stay exact")
    func warnings() throws {
        // Given a hundred rows with the same oddity, and two of another.
        var importer = try Self.importer()
        let rows = (1...100).map { "P\($0),张三\($0),拉布大林街道,高中,13\($0)*,甲类活\($0)" } + ["P900,李四,拉布大林街道,高中,,焊工:3", "P901,王五,拉布大林街道,高中,,电工:4"]
        try importer.read(.people, file: "a.csv", bytes: Array((["编号,姓名,住址,学历,手机,技能"] + rows).joined(separator: "\n").utf8))
        let plan = importer.plan
        // When
        let (report, further) = (importer.report(plan), plan.warnings.filter { $0.further > 0 })
        // Then
        #expect(plan.warningCount == 202 && report.counts.warnings == 202 && report.warnings.count == plan.warnings.count)
        #expect(plan.warnings.filter { $0.further == 0 }.count == 2 * WarningTally.mostOfSort + 2)
        #expect(further.map(\.further) == [80, 80] && further.allSatisfy { $0.cells.isEmpty })
        #expect(further.first?.message.chinese == "a.csv：另有 80 条与第 2 行同类：手机“131*”：是遮盖过的内容，没有读入。")
        #expect(further.first?.message.english == "a.csv: and 80 further warnings like that of line 2: phone “131*”: was masked when it was written, and is not read.")
        #expect(report.warnings.last?.message.chinese.hasPrefix("另有 80 条与第 2 行同类：技能“甲类活1”：目录里没有") == true)
    }

    @Test("Doubles are among the warnings as long as they stand, whichever are decided about")
    func decided() throws {
        var importer = try Self.importer()
        let rows = (1...60).map { "同名,拉布大林街道,1384710\($0 % 30 + 1000)" }
        try importer.read(.people, file: "a.csv", bytes: Array((["姓名,住址,手机"] + rows).joined(separator: "\n").utf8))
        #expect(importer.plan.warningCount == 30 && importer.plan.warnings.map(\.further).max() == 10)
        var decisions = DoubleDecisions(.keep)
        for double in importer.plan.doubles.prefix(20) { decisions.single[double.id] = .merge }
        let plan = importer.plan(decisions)
        #expect(plan.warningCount == 10 && plan.warnings.map(\.line) == Array(52...61) && plan.warnings.allSatisfy { $0.further == 0 })
        #expect(importer.plan(DoubleDecisions(.merge)).warningCount == 0)
    }

    @Test("Of a sheet of any length in which no row can be used, so many are looked at and no more; one row that can be used suffices")
    func unusable() throws {
        func plan(_ first: String) throws -> ImportPlan {
            var importer = try Self.importer()
            importer.mostUnusable = 512
            try importer.read(.people, file: "a.csv", bytes: Array(("姓名,住址\n" + first + (1...1000).map { "甲\($0),\n" }.joined()).utf8))
            return importer.plan
        }
        #expect(try plan("张三,拉布大林街道\n").refusals.count == 1000)
        let error = #expect(throws: SheetError.self) { try plan("乙,\n") }
        #expect(error?.message.chinese == "a.csv：前 512 行没有一行能用，没有再读下去；第一行的原因：常住地：必填，这里是空的，请补上。")
        #expect(error?.message.english == "a.csv: not one of the first 512 rows can be used, and the rest was not read; of the first: place: required, and empty; fill it in.")
    }

    @Test("A row that has slipped by a column is told, and where it is refused for a cell, so is that it may have")
    func slipped() throws {
        var importer = try Self.importer()
        let rows = ["张三,高中,拉布大林街道,甲", "李四,,高中,拉布大林街道,甲", "王五,高中,拉布大林街道,甲,", "赵六,高中,拉布大林街道", "\"孙七,高中,拉布大林街道,甲"] + (1...40).map { "钱\($0),高中,拉布大林街道,甲" }
        try importer.read(.people, file: "a.csv", bytes: Array((["姓名,学历,住址,备注"] + rows).joined(separator: "\n").utf8))
        #expect(importer.plan.refusals.map(\.reason.english) == [
            importer.plan.refusals.first.map { String($0.reason.english.prefix { $0 != "." }) + ". The row has 1 cell too many and may have slipped by a column; check it." } ?? "",
            "quote: the quote on line 6 is not closed; close it or take it away.",
        ])
        #expect(importer.plan.warnings.map(\.message.chinese) == ["a.csv 第 1 行：不认识第 5 列，没有读入。", "a.csv 第 4 行：这一行多出 1 格，可能错了列，请核对。", "a.csv 第 5 行：这一行少了 1 格，可能错了列，请核对。"])
    }

    @Test("A trial is stopped between two looks, and says so")
    func stopped() throws {
        var importer = try Self.importer()
        let text = "编号,姓名,住址\n" + (1...1000).map { "P\($0),张三,拉布大林街道\n" }.joined()
        let file = try file(text)
        #expect(throws: SheetError.stopped(file: "a.csv")) {
            try importer.read(Self.understanding().of(file, as: .people), of: file, ImportWatch(progressed: { _ in }, isStopped: { true }))
        }
    }

    private static let catalogue = Result { () throws(CatalogueError) in try Catalogue(sheet: sheet) }

    private static func understanding() throws -> Understanding {
        Understanding(catalogue: try catalogue.get(), near: nil, day: try #require(Day(iso: "2026-11-21")))
    }

    private static func importer() throws -> SheetImporter {
        let catalogue = try catalogue.get()
        let place = try #require(catalogue.places.place(code: "150784001"))
        return SheetImporter(register: Register(station: Station(place: place, name: "")), catalogue: catalogue, day: try #require(Day(iso: "2026-11-21")))
    }

    private static func sheet(_ name: String) -> [UInt8] {
        var index = 0
        while true {
            let resource = doorstep_resource_at(index)
            guard resource.count > 0 else { return [] }
            if String(cString: resource.name) == name { return Array(UnsafeBufferPointer(start: resource.bytes, count: resource.count)) }
            index += 1
        }
    }
}
