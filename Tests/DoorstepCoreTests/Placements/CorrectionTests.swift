@testable import DoorstepCore
import Testing

@Suite("A step that was taken back")
struct CorrectionTests {
    private var desk: Desk

    init() throws {
        desk = try Desk()
        desk.register.update(try desk.employer())
        desk.register.update(try desk.job())
        desk.register.update(try desk.person())
    }

    /// A placement through these steps, numbered from `first`; a correction
    /// takes back the latest that stands.
    private func placement(id: String = "R1", person: String = "P1", first: Int = 1, _ steps: (Stage, String)...) throws -> Placement {
        var placement: Placement?
        for (index, (stage, date)) in steps.enumerated() {
            let step = PlacementStep(
                number: first + index, stage: stage, party: stage == .declined ? .person : nil, corrects: stage == .corrected ? placement?.standing.last?.number : nil,
                date: try day(date), recorded: "\(date)T01:00:00Z", caseworker: "李四", note: "", employer: "", title: "电焊工", kind: "", link: "")
            if placement == nil {
                placement = Placement(id: try recordID(id), job: try recordID("J1"), person: try recordID(person), first: step)
            } else {
                placement?.append(step)
            }
        }
        return try #require(placement)
    }

    private func correction(of id: String = "R1", corrects: Int? = nil, on date: String = "2026-11-21") throws -> StepDraft {
        StepDraft(.placement(try recordID(id)), stage: .corrected, corrects: corrects, date: try day(date))
    }

    private func refusal(_ draft: StepDraft) -> StepRefusal? {
        do throws(StepRefusal) {
            _ = try desk.matcher.admit(draft)
            return nil
        } catch {
            return error
        }
    }

    // MARK: - What stands

    @Test("stays where it was recorded, and where the placement is follows from the others alone")
    func standing() throws {
        let placement = try placement((.referred, "2026-11-01"), (.hired, "2026-11-05"), (.corrected, "2026-11-08"), (.interviewed, "2026-11-09"))
        #expect(placement.steps.map(\.number) == [1, 2, 3, 4])
        #expect(placement.standing.map(\.number) == [1, 4])
        #expect(placement.steps.map { placement.isTakenBack($0) } == [false, true, false, false])
        #expect(placement.stage == .interviewed && placement.latest.number == 4 && !placement.isVoid)
        // As if the hire had never been, also as of the days before it was taken back.
        #expect(try placement.latest(asOf: day("2026-11-06"))?.stage == .referred)
        #expect(try placement.latest(asOf: day("2026-11-09"))?.stage == .interviewed)
        #expect(try placement.latest(asOf: day("2026-10-31")) == nil)
    }

    @Test("that was the referral leaves a placement that nobody was sent by, has ended, and takes no vacancy")
    func void() throws {
        let placement = try placement((.referred, "2026-11-01"), (.hired, "2026-11-05"), (.corrected, "2026-11-08"), (.corrected, "2026-11-09"))
        #expect(placement.isVoid && placement.stage == .corrected && placement.opened == nil)
        #expect(placement.latest.number == 4)
        #expect(!placement.stage.isOpen && !placement.stage.isInHand(isDayWork: true) && !placement.stage.takesVacancy)
        #expect(placement.stage.followers(isDayWork: false).isEmpty)
        #expect(try placement.latest(asOf: day("2026-11-08")) == nil)
        #expect(try placement.latest(asOf: day("2026-11-09"))?.stage == .corrected)
    }

