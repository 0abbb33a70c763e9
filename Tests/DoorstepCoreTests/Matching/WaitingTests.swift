@testable import DoorstepCore
import Testing

@Suite("Who was left waiting")
struct WaitingTests {
    private var desk: Desk

    init() throws {
        desk = try Desk()
    }

    private func lines(_ queue: [WaitingQueues.Line]) -> [String] {
        queue.map { "\($0.id) \($0.since) \($0.days)" }
    }

    // MARK: - The queues

    @Test("Open jobs that nobody was sent to and people seeking who were offered nothing, longest first, then by bytes")
    mutating func queues() throws {
        // Given jobs of two lengths, one filled, one closed, one that somebody was sent to
        for (id, posted) in [("J10", "2026-11-01"), ("J9", "2026-11-01"), ("j1", "2026-11-01"), ("J5", "2026-10-31"), ("J6", "2026-10-01")] {
            desk.register.update(try desk.job(id) { $0.posted = try day(posted) })
        }
        desk.register.update(try desk.job("J7") { $0.posted = try day("2026-09-01"); $0.status = .filled })
        desk.register.update(try desk.job("J8") { $0.posted = try day("2026-09-01"); $0.closes = try day("2026-11-20") })
        for (id, registered) in [("P2", "2026-11-20"), ("P10", "2026-11-20"), ("P3", "2026-01-01"), ("P1", "2026-01-01")] {
            desk.register.update(try desk.person(id) { $0.registered = try day(registered) })
        }
        desk.register.update(try desk.person("P4") { $0.registered = try day("2025-01-01"); $0.status = .paused })
        desk.register.update(try desk.placement(job: "J6", person: "P3", steps: (.referred, "2026-11-02"), (.declined, "2026-11-03"), by: .employer))
        // When both queues are asked for
        let waiting = desk.matcher.waiting()
        // Then a capital letter comes before a small one and 1 before 9
        #expect(lines(waiting.jobs) == ["J5 2026-10-31 21", "J10 2026-11-01 20", "J9 2026-11-01 20", "j1 2026-11-01 20"])
        #expect(lines(waiting.people) == ["P1 2026-01-01 324", "P10 2026-11-20 1", "P2 2026-11-20 1"])
        #expect(lines(desk.matcher.waiting(limit: 1).jobs) == ["J5 2026-10-31 21"])
        #expect(lines(desk.matcher.waiting(limit: 1).people) == ["P1 2026-01-01 324"])
    }

    @Test("As of an earlier day a later referral has not happened; on its own day it has")
    mutating func asOfDay() throws {
        desk.register.update(try desk.job { $0.posted = try day("2026-11-01") })
        desk.register.update(try desk.person { $0.registered = try day("2026-11-04") })
        desk.register.update(try desk.placement(steps: (.referred, "2026-11-10")))
        desk.today = try day("2026-11-09")
        #expect(lines(desk.matcher.waiting().jobs) == ["J1 2026-11-01 8"])
        #expect(lines(desk.matcher.waiting().people) == ["P1 2026-11-04 5"])
        desk.today = try day("2026-11-10")
        #expect(desk.matcher.waiting() == WaitingQueues(jobs: [], people: []))
    }

    @Test("A job full by what was known on the day is in no queue")
    mutating func full() throws {
        desk.register.update(try desk.job { $0.headcount = 0 })
        #expect(desk.matcher.waiting().jobs.isEmpty)
    }

    @Test("What was posted for a later day has waited no days, not fewer")
    mutating func later() throws {
        desk.register.update(try desk.job { $0.posted = try day("2026-12-01") })
        #expect(lines(desk.matcher.waiting().jobs) == ["J1 2026-12-01 0"])
        #expect(desk.register.vacantDays(desk.register.jobs[0], asOf: desk.today) == 0)
    }

    // MARK: - Crowding

    @Test("How many were sent counts people, each once, by the day they were sent")
    mutating func sent() throws {
        let job = try desk.job()
        for (id, person, date) in [("R1", "P1", "2026-11-01"), ("R2", "P2", "2026-11-05"), ("R3", "P1", "2026-11-06"), ("R4", "P3", "2026-11-22")] {
            desk.register.update(try desk.placement(id, person: person, steps: (.referred, date), (.declined, date), by: .person))
        }
        desk.register.update(try desk.placement("R5", job: "J2", person: "P4", steps: (.referred, "2026-11-01")))
        #expect(desk.matcher.sentCount(to: job) == 2)
        #expect(try desk.register.sentCount(to: job.id, asOf: day("2026-10-31")) == 0)
        #expect(try desk.register.sentCount(to: job.id, asOf: day("2026-11-22")) == 3)
    }

    @Test("Vacant and seeking since the last referral up to the day, else since the record's own day")
    mutating func since() throws {
        let job = try desk.job { $0.posted = try day("2026-11-01") }
        let person = try desk.person { $0.registered = try day("2026-10-12") }
        desk.register.update(try desk.placement("R1", person: "P9", steps: (.referred, "2026-11-09"), (.interviewed, "2026-11-15")))
        desk.register.update(try desk.placement("R2", job: "J9", steps: (.referred, "2026-11-12")))
        let today = desk.today
        #expect(try desk.register.vacantSince(job, asOf: today) == day("2026-11-09"))
        #expect(try desk.register.vacantSince(job, asOf: day("2026-11-08")) == day("2026-11-01"))
        #expect(try desk.register.waitingSince(person, asOf: today) == day("2026-11-12"))
        #expect(try desk.register.waitingSince(person, asOf: day("2026-11-11")) == day("2026-10-12"))
        #expect(desk.register.vacantDays(job, asOf: today) == 12)
        #expect(desk.register.waitingDays(person, asOf: today) == 9)
    }

    @Test("Crowding says how many were sent and how long both sides have waited, and stands at the end of the line")
    mutating func crowding() throws {
        let job = try desk.job { $0.posted = try day("2026-11-01"); $0.headcount = 5 }
        let person = try desk.person { $0.registered = try day("2026-10-12") }
        for number in 2...4 {
            desk.register.update(try desk.placement("R\(number)", person: "P\(number)", steps: (.referred, "2026-11-09")))
        }
        let explanation = desk.explain(job, person)
        #expect(explanation.crowding == Phrase("已推荐3人，空缺12天，求职40天", "3 sent, vacant 12 days, seeking 40 days"))
        #expect(explanation.line.chinese.hasSuffix("；已推荐3人，空缺12天，求职40天"))
        #expect(explanation.line.english.hasSuffix("; 3 sent, vacant 12 days, seeking 40 days"))
        let yesterday = try desk.job("J2") { $0.posted = try day("2026-11-20") }
        #expect(desk.explain(yesterday, person).crowding.english == "0 sent, vacant 1 day, seeking 40 days")
    }

    @Test("Who or what is off the lists waits no longer, and crowding does not say so")
    func offTheLists() throws {
        let filled = try desk.job { $0.status = .filled }
        let placed = try desk.person { $0.status = .placed }
        #expect(try desk.explain(filled, desk.person()).crowding == Phrase("已推荐0人，求职0天", "0 sent, seeking 0 days"))
        #expect(try desk.explain(desk.job(), placed).crowding == Phrase("已推荐0人，空缺0天", "0 sent, vacant 0 days"))
    }
}
