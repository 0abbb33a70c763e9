@testable import DoorstepCore
import Testing

@Suite("Why a vacancy stays empty and a person without a job")
final class PlanReasonTests {
    private var desk: Desk
    private var settings = PlanSettings()
    private let welder: SkillName

    init() throws {
        var desk = try Desk()
        desk.register.update(try desk.employer())
        welder = try desk.catalogue.skill("焊工")
        self.desk = desk
    }

    private func people(_ ids: String..., change: (inout Person) throws -> Void = { _ in }) throws {
        for id in ids { desk.register.update(try desk.person(id, change)) }
    }

    private func job(_ id: String = "J1", change: (inout Job) throws -> Void) throws {
        desk.register.update(try desk.job(id, change))
    }

    private func reason(job: String = "J1") throws -> PlanReason {
        let index = MatchIndex(desk.matcher)
        return try #require(try PlanDraft(index, settings).reason(job: recordID(job), index))
    }

    private func reason(person: String) throws -> PlanReason {
        let index = MatchIndex(desk.matcher)
        return try #require(try PlanDraft(index, settings).reason(person: recordID(person), index))
    }

    private func words(_ reason: PlanReason) -> String { reason.phrase(desk.register, desk.catalogue).chinese }

    // MARK: - A job

    @Test("A rule that alone stands in the way, with both values and what giving way would bring")
    func rule() throws {
        try people("P1", "P2", "P3", "P4", "P5") { $0.education = .seniorMiddle }
        try job { ($0.headcount, $0.education) = (3, .college) }
        let reason = try reason()
        #expect(reason.cause.code == "rule:education")
        #expect(reason.phrase(desk.register, desk.catalogue) == Phrase(
            "电焊工 3 人空缺：5 人只差学历（如要求大专，本人高中）；不限学历，可多 5 人匹配（其中 5 人尚未安置）。",
            "电焊工, 3 vacancies left: 5 people lack only the education (such as: asks for college, has senior middle); take any education, and 5 people more would match (5 of them without a job)."))
    }

    @Test("A certificate is named")
    func certificate() throws {
        let electrician = try desk.catalogue.certificate("电工证")
        try people("P1", "P2")
        try job { $0.certificates = [electrician] }
        let reason = try reason()
        guard case .rule(let block) = reason.cause else { Issue.record("\(reason.cause)"); return }
        #expect(block.certificate == electrician && block.count == 2 && reason.cause.code == "rule:certificate")
        #expect(reason.fill?.change == .job(.certificate(electrician)))
    }

    @Test("A wage that somebody else's vacancy pays as well is raised no further than it must be")
    func wage() throws {
        try people("P1", "P2") { $0.lowestWage = Money(yuan: 3300) }
        try job { $0.wage = try #require(Wage(lowest: nil, highest: Money(yuan: 3000), unit: .month)) }
        #expect(try words(reason()) == "电焊工 1 人空缺：2 人只差工资（如最高 3000 元/月，本人期望每月 3300）；最高工资提到 3300 元/月，可多 2 人匹配（其中 2 人尚未安置）。")
    }

    @Test("Matches below the threshold, for want of a skill that could be taught")
    func skill() throws {
        try people("P1", "P2")
        try job { $0.skills = [AskedSkill(welder, .intermediate)] }
        let reason = try reason()
        #expect(reason.cause.code == "threshold-skill")
        #expect(words(reason) == "电焊工 1 人空缺：符合条件的 2 人都不到 50.0 分，最高 30.0 分；主要差在技能：要求焊工中级工，本人不会；培训焊工（中级工），可多 2 人匹配（其中 2 人尚未安置）。")
    }

    @Test("Matches below the threshold, for they live too far away; how near would do")
    func distance() throws {
        let far = try desk.catalogue.place("150702")
        desk.register.update(Distance(from: far, to: desk.home, metres: 60_000))
        settings.threshold = Points(clamping: 7000)
        try people("P1") { $0.place = far; $0.canMove = true }
        try job { _ in }
        let reason = try reason()
        #expect(reason.cause.code == "threshold-distance")
        // 70 − 55 of 30 is half of L: 1.25 km and 15 more.
        #expect(words(reason) == "电焊工 1 人空缺：符合条件的 1 人都不到 70.0 分，最高 57.0 分；主要差在距离：60.0公里，16.2公里以内才够；包住，可多 1 人匹配（其中 1 人尚未安置）。")
    }

    @Test("Matches below the threshold, for nobody wishes for the occupation")
    func wish() throws {
        try people("P1") { $0.wants = [try desk.catalogue.skill("中式烹调师")] }
        try job { $0.occupation = welder }
        let reason = try reason()
        #expect(reason.cause.code == "threshold-wish" && reason.fill == nil)
    }

    @Test("Candidates who go elsewhere, and where the best of them goes")
    func contested() throws {
        try people("P1") { $0.skills = [HeldSkill(welder, .senior)] }
        try job("J1") { ($0.title, $0.skills) = ("焊工学徒", [AskedSkill(welder), AskedSkill(try desk.catalogue.skill("中式烹调师"), isRequired: false)]) }
        try job("J2") { $0.skills = [AskedSkill(welder)] }
        let reason = try reason()
        #expect(reason.cause.code == "contested")
        // 3 of 4 parts of 55, and 30: 71.25.
        #expect(words(reason) == "焊工学徒 1 人空缺：1 名候选人另有去处，整体更好；最合适的 P1（71.3）去电焊工（85.0）。")
    }

    @Test("Few candidates elsewhere do not hide that others are missing")
    func fewElsewhere() throws {
        try people("P1") { ($0.skills, $0.education) = ([HeldSkill(welder, .senior)], .college) }
        try people("P2", "P3") { ($0.skills, $0.education) = ([HeldSkill(welder, .senior)], .primary) }
        try job("J1") { ($0.headcount, $0.skills, $0.education) = (9, [AskedSkill(welder)], .college) }
        try job("J2") { $0.skills = [AskedSkill(welder)]; $0.prefers = try desk.catalogue.groupSet("veteran") }
        settings.fixed = [PlanPair(job: try recordID("J2"), person: try recordID("P1"))]
        #expect(try reason().cause.code == "rule:education")
    }

    @Test("An employer that has as many as it may")
    func employerLimit() throws {
        try people("P1", "P2")
        try job { $0.headcount = 2 }
        settings.perEmployer = 1
        let reason = try reason()
        #expect(words(reason) == "电焊工 1 人空缺：额尔古纳市宏达机械厂已到每个单位 1 人的上限。")
        #expect(try self.reason(person: "P2").cause == reason.cause)
    }

    @Test("What was settled by hand")
    func settled() throws {
        try people("P1")
        try job { _ in }
        let (job, person) = (try recordID("J1"), try recordID("P1"))
        settings.closed = [job]
        #expect(try words(reason()) == "电焊工 1 人空缺：方案中已设为不招人。")
        #expect(try reason(person: "P1").cause == .excluded(1))
        (settings.closed, settings.withdrawn) = ([], [person])
        #expect(try reason().cause == .excluded(1))
        #expect(try words(reason(person: "P1")) == "P1 未安置：方案中已设为不参加。")
        (settings.withdrawn, settings.excluded) = ([], [PlanPair(job: job, person: person)])
        #expect(try reason().cause == .excluded(1) && reason().cause.code == "settled")
        #expect(try words(reason(person: "P1")) == "P1 未安置：合适的 1 个岗位都已排除。")
    }

    @Test("Nobody near, and the rule that blocks the most")
    func nobody() throws {
        try people("P1", "P2") { $0.education = .primary }
        try people("P3") { $0.education = .college; $0.kinds = [try desk.catalogue.kind("gig")] }
        try job {
            $0.certificates = [try desk.catalogue.certificate("电工证")]
            $0.education = .college
            $0.kind = try desk.catalogue.kind("full-time")
        }
        let reason = try reason()
        #expect(reason.cause == .nothing(PlanReason.Commonest(rule: .certificate, count: 3, all: 3)) && reason.cause.code == "nobody")
        #expect(words(reason) == "电焊工 1 人空缺：没有接近的人，证书不符的最多（3/3）。")
    }

    @Test("Good matches behind the best that the plan looked at")
    func candidateLimit() throws {
        try people("P1") { $0.skills = [HeldSkill(welder, .senior)] }
        try people("P2", "P3") { $0.skills = [HeldSkill(welder, .junior)] }
        try job("J1") { ($0.headcount, $0.skills) = (2, [AskedSkill(welder, .senior)]) }
        try job("J2") { $0.skills = [AskedSkill(welder, .junior)] }
        settings.candidates = 1
        #expect(try reason().cause == .candidateLimit(candidates: 1, more: 1))
        settings.candidates = 2
        #expect(try PlanDraft(MatchIndex(desk.matcher), settings).emptyJobs().isEmpty)
    }

    @Test("Records that came after the plan")
    func later() throws {
        try job { _ in }
        var index = MatchIndex(desk.matcher)
        let draft = try PlanDraft(index, settings)
        index.update(try desk.person())
        let reason = draft.reason(job: try recordID("J1"), index)
        #expect(reason?.cause == .notPlanned(1) && reason?.cause.code == "not-planned")
        #expect(draft.reason(person: try recordID("P1"), index) == nil)
    }

    // MARK: - A person

    @Test("A person whom one rule keeps out, and what accepting it would bring")
    func personRule() throws {
        try people("P1") { $0.kinds = [try desk.catalogue.kind("gig")] }
        try job { $0.kind = try desk.catalogue.kind("full-time") }
        #expect(try words(reason(person: "P1")) == "P1 未安置：1 个岗位只差用工形式（岗位是全职，本人接受零工）；也接受全职，可多 1 个岗位匹配（其中 1 个还有空缺）。")
    }

    @Test("A person with too few points everywhere, for want of a skill")
    func personSkill() throws {
        try people("P1")
        try job { $0.skills = [AskedSkill(welder)] }
        #expect(try words(reason(person: "P1")) == "P1 未安置：符合条件的 1 个岗位都不到 50.0 分，最高 30.0 分；主要差在技能：要求焊工，本人不会；再会焊工，可多 1 个岗位匹配（其中 1 个还有空缺）。")
    }

    @Test("A person whose jobs are all taken by others")
    func personContested() throws {
        try people("P1") { $0.skills = [HeldSkill(welder, .junior)] }
        try people("P2") { $0.skills = [HeldSkill(welder, .senior)] }
        try job { $0.skills = [AskedSkill(welder, .senior)] }
        #expect(try words(reason(person: "P1")) == "P1 未安置：1 个合适的岗位都已招满，整体更好；最合适的电焊工（63.0）安排了 P2（85.0）等人。")
    }

    @Test("A person whom no job comes near")
    func personNobody() throws {
        try people("P1") { $0.birth = try day("2014-01-01") }
        try job { _ in }
        #expect(try reason(person: "P1").cause == .nothing(PlanReason.Commonest(rule: .legalAge, count: 1, all: 1)))
    }

    @Test("None of what is filled or placed, or of what the plan does not know")
    func none() throws {
        try people("P1", "P2")
        try job { _ in }
        let index = MatchIndex(desk.matcher)
        let draft = try PlanDraft(index, settings)
        #expect(draft.emptyJobs().isEmpty)
        #expect(try draft.unplacedPeople() == [recordID("P2")])
        for job in ["J1", "J9"] { #expect(try draft.reason(job: recordID(job), index) == nil) }
        for person in ["P1", "P9"] { #expect(try draft.reason(person: recordID(person), index) == nil) }
    }
}
