import DoorstepCore
import GRDB
import Testing

@testable import DoorstepStore

@Suite("Having masked numbers shown")
struct RevealTests {
    let desk: Desk

    init() throws {
        desk = try Desk()
        try desk.fill()
    }

    private func reveal(_ id: String, _ reason: RevealReason?) throws -> Committed {
        try desk.save(.reveal(person: recordID(id), shown: [.telephone], reason: #require(reason)))
    }

    @Test("It is journalled: who, whose, what, when and why; the words are sealed")
    func journalled() throws {
        let saved = try reveal("P1", RevealReason(.other, note: " 替其母问 "))
        #expect(saved.sequence == 3 && saved.changed == 0)
        _ = try reveal("P2", RevealReason(.call))
        #expect(
            try desk.store.reveals() == [
                Reveal(sequence: 3, time: desk.now, caseworker: "李四", person: "P1", shown: [.telephone], kind: .other, note: "替其母问"),
                Reveal(sequence: 4, time: desk.now, caseworker: "李四", person: "P2", shown: [.telephone], kind: .call, note: ""),
            ])
        let contents = try desk.column("SELECT content FROM journal WHERE kind = 'reveal'")
        #expect(contents.allSatisfy { $0.hasPrefix("shown=telephone\nreason=") && !$0.contains("母") })
        #expect(Set(contents.map { $0.count - ($0.contains("other") ? 1 : 0) }).count == 1, "whether anything was written cannot be told")
        #expect(try desk.column("SELECT subjects FROM journal WHERE kind = 'reveal'") == ["P1", "P2"])
        #expect(try desk.verdict.findings == [])
    }

    @Test("Nothing said is no reason; other needs words")
    func empty() {
        #expect(RevealReason(.other) == nil)
        #expect(RevealReason(.other, note: " \u{3000}\n") == nil)
        #expect(RevealReason(.call)?.note == "")
    }

    @Test("Of somebody who is not there nothing is shown, and nothing journalled")
    func unknown() throws {
        #expect(throws: ChangeError.refused(.unknownPerson("P9"))) { try reveal("P9", RevealReason(.call)) }
        #expect(try desk.store.sequence() == 2)
    }

    @Test("Once the person's key is gone the words are too; the rest stays, and verifies")
    func erased() throws {
        _ = try reveal("P1", RevealReason(.call, note: "问他"))
        try desk.save(.erase(recordID("P1")))
        #expect(try desk.store.reveals().map(\.note) == [nil])
        #expect(try desk.store.reveals().map(\.kind) == [.call])
        #expect(try desk.verdict.findings == [])
        #expect(throws: ChangeError.refused(.unknownPerson("P1"))) { try reveal("P1", RevealReason(.call)) }
    }

    @Test("A reason that was tampered with is found by who can open it")
    func tampered() throws {
        _ = try reveal("P1", RevealReason(.call, note: "问他"))
        _ = try reveal("P2", RevealReason(.call, note: "问她"))
        try desk.store.queue.write { db in
            let contents = try String.fetchAll(db, sql: "SELECT content FROM journal WHERE kind = 'reveal' ORDER BY sequence")
            try db.execute(sql: "DROP TRIGGER journalIsNeverChanged")
            try db.execute(sql: "UPDATE journal SET content = ? WHERE sequence = 3", arguments: [contents[1]])
            try db.execute(sql: "UPDATE journal SET content = ? WHERE sequence = 4", arguments: [contents[0]])
        }
        #expect(try desk.verdict.findings.contains { $0.english.contains("reason in journal entry 3 does not open. (2 in all)") })
        #expect(throws: StoreError.damaged(at: .sealed)) { try desk.store.reveals() }
    }
}
