import DoorstepCore
import Testing

@testable import DoorstepStore

@Suite("Unlocking a store")
struct UnlockingTests {
    let folder: Folder
    let station: LockedStation

    init() throws {
        folder = try Folder()
        station = try LockedStation(folder)
    }

    @Test("Nothing personal can be read or written before somebody unlocks it, and that is said")
    func locked() throws {
        // Given
        try station.unlocked().makeHistory()
        // When
        let desk = try Desk(station.locked())
        // Then
        #expect(desk.store.isLocked)
        #expect(throws: StoreError.sealed) { try desk.register }
        #expect(throws: StoreError.sealed) { try desk.store.changes(since: 0, catalogue: desk.catalogue) }
        #expect(throws: StoreError.sealed) { try desk.store.reveals() }
        #expect(throws: StoreError.sealed) { try desk.store.searches() }
        let changes: [StoreChange] = [
            .records(RecordBatch(people: [try desk.person("P9")]), reason: .edit()), .setting(name: "weight", value: "2"),
            .step(StepDraft(.pair(job: try recordID("J2"), person: try recordID("P1")), stage: .referred, date: desk.today)),
            .saveSearch(SavedSearch(name: try SearchName("甲"), records: .job, query: "焊"), replacing: false), .erase(try recordID("P1")),
            .export(SheetStatement(kind: "people", query: "", rows: 1, digest: "00", log: nil), isUnmasked: true),
        ]
        for change in changes { #expect(throws: ChangeError.store(.sealed)) { try desk.save(change) } }
        // Who may open it, and whether the journal holds, needs no key.
        #expect(try desk.store.caseworkers() == ["李四"])
        #expect(try desk.store.sequence() == 10)
        let verdict = try desk.verdict
        #expect(verdict.findings == [] && verdict.sealsOpened == nil)
        #expect(StoreError.sealed.message.chinese.contains("口令") && StoreError.sealed.message.english.contains("passphrase"))
    }

    @Test("After unlocking everything is as it was saved, and every seal opens")
    func unlocked() throws {
        let desk = try station.unlocked()
        try desk.makeHistory()
        try desk.save(people: [desk.person("P4", Planted.fill)])
        let saved = try desk.register
        let again = try station.unlocked()
        #expect(try Array(again.register.people) == Array(saved.people))
        #expect(try Array(again.register.placements) == Array(saved.placements))
        #expect(try again.register.people[recordID("P4")]?.telephone == Planted.telephone)
        let verdict = try again.verdict
        #expect(verdict.findings == [])
        // Seven people, and note and statistics of three steps.
        #expect(verdict.sealsOpened == 13)
    }

    @Test("Locked again, it is as before")
    func lockedAgain() throws {
        let desk = try station.unlocked()
        try desk.fill()
        desk.store.lock()
        #expect(desk.store.isLocked)
        #expect(throws: StoreError.sealed) { try desk.register }
        try desk.store.unlock(.ofLi, as: "李四", now: desk.now)
        #expect(try desk.register.people.count == 3)
    }

    @Test("Who is alone need not say who they are; among several they must, and a stranger is told who is known")
    func who() throws {
        #expect(try station.locked().unlock(.ofLi, as: nil, now: "2026-11-21T03:00:00Z") == "李四")
        let desk = try station.unlocked()
        _ = try desk.store.addCaseworker("王五", .ofWang, .weak, by: "李四", now: desk.now)
        let store = try station.locked()
        #expect(throws: StoreError.unknownCaseworker("", known: ["李四", "王五"])) { try store.unlock(.ofLi, as: nil, now: desk.now) }
        #expect(throws: StoreError.unknownCaseworker("赵六", known: ["李四", "王五"])) { try store.unlock(.ofLi, as: "赵六", now: desk.now) }
        #expect(try store.unlock(.ofWang, as: "王五", now: desk.now) == "王五")
    }

    @Test("A passphrase is the same however the keyboard composed it, and not with other letters")
    func composed() throws {
        let desk = try station.unlocked()
        try desk.store.changePassphrase(of: "李四", to: Passphrase("e\u{301}te\u{301} 2026"), .weak, by: "李四", now: desk.now)
        #expect(try station.opens(Passphrase(" \u{E9}t\u{E9} 2026 "), as: "李四"))
        #expect(try !station.opens(Passphrase("\u{C9}t\u{E9} 2026"), as: "李四"))
        #expect(throws: StoreError.passphraseTooShort(shortest: 8)) { try Passphrase(new: "  1234567  ") }
    }

    // MARK: - Wrong passphrases

    /// Tries a wrong passphrase.
    private func refusal(_ store: StationStore, at now: String, _ passphrase: Passphrase = .wrong) throws -> StoreError {
        try #require(throws: StoreError.self) { try store.unlock(passphrase, as: "李四", now: now) }
    }

    @Test("A wrong passphrase is journalled and the next one waits twice as long, up to a minute; verify still holds")
    func slowedDown() throws {
        let store = try station.locked()
        // When: each try as soon as it is taken.
        var second = 0
        var waits: [Int] = []
        for _ in 0..<9 {
            guard case .wrongPassphrase(let wait) = try refusal(store, at: UnlockingTests.moment(second)) else {
                Issue.record("not taken at \(second)")
                return
            }
            waits.append(wait)
            // Then: a second too soon it is not even looked at.
            if wait > 1 { #expect(try refusal(store, at: UnlockingTests.moment(second + wait - 1), .ofLi) == .slowedDown(wait: 1)) }
            second += wait
        }
        #expect(waits == [1, 2, 4, 8, 16, 32, 60, 60, 60])
        #expect(store.isLocked)
        #expect(try Desk(store).column("SELECT caseworker || ' ' || content FROM journal WHERE kind = 'refused'").count == 9)
        #expect(try Desk(store).column("SELECT content FROM journal WHERE kind = 'refused'").first == "holder=caseworker\nname=李四")
        #expect(try store.verify().findings == [])
        // The right one is taken when its time has come.
        #expect(try store.unlock(.ofLi, as: "李四", now: UnlockingTests.moment(second)) == "李四")
        #expect(try store.verify().findings == [])
    }

    @Test("What was wrong a quarter of an hour ago slows nobody down any more")
    func forgotten() throws {
        let store = try station.locked()
        for second in [0, 1, 3, 7] { _ = try refusal(store, at: UnlockingTests.moment(second)) }
        #expect(try refusal(store, at: UnlockingTests.moment(7 + 901)) == .wrongPassphrase(wait: 1))
    }

    @Test("A clock that went backwards locks nobody out, and another program is slowed down as well")
    func clock() throws {
        let store = try station.locked()
        for second in [0, 1, 3] { _ = try refusal(store, at: "2031-01-01T00:00:0\(second)Z") }
        let other = try station.locked()
        #expect(try refusal(other, at: "2031-01-01T00:00:04Z", .ofLi) == .slowedDown(wait: 3))
        #expect(try other.unlock(.ofLi, as: "李四", now: "2026-11-21T03:00:00Z") == "李四")
        #expect(try other.verify().findings == [])
    }

    @Test("On a medium that cannot be written a wrong passphrase is refused all the same")
    func readOnly() throws {
        let store = try StationStore.open(at: station.path, patience: 0, isReadOnly: true)
        #expect(throws: StoreError.wrongPassphrase(wait: 0)) { try store.unlock(.wrong, as: "李四", now: "2026-11-21T03:00:00Z") }
        #expect(try store.unlock(.ofLi, as: "李四", now: "2026-11-21T03:00:00Z") == "李四")
        store.lock()
        #expect(store.isLocked)
    }

    private static func moment(_ second: Int) -> String {
        func two(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
        return "2026-11-21T\(two(3 + second / 3600)):\(two(second / 60 % 60)):\(two(second % 60))Z"
    }
}
