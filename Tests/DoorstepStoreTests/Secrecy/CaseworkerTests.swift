import DoorstepCore
import GRDB
import Testing

@testable import DoorstepStore

@Suite("Who may open the store")
struct CaseworkerTests {
    let folder: Folder
    let station: LockedStation

    init() throws {
        folder = try Folder()
        station = try LockedStation(folder)
        try station.unlocked().fill()
    }

    /// What the store holds, read by somebody who unlocks it.
    private func names(_ passphrase: Passphrase, as caseworker: String) throws -> [String] {
        let store = try station.locked()
        try store.unlock(passphrase, as: caseworker, now: "2026-11-21T05:00:00Z")
        return try store.load(catalogue: Samples.catalogue).register.people.map(\.name)
    }

    @Test("A caseworker who was added opens the same store; who was removed opens it no more")
    func addedAndRemoved() throws {
        let desk = try station.unlocked()
        #expect(try desk.store.addCaseworker("王五", .ofWang, .weak, by: "李四", now: desk.now) == nil)
        #expect(try desk.store.caseworkers() == ["李四", "王五"])
        #expect(try names(.ofWang, as: "王五") == names(.ofLi, as: "李四"))
        #expect(throws: ChangeError.store(.caseworkerExists("王五"))) {
            try desk.store.addCaseworker("王五", .ofLi, .weak, by: "李四", now: desk.now)
        }
        try desk.store.removeCaseworker("李四", by: "王五", now: desk.now)
        #expect(throws: StoreError.unknownCaseworker("李四", known: ["王五"])) { try station.locked().unlock(.ofLi, as: "李四", now: desk.now) }
        #expect(try !station.opens(.ofLi, as: "王五"))
        #expect(try names(.ofWang, as: "王五").count == 3)
        #expect(try desk.verdict.findings == [])
    }

    @Test("The last caseworker stays, and a stranger cannot be removed")
    func last() throws {
        let desk = try station.unlocked()
        #expect(throws: ChangeError.store(.lastCaseworker("李四"))) { try desk.store.removeCaseworker("李四", by: "李四", now: desk.now) }
        #expect(throws: ChangeError.store(.unknownCaseworker("王五", known: ["李四"]))) {
            try desk.store.removeCaseworker("王五", by: "李四", now: desk.now)
        }
        #expect(try desk.store.caseworkers() == ["李四"])
    }

    @Test("Two programs that each remove one of the last two leave one")
    func lastOfTwoPrograms() throws {
        // Given
        let desk = try station.unlocked()
        _ = try desk.store.addCaseworker("王五", .ofWang, .weak, by: "李四", now: desk.now)
        let other = try station.unlocked()
        var isFirst = true
        // When the other comes in after the first has looked who there is
        #expect(throws: ChangeError.store(.lastCaseworker("王五"))) {
            try desk.store.settingKeys(by: "李四", now: desk.now) { _, slots in
                if isFirst { try other.store.removeCaseworker("李四", by: "王五", now: desk.now) }
                isFirst = false
                guard slots.count(where: { $0.holder.kind == "caseworker" }) > 1 else { throw StoreError.lastCaseworker("王五") }
                return ([], removing: [.caseworker("王五")], ())
            }
        }
        // Then
        #expect(try desk.store.caseworkers() == ["王五"])
        #expect(try desk.verdict.findings == [])
    }

    @Test("A changed passphrase and a renewed recovery code open; the old ones nothing any more")
    func changed() throws {
        let desk = try station.unlocked()
        try desk.store.changePassphrase(of: "李四", to: .ofWang, .weak, by: "李四", now: desk.now)
        let renewed = try desk.store.renewRecovery(.weak, by: "李四", now: desk.now)
        #expect(try station.opens(.ofWang, as: "李四"))
        #expect(try station.opens(renewed.passphrase, as: nil))
        #expect(try !station.opens(.ofLi, as: "李四"))
        #expect(try !station.opens(station.recovery.passphrase, as: nil))
        #expect(try names(.ofWang, as: "李四").count == 3)
        #expect(try desk.verdict.findings == [])
    }

    @Test("Passphrases are set by who has unlocked the store, and by nobody else")
    func sealed() throws {
        let store = try station.locked()
        #expect(throws: ChangeError.store(.sealed)) { try store.addCaseworker("王五", .ofWang, .weak, by: "王五", now: "2026-11-21T03:00:00Z") }
        #expect(throws: ChangeError.store(.sealed)) { try store.changePassphrase(of: "李四", to: .ofWang, .weak, by: "王五", now: "2026-11-21T03:00:00Z") }
        #expect(throws: ChangeError.store(.sealed)) { try store.renewRecovery(.weak, by: "王五", now: "2026-11-21T03:00:00Z") }
        #expect(try store.sequence() == 2)
    }

    @Test("An open store that gets its first passphrase keeps its records, and the key lies open no more")
    func firstPassphrase() throws {
        // Given
        let path = folder.file("open.doorstep")
        let desk = try Desk.inFile(path)
        try desk.makeHistory()
        let saved = try desk.register
        let key = try desk.store.keys().store.withBytes { Array($0) }
        desk.store.lock()
        #expect(!desk.store.isLocked, "without a passphrase nobody could open it again")
        // When
        let recovery = try #require(try desk.store.addCaseworker("李四", .ofLi, .weak, by: "李四", now: desk.now))
        // Then
        let store = try StationStore.open(at: path)
        #expect(store.isLocked)
        #expect(throws: StoreError.sealed) { try store.load(catalogue: desk.catalogue) }
        try store.unlock(.ofLi, as: "李四", now: desk.now)
        #expect(try Array(store.load(catalogue: desk.catalogue).register.people) == Array(saved.people))
        #expect(try store.verify().findings == [])
        #expect(try StationStore.open(at: path).unlock(recovery.passphrase, as: nil, now: desk.now) == "recovery")
        #expect(try FileSearch(folder).files(containing: key) == [])
        // And whoever had it open can lock it now.
        desk.store.lock()
        #expect(desk.store.isLocked)
    }

    @Test("A removed caseworker's wrapped key is in no file any more")
    func removedKey() throws {
        let desk = try station.unlocked()
        _ = try desk.store.addCaseworker("王五", .ofWang, .weak, by: "李四", now: desk.now)
        let slot = try #require(try desk.store.reading { try KeySlots.all($0) }.first { $0.holder == .caseworker("王五") })
        #expect(try FileSearch(folder).files(containing: slot.wrapped) == ["station.doorstep"])
        try desk.store.removeCaseworker("王五", by: "李四", now: desk.now)
        #expect(try FileSearch(folder).files(containing: slot.wrapped) == [])
    }

    @Test("Slots that were swapped between holders open for nobody, and verify names them")
    func swapped() throws {
        let desk = try station.unlocked()
        _ = try desk.store.addCaseworker("王五", .ofWang, .weak, by: "李四", now: desk.now)
        try tamper(station.path) { db in
            try db.execute(sql: "UPDATE keySlot SET name = 'x' WHERE name = '李四'; UPDATE keySlot SET name = '李四' WHERE name = '王五'; UPDATE keySlot SET name = '王五' WHERE name = 'x'")
        }
        for name in ["李四", "王五"] {
            #expect(try !station.opens(.ofLi, as: name))
            #expect(try !station.opens(.ofWang, as: name))
        }
        let findings = try station.locked().verify().findings.map(\.english)
        #expect(findings.contains { $0.contains("key of the caseworker “李四” is not the one") })
    }

    @Test("A slot that somebody gave himself, or took away, is found", arguments: [
        "INSERT INTO keySlot SELECT 'caseworker', '赵六', salt, logarithm, wrapped, journal FROM keySlot WHERE kind = 'caseworker'",
        "DELETE FROM keySlot WHERE kind = 'recovery'",
    ])
    func forged(sql: String) throws {
        try tamper(station.path) { try $0.execute(sql: sql) }
        #expect(try !station.locked().verify().holds)
    }
}
