import DoorstepCore
import Foundation
import GRDB
import Testing

@testable import DoorstepStore

@Suite("A correction that was tampered with")
struct CorrectionForgeryTests {
    private let folder: Folder
    private let desk: Desk

    /// Step 3 takes back step 2, step 5 takes back step 4 of another
    /// placement; each is told of by entry 2 + its number.
    init() throws {
        folder = try Folder()
        desk = try Desk.inFile(folder.file())
        try desk.fill { $0.headcount = 3 }
        let first = try desk.refer("P1")
        try desk.take(.hired, of: first)
        try desk.take(.corrected, of: first)
        let second = try desk.refer("P2")
        try desk.take(.corrected, of: second)
        #expect(try desk.verdict.findings == [])
    }

    private func findings(_ change: (Database) throws -> Void) throws -> String {
        try tamper(folder.file()) { db in
            try db.execute(sql: "PRAGMA ignore_check_constraints = 1")
            try change(db)
        }
        return try desk.verdict.findings.map(\.english).joined(separator: "\n")
    }

    @Test("is found: another step named, none, or made of another step", arguments: [
        ("UPDATE step SET corrects = 1 WHERE number = 3", "Step 3 of the ledger does not hold"),
        ("UPDATE step SET corrects = NULL WHERE number = 3", "Step 3 of the ledger does not hold"),
        ("UPDATE step SET corrects = 1 WHERE number = 2", "Step 2 of the ledger does not hold"),
        ("UPDATE step SET stage = 'declined', corrects = NULL WHERE number = 5", "Step 5 of the ledger does not hold"),
        ("UPDATE step SET stage = 'left' WHERE number = 5", "Step 5 of the ledger does not hold"),
    ])
    func edited(sql: String, finding: String) throws {
        #expect(try findings { try $0.execute(sql: sql) }.contains(finding))
    }

    @Test("is found by its entry where every later link was worked out again")
    func relinked() throws {
        let found = try findings { db in
            try db.execute(sql: "UPDATE step SET corrects = 1 WHERE number = 3")
            try Self.relink(db)
        }
        #expect(found.contains("Step 3 of the ledger is not what journal entry 5 tells of"))
        #expect(!found.contains("does not hold"))
    }

    @Test("is found to name a step that was not the latest of its placement, even where all links of both chains were worked out again", arguments: [
        // One further back, one of another placement, one twice, one that corrects nothing.
        ("UPDATE step SET corrects = 1 WHERE number = 3", "What step 3 of the ledger corrects"), ("UPDATE step SET corrects = 1 WHERE number = 5", "What step 5 of the ledger corrects"),
        ("UPDATE step SET stage = 'interviewed' WHERE number = 3", "What step 3 of the ledger corrects"),
        ("UPDATE step SET corrects = NULL WHERE number = 3", "What step 3 of the ledger corrects"),
    ])
    func rewritten(sql: String, finding: String) throws {
        let found = try findings { db in
            try db.execute(sql: sql)
            try Self.relink(db)
            // Entries as the program would have written them of such rows.
            var rows: [StepRow] = []
            try StepRows.each("", [], db) { rows.append($0) }
            for row in rows {
                let told = try #require(EntryContent(text: try String.fetchOne(db, sql: "SELECT content FROM journal WHERE sequence = ?", arguments: [row.journal]) ?? ""))
                var content = StepContent.of(row)
                for field in told.fields where field.name == RecordState.field { content.add(field.name, field.value) }
                try db.execute(sql: "UPDATE journal SET content = ? WHERE sequence = ?", arguments: [content.text, row.journal])
            }
            try Forgery.relink(db)
        }
        #expect(found.contains(finding))
        #expect(!found.contains("journal entry"))
    }

    private static func relink(_ db: Database) throws {
        var rows: [LedgerRow] = []
        try StepRows.each("", [], db) { rows.append($0.shown) }
        var previous = LedgerLink.origin
        for row in rows {
            previous = LedgerLink.next(previous: previous, columns: row.columns, corrects: row.corrects)
            try db.execute(sql: "UPDATE step SET link = ? WHERE number = ?", arguments: [Data(previous), row.number])
        }
    }
}
