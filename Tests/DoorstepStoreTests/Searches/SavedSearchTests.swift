import DoorstepCore
import Foundation
import GRDB
import Testing

@testable import DoorstepStore

@Suite("Saved searches in the store")
struct SavedSearchTests {
    private func search(_ name: String, _ query: String = "焊 #退役军人", _ records: RecordID.Kind = .person) throws -> SavedSearch {
        SavedSearch(name: try SearchName(name), records: records, query: query)
    }

    @Test("One is kept, with one entry, in the order they came; another program has it with its changes")
    func saved() throws {
        let folder = try Folder()
        let desk = try Desk.inFile(folder.file())
        let other = try Desk(StationStore.open(at: folder.file()))
        let first = try search("退役焊工")
        let second = try search("在招", "缺>2", .job)
        let committed = try desk.save(.saveSearch(first, replacing: false))
        #expect(committed.sequence == 2 && committed.searches == [first])
        try desk.save(.saveSearch(second, replacing: false))
        #expect(try other.store.searches() == [first, second])
        #expect(try other.store.changes(since: 1, catalogue: other.catalogue).searches == [first, second])
        #expect(try other.store.load(catalogue: other.catalogue).searches == [first, second])
        #expect(try desk.column("SELECT kind FROM journal WHERE sequence > 1") == ["search", "search"])
        #expect(try desk.verdict.findings == [])
    }

    @Test("A name is given once for a kind of records, however wide its letters: it is replaced only when asked")
    func replaced() throws {
        let desk = try Desk()
        let old = try search("ABC 焊工")
        try desk.save(.saveSearch(old, replacing: false))
        let new = try search("ａｂｃ焊工", "瓦")
        #expect(throws: ChangeError.search(.taken(old))) { try desk.save(.saveSearch(new, replacing: false)) }
        #expect(try desk.store.searches() == [old] && desk.store.sequence() == 2)
        try desk.save(.saveSearch(new, replacing: true))
        #expect(try desk.store.searches() == [new])
        #expect(try desk.column("SELECT revision || id FROM savedSearch") == ["2S2"])
        // The same again is nothing to keep; the same name elsewhere is another.
        #expect(try desk.save(.saveSearch(new, replacing: false)).sequence == 3)
        try desk.save(.saveSearch(search("abc焊工", "瓦", .job), replacing: false))
        #expect(try desk.store.searches().count == 2)
        #expect(try desk.verdict.findings == [])
    }

    @Test("One that is removed is gone, which the journal keeps; its identifier is not given again")
    func removed() throws {
        let desk = try Desk()
        let kept = try search("甲")
        let gone = try search("乙")
        try desk.save(.saveSearch(kept, replacing: false))
        try desk.save(.saveSearch(gone, replacing: false))
        #expect(try desk.save(.removeSearch(SearchName("乙"), .person)).searches == [kept])
        #expect(try desk.verdict.findings == [])
        #expect(throws: ChangeError.search(.unknown(name: "乙", nearest: []))) { try desk.save(.removeSearch(SearchName("乙"), .person)) }
        #expect(throws: ChangeError.search(.unknown(name: "甲", nearest: []))) { try desk.save(.removeSearch(SearchName("甲"), .job)) }
        try desk.save(.saveSearch(gone, replacing: false))
        #expect(try desk.column("SELECT id FROM savedSearch ORDER BY position") == ["S2", "S5"])
        #expect(try desk.verdict.findings == [])
    }

    @Test("Neither name nor query stands in the journal, in clear or as a hash that could be guessed")
    func secret() throws {
        let desk = try Desk()
        let one = try search("欧阳密名", "欧阳密名 13800135678")
        try desk.save(.saveSearch(one, replacing: false))
        try desk.save(.saveSearch(search("欧阳密名", "瓦"), replacing: true))
        try desk.save(.removeSearch(one.name, .person))
        try desk.save(.saveSearch(one, replacing: false))
        let journal = try desk.column("SELECT subjects || content FROM journal").joined()
        for secret in ["欧阳", "密", "13800135678", "瓦"] { #expect(!journal.contains(secret), "\(secret)") }
        let states = try desk.column("SELECT content FROM journal WHERE kind = 'search'").map { $0.split(separator: " ")[1] }
        #expect(Set([states[0], states[1], states[3]]).count == 3)
        #expect(states[2] == states[1])
        let open = try desk.store.queue.read { try Data.fetchAll($0, sql: "SELECT facts FROM savedSearch") }
        #expect(!open.contains { $0.range(of: Data("密".utf8)) != nil })
    }

    @Test("What was done to one with a database tool is found", arguments: [
        ("UPDATE savedSearch SET personal = x'00' WHERE id = 'S2'", "saved search S2 was changed"),
        ("UPDATE savedSearch SET facts = x'00' WHERE id = 'S3'", "saved search S3 was changed"),
        ("UPDATE savedSearch SET journal = 3 WHERE id = 'S2'", "saved search S2 is not what"),
        ("UPDATE savedSearch SET revision = 7 WHERE id = 'S3'", "saved search S3 is not what"),
        ("DELETE FROM savedSearch WHERE id = 'S3'", "saved search S3, of which journal entry 3 tells, is missing"),
        ("DELETE FROM savedSearch", "(2 in all)"),
        ("INSERT INTO savedSearch SELECT 9, 'S9', revision, salt, commitment, facts, journal, personal FROM savedSearch WHERE id = 'S2'", "saved search S9 is not what"),
        ("DROP TABLE savedSearch", "saved searches cannot be read"),
        ("UPDATE journal SET content = '' WHERE sequence = 3", "Journal entry 3 does not hold"),
    ])
    func forged(sql: String, finds: String) throws {
        let folder = try Folder()
        let desk = try Desk.inFile(folder.file())
        for name in ["甲", "乙", "丙"] { try desk.save(.saveSearch(search(name), replacing: false)) }
        try desk.save(.removeSearch(SearchName("丙"), .person))
        try tamper(folder.file()) { try $0.execute(sql: sql) }
        let findings = try StationStore.open(at: folder.file()).verify().findings
        #expect(findings.contains { $0.english.contains(finds) }, "\(findings.map(\.english))")
    }

    @Test("A row that is no search is damage that is named")
    func damaged() throws {
        let folder = try Folder()
        let desk = try Desk.inFile(folder.file())
        try desk.save(.saveSearch(search("甲"), replacing: false))
        try tamper(folder.file()) { try $0.execute(sql: "UPDATE savedSearch SET personal = x'07'") }
        #expect(throws: StoreError.damaged(at: Phrase("常用查找 S2", "saved search S2"))) { try StationStore.open(at: folder.file()).searches() }
    }
}
