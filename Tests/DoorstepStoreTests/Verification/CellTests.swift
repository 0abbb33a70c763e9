import DoorstepCore
import Foundation
import GRDB
import Testing

@testable import DoorstepStore

@Suite("Every cell of a store")
struct CellTests {
    /// Cells that another value may stand in without anybody being told
    /// something else by it.
    private static let meaningless: [String: String] = [
        // Whoever reserves identifiers and records nothing leaves numbers
        // out as well; below what was given no counter can be set.
        "counter.next of P, J and E, upwards": "the next number, not one that was given"
    ]

    @Test("Whichever cell of whichever table is changed behind the program's back, verify finds it, locked as the store is")
    func cells() throws {
        let folder = try Folder()
        let station = try LockedStation(folder)
        try makeHistory(station.unlocked())
        let file = try OpenFile(station.path)
        #expect(try file.findings { _ in } == [])

        var (cells, changes) = (0, 0)
        var unnoticed: [String] = []
        var unchanged: [String] = []
        for table in try file.tables() {
            #expect(!table.rows.isEmpty, "\(table.name) is filled")
            for row in table.rows.indices {
                for column in table.columns.indices {
                    cells += 1
                    var tried = 0
                    for value in table.otherValues(row, column) where !Self.isMeaningless(table, row, column, value) {
                        let findings = try file.findings { try $0.execute(sql: table.change(row, column, to: value)) }
                        guard let findings else { continue }
                        tried += 1
                        if findings.isEmpty { unnoticed.append("\(table.name).\(table.columns[column].name) of row \(row): \(table.rows[row][column]) -> \(value)") }
                    }
                    changes += tried
                    if tried == 0 { unchanged.append("\(table.name).\(table.columns[column].name) of row \(row)") }
                }
            }
        }
        print("\(cells) cells of \(try file.tables().count) tables, changed in \(changes) ways: \(unnoticed.count) unnoticed")
        #expect(unnoticed == [])
        #expect(unchanged == [])
        #expect(cells > 300)
        #expect(Self.meaningless.count == 1)
    }

    @Test("Two records, placements or saved searches that change places are found", arguments: ["person", "job", "employer", "placement", "savedSearch"])
    func swapped(table: String) throws {
        let folder = try Folder()
        let station = try LockedStation(folder)
        try makeHistory(station.unlocked())
        let file = try OpenFile(station.path)
        let positions = try file.numbers("SELECT position FROM \(table) ORDER BY position")
        for (one, other) in zip(positions, positions.dropFirst()) {
            let findings = try file.findings { db in
                for (from, to) in [(one, -1), (other, one), (-1, other)] { try db.execute(sql: "UPDATE \(table) SET position = \(to) WHERE position = \(from)") }
            }
            #expect(findings?.isEmpty == false, "\(one) and \(other)")
        }
    }

    @Test("A counter that is far ahead is found and gives no identifier, and does not end the program")
    func runaway() throws {
        let folder = try Folder()
        let desk = try Desk.inFile(folder.file())
        try desk.fill()
        try tamper(folder.file()) { try $0.execute(sql: "UPDATE counter SET next = \(Int.max - 1) WHERE kind = 'P'") }
        #expect(try desk.verdict.findings.map(\.english).contains { $0.contains("The counter P was set to") })
        #expect(throws: StoreError.self) { try desk.store.reserve(.person, count: 3, by: "李四", now: desk.now) }
    }

    @Test("A store that took over the counters of the one it replaced holds, and says so where one is set back")
    func restored() throws {
        let folder = try Folder()
        let desk = try Desk.inFile(folder.file())
        try desk.fill()
        try desk.backUp(to: folder.file("b"))
        _ = try desk.store.reserve(.person, count: 7, by: "李四", now: desk.now)
        for person in ["P1", "P2"] { try desk.refer(person) }
        _ = try Backup(at: folder.file("b")).open(nil, as: nil).restore(to: folder.file(), by: "李四", now: desk.now, catalogue: desk.catalogue) { _ in true }
        #expect(try StationStore.open(at: folder.file()).verify().findings == [])
        for (kind, next) in [("P", 7), ("R", 2), ("R", 4)] {
            let file = try OpenFile(folder.file())
            #expect(try file.findings { try $0.execute(sql: "UPDATE counter SET next = \(next) WHERE kind = '\(kind)'") }?.count == 1)
        }
    }

