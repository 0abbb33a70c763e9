import DoorstepCore
import Foundation
import Testing

@testable import DoorstepExchange

@Suite("Objects of JSON as rows")
struct ObjectRowsTests {
    private func read(_ kind: SheetKind, _ bytes: [UInt8]) throws -> ImportPlan {
        var importer = SheetImporter(register: try ExchangeStation.empty(), catalogue: try ExchangeStation.catalogue(), day: ExchangeStation.day)
        try importer.read(kind, file: "x.json", bytes: bytes)
        return importer.plan
    }

    private func rows(_ text: String) throws -> [SheetLine] {
        var lines = try SheetFile(name: "x.json", bytes: Array(text.utf8)).lines()
        var rows: [SheetLine] = []
        while let line = try lines.next() { rows.append(line) }
        return rows
    }

    @Test("What is exported as JSON or JSON Lines is read back the same, in either language", arguments: Language.allCases, [TextSheetFormat.json, .jsonl])
    func roundTrip(language: Language, format: TextSheetFormat) throws {
        // Given
        let catalogue = try ExchangeStation.catalogue()
        let register = try ExchangeStation.register { person, _, employer in
            person.note = "'=1+1\n第二行，\"引号\"；分号"
            person.coordinates = Coordinates(latitude: 50.1, longitude: 120.123456)
            employer.note = "=1+1"
        }
        let form = ColumnForm(catalogue, language)
        func written<Entry: RecordEntry>(_ entries: [(RecordID, Entry)]) -> [UInt8] {
            let header = ["编号"] + Entry.columns.map { $0.title(language) }
            var bytes: [UInt8] = []
            let rows = entries.map { id, entry in [SheetValue.text(id.text)] + Entry.columns.map { .text($0.text(of: entry, form)) } }
            SheetWriter.write(rows, header: header, format: format) { bytes += $0 }
            if format == .jsonl { bytes += Array(#"{"checkpoint":"doorstep-checkpoint-1"}"#.utf8) + [TextByte.lineFeed] }
            return bytes
        }
        let person = try #require(register.people[ExchangeStation.person])
        let employer = try #require(register.employers[ExchangeStation.employer])
        // When
        let people = try read(.people, written([(person.id, PersonEntry(person))]))
        let employers = try read(.employers, written([(employer.id, EmployerEntry(employer))]))
        // Then
        #expect(people.refusals.isEmpty && employers.refusals.isEmpty, "\((people.refusals + employers.refusals).first?.message.english ?? "")")
        #expect(people.people.records == [person] && people.rowCount == 1)
        #expect(employers.employers.records == [employer] && employers.rowCount == 1)
    }

    @Test("Names in any order, members that only some have, lists, yes and no: each object is a row under the names of all")
    func shapes() throws {
        let text = #"""
            {"total": 2, "data": [
              {"姓名": "张三", "可外出": true, "技能": ["焊工", "力工"], "期望月薪": 3500.5, "备注": null, "其他": {"a": 1}},
              {"住址": "额尔古纳市", "姓名": "李四", "可外出": false, "期望月薪": 1}
            ]}
            """#
        let rows = try rows(text)
        #expect(rows.map(\.cells) == [
            ["姓名", "可外出", "技能", "期望月薪", "备注", "其他", "住址"], ["张三", "是", "焊工;力工", "3500.5"],
            ["李四", "否", "", "1", "", "", "额尔古纳市"],
        ])
    }

    @Test("A list with a line for each object is as long as it likes, and errors name the line")
    func long() throws {
        let object = #"{"姓名":"张三","住址":"额尔古纳市","备注":""# + String(repeating: "长", count: 20_000) + #""}"#
        let text = "[\n" + Array(repeating: object, count: 600).joined(separator: ",\n") + "\n]\n"
        #expect(text.utf8.count > PostedObjects.longest)
        #expect(try rows(text).count == 601)
        #expect(try rows(text).last?.line == 601)
        #expect(throws: SheetError.notJSON(file: "x.json", line: 3)) { try rows("[\n{\"a\":1},\n{\"a\":},\n{\"a\":2}\n]\n") }
    }

    @Test("Names that never end, and objects that have few of very many, are one sentence and take no longer than the file", arguments: [
        { number in #"{"n\#(number)":1}"# }, { number in number == 0 ? "{" + (0..<16_000).map { "\"n\($0)\":1" }.joined(separator: ",") + "}" : #"{"n1":1}"# },
    ] as [@Sendable (Int) -> String])
    func hostile(object: @Sendable (Int) -> String) throws {
        let error = try #require(throws: SheetError.self) { try rows((0..<20_000).map(object).joined(separator: "\n")) }
        guard case .workbook(_, let problem) = error else { throw error }
        switch problem {
        case .tooManyColumns, .tooManyCells: break
        default: throw problem
        }
    }

    @Test("A sheet whose title stands in brackets is a sheet", arguments: ["[重要]求职登记表,,\n姓名,常住地,手机\n张三,额尔古纳市,\n", "{表},\n姓名,常住地\n张三,额尔古纳市\n"])
    func sheets(text: String) throws {
        #expect(try read(.people, Array(text.utf8)).people.records.map(\.name) == ["张三"])
    }

    @Test("Objects of nothing that is a record are named as such, in one sentence", arguments: ["[]", "[{}]", #"{"a":1}"#, #"[{"a":[[[1]]]}]"#])
    func others(text: String) throws {
        #expect(throws: SheetError.self) { try read(.people, Array(text.utf8)) }
    }
}
