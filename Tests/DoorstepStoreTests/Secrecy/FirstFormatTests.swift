import DoorstepCore
import Foundation
import GRDB
import Testing

@testable import DoorstepStore

@Suite("A store of the first format")
struct FirstFormatTests {
    let folder: Folder
    let desk: Desk
    let old: FirstFormat

    init() throws {
        folder = try Folder()
        desk = try Desk()
        old = try FirstFormat(folder.file(), desk)
    }

    @Test("It opens, gets a key, is sealed, verifies, and keeps every record and note")
    func broughtIn() throws {
        // When
        let store = try StationStore.open(at: old.path)
        // Then
        let register = try store.load(catalogue: desk.catalogue).register
        #expect(Array(register.people) == old.people)
        #expect(register.jobs.count == 1 && register.employers.count == 1)
        let placement = try #require(register.placements[recordID("150784001-R000001")])
        #expect(placement.steps.map(\.note) == FirstFormat.notes)
        #expect(placement.steps.map(\.stage) == [.referred, .interviewed, .hired])
        let verdict = try store.verify()
        #expect(verdict.findings == [])
        #expect(verdict.entries == 9)
        #expect(verdict.sealsOpened == 6)
        let kinds = try Desk(store).column("SELECT kind FROM journal ORDER BY sequence")
        #expect(kinds.suffix(2) == ["keys", "seal"])
        // And nothing more is done the next time.
        #expect(try StationStore.open(at: old.path).verify() == verdict)
    }

    @Test("What it had in clear is in no file any more")
    func sealed() throws {
        // Given what the search finds before
        for text in try Planted.kept() { #expect(try !FileSearch(folder).finds(text).isEmpty, "\(text)") }
        // When
        _ = try StationStore.open(at: old.path)
        // Then
        let search = try FileSearch(folder)
        for text in try Planted.texts() + ["带介绍信", "导入的", "13900136789"] { #expect(try search.finds(text) == []) }
    }

    @Test("Work goes on in it: steps, edits, a first passphrase")
    func goesOn() throws {
        let desk = try Desk(StationStore.open(at: old.path))
        try desk.take(.started, of: recordID("150784001-R000001"), note: "到岗")
        try desk.save(people: [desk.person("P2") { $0.note = "新" }])
        #expect(try desk.store.addCaseworker("李四", .ofLi, .weak, by: "李四", now: desk.now) != nil)
        let again = try LockedStation.unlocked(old.path)
        #expect(try again.register.placements[recordID("150784001-R000001")]?.steps.map(\.note) == FirstFormat.notes + ["到岗"])
        #expect(try again.verdict.findings == [])
    }

    @Test("A person who is saved again as they are is left alone: what was sealed is what would be kept now")
    func unchanged() throws {
        let desk = try Desk(StationStore.open(at: old.path))
        #expect(try desk.save(people: old.people).changed == 0)
    }

    @Test("Searches that the second format kept in clear are sealed too")
    func searches() throws {
        // Given
        let path = folder.file("second.doorstep")
        let made = try FirstFormat(path, desk)
        let queue = try DatabaseQueue(path: path)
        try Schema.migrator().migrate(queue, upTo: "v2")
        try queue.write { db in
            let occasion = try Occasion(db, caseworker: "李四", now: "2026-11-20T02:00:00Z")
            let image = SearchImage(
                id: "S\(occasion.sequence)", facts: CellBlock.bytes([("records", "P")]),
                personal: [0] + CellBlock.bytes([("name", "找密人"), ("query", Planted.name)]))
            let salt = Commitment.salt()
            let state = SearchState(id: image.id, revision: 1, commitment: Commitment.ofSearch(image, revision: 1, salt: salt))
            try db.execute(
                sql: "INSERT INTO savedSearch (id, revision, salt, commitment, facts, journal, personal) VALUES (?, 1, ?, ?, ?, ?, ?)",
                arguments: [image.id, Data(salt), Data(state.commitment), Data(image.facts), occasion.sequence, Data(image.personal)])
            try occasion.write(.search, subjects: [image.id], EntryContent([(SearchState.saved, state.entryValue)]), db)
        }
        try queue.close()
        #expect(try !FileSearch(folder).finds("找密人").isEmpty)
        // When
        let store = try StationStore.open(at: path)
        // Then
        #expect(try FileSearch(folder).finds("找密人") == [])
        #expect(try store.searches().map(\.query) == [Planted.name])
        #expect(try store.verify().findings == [])
        #expect(try Array(store.load(catalogue: desk.catalogue).register.people) == made.people)
    }

    @Test("The ledger stays what it was: steps can be changed no more after it was sealed than before")
    func trigger() throws {
        let store = try StationStore.open(at: old.path)
        #expect(throws: DatabaseError.self) { try store.queue.write { try $0.execute(sql: "UPDATE step SET note = x'02'") } }
    }

    @Test("What was tampered with before is not made good by sealing it", arguments: [
        ("UPDATE person SET personal = x'00010000' WHERE id = 'P2'", "person P2"),
        ("UPDATE step SET note = x'0041' WHERE number = 2", "Step 2 of the ledger"),
    ])
    func tampered(sql: String, finding: String) throws {
        try tamper(old.path) { try $0.execute(sql: sql) }
        let store = try StationStore.open(at: old.path)
        let findings = try store.verify().findings.map(\.english)
        #expect(findings.contains { $0.contains(finding) }, "\(findings)")
        let error = try #require(throws: StoreError.self) { try store.load(catalogue: desk.catalogue) }
        #expect(error.message.english.contains(finding.lowercased()) || error.message.english.contains(finding))
    }

    @Test("A note that was sealed later cannot be replaced unnoticed")
    func noteReplaced() throws {
        _ = try StationStore.open(at: old.path)
        try tamper(old.path) { db in
            try db.execute(sql: "UPDATE step SET note = (SELECT note FROM step WHERE number = 1), noteSalt = (SELECT noteSalt FROM step WHERE number = 1) WHERE number = 3")
        }
        let store = try StationStore.open(at: old.path)
        let findings = try store.verify().findings.map(\.english)
        #expect(findings.contains { $0.contains("Step 3 of the ledger is not what journal entry 7 tells") }, "\(findings)")
        #expect(findings.contains { $0.contains("note of step 3") }, "\(findings)")
    }

    @Test("Where it cannot be written it says that it has to be, once")
    func readOnly() throws {
        #expect(throws: StoreError.older(version: 1)) { try StationStore.open(at: old.path, patience: 0, isReadOnly: true) }
    }
}
