import DoorstepCore
import Foundation
import GRDB
import Testing

@testable import DoorstepStore

/// A store as the program's first format had it: tables of the first
/// version, no keys, personal parts and notes in clear.
struct FirstFormat {
    let path: String
    let people: [Person]
    static let notes = ["带介绍信", Planted.stepNote, ""]

    /// Founds it with three people, of whom P1 was edited and N1 imported,
    /// and a placement of three steps: entries 1 to 7.
    init(_ path: String, _ desk: Desk) throws {
        self.path = path
        let first = try desk.person("P1") { $0.note = "改之前" }
        people = [try desk.person("P1", Planted.fill), try desk.person("P2") { $0.telephone = "13900136789" }, try desk.person("N1") { $0.note = "导入的" }]
        let records = [RecordImage(Employer(id: try recordID("E1"), name: "额尔古纳市宏达机械厂"), desk.catalogue), RecordImage(first, desk.catalogue)]
        let later = [RecordImage(people[1], desk.catalogue), RecordImage(try desk.job(), desk.catalogue)]
        let (edited, imported) = (RecordImage(people[0], desk.catalogue), RecordImage(people[2], desk.catalogue))
        let queue = try DatabaseQueue(path: path)
        try Schema.migrator().migrate(queue, upTo: "v1")
        try queue.write { db in
            func occasion(_ time: String) throws -> Occasion { try Occasion(db, caseworker: "李四", now: "2026-11-20T01:00:\(time)Z") }
            let founding = try occasion("00")
            try db.execute(sql: "INSERT INTO station (singleRow, code, name, journal) VALUES (1, '150784001', '拉布大林街道就业服务站', 1)")
            try founding.write(.station, subjects: ["150784001"], EntryContent([("code", "150784001"), ("name", "拉布大林街道就业服务站")]), db)
            try FirstFormat.edit(records + later, occasion("01"), db)
            try FirstFormat.edit([edited], occasion("02"), db)
            let `import` = try occasion("03")
            let states = [try FirstFormat.put(imported, `import`, db)]
            try `import`.write(.import, subjects: [], ImportContent.of(states, after: [("file", "a.csv"), ("rows", "1"), ("refused", "0")]), db)
            try db.execute(sql: "INSERT INTO placement (id, jobId, personId) VALUES ('150784001-R000001', 'J1', 'P1')")
            try db.execute(sql: "UPDATE counter SET next = 2 WHERE kind = 'R'")
            for (index, stage) in ["referred", "interviewed", "hired"].enumerated() {
                try FirstFormat.step(index + 1, stage, note: FirstFormat.notes[index], occasion("1\(index)"), db)
            }
        }
        try queue.close()
    }

    private static func edit(_ images: [RecordImage], _ occasion: Occasion, _ db: Database) throws {
        let states = try images.map { try put($0, occasion, db) }
        try occasion.write(.edit, subjects: states.map(\.id), EntryContent(states.map { (RecordState.field, $0.entryValue) }), db)
    }

    private static func put(_ image: RecordImage, _ occasion: Occasion, _ db: Database) throws -> RecordState {
        let known = try RecordRows.find(image.kind, image.id, db)
        // Birth dates stood among what is not personal then.
        let personal = CellBlock.cells(image.personal) ?? []
        let birth = personal.filter { $0.column == "birth_date" }
        let record = KeptRecord(
            kind: image.kind, id: image.id, revision: (known?.record.revision ?? 0) + 1, salt: Commitment.salt(),
            facts: birth.isEmpty ? image.facts : CellBlock.bytes((CellBlock.cells(image.facts) ?? []) + birth),
            personal: image.kind == .person ? [0] + CellBlock.bytes(personal.filter { $0.column != "birth_date" }) : [], employer: image.employer)
        return try RecordRows.put(record, after: known, occasion, db)
    }

    private static func step(_ number: Int, _ stage: String, note: String, _ occasion: Occasion, _ db: Database) throws {
        let shown = LedgerRow(
            number: number, placement: "150784001-R000001", job: "J1", person: "P1", stage: stage, party: "", date: "2026-11-20", recorded: occasion.now,
            caseworker: "李四", employer: "额尔古纳市宏达机械厂", title: "电焊工", kind: "", after: try StepRows.link(ofStep: number - 1, db))
        let row = StepRow(
            shown: shown, note: [0] + Array(note.utf8), noteSalt: Commitment.salt(), statistics: [], personal: [], journal: occasion.sequence)
        try db.execute(
            sql: """
                INSERT INTO step (number, placementId, stage, party, date, recorded, caseworker, employer, title, kind, note, noteSalt, journal, link)
                VALUES (?, ?, ?, '', ?, ?, ?, ?, ?, '', ?, ?, ?, ?)
                """,
            arguments: [
                number, shown.placement, stage, shown.date, shown.recorded, shown.caseworker, shown.employer, shown.title, Data(row.note),
                Data(row.noteSalt), occasion.sequence, Data(shown.link),
            ])
        try occasion.write(.step, subjects: [shown.placement, "J1", "P1"], StepContent.of(row), db)
    }
}
