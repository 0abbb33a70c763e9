@testable import DoorstepCore
import Testing

@Suite("A job's row")
struct JobReadingTests {
    private let reader: RowReader

    init() throws {
        reader = try RowReader()
    }

    private func read(_ cells: [String: String], oneWageColumn: Bool = false) throws -> ReadRow<Job> {
        var reader = reader
        reader.hasOneWageColumn = oneWageColumn
        return try reader.job(["employer": "宏达机械厂", "title": "电焊工", "place": "额尔古纳市"].merging(cells) { $1 })
    }

    private func job(_ cells: [String: String], oneWageColumn: Bool = false) throws -> Job {
        let row = try read(cells, oneWageColumn: oneWageColumn)
        return try #require(row.record, "\(row.problem?.message.chinese ?? "")")
    }

    private func wage(_ lowest: Int?, _ highest: Int?, _ unit: PayUnit = .month) -> Wage? {
        Wage(lowest: lowest.map { Money(yuan: $0) }, highest: highest.map { Money(yuan: $0) }, unit: unit)
    }

    @Test("that says nothing more wants one person, by the month, and is open from the day of working")
    func empty() throws {
        let expected = Job(id: try recordID("X1"), employer: try recordID("X1"), title: "电焊工", place: try reader.catalogue.place("150784"), posted: reader.today)
        let row = try read([:])
        #expect(row.record == expected && row.warnings.isEmpty)
        #expect(row.record?.headcount == 1 && row.record?.wage == .open && row.record?.status == .open)
    }

    // MARK: - Wage

    @Test("has a wage from two columns, or a range in either", arguments: [
        (["wage_min": "4000", "wage_max": "6000"], 4000, 6000, PayUnit.month), (["wage_min": "4000-6000"], 4000, 6000, .month), (["wage_max": "4-6千"], 4000, 6000, .month),
        (["wage_min": "4000"], 4000, nil, .month), (["wage_max": "6000"], nil, 6000, .month), (["wage_min": "面议"], nil, nil, .month),
        (["wage_min": "200元/天"], 200, nil, .day), (["wage_min": "150-200", "pay": "日"], 150, 200, .day), (["wage_max": "25元/小时"], nil, 25, .hour),
        (["wage_min": "3", "pay": "计件"], 3, nil, .piece), (["wage_min": "5000以上"], 5000, nil, .month), (["wage_min": "8000-1万"], 8000, 10_000, .month),
        (["wage_min": "4000-4000"], 4000, 4000, .month), (["wage_min": "4000", "wage_max": "面议"], 4000, nil, .month), (["wage_min": "4000", "wage_max": "6000以内"], 4000, 6000, .month),
    ] as [([String: String], Int?, Int?, PayUnit)])
    func wages(cells: [String: String], lowest: Int?, highest: Int?, unit: PayUnit) throws {
        #expect(try job(cells).wage == wage(lowest, highest, unit))
    }

    @Test("of a sheet with one column for the whole wage has a single number as both ends")
    func oneColumn() throws {
        #expect(try job(["wage_min": "4000"], oneWageColumn: true).wage == wage(4000, 4000))
        #expect(try job(["wage_min": "5000以上"], oneWageColumn: true).wage == wage(5000, nil))
        #expect(try job(["wage_min": "面议"], oneWageColumn: true).wage == .open)
    }

    // MARK: - Ages

    @Test("has ages from two columns, or a range in either", arguments: [
        (["age_min": "18", "age_max": "45"], 18, 45), (["age_min": "18-45岁"], 18, 45), (["age_max": "18-45"], 18, 45), (["age_min": "18周岁至45周岁"], 18, 45),
        (["age_min": "18～45"], 18, 45), (["age_min": "18–45岁"], 18, 45), (["age_min": "18—45"], 18, 45), (["age_min": "18"], 18, nil), (["age_max": "45"], nil, 45),
        (["age_min": "18周岁以上"], 18, nil), (["age_min": "45岁以下"], nil, 45), (["age_min": "45周岁及以下"], nil, 45), (["age_max": "18岁及以上"], 18, nil),
        (["age_min": "不限"], nil, nil), (["age_min": "18-18岁"], 18, 18), (["age_min": "１８－４５岁"], 18, 45), (["age_min": "18", "age_max": "不限"], 18, nil),
    ] as [([String: String], Int?, Int?)])
    func ages(cells: [String: String], lowest: Int?, highest: Int?) throws {
        let job = try job(cells)
        #expect(job.lowestAge == lowest && job.highestAge == highest)
    }

    // MARK: - What is asked for

