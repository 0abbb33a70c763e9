import DoorstepCore
import Foundation
import GRDB
import Testing

@testable import DoorstepStore

@Suite("The journal")
struct JournalTests {
    @Test("Links are what a program in another language works out")
    func knownLinks() {
        // From Python's hashlib.
        let first = JournalLink.next(
            previous: JournalLink.origin, sequence: 1, time: "2026-11-21T03:04:05Z", caseworker: "李四", kind: "edit", subjects: "P1",
            content: "record=person 1 00 P1")
        #expect(Hex.text(first) == "a4e68469e13111204d337f0035e28a321ed7764b40748124ce7562886efa4b86")
        let step = LedgerLink.next(
            previous: LedgerLink.origin,
            columns: ["1", "R1", "J1", "P1", "referred", "", "2026-11-21", "2026-11-21T03:04:05Z", "李四", "宏达机械厂", "电焊工", "full-time"])
        #expect(Hex.text(step) == "22c5d72d6adcb32d182adc15de0666c988eedfbde60b02e5b7d3abbf53768ad8")
        let record = KeptRecord(kind: .person, id: "P1", revision: 2, salt: Array(0..<16), facts: [1, 0, 0], personal: [0, 1, 0, 0])
        #expect(Hex.text(record.commitment) == "1109eb1959ccb6ddda7952c7b8142fdc05061c6ba46eaf1c42c28a5e1a021514")
        let states = [
            RecordState(kind: .person, id: "P2", revision: 1, commitment: [UInt8](repeating: 2, count: 32)),
            RecordState(kind: .person, id: "P1", revision: 3, commitment: [UInt8](repeating: 1, count: 32)),
        ]
        #expect(Hex.text(RecordState.digest(states)) == "1e91080ef999e57dcb1288768d030427b2e60962240974c81c13498003a54e0d")
        #expect(Hex.text(Commitment.ofNote(step: 7, salt: Array(0..<16), note: [0] + Array("备注".utf8))) == "35ecf14ca8e9a9e9252c99895bfe46c761cf83ba86e359975f91a82fe4dfc30d")
    }

    @Test("A field cannot run over into the next")
    func fields() {
        func link(_ caseworker: String, _ kind: String) -> [UInt8] {
            JournalLink.next(previous: JournalLink.origin, sequence: 1, time: "", caseworker: caseworker, kind: kind, subjects: "", content: "")
        }
        #expect(link("ab", "c") != link("a", "bc"))
        #expect(link("abc", "") != link("", "abc"))
    }

    @Test("Any value comes back from an entry's content")
    func content() throws {
        let values = ["", "a=b", "第一行\n第二行", "a\\nb\\", "\t\r\n\\", "=", "e\u{301}", "\r\n"]
        var content = EntryContent()
        for value in values { content.add("value", value) }
        let read = try #require(EntryContent(text: content.text))
        #expect(read.fields.map { Array($0.value.unicodeScalars) } == values.map { Array($0.unicodeScalars) })
        #expect(content.text.split(separator: "\n").count == values.count)
        #expect(EntryContent(text: "no sign") == nil)
        #expect(EntryContent(text: "a=\\x") == nil)
    }

    @Test("Nothing personal stands in the clear in any table")
    func secrets() throws {
        // Given a person every one of whose personal columns has a value that
        // is found nowhere else.
        let desk = try Desk()
        try desk.fill()
        let group = try #require(desk.catalogue.groups.group("disabled"))
        let person = try desk.person("P1") {
            $0.name = "欧阳密名"
            $0.identityNumber = try IdentityNumber("15078419900307123" + String(IdentityNumber.checkCharacter([1, 5, 0, 7, 8, 4, 1, 9, 9, 0, 0, 3, 0, 7, 1, 2, 3])))
            $0.telephone = "13800135678"
            $0.recordedGroups = [group.id]
            $0.household = .elsewhere("黑龙江省密县")
            $0.note = "腿脚不便密注"
            for extra in PersonExtra.allCases { $0.extras[extra] = "密额外\(extra.rawValue)" }
        }

        // When everything that touches a person has been done.
        try desk.save(people: [person])
        try desk.save(.records(RecordBatch(people: [person, desk.person("P8") { $0.name = "欧阳密名" }]), reason: .import(file: "a.csv", rows: 2, refused: 0)))
        let id = try desk.refer("P1", note: "密步注")
        try desk.take(.hired, of: id, note: "密步注")
        try desk.save(.export(SheetStatement(kind: "people", query: "", rows: 2, digest: "00", log: nil), isUnmasked: true))
        try desk.save(.saveSearch(SavedSearch(name: SearchName("欧阳密名"), records: .person, query: "欧阳密名 13800135678"), replacing: false))

        // Then
        let clear = try desk.store.queue.read { db in
            try String.fetchAll(db, sql: "SELECT name FROM sqlite_master WHERE type = 'table'").flatMap { table in
                try Row.fetchAll(db, sql: "SELECT * FROM \(table)").flatMap { row in row.databaseValues.map { Data($0) } }
            }
        }
        let secrets = ["欧阳", "密", "13800135678", "19900307", "disabled", group.name.chinese, "不便"]
        for secret in secrets {
            #expect(!clear.contains { $0.range(of: Data(secret.utf8)) != nil }, "\(secret)")
        }
        // The test looks for what is there.
        let keys = try desk.store.keys()
        let opened = try desk.store.queue.read { try RecordRows.find(.person, "P1", $0)?.record.image(keys).personal } ?? []
        for secret in secrets.dropLast(2) { #expect(Data(opened).range(of: Data(secret.utf8)) != nil, "\(secret)") }
    }
}

extension Data {
    fileprivate init(_ value: DatabaseValue) {
        switch value.storage {
        case .blob(let data): self = data
        case .string(let text): self = Data(text.utf8)
        case .int64(let number): self = Data(String(number).utf8)
        case .double(let number): self = Data(String(number).utf8)
        case .null: self = Data()
        }
    }
}
