@testable import DoorstepCore
import Testing

/// Cells as stations really fill them, each read for what is certain.
@Suite("A cell as people write it")
struct SpokenCellTests {
    private let reader: RowReader
    private let person = ["name": "张三", "place": "额尔古纳市"]
    private let job = ["employer": "宏达机械厂", "title": "保洁", "place": "额尔古纳市"]

    init() throws {
        reader = try RowReader()
    }

    private func person(_ cells: [String: String]) throws -> ReadRow<Person> { try reader.person(person.merging(cells) { $1 }) }

    private func job(_ cells: [String: String]) throws -> ReadRow<Job> { try reader.job(job.merging(cells) { $1 }) }

    // MARK: - Numbers

    @Test("has ages in many words", arguments: [
        ("18至45周岁", 18, 45), ("十八至四十五岁", 18, 45), ("不超过45岁", nil, 45), ("45以下", nil, 45), ("满18周岁", 18, nil), ("45+", 45, nil), ("18岁以上，60岁以下", 18, 60), ("年龄不限", nil, nil),
        ("无要求", nil, nil), ("18--45", 18, 45),
    ] as [(String, Int?, Int?)])
    func ages(text: String, lowest: Int?, highest: Int?) throws {
        let row = try job(["age_min": text])
        #expect(row.problem == nil && row.record?.lowestAge == lowest && row.record?.highestAge == highest && row.warnings.isEmpty && row.record?.note == "")
    }

    @Test("has the wider range where ages differ by sex, keeps the words in the note and says so", arguments: [
        ("男18-60女18-55", 18, 60), ("男:18-60岁，女:18-55岁", 18, 60), ("男60岁以下,女55岁以下", nil, 60), ("18-60(男)18-55(女)", 18, 60),
    ] as [(String, Int?, Int?)])
    func agesBySex(text: String, lowest: Int?, highest: Int?) throws {
        let row = try job(["age_min": text])
        #expect(row.record?.lowestAge == lowest && row.record?.highestAge == highest && row.record?.note == "年龄：\(text)")
        #expect(row.warnings.count == 1 && row.warnings.first?.reason.chinese.hasSuffix("分男女涉嫌就业歧视") == true)
    }

    @Test("keeps what is said beside the ages", arguments: ["18-45(可放宽至50)", "18-45左右", "18岁-45岁，身体健康"])
    func agesAndMore(text: String) throws {
        let row = try job(["age_min": text])
        #expect(row.record?.lowestAge == 18 && row.record?.highestAge == 45 && row.record?.note == "年龄：\(text)" && row.warnings.count == 1)
    }

    @Test("of ages that are none refuses the row", arguments: ["80后", "1980年以后出生", "男60女55", "30左右", "青年", "18-45-60", "-18", "18-", "招5人", "4000-6000"])
    func noAges(text: String) throws {
        #expect(try job(["age_min": text]).problem?.column.chinese == "最低年龄")
    }

    @Test("counts people in words", arguments: [("招5人", 5), ("十人", 10), ("两名", 2), ("二十名", 20), ("共5人", 5), ("需求3名", 3), ("2.0", 2)])
    func headcounts(text: String, count: Int) throws {
        let row = try job(["headcount": text])
        #expect(row.record?.headcount == count && row.warnings.isEmpty && row.record?.note == "")
    }

    @Test("that leaves open how many people counts those that are certain, and keeps the words in the note", arguments: [
        ("若干", 1), ("招若干人", 1), ("数名", 1), ("不限", 1), ("3-5人", 3), ("10余人", 10), ("10人以上", 10), ("约10人", 10), ("5+", 5), ("男2女3", 5), ("男1名，女2名", 3), ("5人（急）", 5),
    ])
    func openHeadcounts(text: String, count: Int) throws {
        let row = try job(["headcount": text, "note": "急"])
        #expect(row.record?.headcount == count && row.record?.note == "急；人数：\(text)" && row.warnings.count == 1)
    }

    @Test("of people that cannot be counted refuses the row", arguments: ["很多", "几十人", "各1人", "0", "2.5", "5-3", "-3", "三四个", "本科"])
    func noHeadcount(text: String) throws {
        #expect(try job(["headcount": text]).problem?.column.chinese == "人数")
    }

    // MARK: - Wages of a job

