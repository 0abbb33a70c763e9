import DoorstepCore
@testable import DoorstepExchange

/// A clean sheet of made-up people or jobs, and how it is written down.
struct PollutedSheet: Sendable {
    let kind: SheetKind
    var titles: [String]
    var rows: [[String]]

    /// How the cells of a text are set apart.
    struct Form: Sendable {
        var separator = ","
        var quote: Character = "\""
        /// Put before a quote within quotes.
        var escape: Character = "\""
        var lineEnd = "\n"
        var isEverythingQuoted = false
        var behindQuote = ""

        func cell(_ text: String) -> String {
            let needsQuotes = isEverythingQuoted || text.contains(quote) || text.contains { $0.isNewline } || separator.contains { text.contains($0) }
            guard needsQuotes else { return text }
            var result = String(quote)
            for character in text {
                if character == quote || character == escape { result.append(escape) }
                result.append(character)
            }
            return result + String(quote) + behindQuote
        }

        func line(_ cells: [String]) -> String { cells.map(cell).joined(separator: separator) }
    }

    func lines(_ form: Form = Form()) -> [String] { [form.line(titles)] + rows.map { form.line($0) } }

    func text(_ form: Form = Form()) -> String { lines(form).map { $0 + form.lineEnd }.joined() }

    /// The rows, in which one column says who is meant.
    var keys: [String] { rows.map { $0[0] } }

    // MARK: - What stands in them

    private static let given = ["海燕", "志强", "美丽", "永福", "其木格", "巴雅尔", "文静", "长河", "春生", "玉兰", "国庆", "小梅"]
    private static let surnames = ["赵", "钱", "孙", "李", "周", "吴", "郑"]
    private static let streets = ["拉布大林街道", "上库力街道", "额尔古纳市", "海拉尔区", "满洲里市", "黑山头镇"]
    /// Nothing to trip over, a separator, quotes, a line end, and nothing.
    private static let notes = ["会开车", "有孩子要接送,上午来", "人称\"快手\"", "能住宿舍\n能上夜班", "", "家里有地;农忙时不来", "周末|节假日"]

    static func people(_ count: Int) -> PollutedSheet {
        let skills = ["焊工;电工", "保洁员", "", "力工", "厨师;面点师"]
        let education = ["初中", "高中", "大专", "本科", "小学"]
        return PollutedSheet(
            kind: .people, titles: ["姓名", "性别", "出生日期", "手机", "学历", "常住地", "技能", "期望月薪", "备注"],
            rows: (0..<count).map { row in
                [
                    surnames[row % 7] + given[row / 7 % 12], row % 3 == 0 ? "男" : "女", "\(1965 + row % 40)-0\(1 + row % 9)-1\(row % 8)", "138471\(10_000 + row * 7)", education[row % 5],
                    streets[row % 6], skills[row % 5], "\(2600 + row * 10)", notes[row % 7],
                ]
            })
    }

    static func jobs(_ count: Int) -> PollutedSheet {
        let titles = ["焊工", "保洁员", "电工", "服务员", "装卸工"]
        return PollutedSheet(
            kind: .jobs, titles: ["单位", "岗位", "工作地点", "人数", "最低月薪", "最高月薪", "学历要求", "联系电话", "备注"],
            rows: (0..<count).map { row in
                [
                    "额尔古纳\(surnames[row % 7])家\(given[row / 7 % 12])商贸有限公司", titles[row % 5], streets[row % 6], "\(1 + row % 9)", "\(3000 + row)", "\(4500 + row)",
                    row % 2 == 0 ? "高中" : "不限", "138472\(10_000 + row * 7)", notes[row % 7],
                ]
            })
    }
}

/// What reading a sheet came to.
struct PollutedOutcome {
    /// A record, its employer by name, and no identifiers that depend on what
    /// else is in the sheet.
    struct Fact: Equatable {
        var person: Person?
        var job: Job?
    }

    var facts: [String: Fact] = [:]
    var rowCount = 0
    var stored = 0
    var refused: [RowNote] = []
    var warnings: [RowNote] = []
    /// Why nothing of it was read.
    var problem: SheetError?

    init(_ kind: SheetKind, _ bytes: [UInt8], _ station: EmptyStation, _ importer: SheetImporter) {
        do throws(SheetError) {
            read(try PollutedOutcome.plan(kind, SheetFile(name: "表.csv", bytes: bytes), station, importer), kind)
        } catch {
            problem = error
        }
    }

    static func plan(_ kind: SheetKind, _ file: SheetFile, _ station: EmptyStation, _ importer: SheetImporter) throws(SheetError) -> ImportPlan {
        var importer = importer
        try importer.read(station.understanding.of(file, as: kind), of: file)
        return importer.plan
    }

    private mutating func read(_ plan: ImportPlan, _ kind: SheetKind) {
        let same = RecordID(station: "150784001", kind: .job, number: 1)
        for person in plan.people.records { facts[person.name] = Fact(person: person.identified(as: same)) }
        let names = Dictionary(uniqueKeysWithValues: plan.employers.records.map { ($0.id, $0.name) })
        for job in plan.jobs.records {
            var known = job.identified(as: same)
            known.employer = same
            facts[names[job.employer] ?? "?"] = Fact(job: known)
        }
        (rowCount, refused, warnings) = (plan.rowCount, plan.refusals, plan.warnings)
        let counts = plan.counts
        stored = kind == .people ? counts.people.total : counts.jobs.total
    }
}
