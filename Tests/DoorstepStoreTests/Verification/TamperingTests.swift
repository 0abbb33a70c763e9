import DoorstepCore
import Foundation
import GRDB
import Testing

@testable import DoorstepStore

/// Something done to a store's file with a database tool, and what checking
/// it has to say.
struct Forgery: Sendable, CustomTestStringConvertible {
    let name: String
    let finds: String
    let change: @Sendable (Database) throws -> Void

    init(_ name: String, finds: String, _ sql: String) {
        self.name = name
        self.finds = finds
        change = { try $0.execute(sql: sql) }
    }

    init(_ name: String, finds: String, _ change: @escaping @Sendable (Database) throws -> Void) {
        self.name = name
        self.finds = finds
        self.change = change
    }

    var testDescription: String { name }
}

@Suite("Tampering is found")
struct TamperingTests {
    let folder: Folder

    init() throws {
        folder = try Folder()
    }

    private func station() throws -> String {
        let path = folder.file()
        try Desk.inFile(path).makeHistory()
        return path
    }
    @Test("A store that nobody touched holds, also when it was copied")
    func control() throws {
        let path = try station()
        let verdict = try StationStore.open(at: path).verify()
        #expect(verdict.findings == [])
        #expect(verdict.holds)
        #expect(verdict.entries == 10)
        #expect(verdict.steps == 3)
        #expect(verdict.placements == 1)
        #expect(verdict.people == 6)
        #expect(verdict.jobs == 2)
        #expect(verdict.employers == 1)
        #expect(verdict.distances == 1)
        #expect(verdict.head.count == 64 && verdict.ledgerHead.count == 64)
        try tamper(path) { _ in }
        #expect(try StationStore.open(at: path).verify() == verdict)
    }

    @Test("Every class of it is named", arguments: Forgery.all)
    func forged(_ forgery: Forgery) throws {
        let path = try station()
        try tamper(path, forgery.change)
        let findings = try StationStore.open(at: path).verify().findings
        #expect(findings.contains { $0.english.contains(forgery.finds) }, "\(findings.map(\.english))")
    }
}

extension Forgery {
    static let all: [Forgery] = records + journal + ledger + others

    private static let records = [
        Forgery("a person's facts edited", finds: "person P1 was changed", "UPDATE person SET facts = x'010000' WHERE id = 'P1'"),
        Forgery("a person's sealed part edited", finds: "person P1 was changed", "UPDATE person SET personal = x'00' WHERE id = 'P1'"),
        Forgery("an imported person edited", finds: "person N2 was changed", "UPDATE person SET facts = x'01' WHERE id = 'N2'"),
        Forgery("a job given to another employer", finds: "job J1 was changed", "UPDATE job SET employerId = 'E2' WHERE id = 'J1'"),
        Forgery("a distance edited", finds: "distance 150103-150104 was changed", "UPDATE distance SET facts = x'01'"),
        Forgery("an edit whose commitment was worked out again", finds: "Revision 2 of the person P1 is not") { db in
            try forgeFacts("P1", db)
        },
        Forgery("an imported one whose commitment was worked out again", finds: "imported by journal entry 3") { db in
            try forgeFacts("N2", db)
        },
        Forgery("two people swapped", finds: "was changed") { db in
            try db.execute(sql: "UPDATE person SET id = 'x' WHERE id = 'P1'; UPDATE person SET id = 'P1' WHERE id = 'P2'; UPDATE person SET id = 'P2' WHERE id = 'x'")
        },
        Forgery("two people's sealed parts swapped", finds: "was changed") { db in
            let parts = try Data.fetchAll(db, sql: "SELECT personal FROM person WHERE id IN ('P1', 'P3') ORDER BY id")
            try db.execute(sql: "UPDATE person SET personal = ? WHERE id = 'P1'", arguments: [parts[1]])
            try db.execute(sql: "UPDATE person SET personal = ? WHERE id = 'P3'", arguments: [parts[0]])
        },
        Forgery("a person removed", finds: "person P3", "DELETE FROM person WHERE id = 'P3'"),
        Forgery("a person removed with what was before", finds: "person P3", "DELETE FROM person WHERE id = 'P3'; DELETE FROM superseded WHERE id = 'P3'"),
        Forgery("an imported person removed", finds: "imported by journal entry 3", "DELETE FROM person WHERE id = 'N3'"),
        Forgery("a person put in", finds: "Revision 1 of the person P7 is not") { db in try put("P7", journal: 2, db) },
        Forgery("a person put in as if imported", finds: "imported by journal entry 3") { db in try put("N9", journal: 3, db) },
        Forgery("a person rolled back to an edit before", finds: "person P1") { db in try rollBack("P1", db) },
        Forgery("a person rolled back, and what came after forgotten", finds: "person P1") { db in
            try rollBack("P1", db)
            try db.execute(sql: "DELETE FROM superseded WHERE id = 'P1'")
        },
        Forgery("an imported person rolled back", finds: "person N1") { db in
            try rollBack("N1", db)
            try db.execute(sql: "DELETE FROM superseded WHERE id = 'N1'")
        },
        Forgery("a superseded revision edited", finds: "Revision 1 of the person P1", "UPDATE superseded SET commitment = zeroblob(32) WHERE id = 'P1'"),
        Forgery("a superseded revision of an import edited", finds: "imported by journal entry 3", "UPDATE superseded SET commitment = zeroblob(32) WHERE id = 'N1'"),
        Forgery("a superseded revision removed", finds: "person P1", "DELETE FROM superseded WHERE id = 'P1'"),
    ]