    @Test("keeps what the wage is made of in the note, once however often the sheet is read")
    func wageRemarks() throws {
        let row = try job(["wage_min": "底薪3000+提成"])
        #expect(row.record?.wage == Wage(lowest: Money(yuan: 3000), highest: nil, unit: .month) && row.record?.note == "工资：底薪3000+提成")
        #expect(row.warnings.map(\.message.chinese) == ["最低月薪“底薪3000+提成”：按 3000 元以上 记，原文记入备注。"])
        let again = try reader.job(job.merging(["wage_min": "底薪3000+提成"]) { $1 }, into: row.record)
        #expect(again.record == row.record)
        let bonus = try job(["wage_min": "1-1.5万·13薪"])
        #expect(bonus.record?.note == "工资：1-1.5万·13薪" && bonus.warnings.isEmpty)
        #expect(try job(["wage_min": "4000元+包吃住"]).record?.givesLodging == true)
        #expect(try job(["wage_min": "4000元+包吃住", "lodging": "否"]).record?.givesLodging == false)
    }

    @Test("that says another unit than 计薪方式 counts, with a warning; 年薪 makes a twelfth")
    func payUnits() throws {
        let row = try job(["wage_min": "200元/天", "pay": "月"])
        #expect(row.record?.wage.unit == .day && row.warnings.map(\.column.chinese) == ["计薪方式"])
        #expect(try job(["wage_min": "200元/天", "pay": "日"]).warnings.isEmpty)
        #expect(try job(["wage_min": "60000-72000", "pay": "年薪"]).record?.wage == Wage(lowest: Money(yuan: 5000), highest: Money(yuan: 6000), unit: .month))
    }

    @Test("that is hardly a month's wage is kept, and said", arguments: [("150", 1), ("499", 1), ("500", 0), ("100000", 0), ("90-180万/年", 1), ("面议", 0)])
    func implausible(text: String, warnings: Int) throws {
        #expect(try job(["wage_min": text]).warnings.count == warnings)
    }

    // MARK: - Education

    @Test("has education however it is called", arguments: [
        ("大专及以上", Education.college), ("高中以上", .seniorMiddle), ("职业高中", .seniorMiddle), ("全日制本科", .bachelor), ("统招本科及以上", .bachelor), ("大专文化", .college), ("中专或高中以上", .seniorMiddle),
        ("技工学校", .seniorMiddle), ("自考大专", .college), ("半文盲", Education.none), ("硕士学位", .master), ("学历不限", nil), ("不限学历", nil),
    ])
    func education(text: String, education: Education?) throws {
        let row = try job(["education": text])
        #expect(row.problem == nil && row.record?.education == education && row.warnings.isEmpty)
        #expect(try person(["education": text]).record?.education == education)
    }

    @Test("that asks for no lowest education, or only prefers one, asks for none and keeps the words", arguments: ["初中及以下", "本科优先", "大专及以上学历优先"])
    func softEducation(text: String) throws {
        let row = try job(["education": text])
        #expect(row.problem == nil && row.record?.education == nil && row.record?.note == "学历：\(text)" && row.warnings.count == 1)
    }

    @Test("names several levels and has the lowest, with a warning; who is still at a school has finished the one before", arguments: [
        ("大专/本科", Education.college), ("高中、大专", .seniorMiddle), ("初中及以下", .juniorMiddle), ("大专在读", .seniorMiddle), ("硕士在读", .bachelor),
    ])
    func severalLevels(text: String, education: Education) throws {
        let row = try person(["education": text])
        #expect(row.record?.education == education && row.warnings.count == 1)
    }

    @Test("with a headcount where the education should be has slipped by a column")
    func slipped() throws {
        #expect(try job(["education": "招2人"]).problem?.reason.chinese == "是人数，不是学历，这一行可能错了列")
    }

    // MARK: - Dates

    @Test("has a date with a time or a weekday behind it, or a day number with one", arguments: [
        "2026-11-21T08:30:00", "2026年11月21日08:30", "2026 年 11 月 21 日", "2026-11-21（周六）", "2026年11月21日星期六", "46347.375", "2026-11-21 8:30",
    ])
    func times(text: String) throws {
        #expect(CellReading.day(text)?.description == "2026-11-21")
    }

