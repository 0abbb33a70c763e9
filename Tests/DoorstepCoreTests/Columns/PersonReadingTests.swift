@testable import DoorstepCore
import Testing

@Suite("A person's row")
struct PersonReadingTests {
    private let reader: RowReader

    init() throws {
        reader = try RowReader()
    }

    private func read(_ cells: [String: String], into person: Person? = nil) throws -> ReadRow<Person> {
        try reader.person(person == nil ? cells.merging(["name": "张三", "place": "额尔古纳市"]) { first, _ in first } : cells, into: person)
    }

    private func person(_ column: String, _ text: String) throws -> Person {
        let row = try read([column: text])
        return try #require(row.record, "\(row.problem?.message.chinese ?? "")")
    }

    // MARK: - What follows from what

    @Test("with an identity number alone has the birth date and the sex that it says")
    func fromIdentityNumber() throws {
        let person = try person("id_number", "11010519491231002x")
        #expect(person.birth == (try day("1949-12-31")) && person.sex == .female && person.identityNumber?.text == "11010519491231002X")
    }

    @Test("with a sex other than the identity number's keeps what is written, with a warning")
    func otherSex() throws {
        let row = try read(["id_number": "11010519491231002X", "sex": "男"])
        #expect(row.record?.sex == .male)
        #expect(row.warnings.map(\.message.chinese) == ["性别“男”：与证件号码不一致，按所填保留。"])
        #expect(row.warnings.map(\.message.english) == ["sex “男”: differs from the identity number; kept as written."])
    }

    @Test("that corrects the identity number of a person known corrects what followed from it")
    func correctedNumber() throws {
        let known = try person("id_number", "11010519491231002X")
        let row = try read(["id_number": "440524188001010014"], into: known)
        #expect(row.record?.birth == (try day("1880-01-01")) && row.record?.sex == .male && row.warnings.isEmpty)
    }

    @Test("that says nothing more has the day of working as its day, and seeks work")
    func empty() throws {
        let row = try read([:])
        let expected = Person(id: try recordID("X1"), name: "张三", place: try reader.catalogue.place("150784"), registered: reader.today)
        #expect(row.record == expected && row.record?.status == .seeking && row.warnings.isEmpty)
    }

    // MARK: - Values

    @Test("has skills by name, alias or code, each with a level's name")
    func skills() throws {
        let skill = { (name: String) throws in try reader.catalogue.skill(name) }
        #expect(try person("skills", "焊工:中级工;叉车司机").skills == [HeldSkill(skill("焊工"), .intermediate), HeldSkill(skill("起重装卸机械操作工"))])
        #expect(try person("skills", "6-18-02-04：高级；会开车、x-milking | 焊接").skills == [HeldSkill(skill("焊工"), .senior), HeldSkill(skill("小型汽车驾驶")), HeldSkill(skill("挤奶"))])
    }

    @Test("has levels by name, with or without 工, or as 五级 to 一级", arguments: [
        ("学徒工", SkillLevel.apprentice), ("学徒", .apprentice), ("初级工", .junior), ("初级", .junior), ("五级", .junior), ("四级", .intermediate), ("三级", .senior),
        ("二级", .technician), ("一级", .seniorTechnician), ("技师", .technician), ("高级技师", .seniorTechnician), ("特级技师", .specialTechnician),
        ("首席技师", .chiefTechnician), ("senior technician", .seniorTechnician), ("Junior", .junior),
    ])
    func levels(word: String, level: SkillLevel) throws {
        #expect(try person("skills", "焊工:\(word)").skills.map(\.level) == [level])
    }

    @Test("has no level for a bare digit or an unknown word, with a warning", arguments: ["3", "５", "九段", "level 2"])
    func noLevel(word: String) throws {
        let row = try read(["skills": "焊工:\(word)"])
        #expect(row.record?.skills.map(\.level) == [.unknown] && row.warnings.count == 1)
    }

