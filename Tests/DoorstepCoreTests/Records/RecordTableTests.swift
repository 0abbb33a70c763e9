@testable import DoorstepCore
import Testing

@Suite("A table of records")
struct RecordTableTests {
    /// The plainest table: identifiers in the order they came, and a
    /// dictionary.
    private struct PlainTable {
        var order: [RecordID] = []
        var records: [RecordID: Employer] = [:]

        mutating func update(_ employer: Employer) {
            if records.updateValue(employer, forKey: employer.id) == nil { order.append(employer.id) }
        }
    }

    private func expect(_ table: RecordTable<Employer>, toBe oracle: PlainTable, _ comment: Comment) {
        #expect(table.count == oracle.order.count && table.isEmpty == oracle.order.isEmpty, comment)
        #expect(Array(table) == oracle.order.compactMap { oracle.records[$0] }, comment)
        for (position, id) in oracle.order.enumerated() {
            guard table.position(of: id) == position, table[id] == oracle.records[id], table[position].id == id else {
                Issue.record("\(comment): \(id) at \(position)")
                return
            }
        }
    }

    private func employer(_ number: Int, _ name: String) throws -> Employer {
        Employer(id: try recordID("E\(number)"), name: name)
    }

    @Test("does what a dictionary and a list of identifiers do, after any updates")
    func oracle() throws {
        var random = SplitMix64.printed()
        for range in [1...1, 1...40, 1...3000] {
            var table = RecordTable<Employer>()
            var oracle = PlainTable()
            for step in 0..<2500 {
                let next = try employer(random.int(range), "第 \(step) 次")
                table.update(next)
                oracle.update(next)
                if step % 500 == 0 { expect(table, toBe: oracle, "seed \(random.seed), step \(step)") }
            }
            expect(table, toBe: oracle, "seed \(random.seed)")
            #expect(try table[recordID("E0")] == nil && table.position(of: recordID("E0")) == nil)
        }
    }

    @Test("made of a row of records keeps the last of each identifier in the place of the first")
    func fromSequence() throws {
        let table = RecordTable([try employer(1, "甲"), try employer(2, "乙"), try employer(1, "丙")])
        #expect(table.map(\.name) == ["丙", "乙"])
    }

    @Test("that a reader holds does not change when the table does, at the edges of its chunks too", arguments: [1, 511, 512, 513, 1024, 1500])
    func heldCopies(count: Int) throws {
        var random = SplitMix64.printed()
        var table = RecordTable<Employer>()
        var oracle = PlainTable()
        func update(_ employer: Employer) {
            table.update(employer)
            oracle.update(employer)
        }
        for number in 1...count { update(try employer(number, "旧")) }

        var held: [(RecordTable<Employer>, PlainTable)] = []
        for step in 0..<20 {
            held.append((table, oracle))
            for _ in 0..<30 { update(try employer(random.int(1...count + 30), "第 \(step) 次")) }
        }

        for (index, (copy, what)) in held.enumerated() { expect(copy, toBe: what, "seed \(random.seed), copy \(index)") }
    }

    @Test("is gone through again from the start each time")
    func iteration() throws {
        let table = RecordTable(try (1...1000).map { try employer($0, "甲") })
        #expect(table.map(\.id) == table.map(\.id) && table.reduce(0) { count, _ in count + 1 } == 1000)
        #expect(RecordTable<Employer>().map(\.id).isEmpty)
    }
}
