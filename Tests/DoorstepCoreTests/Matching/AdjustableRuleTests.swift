@testable import DoorstepCore
import Testing

/// The rules that something about the pair could change, at the values where
/// they begin to hold.
@Suite("A rule that could give way")
struct AdjustableRuleTests {
    private var desk: Desk

    init() throws {
        desk = try Desk()
    }

    /// Whether the rule holds, blocks, or could not be checked; and it is
    /// the only one that blocks.
    private func verdict(_ rule: Rule, _ job: Job, _ person: Person) -> Bool? {
        let assessment = desk.assess(job, person)
        #expect(assessment.blocked.members.allSatisfy { $0 == rule })
        #expect(!(assessment.blocked.contains(rule) && assessment.unchecked.contains(rule)))
        #expect(assessment.nearMiss == (assessment.blocked.contains(rule) ? rule : nil))
        return assessment.unchecked.contains(rule) ? nil : !assessment.blocked.contains(rule)
    }

    // MARK: - age-range

    @Test("age-range: in full years from the lowest to the highest age", arguments: [
        (18, 45, "2008-11-21", true), (18, 45, "2008-11-22", false), (18, 45, "1981-11-21", true), (18, 45, "1980-11-22", true), (18, 45, "1980-11-21", false),
        (18, nil, "1900-01-01", true), (18, nil, "2008-11-22", false), (nil, 45, "2010-01-01", true), (nil, 45, "1980-11-21", false), (30, 30, "1996-11-21", true),
        (30, 30, "1995-11-22", true), (30, 30, "1995-11-21", false), (nil, nil, "1990-01-01", nil), (18, 45, nil, nil), (nil, nil, nil, nil),
    ] as [(Int?, Int?, String?, Bool?)])
    func ageRange(low: Int?, high: Int?, birth: String?, holds: Bool?) throws {
        let job = try desk.job { $0.lowestAge = low; $0.highestAge = high }
        #expect(try verdict(.ageRange, job, desk.person { $0.birth = try birth.map { try day($0) } }) == holds)
    }

    // MARK: - education

    @Test("education: from the level that the job asks for; unchecked where the person's is unknown")
    func education() throws {
        for asked in Education.allCases {
            let job = try desk.job { $0.education = asked }
            for held in Education.allCases {
                #expect(try verdict(.education, job, desk.person { $0.education = held }) == (held.rawValue >= asked.rawValue), "\(held) for \(asked)")
            }
            #expect(try verdict(.education, job, desk.person()) == nil)
        }
        #expect(try verdict(.education, desk.job(), desk.person { $0.education = Education.none }) == true)
    }

    // MARK: - certificate

    private func certificate(asked: [String], held: [(String, String?)]) throws -> Bool? {
        let job = try desk.job { $0.certificates = asked.map { desk.catalogue.certificates.name($0) } }
        let person = try desk.person { person in
            person.certificates = try held.map { HeldCertificate(desk.catalogue.certificates.name($0.0), expires: try $0.1.map { try day($0) }) }
        }
        return verdict(.certificate, job, person)
    }

    @Test("certificate: every one that is required is held, to the day that it runs out", arguments: [
        (["电工证"], [("电工证", nil)], true), (["电工证"], [], false), (["电工证"], [("叉车证", nil)], false), (["电工证", "叉车证"], [("电工证", nil)], false),
        (["电工证", "叉车证"], [("叉车证", nil), ("电工证", nil)], true), ([], [], true), (["电工证"], [("电工证", "2026-11-21")], true),
        (["电工证"], [("电工证", "2026-11-20")], false), (["电工证"], [("电工证", "2026-11-22")], true),
    ] as [([String], [(String, String?)], Bool)])
    func certificates(asked: [String], held: [(String, String?)], holds: Bool) throws {
        #expect(try certificate(asked: asked, held: held) == holds)
    }

    @Test("certificate: one that covers it does, unless it has run out; the lesser one does not", arguments: [
        ("C2", ("C1", nil), true), ("C1", ("C2", nil), false), ("C2", ("A1", nil), true), ("B1", ("A2", nil), true), ("A2", ("A1", nil), false), ("C1", ("B2", "2026-11-21"), true),
        ("C1", ("B2", "2026-11-20"), false), ("C5", ("A1", nil), false), ("低压电工作业证", ("高压电工作业证", nil), false),
    ] as [(String, (String, String?), Bool)])
    func covering(asked: String, held: (String, String?), holds: Bool) throws {
        #expect(try certificate(asked: [asked], held: [held]) == holds)
    }

