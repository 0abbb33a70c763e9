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
