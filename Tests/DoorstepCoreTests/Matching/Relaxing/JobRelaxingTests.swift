@testable import DoorstepCore
import Testing

/// Worked out on paper, one sort of change at a time; people and jobs are in
/// 拉布大林 unless a test says otherwise.
@Suite("What one change of a job's would bring")
final class JobRelaxingTests {
    private var desk: Desk

    init() throws {
        desk = try Desk()
    }

    private func people(_ ids: String..., change: (inout Person) throws -> Void) throws {
        for id in ids { desk.register.update(try desk.person(id, change)) }
    }

    private func relaxations(_ change: (inout Job) throws -> Void) throws -> [Relaxation<JobChange>] {
        try #require(try desk.matcher.relaxations(for: desk.job("J1", change)))
    }

    private func lines(_ list: [Relaxation<JobChange>]) -> [String] {
        list.map { "\($0.change.phrase(desk.catalogue).chinese) \($0.matches)" }
    }

    @Test("A higher wage by the month: in whole hundreds, with who would take it")
    func wage() throws {
        try people("A") { $0.lowestWage = Money(yuan: 4500) }
        try people("B", "C") { $0.lowestWage = Money(yuan: 5000) }
        // 110 % of 4,050 is 4,455, 120 % 4,860, 130 % 5,265, 150 % 6,075.
        let list = try relaxations { $0.wage = try #require(Wage(lowest: Money(yuan: 3000), highest: Money(yuan: 4050), unit: .month)) }
        #expect(lines(list) == ["最高工资提到 5300 元/月 3", "最高工资提到 6100 元/月 3", "最高工资提到 4500 元/月 1", "最高工资提到 4900 元/月 1"])
        #expect(list[0].change == .wage(try #require(Wage(lowest: Money(yuan: 3000), highest: Money(yuan: 5300), unit: .month))))
    }

    @Test("A higher wage by the day or the hour keeps its unit; a piece rate and none said are not compared", arguments: [
        // 220 × 21.75 = 4,785; 27.5 × 174 = 4,785.
        (PayUnit.day, 20_000, ["最高工资提到 220 元/日 1", "最高工资提到 240 元/日 1", "最高工资提到 260 元/日 1", "最高工资提到 300 元/日 1"]),
        (.hour, 2500, ["最高工资提到 27.5 元/时 1", "最高工资提到 30 元/时 1", "最高工资提到 32.5 元/时 1", "最高工资提到 37.5 元/时 1"]),
        (.piece, 100, []), (.month, nil, []), (.month, 0, []),
    ] as [(PayUnit, Int?, [String])])
    func units(unit: PayUnit, fen: Int?, expected: [String]) throws {
        try people("A") { $0.lowestWage = Money(yuan: 4785) }
        #expect(try lines(relaxations { $0.wage = try #require(Wage(lowest: nil, highest: fen.map { Money(fen: $0) }, unit: unit)) }) == expected)
    }

    @Test("Lodging, for who is willing to move")
    func lodging() throws {
        let hailar = try desk.catalogue.place("150702")
        try people("A", "B") { $0.place = hailar; $0.canMove = true }
        try people("C") { $0.place = hailar }
        desk.settings.threshold = try #require(Points(7000))
        #expect(try lines(relaxations { _ in }) == ["包住 2"])
        #expect(try relaxations { $0.givesLodging = true }.isEmpty)
    }

    @Test("Another kind: accepted by others, or reserved for others")
    func kind() throws {
        try people("A", "B") { $0.kinds = [try desk.catalogue.kind("gig")] }
        try people("C") { $0.kinds = [try desk.catalogue.kind("public-welfare")]; $0.recordedGroups = try desk.catalogue.groupSet("disabled") }
        try people("D") { $0.kinds = [try desk.catalogue.kind("public-welfare")] }
        let fullTime = try desk.catalogue.kind("full-time")
        #expect(try lines(relaxations { $0.kind = fullTime }) == ["改为零工 2", "改为公益性岗位 1"])
        // A public-welfare post is for some; as any other kind it is for all.
        try people("E") { _ in }
        let opened = try relaxations { $0.kind = try desk.catalogue.kind("public-welfare") }
        #expect(opened.first.map { $0.change == .kind(desk.catalogue.kinds.kind("gig")?.id ?? fullTime) } == true && opened.first?.matches == 3)
    }

    @Test("Day work instead, where all vacancies of the job are taken: yesterday's hire takes none of today's, and may come again")
    func dayWork() throws {
        try people("A", "B") { _ in }
        desk.register.update(try desk.placement(person: "A", steps: (.referred, "2026-11-19"), (.hired, "2026-11-20")))
        #expect(try lines(relaxations { _ in }) == ["改为零工 2"])
    }

    @Test("A certificate, education, ages or a skill not asked for")
    func demands() throws {
        let welder = try desk.catalogue.skill("焊工")
        let electrician = try desk.catalogue.certificate("电工证")
        try people("A") { $0.certificates = []; $0.education = .college; $0.birth = try day("1990-01-01"); $0.skills = [HeldSkill(welder)] }
        try people("B", "C") { $0.certificates = [HeldCertificate(electrician)]; $0.education = .primary; $0.birth = try day("1990-01-01"); $0.skills = [HeldSkill(welder)] }
        try people("D", "E", "F") { $0.certificates = [HeldCertificate(electrician)]; $0.education = .college; $0.birth = try day("1960-01-01"); $0.skills = [HeldSkill(welder)] }
        try people("G", "H", "I", "J") { $0.certificates = [HeldCertificate(electrician)]; $0.education = .college; $0.birth = try day("1990-01-01") }
        let list = try relaxations {
            $0.certificates = [electrician]
            $0.education = .college
            $0.highestAge = 45
            $0.skills = [AskedSkill(welder)]
        }
        // The last four are matches of 3,000 points; where no skill is asked for, of 8,500.
        #expect(lines(list) == ["不要求会焊工 4", "不限年龄 3", "不限学历 2", "不要求低压电工作业证 1"])
        #expect(list.map { $0.change.phrase(desk.catalogue).english } == ["do without 焊工", "take any age", "take any education", "do without 低压电工作业证"])
    }

    @Test("Without its age range the law's age still holds")
    func legalAge() throws {
        try people("A") { $0.birth = try day("2010-11-21") }
        try people("B") { $0.birth = try day("2010-11-22") }
        #expect(try lines(relaxations { $0.lowestAge = 18 }) == ["不限年龄 1"])
    }

    @Test("Its own reservation, where its kind has none to take its place")
    func reserved() throws {
        try people("A", "B") { _ in }
        let veteran = try desk.catalogue.groupSet("veteran")
        #expect(try lines(relaxations { $0.reservedFor = veteran }) == ["不限定群体 2"])
        #expect(try relaxations { $0.reservedFor = veteran; $0.kind = try desk.catalogue.kind("public-welfare") }.isEmpty)
        #expect(try relaxations { $0.kind = try desk.catalogue.kind("public-welfare") }.allSatisfy { $0.change.sort == .kind })
    }

    @Test("Nothing in an empty register, where all match, or once it is not wanted")
    func nothing() throws {
        #expect(try relaxations { $0.education = .doctor }.isEmpty)
        for number in 0..<600 { try people("P\(number)") { $0.education = .doctor } }
        #expect(try relaxations { $0.education = .doctor }.isEmpty)
        var asked = 0
        #expect(try desk.matcher.relaxations(for: desk.job()) { asked += 1; return asked == 3 } == nil)
        #expect(asked == 3)
    }
}
