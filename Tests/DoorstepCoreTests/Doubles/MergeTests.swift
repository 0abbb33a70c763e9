@testable import DoorstepCore
import Testing

@Suite("Two records made one")
struct MergeTests {
    private var desk: Desk

    init() throws {
        desk = try Desk()
        desk.register.update(try desk.employer("E1"))
        desk.register.update(try desk.employer("E2") { $0.name = "宏达机械" })
    }

    private func merge(_ kind: RecordID.Kind, _ kept: String, _ other: String) throws(MergeRefusal) -> Merge {
        guard let kept = RecordID(kept), let other = RecordID(other) else { throw .unknown("") }
        return try Merge(kind, keeping: kept, other: other, desk.register, desk.catalogue, day: desk.today)
    }

    private func refusal(_ kind: RecordID.Kind, _ kept: String, _ other: String) -> MergeRefusal? {
        #expect(throws: MergeRefusal.self) { try merge(kind, kept, other).edit() }
    }

    private mutating func take(_ edit: RecordsEdit) {
        for change in edit.after { desk.register.update(change) }
    }

    private func takingBack(_ kind: RecordID.Kind, _ id: String) throws -> MergeTakingBack {
        try MergeTakingBack(kind, of: recordID(id), desk.register, desk.catalogue, day: desk.today)
    }

    @Test("What the one that stays says stands, what it does not say is the other's, and lists are joined")
    mutating func standard() throws {
        let skills = desk.catalogue.skills.all.prefix(3).map { SkillName.catalogued($0.id) }
        desk.register.update(try desk.person("P1") {
            $0.name = "张三"; $0.education = .college; $0.skills = [HeldSkill(skills[0], .intermediate), HeldSkill(skills[1])]; $0.note = "甲"
        })
        desk.register.update(try desk.person("P2") {
            $0.name = "张叁"; $0.telephone = "13847001234"; $0.skills = [HeldSkill(skills[0], .senior), HeldSkill(skills[2])]; $0.note = "乙"; $0.status = .paused
        })
        let merge = try merge(.person, "P1", "P2")
        #expect(merge.columns.filter(\.isDiffering).map(\.id) == ["name", "phone", "education", "skills", "status", "note"])
        take(try merge.edit())
        let kept = try #require(desk.register.people[try recordID("P1")])
        #expect(kept.name == "张三" && kept.telephone == "13847001234" && kept.education == .college && kept.note == "甲\n乙" && kept.status == .seeking)
        #expect(kept.skills == [HeldSkill(skills[0], .senior), HeldSkill(skills[1]), HeldSkill(skills[2])])
        let other = try #require(desk.register.people[try recordID("P2")])
        #expect(try other.absence?.standing == recordID("P1") && other.status == .withdrawn && other.name == "张叁")
    }

    @Test("Each value can be the other's by choice, and one that cannot be chosen changes nothing")
    mutating func chosen() throws {
        desk.register.update(try desk.person("P1") { $0.name = "张三"; $0.telephone = "13847001234" })
        desk.register.update(try desk.person("P2") { $0.name = "张叁" })
        var merge = try merge(.person, "P1", "P2")
        merge.choose(.other, for: "name")
        merge.choose(.both, for: "name")
        merge.chooseNext(for: "phone")
        take(try merge.edit())
        let kept = try #require(desk.register.people[try recordID("P1")])
        #expect(kept.name == "张叁" && kept.telephone.isEmpty)
        // And of a job, its employer.
        desk.register.update(try desk.job("J1"))
        desk.register.update(try desk.job("J2") { $0.employer = try recordID("E2") })
        var jobs = try self.merge(.job, "J1", "J2")
        jobs.choose(.other, for: "employer")
        take(try jobs.edit())
        #expect(try desk.register.jobs[recordID("J1")]?.employer == recordID("E2"))
        take(try takingBack(.job, "J2").edit)
        #expect(try desk.register.jobs[recordID("J1")] == desk.job("J1"))
    }

