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

    /// Takes a store back to the first version, in which there were no saved
    /// searches.
    private func makeFirst() throws {
        try Desk.inFile(path).makeHistory()
        try tamper(path) { db in
            try db.execute(sql: "DROP TABLE savedSearch; DELETE FROM grdb_migrations WHERE identifier = 'v2'; PRAGMA user_version = 1")
        }
        let fresh = try DatabaseQueue()
        try Schema.migrator().migrate(fresh, upTo: "v1")
        let queue = try DatabaseQueue(path: path)
        #expect(try queue.read { try Schema.declarations($0) } == fresh.read { try Schema.declarations($0) })
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
        #expect(verdict.entries == 10 && verdict.people == 6 && verdict.steps == 3)
        #expect(try desk.store.searches() == [])
        try desk.save(.saveSearch(SavedSearch(name: SearchName("甲"), records: .job, query: "焊"), replacing: false))
        #expect(try StationStore.open(at: path).searches().count == 1)
        #expect(try desk.verdict.findings == [])
    }

    @Test("is read as it is, and holds, where it cannot be written")
    func readOnly() throws {
        try makeFirst()
        let before = try Data(contentsOf: URL(filePath: path))
        let desk = try Desk(StationStore.open(at: path, patience: 0, isReadOnly: true))
        #expect(try desk.register.people.count == 6)
        #expect(try desk.store.searches() == [])
        #expect(try desk.verdict.findings == [])
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

    @Test("The tables of a version that was released are never declared otherwise")
    func released() throws {
        let fresh = try DatabaseQueue()
        try Schema.migrator().migrate(fresh, upTo: "v1")
        let declarations = try fresh.read { try Schema.declarations($0) }.joined(separator: "\n")
        #expect(Hex.text(HashedFields(declarations).digest) == "8cd339f92b747b4727d0090555726826130796a60191beb769313729ecc7a1c4")
    }
}
