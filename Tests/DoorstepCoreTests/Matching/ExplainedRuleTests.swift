@testable import DoorstepCore
import Testing

/// What is said across the desk of a rule that blocks, and of one that could
/// not be checked: whole sentences, in both languages.
@Suite("A rule explained")
struct ExplainedRuleTests {
    private var desk: Desk

    init() throws {
        desk = try Desk()
    }

    private func expect(_ rule: Rule, _ job: Job, _ person: Person, _ chinese: String, _ english: String) {
        let explanation = desk.explain(job, person)
        let index = explanation.assessment.blocked.members.firstIndex(of: rule)
        #expect(index.map { explanation.blocked[$0] } == Phrase(chinese, english))
        #expect(explanation.blocked.count == explanation.assessment.blocked.count)
    }

    @Test("job-open: the status, the closing date, the end of the work, or no vacancy")
    mutating func jobOpen() throws {
        expect(.jobOpen, try desk.job { $0.status = .filled }, try desk.person(), "岗位已招满", "the job is filled")
        expect(.jobOpen, try desk.job { $0.closes = try day("2026-11-20") }, try desk.person(), "岗位 2026-11-20 已截止", "the job closed on 2026-11-20")
        let ended = try desk.job { $0.kind = try desk.catalogue.kind("gig"); $0.to = try day("2026-11-20") }
        expect(.jobOpen, ended, try desk.person(), "用工 2026-11-20 已结束", "the work ended on 2026-11-20")
        desk.register.update(try desk.placement(person: "P9", steps: (.referred, "2026-11-01"), (.hired, "2026-11-02")))
        expect(.jobOpen, try desk.job(), try desk.person(), "招 1 人已满", "all 1 vacancies are taken")
    }

    @Test("person-seeking and employer-barred: the status, and the reason")
    mutating func others() throws {
        expect(.personSeeking, try desk.job(), try desk.person { $0.status = .paused }, "本人状态为暂停", "the person is paused")
        desk.register.update(try desk.employer { $0.barred = "欠薪" })
        expect(.employerBarred, try desk.job(), try desk.person(), "单位暂停推荐：欠薪", "the employer is barred: 欠薪")
    }

    @Test("legal-age: the age that is needed, why, and the person's")
    func legalAge() throws {
        let person = try desk.person { $0.birth = try day("2012-01-01") }
        expect(.legalAge, try desk.job(), person, "须满 16 周岁，本人 14 岁", "must be 16, is 14")
        expect(.legalAge, try desk.job { $0.isHazardous = true }, person, "须满 18 周岁（危险作业），本人 14 岁", "must be 18 (hazardous), is 14")
        expect(.legalAge, try desk.job { $0.isByNight = true }, person, "须满 18 周岁（夜班），本人 14 岁", "must be 18 (by night), is 14")
    }

    @Test("in-hand and declined: what is under way, and who declined when")
    mutating func pair() throws {
        desk.register.update(try desk.placement(steps: (.referred, "2026-11-01")))
        expect(.inHand, try desk.job(), try desk.person(), "两者已有一笔推荐在办", "the pair is in hand already")
        desk.register.update(try desk.placement(steps: (.referred, "2026-11-01"), (.declined, "2026-11-02"), by: .employer))
        expect(
            .declined, try desk.job(), try desk.person(), "2026-11-02单位未录用，90 天内不再匹配", "declined by the employer on 2026-11-02, left alone for 90 days")
    }

    @Test("age-range: both ends or one, and the person's age")
    func ageRange() throws {
        let person = try desk.person { $0.birth = try day("1970-01-01") }
        expect(.ageRange, try desk.job { $0.lowestAge = 18; $0.highestAge = 45 }, person, "要求 18-45 岁，本人 56 岁", "asks for 18 to 45, is 56")
        expect(.ageRange, try desk.job { $0.highestAge = 45 }, person, "要求 45 岁以下，本人 56 岁", "asks for 45 or younger, is 56")
        expect(.ageRange, try desk.job { $0.lowestAge = 60 }, person, "要求 60 岁以上，本人 56 岁", "asks for 60 or older, is 56")
    }

    @Test("education: both levels")
    func education() throws {
        expect(.education, try desk.job { $0.education = .college }, try desk.person { $0.education = .seniorMiddle }, "要求大专，本人高中", "asks for college, has senior middle")
        expect(.education, try desk.job { $0.education = .bachelor }, try desk.person { $0.education = Education.none }, "要求本科，本人未上学", "asks for bachelor, has no schooling")
    }

