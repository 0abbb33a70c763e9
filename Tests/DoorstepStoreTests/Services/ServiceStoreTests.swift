import DoorstepCore
import GRDB
import Testing

@testable import DoorstepStore

@Suite("Services in the store")
struct ServiceStoreTests {
    private let folder: Folder
    private let desk: Desk

    init() throws {
        folder = try Folder()
        desk = try Desk.inFile(folder.file())
        try desk.fill()
    }

    private func person(_ id: String = "P1") throws -> Service.Subject { .person(try recordID(id)) }

    private func refusal(_ draft: ServiceDraft) throws -> ChangeError {
        let before = try desk.store.sequence()
        let error = try #require(throws: ChangeError.self) { try desk.save(.service(draft)) }
        #expect(try desk.store.sequence() == before, "nothing is recorded of what was refused")
        return error
    }

    @Test("What was done is there again, with everything that was said of it, and verify finds nothing")
    func roundTrip() throws {
        let placement = try desk.refer("P2")
        let drafts = [
            ServiceDraft(try person(), .guidance, date: desk.today, note: "讲了简历"),
            ServiceDraft(
                try person("P2"), .call, outcome: .postponed, placement: placement, again: desk.today + 3, date: desk.today, note: "说下周"),
            ServiceDraft(.job(try recordID("J1")), .verification, outcome: .reached, date: desk.today + -1, note: "还招一人"),
        ]
        let saved = try drafts.map { try #require(try desk.save(.service($0)).service) }
        let register = try desk.register
        #expect(Array(register.services) == saved)
        #expect(saved.map(\.number) == [1, 2, 3])
        #expect(saved[1].again == desk.today + 3 && saved[1].placement == placement && saved[1].outcome == .postponed)
        #expect(register.services(of: try person()).map(\.note) == ["讲了简历"])
        #expect(try desk.verdict.findings == [])
        #expect(try StationStore.open(at: folder.file()).changes(since: 0, catalogue: desk.catalogue).services == saved)
    }

    @Test("Its note is in no file, and goes with the person who is erased; that it was done stays")
    func erased() throws {
        try desk.save(.service(ServiceDraft(try person(), .revisit, date: desk.today, note: "欧阳密语")))
        try desk.save(.service(ServiceDraft(.job(try recordID("J1")), .verification, date: desk.today, note: "欧阳密语")))
        #expect(try FileSearch(folder).finds("欧阳密语") == [])
        #expect(try desk.register.services.map(\.note) == ["欧阳密语", "欧阳密语"])
        try desk.save(.erase(recordID("P1")))
        #expect(try desk.register.services.map(\.note) == ["", "欧阳密语"])
        #expect(try desk.verdict.findings == [])
    }

    @Test("One that was recorded by mistake is taken back by a further one, once")
    func takenBack() throws {
        try desk.save(.service(ServiceDraft(try person(), .guidance, date: desk.today)))
        let takingBack = ServiceDraft(try person(), .guidance, takesBack: 1, date: desk.today)
        try desk.save(.service(takingBack))
        #expect(try desk.register.services(of: person()).isEmpty)
        #expect(try desk.register.services.count == 2)
        #expect(try refusal(takingBack) == .service(.nothingToTakeBack(number: 1)))
        #expect(try refusal(ServiceDraft(person("P2"), .guidance, takesBack: 1, date: desk.today)) == .service(.nothingToTakeBack(number: 1)))
        #expect(try desk.verdict.findings == [])
    }

    @Test("What cannot be is refused in one sentence, and nothing is stored")
    func refused() throws {
        #expect(try refusal(ServiceDraft(person("P9"), .guidance, date: desk.today)) == .service(.unknown("P9")))
        #expect(try refusal(ServiceDraft(person(), .guidance, date: desk.today + 1)) == .service(.inFuture(asked: desk.today + 1, today: desk.today)))
        #expect(try refusal(ServiceDraft(.job(recordID("J1")), .guidance, date: desk.today)) == .service(.notFor(.guidance, recordID("J1"))))
        #expect(try refusal(ServiceDraft(person(), .call, again: desk.today, date: desk.today)) == .service(.againBefore(desk.today)))
        let unknown = try recordID("R9")
        #expect(try refusal(ServiceDraft(person(), .call, placement: unknown, date: desk.today)) == .service(.unknownPlacement("R9")))
    }

    @Test("One of somebody who was merged is of who stands for them", arguments: [false, true])
    func merged(isTakenBack: Bool) throws {
        try desk.save(.service(ServiceDraft(try person(), .guidance, date: desk.today)))
        let before = try #require(try desk.register.people[recordID("P1")])
        try desk.save(people: [before.absent(.merged(into: recordID("P2"), MergeTrace()))])
        #expect(try refusal(ServiceDraft(person(), .guidance, date: desk.today)) == .service(.absent(record: recordID("P1"), recordID("P2"))))
        if isTakenBack { try desk.save(.service(ServiceDraft(person("P2"), .guidance, takesBack: 1, date: desk.today))) }
        #expect(try desk.register.services(of: person("P2")).count == (isTakenBack ? 0 : 1))
        #expect(try desk.verdict.findings == [])
    }

    @Test("An import is not taken back whole after something was done for one of its people")
    func takeBackImport() throws {
        let batch = RecordBatch(people: [try desk.person("N1")])
        let entry = try desk.save(.records(batch, reason: .import(file: "a.csv", rows: 1, refused: 0))).sequence
        try desk.save(.service(ServiceDraft(try person("N1"), .reception, date: desk.today)))
        let error = #expect(throws: ChangeError.self) { try desk.save(.takeBackImport(entry: entry, before: RecordBatch())) }
        guard case .servedSince? = error else { return #expect(Bool(false), "\(String(describing: error))") }
    }

    @Test("Whatever of it is changed, removed or put in is found", arguments: [
        ("UPDATE service SET kind = 'reception' WHERE number = 1", "Service 1 is not what journal entry"),
        ("UPDATE service SET date = '2026-11-01' WHERE number = 2", "Service 2 is not what journal entry"),
        ("UPDATE service SET noteSalt = zeroblob(16) WHERE number = 1", "Service 1 is not what journal entry"),
        ("UPDATE service SET personId = 'P3' WHERE number = 1", "Service 1 is not what journal entry"),
        ("DELETE FROM service WHERE number = 2", "The service of which journal entry"), ("DELETE FROM service WHERE number = 1", "Service 1 is missing"),
        ("INSERT INTO service SELECT 3, kind, personId, jobId, placementId, outcome, again, takesBack, date, recorded, caseworker, note, noteSalt, journal FROM service WHERE number = 2",
         "Service 3 is not what journal entry"),
        ("UPDATE service SET note = x'01' || randomblob(60) WHERE number = 2", "The note of service 2 does not open"),
    ])
    func tampered(sql: String, finding: String) throws {
        for kind in [ServiceKind.guidance, .revisit] { try desk.save(.service(ServiceDraft(person(), kind, date: desk.today, note: "一"))) }
        #expect(try desk.verdict.findings == [])
        try tamper(folder.file()) { try $0.execute(sql: sql) }
        let found = try desk.verdict.findings.map(\.english).joined(separator: "\n")
        #expect(found.contains(finding), "\(found)")
    }
}