    @Test("says when a job was put up as job sites do, counted from the day of working, and is told", arguments: [
        ("11-20发布", "2026-11-20"), ("11-21", "2026-11-21"), ("11-22发布", "2025-11-22"), ("1月5日", "2026-01-05"), ("今天", "2026-11-21"), ("刚刚发布", "2026-11-21"),
        ("昨天", "2026-11-20"), ("3天前", "2026-11-18"), ("2周前发布", "2026-11-07"), ("8小时前", "2026-11-21"), ("发布于12/31", "2025-12-31"),
    ])
    func recent(text: String, day: String) throws {
        let row = try job(["posted": text])
        #expect(row.problem == nil && row.record?.posted.description == day && row.warnings.map(\.message.chinese) == ["发布日期“\(text)”：按“\(day)”记。"])
        // Of other days it is not clear what they are counted from.
        #expect(try job(["closes": text]).problem != nil)
    }

    @Test("or has the whole date among such words, or no date at all", arguments: [("2026-11-20发布", "2026-11-20"), ("发布于2026年11月20日", "2026-11-20"), ("13-40发布", ""), ("九天前", ""), ("-3天前", ""), ("11-2026", "")])
    func recentWhole(text: String, day: String) throws {
        let row = try job(["posted": text])
        #expect(row.record?.posted.description ?? "" == day && row.warnings.isEmpty && (row.problem == nil) == !day.isEmpty)
    }

    @Test("has a month alone as its first day, where something begins, or its last, and says so", arguments: ["2026年11月", "2026.11", "2026-11", "202611"])
    func months(text: String) throws {
        let row = try job(["posted": text, "closes": text])
        #expect(row.record?.posted.description == "2026-11-01" && row.record?.closes?.description == "2026-11-30" && row.warnings.count == 2)
        #expect(try person(["left_school": "2026年6月"]).record?.leftSchool?.description == "2026-06-30")
    }

    @Test("of a month of birth leaves the day to the identity number, and contradicts it in another month")
    func monthOfBirth() throws {
        let agreeing = try person(["id_number": "11010519491231002X", "birth_date": "1949年12月"])
        #expect(agreeing.record?.birth?.description == "1949-12-31" && agreeing.warnings.isEmpty)
        #expect(try person(["id_number": "11010519491231002X", "birth_date": "1949.11"]).problem?.column.chinese == "出生日期")
        let alone = try person(["birth_date": "1980年5月"])
        #expect(alone.record?.birth?.description == "1980-05-01" && alone.warnings.count == 1)
    }

    @Test("that has no end has none", arguments: ["长期", "至今", "招满为止", "长期有效"])
    func openEnd(text: String) throws {
        let row = try job(["closes": text])
        #expect(row.problem == nil && row.record?.closes == nil)
    }

    @Test("has both days of a range in one cell", arguments: ["2026.11.1至2026.11.30", "2026.11.1-2026.11.30", "2026-11-01～2026-11-30", "2026年11月1日—2026年11月30日"])
    func ranges(text: String) throws {
        let row = try job(["from": text])
        #expect(row.record?.from?.description == "2026-11-01" && row.record?.to?.description == "2026-11-30")
    }

    @Test("with a year of two digits refuses the row and says why", arguments: ["26-11-21", "26.11.21", "26年11月21日"])
    func shortYear(text: String) throws {
        #expect(try job(["closes": text]).problem?.reason.chinese == "年份只有两位，分不清是哪一年")
    }

    // MARK: - Yes and no, names, numbers

    @Test("says in many words whether lodging is given", arguments: [
        ("提供", true), ("包吃住", true), ("包住", true), ("管吃管住", true), ("有宿舍", true), ("无", false), ("不包住", false), ("包吃", false), ("自理", false), ("不提供住宿", false),
    ])
    func lodging(text: String, value: Bool) throws {
        #expect(try job(["lodging": text]).record?.givesLodging == value)
    }

    @Test("has a Chinese name without the blanks in it, and any other with them", arguments: [("张 三", "张三"), ("张　三　丰", "张三丰"), ("John Smith", "John Smith"), ("卡佳 彼得罗娃", "卡佳 彼得罗娃")])
    func names(text: String, name: String) throws {
        #expect(try person(["name": text]).record?.name == name)
    }

    @Test("has an identity number with blanks, an apostrophe or a small x", arguments: ["110105 19491231 002x", "'11010519491231002X", "’11010519491231002x", "１１０１０５19491231002X"])
    func identityNumbers(text: String) throws {
        #expect(try person(["id_number": text]).record?.identityNumber?.text == "11010519491231002X")
    }

