import DoorstepCore
import GRDB
import Synchronization
import Testing

@testable import DoorstepStore

@Suite("Taking an import back whole")
struct TakeBackImportTests {
    /// A station with P1 to P3, J1 and J2 of E1, and an import on top of it:
    /// P1 changed, N1 to N3 and a job of a new employer brought, a distance
    /// changed and one brought.
    private struct Imported {
        let desk: Desk
        let entry: Int
        let before: RecordBatch
        let batch: RecordBatch

        init(_ desk: Desk) throws {
            self.desk = desk
            try desk.fill()
            let places = desk.catalogue.places.all.map(\.id)
            let known = Distance(from: places[3], to: places[4], metres: 9000)
            try desk.save(.records(RecordBatch(distances: [known]), reason: .edit()))
            before = RecordBatch(people: [try desk.person("P1")], distances: [known])
            batch = RecordBatch(
                employers: [Employer(id: try recordID("E2"), name: "口岸物流园")],
                people: [try desk.person("P1") { $0.note = "改" }] + (try ["N1", "N2", "N3"].map { try desk.person($0) }),
                jobs: [try desk.job("J9") { $0.employer = try recordID("E2") }],
                distances: [Distance(from: places[3], to: places[4], metres: 8000), Distance(from: places[3], to: places[5], metres: 100)])
            entry = try desk.save(.records(batch, reason: .import(file: "a.csv", rows: 7, refused: 0))).sequence
        }

        @discardableResult
        func takeBack() throws(ChangeError) -> Committed { try desk.save(.takeBackImport(entry: entry, before: before)) }
    }

    /// What is known of everybody, by identifier.
    private func records(_ desk: Desk) throws -> [String: String] {
        let register = try desk.register
        var known: [String: String] = [:]
        for person in register.people where person.stands { known[person.id.text] = "\(person)" }
        for job in register.jobs where job.stands { known[job.id.text] = "\(job)" }
        for employer in register.employers where employer.stands { known[employer.id.text] = "\(employer)" }
        return known
    }

    @Test("What it brought does not stand any more, what it changed is as it was; one entry tells of it, and everything holds")
    func whole() throws {
        // Given
        let desk = try Desk()
        try desk.fill()
        let standing = try records(desk)
        let imported = try Imported(try Desk())
        #expect(try imported.desk.verdict.findings == [])
        // When
        let saved = try imported.takeBack()
        // Then
        #expect(try records(imported.desk) == standing)
        #expect(saved.changed == 8 && saved.sequence == imported.entry + 1)
        let places = desk.catalogue.places.all.map(\.id)
        #expect(try imported.desk.register.distances[places[3], places[4]] == 9000)
        #expect(try imported.desk.register.distances[places[3], places[5]] == nil)
        #expect(try imported.desk.verdict.findings == [])
        let content = try #require(EntryContent(text: imported.desk.column("SELECT content FROM journal ORDER BY sequence DESC LIMIT 1")[0]))
        #expect(content["takes_back"] == "\(imported.entry)" && content["person_count"] == "4" && content["distance_count"] == "2")
    }

    @Test("Its entry is as short for many records as for few")
    func entry() throws {
        let desk = try Desk()
        let people = try (1...3000).map { try desk.person("N\($0)") }
        let entry = try desk.save(.records(RecordBatch(people: people), reason: .import(file: "a.csv", rows: 3000, refused: 0))).sequence
        try desk.save(.takeBackImport(entry: entry, before: RecordBatch()))
        #expect(try desk.column("SELECT length(content) < 400 FROM journal WHERE sequence = \(entry + 1)") == ["1"])
        #expect(try desk.register.people.allSatisfy { !$0.stands })
        #expect(try desk.verdict.findings == [])
    }

    @Test("What is handed back makes the import again, and that can be taken back again")
    func again() throws {
        // Given
        let imported = try Imported(try Desk())
        let after = try records(imported.desk)
        let was = try #require(imported.takeBack().takenBack).was
        let before = try records(imported.desk)
        // When
        let made = try imported.desk.save(.records(was, reason: .import(file: "a.csv", rows: 7, refused: 0)))
        // Then
        #expect(try records(imported.desk) == after)
        #expect(try imported.desk.verdict.findings == [])
        // When
        try imported.desk.save(.takeBackImport(entry: made.sequence, before: imported.before))
        // Then
        #expect(try records(imported.desk) == before)
        #expect(try imported.desk.verdict.findings == [])
    }

