@testable import DoorstepCore
import Testing

/// What the store keeps of a record is the whole record.
@Suite("A record in the store's words")
struct StoreRoundTripTests {
    private let reader: RowReader
    private var records: RandomRecords

    init() throws {
        reader = try RowReader()
        records = RandomRecords(reader.catalogue, .printed())
    }

    private func back<Entry: RecordEntry>(_ entry: Entry, _ id: RecordID) throws -> Entry.Record {
        let cells = entry.cells(personal: true, reader.catalogue) + entry.cells(personal: false, reader.catalogue)
        var reading = reader.reading
        // Another place and day than the record's: what a record does not
        // say must not be taken from them.
        var again = try Entry(id: id, near: reader.near, day: reader.today + 1, cells: cells, &reading)
        return try again.finish(&reading)
    }

    @Test("is the same person when read back", arguments: 0..<4)
    mutating func people(round: Int) throws {
        records.random = SplitMix64(seed: records.random.seed &+ UInt64(round))
        for number in 0..<100 {
            let person = records.person(try recordID("P\(number)"))
            #expect(try back(PersonEntry(person), person.id) == person, "seed \(records.random.seed)")
        }
    }

    @Test("is the same job when read back, under the employer that the store keeps beside it", arguments: 0..<4)
    mutating func jobs(round: Int) throws {
        records.random = SplitMix64(seed: records.random.seed &+ UInt64(round))
        for number in 0..<100 {
            let job = records.job(try recordID("J\(number)"), employer: try recordID("E1"))
            var read = try back(JobEntry(job, employer: nil), job.id)
            read.employer = job.employer
            #expect(read == job, "seed \(records.random.seed)")
        }
    }

    @Test("is the same employer when read back")
    mutating func employers() throws {
        for number in 0..<300 {
            let employer = records.employer(try recordID("E\(number)"))
            #expect(try back(EmployerEntry(employer), employer.id) == employer, "seed \(records.random.seed)")
        }
    }

    @Test("is read back with each column alone set, and with none")
    func eachColumn() throws {
        let bare = Person(id: try recordID("P1"), name: "张三", place: reader.near, registered: reader.today)
        #expect(try back(PersonEntry(bare), bare.id) == bare)
        let job = Job(id: try recordID("J1"), employer: try recordID("J1"), title: "力工", place: reader.near, posted: reader.today)
        #expect(try back(JobEntry(job, employer: nil), job.id) == job)
        for extra in PersonExtra.allCases {
            var person = bare
            person.extras[extra] = "甲"
            #expect(try back(PersonEntry(person), person.id) == person, "\(extra)")
        }
        for extra in JobExtra.allCases {
            var changed = job
            changed.extras[extra] = "乙"
            #expect(try back(JobEntry(changed, employer: nil), job.id) == changed, "\(extra)")
        }
    }

    @Test("holds codes, which stay when names change, and no names of the catalogue")
    func codes() throws {
        let row = try reader.person([
            "name": "张三", "place": "额尔古纳市拉布大林街道", "skills": "焊工:中级工", "certificates": "C1驾驶证@2027-03", "groups": "退役军人", "kinds": "零工",
            "education": "大专", "status": "暂停", "sex": "女", "can_move": "是", "areas": "呼伦贝尔",
        ])
        let person = try #require(row.record)
        let cells = PersonEntry(person).cells(personal: false, reader.catalogue) + PersonEntry(person).cells(personal: true, reader.catalogue)
        let texts = Dictionary(uniqueKeysWithValues: cells.map { ($0.column, $0.text) })
        #expect(
            texts == [
                "name": "张三", "place": "150784001", "skills": "6-18-02-04:中级工", "certificates": "drive-c1@2027-03", "groups": "veteran", "kinds": "gig",
                "education": "4", "status": "paused", "sex": "female", "can_move": "1", "areas": "150700", "registered": "2026-11-21",
            ])
    }

    @Test("parts what is personal from what is not, each column once")
    mutating func parts() throws {
        let person = records.person(try recordID("P1"))
        let personal = PersonEntry(person).cells(personal: true, reader.catalogue).map(\.column)
        let others = PersonEntry(person).cells(personal: false, reader.catalogue).map(\.column)
        #expect(Set(personal).isDisjoint(with: others) && Set(personal + others).count == personal.count + others.count)
        #expect(personal.allSatisfy { PersonEntry.column($0)?.isPersonal == true } && personal.contains("name"))
    }

    @Test("a cell of a column that a newer program knows is left alone")
    func unknownColumn() throws {
        var reading = reader.reading
        let cells = [(column: "name", text: "张三"), (column: "shoe_size", text: "42"), (column: "place", text: "150784")]
        let entry = try PersonEntry(id: recordID("P1"), near: reader.near, day: reader.today, cells: cells, &reading)
        #expect(entry.person.name == "张三" && reader.catalogue.places[entry.person.place].code == "150784" && reading.warnings.isEmpty)
    }
}