    private static let journal = [
        Forgery("an entry's content edited", finds: "Journal entry 7 does not hold", "UPDATE journal SET content = 'name=weight' WHERE sequence = 7"),
        Forgery("an entry's time edited", finds: "Journal entry 4 does not hold", "UPDATE journal SET time = '2026-11-21T03:04:06Z' WHERE sequence = 4"),
        Forgery("an entry's caseworker edited", finds: "Journal entry 4 does not hold", "UPDATE journal SET caseworker = '张三' WHERE sequence = 4"),
        Forgery("an entry's subjects edited", finds: "Journal entry 4 does not hold", "UPDATE journal SET subjects = '' WHERE sequence = 4"),
        Forgery("an entry's kind edited", finds: "Journal entry 4 does not hold", "UPDATE journal SET kind = 'export' WHERE sequence = 4"),
        Forgery("an entry's link edited", finds: "Journal entry 4 does not hold", "UPDATE journal SET link = zeroblob(32) WHERE sequence = 4"),
        Forgery("an entry removed", finds: "Journal entry 4 is missing", "DELETE FROM journal WHERE sequence = 4"),
        Forgery("an entry removed and the later ones moved up", finds: "Journal entry 4 does not hold") { db in
            try db.execute(sql: "DELETE FROM journal WHERE sequence = 4")
            for sequence in 5...10 {
                try db.execute(sql: "UPDATE journal SET sequence = ? WHERE sequence = ?", arguments: [sequence - 1, sequence])
            }
        },
        Forgery("an entry put in", finds: "Journal entry 5 does not hold") { db in
            for sequence in stride(from: 10, through: 5, by: -1) {
                try db.execute(sql: "UPDATE journal SET sequence = ? WHERE sequence = ?", arguments: [sequence + 1, sequence])
            }
            try db.execute(sql: "INSERT INTO journal SELECT 5, time, caseworker, kind, subjects, content, link FROM journal WHERE sequence = 4")
        },
        Forgery("two entries swapped", finds: "Journal entry 7 does not hold") { db in
            try db.execute(sql: "UPDATE journal SET sequence = 99 WHERE sequence = 7; UPDATE journal SET sequence = 7 WHERE sequence = 8; UPDATE journal SET sequence = 8 WHERE sequence = 99")
        },
        Forgery("the latest entry cut off", finds: "refers to what is not in journal", "DELETE FROM journal WHERE sequence = 10"),
        Forgery("everything forgotten", finds: "The journal is empty", "DELETE FROM journal"),
        Forgery("an edit with every later link worked out again", finds: "person P3") { db in
            try db.execute(sql: "UPDATE journal SET content = replace(content, 'P3', 'P4') WHERE sequence = 9")
            try relink(db)
        },
        Forgery("an entry whose content is none", finds: "content of journal entry 9 cannot be read", "UPDATE journal SET content = 'nothing' WHERE sequence = 9"),
    ]

