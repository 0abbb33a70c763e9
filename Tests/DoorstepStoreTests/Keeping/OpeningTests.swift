import DoorstepCore
import Foundation
import GRDB
import Testing

@testable import DoorstepStore

@Suite("Making and opening a store")
struct OpeningTests {
    let folder: Folder
    let path: String

    init() throws {
        folder = try Folder()
        path = folder.file()
    }

    private func create() throws -> StationStore {
        try StationStore.create(at: path, station: Samples.station, caseworker: "李四", now: "2026-11-20T01:00:00Z")
    }

    @Test("A new store is readable to its owner alone, and knows its station")
    func new() throws {
        let store = try create()
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        #expect(attributes[.posixPermissions] as? Int == 0o600)
        #expect(store.stationCode == "150784001")
        #expect(store.stationName == "拉布大林街道就业服务站")
        #expect(try store.sequence() == 1)
        #expect(try StationStore.open(at: path).stationName == store.stationName)
    }

    @Test("Every safety setting is taken, and read back")
    func settings() throws {
        _ = try create()
        let store = try StationStore.open(at: path)
        let read = try store.queue.read { db in
            try ["journal_mode", "synchronous", "foreign_keys", "trusted_schema", "cell_size_check", "secure_delete", "mmap_size", "temp_store"].map {
                try String.fetchOne(db, sql: "PRAGMA \($0)")
            }
        }
        #expect(read == ["delete", "3", "1", "0", "1", "1", "0", "2"])
    }

    @Test("A setting that was not taken is noticed")
    func settingRefused() throws {
        let queue = try DatabaseQueue()
        try queue.write { try $0.execute(sql: "PRAGMA cell_size_check = OFF") }
        let setting = SafetySetting("cell_size_check", "ON", reads: "1")
        #expect(throws: StoreError.unsafe(setting: "cell_size_check", value: "0")) { try queue.read { try setting.check($0) } }
    }

    @Test("A file that is there is not replaced")
    func exists() throws {
        try Data("mine".utf8).write(to: URL(filePath: path))
        #expect(throws: StoreError.exists(path: path)) { try create() }
        #expect(try Data(contentsOf: URL(filePath: path)) == Data("mine".utf8))
    }

