@testable import DoorstepCore
import Testing

@Suite("A near miss")
struct NearMissTests {
    private let desk: Desk

    init() throws {
        desk = try Desk()
    }

    /// How to block each rule and no other, on either side.
    private func block(_ rule: Rule, _ job: inout Job, _ person: inout Person, _ register: inout Register) throws {
        switch rule {
        case .jobOpen: job.status = .filled
        case .personSeeking: person.status = .placed
        case .employerBarred: register.update(try desk.employer { $0.barred = "欠薪" })
        case .legalAge: person.birth = try day("2012-01-01")
        case .inHand: register.update(try desk.placement("R1", steps: (.referred, "2026-11-01")))
        case .declined: register.update(try desk.placement("R2", steps: (.referred, "2026-11-01"), (.declined, "2026-11-02"), by: .employer))
        case .ageRange:
            job.highestAge = 10
            if person.birth == nil { person.birth = try day("1990-01-01") }
        case .education:
            job.education = .college
            person.education = .primary
        case .certificate: job.certificates = [try desk.catalogue.certificate("电工证")]
        case .kind:
            job.kind = try desk.catalogue.kind("full-time")
            person.kinds = [try desk.catalogue.kind("gig")]
        case .wage:
            job.wage = try #require(Wage(lowest: nil, highest: Money(yuan: 3000), unit: .month))
            person.lowestWage = Money(yuan: 4000)
        case .groupOnly: job.reservedFor = try desk.catalogue.groupSet("veteran")
        }
    }

    @Test("is a pair that exactly one of the last six rules blocks, and no other")
    func definition() throws {
        let near: Set<Rule> = [.ageRange, .education, .certificate, .kind, .wage, .groupOnly]
        // Every set of rules: 2 to the power of 12.
        for bits in 0..<(1 << Rule.allCases.count) {
            let rules = Rule.allCases.enumerated().filter { bits & 1 << $0.offset != 0 }.map(\.element)
            var desk = desk
            var job = try desk.job { $0.headcount = 5 }
            var person = try desk.person()
            for rule in rules { try block(rule, &job, &person, &desk.register) }
            let assessment = desk.assess(job, person)
            #expect(assessment.blocked.members == rules)
            #expect(assessment.blocked.count == rules.count && assessment.blocked.isEmpty == rules.isEmpty && assessment.isMatch == rules.isEmpty)
            #expect(assessment.nearMiss == (rules.count == 1 && near.contains(rules[0]) ? rules[0] : nil), "\(rules)")
        }
    }

    @Test("is scored as the match that it would be")
    func scored() throws {
        var job = try desk.job { $0.skills = [AskedSkill(try desk.catalogue.skill("焊工"), .senior)] }
        let person = try desk.person { $0.skills = [HeldSkill(try desk.catalogue.skill("焊工"), .junior)] }
        let match = desk.assess(job, person)
        job.certificates = [try desk.catalogue.certificate("电工证")]
        let nearMiss = desk.assess(job, person)
        #expect(match.isMatch && nearMiss.nearMiss == .certificate && match.score == nearMiss.score)
    }
}