    @Test("certificate: an expired one beside one that covers it does not matter")
    func expiredAndCovered() throws {
        #expect(try certificate(asked: ["C1"], held: [("C1", "2020-01-01"), ("B1", "2030-01-01")]) == true)
    }

    @Test("certificate: one that can be had on the way in never blocks", arguments: [[], [("健康证", "2020-01-01")], [("健康证", nil)]] as [[(String, String?)]])
    func soft(held: [(String, String?)]) throws {
        #expect(try certificate(asked: ["健康证"], held: held) == true)
        #expect(try certificate(asked: ["健康证", "电工证"], held: held) == false)
    }

    @Test("certificate: a word matches itself letter for letter", arguments: [("驯鹿证", true), ("驯鹿 证", false), ("驯鹿养护证", false)])
    func words(held: String, holds: Bool) throws {
        #expect(try certificate(asked: ["驯鹿证"], held: [(held, nil)]) == holds)
    }

    // MARK: - kind

    @Test("kind: among those that the person accepts; who accepts any is not asked", arguments: [
        ("gig", ["gig", "seasonal"], true), ("full-time", ["gig", "seasonal"], false), ("full-time", [], true), (nil, [], true), (nil, ["gig"], nil),
    ] as [(String?, [String], Bool?)])
    func kind(kind: String?, accepted: [String], holds: Bool?) throws {
        let job = try desk.job { $0.kind = try kind.map { try desk.catalogue.kind($0) } }
        let person = try desk.person { $0.kinds = try accepted.map { try desk.catalogue.kind($0) } }
        #expect(verdict(.kind, job, person) == holds)
    }

    // MARK: - wage

    // A day counts 21.75 to the month, an hour 174:
    //   200 × 21.75 = 4350, 25 × 174 = 4350.
    @Test("wage: the highest reaches what the person expects by the month", arguments: [
        (6000, PayUnit.month, 6000, true), (6000, .month, 6001, false), (200, .day, 4350, true), (200, .day, 4351, false), (25, .hour, 4350, true),
        (25, .hour, 4351, false), (10_000, .piece, 4000, nil), (nil, .month, 4000, nil), (6000, .month, nil, nil), (0, .month, 0, true),
    ] as [(Int?, PayUnit, Int?, Bool?)])
    func wage(highest: Int?, unit: PayUnit, expected: Int?, holds: Bool?) throws {
        let job = try desk.job { $0.wage = try #require(Wage(lowest: nil, highest: highest.map { Money(yuan: $0) }, unit: unit)) }
        let person = try desk.person { $0.lowestWage = expected.map { Money(yuan: $0) } }
        #expect(verdict(.wage, job, person) == holds)
    }

    // MARK: - group-only

    @Test("group-only: one of those it is reserved for, by itself or, where that says nothing, by its kind", arguments: [
        ([], nil, [], true), (["veteran"], nil, ["veteran"], true), (["veteran", "disabled"], nil, ["disabled"], true), (["veteran"], nil, ["disabled"], false),
        (["veteran"], nil, [], false), ([], "public-welfare", ["disabled"], true), ([], "public-welfare", ["veteran"], false),
        (["veteran"], "public-welfare", ["veteran"], true), (["veteran"], "public-welfare", ["disabled"], false), ([], "full-time", [], true),
    ] as [([String], String?, [String], Bool)])
    func groupOnly(reserved: [String], kind: String?, tags: [String], holds: Bool) throws {
        let job = try desk.job { job in
            job.reservedFor = GroupSet(try reserved.map { try desk.catalogue.group($0) })
            job.kind = try kind.map { try desk.catalogue.kind($0) }
        }
        let person = try desk.person { $0.recordedGroups = GroupSet(try tags.map { try desk.catalogue.group($0) }) }
        #expect(verdict(.groupOnly, job, person) == holds)
    }

    @Test("group-only: tags that follow from dates open a post, as of the day of matching")
    mutating func derived() throws {
        let job = try desk.job { $0.kind = try desk.catalogue.kind("assistance") }
        let person = try desk.person { $0.recordedGroups = try desk.catalogue.groupSet("veteran"); $0.unemployedSince = try day("2025-11-22") }
        #expect(verdict(.groupOnly, job, person) == false)
        desk.today = try day("2026-11-22")
        #expect(verdict(.groupOnly, job, person) == true)
    }
}
