import DoorstepCore
import Foundation
import GRDB
import Testing

@testable import DoorstepStore

@Suite("A store of an older version")
struct MigrationTests {
    let folder: Folder
    let path: String

    init() throws {
        folder = try Folder()
        path = folder.file()
    }

    /// A store as the first version left it: no saved searches, no keys, and
    /// what is personal in clear.
    private func makeFirst() throws {
        let catalogue = try Samples.catalogue
        let queue = try DatabaseQueue(path: path)
        try Schema.migrator().migrate(queue, upTo: "v1")
        let person = try RecordImage(Person(id: recordID("P1"), name: "欧阳密名", place: Samples.station.place, registered: day("2026-11-01")), catalogue)
        let employer = try RecordImage(Employer(id: recordID("E1"), name: "额尔古纳市宏达机械厂"), catalogue)
        try queue.write { db in
            try db.execute(sql: "INSERT INTO station (singleRow, code, name, journal) VALUES (1, ?, ?, 1)", arguments: [Samples.station.code, Samples.station.name])
            let founding = try Occasion(db, caseworker: "李四", now: "2026-11-20T01:00:00Z")
            try founding.write(.station, subjects: [], EntryContent([("code", Samples.station.code), ("name", Samples.station.name)]), db)
            let edit = try Occasion(db, caseworker: "李四", now: "2026-11-20T01:00:01Z")
            let states = try [
                KeptRecord(kind: .employer, id: employer.id, revision: 1, salt: Commitment.salt(), facts: employer.facts),
                KeptRecord(kind: .person, id: person.id, revision: 1, salt: Commitment.salt(), facts: person.facts, personal: [0] + person.personal),
            ].map { try RecordRows.put($0, after: nil, edit, db) }
            try edit.write(.edit, subjects: [], EntryContent(states.map { (RecordState.field, $0.entryValue) }), db)
        }
        try queue.close()
    }

    @Test("becomes one of this version when it is opened, with all that it held")
    func first() throws {
        // Given
        try makeFirst()

        // When
        let desk = try Desk(StationStore.open(at: path))

        // Then
        #expect(try desk.store.queue.read { try Schema.version(of: $0) } == Schema.version)
        let verdict = try desk.verdict
        #expect(verdict.findings == [])
        #expect(verdict.people == 1 && verdict.employers == 1)
        #expect(try desk.register.people.map(\.name) == ["欧阳密名"])
        #expect(try desk.store.searches() == [])
        try desk.save(.saveSearch(SavedSearch(name: SearchName("甲"), records: .job, query: "焊"), replacing: false))
        #expect(try StationStore.open(at: path).searches().count == 1)
        #expect(try desk.verdict.findings == [])
    }

    @Test("has its people sealed, and nothing of them left in clear")
    func sealed() throws {
        try makeFirst()
        #expect(try Data(contentsOf: URL(filePath: path)).range(of: Data("欧阳密名".utf8)) != nil)
        _ = try StationStore.open(at: path)
        #expect(try Data(contentsOf: URL(filePath: path)).range(of: Data("欧阳密名".utf8)) == nil)
    }

    @Test("is left alone where it cannot be written, and says what to do")
    func readOnly() throws {
        try makeFirst()
        let before = try Data(contentsOf: URL(filePath: path))
        #expect(throws: StoreError.older(version: 1)) { try StationStore.open(at: path, patience: 0, isReadOnly: true) }
        #expect(try Data(contentsOf: URL(filePath: path)) == before)
    }

    @Test("waits for whoever is changing it, and says who that is")
    func locked() throws {
        try makeFirst()
        let lock = ChangeLock(path: path + ".lock", patience: 0)
        try lock.hold(by: "李四", since: "2026-11-21T03:04:05Z") { () throws(ChangeError) in
            let error = #expect(throws: StoreError.self) { try StationStore.open(at: path, patience: 0) }
            #expect(error?.message.chinese.contains("李四") == true, "\(String(describing: error))")
        }
        #expect(try StationStore.open(at: path).searches() == [])
    }

