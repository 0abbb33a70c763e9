import DoorstepCore
import Testing

@testable import DoorstepStore

@Suite("Editing what somebody else may have changed")
struct EditConflictTests {
    private func edit(_ desk: Desk, _ person: Person, before: Person, takesBack: Int? = nil) throws -> Committed {
        try desk.save(.records(RecordBatch(people: [person]), reason: .edit(before: RecordBatch(people: [before]), takesBack: takesBack)))
    }

    @Test("What is as it was known is changed; what is not is left alone, and the sentence names the record")
    func meanwhile() throws {
        let desk = try Desk()
        let first = try desk.person()
        try desk.save(people: [first])
        let second = try desk.person { $0.note = "二" }
        _ = try edit(desk, second, before: first)
        let sequence = try desk.store.sequence()

        let error = try #require(throws: ChangeError.self) { _ = try edit(desk, desk.person { $0.note = "三" }, before: first) }

        guard case .changedMeanwhile(let record) = error else { throw error }
        #expect(record.english == "person P1")
        #expect(try desk.store.sequence() == sequence)
        #expect(try desk.register.people[recordID("P1")]?.note == "二")
    }

    @Test("A record that is not there was changed meanwhile too")
    func gone() throws {
        let desk = try Desk()
        #expect(throws: ChangeError.self) { _ = try edit(desk, desk.person { $0.note = "二" }, before: desk.person()) }
        #expect(try desk.store.sequence() == 1)
    }

    @Test("An edit that takes another back names it, and the store holds")
    func takesBack() throws {
        let desk = try Desk()
        let (first, second) = (try desk.person(), try desk.person { $0.note = "二" })
        try desk.save(people: [first])
        let sequence = try edit(desk, second, before: first).sequence
        _ = try edit(desk, first, before: second, takesBack: sequence)
        let content = try #require(EntryContent(text: desk.column("SELECT content FROM journal ORDER BY sequence DESC LIMIT 1")[0]))
        #expect(content["takes_back"] == String(sequence))
        #expect(try desk.register.people[recordID("P1")]?.note.isEmpty == true)
        #expect(try desk.verdict.findings == [])
    }
}
