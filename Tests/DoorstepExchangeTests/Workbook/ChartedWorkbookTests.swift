import DoorstepCore
import Foundation
import Testing
@testable import DoorstepExchange

@Suite("A report that is written as a workbook with charts", .enabled(if: Outside.hasPython, "python3 is not here to read it"))
final class ChartedWorkbookTests {
    private let folder: URL
    private var path: String { folder.appending(path: "report.xlsx").path }

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "charts-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    private func sheets() throws -> [ChartedSheet] {
        let register = try ExchangeStation.register()
        let catalogue = try ExchangeStation.catalogue()
        let report = StationReport(register, period: Period(.month, containing: ExchangeStation.day), asOf: ExchangeStation.day, catalogue)
        return ReportRows(report, catalogue, .chinese).sheets { SheetTitle($0, station: "拉布大林街道", day: ExchangeStation.day, rows: $1, language: .chinese) }
    }

    @Test("It has a sheet for each part, and charts that are drawn from the cells they speak of")
    func charts() throws {
        let sheets = try sheets()
        try ChartedWorkbook(sheets, appendix: SheetAppendix(name: SheetAppendix.checkpoint, lines: ["one"])).write(to: path, keepingRowsIn: folder.path)
        let book = try ReadWorkbook.at(path, in: folder)
        #expect(book.sheets.map(\.name) == ["指标", "地区", "群体", "月度", "供求", "供求地区", "急需紧缺", "签名存证"])
        let charts = book.parts.filter { $0.key.hasPrefix("xl/charts/chart") }
        #expect(charts.count == sheets.reduce(0) { $0 + $1.charts.count })
        // A name in Chinese stands in quotes.
        let all = charts.values.joined().replacing("'", with: "").replacing("&apos;", with: "")
        #expect(all.contains("<c:barChart>") && all.contains("<c:lineChart>"))
        #expect(all.contains(#"<c:barDir val="col"/>"#) && all.contains(#"<c:barDir val="bar"/>"#))
        // Ten targets or so of the region and the town: rows 3 and on.
        let last = try #require(sheets.first { $0.title.sheet.chinese == "指标" }?.charts.first).categories.rows.upperBound + 3
        #expect(all.contains("<c:f>指标!$B$3:$B$\(last)</c:f>") && all.contains("<c:f>指标!$G$3:$G$\(last)</c:f>"), "\(all)")
        #expect(all.contains("<c:f>月度!$C$2:$N$2</c:f>"), "\(all)")
        // The row that a line is drawn from is the one of its name.
        let months = try #require(sheets.first { $0.title.sheet.chinese == "月度" })
        for series in try #require(months.charts.first).series {
            #expect(months.rows[series.values.rows.lowerBound][1] == .text(series.name))
            #expect(all.contains("<c:f>月度!$C$\(series.values.rows.lowerBound + 3):$N$\(series.values.rows.lowerBound + 3)</c:f>"))
        }
    }

    @Test("Read back, the rows of all its sheets are what is said of them")
    func statement() throws {
        let sheets = try sheets()
        try ChartedWorkbook(sheets).write(to: path, keepingRowsIn: folder.path)
        let book = try #require(try ExportedWorkbook(path: path))
        let said = ReportRows.statement(sheets).map { $0.map(\.inWorkbook.plainText) }
        #expect(book.rows == said)
    }
}
