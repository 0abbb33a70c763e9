@testable import DoorstepCore
import Foundation
import Testing

@Suite("Doubles")
struct DoubleTests {
    private var desk: Desk

    init() throws {
        desk = try Desk()
    }

    private var rules: DoubleRules { DoubleRules(desk.catalogue, day: desk.today) }
    private var finder: DoubleFinder { DoubleFinder(desk.register, desk.catalogue, day: desk.today) }

    private func pairs(_ kind: RecordID.Kind) -> [String] { finder.pairs(kind).map { "\($0.first) \($0.second) \($0.reason.rawValue)" } }

    @Test("of people: one number, one name with one telephone, one name born on one day; the strongest first, each told once")
    mutating func people() throws {
        let number = try IdentityNumber("150784199003071234")
        desk.register.update(try desk.person("P1") { $0.name = "欧阳 娜仁·花"; $0.birth = number.birth; $0.telephone = "138 4700-1234" })
        desk.register.update(try desk.person("P2") { $0.name = "李四"; $0.identityNumber = number; $0.birth = number.birth })
        desk.register.update(try desk.person("P3") { $0.name = "李四"; $0.identityNumber = number; $0.birth = number.birth })
        desk.register.update(try desk.person("P4") { $0.name = "欧阳娜仁花"; $0.birth = number.birth; $0.telephone = "13847001234" })
        desk.register.update(try desk.person("P5") { $0.name = "欧阳娜仁花"; $0.birth = number.birth })
        desk.register.update(try desk.person("P6") { $0.name = "欧阳娜仁花"; $0.telephone = "110" })
        #expect(pairs(.person) == ["P2 P3 identity-number", "P1 P4 phone-and-name", "P1 P5 name-and-birth"])
        #expect(try finder.doubles(of: recordID("P5"), .person).map(\.first.text) == ["P1", "P4"])
    }

    @Test("are not two people of one name who have two numbers, nor anybody who does not stand")
    mutating func noPeople() throws {
        let birth = try day("1990-03-07")
        desk.register.update(try desk.person("P1") { $0.identityNumber = try IdentityNumber("150784199003071234"); $0.birth = birth })
        desk.register.update(try desk.person("P2") { $0.identityNumber = try IdentityNumber("150784199003072237"); $0.birth = birth })
        desk.register.update(try desk.person("P3") { $0.birth = birth }.absent(.takenBack))
        #expect(pairs(.person) == [])
        desk.register.update(try desk.person("P3") { $0.birth = birth })
        #expect(pairs(.person) == ["P1 P3 name-and-birth"])
    }

    @Test("of employers: names in full and in short, with and without brackets and regions", arguments: [
        ("额尔古纳市宏达机械有限责任公司", "额尔古纳宏达机械有限公司", true), ("内蒙古自治区呼伦贝尔市额尔古纳市宏达机械厂", "额尔古纳宏达机械厂", true),
        ("内蒙古（呼伦贝尔）商贸有限公司", "内蒙古呼伦贝尔商贸有限公司", true), ("宏达 机械厂", "宏达机械厂", true), ("ＡＢＣ商店", "abc商店", true),
        ("额尔古纳市人民医院", "牙克石市人民医院", false), ("呼伦贝尔市人民医院", "额尔古纳市人民医院", false), ("宏达机械厂", "宏达机械", false),
        ("额尔古纳", "额尔古纳市", false), ("宏达（一分店）", "宏达（二分店）", false),
    ])
    func employers(one: String, other: String, isDouble: Bool) throws {
        let (one, other) = (try desk.employer("E1") { $0.name = one }, try desk.employer("E2") { $0.name = other })
        #expect(one.isDouble(of: other, .employerName, rules) == isDouble, "\(rules.names.key(one.name)) \(rules.names.key(other.name))")
    }

    @Test("are not two employers of one name who have two codes")
    mutating func codes() throws {
        var records = RandomRecords(desk.catalogue, .printed())
        let codes = [records.creditCode(), records.creditCode()]
        desk.register.update(try desk.employer("E1") { $0.creditCode = codes[0] })
        desk.register.update(try desk.employer("E2") { $0.creditCode = codes[1] })
        desk.register.update(try desk.employer("E3") { $0.name = "别名"; $0.creditCode = codes[1] })
        #expect(pairs(.employer) == ["E2 E3 credit-code"])
    }

    @Test("of jobs: one employer, title and place, both open, for days that overlap")
    mutating func jobs() throws {
        desk.register.update(try desk.job("J1") { $0.title = "电焊工（急）" })
        desk.register.update(try desk.job("J2") { $0.title = "电焊工 急" })
        desk.register.update(try desk.job("J3") { $0.title = "电焊工急"; $0.status = .filled })
        desk.register.update(try desk.job("J4") { $0.title = "电焊工急"; $0.employer = try recordID("E2") })
        for (id, days) in [("J5", ("2026-12-01", "2026-12-01")), ("J6", ("2026-12-02", "2026-12-05")), ("J7", ("2026-12-05", "2026-12-09")), ("J8", ("2026-10-01", "2026-11-20")), ("J9", ("2026-10-01", "2026-11-20"))] {
            desk.register.update(try desk.job(id) { $0.title = "零活工"; $0.from = try day(days.0); $0.to = try day(days.1) })
        }
        #expect(pairs(.job) == ["J1 J2 posting", "J6 J7 posting"])
    }

