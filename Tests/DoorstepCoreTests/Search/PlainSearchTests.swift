@testable import DoorstepCore
import Testing

@Suite("A search by words")
struct PlainSearchTests {
    private let desk: Desk
    private let text: SearchText

    init() throws {
        desk = try Desk()
        text = SearchText(desk.catalogue)
    }

    private func person() throws -> Person {
        try desk.person("150784001-P000001") { person in
            person.name = "欧阳娜娜"
            person.telephone = "13847001234"
            person.identityNumber = try IdentityNumber("11010519491231002X")
            person.skills = [HeldSkill(try desk.catalogue.skill("焊工"), .senior), HeldSkill(.word("驯鹿养护"))]
            person.certificates = [HeldCertificate(try desk.catalogue.certificate("电工证"))]
            person.wants = [try desk.catalogue.skill("保洁员")]
            person.recordedGroups = try desk.catalogue.groupSet("veteran")
            person.note = "会做 Excel 表格"
            person.extras = [.school: "呼伦贝尔学院"]
        }
    }

    @Test("fits a person who has every word somewhere, and none with a ! in front", arguments: [
        ("", true), ("   ", true), ("欧阳", true), ("娜娜 焊工", true), ("焊工 娜娜", true), ("焊工 保洁", true), ("excel", true), ("ＥＸＣＥＬ", true), ("13847", true), ("002x", true),
        ("p000001", true), ("拉布大林", true), ("额尔古纳", true), ("驯鹿", true), ("低压电工", true), ("退役军人", true), ("呼伦贝尔学院", true), ("焊工 放牧", false), ("放牧", false),
        ("!放牧", true), ("!焊工", false), ("娜娜 !放牧 !驾驶", true), ("娜娜 !焊工", false), ("!", false), ("焊工娜娜", false),
    ])
    func people(query: String, fits: Bool) throws {
        #expect(PlainSearch(query).fits(text.of(try person())) == fits)
    }

    @Test("fits a job by its title, employer, place, kind, skills and notes", arguments: [
        ("电焊", true), ("宏达", true), ("拉布大林", true), ("季节性", true), ("力工", true), ("高处作业证", true), ("包午饭", true), ("0470", true), ("保洁", false), ("李四", true), ("两班倒", true),
    ])
    func jobs(query: String, fits: Bool) throws {
        let job = try desk.job { job in
            job.kind = try desk.catalogue.kind("seasonal")
            job.skills = [AskedSkill(try desk.catalogue.skill("力工"))]
            job.certificates = [try desk.catalogue.certificate("height")]
            job.telephone = "04708220123"
            job.contact = "李四"
            job.note = "包午饭"
            job.extras = [.shifts: "两班倒"]
        }
        #expect(PlainSearch(query).fits(text.of(job, employer: try desk.employer())) == fits)
    }

    @Test("fits an employer by its name, code, place, reason for being barred and notes", arguments: [
        ("宏达", true), ("91350100m000100y43", true), ("额尔古纳市", true), ("欠薪", true), ("整改", true), ("保洁", false),
    ])
    func employers(query: String, fits: Bool) throws {
        let employer = try desk.employer { employer in
            employer.creditCode = try CreditCode("91350100M000100Y43")
            employer.place = desk.home
            employer.barred = "欠薪"
            employer.note = "整改中"
        }
        #expect(PlainSearch(query).fits(text.of(employer)) == fits)
    }

    @Test("fits a placement by its parties, its stage in both languages, and its job as it was then", arguments: [
        ("R1", true), ("单位未录用", true), ("declined by the employer", true), ("电焊工", true), ("欧阳", true), ("138", true), ("到岗", false),
    ])
    func placements(query: String, fits: Bool) throws {
        let placement = try desk.placement(steps: (.referred, "2026-11-01"), (.declined, "2026-11-02"), by: .employer)
        #expect(PlainSearch(query).fits(text.of(placement, person: try person())) == fits)
    }

    @Test("finds no word across two parts of a record")
    func parts() throws {
        let person = try desk.person { $0.name = "张三"; $0.telephone = "13847001234" }
        #expect(!PlainSearch("三138").fits(text.of(person)))
    }

    @Test("is empty without words")
    func empty() {
        #expect(PlainSearch("").isEmpty && PlainSearch(" 　").isEmpty && !PlainSearch("a").isEmpty && !PlainSearch("!a").isEmpty)
    }
}
