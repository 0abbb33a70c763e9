@testable import DoorstepCore
import Testing

@Suite("A step that is about to be recorded")
struct AdmissionTests {
    private var desk: Desk

    init() throws {
        desk = try Desk()
        desk.register.update(try desk.employer())
        desk.register.update(try desk.job())
        desk.register.update(try desk.person())
    }

    private func pair(_ stage: Stage = .referred, job: String = "J1", person: String = "P1", on date: String = "2026-11-21", party: Party? = nil) throws -> StepDraft {
        StepDraft(.pair(job: try recordID(job), person: try recordID(person)), stage: stage, party: party, date: try day(date))
    }

    private func next(_ stage: Stage, of placement: String = "R1", on date: String = "2026-11-21", party: Party? = nil) throws -> StepDraft {
        StepDraft(.placement(try recordID(placement)), stage: stage, party: party, date: try day(date))
    }

    private func refusal(_ draft: StepDraft) -> StepRefusal? {
        do throws(StepRefusal) {
            _ = try desk.matcher.admit(draft)
            return nil
        } catch {
            return error
        }
    }

    @Test("opens a placement with a referral, and takes down the employer and the kind as they are then")
    mutating func referral() throws {
        desk.register.update(try desk.job { $0.kind = try desk.catalogue.kind("seasonal") })
        let step = try desk.matcher.admit(pair())
        #expect(step.job.id.text == "J1" && step.person.id.text == "P1" && step.employer == "额尔古纳市宏达机械厂" && step.kind == "seasonal")
        #expect(!step.isDayWork && step.warnings.isEmpty)
    }

    @Test("opens a placement with nothing else", arguments: Stage.allCases.filter { $0 != .referred })
    func otherStages(stage: Stage) throws {
        #expect(try refusal(pair(stage, party: .person)) == .notReferred(asked: stage))
    }

    @Test("is for a job, a person and a placement that there are")
    func unknown() throws {
        #expect(try refusal(pair(job: "J9")) == .unknownJob("J9"))
        #expect(try refusal(pair(person: "P9")) == .unknownPerson("P9"))
        #expect(try refusal(next(.hired, of: "R9")) == .unknownPlacement("R9"))
    }

    @Test("is not dated after the day of working, nor before the step that it follows")
    mutating func dates() throws {
        #expect(try refusal(pair(on: "2026-11-22")) == .inFuture(asked: day("2026-11-22"), today: desk.today))
        #expect(try refusal(pair(on: "2026-11-20")) == nil)
        desk.register.update(try desk.placement(steps: (.referred, "2026-11-10")))
        #expect(try refusal(next(.interviewed, on: "2026-11-09")) == .before(step: day("2026-11-10"), asked: day("2026-11-09")))
        #expect(try refusal(next(.interviewed, on: "2026-11-10")) == nil)
    }

    @Test("that declines says who did")
    mutating func party() throws {
        desk.register.update(try desk.placement(steps: (.referred, "2026-11-10")))
        #expect(try refusal(next(.declined)) == .partyMissing)
        #expect(try refusal(next(.declined, party: .employer)) == nil && refusal(next(.declined, party: .person)) == nil)
    }

    @Test("follows the stage that the placement has reached")
    mutating func order() throws {
        desk.register.update(try desk.placement(steps: (.referred, "2026-11-10")))
        #expect(try refusal(next(.left)) == .cannotFollow(stage: .referred, party: nil, asked: .left, isDayWork: false))
        #expect(try refusal(next(.referred)) == .cannotFollow(stage: .referred, party: nil, asked: .referred, isDayWork: false))
    }

    @Test("opens no second placement while the pair is in hand")
    mutating func second() throws {
        desk.register.update(try desk.placement(steps: (.referred, "2026-11-10"), (.interviewed, "2026-11-11")))
        #expect(try refusal(pair()) == .alreadyOpen(placement: recordID("R1"), stage: .interviewed))
        desk.register.update(try desk.placement(steps: (.referred, "2026-11-10"), (.declined, "2026-11-11"), by: .person))
        // Declined lately does not fit, and is said; it forbids nothing.
        #expect(try desk.matcher.admit(pair()).warnings == [Phrase("2026-11-11本人放弃，90 天内不再匹配", "declined by the person on 2026-11-11, left alone for 90 days")])
    }

    @Test("is forbidden where the job is not open, the person not seeking, the employer barred, or the person too young; with the reasons")
    mutating func forbidden() throws {
        desk.register.update(try desk.employer { $0.barred = "欠薪" })
        desk.register.update(try desk.job { $0.status = .withdrawn })
        desk.register.update(try desk.person { $0.status = .paused; $0.birth = try day("2012-01-01") })
        let refusal = try #require(try refusal(pair()))
        #expect(refusal.message.chinese == "不能推荐：岗位停招、本人状态为暂停、单位暂停推荐：欠薪、须满 16 周岁，本人 14 岁。")
        #expect(
            refusal.message.english
                == "Cannot be referred: the job is withdrawn, the person is paused, the employer is barred: 欠薪, must be 16, is 14.")
    }

    @Test("is admitted where the pair is a near miss or worse, and what does not fit is said")
    mutating func warnings() throws {
        desk.register.update(try desk.job { $0.education = .college; $0.certificates = [try desk.catalogue.certificate("电工证")] })
        desk.register.update(try desk.person { $0.education = .primary })
        #expect(try desk.matcher.admit(pair()).warnings.map(\.chinese) == ["要求大专，本人小学", "要求低压电工作业证，本人没有"])
    }

    @Test("hires while a vacancy is left, and says so where the person is placed already")
    mutating func hire() throws {
        desk.register.update(try desk.placement("R1", steps: (.referred, "2026-11-10")))
        desk.register.update(try desk.placement("R2", person: "P2", steps: (.referred, "2026-11-10")))
        #expect(try desk.matcher.admit(next(.hired)).warnings.isEmpty)
        desk.register.update(try desk.placement("R2", person: "P2", steps: (.referred, "2026-11-10"), (.hired, "2026-11-11")))
        #expect(try refusal(next(.hired)) == .noVacancy(title: "电焊工"))
        desk.register.update(try desk.job { $0.headcount = 2 })
        desk.register.update(try desk.person { $0.status = .placed })
        #expect(try desk.matcher.admit(next(.hired)).warnings == [Phrase("本人已就业", "the person is placed already")])
    }
}
