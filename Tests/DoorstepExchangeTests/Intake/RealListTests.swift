import DoorstepCore
@testable import DoorstepExchange
import Foundation
import Testing

/// Lists as job sites have them: made-up employers and jobs, with the strings
/// of real advertisements, as often as these have them.
@Suite("A list of a job site", .enabled(if: RealStrings.areThere, "../shared/data is absent"))
struct RealListTests {
    private static let headers = [
        ["职位名称", "公司名称", "工作地点", "薪资", "发布时间", "经验", "学历", "招聘人数", "福利", "公司性质", "公司规模", "职位信息"],
        ["招聘职位", "招聘单位", "工作城市", "薪资待遇", "更新日期", "工作年限", "学历要求", "招聘人数", "公司福利", "公司类型", "人员规模", "岗位职责"],
        ["岗位", "企业名称", "城市", "月薪", "发布日期", "经验要求", "最低学历", "人数", "福利待遇", "企业性质", "企业规模", "职位描述"],
        ["job_title", "company", "city", "salary", "publish_date", "experience", "education", "headcount", "benefits", "type", "size", "description"],
    ]

    private let station: EmptyStation

    init() throws { station = try EmptyStation() }

    @Test("of the region is stored but for rows whose education is a headcount or whose wage is none; under any of its names, in any encoding", arguments: headers.indices)
    func region(header: Int) throws {
        let places = ["呼伦贝尔", "海拉尔区", "额尔古纳市", "呼伦贝尔市额尔古纳市", "满洲里", "通辽-科尔沁区", "赤峰·红山区", "内蒙古呼和浩特", "额尔古纳市拉布大林街道办旁"]
        let list = try rows(count: 600) { places.randomElement(using: &$0) ?? "" }
        let text = lines([Self.headers[header]] + list)
        let plan = try plan(header % 2 == 0 ? Array(text.utf8) : EncodedText.gb18030(text))
        #expect(plan.rowCount == list.count && plan.counts.jobs.total + plan.refusals.count == plan.rowCount)
        for refusal in plan.refusals {
            let reason = refusal.reason.chinese
            #expect(reason.contains("是人数，不是学历") || reason.contains("不是工资"), "\(reason)")
        }
        #expect(plan.refusals.count < 40, "\(plan.refusals.count)")
        #expect(plan.jobs.records.contains { $0.note.contains("经验") } || header == 3)
    }

    @Test("of elsewhere is refused row by row for its places, each of which is named")
    func elsewhere() throws {
        let areas = try RealStrings.read("area")
        let list = try rows(count: 400) { RealStrings.pick(areas, &$0) }
        let plan = try plan(Array(lines([Self.headers[0]] + list).utf8))
        #expect(plan.counts.jobs.total + plan.refusals.count == 400)
        #expect(plan.refusals.count { $0.reason.chinese.contains("不在内蒙古") } > 350)
        #expect(plan.jobs.records.count == plan.counts.jobs.total)
    }

    @Test("with its header on each of 37 pages is read as with one, and without any by what it holds")
    func pages() throws {
        let list = try rows(count: 37 * 9) { ["海拉尔区", "额尔古纳市", "满洲里市"].randomElement(using: &$0) ?? "" }
        let paged = list.enumerated().flatMap { $0 % 9 == 0 ? [Self.headers[0], $1] : [$1] }
        let once = try plan(Array(lines([Self.headers[0]] + list).utf8))
        let pages = try plan(EncodedText.gb18030(lines(paged)))
        #expect(pages.rowCount == list.count && pages.jobs.records.map(\.title) == once.jobs.records.map(\.title) && pages.refusals.map(\.reason) == once.refusals.map(\.reason))
        let bare = try plan(Array(lines(list).utf8))
        #expect(bare.rowCount == list.count && bare.jobs.records.count >= once.jobs.records.count)
        #expect(bare.jobs.records.first?.title == list[0][0] && bare.jobs.records.first?.headcount == once.jobs.records.first?.headcount)
    }