    private static let ledger = [
        Forgery("a step's stage edited", finds: "Step 2 of the ledger does not hold", "UPDATE step SET stage = 'declined' WHERE number = 2"),
        Forgery("a step's date edited", finds: "Step 1 of the ledger does not hold", "UPDATE step SET date = '2026-11-01' WHERE number = 1"),
        Forgery("a step's caseworker edited", finds: "Step 3 of the ledger does not hold", "UPDATE step SET caseworker = '张三' WHERE number = 3"),
        Forgery("a step's employer edited", finds: "Step 3 of the ledger does not hold", "UPDATE step SET employer = '厂' WHERE number = 3"),
        Forgery("a step's note edited", finds: "Step 2 of the ledger is not what journal entry 6", "UPDATE step SET note = x'0041' WHERE number = 2"),
        Forgery("a step removed", finds: "Step 2 of the ledger is missing", "DELETE FROM step WHERE number = 2"),
        Forgery("the latest step removed", finds: "of which journal entry 8 tells is missing", "DELETE FROM step WHERE number = 3"),
        Forgery("a step put in", finds: "Step 4 of the ledger does not hold") { db in
            try db.execute(sql: "INSERT INTO step SELECT 4, placementId, 'started', party, date, recorded, caseworker, employer, title, kind, NULL, reason, evidence, note, noteSalt, statistics, journal, link FROM step WHERE number = 3")
        },
        Forgery("a step put in whose link was worked out", finds: "Step 4 of the ledger is not what journal entry 8") { db in
            try db.execute(sql: "INSERT INTO step SELECT 4, placementId, 'started', party, date, recorded, caseworker, employer, title, kind, NULL, reason, evidence, note, noteSalt, statistics, journal, link FROM step WHERE number = 3")
            try relinkSteps(db)
        },
        Forgery("two steps swapped", finds: "Step 1 of the ledger does not hold") { db in
            try db.execute(sql: "UPDATE step SET number = 99 WHERE number = 1; UPDATE step SET number = 1 WHERE number = 2; UPDATE step SET number = 2 WHERE number = 99")
        },
        Forgery("a step edited with every later link worked out again", finds: "Step 1 of the ledger is not what journal entry 5") { db in
            try db.execute(sql: "UPDATE step SET date = '2026-11-01' WHERE number = 1")
            try relinkSteps(db)
        },
        Forgery("a placement given to another person", finds: "Step 1 of the ledger does not hold", "UPDATE placement SET personId = 'P1'"),
        Forgery("a placement removed", finds: "of which journal entry 5 tells is missing", "DELETE FROM placement"),
        Forgery("a placement put in", finds: "The placement R9 has no step", "INSERT INTO placement (id, jobId, personId) VALUES ('R9', 'J1', 'P1')"),
    ]

