import DoorstepCore
import Foundation
import GRDB
import Testing

@testable import DoorstepStore

/// A folder for one test, gone when the test is over.
final class Folder: Sendable {
    let path: String

    init() throws {
        let url = FileManager.default.temporaryDirectory.appending(path: "doorstep-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        path = url.path
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func file(_ name: String = "station.doorstep") -> String { "\(path)/\(name)" }
}

/// A station at work on 21 November 2026: a store with one employer, and
/// people and jobs of whom only the required is known.
struct Desk {
    let catalogue: Catalogue
    let store: StationStore
    var today: Day
    var now = "2026-11-21T03:04:05Z"
    var caseworker = "李四"

    init(_ store: StationStore? = nil) throws {
        catalogue = try Samples.catalogue
        today = try day("2026-11-21")
        self.store = try store ?? StationStore.inMemory(station: Samples.station, caseworker: "李四", now: "2026-11-20T01:00:00Z")
    }

    /// A desk whose store is a file.
    static func inFile(_ path: String, patience: Int = StationStore.usualPatience) throws -> Desk {
        try Desk(StationStore.create(at: path, station: Samples.station, caseworker: "李四", now: "2026-11-20T01:00:00Z", patience: patience))
    }

    @discardableResult
    func save(_ change: StoreChange) throws(ChangeError) -> Committed {
        try store.commit(change, by: caseworker, now: now, day: today, catalogue: catalogue)
    }

    @discardableResult
    func save(people: [Person] = [], jobs: [Job] = [], employers: [Employer] = []) throws(ChangeError) -> Committed {
        try save(.records(RecordBatch(employers: employers, people: people, jobs: jobs), reason: .edit()))
    }

    @discardableResult
    func take(_ stage: Stage, of placement: RecordID, by party: Party? = nil, on date: Day? = nil, note: String = "") throws(ChangeError) -> Committed {
        try save(.step(StepDraft(.placement(placement), stage: stage, party: party, date: date ?? today, note: note)))
    }

    /// The identifier of a placement that was opened.
    @discardableResult
    func refer(_ person: String = "P1", to job: String = "J1", note: String = "") throws -> RecordID {
        let draft = StepDraft(.pair(job: try recordID(job), person: try recordID(person)), stage: .referred, date: today, note: note)
        return try #require(try save(.step(draft)).placement).id
    }

    /// Saves employer E1, jobs J1 and J2, and people P1 to P3.
    func fill(_ change: (inout Job) throws -> Void = { _ in }) throws {
        var job = try self.job()
        try change(&job)
        try save(
            people: [person("P1"), person("P2"), person("P3")], jobs: [job, self.job("J2")],
            employers: [Employer(id: recordID("E1"), name: "额尔古纳市宏达机械厂")])
    }

    /// Edits, an import, placements and settings: entries 2 to 10.
    func makeHistory() throws {
        try fill()
        let batch = RecordBatch(people: try ["N1", "N2", "N3"].map { try person($0) })
        try save(.records(batch, reason: .import(file: "a.csv", rows: 3, refused: 0)))
        try save(people: [person("P1") { $0.note = "二" }, person("N1") { $0.note = "二" }])
        let id = try refer("P2")
        try take(.interviewed, of: id)
        try save(.setting(name: "weight", value: "1"))
        try take(.hired, of: id)
        try save(people: [person("P3") { $0.note = "三" }])
        let places = catalogue.places.all
        try save(.records(RecordBatch(distances: [Distance(from: places[3].id, to: places[4].id, metres: 9)]), reason: .edit()))
    }

    /// Leaves pages of a change in the file, and its journal beside it.
    func dieInTheMiddleOfAChange() throws {
        try store.changing(by: caseworker, now: now) { db in
            try db.execute(sql: "PRAGMA cache_size = 1; UPDATE person SET facts = zeroblob(100000)")
            kill(getpid(), SIGKILL)
        }
    }

    func person(_ id: String = "P1", _ change: (inout Person) throws -> Void = { _ in }) throws -> Person {
        var person = Person(id: try recordID(id), name: "张三", place: try Samples.station.place, registered: today)
        try change(&person)
        return person
    }

    func job(_ id: String = "J1", _ change: (inout Job) throws -> Void = { _ in }) throws -> Job {
        var job = Job(id: try recordID(id), employer: try recordID("E1"), title: "电焊工", place: try Samples.station.place, posted: today)
        try change(&job)
        return job
    }

    var register: Register {
        get throws(StoreError) { try store.load(catalogue: catalogue).register }
    }

    var verdict: Verdict {
        get throws(StoreError) { try store.verify() }
    }

    /// What SQL reads from the store as text.
    func column(_ sql: String) throws -> [String] {
        try store.queue.read { try String.fetchAll($0, sql: sql) }
    }
}

/// Opens a store's file as somebody with a database tool would, who can take
/// the triggers away.
func tamper(_ path: String, _ change: (Database) throws -> Void) throws {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    try queue.write { db in
        let triggers = try Row.fetchAll(db, sql: "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
        for trigger in triggers { try db.execute(sql: "DROP TRIGGER \(trigger[0] as String)") }
        try change(db)
        for trigger in triggers { try? db.execute(sql: trigger[1]) }
    }
    try queue.close()
}
