@testable import DoorstepCore
import Testing

/// What is said of any pair, also one that no list shows: every rule, what
/// they come to, and where the pair's placements stand.
@Suite("A pair explained")
struct ExplainedPairTests {
    private var desk: Desk

    init() throws {
        desk = try Desk()
    }

    private func expect(_ rule: Rule, _ job: Job, _ person: Person, _ chinese: String, _ english: String) {
        let finding = desk.explain(job, person).rules.first { $0.rule == rule }
        #expect(finding == RuleFinding(rule: rule, state: .holds, words: Phrase(chinese, english)))
    }

    @Test("job-open: the vacancies left and the closing date")
    mutating func jobOpen() throws {
        expect(.jobOpen, try desk.job(), try desk.person(), "岗位在招，缺 1 人", "the job is open, 1 vacancy left")
        let closing = try desk.job { $0.headcount = 3; $0.closes = try day("2026-12-01") }
        expect(.jobOpen, closing, try desk.person(), "岗位在招，缺 3 人，2026-12-01 截止", "the job is open, 3 vacancies left, closes on 2026-12-01")
        let gig = try desk.job { $0.kind = try desk.catalogue.kind("gig"); $0.to = try day("2026-11-25") }
        desk.register.update(try desk.placement(person: "P9", steps: (.referred, "2026-11-20"), (.hired, "2026-11-21")))
        expect(.jobOpen, gig, try desk.person(), "岗位在招，当天已满，之后还缺人", "the job is open, full for the day, with room on later ones")
    }

    @Test("person-seeking, employer-barred, in-hand and declined: that nothing stands in the way")
    func plain() throws {
        let (job, person) = (try desk.job(), try desk.person())
        expect(.personSeeking, job, person, "本人状态为求职", "the person is seeking")
        expect(.employerBarred, job, person, "单位没有暂停推荐", "the employer is not barred")
        expect(.inHand, job, person, "两者没有在办的推荐", "the pair is not in hand")
        expect(.declined, job, person, "90 天内双方都没有回绝", "neither side declined in the last 90 days")
    }

    @Test("legal-age and age-range: what is asked for and the person's age")
    func ages() throws {
        let person = try desk.person { $0.birth = try day("1996-05-01") }
        expect(.legalAge, try desk.job(), person, "须满 16 周岁，本人 30 岁", "must be 16, is 30")
        expect(.legalAge, try desk.job { $0.isByNight = true }, person, "须满 18 周岁（夜班），本人 30 岁", "must be 18 (by night), is 30")
        expect(.ageRange, try desk.job { $0.lowestAge = 18; $0.highestAge = 45 }, person, "年龄 18-45 岁，本人 30 岁", "asks for 18 to 45, is 30")
        expect(.ageRange, try desk.job { $0.lowestAge = 18 }, person, "年龄 18 岁以上，本人 30 岁", "asks for 18 or older, is 30")
    }

    @Test("education: both levels, or that none is asked for")
    func education() throws {
        let college = try desk.person { $0.education = .college }
        expect(.education, try desk.job(), college, "学历不限", "no education asked for")
        expect(.education, try desk.job { $0.education = .seniorMiddle }, college, "要求高中，本人大专", "asks for senior middle, has college")
    }

    @Test("certificate: each with what the person brings: itself, one that covers it, or that it can be had later")
    func certificate() throws {
        let catalogue = desk.catalogue
        expect(.certificate, try desk.job(), try desk.person(), "不要求证书", "no certificate asked for")
        let job = try desk.job { $0.certificates = [try catalogue.certificate("叉车证"), try catalogue.certificate("C1"), try catalogue.certificate("健康证")] }
        let person = try desk.person { person in
            person.certificates = [
                HeldCertificate(try catalogue.certificate("叉车证"), expires: try day("2027-03-31")), HeldCertificate(try catalogue.certificate("B1")),
            ]
        }
        let (c1, b1) = (catalogue.certificates.title(try catalogue.certificate("C1")), catalogue.certificates.title(try catalogue.certificate("B1")))
        expect(
            .certificate, job, person, "要求叉车证，本人有（2027-03-31 到期）、要求\(c1)，本人有\(b1)、要求健康证，可以随后办理",
            "asks for 叉车证, has it (to 2027-03-31), asks for \(c1), has \(b1), asks for 健康证, which can be had on the way in")
    }

