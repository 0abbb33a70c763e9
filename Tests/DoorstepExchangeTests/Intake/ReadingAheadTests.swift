import DoorstepCore
@testable import DoorstepExchange
import Testing

/// Rows are read some hundreds ahead, on all processors: what comes of them
/// has to be what comes of reading each by itself.
@Suite("Rows that are read ahead")
struct ReadingAheadTests {
    private let station: EmptyStation

    init() throws { station = try EmptyStation() }

    private static let rowCount = 900

    @Test("of people come to what they do one after the other", arguments: [SeededRandom.printedSeed(for: "people read ahead")])
    func people(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        // Few identifiers, so that most rows change what one just before them made.
        let rows = (0..<Self.rowCount).map { number in
            [
                random.pick(["", "", "A\(Int.random(in: 0...8, using: &random))", "B\(number)", "?1"]), random.pick(["张三（虚构）", "李四（虚构）", "王五（虚构）", ""]),
                random.pick(["15400000001", "15400000002", "", "12"]), random.pick(["拉布大林街道", "额尔古纳市拉布大林街道办旁", "150784001", "", "月亮"]),
                random.pick(["初中", "大专在读", "", "招2人"]), random.pick(["焊工:中级工;会开叉车", "", "绣花", "无"]), random.pick(["是", "否", "", "也许"]),
                random.pick(["1990-05-01", "", "2030年1月", "昨天"]), random.pick(["", "干过三年"]),
            ]
        }
        try compare(["编号", "姓名", "手机", "常住地", "学历", "技能", "可外出", "出生日期", "工作经历"], rows, .people)
    }

    @Test("of jobs come to what they do one after the other, and so do the employers they name", arguments: [SeededRandom.printedSeed(for: "jobs read ahead")])
    func jobs(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        let rows = (0..<Self.rowCount).map { number in
            [
                random.pick(["", "", "J\(Int.random(in: 0...8, using: &random))", "K\(number)"]), random.pick(["甲厂", "乙店", "丙合作社", "丁\(number % 40)号店", ""]),
                random.pick(["", "", "91350100M000100Y43", "1"]), random.pick(["焊工", "厨师", ""]), random.pick(["拉布大林街道", "150784001", "北京"]),
                random.pick(["4-6千/月", "面议", "200/天", "5000", "很多"]), random.pick(["18-45岁", "", "45-18"]), random.pick(["若干", "招3人", "", "0"]),
                random.pick(["", "限男性", "包吃住"]),
            ]
        }
        try compare(["编号", "单位", "统一社会信用代码", "岗位", "工作地点", "薪资", "年龄要求", "招聘人数", "备注"], rows, .jobs)
    }

    private func compare(_ header: [String], _ all: [[String]], _ kind: SheetKind) throws {
        // A row of nothing is none, and its sheet would have no rows.
        let rows = all.filter { $0.contains { !$0.isEmpty } }
        var ahead = station.importer
        try read([header] + rows, kind, &ahead)
        var oneByOne = station.importer
        for row in rows { try read([header, row], kind, &oneByOne) }
        let plans = [ahead, oneByOne].map { $0.plan.identified(people: ids(.person), jobs: ids(.job), employers: ids(.employer)) }

        #expect(plans[0].rowCount == rows.count)
        #expect(plans[0].people.records == plans[1].people.records)
        #expect(plans[0].jobs.records == plans[1].jobs.records)
        #expect(plans[0].employers.records == plans[1].employers.records)
        #expect(plans.map(\.people.newCount).isEqual && plans.map(\.people.changedCount).isEqual && plans.map(\.people.unchangedCount).isEqual)
        #expect(plans.map(\.jobs.newCount).isEqual && plans.map(\.jobs.changedCount).isEqual && plans.map(\.jobs.unchangedCount).isEqual)
        expectSame(plans.map { $0.refusals.map(\.reason.chinese) })
        expectSame(plans.map { $0.refusals.map { $0.cells.joined(separator: ",") } })
        expectSame(plans.map { $0.warnings.map { "\($0.further) \($0.reason.chinese)" } })
        #expect(plans[0].doubles.map(\.reason) == plans[1].doubles.map(\.reason))
        #expect(plans[0].doubles.map(\.rows.count) == plans[1].doubles.map(\.rows.count))
        // Each sort of row was among them.
        #expect(plans[0].refusals.count > 50 && plans[0].warnings.count > 50 && plans[0].doubles.count > 10)
        #expect(plans[0].people.changedCount + plans[0].jobs.changedCount > 5)
    }

    /// Says where two lists differ first, and not all of either.
    private func expectSame(_ lists: [[String]], location: SourceLocation = #_sourceLocation) {
        let differing = zip(lists[0], lists[1]).enumerated().first { $1.0 != $1.1 }
        #expect(differing.map { "at \($0.offset): \($0.element.0) | \($0.element.1)" } == nil, sourceLocation: location)
        #expect(lists[0].count == lists[1].count, sourceLocation: location)
    }

    private func read(_ rows: [[String]], _ kind: SheetKind, _ importer: inout SheetImporter) throws {
        let text = rows.map { $0.map { "\"\($0)\"" }.joined(separator: ",") }.joined(separator: "\n")
        let file = try SheetFile(name: "表.csv", bytes: Array(text.utf8))
        try importer.read(station.understanding.of(file, as: kind), of: file)
    }

    /// Enough of them.
    private func ids(_ kind: RecordID.Kind) -> [RecordID] { (1...2 * Self.rowCount).map { RecordID(station: "150784001", kind: kind, number: $0) } }
}

extension [Int] {
    fileprivate var isEqual: Bool { Set(self).count == 1 }
}

extension SeededRandom {
    fileprivate mutating func pick<Values: Collection>(_ values: Values) -> Values.Element where Values.Index == Int { values[values.startIndex + Int.random(in: 0..<values.count, using: &self)] }
}