    @Test("of an identity number that a spreadsheet broke, or an old one, says so", arguments: [
        ("1.50784E+17", "表格软件把它改成了科学计数，后几位已经丢失"), ("150784800101001", "是 15 位的旧号码"), ("1101051949", "应为 18 位，这里有 10 位"),
    ])
    func brokenNumbers(text: String, reason: String) throws {
        #expect(try person(["id_number": text]).problem?.reason.chinese == reason)
    }

    @Test("has the first of several telephones, and keeps the others", arguments: ["13847001234/15047001234", "13847001234、15047001234", "13847001234 15047001234", "13847001234,15047001234"])
    func telephones(text: String) throws {
        let row = try person(["phone": text])
        #expect(row.record?.telephone == "13847001234" && row.record?.extras[.otherTelephone] == "15047001234" && row.warnings.count == 1)
        let post = try job(["phone": text])
        #expect(post.record?.telephone == "13847001234" && post.record?.note == "其他电话：15047001234")
        #expect(try reader.employer(["employer": "甲", "phone": text]).record?.note == "电话：\(text)")
    }

    @Test("has the contact that stands with the telephone")
    func contact() throws {
        let row = try job(["phone": "王经理13847001234"])
        #expect(row.record?.telephone == "13847001234" && row.record?.contact == "王经理")
        #expect(try job(["phone": "138 4700 1234"]).record?.telephone == "13847001234")
    }

    @Test("has a kind of job by what job sites call it; 不限 is none", arguments: [("全职", "full-time"), ("兼职", "part-time"), ("临时工", "gig"), ("实习", "traineeship"), ("不限", nil)])
    func kinds(text: String, code: String?) throws {
        #expect(try job(["kind": text]).record?.kind == code.map { try reader.catalogue.kind($0) })
    }

    // MARK: - Anything

    @Test("never ends the program, takes no time, and comes back from the store as it was")
    func anything() throws {
        var random = SplitMix64.printed()
        let pieces = [
            "4", "18", "-", "～", "千", "万", "元", "/天", "以上", "及", "男", "女", "岁", "招", "人", "若干", "本科", "优先", "2026", "年", "11", "月", ".", "额尔古纳市", "拉布大林", "街道", "新城区", "路", "北京", "会",
            "有", "开叉车", "电工证", "无需", "，", "、", "；", "（", "）", " ", "+", "包吃住", "138", "47001234", "\n", "😀", "e\u{301}", "·13薪",
        ]
        let form = ColumnForm(reader.catalogue, nil)
        for _ in 0..<1500 {
            let text = (0..<random.int(0...8)).map { _ in random.pick(pieces) }.joined()
            let (ours, theirs) = (random.pick(PersonEntry.columns), random.pick(JobEntry.columns))
            for (column, record) in [(ours.id, try person([ours.id: text]).record)] {
                guard let record else { continue }
                let cells = PersonEntry(record).cells(personal: true, form.catalogue) + PersonEntry(record).cells(personal: false, form.catalogue)
                var reading = reader.reading
                var back = try PersonEntry(id: record.id, near: reader.near, day: reader.today, cells: cells, &reading)
                #expect(try back.finish(&reading) == record, "seed \(random.seed), \(column) \(text)")
            }
            for (column, record) in [(theirs.id, try job([theirs.id: text]).record)] {
                guard let record else { continue }
                let cells = JobEntry(record, employer: nil).cells(personal: true, form.catalogue) + JobEntry(record, employer: nil).cells(personal: false, form.catalogue)
                var reading = reader.reading
                var back = try JobEntry(id: record.id, near: reader.near, day: reader.today, cells: cells, &reading)
                #expect(try back.finish(&reading) == record, "seed \(random.seed), \(column) \(text)")
            }
        }
        let clock = ContinuousClock()
        let long = ["额尔古纳市", "会开叉车，", "4", "(", "至", "人", "本科/", "2026-", "138 "].map { String(repeating: $0, count: 30_000) }
        let time = try clock.measure {
            for text in long {
                for column in ["place", "skills", "wage_min", "age_min", "headcount", "education", "closes", "phone", "certificates"] { _ = try job([column: text]) }
            }
        }
        #expect(time < .seconds(60))
    }
}