    @Test("keeps the higher level of a skill named twice")
    func twice() throws {
        #expect(try person("skills", "焊工:初级工;电焊:高级工;焊接").skills == [HeldSkill(try reader.catalogue.skill("焊工"), .senior)])
    }

    @Test("keeps unknown skills and certificates letter for letter, with a warning")
    func words() throws {
        let row = try read(["skills": "驯鹿（野生）养护:高级工", "certificates": "某某（省级）证@2027-03"])
        #expect(row.record?.skills == [HeldSkill(.word("驯鹿（野生）养护"), .senior)])
        #expect(row.record?.certificates == [HeldCertificate(.word("某某（省级）证"), expires: try day("2027-03-31"))])
        #expect(row.warnings.map(\.value) == ["驯鹿（野生）养护", "某某（省级）证"])
    }

    @Test("has certificates good to the end of their month, to their day, or for ever", arguments: [
        ("低压电工作业证@2027-03", "2027-03-31"), ("电工证＠2027年2月", "2027-02-28"), ("电工证@2028/2", "2028-02-29"), ("电工证@2027-03-15", "2027-03-15"),
        ("电工证@20270315", "2027-03-15"), ("电工证 @ 2027.12", "2027-12-31"), ("电工证", nil), ("电工证@", nil),
    ])
    func certificates(text: String, expires: String?) throws {
        let certificate = try reader.catalogue.certificate("低压电工作业证")
        #expect(try person("certificates", text).certificates == [HeldCertificate(certificate, expires: try expires.map { try day($0) })])
    }

    @Test("holds a certificate named twice once, as it is named last")
    func certificateTwice() throws {
        let certificate = try reader.catalogue.certificate("电工证")
        #expect(try person("certificates", "电工证@2027-03;C1;低压电工作业证@2029-03").certificates.filter { $0.name == certificate } == [HeldCertificate(certificate, expires: day("2029-03-31"))])
    }

    @Test("has groups by identifier or name, whichever sign stands between; a name may hold a 、 itself", arguments: [
        ("veteran;disabled", ["veteran", "disabled"]), ("退役军人、残疾人", ["veteran", "disabled"]), ("退役军人｜残疾人|边民", ["veteran", "disabled", "border-resident"]),
        ("Veteran；disabled person", ["veteran", "disabled"]), ("脱贫人口（含监测对象）", ["out-of-poverty"]), ("脱贫人口(含监测对象)", ["out-of-poverty"]),
    ])
    func groups(text: String, codes: [String]) throws {
        #expect(try person("groups", text).recordedGroups.members.map { reader.catalogue.groups[$0].code }.sorted() == codes.sorted())
    }

    @Test("never reads a group that follows from dates, and says so", arguments: ["登记失业人员", "woman", "登记失业一年以上的退役军人、随军家属"])
    func derivedGroups(text: String) throws {
        let row = try read(["groups": "残疾人;\(text)"])
        #expect(try row.record?.recordedGroups == reader.catalogue.groupSet("disabled"))
        #expect(row.warnings.map(\.message.chinese) == ["群体“\(text)”：这个群体由日期推算，不从表里读。"])
    }

    @Test("wishes for three occupations at most")
    func wishes() throws {
        let row = try read(["wants": "焊工;焊接;保洁员;力工;驯鹿养护;放牧"])
        #expect(try row.record?.wants == ["焊工", "保洁员", "力工"].map { try reader.catalogue.skill($0) })
        #expect(row.warnings.contains { $0.reason.chinese == "最多三个，取前三个" })
        #expect(try read(["wants": "焊工;保洁员;力工"]).warnings.isEmpty)
    }

    @Test("expects a lowest wage by the month", arguments: [
        ("4000", 4000), ("4-6千", 4000), ("4000-6000元/月", 4000), ("5000以上", 5000), ("面议", nil),
    ])
    func lowestWage(text: String, yuan: Int?) throws {
        #expect(try person("wage_min", text).lowestWage == yuan.map { Money(yuan: $0) })
    }

