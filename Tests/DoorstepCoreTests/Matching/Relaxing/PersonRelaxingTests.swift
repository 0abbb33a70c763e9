@testable import DoorstepCore
import Testing

/// Worked out on paper, one sort of change at a time; people and jobs are in
/// 拉布大林 unless a test says otherwise.
@Suite("What one change of a person's would bring")
final class PersonRelaxingTests {
    private var desk: Desk

    init() throws {
        desk = try Desk()
    }

    /// Puts jobs of one sort into the register.
    private func jobs(_ ids: String..., change: (inout Job) throws -> Void) throws {
        for id in ids { desk.register.update(try desk.job(id, change)) }
    }

    private func relaxations(_ change: (inout Person) throws -> Void) throws -> [Relaxation<PersonChange>] {
        try #require(try desk.matcher.relaxations(for: desk.person("P1", change)))
    }

    private func lines(_ list: [Relaxation<PersonChange>]) -> [String] {
        list.map { "\($0.change.phrase(desk.catalogue).chinese) \($0.matches)" }
    }

    @Test("A lower wage: each step down to a half, in whole hundreds, with the jobs that pay it")
    func wage() throws {
        // 90 % of 4,000 is 3,600; 80 % 3,200; 70 % 2,800; 60 % 2,400; 50 % 2,000.
        try jobs("A", "B") { $0.wage = try #require(Wage(lowest: nil, highest: Money(yuan: 3600), unit: .month)) }
        try jobs("C") { $0.wage = try #require(Wage(lowest: nil, highest: Money(yuan: 2799), unit: .month)) }
        // 100 × 21.75 = 2,175 a month.
        try jobs("D") { $0.wage = try #require(Wage(lowest: nil, highest: Money(yuan: 100), unit: .day)) }
        let list = try relaxations { $0.lowestWage = Money(yuan: 4000) }
        #expect(lines(list) == ["最低月薪降到 2000 4", "最低月薪降到 2400 3", "最低月薪降到 3600 2", "最低月薪降到 3200 2", "最低月薪降到 2800 2"])
        #expect(list[0].change.phrase(desk.catalogue).english == "take 2000 yuan a month")
    }

    @Test("A wage that rounds down to the same hundred is one change, and no wage none")
    func smallWage() throws {
        try jobs("A") { $0.wage = try #require(Wage(lowest: nil, highest: Money(yuan: 0), unit: .month)) }
        #expect(try lines(relaxations { $0.lowestWage = Money(yuan: 110) }) == ["最低月薪降到 0 1"])
        #expect(try relaxations { $0.lowestWage = nil }.isEmpty)
    }

    @Test("One more kind, for who names kinds; a reserved one only where it is open to the person")
    func kind() throws {
        let gig = try desk.catalogue.kind("gig")
        try jobs("A", "B") { $0.kind = gig }
        try jobs("C") { $0.kind = try desk.catalogue.kind("public-welfare") }
        let fullTime = try desk.catalogue.kind("full-time")
        #expect(try lines(relaxations { $0.kinds = [fullTime] }) == ["也接受零工 2"])
        #expect(try lines(relaxations { $0.kinds = [fullTime]; $0.recordedGroups = try desk.catalogue.groupSet("disabled") }) == ["也接受零工 2", "也接受公益性岗位 1"])
        #expect(try relaxations { $0.kinds = [] }.isEmpty)
    }

    @Test("One more certificate: the one asked for, or one that covers all that is missing")
    func certificate() throws {
        try jobs("A") { $0.certificates = [try desk.catalogue.certificate("电工证")] }
        try jobs("B") { $0.certificates = [try desk.catalogue.certificate("C2")] }
        try jobs("C") { $0.certificates = try ["C1", "C2"].map { try desk.catalogue.certificate($0) } }
        try jobs("D") { $0.certificates = try ["电工证", "C1"].map { try desk.catalogue.certificate($0) } }
        // C1 is as good as C2: B and C. D lacks two things.
        let list = try relaxations { _ in }
        #expect(list.map(\.matches) == [2, 1, 1])
        #expect(list[0].change == .certificate(try desk.catalogue.certificate("C1")))
        #expect(list.contains { $0.change == .certificate(desk.catalogue.certificates.name("低压电工作业证")) && $0.matches == 1 })
        #expect(list.allSatisfy { $0.change.sort == .certificate })
    }

    @Test("A certificate that has run out is one to get again; one held is none")
    func expired() throws {
        try jobs("A") { $0.certificates = [try desk.catalogue.certificate("电工证")] }
        let name = try desk.catalogue.certificate("电工证")
        #expect(try lines(relaxations { $0.certificates = [HeldCertificate(name, expires: try day("2026-11-20"))] }) == ["再有低压电工作业证 1"])
        #expect(try relaxations { $0.certificates = [HeldCertificate(name)] }.isEmpty)
    }

    @Test("One more skill, at the highest level that any open job asks for, where it lifts a match over the threshold")
    func skill() throws {
        let welder = try desk.catalogue.skill("焊工")
        try jobs("A", "B") { $0.skills = [AskedSkill(welder, .junior)] }
        try jobs("C") { $0.skills = [AskedSkill(welder, .intermediate)] }
        try jobs("D") { $0.skills = [AskedSkill(welder, .senior)]; $0.status = .withdrawn }
        // Nearness alone is 3,000 points; with the skill 8,500.
        let list = try relaxations { _ in }
        #expect(lines(list) == ["再会焊工（中级工） 3"])
        #expect(list[0].change == .skill(HeldSkill(welder, .intermediate)) && list[0].change.phrase(desk.catalogue).english == "also know 焊工 (\(SkillLevel.intermediate.phrase.english))")
    }

    @Test("A skill held at a lower level is one to raise, and one held as high as any job asks is none")
    func level() throws {
        let welder = try desk.catalogue.skill("焊工")
        try jobs("A") { $0.skills = [AskedSkill(welder, .chiefTechnician)] }
        // 2/9 of 5,500 is 1,222: 4,222 with nearness.
        let list = try relaxations { $0.skills = [HeldSkill(welder, .apprentice)] }
        #expect(lines(list) == ["焊工升到首席技师 1"] && list[0].change == .level(HeldSkill(welder, .chiefTechnician)))
        desk.settings.threshold = try #require(Points(10_000))
        #expect(try relaxations { $0.skills = [HeldSkill(welder, .chiefTechnician)] }.isEmpty)
    }

    @Test("A related skill counts half: it may be enough for a lower threshold")
    func related() throws {
        let welder = try desk.catalogue.skill("焊工")
        let family = desk.catalogue.skills.family(of: welder)
        let other = try #require(desk.catalogue.skills.all.first { $0.family == family && .catalogued($0.id) != welder })
        try jobs("A", "B") { $0.skills = [AskedSkill(welder)] }
        try jobs("C") { $0.skills = [AskedSkill(.catalogued(other.id))] }
        // 3,000 + 5,500 / 2 = 5,750: each lifts all three.
        #expect(try relaxations { _ in }.map(\.matches) == [3, 3])
        desk.settings.threshold = try #require(Points(5751))
        #expect(try relaxations { _ in }.map(\.matches) == [2, 1])
    }

    @Test("A wider area, by county and by prefecture, where the way alone keeps a match low")
    func area() throws {
        let hailar = try desk.catalogue.place("150702")
        let manzhouli = try desk.catalogue.place("150781")
        let welder = try desk.catalogue.skill("焊工")
        try jobs("A", "B") { $0.place = hailar; $0.skills = [AskedSkill(welder, .chiefTechnician)] }
        try jobs("C") { $0.place = manzhouli; $0.skills = [AskedSkill(welder, .chiefTechnician)] }
        let held = HeldSkill(welder, .senior)
        // 5/9 of 5,500 is 3,056; an area makes 0.8 × 3,000 of it 5,456.
        let list = try relaxations { $0.skills = [held] }.filter { $0.change.sort == .area }
        #expect(lines(list) == ["愿去呼伦贝尔市 3", "愿去海拉尔区 2", "愿去满洲里市 1"])
        // Who wishes for 海拉尔 already gains less by the prefecture.
        #expect(try lines(relaxations { $0.skills = [held]; $0.areas = [hailar] }.filter { $0.change.sort == .area }) == ["愿去呼伦贝尔市 1", "愿去满洲里市 1"])
        // Who wishes for the prefecture wishes for all in it.
        let prefecture = try desk.catalogue.place("150700")
        #expect(try relaxations { $0.skills = [held]; $0.areas = [prefecture] }.allSatisfy { $0.change.sort != .area })
    }

    @Test("Being willing to move, where the job gives lodging")
    func move() throws {
        let hailar = try desk.catalogue.place("150702")
        try jobs("A", "B") { $0.place = hailar; $0.givesLodging = true }
        try jobs("C") { $0.place = hailar }
        // No skill asked for: 5,500, and half of 3,000 by lodging: 7,000.
        desk.settings.threshold = try #require(Points(7000))
        let list = try relaxations { _ in }
        #expect(lines(list).contains("可外出 2"))
        #expect(try relaxations { $0.canMove = true }.allSatisfy { $0.change != .move })
        desk.settings.threshold = try #require(Points(7001))
        #expect(try relaxations { _ in }.allSatisfy { $0.change != .move })
    }

    @Test("What a pair lacks twice no single change brings, nor one that the law or the day forbids")
    func twoThings() throws {
        let wage = try #require(Wage(lowest: nil, highest: Money(yuan: 3600), unit: .month))
        try jobs("A") { $0.wage = wage; $0.education = .college }
        try jobs("B") { $0.wage = wage; $0.closes = try day("2026-11-20") }
        try jobs("C") { $0.wage = wage; $0.employer = try recordID("E2") }
        desk.register.update(try desk.employer("E2") { $0.barred = "欠薪" })
        #expect(try relaxations { $0.lowestWage = Money(yuan: 4000); $0.education = .primary }.isEmpty)
    }

    @Test("Nothing for who does not seek, who has all, or where there is no job")
    func nothing() throws {
        #expect(try relaxations { $0.lowestWage = Money(yuan: 4000) }.isEmpty)
        try jobs("A") { $0.wage = try #require(Wage(lowest: nil, highest: Money(yuan: 3600), unit: .month)) }
        #expect(try relaxations { $0.lowestWage = Money(yuan: 3600) }.isEmpty)
        #expect(try relaxations { $0.lowestWage = Money(yuan: 4000); $0.status = .paused }.isEmpty)
    }

    @Test("What brings most goes first; what brings as much stays in one order: wages, kinds, certificates")
    func order() throws {
        let hailar = try desk.catalogue.place("150702")
        let welder = try desk.catalogue.skill("焊工")
        try jobs("A") { $0.wage = try #require(Wage(lowest: nil, highest: Money(yuan: 3600), unit: .month)) }
        try jobs("B") { $0.kind = try desk.catalogue.kind("gig") }
        try jobs("C") { $0.certificates = [try desk.catalogue.certificate("电工证")] }
        try jobs("D") { $0.skills = [AskedSkill(welder)] }
        try jobs("E") { $0.place = hailar; $0.skills = [AskedSkill(welder)]; $0.givesLodging = true }
        let list = try relaxations { $0.lowestWage = Money(yuan: 4000); $0.kinds = [try desk.catalogue.kind("full-time")] }
        #expect(list.map(\.change.sort) == [.skill, .wage, .wage, .wage, .wage, .wage, .kind, .certificate])
        #expect(list.map(\.matches) == [2, 1, 1, 1, 1, 1, 1, 1])
    }

    @Test("Nothing once it is not wanted")
    func cancelled() throws {
        for number in 0..<600 { try jobs("J\(number)") { _ in } }
        let person = try desk.person()
        var asked = 0
        #expect(desk.matcher.relaxations(for: person) { asked += 1; return asked == 5 } == nil && asked == 5)
        #expect(desk.matcher.relaxations(for: person) { true } == nil)
        #expect(desk.matcher.relaxations(for: person) { false } != nil)
    }
}
