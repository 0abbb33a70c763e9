@testable import DoorstepCore
import Testing

/// Whole scores, worked out on paper from the paper on matching.
@Suite("A score worked out on paper")
struct WorkedExampleTests {
    private var desk: Desk
    private let away: PlaceID

    init() throws {
        desk = try Desk()
        away = try desk.catalogue.place("150784103")
    }

    /// Puts the job so many metres from the person, by the station's table.
    private mutating func distance(_ metres: Int) {
        desk.register.update(Distance(from: desk.home, to: away, metres: metres))
    }

    private func points(_ job: Job, _ person: Person) -> [Int] {
        let score = desk.assess(job, person).score
        return [score.points.value, score.skillPoints, score.locationPoints, score.groupPoints]
    }

    private func asked(_ name: String, _ level: SkillLevel = .unknown, required: Bool = true) throws -> AskedSkill {
        AskedSkill(desk.catalogue.skills.name(name), level, isRequired: required)
    }

    private func held(_ name: String, _ level: SkillLevel = .unknown) throws -> HeldSkill {
        HeldSkill(desk.catalogue.skills.name(name), level)
    }

    // S: 焊工 asked 高级工 (4), held 中级工 (3): (3 + 1) / (4 + 1) = 4/5, weight 3;
    //    力工 welcome, missing: 0, weight 1.  (3 × 4/5 + 0) / 4 = 0.6 → 3300
    // L: 31.25 km: 2^(−30/15) = 1/4                                 →  750
    // G: veteran 0.3                                                →  450
    @Test("a welder one level short, 31 km away, a veteran: 4500")
    mutating func welder() throws {
        distance(31_250)
        let job = try desk.job { $0.skills = [try asked("焊工", .senior), try asked("力工", required: false)]; $0.place = away }
        let person = try desk.person { $0.skills = [try held("焊工", .intermediate)]; $0.recordedGroups = try desk.catalogue.groupSet("veteran") }
        #expect(points(job, person) == [4500, 3300, 750, 450])
    }

    // S: 放牧 asked 中级工 (3); 挤奶 of the same family held 初级工 (2):
    //    half of (2 + 1) / (3 + 1) = 3/8 → 2062.5
    // L: 0 km: 1 → 3000;  G: none → 0.   5062.5, rounded to 5063.
    @Test("a milker for a herder's job: 5063, the half point to skills")
    func herder() throws {
        let job = try desk.job { $0.skills = [try asked("放牧", .intermediate)] }
        let person = try desk.person { $0.skills = [try held("挤奶", .junior)] }
        #expect(points(job, person) == [5063, 2063, 3000, 0])
    }

    // S: no skill asked for, occupation not wished for: 0.3 → 1650
    // L: 16.25 km: 2^(−15/15) = 1/2                         → 1500
    // G: 残疾人, whom 公益性岗位 is reserved for: 1           → 1500
    @Test("a public-welfare post, not what is wished for, 16 km away: 4650")
    mutating func publicWelfare() throws {
        distance(16_250)
        let job = try desk.job { job in
            job.occupation = try desk.catalogue.skill("保洁员")
            job.kind = try desk.catalogue.kind("public-welfare")
            job.place = away
        }
        let person = try desk.person { $0.wants = [try desk.catalogue.skill("焊工")]; $0.recordedGroups = try desk.catalogue.groupSet("disabled") }
        #expect(points(job, person) == [4650, 1650, 1500, 1500])
        #expect(desk.assess(job, person).isMatch)
    }

    // S: asked 特级技师 (7), level unknown (0): 1/8 → 687.5
    // L: 61.25 km: 2^(−60/15) = 1/16               → 187.5
    // 875 in all; one point is missing, both remainders are equal: skills.
    @Test("two halves: 875, of which skills take the odd point")
    mutating func halves() throws {
        distance(61_250)
        let job = try desk.job { $0.skills = [try asked("焊工", .specialTechnician)]; $0.place = away }
        #expect(try points(job, desk.person { $0.skills = [try held("焊工")] }) == [875, 688, 187, 0])
    }

    // S: three skills required. 焊工 初级工 asked (2), unknown held: 1/3; 保洁员
    //    held: 1; 月嫂 missing: 0.  (3 × 1/3 + 3 × 1 + 0) / 9 = 4/9 → 2444.44
    // L: 8.75 km: 2^(−0.5) = 0.70710678                            → 2121.32
    // G: 登记失业一年以上 0.4, from the date                           →  600
    // 5165.76, rounded to 5166; floors make 5165; .44 is the largest.
    @Test("three skills, 8.75 km, a year of unemployment: 5166")
    mutating func three() throws {
        distance(8750)
        let job = try desk.job { $0.skills = [try asked("焊工", .junior), try asked("保洁员"), try asked("月嫂")]; $0.place = away }
        let person = try desk.person { $0.skills = [try held("焊工"), try held("保洁员", .chiefTechnician)]; $0.unemployedSince = try day("2025-11-21") }
        #expect(points(job, person) == [5166, 2445, 2121, 600])
    }

    // S: asked for nothing, wished for one of the family: 0.5 → 2750
    // L: wished area, 100 km away: 0.8                        → 2400
    // G: preferred: 1                                         → 1500
    @Test("a related wish in a wished area for a preferred group: 6650")
    mutating func wished() throws {
        distance(100_000)
        let job = try desk.job { job in
            job.occupation = try desk.catalogue.skill("放牧")
            job.place = away
            job.prefers = try desk.catalogue.groupSet("woman")
        }
        let person = try desk.person { $0.wants = [try desk.catalogue.skill("接羔")]; $0.areas = [try desk.catalogue.place("150784")]; $0.sex = .female }
        #expect(points(job, person) == [6650, 2750, 2400, 1500])
    }

    // By weights 1, 1, 1: S 2/3 → 2222.22, L 1 → 3333.33, G 0.3 → 1000.
    // 6555.56, rounded to 6556: location has the largest remainder.
    @Test("by weights 1, 1 and 1: 6556")
    mutating func otherWeights() throws {
        desk.settings.weights = try #require(MatchSettings.Weights(skills: 1, location: 1, groups: 1))
        let job = try desk.job { $0.skills = [try asked("焊工", .junior)] }
        let person = try desk.person { $0.skills = [try held("焊工", .apprentice)]; $0.recordedGroups = try desk.catalogue.groupSet("veteran") }
        #expect(points(job, person) == [6556, 2222, 3334, 1000])
    }
}