    /// Something done since, and the record that stands in the way.
    enum Since: CaseIterable {
        case editOfNew, editOfChanged, erasure, placement, placementOfJob, jobOfEmployer, secondImport, merge

        func happen(_ desk: Desk) throws {
            switch self {
            case .editOfNew: try desk.save(people: [desk.person("N2") { $0.note = "二" }])
            case .editOfChanged: try desk.save(people: [desk.person("P1") { $0.note = "二" }])
            case .erasure: try desk.save(.erase(recordID("N1")))
            case .placement: try desk.refer("N3", to: "J1")
            case .placementOfJob: try desk.refer("P2", to: "J9")
            case .jobOfEmployer: try desk.save(jobs: [desk.job("J10") { $0.employer = try recordID("E2") }])
            case .secondImport:
                let batch = RecordBatch(people: [try desk.person("N1") { $0.note = "三" }])
                try desk.save(.records(batch, reason: .import(file: "b.csv", rows: 1, refused: 0)))
            case .merge: try desk.save(people: [desk.person("P3").absent(.merged(into: recordID("N2"), MergeTrace()))])
            }
        }

        var record: String {
            switch self {
            case .editOfNew, .merge: "N2"
            case .editOfChanged: "P1"
            case .erasure, .secondImport: "N1"
            case .placement: "N3"
            case .placementOfJob: "J9"
            case .jobOfEmployer: "J10"
            }
        }
    }

    @Test("Where one record was changed or is used since, nothing is taken back, and it is named", arguments: Since.allCases)
    func since(_ since: Since) throws {
        // Given
        let imported = try Imported(try Desk())
        try since.happen(imported.desk)
        let (before, sequence) = (try records(imported.desk), try imported.desk.store.sequence())
        // When
        let error = try #require(throws: ChangeError.self) { try imported.takeBack() }
        // Then
        #expect(error.message.chinese.contains(since.record) && error.message.english.contains(since.record), "\(error.message)")
        #expect(try records(imported.desk) == before)
        #expect(try imported.desk.store.sequence() == sequence)
        #expect(try imported.desk.verdict.findings == [])
    }

    @Test("A placement of somebody whom the import only changed does not stand in the way")
    func placedBefore() throws {
        let imported = try Imported(try Desk())
        try imported.desk.refer("P1", to: "J1")
        try imported.takeBack()
        #expect(try imported.desk.register.people[recordID("P1")]?.note == "")
        #expect(try imported.desk.verdict.findings == [])
    }

    @Test("What is no import, and what was taken back already, is not taken back")
    func none() throws {
        let imported = try Imported(try Desk())
        #expect(throws: ChangeError.noImport(entry: 2)) { try imported.desk.save(.takeBackImport(entry: 2, before: RecordBatch())) }
        #expect(throws: ChangeError.noImport(entry: 99)) { try imported.desk.save(.takeBackImport(entry: 99, before: RecordBatch())) }
        try imported.takeBack()
        #expect(throws: ChangeError.self) { try imported.takeBack() }
        #expect(try imported.desk.verdict.findings == [])
    }

    @Test("A record that the import did not change is not set back with it")
    func stranger() throws {
        let imported = try Imported(try Desk())
        let before = RecordBatch(people: imported.before.people + [try imported.desk.person("P2") { $0.note = "假" }], distances: imported.before.distances)
        #expect(throws: ChangeError.self) { try imported.desk.save(.takeBackImport(entry: imported.entry, before: before)) }
        #expect(try imported.desk.register.people[recordID("P2")]?.note == "")
    }

