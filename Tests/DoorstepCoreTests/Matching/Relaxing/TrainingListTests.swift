@testable import DoorstepCore
import Synchronization
import Testing

@Suite("The training list")
final class TrainingListTests {
    private var desk: Desk

    init() throws {
        desk = try Desk()
    }

    private func people(_ ids: String..., change: (inout Person) throws -> Void) throws {
        for id in ids { desk.register.update(try desk.person(id, change)) }
    }

    private func jobs(_ ids: String..., change: (inout Job) throws -> Void) throws {
        for id in ids { desk.register.update(try desk.job(id, change)) }
    }

    private func lines() throws -> [String] {
        try #require(desk.matcher.trainingList()).lines.map { line in
            let name =
                switch line.subject {
                case .skill(let name): desk.catalogue.skills.title(name)
                case .certificate(let name): desk.catalogue.certificates.title(name)
                }
            return "\(name) \(line.pairs) \(line.people) \(line.jobs)"
        }
    }

    @Test("counts pairs, people and jobs that one certificate or one skill alone keeps apart, most pairs first")
    func counts() throws {
        let welder = try desk.catalogue.skill("焊工")
        let electrician = try desk.catalogue.certificate("电工证")
        // Given three people of whom one has the certificate, and two jobs
        // that require it
        try people("A", "B") { _ in }
        try people("C") { $0.certificates = [HeldCertificate(electrician)] }
        try jobs("J1", "J2") { $0.certificates = [electrician] }
        // and a job that asks for a skill that nobody has
        try jobs("J3") { $0.skills = [AskedSkill(welder, .junior)] }
        // Then two people lack the certificate for two jobs, and three the
        // skill for one
        #expect(try lines() == ["低压电工作业证 4 2 2", "焊工 3 3 1"])
    }

    @Test("names those of its people whose training wish names it")
    func wishes() throws {
        let welder = try desk.catalogue.skill("焊工")
        try people("A") { $0.extras[.trainingWish] = "想学电焊，也考电工证" }
        try people("B") { $0.extras[.trainingWish] = "电工证" }
        try people("C") { _ in }
        try people("D") {
            $0.extras[.trainingWish] = "焊工"
            $0.skills = [HeldSkill(welder, .senior)]
        }
        try jobs("J1") { $0.skills = [AskedSkill(welder, .junior)] }
        let lines = try #require(desk.matcher.trainingList()).lines
        #expect(lines.map(\.subject) == [.skill(welder)])
        // Who holds it already is not among them.
        #expect(lines.first?.people == 3 && lines.first?.wishing.map(\.text) == ["A"])
    }

    @Test("asks for a skill at the level of the job, so that who has it at a lower level may lack it too")
    func level() throws {
        let welder = try desk.catalogue.skill("焊工")
        try people("A") { $0.skills = [HeldSkill(welder, .apprentice)] }
        try people("B") { $0.skills = [HeldSkill(welder, .chiefTechnician)] }
        try jobs("J1") { $0.skills = [AskedSkill(welder, .chiefTechnician)] }
        #expect(try lines() == ["焊工 1 1 1"])
    }

    @Test("leaves out who lacks two certificates, unless one covers both")
    func twoCertificates() throws {
        try people("A") { _ in }
        try jobs("J1") { $0.certificates = try ["电工证", "C1"].map { try desk.catalogue.certificate($0) } }
        #expect(try lines().isEmpty)
        let names = try ["C1", "C2"].map { try desk.catalogue.certificate($0) }
        try jobs("J2") { $0.certificates = names }
        #expect(try lines() == ["\(desk.catalogue.certificates.title(names[0])) 1 1 1"])
    }

    @Test("leaves out certificates that can be had on the way in, closed jobs, barred employers and who does not seek")
    func left() throws {
        let electrician = try desk.catalogue.certificate("电工证")
        try people("A") { _ in }
        try people("B") { $0.status = .placed }
        try jobs("J1") { $0.certificates = [try desk.catalogue.certificate("健康证")] }
        try jobs("J2") { $0.certificates = [electrician]; $0.status = .filled }
        try jobs("J3") { $0.certificates = [electrician]; $0.employer = try recordID("E2") }
        desk.register.update(try desk.employer("E2") { $0.barred = "欠薪" })
        #expect(try lines().isEmpty)
        try jobs("J4") { $0.certificates = [electrician] }
        #expect(try lines() == ["低压电工作业证 1 1 1"])
    }

    @Test("goes by the threshold: what is not enough is not listed, nor what was enough before")
    func threshold() throws {
        let welder = try desk.catalogue.skill("焊工")
        try people("A") { _ in }
        try jobs("J1") { $0.skills = [AskedSkill(welder)] }
        // 3,000 points by nearness, 8,500 with the skill.
        for (threshold, expected) in [(3000, []), (3001, ["焊工 1 1 1"]), (8500, ["焊工 1 1 1"]), (8501, [])] {
            desk.settings.threshold = try #require(Points(threshold))
            #expect(try lines() == expected)
        }
    }

    @Test("stands in order of code where as many pairs wait, words after the catalogue's")
    func order() throws {
        let names = [try desk.catalogue.skill("焊工"), try desk.catalogue.skill("叉车司机"), .word("冰雕"), .word("驯鹿养护")]
        try people("A") { _ in }
        for (number, name) in names.reversed().enumerated() { try jobs("J\(number)") { $0.skills = [AskedSkill(name)] } }
        let found = try #require(desk.matcher.trainingList()).lines.map(\.subject)
        let coded = names.prefix(2).sorted { desk.catalogue.skills.code($0) < desk.catalogue.skills.code($1) }
        #expect(found == (coded + [.word("冰雕"), .word("驯鹿养护")]).map(TrainingList.Subject.skill))
    }

    @Test("is empty where there is nobody, or nothing to do")
    func empty() throws {
        #expect(desk.matcher.trainingList() == TrainingList(lines: []))
        try jobs("J1") { $0.certificates = [try desk.catalogue.certificate("电工证")] }
        #expect(desk.matcher.trainingList() == TrainingList(lines: []))
    }

    @Test("says now and then how many jobs are done, up to all, and is none where it was cancelled")
    func progress() throws {
        for number in 0..<300 { try people("P\(number)") { _ in } }
        for number in 0..<19 { try jobs("J\(number)") { $0.certificates = [try desk.catalogue.certificate("电工证")] } }
        var told: [[Int]] = []
        #expect(desk.matcher.trainingList(progress: { done, total in told.append([done, total]) }) != nil)
        #expect(told == [[8, 19], [16, 19], [19, 19]])
        #expect(desk.matcher.trainingList(isCancelled: { true }) == nil)
        // Later on too: while people are prepared, and within a job.
        for limit in 2...6 {
            let asked = Atomic(0)
            #expect(desk.matcher.trainingList(isCancelled: { asked.add(1, ordering: .relaxed).newValue >= limit }) == nil)
        }
    }
}