    @Test("asks for skills at a level, required or, with a ?, welcome")
    func skills() throws {
        let skill = { (name: String) throws in try reader.catalogue.skill(name) }
        #expect(
            try job(["skills": "焊工:中级工;力工?；保洁：初级工？"]).skills == [
                AskedSkill(skill("焊工"), .intermediate), AskedSkill(skill("力工"), isRequired: false), AskedSkill(skill("保洁员"), .junior, isRequired: false),
            ])
        #expect(try job(["skills": "电焊?;焊工:高级工?;焊接:初级工"]).skills == [AskedSkill(skill("焊工"), .senior)])
    }

    @Test("asks for certificates by name, each once; a word meets the same word that a person holds")
    func certificates() throws {
        let catalogue = reader.catalogue
        #expect(try job(["certificates": "电工证;低压电工作业证;C1"]).certificates == [catalogue.certificate("lv-electrician"), catalogue.certificate("drive-c1")])
        let asked = try job(["certificates": "某某（省级）证", "skills": "驯鹿（野生）养护", "occupation": "驯鹿（野生）养护"])
        let held = try #require(
            try reader.person(["name": "张三", "place": "额尔古纳市", "certificates": "某某（省级）证@2030-01", "skills": "驯鹿（野生）养护:高级工", "wants": "驯鹿（野生）养护"]).record)
        #expect(asked.certificates == held.certificates.map(\.name) && asked.skills.map(\.name) == held.skills.map(\.name) && asked.occupation == held.wants.first)
    }

    @Test("prefers and is reserved for groups, derived ones too")
    func groups() throws {
        let job = try job(["prefers": "退役军人;登记失业一年以上的退役军人、随军家属", "only": "妇女"])
        #expect(try job.prefers == reader.catalogue.groupSet("veteran", "veteran-unemployed-one-year") && job.reservedFor == reader.catalogue.groupSet("woman"))
    }

    @Test("wants so many people", arguments: [("3", 3), ("3人", 3), ("12名", 12), ("5个人", 5), ("３", 3), ("2.0", 2), ("招2人", 2), ("100000", 100_000)])
    func headcount(text: String, count: Int) throws {
        #expect(try job(["headcount": text]).headcount == count)
    }

    @Test("that wants 若干 people wants at least one, and says so", arguments: ["若干", "若干人", "多名", "招若干人"])
    func several(text: String) throws {
        let row = try read(["headcount": text])
        #expect(row.record?.headcount == 1 && row.warnings.map(\.message.chinese) == ["人数“\(text)”：按 1 人记。"])
    }

    @Test("of real advertisements has a headcount that is understood", .enabled(if: SharedData.has("real-strings/headcount.csv"), "../shared/data is absent"))
    func realHeadcounts() throws {
        let lines = try #require(SharedData.lines("real-strings/headcount.csv")).dropFirst()
        for word in lines.compactMap({ $0.split(separator: ",", omittingEmptySubsequences: false).first.map(String.init) }) {
            #expect(try read(["headcount": word]).problem == nil, "\(word)")
        }
    }

    @Test("has a kind, lodging, home work, danger and night as its cells say")
    func flags() throws {
        let job = try job(["kind": "公益性岗位", "lodging": "是", "remote": "1", "hazardous": "有", "night": "yes"])
        #expect(try job.kind == reader.catalogue.kind("public-welfare"))
        #expect(job.givesLodging && job.isRemote && job.isHazardous && job.isByNight)
    }

    // MARK: - Discrimination

    @Test("with words that discriminate names them in a warning, and neither filters nor scores", arguments: [
        ("note", "限男性，能吃苦", "备注", "限男"), ("title", "电焊工（限本地户籍）", "岗位", "限本地"), ("note", "已婚已育优先", "备注", "已婚"), ("duties", "只招女工", "工作内容", "只招女"),
        ("shifts", "两班倒，未婚", "班次", "未婚"),
    ])
    func discrimination(column: String, text: String, title: String, word: String) throws {
        let row = try read([column: text])
        #expect(row.warnings.map(\.message.chinese) == ["\(title)“\(word)”：涉嫌就业歧视，不参与匹配。"])
        #expect(row.record.map { JobEntry.column(column)?.text(of: JobEntry($0, employer: nil), ColumnForm(reader.catalogue, nil)) } == text)
    }

    @Test("keeps a discriminating demand in its note, once, and none that demands nothing")
    func demands() throws {
        var entry = JobEntry(id: try recordID("X1"), near: reader.near, day: reader.today)
        var reading = reader.reading
        entry.job.note = "急"
        for text in ["男", "男", "不限", "", "无"] { entry.noteDemand("性别要求", text, &reading) }
        #expect(entry.job.note == "急；性别要求：男")
        #expect(reading.warnings.first?.message.chinese == "性别要求“男”：涉嫌就业歧视，只记入备注，不参与匹配。")
        #expect(Set(JobEntry.discriminating).isDisjoint(with: JobEntry.columns.flatMap { [$0.title.chinese] + $0.synonyms }))
    }

    @Test("names its employer beside the job")
    func employer() throws {
        var entry = JobEntry(id: try recordID("X1"), near: reader.near, day: reader.today)
        var reading = reader.reading
        try entry.read(" 宏达机械厂 ", try #require(JobEntry.column("employer")), &reading)
        try entry.read("91350100m000100y43", try #require(JobEntry.column("uscc")), &reading)
        #expect(entry.employerName == "宏达机械厂" && entry.creditCode?.text == "91350100M000100Y43")
    }
}
