@testable import DoorstepCore
import Testing

@Suite("A query put to a record")
struct QueryFilterTests {
    private var desk: Desk
    private let parser: QueryParser

    init() throws {
        desk = try Desk()
        parser = try QuerySamples.parser
    }

    private func filter(_ text: String) throws -> QueryFilter {
        QueryFilter(try parser.query(text), register: desk.register, catalogue: desk.catalogue, day: desk.today)
    }

    /// 31 years old on the day.
    private func person() throws -> Person {
        try desk.person { person in
            person.birth = try day("1995-11-21")
            person.education = .college
            person.lowestWage = Money(yuan: 4000)
            person.skills = [HeldSkill(try desk.catalogue.skill("焊工"), .senior)]
            person.wants = [try desk.catalogue.skill("力工")]
            person.certificates = [
                HeldCertificate(try desk.catalogue.certificate("A2")), HeldCertificate(try desk.catalogue.certificate("叉车证"), expires: try day("2026-11-20")),
                HeldCertificate(try desk.catalogue.certificate("高处作业证"), expires: desk.today),
            ]
            person.recordedGroups = try desk.catalogue.groupSet("veteran")
            person.unemployedSince = try day("2026-01-01")
            person.registered = try day("2026-10-22")
        }
    }

    @Test("fits a person by group, home, skill, wish, certificate, wage expected, age, education, status and days of waiting", arguments: [
        ("", true), ("放牧", true), ("#退役军人", true), ("!#退役军人", false), ("#残疾人", false), ("!#残疾人", true),
        // Derived from the record and the day.
        ("#登记失业人员", true), ("#未就业退役军人", true), ("!#未就业退役军人", false), ("#妇女", false), ("!#妇女", true), ("#未就业退役军人 !#妇女 #退役军人", true),
        ("@额尔古纳", true), ("@呼伦贝尔", true), ("@拉布大林街道", true), ("@根河", false), ("!@根河", true), ("!@内蒙古", false),
        ("+焊工", true), ("+力工", true), ("+保洁员", false), ("!+焊工", false),
        ("+A2", true), ("+C1", false), ("+~C1", true), ("+叉车证", false), ("+高处作业证", true),
        (">=4000", true), (">4000", false), ("<6000", true), ("<=4000", true), ("4000-6000", true), ("4001-6000", false), ("!>=4000", false),
        ("31岁", true), ("18-45岁", true), (">31岁", false), (">=31岁", true), ("<31岁", false), ("30岁", false),
        ("学历>=大专", true), ("学历:大专", true), ("学历>大专", false), ("学历<=高中", false), ("学历:高中-本科", true),
        ("状态:求职", true), ("状态:暂停", false), ("!状态:暂停", true), ("等待>=30天", true), ("等待>30天", false), ("等待:30", true),
        ("+焊工 @额尔古纳 >=3000 18-45岁", true), ("+焊工 @额尔古纳 >=3000 50-60岁", false),
        // Has no meaning for people, negated or not.
        ("缺>2", false), ("!缺>2", false), ("状态:招聘", false), ("!状态:招聘", false),
    ])
    func people(text: String, fits: Bool) throws {
        #expect(try filter(text).fits(try person()) == fits)
    }

    @Test("does not fit a person of whom what it asks for is unknown", arguments: [">=1千", "<=100万", ">=0岁", "学历>=未上学", "!#残疾人 >=1千"])
    func unknown(text: String) throws {
        #expect(try !filter(text).fits(try desk.person()))
    }

