@testable import DoorstepCore
import Testing

/// Places from addresses, and trades from sentences.
@Suite("Free text in a cell")
struct FreeTextTests {
    private let reader: RowReader

    init() throws {
        reader = try RowReader()
    }

    private func job(_ cells: [String: String], absent: Set<String> = []) throws -> (job: Job, warnings: [String]) {
        var entry = JobEntry(id: try recordID("X1"), near: reader.near, day: reader.today)
        var reading = reader.reading
        reading.absent = absent
        let cells = ["employer": "宏达机械厂", "title": "保洁", "place": "额尔古纳市"].merging(cells) { $1 }
        for column in JobEntry.columns { if let text = cells[column.id] { try entry.read(text, column, &reading) } }
        return (try entry.finish(&reading), reading.warnings.map(\.message.chinese))
    }

    // MARK: - Places

    @Test("names the smallest place under those before it; the words are kept and the reading is said", arguments: [
        ("额尔古纳市拉布大林街道办旁", "150784001"), ("内蒙古呼伦贝尔市额尔古纳市XX路3号", "150784"), ("海拉尔区XX小区", "150702"), ("XX小区（海拉尔区）", "150702"), ("住在额尔古纳市某村", "150784"),
        ("额尔古纳拉布大林哈撒尔路", "150784001"), ("拉布大林街道12号", "150784001"), ("额尔古纳市的拉布大林街道", "150784001"), ("呼伦贝尔市XX路", "150700"), ("新城区和平路", "150102"),
        ("拉布大林街道办旁", "150784001"), ("拉布大林幸福小区3号楼", "150784001"), ("阿里河镇林业局旁", "150723100"),
    ])
    func places(text: String, code: String) throws {
        let (job, warnings) = try job(["place": text])
        #expect(reader.catalogue.places[job.place].code == code && job.note == "工作地点：\(text)")
        #expect(warnings == ["工作地点“\(text)”：按“\(reader.catalogue.places.fullName(job.place))”记。"])
    }

    @Test("that is a row of names is exact, and says nothing", arguments: [("赤峰松山区", "150404"), ("内蒙古呼和浩特新城区", "150102"), ("额尔古纳市拉布大林街道", "150784001")])
    func exact(text: String, code: String) throws {
        let (job, warnings) = try job(["place": text])
        #expect(reader.catalogue.places[job.place].code == code && job.note.isEmpty && warnings.isEmpty)
    }

    @Test("outside the region is refused and never taken for a place of the same name in it", arguments: [
        "北京-海淀", "武汉-青山区", "湖北省武汉青山区", "西安-新城区", "陕西省西安新城区", "海南三亚", "黑龙江省哈尔滨道里区", "广东省东莞凤岗镇",
    ])
    func elsewhere(text: String) throws {
        let row = try reader.job(["employer": "甲", "title": "乙", "place": text])
        #expect(row.problem?.reason.chinese == "不在内蒙古，地方目录里没有")
    }

    @Test("that names several places, one of a name that several have, or none, refuses the row", arguments: [
        ("海拉尔区、满洲里市", "提到几个地方"), ("满洲里市拉布大林街道", "提到几个地方"), ("新城街道某院", "有几个地方叫这个名字"), ("区内", "目录里没有这个地方"), ("和平路12号", "目录里没有这个地方"),
        ("新华书店", "目录里没有这个地方"), ("阿里河林业局旁", "目录里没有这个地方"), ("拉布大林路12号", "目录里没有这个地方"), ("拉布大林镇子", "目录里没有这个地方"),
    ])
    func refused(text: String, reason: String) throws {
        #expect(try reader.job(["employer": "甲", "title": "乙", "place": text]).problem?.reason.chinese == reason)
    }

    @Test("lists the areas that somebody wishes for", arguments: [
        ("海拉尔，满洲里", ["150702", "150781"]), ("海拉尔区或牙克石市", ["150702", "150782"]), ("本地", ["150784"]), ("区内", ["150000"]), ("不限", []), ("海拉尔区;满洲里市某厂", ["150702", "150781"]),
    ] as [(String, [String])])
    func areas(text: String, codes: [String]) throws {
        let row = try reader.person(["name": "张三", "place": "额尔古纳市", "areas": text])
        #expect(row.record?.areas.map { reader.catalogue.places[$0].code } == codes)
    }

    @Test("of a household is a place of the region, else the words")
    func household() throws {
        let cells = ["name": "张三", "place": "额尔古纳市"]
        #expect(try reader.person(cells.merging(["household": "内蒙古额尔古纳市某村"]) { $1 }).record?.household == .place(try reader.catalogue.place("150784")))
        #expect(try reader.person(cells.merging(["household": "黑龙江省漠河市"]) { $1 }).record?.household == .elsewhere("黑龙江省漠河市"))
    }

    @Test("of real advertisements names the places of the region, and no other", .enabled(if: SharedData.has("real-strings/area.csv"), "../shared/data is absent"))
    func realAreas() throws {
        let areas = try #require(SharedData.lines("real-strings/area.csv")).dropFirst().compactMap { $0.split(separator: ",").first.map(String.init) }
        var found: [String] = []
        for area in areas {
            let row = try reader.job(["employer": "甲", "title": "乙", "place": area])
            if row.record != nil { found.append(area) }
            #expect((row.record != nil) == area.hasPrefix("内蒙古"), "\(area)")
        }
        print("\(found.count) of \(areas.count) real areas are in the region, the others are named as not: \(found)")
        #expect(areas.count == 369 && found.count == areas.count { $0.hasPrefix("内蒙古") })
    }