    @Test("A record that somebody changed after the sheet was read is not overwritten by it")
    func basis() throws {
        // Given
        let desk = try Desk()
        try desk.fill()
        let basis = try desk.store.sequence()
        try desk.save(people: [desk.person("P2") { $0.note = "别人改的" }])
        func read(_ id: String) throws -> StoreChange {
            .records(RecordBatch(people: [try desk.person(id) { $0.note = "表里的" }, try desk.person("N1")]), reason: .import(file: "a.csv", rows: 2, refused: 0, basis: basis))
        }
        // When, then
        let error = try #require(throws: ChangeError.self) { try desk.save(read("P2")) }
        guard case .changedMeanwhile = error else { throw error }
        #expect(try desk.register.people[recordID("P2")]?.note == "别人改的")
        #expect(try desk.register.people[recordID("N1")] == nil)
        try desk.save(read("P3"))
        #expect(try desk.verdict.findings == [])
    }

    @Test("Stopped at any portion, made ready or written, an import leaves nothing, and the next one finds all as it was", arguments: 0...6)
    func stopped(after portions: Int) throws {
        // Given
        let desk = try Desk()
        try desk.fill()
        let (before, sequence) = (try records(desk), try desk.store.sequence())
        let people = try (1...9000).map { try desk.person("N\($0)") }
        let change = StoreChange.records(RecordBatch(people: people), reason: .import(file: "a.csv", rows: 9000, refused: 0))
        let told = Mutex<[Int]>([])
        let watch = ChangeWatch(progressed: { count in told.withLock { $0.append(count) } }, isStopped: { told.withLock { $0.count } >= portions })
        // When
        #expect(throws: ChangeError.stopped) {
            try desk.store.commit(change, by: "李四", now: desk.now, day: desk.today, catalogue: desk.catalogue, watch: watch)
        }
        // Then
        #expect(told.withLock { $0 } == [0, 2048, 4096, 4500, 6548, 8596].prefix(portions).map { $0 })
        #expect(try records(desk) == before)
        #expect(try desk.store.sequence() == sequence)
        try desk.save(change)
        #expect(try desk.register.people.count == 9003)
        #expect(try desk.verdict.findings == [])
    }

    @Test("Stopped anywhere, an import that is being taken back stands whole; what is told grows to all of its rows")
    func takingBackStopped() throws {
        // Given
        let desk = try Desk()
        try desk.fill()
        let people = try (1...5000).map { try desk.person("N\($0)") }
        let sequence = try desk.save(.records(RecordBatch(people: people), reason: .import(file: "a.csv", rows: 5000, refused: 0))).sequence
        let before = try records(desk)
        func takeBack(stoppedAfter portions: Int) throws -> [Int] {
            let told = Mutex<[Int]>([])
            let watch = ChangeWatch(progressed: { count in told.withLock { $0.append(count) } }, isStopped: { told.withLock { $0.count } >= portions })
            let change = StoreChange.takeBackImport(entry: sequence, before: RecordBatch())
            defer { #expect(told.withLock { $0.sorted() == $0 && $0.allSatisfy { $0 <= 5000 } }) }
            _ = try desk.store.commit(change, by: "李四", now: desk.now, day: desk.today, catalogue: desk.catalogue, watch: watch)
            return told.withLock { $0 }
        }
        // When, then
        for portions in [0, 1, 3, 6] {
            #expect(throws: ChangeError.stopped) { _ = try takeBack(stoppedAfter: portions) }
            #expect(try records(desk) == before && desk.store.sequence() == sequence)
        }
        #expect(try takeBack(stoppedAfter: .max).count == 7)
        #expect(try desk.register.people.count { $0.stands } == 3)
        #expect(try desk.verdict.findings == [])
    }

    @Test("A record that one import tells of twice is stored as it was told last, as one revision")
    func twice() throws {
        let desk = try Desk()
        let batch = RecordBatch(people: [try desk.person("N1"), try desk.person("N1") { $0.note = "二" }])
        try desk.save(.records(batch, reason: .import(file: "a.csv", rows: 2, refused: 0)))
        #expect(try desk.column("SELECT revision FROM person") == ["1"])
        #expect(try desk.register.people[recordID("N1")]?.note == "二")
        #expect(try desk.verdict.findings == [])
    }
}
