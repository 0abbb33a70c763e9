import DoorstepCore
import GRDB
import Testing

@testable import DoorstepStore

@Suite("Changing records")
struct RecordChangeTests {
    @Test("Each change is one entry and one revision")
    func revisions() throws {
        let desk = try Desk()
        #expect(try desk.save(people: [desk.person()]).sequence == 2)
        #expect(try desk.save(people: [desk.person { $0.note = "周三回访" }]).sequence == 3)
        #expect(try desk.column("SELECT revision || ' ' || journal FROM person") == ["2 3"])
        #expect(try desk.column("SELECT kind || ' ' || subjects FROM journal") == ["station 150784001", "edit P1", "edit P1"])
    }

    @Test("What did not change is no change")
    func unchanged() throws {
        let desk = try Desk()
        let first = try desk.save(people: [desk.person()])
        let second = try desk.save(people: [desk.person()])
        #expect(first.changed == 1)
        #expect(second == Committed(sequence: first.sequence))
        #expect(try desk.store.sequence() == first.sequence)
    }

    @Test("An import is one entry, with counts and one digest")
    func imported() throws {
        // Given
        let desk = try Desk()
        try desk.save(people: [desk.person("P1")])

        // When
        let batch = RecordBatch(people: try ["P1", "P2", "P3"].map { try desk.person($0) })
        let committed = try desk.save(.records(batch, reason: .import(file: "名单.csv", rows: 4, refused: 1)))

        // Then
        #expect(committed.changed == 2)
        let content = try #require(EntryContent(text: desk.column("SELECT content FROM journal WHERE sequence = 3")[0]))
        #expect(content.fields.map(\.name) == ["file", "rows", "refused", "employer_count", "person_count", "job_count", "distance_count", "digest"])
        #expect(content["file"] == "名单.csv")
        #expect(content["person_count"] == "2")
        #expect(try desk.verdict.findings == [])
    }

    @Test("A change that fails anywhere leaves nothing behind")
    func allOrNothing() throws {
        let desk = try Desk()
        let job = try desk.job { $0.employer = try recordID("E9") }
        let error = try #require(throws: ChangeError.self) {
            try desk.save(people: [desk.person()], jobs: [job], employers: [Employer(id: recordID("E1"), name: "厂")])
        }
        #expect(error == .store(.unknownEmployer(job: try recordID("J1"), employer: try recordID("E9"))))
        #expect(try desk.store.sequence() == 1)
        #expect(try desk.register.people.isEmpty)
        #expect(try desk.register.employers.isEmpty)
    }

    @Test("A record that could not be read back is refused")
    func unstorable() throws {
        let desk = try Desk()
        try desk.fill()
        let before = try desk.store.sequence()
        let error = try #require(throws: ChangeError.self) { try desk.save(jobs: [desk.job { $0.headcount = -3 }]) }
        guard case .store(.unstorable(let record, let reason)) = error else { throw error }
        #expect(record.english == "job J1")
        #expect(reason.english.contains("-3"))
        #expect(try desk.store.sequence() == before)
    }

    @Test("On a full disk nothing is saved, and it is said")
    func diskFull() throws {
        // Given
        let folder = try Folder()
        let desk = try Desk.inFile(folder.file())
        try desk.fill()
        let before = try desk.store.sequence()
        try desk.store.queue.inDatabase { db in
            let pages = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
            try db.execute(sql: "PRAGMA max_page_count = \(pages)")
        }

        // When
        let people = try (1...500).map { number in try desk.person("N\(number)") { $0.note = String(repeating: "长", count: 200) } }
        let error = #expect(throws: ChangeError.self) { try desk.save(people: people) }

        // Then
        #expect(error == .store(.diskFull))
        #expect(try desk.store.sequence() == before)
        #expect(try desk.register.people.count == 3)
        #expect(try desk.verdict.findings == [])
    }

    @Test("A time that is none is not recorded")
    func badTime() throws {
        var desk = try Desk()
        desk.now = "21 Nov"
        #expect(throws: ChangeError.self) { try desk.save(people: [desk.person()]) }
        #expect(try desk.store.sequence() == 1)
    }

    @Test("Distances hold in both directions, and a later one replaces an earlier")
    func distances() throws {
        let desk = try Desk()
        let places = desk.catalogue.places.all
        let there = Distance(from: places[3].id, to: places[9].id, metres: 1200)
        let back = Distance(from: places[9].id, to: places[3].id, metres: 1300)
        try desk.save(.records(RecordBatch(distances: [there]), reason: .edit()))
        try desk.save(.records(RecordBatch(distances: [back]), reason: .edit()))
        #expect(try desk.register.distances[places[3].id, places[9].id] == 1300)
        #expect(try desk.column("SELECT revision FROM distance") == ["2"])
    }

    @Test("Settings are kept and journalled; exports are journalled")
    func settingsAndExports() throws {
        let desk = try Desk()
        try desk.save(.setting(name: "weight_skill", value: "0.5"))
        try desk.save(.setting(name: "weight_skill", value: "0.6\n"))
        try desk.save(.export(SheetStatement(kind: "people", query: "", rows: 3, digest: "ab", log: nil), isUnmasked: true))
        #expect(try desk.store.settings() == ["weight_skill": "0.6\n"])
        #expect(
            try desk.column("SELECT content FROM journal WHERE sequence > 1") == [
                "name=weight_skill\nvalue=0.5", "name=weight_skill\nvalue=0.6\\n", "sheet=people\nrows=3\ndigest=ab\nunmasked=1",
            ])
        #expect(try desk.verdict.findings == [])
    }

    @Test("A clock that went backwards is noted, and the order stays that of the journal")
    func clock() throws {
        var desk = try Desk()
        desk.now = "2026-11-19T00:00:00Z"
        try desk.save(people: [desk.person()])
        desk.now = "2026-11-21T00:00:00Z"
        try desk.save(people: [desk.person("P2")])
        let contents = try desk.column("SELECT content FROM journal ORDER BY sequence")
        #expect(contents.map { $0.contains("clock_went_back_from=2026-11-20T01:00:00Z") } == [false, true, false])
        #expect(try desk.verdict.findings == [])
    }
}