    @Test("has every real wage understood, or named as not understood")
    func wages() throws {
        let wages = try RealStrings.read("salary").map(\.text)
        let list = wages.enumerated().map { row, wage in ["焊工", "额尔古纳第\(row)商贸有限公司", "额尔古纳市", wage] }
        let plan = try plan(Array(lines([["岗位", "单位", "工作地点", "薪资"]] + list).utf8))
        #expect(plan.rowCount == wages.count && plan.jobs.newCount + plan.refusals.count == wages.count)
        for refusal in plan.refusals { #expect(refusal.reason.chinese.contains("“\(wages[refusal.line - 2])”：不是工资"), "\(refusal.message.chinese)") }
        for job in plan.jobs.records where job.wage.lowest == nil && job.wage.highest == nil { #expect(job.note.isEmpty) }
        #expect(plan.refusals.count <= 1)
    }

    // MARK: - Made from real strings

    private func plan(_ bytes: [UInt8]) throws -> ImportPlan {
        let file = try SheetFile(name: "list.csv", bytes: bytes)
        var importer = station.importer
        try importer.read(station.understanding.of(file, as: .jobs), of: file)
        return importer.plan
    }

    private func lines(_ rows: [[String]]) -> String { rows.map { PollutedSheet.Form(lineEnd: "\r\n").line($0) + "\r\n" }.joined() }

    private func rows(count: Int, place: (inout SeededRandom) -> String) throws -> [[String]] {
        var random = SeededRandom(seed: SeededRandom.printedSeed(for: "real list"))
        let (wages, experience, education, headcounts) = (
            try RealStrings.read("salary"), try RealStrings.read("experience"), try RealStrings.read("education"), try RealStrings.read("headcount"))
        let titles = ["Java开发工程师", "销售代表", "人事专员", "焊工", "行政前台", "储备干部", "客服专员(双休)", "普工/操作工", "Python实习生"]
        let days = ["11-20发布", "2026-11-20", "2026/11/2", "11月20日", "今天", "3天前", ""]
        let benefits = ["五险一金|周末双休|带薪年假", "五险一金,员工旅游", "餐补", ""]
        let texts = ["岗位职责：\n1. 负责日常工作；\n2. 完成领导交办的任务。", "负责\"大客户\"开发,有经验者优先", ""]
        return (0..<count).map { row in
            [
                titles.randomElement(using: &random) ?? "", "某\(row)\(["科技", "商贸", "教育咨询"][row % 3])有限公司", place(&random), RealStrings.pick(wages, &random),
                days.randomElement(using: &random) ?? "", RealStrings.pick(experience, &random), RealStrings.pick(education, &random), RealStrings.pick(headcounts, &random),
                benefits.randomElement(using: &random) ?? "", ["民营公司", "国企", "合资", ""][row % 4], ["50-150人", "少于50人", ""][row % 3],
                texts.randomElement(using: &random) ?? "",
            ]
        }
    }
}

/// Strings of real advertisements with how often each stands there.
enum RealStrings {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../../../../shared/data/real-strings").standardizedFileURL

    static var areThere: Bool { FileManager.default.fileExists(atPath: folder.path) }

    static func read(_ name: String) throws -> [(text: String, count: Int)] {
        let bytes = try Array(Data(contentsOf: folder.appendingPathComponent(name + ".csv")))
        return CSVReader(try TextDecoder.decode(bytes), separator: .comma).dropFirst().compactMap { line in
            line.cells.count == 2 ? (line.cells[0], Int(line.cells[1]) ?? 1) : nil
        }
    }

    static func pick(_ strings: [(text: String, count: Int)], _ random: inout SeededRandom) -> String {
        var left = Int.random(in: 0..<strings.reduce(0) { $0 + $1.count }, using: &random)
        for string in strings {
            left -= string.count
            if left < 0 { return string.text }
        }
        return ""
    }
}