    @Test("is no referral any more: the pair matches, nobody was sent, both wait as before, and it may be referred again")
    mutating func forgotten() throws {
        desk.register.update(try desk.job { $0.posted = try day("2026-11-01") })
        desk.register.update(try desk.person { $0.registered = try day("2026-11-02") })
        let before = desk.matcher.waiting()
        desk.register.update(try placement((.referred, "2026-11-10"), (.corrected, "2026-11-21")))
        let (job, person) = (desk.register.jobs[0], desk.register.people[0])
        #expect(desk.blocked(job, person) == [])
        #expect(desk.matcher.sentCount(to: job) == 0)
        #expect(desk.register.vacantDays(job, asOf: desk.today) == 20 && desk.register.waitingDays(person, asOf: desk.today) == 19)
        #expect(desk.matcher.waiting() == before && before.jobs.count == 1 && before.people.count == 1)
        #expect(desk.explain(job, person).placements.isEmpty)
        let draft = StepDraft(.pair(job: job.id, person: person.id), stage: .referred, date: desk.today)
        #expect(refusal(draft) == nil)
    }

    @Test("of a refusal leaves the pair in hand, and not one that was declined lately")
    mutating func declined() throws {
        let (job, person) = (try desk.job(), try desk.person())
        desk.register.update(try placement((.referred, "2026-11-10"), (.declined, "2026-11-12")))
        #expect(desk.blocked(job, person) == [.declined])
        desk.register.update(try placement((.referred, "2026-11-10"), (.declined, "2026-11-12"), (.corrected, "2026-11-13")))
        #expect(desk.blocked(job, person) == [.inHand])
    }

    @Test("is found by the status of what stands, a referral that was taken back by 更正")
    mutating func found() throws {
        desk.register.update(try placement(id: "R1", (.referred, "2026-11-01"), (.hired, "2026-11-05"), (.corrected, "2026-11-08")))
        desk.register.update(try placement(id: "R2", person: "P2", first: 4, (.referred, "2026-11-01"), (.corrected, "2026-11-08")))
        let parser = try QuerySamples.parser
        func found(_ text: String) throws -> [String] {
            let filter = QueryFilter(try parser.query(text), register: desk.register, catalogue: desk.catalogue, day: desk.today)
            return desk.register.placements.filter { filter.fits($0) }.map { $0.id.text }
        }
        #expect(try found("状态:推荐") == ["R1"])
        #expect(try found("状态:录用") == [])
        #expect(try found("状态:更正") == ["R2"] && found("status:corrected") == ["R2"] && found("状态:已更正") == ["R2"])
    }

    // MARK: - Which may be

    @Test("was the latest that stood; the correction names it, whether it was asked to or not")
    mutating func admitted() throws {
        desk.register.update(try placement((.referred, "2026-11-01"), (.hired, "2026-11-05")))
        for asked in [nil, 2] {
            let step = try desk.matcher.admit(correction(corrects: asked))
            #expect(step.draft.corrects == 2 && step.takenBack?.stage == .hired)
        }
        #expect(try refusal(correction(corrects: 1)) == .movedOn(placement: recordID("R1"), stage: .hired, party: nil))
        desk.register.update(try placement((.referred, "2026-11-01"), (.hired, "2026-11-05"), (.corrected, "2026-11-05")))
        #expect(try desk.matcher.admit(correction()).draft.corrects == 1)
        #expect(try refusal(correction(corrects: 2)) == .movedOn(placement: recordID("R1"), stage: .referred, party: nil))
    }

    @Test("was taken back on its day or later, and not in the future")
    mutating func dates() throws {
        desk.register.update(try placement((.referred, "2026-11-05")))
        #expect(try refusal(correction(on: "2026-11-04")) == .before(step: day("2026-11-05"), asked: day("2026-11-04")))
        #expect(try refusal(correction(on: "2026-11-22")) == .inFuture(asked: day("2026-11-22"), today: desk.today))
        #expect(try refusal(correction(on: "2026-11-05")) == nil)
    }

