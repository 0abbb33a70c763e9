@testable import DoorstepCore
import Testing

@Suite("The skill part")
struct SkillPartTests {
    private var desk: Desk

    init() throws {
        desk = try Desk()
        desk.settings.weights = try #require(MatchSettings.Weights(skills: 1, location: 0, groups: 0))
    }

    /// Of the one skill that the job asks for.
    private func finding(_ asked: AskedSkill, _ held: [HeldSkill]) throws -> AskedFinding {
        let job = try desk.job { $0.skills = [asked] }
        guard case .asked(let findings) = try desk.assess(job, desk.person { $0.skills = held }).skills else {
            throw MissingSample(text: "no skill was asked for")
        }
        return try #require(findings.first)
    }

    private func skill(_ name: String) -> SkillName { desk.catalogue.skills.name(name) }

    // MARK: - Credit

    @Test("credits a skill held with (a + 1) / (r + 1), at most 1, for every pair of levels")
    func fit() throws {
        for asked in SkillLevel.allCases {
            for held in SkillLevel.allCases {
                let finding = try finding(AskedSkill(skill("焊工"), asked), [HeldSkill(skill("焊工"), held)])
                let expected = min(1, Double(held.rawValue + 1) / Double(asked.rawValue + 1))
                #expect(Double(finding.credit) == expected * Double(AskedFinding.full), "\(held) for \(asked)")
                #expect(finding.brought == .held(held))
            }
        }
    }

    @Test("credits another skill of the family with half its fit, and a stranger with nothing")
    func related() throws {
        for asked in SkillLevel.allCases {
            for held in SkillLevel.allCases {
                let finding = try finding(AskedSkill(skill("放牧"), asked), [HeldSkill(skill("焊工"), held), HeldSkill(skill("挤奶"), held)])
                let expected = min(1, Double(held.rawValue + 1) / Double(asked.rawValue + 1)) / 2
                #expect(Double(finding.credit) == expected * Double(AskedFinding.full), "\(held) for \(asked)")
                #expect(finding.brought == .related(skill("挤奶"), held))
            }
        }
        let stranger = try finding(AskedSkill(skill("放牧")), [HeldSkill(skill("焊工"), .chiefTechnician)])
        #expect(stranger.credit == 0 && stranger.brought == .missing)
    }

    @Test("takes the better of the skill itself and the best of its family", arguments: [
        // Asked 首席技师 (8). Held unknown (0): 1/9. Related 技师 (5): half of
        // 6/9 = 3/9. Related 学徒工 (1): half of 2/9 = 1/9, not better.
        (SkillLevel.unknown, SkillLevel.technician, false), (.unknown, .apprentice, true), (.unknown, .junior, false), (.senior, .chiefTechnician, true), (.intermediate, .chiefTechnician, false),
    ])
    func better(own: SkillLevel, other: SkillLevel, isOwn: Bool) throws {
        let asked = AskedSkill(skill("放牧"), .chiefTechnician)
        for held in [[HeldSkill(skill("放牧"), own), HeldSkill(skill("挤奶"), other)], [HeldSkill(skill("挤奶"), other), HeldSkill(skill("放牧"), own)]] {
            let finding = try finding(asked, held)
            #expect(finding.brought == (isOwn ? .held(own) : .related(skill("挤奶"), other)))
        }
        let best = try finding(asked, [HeldSkill(skill("接羔"), .apprentice), HeldSkill(skill("挤奶"), .senior), HeldSkill(skill("剪羊毛"), .junior)])
        #expect(best.brought == .related(skill("挤奶"), .senior))
    }

    @Test("a word matches itself letter for letter, and is related to nothing")
    func words() throws {
        let asked = AskedSkill(.word("驯鹿养护"), .junior)
        #expect(try finding(asked, [HeldSkill(.word("驯鹿养护"), .junior)]).credit == AskedFinding.full)
        #expect(try finding(asked, [HeldSkill(.word("驯鹿 养护")), HeldSkill(.word("驯鹿")), HeldSkill(skill("放牧"))]).brought == .missing)
        #expect(try finding(AskedSkill(skill("放牧")), [HeldSkill(.word("驯鹿养护"))]).brought == .missing)
    }

