import DoorstepCore
import Testing

@testable import DoorstepStore

/// Records are sealed and opened some hundreds at a time, ahead of whoever
/// writes and reads their rows.
@Suite("Many records at once")
struct ManyRecordsTests {
    /// More than several portions of either, and no multiple of one.
    private static let count = 1300

    @Test("are read as they were saved, in the order in which they came, and so are those that changed since")
    func order() throws {
        let desk = try Desk()
        try desk.fill()
        let people = try (1...Self.count).map { number in try desk.person("N\(number * 7919 % 10_007)") { $0.note = "第\(number)个" } }
        let jobs = try (1...Self.count).map { number in try desk.job("K\(number * 6007 % 10_007)") { $0.headcount = number % 90 + 1 } }
        try desk.save(.records(RecordBatch(people: people, jobs: jobs), reason: .import(file: "a.csv", rows: 2 * Self.count, refused: 0)))

        let loaded = try desk.store.load(catalogue: desk.catalogue)
        #expect(Array(loaded.register.people.dropFirst(3)) == people)
        #expect(Array(loaded.register.jobs.dropFirst(2)) == jobs)
        let changes = try desk.store.changes(since: loaded.sequence - 1, catalogue: desk.catalogue)
        #expect(changes.people == people && changes.jobs == jobs && changes.employers.isEmpty)
        #expect(try desk.verdict.findings == [])
    }

    @Test("of which some are as they were and some are not make one revision of the latter alone")
    func changed() throws {
        let desk = try Desk()
        let people = try (1...Self.count).map { try desk.person("N\($0)") }
        func save(_ people: [Person]) throws -> Committed {
            try desk.save(.records(RecordBatch(people: people), reason: .import(file: "a.csv", rows: people.count, refused: 0)))
        }
        #expect(try save(people).changed == Self.count)
        let again = people.enumerated().map { number, person in
            var person = person
            if number % 3 == 0 { person.note = "改过" }
            return person
        }
        let expected = again.count { $0.note == "改过" }
        #expect(try save(again).changed == expected)
        #expect(try desk.column("SELECT count(*) FROM person WHERE revision = 2") == ["\(expected)"])
        #expect(try Array(desk.register.people) == again)
        #expect(try save(again).changed == 0)
        #expect(try desk.verdict.findings == [])
    }

    @Test("with one among them that cannot be stored are not stored at all", arguments: [0, 255, 256, 700, 1299])
    func refused(position: Int) throws {
        let desk = try Desk()
        try desk.fill()
        let sequence = try desk.store.sequence()
        var jobs = try (1...Self.count).map { try desk.job("K\($0)") }
        jobs[position].employer = try recordID("E9")
        let error = try #require(throws: ChangeError.self) { try desk.save(jobs: jobs) }
        guard case .store(.unknownEmployer(let job, _)) = error else { throw error }
        #expect(job == jobs[position].id)
        #expect(try desk.store.sequence() == sequence)
        #expect(try desk.register.jobs.count == 2)
        #expect(try desk.verdict.findings == [])
    }
}
