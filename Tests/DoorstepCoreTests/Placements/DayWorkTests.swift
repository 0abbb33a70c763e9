@testable import DoorstepCore
import Testing

/// 零工 takes people by the day: who is taken on stays on the list.
@Suite("Day work")
struct DayWorkTests {
    private var desk: Desk

    init() throws {
        desk = try Desk()
        desk.register.update(try job())
        desk.register.update(try desk.person())
    }

    /// One vacancy a day from 20 to 22 November, unless changed.
    private func job(_ change: (inout Job) throws -> Void = { _ in }) throws -> Job {
        try desk.job { job in
            job.kind = try desk.catalogue.kind("零工")
            job.from = try day("2026-11-20")
            job.to = try day("2026-11-22")
            try change(&job)
        }
    }

    private func draft(_ stage: Stage, on date: String, of placement: String? = nil) throws -> StepDraft {
        let target: StepDraft.Target = try placement.map { .placement(try recordID($0)) } ?? .pair(job: try recordID("J1"), person: try recordID("P1"))
        return StepDraft(target, stage: stage, date: try day(date))
    }

    private func left(on date: String) throws -> Int {
        desk.register.vacanciesLeft(of: try job(), asOf: try day(date), isDayWork: true)
    }

    @Test("has its vacancies on each day by itself, to the last")
    mutating func vacancies() throws {
        desk.register.update(try desk.placement("R1", person: "P2", steps: (.referred, "2026-11-20"), (.hired, "2026-11-20")))
        #expect(try left(on: "2026-11-20") == 0 && left(on: "2026-11-21") == 1 && left(on: "2026-11-22") == 1 && left(on: "2026-11-23") == 0)
        desk.register.update(try desk.placement("R2", person: "P3", steps: (.referred, "2026-11-20"), (.hired, "2026-11-21"), (.started, "2026-11-21")))
        #expect(try left(on: "2026-11-21") == 0)
        desk.register.update(try desk.placement("R2", person: "P3", steps: (.referred, "2026-11-20"), (.hired, "2026-11-21"), (.declined, "2026-11-21")))
        #expect(try left(on: "2026-11-21") == 1)
    }

    @Test("is open while some day from today to its last has a vacancy")
    mutating func open() throws {
        func isOpen(on date: String) throws -> Bool {
            desk.today = try day(date)
            return try !desk.blocked(job(), desk.person("P9")).contains(.jobOpen)
        }
        desk.register.update(try desk.placement("R1", person: "P2", steps: (.referred, "2026-11-20"), (.hired, "2026-11-21")))
        #expect(try isOpen(on: "2026-11-19") && isOpen(on: "2026-11-20") && isOpen(on: "2026-11-22") && !isOpen(on: "2026-11-23"))
        // Full today, and tomorrow still free.
        #expect(try isOpen(on: "2026-11-21"))
        desk.register.update(try desk.placement("R2", person: "P3", steps: (.referred, "2026-11-20"), (.hired, "2026-11-22")))
        // Full on its last day.
        #expect(try !isOpen(on: "2026-11-22"))
    }

    @Test("without a last day is open for today alone")
    mutating func withoutLastDay() throws {
        let endless = try job { $0.to = nil }
        #expect(try desk.blocked(endless, desk.person("P9")) == [])
        desk.register.update(try desk.placement("R1", person: "P2", steps: (.referred, "2026-11-20"), (.hired, "2026-11-21")))
        #expect(try desk.blocked(endless, desk.person("P9")) == [.jobOpen])
        desk.today = try day("2026-11-22")
        #expect(try desk.blocked(endless, desk.person("P9")) == [])
    }

    @Test("may take the same person on again, and others may too, while a referral under way is in hand")
    mutating func again() throws {
        desk.register.update(try desk.placement("R1", steps: (.referred, "2026-11-20"), (.hired, "2026-11-20")))
        #expect(try desk.blocked(job(), desk.person()) == [])
        #expect(try desk.matcher.admit(draft(.referred, on: "2026-11-21")).isDayWork)
        desk.register.update(try desk.placement("R2", steps: (.referred, "2026-11-21")))
        #expect(try desk.blocked(job(), desk.person()) == [.inHand])
        #expect(throws: StepRefusal.alreadyOpen(placement: try recordID("R2"), stage: .referred)) { try desk.matcher.admit(draft(.referred, on: "2026-11-21")) }
        // The same steps at a job of another kind would be in hand.
        desk.register.update(try desk.placement("R3", job: "J2", steps: (.referred, "2026-11-20"), (.hired, "2026-11-20")))
        #expect(try desk.blocked(desk.job("J2") { $0.headcount = 9 }, desk.person()) == [.inHand])
    }

    @Test("counts a hire entered late on the day itself, not on the day it was entered")
    mutating func enteredLate() throws {
        // Given one hired for each of today and yesterday, one vacancy a day
        desk.register.update(try desk.placement("R1", steps: (.referred, "2026-11-19")))
        desk.register.update(try desk.placement("R2", person: "P2", steps: (.referred, "2026-11-19"), (.hired, "2026-11-21")))
        // When another hire is entered for yesterday, then it is admitted
        #expect(throws: Never.self) { try desk.matcher.admit(draft(.hired, on: "2026-11-20", of: "R1")) }
        // And for today it is not
        #expect(throws: StepRefusal.noVacancy(title: "电焊工")) { try desk.matcher.admit(draft(.hired, on: "2026-11-21", of: "R1")) }
        // And where yesterday is full and today free, the other way round
        desk.register.update(try desk.placement("R2", person: "P2", steps: (.referred, "2026-11-19"), (.hired, "2026-11-20")))
        #expect(throws: StepRefusal.noVacancy(title: "电焊工")) { try desk.matcher.admit(draft(.hired, on: "2026-11-20", of: "R1")) }
        #expect(throws: Never.self) { try desk.matcher.admit(draft(.hired, on: "2026-11-21", of: "R1")) }
    }

    @Test("is in hand for its placement while the employer has not decided")
    func inHand() throws {
        for stage in Stage.allCases {
            let placement = try desk.placement(steps: (stage, "2026-11-20"), by: .person)
            #expect(placement.stage.isInHand(isDayWork: true) == [.referred, .interviewed].contains(stage), "\(stage)")
            #expect(placement.stage.isInHand(isDayWork: false) == [.referred, .interviewed, .hired, .started].contains(stage), "\(stage)")
        }
    }
}
