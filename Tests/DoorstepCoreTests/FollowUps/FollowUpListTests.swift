@testable import DoorstepCore
import Testing

@Suite("What is due at a station")
struct FollowUpListTests {
    private var desk: Desk
    private var number = 0

    init() throws {
        // A Saturday.
        desk = try Desk(on: "2026-11-21")
        desk.register.update(try desk.employer())
    }

    private func lines(ahead: Int = 0, policyDates: [PolicyDate] = []) -> [String] {
        desk.matcher.followUps(ahead: ahead, policyDates: policyDates).map { "\($0.subject.id) \($0.reason.phrase.english) \($0.since) \($0.due)" }
    }

    private mutating func serve(
        _ subject: Service.Subject, _ kind: ServiceKind, _ date: String, _ outcome: CallOutcome? = nil, again: String? = nil, placement: String? = nil,
        takesBack: Int? = nil
    ) throws {
        number += 1
        let draft = try ServiceDraft(
            subject, kind, outcome: outcome, placement: placement.map { try recordID($0) }, again: again.map { try day($0) }, takesBack: takesBack, date: day(date))
        desk.register.update(Service(number: number, draft, recorded: "\(date)T01:00:00Z", caseworker: "李四"))
    }

    private func person(_ id: String, registered: String, _ status: PersonStatus = .seeking) throws -> Person {
        try desk.person(id) { (person: inout Person) in
            person.registered = try day(registered)
            person.status = status
        }
    }

    @Test("Who registered is spoken to within five working days, which any service, call or referral does")
    mutating func firstContact() throws {
        let subject = Service.Subject.person(try recordID("P1"))
        desk.register.update(try person("P1", registered: "2026-11-13"))
        #expect(lines() == ["P1 first contact 2026-11-13 2026-11-20"])
        desk.register.update(try person("P2", registered: "2026-11-16"))
        desk.register.update(try person("P3", registered: "2026-11-01", .placed))
        #expect(lines() == ["P1 first contact 2026-11-13 2026-11-20"], "Monday's is not due on the Saturday; who is placed is not asked")
        #expect(lines(ahead: 2).count == 2)
        // Nobody reached, on Friday: again on Monday.
        try serve(subject, .call, "2026-11-20", .noAnswer)
        #expect(lines() == [])
        #expect(lines(ahead: 2).first == "P1 first contact 2026-11-13 2026-11-23")
        try serve(subject, .wishSurvey, "2026-11-21")
        #expect(lines(ahead: 2) == ["P2 first contact 2026-11-16 2026-11-23"])
    }

    @Test("Taken back, a service did not take place; dated later than the day, neither")
    mutating func takenBack() throws {
        let subject = Service.Subject.person(try recordID("P1"))
        desk.register.update(try person("P1", registered: "2026-11-02"))
        try serve(subject, .guidance, "2026-11-22")
        #expect(lines() == ["P1 first contact 2026-11-02 2026-11-09"])
        try serve(subject, .guidance, "2026-11-05")
        #expect(lines() == [])
        try serve(subject, .guidance, "2026-11-05", takesBack: 2)
        #expect(lines() == ["P1 first contact 2026-11-02 2026-11-09"])
    }

    @Test("Who was offered nothing for thirty days is spoken to, and is left alone for thirty days after")
    mutating func nothingOffered() throws {
        let subject = Service.Subject.person(try recordID("P1"))
        desk.register.update(try person("P1", registered: "2026-09-01"))
        desk.register.update(try desk.job { $0.status = .filled })
        try serve(subject, .reception, "2026-09-01")
        #expect(lines() == ["P1 nothing offered 2026-09-01 2026-10-01"])
        try serve(subject, .call, "2026-10-10", .reached)
        #expect(lines() == ["P1 nothing offered 2026-09-01 2026-11-09"])
        try serve(subject, .trainingNotice, "2026-10-22")
        #expect(lines() == ["P1 nothing offered 2026-10-22 2026-11-21"])
        desk.register.update(try desk.placement(steps: (.referred, "2026-10-23"), (.declined, "2026-10-24"), by: .person))
        #expect(lines() == [])
        #expect(lines(ahead: 2) == ["P1 nothing offered 2026-10-23 2026-11-23"])
    }

