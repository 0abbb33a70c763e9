@testable import DoorstepCore
import Testing

@Suite("A part of the score explained")
struct ExplainedPartTests {
    private var desk: Desk

    init() throws {
        desk = try Desk()
    }

    private func skill(_ name: String) -> SkillName { desk.catalogue.skills.name(name) }

    @Test("each skill asked for with what the person brings, levels by name and never as a digit")
    func skills() throws {
        let job = try desk.job { job in
            job.skills = [
                AskedSkill(skill("焊工"), .senior), AskedSkill(skill("保洁员")), AskedSkill(skill("放牧"), .intermediate, isRequired: false), AskedSkill(.word("驯鹿养护"), .junior),
                AskedSkill(skill("力工"), .junior, isRequired: false), AskedSkill(skill("骑马游服务"), .junior),
            ]
        }
        let person = try desk.person { person in
            person.skills = [
                HeldSkill(skill("焊工"), .junior), HeldSkill(skill("保洁员"), .technician), HeldSkill(skill("挤奶"), .junior), HeldSkill(skill("力工"), .junior),
                HeldSkill(skill("骑马游服务")),
            ]
        }
        #expect(
            desk.explain(job, person).skills == [
                Phrase("焊工高级工：本人初级工，差 2 级", "焊工 (senior): junior, short by 2"), Phrase("保洁员：有技师", "保洁员: held, technician"),
                Phrase("放牧中级工：相近 挤奶初级工（欢迎）", "放牧 (intermediate): related, 挤奶 (junior) (welcome)"), Phrase("驯鹿养护初级工：缺", "驯鹿养护 (junior): missing"),
                Phrase("力工初级工：有初级工（欢迎）", "力工 (junior): held, junior (welcome)"), Phrase("骑马游服务初级工：本人等级未知，差 2 级", "骑马游服务 (junior): of unknown level, short by 2"),
            ])
    }

    @Test("the job's occupation and the person's wishes, where no skill is asked for", arguments: [
        (nil, [], "岗位不要求技能", "no skill asked for"), ("放牧", [], "岗位不要求技能，本人意向不限", "no skill asked for, any occupation wished for"),
        ("放牧", ["放牧"], "不要求技能，放牧是本人意向", "no skill asked for; 放牧 is wished for"), ("放牧", ["挤奶"], "不要求技能，与本人意向挤奶相近", "no skill asked for; related to the wish for 挤奶"),
        ("放牧", ["焊工"], "不要求技能，不是本人意向", "no skill asked for; not what is wished for"),
    ] as [(String?, [String], String, String)])
    func wishes(occupation: String?, wants: [String], chinese: String, english: String) throws {
        let job = try desk.job { $0.occupation = occupation.map(skill) }
        #expect(try desk.explain(job, desk.person { $0.wants = wants.map(skill) }).skills == [Phrase(chinese, english)])
    }

    @Test("the distance in metres, in kilometres with one decimal, or as not recorded", arguments: [
        (0, true, "0米", "0 m"), (999, true, "999米", "999 m"), (1000, true, "1.0公里", "1.0 km"), (1049, true, "1.0公里", "1.0 km"), (1050, true, "1.1公里", "1.1 km"),
        (12_345, true, "12.3公里", "12.3 km"), (99_950, true, "100.0公里", "100.0 km"), (40_000, false, "里程未录", "distance not recorded"),
    ])
    func distance(metres: Int, isRecorded: Bool, chinese: String, english: String) {
        #expect(Explanation.distance(LocationFinding(metres: metres, isRecorded: isRecorded, reason: .distance)) == Phrase(chinese, english))
    }

    @Test("which rule set the location, with the distance")
    mutating func location() throws {
        let away = try desk.catalogue.place("150784103")
        desk.register.update(Distance(from: desk.home, to: away, metres: 131_000))
        let job = try desk.job { $0.place = away }
        #expect(try desk.explain(job, desk.person()).location == Phrase("131.0公里", "131.0 km"))
        let county = try desk.catalogue.place("150784")
        #expect(
            try desk.explain(job, desk.person { $0.areas = [county] }).location
                == Phrase("在意向地区额尔古纳市，131.0公里", "in 额尔古纳市, where the person wishes to work, 131.0 km"))
        let lodging = try desk.job { $0.place = away; $0.givesLodging = true }
        #expect(try desk.explain(lodging, desk.person { $0.canMove = true }).location == Phrase("包住且可外出，131.0公里", "lodging, and willing to move, 131.0 km"))
        let remote = try desk.job { $0.place = away; $0.isRemote = true }
        #expect(try desk.explain(remote, desk.person()).location == Phrase("可居家办公，131.0公里", "from home, 131.0 km"))
    }

    @Test("which tag set the groups")
    func groups() throws {
        let veteran = try desk.person { $0.recordedGroups = try desk.catalogue.groupSet("veteran") }
        #expect(try desk.explain(desk.job(), veteran).group == Phrase("退役军人，优先度 0.3", "veteran, priority 0.3"))
        let job = try desk.job { $0.prefers = try desk.catalogue.groupSet("veteran") }
        #expect(desk.explain(job, veteran).group == Phrase("退役军人，岗位优先或定向", "veteran, preferred or reserved for"))
        #expect(try desk.explain(job, desk.person()).group == Phrase("无加分群体", "no group that raises the score"))
    }

    @Test("all of it in one line, the shares adding up to the points")
    func line() throws {
        let job = try desk.job { $0.skills = [AskedSkill(skill("焊工"), .senior)]; $0.education = .college }
        let person = try desk.person { person in
            person.skills = [HeldSkill(skill("焊工"), .intermediate)]
            person.education = .seniorMiddle
            person.birth = try day("1990-01-01")
            person.recordedGroups = try desk.catalogue.groupSet("veteran")
        }
        // 5500 × 4/5 = 4400; 3000; 1500 × 0.3 = 450.
        let line = desk.explain(job, person).line
        #expect(
            line.chinese
                == "技能44.00（焊工高级工：本人中级工，差 1 级）；地点30.00（0米）；群体4.50（退役军人，优先度 0.3）；不符：要求大专，本人高中；未能核对：年龄（岗位未填）、工资（本人未填）；已推荐0人，空缺0天，求职0天")
        #expect(
            line.english
                == "skills 44.00 (焊工 (senior): intermediate, short by 1); location 30.00 (0 m); groups 4.50 (veteran, priority 0.3); blocked: asks for college, has senior middle; not checked: age (the job says none), wage (the person expects none); 0 sent, vacant 0 days, seeking 0 days"
        )
    }

    @Test("points with both decimals", arguments: [(0, "0.00"), (7, "0.07"), (3094, "30.94"), (109, "1.09"), (110, "1.10"), (10_000, "100.00"), (4400, "44.00")])
    func hundredths(points: Int, shown: String) {
        #expect(Explanation.hundredths(points) == shown)
    }
}