    @Test("A founding that was cut off is not in the way of the next")
    func cutOffFounding() throws {
        // Given what it leaves.
        try Data("SQLite format 3".utf8).write(to: URL(filePath: path + ".new"))
        try Data("half a journal".utf8).write(to: URL(filePath: path + ".new-journal"))
        #expect(throws: StoreError.missing(path: path)) { try StationStore.open(at: path) }
        // When
        let store = try create()
        // Then
        #expect(try store.verify().findings == [])
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == ["station.doorstep", "station.doorstep.lock"])
    }

    @Test("A link is not opened, nor made a store of")
    func links() throws {
        _ = try create()
        let symbolic = folder.file("symbolic")
        try FileManager.default.createSymbolicLink(atPath: symbolic, withDestinationPath: path)
        #expect(throws: StoreError.linked(path: symbolic)) { try StationStore.open(at: symbolic) }
        let dangling = folder.file("dangling")
        try FileManager.default.createSymbolicLink(atPath: dangling, withDestinationPath: folder.file("nowhere"))
        #expect(throws: StoreError.exists(path: dangling)) {
            try StationStore.create(at: dangling, station: Samples.station, caseworker: "", now: "2026-11-20T01:00:00Z")
        }
        let hard = folder.file("hard")
        try FileManager.default.linkItem(atPath: path, toPath: hard)
        #expect(throws: StoreError.linked(path: hard)) { try StationStore.open(at: hard) }
    }

    @Test("What is not there is missing")
    func missing() {
        #expect(throws: StoreError.missing(path: path)) { try StationStore.open(at: path) }
        let lost = folder.file("no/such/folder/store")
        #expect(throws: StoreError.missing(path: folder.file("no/such/folder"))) {
            try StationStore.create(at: lost, station: Samples.station, caseworker: "", now: "2026-11-20T01:00:00Z")
        }
    }

    @Test("A folder, an empty file, a text and a picture are no stores", arguments: [
        "", "编号,姓名\r\n1,张三\r\n", String(repeating: "PNG", count: 2000),
    ])
    func notAStore(content: String) throws {
        try Data(content.utf8).write(to: URL(filePath: path))
        #expect(throws: StoreError.notAStore(path: path)) { try StationStore.open(at: path) }
        #expect(try Data(contentsOf: URL(filePath: path)) == Data(content.utf8))
        #expect(throws: StoreError.notAStore(path: folder.path)) { try StationStore.open(at: folder.path) }
    }

    @Test("Another program's database is left as it is")
    func foreign() throws {
        do {
            let pool = try DatabasePool(path: path)
            try pool.write { try $0.execute(sql: "CREATE TABLE message (text TEXT)") }
            try pool.close()
        }
        let before = try Data(contentsOf: URL(filePath: path))
        #expect(throws: StoreError.notAStore(path: path)) { try StationStore.open(at: path) }
        #expect(try Data(contentsOf: URL(filePath: path)) == before)
    }

    @Test("A store of a newer program is not opened")
    func newer() throws {
        _ = try create()
        let newer = Schema.version + 1
        try tamper(path) { try $0.execute(sql: "PRAGMA user_version = \(newer)") }
        #expect(throws: StoreError.newer(version: newer)) { try StationStore.open(at: path) }
    }

    @Test("A store cut short is damaged, not opened as something else")
    func cutShort() throws {
        _ = try create()
        let whole = try Data(contentsOf: URL(filePath: path))
        for length in [80, whole.count / 4, whole.count / 2, whole.count * 3 / 4] {
            try whole.prefix(length).write(to: URL(filePath: path))
            #expect(throws: StoreError.damaged(at: .file), "\(length) bytes") { try StationStore.open(at: path).load(catalogue: Samples.catalogue) }
        }
        // By a page: one table is still empty, and the byte at its end says
        // nothing.
        try whole.dropLast(4096).write(to: URL(filePath: path))
        #expect((try? StationStore.open(at: path).verify().holds) != true)
    }

    @Test("Where it cannot be written, a store opens for reading, and a change says so")
    func readOnly() throws {
        // Given
        try Desk.inFile(path).fill()
        let before = try Data(contentsOf: URL(filePath: path))

        // When
        let desk = try Desk(StationStore.open(at: path, patience: 0, isReadOnly: true))
        let refusal = #expect(throws: ChangeError.self) { try desk.save(people: [desk.person("P9")]) }

        // Then
        #expect(desk.store.isReadOnly)
        #expect(refusal == .store(.readOnly))
        #expect(try desk.register.people.count == 3)
        #expect(try desk.verdict.findings == [])
        #expect(try Data(contentsOf: URL(filePath: path)) == before)
    }

    @Test("A medium that turns out not to be writable says so, and nothing is saved")
    func turnsReadOnly() throws {
        let desk = try Desk.inFile(path)
        try desk.fill()
        try desk.store.queue.inDatabase { try $0.execute(sql: "PRAGMA query_only = ON") }
        #expect(throws: ChangeError.store(.readOnly)) { try desk.save(people: [desk.person("P9")]) }
        #expect(try desk.register.people.count == 3)
    }

    @Test("A change that was cut off cannot be undone where nothing can be written, and that is said")
    func cutOff() async throws {
        // Given
        try Desk.inFile(path).fill()
        await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String] in
            try Desk(StationStore.open(at: path)).dieInTheMiddleOfAChange()
        }
        #expect(FileManager.default.fileExists(atPath: path + "-journal"))

        // Then
        #expect(throws: StoreError.cutOff(path: path)) { try StationStore.open(at: path, patience: 0, isReadOnly: true) }
        #expect(try StationStore.open(at: path).verify().findings == [])
    }

    @Test("Every message names the mend, in both languages")
    func messages() throws {
        let id = try recordID("X")
        let errors: [StoreError] = [
            .missing(path: "/a"), .exists(path: "/a"), .linked(path: "/a"), .unreadable(path: "/a"), .notAStore(path: "/a"), .newer(version: 9),
            .damaged(at: .file), .unsafe(setting: "a", value: "b"), .cutOff(path: "/a"), .locked(by: "李四"), .locked(by: ""), .readOnly, .diskFull,
            .failed(code: 10), .uncertain(code: 10), .halted, .unknownEmployer(job: id, employer: id), .unstorable(record: .file, reason: .file),
            .unknownStation(code: "1"), .older(version: 1), .sealed, .wrongPassphrase(wait: 0), .wrongPassphrase(wait: 2), .slowedDown(wait: 2),
            .unknownCaseworker("a", known: ["b"]), .caseworkerExists("a"), .lastCaseworker("a"), .passphraseTooShort(shortest: 8),
        ]
        #expect(Set(errors.map(\.message)).count == errors.count)
        for error in errors where error != .unstorable(record: .file, reason: .file) {
            #expect(error.message.chinese.hasSuffix("。") && error.message.english.hasSuffix("."))
        }
    }
}