    @Test("A call that was put off is made on the day agreed, one that nobody answered on the next working day")
    mutating func again() throws {
        let subject = Service.Subject.person(try recordID("P1"))
        desk.register.update(try person("P1", registered: "2026-11-02"))
        try serve(subject, .reception, "2026-11-03")
        try serve(subject, .call, "2026-11-10", .postponed, again: "2026-11-21")
        #expect(lines() == ["P1 call agreed on 2026-11-10 2026-11-21"])
        try serve(subject, .call, "2026-11-19", .noAnswer)
        #expect(lines() == ["P1 no answer: again 2026-11-19 2026-11-20"])
        try serve(subject, .call, "2026-11-19", .outOfService)
        #expect(lines() == ["P1 another number 2026-11-19 2026-11-20"])
        try serve(subject, .call, "2026-11-20", .reached)
        #expect(lines() == [])
    }

    @Test("A job about to close is asked after, and one that nobody asked after for thirty days")
    mutating func jobs() throws {
        let subject = Service.Subject.job(try recordID("J1"))
        func job(_ id: String, posted: String, closes: String? = nil, verified: String? = nil, _ status: JobStatus = .open) throws -> Job {
            try desk.job(id) {
                ($0.posted, $0.status) = (try day(posted), status)
                $0.closes = try closes.map { try day($0) }
                $0.extras[.verified] = verified
            }
        }
        desk.register.update(try job("J1", posted: "2026-10-01"))
        desk.register.update(try job("J2", posted: "2026-10-01", verified: "2026-11-01"))
        desk.register.update(try job("J3", posted: "2026-11-10", closes: "2026-11-24"))
        desk.register.update(try job("J4", posted: "2026-11-10", closes: "2026-11-25"))
        desk.register.update(try job("J5", posted: "2026-10-01", .filled))
        desk.register.update(try job("J6", posted: "2026-10-01", closes: "2026-11-20"))
        #expect(lines() == ["J1 still open? 2026-10-01 2026-10-31", "J3 about to close 2026-11-10 2026-11-21"])
        try serve(subject, .call, "2026-11-20", .noAnswer)
        #expect(lines() == ["J3 about to close 2026-11-10 2026-11-21"])
        try serve(subject, .verification, "2026-11-21")
        try serve(.job(try recordID("J3")), .verification, "2026-11-21")
        #expect(lines() == [])
    }

    @Test("A policy's date is due from that day until somebody was reached about it")
    mutating func policies() throws {
        desk.register.update(try person("P1", registered: "2026-10-01", .placed))
        desk.register.update(try desk.job { $0.status = .filled })
        desk.register.update(try desk.placement(steps: (.referred, "2026-10-01"), (.interviewed, "2026-10-02")))
        let policies = desk.catalogue.policies.policies.prefix(2)
        let dates = try zip(["2026-11-20", "2026-11-22"], policies).map { PolicyDate(placement: try recordID("R1"), policy: $0.1, date: try day($0.0)) }
        #expect(lines(policyDates: dates) == ["R1 \(policies[0].name.english) 2026-11-20 2026-11-20"])
        #expect(Set(desk.matcher.followUps(ahead: 5, policyDates: dates).map(\.id)).count == 2)
        try serve(.person(try recordID("P1")), .call, "2026-11-21", .reached, placement: "R1")
        #expect(lines(policyDates: dates) == [])
    }

    @Test("Overdue longest comes first, then by what it is about; each asks under a key of its own")
    mutating func order() throws {
        desk.register.update(try desk.job("J2") { $0.kind = try desk.catalogue.kind("零工") })
        desk.register.update(try desk.job { $0.status = .filled })
        desk.register.update(try person("P1", registered: "2026-10-01", .placed))
        desk.register.update(try desk.placement("R3", steps: (.referred, "2026-11-10")))
        desk.register.update(try desk.placement("R1", steps: (.referred, "2026-10-01"), (.hired, "2026-10-02"), (.started, "2026-10-20")))
        desk.register.update(try desk.placement("R2", steps: (.referred, "2026-11-10")))
        desk.register.update(try desk.placement("R4", job: "J2", steps: (.referred, "2026-11-10"), (.hired, "2026-11-15")))
        let due = desk.matcher.followUps()
        #expect(due.map(\.subject.id.text) == ["R4", "R2", "R3", "R1"])
        #expect(due.map { $0.daysOverdue(asOf: desk.today) } == [5, 4, 4, 2])
        #expect(Set(due.map(\.id)).count == 4)
        #expect(desk.matcher.followUps(ahead: 0, isCancelled: { true }) == nil)
    }

