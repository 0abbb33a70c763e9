import DoorstepCore
import Foundation
import GRDB
import Testing

@testable import DoorstepStore

@Suite("What the files of a store tell")
struct LeftBehindTests {
    let folder: Folder
    let station: LockedStation

    init() throws {
        folder = try Folder()
        station = try LockedStation(folder)
    }

    /// All that touches a person.
    private func work(_ desk: Desk) throws {
        try desk.fill()
        try desk.save(people: [desk.person("P1", Planted.fill)])
        let batch = RecordBatch(people: [try desk.person("P1", Planted.fill), try desk.person("P8", Planted.fill)])
        try desk.save(.records(batch, reason: .import(file: "a.csv", rows: 2, refused: 0)))
        let id = try desk.refer("P1", note: Planted.stepNote)
        try desk.take(.hired, of: id, note: Planted.stepNote)
        try desk.save(.export(SheetStatement(kind: "people", query: Planted.name, rows: 2, digest: "00", log: nil), isUnmasked: true))
        try desk.save(.saveSearch(SavedSearch(name: SearchName(Planted.name), records: .person, query: Planted.telephone), replacing: false))
        let reason = try #require(RevealReason(.other, note: Planted.reason))
        try desk.save(.reveal(person: recordID("P1"), shown: [.telephone, .identityNumber], reason: reason))
        _ = try desk.store.addCaseworker("王五", .ofWang, .weak, by: "李四", now: desk.now)
    }

    @Test("No planted name, number, telephone, group, note or reason is in any file, however it is written")
    func nothing() throws {
        try work(station.unlocked())
        let search = try FileSearch(folder)
        #expect(search.names == ["station.doorstep", "station.doorstep.lock"])
        for text in try Planted.texts() { #expect(try search.finds(text) == []) }
        // And what was planted is there.
        let desk = try station.unlocked()
        let person = try #require(try desk.register.people[recordID("P8")])
        #expect(person.name == Planted.name && person.telephone == Planted.telephone && person.note == Planted.note)
        #expect(try desk.store.reveals().map(\.note) == [Planted.reason])
        #expect(try Array(desk.register.placements).first?.steps.map(\.note) == [Planted.stepNote, Planted.stepNote])
    }

    @Test("Neither is it in a store whose key lies open: only who takes the trouble reads it")
    func openly() throws {
        let other = try Folder()
        try work(Desk.inFile(other.file()))
        for text in try Planted.texts() { #expect(try FileSearch(other).finds(text) == []) }
    }

    @Test("Passphrases and recovery codes are in no file, not even wrong ones")
    func passphrases() throws {
        let store = try station.locked()
        #expect(throws: StoreError.wrongPassphrase(wait: 1)) { try store.unlock(.wrong, as: "李四", now: "2026-11-21T01:00:00Z") }
        try store.unlock(.ofLi, as: "李四", now: "2026-11-21T03:00:00Z")
        let key = try store.keys().store.withBytes { Array($0) }
        let search = try FileSearch(folder)
        for passphrase in [Passphrase.ofLi, .wrong, station.recovery.passphrase] { #expect(search.files(containing: passphrase.bytes) == []) }
        #expect(search.files(containing: key) == [])
    }

    @Test("A program that is killed while it saves leaves nothing in clear either")
    func killed() async throws {
        try work(station.unlocked())
        await #expect(processExitsWith: .signal(SIGKILL)) { [path = station.path as String] in
            try LockedStation.unlocked(path).dieWhileSavingPeople()
        }
        let search = try FileSearch(folder)
        #expect(search.names == ["station.doorstep", "station.doorstep-journal", "station.doorstep.lock"])
        for text in try Planted.texts() { #expect(try search.finds(text) == []) }
        // The change that was cut off is undone, and nothing of it left.
        let desk = try station.unlocked()
        #expect(try desk.register.people.count == 4)
        #expect(try desk.verdict.findings == [])
        for text in try Planted.texts() { #expect(try FileSearch(folder).finds(text) == []) }
    }

    @Test("The search would find it: in each way of writing, and in a store that keeps it in clear")
    func control() throws {
        for encoding in FileSearch.encodings {
            for (index, text) in try Planted.texts().enumerated() {
                let bytes = [0x53, 0x51] + (try FileSearch.bytes(text, encoding)) + [0x00]
                try Data(bytes).write(to: URL(filePath: folder.file("\(encoding)-\(index)")))
                #expect(try FileSearch(folder).finds(text).contains("\(text) in \(encoding)-\(index), \(encoding)"))
            }
        }
        let other = try Folder()
        _ = try FirstFormat(other.file(), Desk())
        for text in try Planted.kept() { #expect(try !FileSearch(other).finds(text).isEmpty, "\(text)") }
    }
}

extension Desk {
    /// Leaves pages of a change full of planted people in the file, and its
    /// journal beside it.
    fileprivate func dieWhileSavingPeople() throws {
        let secrets = try store.keys()
        let people = try (0..<200).map { RecordImage(try person("K\($0)", Planted.fill), catalogue) }
        try store.changing(by: caseworker, now: now) { db in
            try db.execute(sql: "PRAGMA cache_size = 1")
            let occasion = try Occasion(db, caseworker: caseworker, now: now)
            for image in people + [RecordImage(try person("P1", Planted.fill), catalogue)] { _ = try RecordRows.put(image, secrets, occasion, db) }
            kill(getpid(), SIGKILL)
        }
    }
}