    /// Plain, and slow: for each reason each record with the first before it.
    private func oracle<Record: DoubleRecord>(_ records: RecordTable<Record>) -> [DoublePair] {
        var found: Set<[RecordID]> = []
        var all: [DoublePair] = []
        for reason in Record.doubleReasons {
            var pairs: [(first: Int, second: Int)] = []
            for second in 0..<records.count {
                if let first = (0..<second).first(where: { records[$0].isDouble(of: records[second], reason, rules) }) { pairs.append((first, second)) }
            }
            for pair in pairs.sorted(by: { ($0.first, $0.second) < ($1.first, $1.second) })
            where found.insert([records[pair.first].id, records[pair.second].id]).inserted {
                all.append(DoublePair(first: records[pair.first].id, second: records[pair.second].id, reason: reason))
            }
        }
        return all
    }

    /// Records that have much in common.
    private static func alike(_ random: inout SplitMix64, _ desk: Desk, _ number: Int) throws -> (Person, Job, Employer) {
        let births = try [nil, day("1990-03-07"), day("1990-03-08")]
        let numbers = try [nil, IdentityNumber("150784199003071234"), IdentityNumber("150784199003072237")]
        let person = try desk.person("P\(number)") {
            $0.name = random.pick(["张三", "张 三", "李四", ""])
            $0.birth = random.pick(births)
            $0.identityNumber = random.pick(numbers + [nil, nil])
            $0.telephone = random.pick(["", "13847001234", "138-4700-1234", "8220123"])
        }
        let job = try desk.job("J\(number)") {
            $0.employer = try recordID(random.pick(["E1", "E2"]))
            $0.title = random.pick(["焊工", "焊 工", "力工"])
            $0.status = random.once(in: 4) ? .withdrawn : .open
            if random.once(in: 2) { $0.from = desk.today + random.int(-5...30); $0.to = ($0.from ?? desk.today) + random.int(0...5) }
        }
        let employer = try desk.employer("E\(number)") { $0.name = random.pick(["宏达机械厂", "额尔古纳市宏达机械厂", "额尔古纳宏达机械厂", "内蒙古宏达机械厂", "兴旺超市"]) }
        return (random.once(in: 6) ? person.absent(.takenBack) : person, random.once(in: 6) ? job.absent(.takenBack) : job, random.once(in: 6) ? employer.absent(.takenBack) : employer)
    }

    @Test("that are found are those that looking at every two finds, and an index that grows finds the same")
    func oracles() throws {
        var random = SplitMix64.printed()
        for _ in 0..<SplitMix64.rounds(20) {
            var desk = try Desk()
            var (people, jobs, employers) = (DoubleIndex(desk.register.people, rules), DoubleIndex(desk.register.jobs, rules), DoubleIndex(desk.register.employers, rules))
            for number in 0..<random.int(2...60) {
                // Some are edits of what is known.
                let (person, job, employer) = try DoubleTests.alike(&random, desk, random.once(in: 5) ? random.int(0...number) : number)
                func take<Record: DoubleRecord>(_ record: Record, _ index: inout DoubleIndex<Record>, _ path: KeyPath<Register, RecordTable<Record>>, _ update: (Record) -> Void) {
                    let known = desk.register[keyPath: path][record.id]
                    update(record)
                    let records = desk.register[keyPath: path]
                    let found = index.double(of: record, in: records)
                    index.insert(record, before: known, in: records)
                    let reason = Record.doubleReasons.first { reason in records.contains { $0.id != record.id && $0.isDouble(of: record, reason, rules) } }
                    #expect(found?.reason == reason, "\(record.id), seed \(random.seed)")
                    if let found, let other = records[found.known] { #expect(other.isDouble(of: record, found.reason, rules), "seed \(random.seed)") }
                }
                take(person, &people, \.people) { desk.register.update($0) }
                take(job, &jobs, \.jobs) { desk.register.update($0) }
                take(employer, &employers, \.employers) { desk.register.update($0) }
            }
            let finder = DoubleFinder(desk.register, desk.catalogue, day: desk.today)
            #expect(finder.pairs(.person) == oracle(desk.register.people), "seed \(random.seed)")
            #expect(finder.pairs(.job) == oracle(desk.register.jobs), "seed \(random.seed)")
            #expect(finder.pairs(.employer) == oracle(desk.register.employers), "seed \(random.seed)")
        }
    }

    @Test("of ten thousand who have one name and birthday are told in pairs with the first, and take no time")
    mutating func manyEqual() throws {
        let birth = try day("1990-03-07")
        var index = DoubleIndex(desk.register.people, rules)
        var found = 0
        for number in 0..<10_000 {
            let person = try desk.person("P\(number)") { $0.birth = birth }
            desk.register.update(person)
            if index.double(of: person, in: desk.register.people) != nil { found += 1 }
            index.insert(person, before: nil, in: desk.register.people)
        }
        #expect(found == 9_999)
        let pairs = finder.pairs(.person)
        #expect(pairs.count == 9_999 && pairs.allSatisfy { $0.first.text == "P0" })
    }
}