    @Test("kind: the job's and those accepted, or that any is")
    func kind() throws {
        let job = try desk.job { $0.kind = try desk.catalogue.kind("full-time") }
        expect(.kind, job, try desk.person(), "本人用工形式不限", "accepts any kind")
        let person = try desk.person { $0.kinds = [try desk.catalogue.kind("full-time")] }
        expect(.kind, job, person, "岗位是全日制，本人接受全日制", "the job is full time, accepts full time")
    }

    @Test("wage: the highest with its unit and what is expected by the month")
    func wage() throws {
        let job = try desk.job { $0.wage = try #require(Wage(lowest: nil, highest: Money(yuan: 6000), unit: .month)) }
        expect(.wage, job, try desk.person { $0.lowestWage = Money(yuan: 5000) }, "最高 6000 元/月，本人期望每月 5000", "pays 6000 yuan a month at most, expects 5000 a month")
    }

    @Test("group-only: whom the job is reserved for and to which the person belongs, or that it is for anybody")
    func groupOnly() throws {
        expect(.groupOnly, try desk.job(), try desk.person(), "不限群体", "reserved for nobody")
        let job = try desk.job { $0.reservedFor = try desk.catalogue.groupSet("veteran", "disabled") }
        let veteran = try desk.person { $0.recordedGroups = try desk.catalogue.groupSet("veteran") }
        expect(.groupOnly, job, veteran, "限残疾人、退役军人，本人是退役军人", "reserved for disabled person, veteran, belongs to veteran")
    }

    // MARK: - Together

    @Test("Every rule is there once, in order, with words that agree with what blocks and what could not be checked")
    func everyRule() throws {
        var records = RandomRecords(desk.catalogue, .printed())
        let register = records.register(people: 30, jobs: 30, today: desk.today)
        let matcher = Matcher(register: register, catalogue: desk.catalogue, day: desk.today)
        for job in register.jobs {
            for person in register.people {
                let explanation = Explanation(matcher.assess(job: job, person: person), job: job, person: person, matcher: matcher)
                let rules = explanation.rules
                #expect(rules.map(\.rule) == Rule.allCases)
                #expect(rules.filter { $0.state == .blocked }.map(\.words) == explanation.blocked)
                #expect(rules.filter { $0.state == .unchecked }.map(\.words) == explanation.unchecked)
                #expect(rules.allSatisfy { !$0.words.chinese.isEmpty && !$0.words.english.isEmpty }, "seed \(records.random.seed), \(job.id) \(person.id)")
            }
        }
    }

    @Test("The verdict is a match, a near miss, or how many rules block")
    func verdict() throws {
        #expect(try desk.explain(desk.job(), desk.person()).verdict == Phrase("匹配", "match"))
        let old = try desk.person { $0.birth = try day("1960-01-01") }
        #expect(try desk.explain(desk.job { $0.highestAge = 45 }, old).verdict == Phrase("差一项", "near miss"))
        #expect(try desk.explain(desk.job { $0.status = .filled }, old).verdict == Phrase("不符 1 项", "blocked by 1 rule"))
        #expect(try desk.explain(desk.job { $0.status = .filled; $0.highestAge = 45 }, old).verdict == Phrase("不符 2 项", "blocked by 2 rules"))
    }

    @Test("The pair's placements say where each stood on the day, and later ones are not there yet")
    mutating func placements() throws {
        desk.register.update(try desk.placement("R1", steps: (.referred, "2026-06-01"), (.declined, "2026-06-03"), by: .employer))
        desk.register.update(try desk.placement("R2", steps: (.referred, "2026-11-01"), (.interviewed, "2026-11-22")))
        desk.register.update(try desk.placement("R3", steps: (.referred, "2026-11-25")))
        desk.register.update(try desk.placement("R4", person: "P2", steps: (.referred, "2026-11-01")))
        let placements = try desk.explain(desk.job(), desk.person()).placements
        #expect(placements.map(\.id.text) == ["R1", "R2"])
        #expect(
            placements.map(\.words) == [
                Phrase("2026-06-03 单位未录用", "2026-06-03 declined by the employer"), Phrase("2026-11-01 推荐", "2026-11-01 referred"),
            ])
    }
}