    @Test("The tables of a version that was released are never declared otherwise", arguments: [
        ("v1", "8cd339f92b747b4727d0090555726826130796a60191beb769313729ecc7a1c4"), ("v2", "70d85e89491d444909f5a58d21712611904b7e3898d0125495582b67e63b48f4"),
        ("v3", "d5f0a05f0b43ab9f119c459c57552b78682751214dee8c40ec40e66bf5a0fda8"), ("v4", "1a30f73c53850f28281fd5f214390e55f29aa8e1b4519618f3ee89c56580f671"),
        ("v5", "0"),
    ])
    func released(version: String, digest: String) throws {
        let fresh = try DatabaseQueue()
        try Schema.migrator().migrate(fresh, upTo: version)
        let declarations = try fresh.read { try Schema.declarations($0) }.joined(separator: "\n")
        #expect(Hex.text(HashedFields(declarations).digest) == digest)
    }

    @Test("of the third format has its steps, and takes a correction of one of them")
    func third() throws {
        // Given a store of the first format that came as far as the third, with three steps.
        let first = try FirstFormat(path, Desk())
        let queue = try DatabaseQueue(path: path)
        try Schema.migrator().migrate(queue, upTo: "v3")
        let steps = "SELECT number || stage || date || recorded || caseworker || employer || title || hex(note) || hex(noteSalt) || journal || hex(link) FROM step"
        let before = try queue.read { try String.fetchAll($0, sql: steps) }
        try queue.close()
        // When
        let desk = try Desk(StationStore.open(at: first.path))
        // Then
        #expect(try desk.column(steps) == before && before.count == 3)
        #expect(try desk.verdict.findings == [])
        try desk.take(.corrected, of: recordID("150784001-R000001"))
        #expect(try desk.register.placements[0].stage == .interviewed)
        #expect(try desk.verdict.findings == [])
        #expect(try desk.column("SELECT name FROM sqlite_master WHERE name LIKE '%former%'") == [])
    }

    @Test("of the fifth format has its steps and corrections, and takes evidence and services")
    func fifth() throws {
        // Given
        let first = try FirstFormat(path, Desk())
        let queue = try DatabaseQueue(path: path)
        try Schema.migrator().migrate(queue, upTo: "v5")
        let steps = "SELECT number || stage || coalesce(corrects, '') || date || recorded || title || hex(note) || hex(statistics) || hex(link) FROM step"
        let before = try queue.read { try String.fetchAll($0, sql: steps) }
        try queue.close()
        // When
        let desk = try Desk(StationStore.open(at: first.path))
        // Then
        #expect(try desk.column(steps) == before && before.count == 3)
        let placement = try #require(try Array(desk.register.placements).first { $0.stage != .declined })
        #expect(placement.steps.allSatisfy { $0.facts == nil && $0.evidence.isEmpty })
        try desk.save(.step(StepDraft(.placement(placement.id), stage: .declined, party: .person, date: desk.today, reason: .tooFar)))
        try desk.save(.service(ServiceDraft(.person(placement.person), .revisit, date: desk.today)))
        #expect(try desk.register.placements[placement.id]?.latest.reason == .tooFar)
        #expect(try desk.verdict.findings == [])
        #expect(try desk.column("SELECT name FROM sqlite_master WHERE name LIKE '%former%'") == [])
    }

    @Test("of the third format that somebody tampered with is opened, and found to be")
    func tamperedThird() throws {
        _ = try FirstFormat(path, Desk())
        let queue = try DatabaseQueue(path: path)
        try Schema.migrator().migrate(queue, upTo: "v3")
        try queue.close()
        try tamper(path) { db in
            try db.execute(sql: "PRAGMA ignore_check_constraints = 1; UPDATE step SET stage = 'promoted' WHERE number = 2")
        }
        #expect(try Desk(StationStore.open(at: path)).verdict.findings.contains { $0.english.contains("Step 2 of the ledger does not hold") })
    }
}
