@testable import DoorstepCore
import Testing

/// The rules that leave nobody a choice, at the values where they begin to
/// hold. The day of matching is 21 November 2026.
@Suite("A pair is eligible")
struct EligibilityTests {
    private var desk: Desk

    init() throws {
        desk = try Desk()
    }

    private func blocked(_ job: Job, _ person: Person) -> [Rule] {
        desk.blocked(job, person)
    }

    private func jobBlocks(_ change: (inout Job) throws -> Void) throws -> [Rule] {
        try blocked(desk.job("J1", change), desk.person())
    }

    @Test("with only what is required, and what could not be checked is named")
    func bare() throws {
        let assessment = try desk.assess(desk.job(), desk.person())
        #expect(assessment.isMatch && assessment.nearMiss == nil)
        #expect(assessment.unchecked.members == [.legalAge, .ageRange, .wage])
    }

    @Test("rules have the paper's codes, in the paper's order")
    func codes() {
        #expect(
            Rule.allCases.map(\.rawValue) == [
                "job-open", "person-seeking", "employer-barred", "legal-age", "in-hand", "declined", "age-range", "education", "certificate", "kind", "wage",
                "group-only",
            ])
    }

    // MARK: - job-open, person-seeking, employer-barred

    @Test("job-open: while the job's status is open", arguments: JobStatus.allCases)
    func jobStatus(status: JobStatus) throws {
        #expect(try jobBlocks { $0.status = status } == (status == .open ? [] : [.jobOpen]))
    }

    @Test("job-open: to the closing date, and not the day after", arguments: [("2026-11-20", true), ("2026-11-21", false), ("2026-11-22", false)])
    func closes(date: String, blocks: Bool) throws {
        #expect(try jobBlocks { $0.closes = try day(date) } == (blocks ? [.jobOpen] : []))
    }

    @Test("job-open: while a vacancy is left")
    mutating func vacancies() throws {
        desk.register.update(try desk.placement("R1", person: "P8", steps: (.referred, "2026-11-01"), (.hired, "2026-11-02")))
        desk.register.update(try desk.placement("R2", person: "P9", steps: (.referred, "2026-11-01"), (.hired, "2026-11-21")))
        #expect(try jobBlocks { $0.headcount = 3 } == [])
        #expect(try jobBlocks { $0.headcount = 2 } == [.jobOpen])
        // As of the day before, one of the two had not been hired.
        desk.today = try day("2026-11-20")
        #expect(try jobBlocks { $0.headcount = 2 } == [])
        #expect(try jobBlocks { $0.headcount = 1 } == [.jobOpen])
    }

    @Test("person-seeking: while the person's status is seeking", arguments: PersonStatus.allCases)
    func personStatus(status: PersonStatus) throws {
        #expect(try blocked(desk.job(), desk.person { $0.status = status }) == (status == .seeking ? [] : [.personSeeking]))
    }

    @Test("employer-barred: while nothing stands against the employer")
    mutating func barred() throws {
        desk.register.update(try desk.employer())
        #expect(try jobBlocks { _ in } == [])
        desk.register.update(try desk.employer { $0.barred = "欠薪" })
        #expect(try jobBlocks { _ in } == [.employerBarred])
        #expect(try jobBlocks { $0.employer = try recordID("E2") } == [])
    }

    // MARK: - legal-age

    @Test("legal-age: from the 16th birthday, or the 18th for hazardous work and work by night", arguments: [
        ("2010-11-21", false, false, true), ("2010-11-22", false, false, false), ("2008-11-21", true, false, true), ("2008-11-22", true, false, false),
        ("2008-11-21", false, true, true), ("2008-11-22", false, true, false), ("2008-11-22", true, true, false), ("2008-11-22", false, false, true),
        ("1930-01-01", true, true, true),
    ])
    func legalAge(birth: String, hazardous: Bool, night: Bool, holds: Bool) throws {
        let person = try desk.person { $0.birth = try day(birth) }
        let job = try desk.job { $0.isHazardous = hazardous; $0.isByNight = night }
        #expect(blocked(job, person) == (holds ? [] : [.legalAge]))
        #expect(!desk.assess(job, person).unchecked.contains(.legalAge))
    }

    @Test("legal-age: a setting may raise the age and never lower it below 16, nor below 18 for hazardous work", arguments: [
        (20, "2006-11-22", false, false), (20, "2006-11-21", false, true), (20, "2006-11-22", true, false), (17, "2009-11-21", false, true), (17, "2009-11-22", false, false),
        (17, "2008-11-22", true, false), (14, "2010-11-22", false, false), (14, "2010-11-21", false, true), (0, "2010-11-22", false, false),
    ])
    mutating func lowestAge(setting: Int, birth: String, hazardous: Bool, holds: Bool) throws {
        desk.settings.lowestAge = setting
        #expect(try blocked(desk.job { $0.isHazardous = hazardous }, desk.person { $0.birth = try day(birth) }) == (holds ? [] : [.legalAge]))
    }

    // MARK: - in-hand, declined

    @Test("in-hand: while this pair has no referral under way", arguments: [
        ([Stage.referred], true), ([.referred, .interviewed], true), ([.referred, .hired], true), ([.referred, .hired, .started], true),
        ([.referred, .hired, .started, .left], false),
    ])
    mutating func inHand(stages: [Stage], blocks: Bool) throws {
        var placement = try desk.placement(steps: (stages[0], "2026-11-01"))
        for stage in stages.dropFirst() { placement.append(try desk.placement(steps: (stage, "2026-11-02")).latest) }
        desk.register.update(placement)
        // Enough vacancies that the placement alone decides.
        let job = try desk.job { $0.headcount = 9 }
        #expect(try blocked(job, desk.person()) == (blocks ? [.inHand] : []))
        #expect(try blocked(job, desk.person("P2")) == [])
        #expect(try blocked(desk.job("J2") { $0.headcount = 9 }, desk.person()) == [])
    }

    @Test("in-hand: a referral dated after the day of matching is not yet under way")
    mutating func inHandLater() throws {
        desk.register.update(try desk.placement(steps: (.referred, "2026-11-22")))
        #expect(try blocked(desk.job(), desk.person()) == [])
        desk.today = try day("2026-11-22")
        #expect(try blocked(desk.job(), desk.person()) == [.inHand])
    }

    // 90 days before 21 November 2026 is 23 August.
    @Test("declined: from the 91st day after one side declined this pair", arguments: [
        ("2026-11-21", 90, true), ("2026-08-23", 90, true), ("2026-08-22", 90, false), ("2025-01-01", 90, false), ("2026-11-11", 10, true), ("2026-11-10", 10, false),
        ("2026-11-21", 0, true), ("2026-11-20", 0, false),
    ])
    mutating func declined(date: String, days: Int, blocks: Bool) throws {
        desk.settings.declineDays = days
        for party in Party.allCases {
            desk.register.update(try desk.placement(steps: (.referred, "2025-01-01"), (.declined, date), by: party))
            #expect(try blocked(desk.job(), desk.person()) == (blocks ? [.declined] : []), "\(party)")
            #expect(try blocked(desk.job(), desk.person("P2")) == [] && blocked(desk.job("J2"), desk.person()) == [], "\(party)")
        }
    }

    @Test("declined: once more referred after declining, the pair is in hand and still declined")
    mutating func declinedAndReferred() throws {
        desk.register.update(try desk.placement("R1", steps: (.referred, "2026-10-01"), (.declined, "2026-10-02"), by: .person))
        desk.register.update(try desk.placement("R2", steps: (.referred, "2026-11-01")))
        #expect(try blocked(desk.job(), desk.person()) == [.inHand, .declined])
    }

    // MARK: - Sex, ethnicity, household, marriage, disability

    @Test("whatever the sex, the household, the ethnicity or a disability")
    func neverBlocks() throws {
        var records = RandomRecords(desk.catalogue, .printed())
        records.narrow()
        for number in 0..<300 {
            let job = records.job(try recordID("J1"), employer: try recordID("E1"))
            let plain = records.person(try recordID("P1"))
            var others = [plain, plain, plain, plain]
            others[0].sex = .female
            others[1].sex = .male
            others[2].household = .elsewhere("河北省")
            others[2].extras[.ethnicity] = "鄂伦春族"
            others[3].recordedGroups.insert(try desk.catalogue.group("disabled"))
            // What a man is not given for want of the tag 妇女, nobody who
            // says nothing is given either.
            var silent = plain
            silent.sex = nil
            silent.household = nil
            let before = desk.assess(job, silent)
            for other in others {
                let after = desk.assess(job, other)
                #expect(after.blocked.members.allSatisfy { before.blocked.contains($0) }, "seed \(records.random.seed), \(number)")
                #expect(after.score.points >= before.score.points, "seed \(records.random.seed), \(number)")
            }
        }
    }
}
