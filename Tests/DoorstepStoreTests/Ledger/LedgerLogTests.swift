import DoorstepCore
import Testing

@testable import DoorstepStore

@Suite("An exported log is checked by itself")
struct LedgerLogTests {
    let rows: [[String]]
    let desk: Desk

    init() throws {
        var desk = try Desk()
        try desk.fill { $0.headcount = 3 }
        for (index, person) in ["P1", "P2", "P3"].enumerated() {
            desk.now = "2026-11-2\(index + 1)T03:04:05Z"
            let id = try desk.refer(person)
            try desk.take(.hired, of: id)
        }
        self.desk = desk
        rows = try desk.store.ledger().map(\.cells)
    }

    @Test("Whole, it holds; the columns are those of the header")
    func whole() {
        #expect(LedgerLog.verify(rows) == .holds(rows: 6, from: 1, to: 6))
        #expect(rows.allSatisfy { $0.count == LedgerRow.header.count })
        #expect(LedgerLog.verify([]) == .holds(rows: 0, from: nil, to: nil))
    }

    @Test("For a span of recording, it holds as well")
    func span() throws {
        let span = try desk.store.ledger(from: day("2026-11-22"), to: day("2026-11-22"))
        #expect(span.map(\.number) == [3, 4])
        #expect(LedgerLog.verify(span.map(\.cells)) == .holds(rows: 2, from: 3, to: 4))
        #expect(try desk.store.ledger(from: day("2026-11-22")).count == 4)
        #expect(try desk.store.ledger(to: day("2026-11-22")).count == 4)
        #expect(try desk.store.ledger(from: day("2027-01-01")).isEmpty)
    }

    @Test("A change of any cell is found in its row", arguments: 0..<17)
    func changed(column: Int) {
        for row in rows.indices {
            var forged = rows
            let cell = forged[row][column]
            forged[row][column] = column >= 15 ? String(cell.dropLast()) + (cell.hasSuffix("0") ? "1" : "0") : column == 0 ? String(row + 9) : cell + "x"
            #expect(LedgerLog.verify(forged) == .broken(row: row + 1, .changed))
        }
    }

    @Test("A change whose own link was worked out again is found in the row after")
    func relinked() throws {
        var forged = rows
        forged[1][5] = "person"
        let previous = try #require(Hex.bytes(forged[1][15]))
        forged[1][16] = Hex.text(LedgerLink.next(previous: previous, columns: Array(forged[1][..<12])))
        #expect(LedgerLog.verify(forged) == .broken(row: 3, .removedOrPutInBefore))
    }

    @Test("Rows taken out, doubled or moved are found")
    func moved() {
        for row in 1..<rows.count {
            var without = rows
            without.remove(at: row)
            #expect(LedgerLog.verify(without) == (row == 5 ? .holds(rows: 5, from: 1, to: 5) : .broken(row: row + 1, .removedOrPutInBefore)))
            var twice = rows
            twice.insert(rows[row], at: row)
            #expect(LedgerLog.verify(twice) == .broken(row: row + 2, .removedOrPutInBefore))
            var swapped = rows
            swapped.swapAt(row - 1, row)
            #expect(LedgerLog.verify(swapped) == .broken(row: row == 1 ? 2 : row, .removedOrPutInBefore))
        }
    }

    @Test("One with a correction holds; that it names another step is found, and that it names none")
    func corrections() throws {
        try desk.take(.corrected, of: recordID("150784001-R000003"))
        let rows = try desk.store.ledger().map(\.cells)
        #expect(LedgerLog.verify(rows) == .holds(rows: 7, from: 1, to: 7))
        #expect(rows[6][4] == "corrected" && rows[6][12] == "6")
        for other in ["5", ""] {
            var forged = rows
            forged[6][12] = other
            #expect(LedgerLog.verify(forged) == .broken(row: 7, .changed))
        }
    }

    @Test("What is no row of a log is said to be none")
    func unreadable() {
        #expect(LedgerLog.verify([["1"]]) == .broken(row: 1, .unreadable))
        var forged = rows
        forged[2][16] = "no hexadecimal"
        #expect(LedgerLog.verify(forged) == .broken(row: 3, .unreadable))
        forged = rows
        forged[0][0] = "one"
        #expect(LedgerLog.verify(forged) == .broken(row: 1, .unreadable))
    }
}