    @Test("knows yes and no in many words", arguments: [
        ("是", true), ("有", true), ("Yes", true), ("1", true), ("√", true), ("ＴＲＵＥ", true), ("否", false), ("无", false), ("no", false), ("0", false), ("×", false),
    ])
    func yesNo(text: String, value: Bool) throws {
        #expect(try person("can_move", text).canMove == value)
        #expect(try read(["never_employed": text]).record?.neverEmployed == value)
    }

    @Test("has education by name, number or what else people call it; 不限 means unknown", arguments: [
        ("未上学", Education.none), ("小学", .primary), ("初中毕业", .juniorMiddle), ("高中", .seniorMiddle), ("中专", .seniorMiddle), ("技校", .seniorMiddle),
        ("高中/中专/技校", .seniorMiddle), ("中技／中专", .seniorMiddle), ("专科", .college), ("大专及以上", .college), ("本科以上学历", .bachelor), ("研究生", .master), ("博士", .doctor),
        ("0", Education.none), ("7", .doctor), ("4", .college), ("Bachelor", .bachelor), ("不限", nil), ("无要求", nil),
    ])
    func education(text: String, education: Education?) throws {
        #expect(try person("education", text).education == education)
    }

    @Test("of real advertisements has an education that is understood", .enabled(if: SharedData.has("real-strings/education.csv"), "../shared/data is absent"))
    func realEducation() throws {
        let lines = try #require(SharedData.lines("real-strings/education.csv")).dropFirst()
        // 招2人 has slipped into the wrong column.
        for word in lines.compactMap({ $0.split(separator: ",", omittingEmptySubsequences: false).first.map(String.init) }) where word != "招2人" {
            #expect(throws: Never.self, "\(word)") { try read(["education": word]).problem.map { throw $0 } }
        }
    }

    @Test("has a household in a place of the region, or elsewhere as written")
    func household() throws {
        #expect(try person("household", "额尔古纳市").household == .place(try reader.catalogue.place("150784")))
        #expect(try person("household", "黑龙江省漠河市").household == .elsewhere("黑龙江省漠河市"))
        let row = try read(["household": "新城街道"])
        #expect(row.record?.household == .elsewhere("新城街道") && row.warnings.count == 1)
    }

    @Test("has a point of its own only with both degrees")
    func coordinates() throws {
        #expect(try read(["lon": "120.18", "lat": "50.24"]).record?.coordinates == Coordinates(latitude: 50.24, longitude: 120.18))
        let row = try read(["lon": "120.18"])
        #expect(row.record != nil && row.record?.coordinates == nil)
        #expect(row.warnings.map(\.message.chinese) == ["经度 纬度：只有一个，不用。"])
    }

    @Test("that a known person's cells are read into changes what is given and keeps the rest")
    func update() throws {
        let known = try #require(
            try read(["education": "大专", "skills": "焊工:中级工", "groups": "残疾人", "can_move": "是", "lon": "120.18", "lat": "50.24"]).record)
        var expected = known
        expected.skills = [HeldSkill(try reader.catalogue.skill("保洁员"))]
        expected.canMove = false
        #expect(try read(["skills": "保洁员", "can_move": "否", "education": ""], into: known).record == expected)
    }

    @Test("keeps its columns that are never matched on, and its status")
    func others() throws {
        let row = try read(["ethnicity": "鄂温克族", "other_phone": "0470-1", "status": "暂停"])
        #expect(row.record?.extras == [.ethnicity: "鄂温克族", .otherTelephone: "0470-1"] && row.record?.status == .paused)
        let other = try read(["status": "云游"])
        #expect(other.record?.status == .seeking && other.warnings.count == 1)
    }

    @Test("names what is told at other desks and not kept here")
    func notKept() {
        #expect(Set(PersonEntry.notKept).isSuperset(of: ["婚姻", "身高", "体重", "疾病", "宗教", "犯罪记录"]))
        for title in PersonEntry.notKept {
            #expect(!PersonEntry.columns.contains { $0.title.chinese == title || $0.synonyms.contains(title) }, "\(title)")
        }
    }
}