    @Test("takes the family of a skill with ~")
    func family() throws {
        let neighbour = try #require(desk.catalogue.skills.all.first { skill in
            desk.catalogue.skills.family(of: .catalogued(skill.id)) == (try? desk.catalogue.skill("焊工")).flatMap { desk.catalogue.skills.family(of: $0) } && skill.name != "焊工"
        })
        let person = try desk.person { $0.skills = [HeldSkill(.catalogued(neighbour.id)), HeldSkill(.word("驯鹿养护"))] }
        #expect(try !filter("+焊工").fits(person) && filter("+~焊工").fits(person) && !filter("+~保洁员").fits(person))
    }

    @Test("counts all places that share the name")
    func sharedName() throws {
        let places = desk.catalogue.places.all.filter { $0.name == "东风镇" }.map(\.id)
        #expect(places.count > 1)
        for place in places { #expect(try filter("@东风镇").fits(try desk.person { $0.place = place })) }
        #expect(try !filter("@东风镇").fits(try desk.person()))
    }

    private func job() throws -> Job {
        try desk.job { job in
            job.wage = try #require(Wage(lowest: Money(yuan: 4000), highest: Money(yuan: 6000), unit: .month))
            job.occupation = try desk.catalogue.skill("焊工")
            job.skills = [AskedSkill(try desk.catalogue.skill("力工"), isRequired: false)]
            job.certificates = [try desk.catalogue.certificate("C1")]
            job.prefers = try desk.catalogue.groupSet("veteran")
            job.reservedFor = try desk.catalogue.groupSet("unemployed-veteran")
            (job.lowestAge, job.highestAge) = (18, 45)
            job.education = .college
            job.headcount = 3
            job.posted = try day("2026-10-01")
        }
    }

    @Test("fits a job by whom it is for, place, occupation, skills and certificates asked for, pay, ages, education, status, days vacant and vacancies", arguments: [
        ("#退役军人", true), ("#未就业退役军人", true), ("#残疾人", false), ("!#残疾人", true), ("@额尔古纳", true), ("@根河", false), ("+焊工", true), ("+力工", true), ("+保洁员", false),
        ("+C1", true), ("+A2", false),
        (">=6000", true), (">6000", false), (">=4000", true), ("<4000", false), ("<=4000", true), ("<4001", true), ("6000-7000", true), ("6001-7000", false), ("3000-4000", true),
        ("5000-5500", true), ("3000-3999", false), ("月薪:5000", true),
        ("45岁", true), ("46岁", false), (">45岁", false), (">=45岁", true), ("<18岁", false), ("10-18岁", true), ("50-60岁", false),
        ("学历>=大专", true), ("学历<=高中", false), ("状态:招聘", true), ("状态:已招满", false), ("!状态:已招满", true), ("等待>50天", true), ("等待>51天", false), ("缺>2", true), ("缺>3", false), ("缺:1-3", true),
        ("状态:求职", false), ("!状态:求职", false),
    ])
    func jobs(text: String, fits: Bool) throws {
        #expect(try filter(text).fits(try job()) == fits)
    }

    @Test("counts pay by the day or hour by the month, and one known end for both", arguments: [
        // 21.75 days and 174 hours to the month.
        (Money?.some(Money(yuan: 200)), Money?.some(Money(yuan: 200)), PayUnit.day, ">=4350", true), (Money(yuan: 200), Money(yuan: 200), .day, ">4350", false),
        (Money(yuan: 25), Money(yuan: 30), .hour, ">=5220", true), (Money(yuan: 25), Money(yuan: 30), .hour, "<=4350", true), (Money(yuan: 25), Money(yuan: 30), .hour, "<4350", false),
        (nil, Money(yuan: 5000), .month, "<6000", true), (nil, Money(yuan: 5000), .month, "<5000", false), (Money(yuan: 5000), nil, .month, ">=4000", true), (Money(yuan: 5000), nil, .month, ">5000", false),
        (nil, nil, .month, ">=4000", false), (nil, nil, .month, "<4000", false), (Money(yuan: 9000), Money(yuan: 9000), .piece, ">=4000", false),
    ])
    func pay(lowest: Money?, highest: Money?, unit: PayUnit, text: String, fits: Bool) throws {
        let job = try desk.job { $0.wage = try #require(Wage(lowest: lowest, highest: highest, unit: unit)) }
        #expect(try filter(text).fits(job) == fits)
    }

    @Test("fits a job that says nothing of ages, education and whom it is for")
    func openJob() throws {
        let job = try desk.job()
        #expect(try filter("40岁").fits(job) && filter("学历:未上学").fits(job) && !filter("学历>=小学").fits(job))
        let welfare = try desk.job { $0.kind = try desk.catalogue.kind("public-welfare") }
        let group = try #require(desk.catalogue.kinds.kind("public-welfare")?.reservedFor.members.first)
        #expect(try filter("#" + desk.catalogue.groups[group].code).fits(welfare) && !filter("#" + desk.catalogue.groups[group].code).fits(job))
    }

    @Test("counts vacancies and days of waiting by the placements known on the day")
    mutating func placements() throws {
        desk.register.update(try job())
        desk.register.update(try person())
        desk.register.update(try desk.placement(steps: (.referred, "2026-11-11"), (.hired, "2026-11-15"), (.declined, "2026-11-30"), by: .person))
        #expect(try filter("缺:2").fits(try job()) && filter("等待:10").fits(try job()) && filter("等待:10").fits(try person()))
    }

    @Test("fits an employer by place alone", arguments: [
        ("@额尔古纳", true), ("@根河", false), ("!@根河", true), ("宏达", true), ("18-45岁", false), ("!18-45岁", false), (">=4000", false), ("状态:求职", false), ("#退役军人", false), ("+焊工", false),
    ])
    func employers(text: String, fits: Bool) throws {
        #expect(try filter(text).fits(try desk.employer { $0.place = desk.home }) == fits)
        if text.hasPrefix("@") { #expect(try !filter(text).fits(try desk.employer())) }
    }

    @Test("fits a placement by its stage on the day and the place of its job", arguments: [
        ("状态:未成", true), ("状态:本人放弃", true), ("状态:单位未录用", false), ("!状态:单位未录用", true), ("状态:到岗", false), ("@额尔古纳", true), ("@根河", false), ("状态:推荐", false),
        ("18-45岁", false), ("状态:求职", false),
    ])
    mutating func ledger(text: String, fits: Bool) throws {
        desk.register.update(try job())
        let placement = try desk.placement(steps: (.referred, "2026-11-01"), (.declined, "2026-11-02"), by: .person)
        #expect(try filter(text).fits(placement) == fits)
        let later = try desk.placement(steps: (.referred, "2026-11-01"), (.declined, "2026-11-22"), by: .person)
        #expect(try filter("状态:推荐").fits(later) && !filter("状态:未成").fits(later))
    }
}