    @Test("What cannot stand together is refused with the reason, and so is what does not stand")
    mutating func refused() throws {
        let number = try IdentityNumber("150784199003071234")
        desk.register.update(try desk.person("P1") { $0.birth = try day("1985-01-01") })
        desk.register.update(try desk.person("P2") { $0.identityNumber = number; $0.birth = number.birth })
        desk.register.update(try desk.person("P3") { $0.name = "" })
        desk.register.update(try desk.person("P4").absent(.takenBack))
        guard case .column(let problem)? = refusal(.person, "P1", "P2") else { return #expect(Bool(false)) }
        #expect(problem.column.english == "birth date")
        #expect(try refusal(.person, "P1", "P1") == .same(recordID("P1")))
        #expect(try refusal(.person, "P1", "P3") == .erased(recordID("P3")))
        #expect(try refusal(.person, "P4", "P1") == .absent(recordID("P4"), .takenBack))
        #expect(refusal(.person, "P1", "P9") == .unknown("P9"))
        #expect(throws: MergeRefusal.self) { try takingBack(.person, "P1") }
    }

    @Test("Jobs of an employer that goes move to the one that stays, and back")
    mutating func employers() throws {
        for (id, employer) in [("J1", "E1"), ("J2", "E2"), ("J3", "E2")] { desk.register.update(try desk.job(id) { $0.employer = try recordID(employer) }) }
        take(try merge(.employer, "E1", "E2").edit())
        #expect(desk.register.jobs.allSatisfy { $0.employer.text == "E1" })
        // A job that came to it since stays with it.
        desk.register.update(try desk.job("J4"))
        take(try takingBack(.employer, "E2").edit)
        #expect(desk.register.jobs.map(\.employer.text) == ["E1", "E2", "E2", "E1"])
        #expect(try desk.register.employers[recordID("E2")]?.stands == true)
    }

    @Test("What was changed since the merge stays when it is taken back, and is named")
    mutating func left() throws {
        desk.register.update(try desk.person("P1"))
        desk.register.update(try desk.person("P2") { $0.telephone = "13847001234"; $0.education = .college })
        take(try merge(.person, "P1", "P2").edit())
        var kept = try #require(desk.register.people[try recordID("P1")])
        kept.telephone = "13900000000"
        desk.register.update(kept)
        let back = try takingBack(.person, "P2")
        #expect(back.left.map(\.id) == ["phone"])
        take(back.edit)
        #expect(try desk.register.people[recordID("P1")] == desk.person("P1") { $0.telephone = "13900000000" })
    }

    @Test("Merged back and forth at random there is never a chain, and taken back everything is as it was", arguments: [RecordID.Kind.person, .job, .employer])
    mutating func history(kind: RecordID.Kind) throws {
        var records = RandomRecords(desk.catalogue, .printed())
        func id(_ number: Int) -> RecordID { RecordID(station: "150784001", kind: kind, number: number) }
        for _ in 0..<SplitMix64.rounds(15) {
            desk = try Desk()
            desk.register.update(try desk.employer("E1"))
            for number in 0..<6 {
                desk.register.update(records.employer(kind == .employer ? id(number) : try recordID("E\(number)")))
                if kind == .person { desk.register.update(records.person(id(number))) }
                if kind == .job { desk.register.update(records.job(id(number), employer: try recordID("E\(records.random.int(0...5))"))) }
            }
            if kind == .employer { for number in 0..<6 { desk.register.update(records.job(try recordID("J\(number)"), employer: id(records.random.int(0...5)))) } }
            var undo: [(went: RecordID, before: Register)] = []
            for _ in 0..<records.random.int(1...14) {
                let before = desk.register
                if let last = undo.last, records.random.once(in: 3) {
                    undo.removeLast()
                    take(try MergeTakingBack(kind, of: last.went, desk.register, desk.catalogue, day: desk.today).edit)
                    try expectEqual(desk.register, last.before, records.random.seed)
                } else if let merge = try? Merge(kind, keeping: id(records.random.int(0...5)), other: id(records.random.int(0...5)), desk.register, desk.catalogue, day: desk.today) {
                    var merge = merge
                    for column in merge.columns { merge.choose(records.random.pick(column.choices), for: column.id) }
                    guard let edit = try? merge.edit() else { continue }
                    take(edit)
                    undo.append((merge.other.id, before))
                    // What takes it back at the desk puts it as it was too.
                    var register = desk.register
                    for change in edit.reversed.after { register.update(change) }
                    try expectEqual(register, before, records.random.seed)
                }
                for number in 0..<6 {
                    let absence = EditedRecord(anyOf: kind, id(number), desk.register)?.absence
                    guard let standing = absence?.standing else { continue }
                    #expect(EditedRecord(anyOf: kind, standing, desk.register)?.absence == nil, "a chain, seed \(records.random.seed)")
                }
                for job in desk.register.jobs where job.stands { #expect(desk.register.employers[job.employer]?.stands == true, "seed \(records.random.seed)") }
            }
        }
    }

    private func expectEqual(_ one: Register, _ other: Register, _ seed: UInt64) throws {
        #expect(Array(one.people) == Array(other.people), "seed \(seed)")
        #expect(Array(one.jobs) == Array(other.jobs), "seed \(seed)")
        #expect(Array(one.employers) == Array(other.employers), "seed \(seed)")
    }
}