    // MARK: - Trades

    @Test("of skills is understood where a sentence names them, certificates among them", arguments: [
        ("会开叉车，有电工证，懂电焊", ["起重装卸机械操作工", "焊工"], ["lv-electrician"]), ("焊工，电工", ["焊工", "电工"], []), ("焊工 电工 保安", ["焊工", "电工", "保安员"], []), ("会开叉车和电焊", ["起重装卸机械操作工", "焊工"], []),
        ("3年以上焊工经验", ["焊工"], []), ("C1驾照", [], ["drive-c1"]), ("焊工,养骆驼", ["焊工", "养骆驼"], []), ("会修农机具", ["会修农机具"], []), ("驯鹿（野生）养护", ["驯鹿（野生）养护"], []), ("无", [], []), ("不限", [], []),
    ] as [(String, [String], [String])])
    func skills(text: String, skills: [String], certificates: [String]) throws {
        let row = try reader.person(["name": "张三", "place": "额尔古纳市", "skills": text])
        #expect(row.record?.skills.map { reader.catalogue.skills.title($0.name) } == skills)
        #expect(row.record?.certificates.map { reader.catalogue.certificates.code($0.name) } == certificates)
        let asked = try job(["skills": text]).job
        #expect(asked.skills.map { reader.catalogue.skills.title($0.name) } == skills && asked.certificates.map { reader.catalogue.certificates.code($0) } == certificates)
    }

    @Test("that negates takes nothing, and keeps the words in the note", arguments: ["不会电焊", "不需要电工证", "无需健康证"])
    func negations(text: String) throws {
        let (job, _) = try job(["skills": text])
        #expect(job.skills.isEmpty && job.certificates.isEmpty && job.note == "技能要求：\(text)")
    }

    @Test("tells what is asked for from what is welcome")
    func welcome() throws {
        let (job, _) = try job(["skills": "会开叉车者优先，须持电工证，有C1驾照优先"])
        #expect(job.skills == [AskedSkill(try reader.catalogue.skill("起重装卸机械操作工"), isRequired: false)])
        #expect(job.certificates == [try reader.catalogue.certificate("lv-electrician")] && job.note == "优先证书：C1驾驶证")
    }

    @Test("of certificates is understood too", arguments: [("有电工证、C1驾照，健康证", ["lv-electrician", "drive-c1", "health"]), ("A2本", ["drive-a2"]), ("电工证书", ["lv-electrician"]), ("无", []), ("某某证", ["某某证"])])
    func certificates(text: String, codes: [String]) throws {
        let row = try reader.person(["name": "张三", "place": "额尔古纳市", "certificates": text])
        #expect(row.record?.certificates.map { reader.catalogue.certificates.code($0.name) } == codes)
    }

    @Test("stands in for columns that the sheet has not, and never for one that it leaves empty")
    func absentColumns() throws {
        let cells = ["title": "招聘电焊工（急）", "duties": "1、负责车间焊接工作；2、会电焊，能开叉车；3、持电工证；不需要健康证，无需经验", "board": "包吃住"]
        let (taken, warnings) = try job(cells, absent: ["occupation", "skills", "lodging"])
        #expect(taken.occupation == (try reader.catalogue.skill("焊工")) && taken.givesLodging && taken.certificates.isEmpty)
        #expect(taken.skills == [AskedSkill(try reader.catalogue.skill("焊工"), isRequired: false), AskedSkill(try reader.catalogue.skill("起重装卸机械操作工"), isRequired: false)])
        #expect(warnings == [
            "工作内容：提到 焊工、起重装卸机械操作工，作为优先技能记下，请核对。", "工作内容：提到 低压电工作业证，没有当作证书要求，要求的请填证书要求。", "食宿“包吃住”：按包住记。",
        ])
        let (empty, silence) = try job(cells)
        #expect(empty.occupation == nil && empty.skills.isEmpty && !empty.givesLodging && silence.isEmpty)
        #expect(try job(cells, absent: ["occupation"]).job.occupation == nil)
    }

    @Test("of a column that no record has is kept in the note", arguments: [("经验要求", "3-4年经验"), ("福利待遇", "五险一金"), ("任职要求", "无需经验")])
    func noted(title: String, text: String) throws {
        var entry = JobEntry(id: try recordID("X1"), near: reader.near, day: reader.today)
        var reading = reader.reading
        entry.noteDemand(title, text, &reading)
        #expect(entry.job.note == "\(title)：\(text)" && reading.warnings.isEmpty)
    }

    @Test("of real advertisements' experience is kept in the note", .enabled(if: SharedData.has("real-strings/experience.csv"), "../shared/data is absent"))
    func realExperience() throws {
        for text in try #require(SharedData.lines("real-strings/experience.csv")).dropFirst().compactMap({ $0.split(separator: ",").first.map(String.init) }) {
            var entry = JobEntry(id: try recordID("X1"), near: reader.near, day: reader.today)
            var reading = reader.reading
            entry.noteDemand("经验", text, &reading)
            #expect(PlainText.holds(entry.job.note, text))
        }
    }
}