    private static let others = [
        Forgery("a setting edited", finds: "The setting weight is not", "UPDATE setting SET value = '2'"),
        Forgery("a setting removed", finds: "The setting weight is missing", "DELETE FROM setting"),
        Forgery("a setting put in", finds: "The setting x is not", "INSERT INTO setting VALUES ('x', '1', 7)"),
        Forgery("the station renamed", finds: "The station is not the one", "UPDATE station SET name = '别站'"),
        Forgery("a counter set back", finds: "The counter R was set back", "UPDATE counter SET next = 1 WHERE kind = 'R'"),
        Forgery("a counter removed", finds: "The counter P is missing", "DELETE FROM counter WHERE kind = 'P'"),
        Forgery("a trigger put in", finds: "not declared", "CREATE TRIGGER quiet AFTER INSERT ON step BEGIN DELETE FROM setting; END"),
        Forgery("the format set back", finds: "The format", "PRAGMA user_version = 0"),
        Forgery("a migration forgotten", finds: "The format", "DELETE FROM grdb_migrations"),
        Forgery("a table put in", finds: "not declared", "CREATE TABLE other (a)"),
        Forgery("a table hidden from tools that list them", finds: "not declared as they were made: table job") { db in
            try db.execute(sql: "PRAGMA writable_schema = ON; UPDATE sqlite_master SET type = CAST(type AS BLOB) WHERE name = 'job'")
        },
        Forgery("a table taken away", finds: "The ledger cannot be read", "DROP TABLE step"),
    ]

    // MARK: - Somebody who knows the format

    private static func forgeFacts(_ id: String, _ db: Database) throws {
        guard let row = try RecordRows.find(.person, id, db)?.record else { return }
        let forged = KeptRecord(kind: .person, id: id, revision: row.revision, salt: row.salt, facts: row.facts.dropLast() + [65], personal: row.personal)
        try db.execute(
            sql: "UPDATE person SET facts = ?, commitment = ? WHERE id = ?", arguments: [Data(forged.facts), Data(forged.commitment), id])
    }

    private static func put(_ id: String, journal: Int, _ db: Database) throws {
        guard let row = try RecordRows.find(.person, "P2", db)?.record else { return }
        let forged = KeptRecord(kind: .person, id: id, revision: 1, salt: row.salt, facts: row.facts, personal: row.personal)
        try db.execute(
            sql: "INSERT INTO person (id, revision, salt, commitment, facts, journal, personal) VALUES (?, 1, ?, ?, ?, ?, ?)",
            arguments: [id, Data(forged.salt), Data(forged.commitment), Data(forged.facts), journal, Data(forged.personal)])
    }

    /// Puts the first revision back, whose commitment is known and whose
    /// content the forger has kept.
    private static func rollBack(_ id: String, _ db: Database) throws {
        guard let row = try RecordRows.find(.person, id, db)?.record else { return }
        let forged = KeptRecord(kind: .person, id: id, revision: 1, salt: row.salt, facts: row.facts, personal: [0, 1, 0, 0])
        let journal = try Int.fetchOne(db, sql: "SELECT journal FROM superseded WHERE id = ?", arguments: [id])
        try db.execute(
            sql: "UPDATE person SET revision = 1, personal = ?, commitment = ?, journal = ? WHERE id = ?",
            arguments: [Data(forged.personal), Data(forged.commitment), journal, id])
    }

    static func relink(_ db: Database) throws {
        var previous = JournalLink.origin
        for row in try Row.fetchAll(db, sql: "SELECT sequence, time, caseworker, kind, subjects, content FROM journal ORDER BY sequence") {
            previous = JournalLink.next(
                previous: previous, sequence: row[0], time: row[1], caseworker: row[2], kind: row[3], subjects: row[4], content: row[5])
            try db.execute(sql: "UPDATE journal SET link = ? WHERE sequence = ?", arguments: [Data(previous), row[0] as Int])
        }
    }

    private static func relinkSteps(_ db: Database) throws {
        var rows: [LedgerRow] = []
        try StepRows.each("", [], db) { rows.append($0.shown) }
        var previous = LedgerLink.origin
        for row in rows {
            previous = LedgerLink.next(previous: previous, columns: row.columns, corrects: row.corrects)
            try db.execute(sql: "UPDATE step SET link = ? WHERE number = ?", arguments: [Data(previous), row.number])
        }
    }
}