    @Test("cannot be taken back twice, nor where nothing stands, nor of no placement")
    mutating func nothing() throws {
        #expect(try refusal(correction(of: "R9")) == .unknownPlacement("R9"))
        desk.register.update(try placement((.referred, "2026-11-05"), (.corrected, "2026-11-06")))
        #expect(try refusal(correction()) == .nothingStands(placement: recordID("R1")))
        #expect(try refusal(correction(corrects: 1)) == .nothingStands(placement: recordID("R1")))
        let next = StepDraft(.placement(try recordID("R1")), stage: .interviewed, date: desk.today)
        #expect(refusal(next) == .cannotFollow(stage: .corrected, party: nil, asked: .interviewed, isDayWork: false))
        let opening = StepDraft(.pair(job: try recordID("J1"), person: try recordID("P1")), stage: .corrected, date: desk.today)
        #expect(refusal(opening) == .notReferred(asked: .corrected))
    }

    @Test("of a pair that is in hand elsewhere meanwhile stays")
    mutating func referredAnew() throws {
        desk.register.update(try placement(id: "R1", (.referred, "2026-07-01"), (.declined, "2026-07-02")))
        desk.register.update(try placement(id: "R2", first: 3, (.referred, "2026-11-10")))
        #expect(try refusal(correction()) == .alreadyOpen(placement: recordID("R2"), stage: .referred))
        desk.register.update(try placement(id: "R2", first: 3, (.referred, "2026-11-10"), (.corrected, "2026-11-11")))
        #expect(try refusal(correction()) == nil)
    }

    @Test("that had freed a vacancy stays where somebody else has taken it")
    mutating func vacancyTaken() throws {
        let gone: [(Stage, String)] = [(.declined, "2026-11-10"), (.left, "2026-11-10")]
        for (index, last) in gone.enumerated() {
            let hired = try index == 0
                ? placement((.referred, "2026-11-01"), (.hired, "2026-11-02"), last)
                : placement((.referred, "2026-11-01"), (.hired, "2026-11-02"), (.started, "2026-11-03"), last)
            desk.register.update(hired)
            #expect(try refusal(correction()) == nil)
            desk.register.update(try placement(id: "R2", person: "P2", first: 9, (.referred, "2026-11-11"), (.hired, "2026-11-12")))
            #expect(try refusal(correction()) == .noVacancy(title: "电焊工"))
            desk.register.update(try placement(id: "R2", person: "P2", first: 9, (.referred, "2026-11-11")))
        }
    }

    @Test("of day work counts on the day that it was for")
    mutating func dayWork() throws {
        desk.register.update(try desk.job { $0.kind = try desk.catalogue.kind("gig") })
        desk.register.update(try placement(id: "R1", (.referred, "2026-11-10"), (.hired, "2026-11-11"), (.declined, "2026-11-11")))
        desk.register.update(try placement(id: "R2", person: "P2", first: 9, (.referred, "2026-11-10"), (.hired, "2026-11-12")))
        #expect(try refusal(correction()) == nil)
        desk.register.update(try placement(id: "R2", person: "P2", first: 9, (.referred, "2026-11-10"), (.hired, "2026-11-11")))
        #expect(try refusal(correction()) == .noVacancy(title: "电焊工"))
        // And a hire that is taken back frees its day.
        let job = desk.register.jobs[0]
        desk.register.update(try placement(id: "R2", person: "P2", first: 9, (.referred, "2026-11-10"), (.hired, "2026-11-11"), (.corrected, "2026-11-12")))
        #expect(try desk.register.vacanciesLeft(of: job, asOf: day("2026-11-11"), isDayWork: true) == 1)
    }

    @Test("is refused in words that say what is, and the mend")
    func refusals() throws {
        let id = try recordID("R1")
        #expect(StepRefusal.nothingStands(placement: id).message == Phrase("R1 的每一步都已经撤销，没有可更正的；可以重新推荐。", "Every step of R1 was taken back; there is nothing to correct. The pair may be referred anew."))
        #expect(
            StepRefusal.movedOn(placement: id, stage: .declined, party: .person).message
                == Phrase("R1 已由其他人办理，现在是“本人放弃”，没有撤销；请先看台账。", "R1 was moved on meanwhile and stands at “declined by the person”; nothing was taken back. Look at the ledger first."))
    }
}