    private static func isMeaningless(_ table: Table, _ row: Int, _ column: Int, _ value: String) -> Bool {
        guard table.name == "counter", table.columns[column].name == "next", table.rows[row][0] != "'R'" else { return false }
        return Int(value) ?? 0 > Int(table.rows[row][column]) ?? 0
    }

    /// Something in every table, of every sort.
    private func makeHistory(_ desk: Desk) throws {
        try desk.fill()
        try desk.save(employers: [Employer(id: recordID("E2"), name: "乙店"), Employer(id: recordID("E3"), name: "丙厂")])
        let given = try desk.store.reserve(.person, count: 3, by: "李四", now: desk.now).map(\.text)
        _ = try desk.store.reserve(.job, count: 2, by: "李四", now: desk.now)
        let people = try (given + ["N1", "N2"]).map { try desk.person($0) }
        let jobs = try [desk.job("150784001-J000001"), desk.job("150784001-J000002")]
        try desk.save(.records(RecordBatch(people: people, jobs: jobs), reason: .import(file: "a.csv", rows: 7, refused: 0)))
        let firm = try desk.store.reserve(.employer, count: 1, by: "李四", now: desk.now)
        try desk.save(employers: [Employer(id: firm[0], name: "丁店")])
        let places = desk.catalogue.places.all
        let distances = [Distance(from: places[3].id, to: places[4].id, metres: 9), Distance(from: places[3].id, to: places[5].id, metres: 8)]
        try desk.save(.records(RecordBatch(distances: distances), reason: .edit()))
        try desk.save(people: [desk.person("P1") { $0.note = "二" }, desk.person("N1") { $0.note = "二" }])
        try desk.save(people: [desk.person("P1") { $0.note = "三" }])
        let id = try desk.refer("P2", note: "好")
        try desk.take(.interviewed, of: id)
        let other = try desk.refer("P3", to: "J2")
        let declined = StepDraft(.placement(other), stage: .declined, party: .person, date: desk.today, note: "不去", reason: .tooFar, evidence: [.agency: .text("甲")])
        try desk.save(.step(declined))
        let person = Service.Subject.person(try recordID("P2"))
        try desk.save(.service(ServiceDraft(person, .call, outcome: .postponed, placement: id, again: desk.today + 1, date: desk.today, note: "好")))
        try desk.save(.service(ServiceDraft(.job(recordID("J1")), .verification, date: desk.today)))
        try desk.save(.service(ServiceDraft(person, .call, takesBack: 1, date: desk.today)))
        let mistaken = try desk.refer("N1")
        try desk.take(.corrected, of: mistaken)
        try desk.refer("N1")
        for (name, value) in [("weight", "1"), ("other", "2"), ("weight", "3")] { try desk.save(.setting(name: name, value: value)) }
        let searches = try ["甲", "乙", "丙", "丁"].map { SavedSearch(name: try SearchName($0), records: .person, query: "+焊工") }
        for search in searches[..<3] { try desk.save(.saveSearch(search, replacing: false)) }
        for search in searches[1...2] { try desk.save(.removeSearch(search.name, .person)) }
        for search in searches[2...] { try desk.save(.saveSearch(search, replacing: false)) }
        try desk.save(.saveSearch(SavedSearch(name: searches[0].name, records: .person, query: "+钳工"), replacing: true))
        try desk.save(.reveal(person: recordID("P1"), shown: [.telephone], reason: #require(RevealReason(.call, note: "问他"))))
        try desk.save(.export(SheetStatement(kind: "people", query: "", rows: 2, digest: "00", log: nil), isUnmasked: false))
        _ = try desk.store.addCaseworker("王五", .ofWang, .weak, by: "李四", now: desk.now)
        try desk.save(.erase(recordID("P3")))
    }
}

/// A store's file as anybody's tool has it open, in which a change is made,
/// looked at, and undone.
private struct OpenFile {
    private let queue: DatabaseQueue

    init(_ path: String) throws {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = false
        queue = try DatabaseQueue(path: path, configuration: configuration)
    }

    func numbers(_ sql: String) throws -> [Int] { try queue.read { try Int.fetchAll($0, sql: sql) } }

    /// What verify finds after a change; nil where two rows would be the
    /// same, which not even somebody else's tool can make them.
    func findings(_ change: (Database) throws -> Void) throws -> [String]? {
        var verdict: Verdict? = Verdict()
        try queue.inTransaction { db in
            let triggers = try Row.fetchAll(db, sql: "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
            for trigger in triggers { try db.execute(sql: "DROP TRIGGER \(trigger[0] as String)") }
            do {
                try db.execute(sql: "PRAGMA ignore_check_constraints = 1")
                defer { try? db.execute(sql: "PRAGMA ignore_check_constraints = 0") }
                try change(db)
                try db.execute(sql: "PRAGMA ignore_check_constraints = 0")
                for trigger in triggers { try db.execute(sql: trigger[1]) }
                var found = Verdict()
                try StoreVerification.run(db, nil, &found)
                verdict = found
            } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
                verdict = nil
            }
            return .rollback
        }
        return verdict?.findings.map(\.english)
    }

    func tables() throws -> [Table] {
        try queue.read { db in
            try String.fetchAll(db, sql: "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").map { name in
                let columns = try db.columns(in: name)
                let quoted = columns.map { "quote(\"\($0.name)\")" }.joined(separator: ", ")
                let rows = try Row.fetchAll(db, sql: "SELECT \(quoted) FROM \(name)").map { row in columns.indices.map { row[$0] as String } }
                return Table(name: name, columns: columns, key: try db.primaryKey(name).columns, rows: rows)
            }
        }
    }
}

/// A table, its values as SQL writes them.
private struct Table {
    let name: String
    let columns: [ColumnInfo]
    let key: [String]
    let rows: [[String]]

    /// Values of the same type: a little off, empty, or another row's.
    func otherValues(_ row: Int, _ column: Int) -> [String] {
        let value = rows[row][column]
        let others = rows.map { $0[column] }
        var values = [others[(row + 1) % others.count], others[others.count - 1 - row]]
        if let number = Int(value) {
            values += ["\(number + 1)", "\(number - 1)", "\(number + 1000)"]
        } else if value.hasPrefix("X'") {
            let digits = value.dropFirst(2).dropLast()
            let first = digits.first.flatMap { Int(String($0), radix: 16) } ?? 0
            values += ["X'\(String(first ^ 1, radix: 16))\(digits.dropFirst())'", "zeroblob(\(max(1, digits.count / 2)))"]
        } else if value == "NULL" {
            // The first row's key, and one that no row has.
            values += ["1", "1000"]
        } else {
            values += ["'x' || \(value)", "''", "\(value) || ' '"]
        }
        let different: [String] = values.reduce(into: []) { if $1 != value && !$0.contains($1) { $0.append($1) } }
        // Of a text the last, which no other row has, and one more: all of
        // them would take a minute.
        return Int(value) != nil || value == "NULL" ? different : Array(different.suffix(1)) + [different[(row + column) % different.count]]
    }

    func change(_ row: Int, _ column: Int, to value: String) -> String {
        let place = key.map { name in "\(name) = \(columns.firstIndex { $0.name == name }.map { rows[row][$0] } ?? "NULL")" }.joined(separator: " AND ")
        return "UPDATE \(name) SET \(columns[column].name) = \(value) WHERE \(place)"
    }
}
