import DoorstepCore
import Testing

@testable import DoorstepStore

@Suite("Placement steps")
struct StepTests {
    let desk: Desk

    init() throws {
        desk = try Desk()
        try desk.fill { $0.headcount = 2 }
    }

    private func refusal(_ change: () throws -> Void) throws -> ChangeError {
        let before = try desk.store.sequence()
        let error = try #require(throws: ChangeError.self) { try change() }
        #expect(try desk.store.sequence() == before, "nothing is recorded of what was refused")
        return error
    }

    @Test("A placement goes from the referral to the day it ends, and the register shows it")
    func wholeWay() throws {
        // When
        let id = try desk.refer(note: "带介绍信")
        try desk.take(.interviewed, of: id)
        let hired = try desk.take(.hired, of: id)
        try desk.take(.started, of: id)
        let left = try desk.take(.left, of: id)

        // Then
        #expect(id.text == "150784001-R000001")
        #expect(hired.placement?.steps.map(\.stage) == [.referred, .interviewed, .hired])
        #expect(hired.person?.status == .placed)
        #expect(left.person?.status == .seeking)
        let placement = try #require(try desk.register.placements[id])
        #expect(placement == left.placement)
        #expect(placement.steps.map(\.number) == [1, 2, 3, 4, 5])
        #expect(placement.steps[0].note == "带介绍信")
        #expect(placement.steps[0].employer == "额尔古纳市宏达机械厂")
        #expect(placement.steps[0].title == "电焊工")
        #expect(try desk.register.people[recordID("P1")]?.status == .seeking)
        #expect(try desk.verdict.findings == [])
    }

    @Test("A pair in hand is not opened a second time, until it has ended")
    func second() throws {
        let id = try desk.refer()
        #expect(try refusal { try desk.refer() } == .refused(.alreadyOpen(placement: id, stage: .referred)))
        try desk.take(.declined, of: id, by: .person)
        #expect(try desk.refer().text == "150784001-R000002")
    }

    @Test("Day work that somebody was taken on for is no hindrance; a referral is")
    func dayWork() throws {
        try desk.save(jobs: [desk.job { $0.kind = desk.catalogue.kinds.all.first { $0.isDayWork }?.id; $0.headcount = 2 }])
        let id = try desk.refer()
        #expect(try refusal { try desk.refer() } == .refused(.alreadyOpen(placement: id, stage: .referred)))
        let hired = try desk.take(.hired, of: id)
        #expect(hired.person == nil, "day work makes nobody placed")
        #expect(hired.placement?.latest.kind == "gig")
        try desk.refer()
    }

    @Test("Nobody is hired for a vacancy that is gone, whatever the caller's register said")
    func vacancies() throws {
        try desk.save(jobs: [desk.job { $0.headcount = 1 }])
        let first = try desk.refer("P1")
        let second = try desk.refer("P2")
        try desk.take(.hired, of: first)
        #expect(try refusal { try desk.take(.hired, of: second) } == .refused(.noVacancy(title: "电焊工")))
        try desk.take(.declined, of: first, by: .employer)
        try desk.take(.hired, of: second)
    }

    @Test("Steps that cannot follow are refused")
    func cannotFollow() throws {
        let id = try desk.refer()
        let tomorrow = desk.today + 1
        #expect(
            try refusal { try desk.take(.started, of: id) } == .refused(.cannotFollow(stage: .referred, party: nil, asked: .started, isDayWork: false)))
        #expect(try refusal { try desk.take(.hired, of: id, on: desk.today + -1) } == .refused(.before(step: desk.today, asked: desk.today + -1)))
        #expect(try refusal { try desk.take(.hired, of: id, on: tomorrow) } == .refused(.inFuture(asked: tomorrow, today: desk.today)))
        #expect(try refusal { try desk.take(.declined, of: id) } == .refused(.partyMissing))
        #expect(try refusal { try desk.take(.hired, of: recordID("R9")) } == .refused(.unknownPlacement("R9")))
        #expect(try refusal { try desk.refer("P9") } == .refused(.unknownPerson("P9")))
        #expect(try refusal { try desk.refer(to: "J9") } == .refused(.unknownJob("J9")))
        let draft = try StepDraft(.pair(job: recordID("J2"), person: recordID("P1")), stage: .hired, date: desk.today)
        #expect(try refusal { try desk.save(.step(draft)) } == .notOpening(asked: .hired))
    }

    @Test("Who declined is kept with that step alone")
    func party() throws {
        let id = try desk.refer()
        try desk.take(.interviewed, of: id, by: .employer)
        let declined = try desk.take(.declined, of: id, by: .employer)
        #expect(declined.placement?.steps.map(\.party) == [nil, nil, .employer])
    }

    @Test("A step takes the person as the store has them, not as the caller last saw them")
    func freshPerson() throws {
        let id = try desk.refer()
        try desk.save(people: [desk.person("P1") { $0.note = "换了号码" }])
        let hired = try desk.take(.hired, of: id)
        #expect(hired.person?.note == "换了号码")
    }
}