    @Test("certificate: what is lacking, what has run out, and nothing of what is held")
    func certificate() throws {
        let catalogue = desk.catalogue
        let job = try desk.job { $0.certificates = [try catalogue.certificate("电工证"), try catalogue.certificate("叉车证"), try catalogue.certificate("C1"), .word("驯鹿证")] }
        let person = try desk.person { person in
            person.certificates = [
                HeldCertificate(try catalogue.certificate("叉车证"), expires: try day("2026-11-20")), HeldCertificate(try catalogue.certificate("B1")),
            ]
        }
        expect(
            .certificate, job, person, "要求低压电工作业证，本人没有、要求叉车证，本人的 2026-11-20 已到期、要求驯鹿证，本人没有",
            "asks for 低压电工作业证, has none, asks for 叉车证, which expired on 2026-11-20, asks for 驯鹿证, has none")
    }

    @Test("kind: the job's and those accepted")
    func kind() throws {
        let job = try desk.job { $0.kind = try desk.catalogue.kind("full-time") }
        let person = try desk.person { $0.kinds = [try desk.catalogue.kind("gig"), try desk.catalogue.kind("seasonal")] }
        expect(.kind, job, person, "岗位是全日制，本人接受零工、季节性用工", "the job is full time, accepts day or piece work, seasonal work")
    }

    @Test("wage: the highest with its unit and what is expected by the month")
    func wage() throws {
        let person = try desk.person { $0.lowestWage = Money(yuan: 5000) }
        func job(_ yuan: Int, _ unit: PayUnit) throws -> Job {
            try desk.job { $0.wage = try #require(Wage(lowest: nil, highest: Money(yuan: yuan), unit: unit)) }
        }
        expect(.wage, try job(4000, .month), person, "最高 4000 元/月，本人期望每月 5000", "pays 4000 yuan a month at most, expects 5000 a month")
        expect(.wage, try job(200, .day), person, "最高 200 元/日，本人期望每月 5000", "pays 200 yuan a day at most, expects 5000 a month")
    }

    @Test("group-only: whom the job is reserved for")
    func groupOnly() throws {
        expect(.groupOnly, try desk.job { $0.reservedFor = try desk.catalogue.groupSet("veteran", "disabled") }, try desk.person(),
            "限残疾人、退役军人，本人不属于", "reserved for disabled person, veteran, belongs to none")
    }

    // MARK: - What could not be checked

    @Test("that could not be checked says whose value is missing")
    func unchecked() throws {
        #expect(
            try desk.explain(desk.job(), desk.person()).unchecked == [
                Phrase("法定年龄（本人出生日期未填）", "legal age (no birth date)"), Phrase("年龄（岗位未填）", "age (the job says none)"),
                Phrase("工资（本人未填）", "wage (the person expects none)"),
            ])
        let job = try desk.job { job in
            job.lowestAge = 18
            job.education = .college
            job.wage = try #require(Wage(lowest: nil, highest: Money(yuan: 3), unit: .piece))
        }
        let person = try desk.person { $0.kinds = [try desk.catalogue.kind("gig")]; $0.lowestWage = Money(yuan: 4000) }
        #expect(
            desk.explain(job, person).unchecked == [
                Phrase("法定年龄（本人出生日期未填）", "legal age (no birth date)"), Phrase("年龄（本人出生日期未填）", "age (no birth date)"),
                Phrase("学历（本人未填）", "education (the person's is unknown)"), Phrase("用工形式（岗位未填）", "kind (the job says none)"),
                Phrase("工资（岗位计件）", "wage (the job pays by the piece)"),
            ])
        #expect(try desk.explain(desk.job(), person).unchecked.last == Phrase("工资（岗位未填最高工资）", "wage (the job says no highest)"))
    }

    @Test("is said for every rule that blocks or could not be checked, whatever the pair")
    func everyRule() throws {
        var records = RandomRecords(desk.catalogue, .printed())
        records.narrow()
        let register = records.register(people: 30, jobs: 30, today: desk.today)
        let matcher = Matcher(register: register, catalogue: desk.catalogue, day: desk.today)
        for job in register.jobs {
            for person in register.people {
                let assessment = matcher.assess(job: job, person: person)
                let explanation = Explanation(assessment, job: job, person: person, matcher: matcher)
                let said = explanation.blocked + explanation.unchecked + explanation.skills + [explanation.location, explanation.group, explanation.line]
                #expect(explanation.blocked.count == assessment.blocked.count && explanation.unchecked.count == assessment.unchecked.count)
                #expect(said.allSatisfy { !$0.chinese.isEmpty && !$0.english.isEmpty }, "seed \(records.random.seed), \(job.id) \(person.id)")
                for rule in assessment.unchecked.members {
                    #expect(!explanation.unchecked.contains(Phrase(verbatim: rule.rawValue)), "seed \(records.random.seed), \(rule)")
                }
            }
        }
    }
}
