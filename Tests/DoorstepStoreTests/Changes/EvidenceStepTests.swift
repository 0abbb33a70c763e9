import DoorstepCore
import GRDB
import Testing

@testable import DoorstepStore

@Suite("Reasons and evidence of steps")
struct EvidenceStepTests {
    private let folder: Folder
    private let desk: Desk

    init() throws {
        folder = try Folder()
        desk = try Desk.inFile(folder.file())
        try desk.fill()
    }

    @discardableResult
    private func take(_ stage: Stage, _ id: RecordID, on date: String, by party: Party? = nil, _ reason: StepReason? = nil, _ evidence: Evidence = [:]) throws -> Committed {
        try desk.save(.step(StepDraft(.placement(id), stage: stage, party: party, date: try day(date), reason: reason, evidence: evidence)))
    }

    /// A placement whose person started on 1 September.
    private func started() throws -> RecordID {
        let first = StepDraft(.pair(job: try recordID("J1"), person: try recordID("P1")), stage: .referred, date: try day("2026-08-20"))
        let id = try #require(try desk.save(.step(first)).placement).id
        try take(.hired, id, on: "2026-08-25", nil, [.contractSigned: .day(day("2026-08-25")), .contractFrom: .day(day("2026-09-01")), .contractTo: .day(day("2027-08-31"))])
        try take(.started, id, on: "2026-09-01")
        return id
    }

    @Test("What came in with a step is there again, in the log, in the journal and in the chain")
    func roundTrip() throws {
        let id = try started()
        let evidence: Evidence = [.pensionMonths: .number(3), .insuranceUnbroken: .yes(true), .checkedAgainst: .source(.insuranceRecord), .agency: .text("北疆人力")]
        try take(.checked, id, on: "2026-11-20", nil, evidence)
        try take(.left, id, on: "2026-11-21", .wagesUnpaid)
        let placement = try #require(try desk.register.placements[id])
        #expect(placement.steps.map(\.stage) == [.referred, .hired, .started, .checked, .left])
        #expect(placement.steps[3].evidence == evidence && placement.steps[4].reason == .wagesUnpaid)
        #expect(placement.evidence(asOf: desk.today).values.day(.contractTo) == (try day("2027-08-31")))
        #expect(placement.evidence(asOf: try day("2026-11-19")).values.number(.pensionMonths) == nil)
        let rows = try desk.store.ledger()
        #expect(rows[3].evidence == "pension-months=3;insurance-unbroken=yes;agency=北疆人力;checked-against=insurance-record")
        #expect(rows[4].reason == "wages-unpaid")
        guard case .holds = LedgerLog.verify(rows.map(\.cells)) else { return #expect(Bool(false)) }
        #expect(try desk.verdict.findings == [])
    }

    @Test("The facts of both sides are those of the day, whatever the records say later")
    func facts() throws {
        try desk.save(people: [desk.person("P1") { $0.birth = try day("1990-05-01"); $0.sex = .female; $0.unemployedSince = try day("2026-01-01") }])
        let id = try started()
        try desk.save(people: [desk.person("P1") { $0.birth = try day("1950-05-01") }])
        let step = try #require(try desk.register.placements[id]?.steps[1])
        let facts = try #require(step.facts)
        #expect(facts.age == 36 && facts.sex == .female)
        let registered = try #require(desk.catalogue.groups.group(code: "registered-unemployed"))
        #expect(facts.groups.contains(registered))
        #expect(facts.workplace == (try Samples.station.place))
    }

    @Test("What cannot be true is refused", arguments: [
        ("insured for more months than there were", Stage.checked, ["pension-months": "4"], "2026-11-20", "多于"),
        ("signed after the day of the step", .checked, ["contract-signed": "2026-11-21"], "2026-11-20", "晚于"),
        ("a contract that ends before it begins", .checked, ["contract-to": "2026-08-31"], "2026-11-20", "早于"),
        ("a year of 2099", .checked, ["contract-to": "2099-01-01"], "2026-11-20", "核对年份"),
        ("wages by the day of a lasting job", .checked, ["paid": "是"], "2026-11-20", "零工"),
        ("a check before the start", .checked, [:], "2026-08-31", "早于上一步"),
        ("a reason for what needs none", .checked, ["reason": "resigned"], "2026-11-20", "不用填原因"),
    ])
    func refused(what: String, stage: Stage, typed: [String: String], date: String, said: String) throws {
        let id = try started()
        var evidence: Evidence = [:]
        for (name, value) in typed where name != "reason" {
            let item = try #require(EvidenceItem(rawValue: name))
            evidence[item] = try item.read(value)
        }
        let before = try desk.store.sequence()
        let error = try #require(throws: ChangeError.self) { try take(stage, id, on: date, typed["reason"].flatMap { StepReason(rawValue: $0) }, evidence) }
        #expect(error.message.chinese.contains(said), "\(what): \(error.message.chinese)")
        #expect(try desk.store.sequence() == before)
    }

    private func take(_ stage: Stage, _ id: RecordID, on date: String, _ reason: StepReason?, _ evidence: Evidence) throws {
        try take(stage, id, on: date, by: nil, reason, evidence)
    }

    @Test("Nobody is taken on full time while at work full time elsewhere; afterwards they are")
    func secondHire() throws {
        let full = try #require(desk.catalogue.kinds.kind("full-time")).id
        try desk.save(jobs: [desk.job("J1") { $0.kind = full }, desk.job("J2") { $0.kind = full }])
        try desk.save(people: [desk.person("P1") { $0.status = .seeking }])
        let id = try started()
        try desk.save(people: [desk.person("P1") { $0.status = .seeking }])
        let second = try desk.refer("P1", to: "J2")
        let error = #expect(throws: ChangeError.self) { try desk.take(.hired, of: second) }
        #expect(error == .refused(.atWork(placement: id, employer: "额尔古纳市宏达机械厂")))
        try take(.left, id, on: "2026-11-21", .resigned, [:])
        #expect(throws: Never.self) { try desk.take(.hired, of: second) }
    }

    @Test("A reason or evidence that was changed in the table is found", arguments: [
        ("UPDATE step SET evidence = 'pension-months=6' WHERE number = 4", "Step 4 of the ledger does not hold"),
        ("UPDATE step SET evidence = '' WHERE number = 4", "Step 4 of the ledger does not hold"),
        ("UPDATE step SET reason = 'dismissed' WHERE number = 5", "Step 5 of the ledger does not hold"),
        ("UPDATE step SET evidence = 'wage=1' WHERE number = 3", "Step 3 of the ledger does not hold"),
    ])
    func tampered(sql: String, finding: String) throws {
        let id = try started()
        try take(.checked, id, on: "2026-11-20", nil, [.pensionMonths: .number(3)])
        try take(.left, id, on: "2026-11-21", .resigned, [:])
        try tamper(folder.file()) { try $0.execute(sql: sql) }
        #expect(try desk.verdict.findings.map(\.english).joined().contains(finding))
    }
}