    @Test("A merged record is asked after under the one that stands for it")
    mutating func merged() throws {
        desk.register.update(try person("P1", registered: "2026-11-02"))
        desk.register.update(try person("P2", registered: "2026-11-02").absent(.merged(into: recordID("P1"), MergeTrace())))
        try serve(.person(try recordID("P2")), .guidance, "2026-11-05")
        #expect(lines() == [])
    }

    @Test("Counters: recommendations that stand, guidance and training notices")
    mutating func counters() throws {
        let id = try recordID("P1")
        desk.register.update(try person("P1", registered: "2026-11-02"))
        #expect(ServiceCounts(of: id, desk.register).phrase.chinese == "推荐0 指导0 培训信息0")
        for number in 1...3 { desk.register.update(try desk.placement("R\(number)", steps: (.referred, "2026-11-03"))) }
        try serve(.person(id), .guidance, "2026-11-03")
        try serve(.person(id), .guidance, "2026-11-03", takesBack: 1)
        try serve(.person(id), .trainingNotice, "2026-11-04")
        #expect(ServiceCounts(of: id, desk.register).phrase == Phrase("推荐3 指导0 培训信息1", "3 recommendations, 0 guidance, 1 training notice"))
        #expect(!ServiceCounts(of: id, desk.register).isWhole)
        try serve(.person(id), .guidance, "2026-11-05")
        #expect(ServiceCounts(of: id, desk.register).isWhole)
    }

    @Test("The day's book: who came or telephoned, whom day work was found for and where hands are wanted, what I did")
    mutating func book() throws {
        let id = try recordID("P1")
        desk.register.update(try person("P1", registered: "2026-11-21"))
        desk.register.update(try person("P2", registered: "2026-11-20"))
        let dayWork = try desk.catalogue.kind("零工")
        desk.register.update(try desk.job("J2") { ($0.kind, $0.headcount, $0.posted) = (dayWork, 2, try day("2026-11-01")) })
        desk.register.update(try desk.job("J3") { ($0.kind, $0.from, $0.posted) = (dayWork, try day("2026-11-22"), try day("2026-11-01")) })
        try serve(.person(id), .reception, "2026-11-21")
        try serve(.person(id), .guidance, "2026-11-21")
        try serve(.person(id), .call, "2026-11-20", .reached)
        try serve(.person(id), .reception, "2026-11-21", takesBack: 1)
        try serve(.person(id), .call, "2026-11-21", .noAnswer)
        var placement = try desk.placement(job: "J2", steps: (.referred, "2026-11-20"), (.hired, "2026-11-21"))
        placement = try withKind(placement, "gig")
        desk.register.update(placement)
        let book = try #require(DayBook(desk.matcher, caseworker: "李四"))
        #expect(book.visitors.map(\.number) == [5])
        #expect(book.services.map(\.number) == [2, 5])
        #expect(book.sentToday.map(\.text) == ["R1"])
        #expect(book.wanted.map { "\($0.job) \($0.left)" } == ["J2 1"])
        #expect(book.steps.map(\.step.stage) == [.hired])
        #expect(book.peopleRegistered == [id] && book.jobsPosted.isEmpty)
        #expect(try #require(DayBook(desk.matcher, caseworker: "王五")).services.isEmpty)
        #expect(DayBook(desk.matcher, caseworker: "李四", isCancelled: { true }) == nil)
    }

    private func withKind(_ placement: Placement, _ kind: String) throws -> Placement {
        let steps = placement.steps.map {
            PlacementStep(
                number: $0.number, stage: $0.stage, party: $0.party, date: $0.date, recorded: $0.recorded, caseworker: $0.caseworker, note: "", employer: "", title: "",
                kind: kind, link: "")
        }
        var copy = Placement(id: placement.id, job: placement.job, person: placement.person, first: try #require(steps.first))
        for step in steps.dropFirst() { copy.append(step) }
        return copy
    }
}