    @Test("weighs what is required three times what is welcome")
    func weights() throws {
        // (3 × 1 + 1 × 0) / 4 = 0.75; (3 × 0 + 1 × 1) / 4 = 0.25;
        // (1 + 0) / 2 = 0.5.
        func points(_ first: Bool, _ second: Bool) throws -> Int {
            let job = try desk.job { $0.skills = [AskedSkill(skill("焊工"), isRequired: first), AskedSkill(skill("保洁员"), isRequired: second)] }
            return try desk.assess(job, desk.person { $0.skills = [HeldSkill(skill("焊工"))] }).score.points.value
        }
        #expect(try points(true, false) == 7500 && points(false, true) == 2500 && points(false, false) == 5000 && points(true, true) == 5000)
    }

    @Test("is the weighted mean of the credits, for random people and jobs")
    func mean() throws {
        var records = RandomRecords(desk.catalogue, .printed())
        records.narrow()
        let catalogue = desk.catalogue.skills
        for number in 0..<500 {
            let job = records.job(try recordID("J1"), employer: try recordID("E1"))
            let person = records.person(try recordID("P1"))
            guard !job.skills.isEmpty else { continue }
            // The paper, word for word.
            func fit(_ a: SkillLevel, _ r: SkillLevel) -> Double { min(1, Double(a.rawValue + 1) / Double(r.rawValue + 1)) }
            var sum = 0.0
            for asked in job.skills {
                let own = person.skills.filter { $0.name == asked.name }.map { fit($0.level, asked.level) }.max() ?? 0
                let family = catalogue.family(of: asked.name)
                let others = person.skills.filter { $0.name != asked.name && family != nil && catalogue.family(of: $0.name) == family }
                sum += (asked.isRequired ? 3 : 1) * max(own, (others.map { fit($0.level, asked.level) }.max() ?? 0) / 2)
            }
            let whole = Double(job.skills.reduce(0) { $0 + ($1.isRequired ? 3 : 1) })
            let points = desk.assess(job, person).score.points.value
            #expect(abs(Double(points) - 10_000 * sum / whole) <= 0.500_001, "seed \(records.random.seed), \(number)")
        }
    }

    // MARK: - Where the job asks for none

    @Test("is 1, 0.5 or 0.3 by the person's wishes where the job asks for no skill", arguments: [
        (nil, [], SkillFinding.Wish.noOccupation, 10_000), (nil, ["焊工"], .noOccupation, 10_000), ("放牧", [], .noWishes, 10_000), ("放牧", ["焊工", "放牧"], .same, 10_000),
        ("放牧", ["焊工"], .other, 3000), ("驯鹿养护", ["驯鹿养护"], .same, 10_000), ("驯鹿养护", ["放牧"], .other, 3000), ("放牧", ["驯鹿养护"], .other, 3000),
        ("中式烹调师", ["西式烹调师"], .other, 3000),
    ] as [(String?, [String], SkillFinding.Wish, Int)])
    func wishes(occupation: String?, wants: [String], wish: SkillFinding.Wish, points: Int) throws {
        let job = try desk.job { $0.occupation = occupation.map(skill) }
        let assessment = try desk.assess(job, desk.person { $0.wants = wants.map(skill) })
        #expect(assessment.skills == .wish(wish) && assessment.score.points.value == points)
    }

    @Test("is 0.5 through the first wish of the same family")
    func relatedWish() throws {
        let job = try desk.job { $0.occupation = skill("放牧") }
        let assessment = try desk.assess(job, desk.person { $0.wants = [skill("焊工"), skill("挤奶"), skill("接羔")] })
        #expect(assessment.skills == .wish(.related(skill("挤奶"))) && assessment.score.points.value == 5000)
    }

    @Test("does not count wishes where skills are asked for")
    func wishesDoNotCount() throws {
        let job = try desk.job { $0.occupation = skill("放牧"); $0.skills = [AskedSkill(skill("放牧"))] }
        #expect(try desk.assess(job, desk.person { $0.wants = [skill("放牧")] }).score.points.value == 0)
    }
}
