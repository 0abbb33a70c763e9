@testable import DoorstepCore
import Testing

/// What a person gains never costs them anything.
@Suite("A score is never lowered")
struct MonotonyTests {
    private let desk: Desk
    private var records: RandomRecords

    init() throws {
        desk = try Desk()
        records = RandomRecords(desk.catalogue, .printed())
        records.narrow()
    }

    /// The person's score for random jobs before and after a change.
    private mutating func expectNoLoss(_ change: (inout Person, inout RandomRecords) throws -> Void, blocksNothing: Bool = true) throws {
        for number in 0..<1500 {
            let job = records.job(try recordID("J1"), employer: try recordID("E1"))
            let person = records.person(try recordID("P1"))
            var changed = person
            try change(&changed, &records)
            let before = desk.assess(job, person)
            let after = desk.assess(job, changed)
            #expect(after.score.points >= before.score.points, "seed \(records.random.seed), \(number)")
            if blocksNothing {
                #expect(after.blocked.members.allSatisfy { before.blocked.contains($0) }, "seed \(records.random.seed), \(number)")
            }
        }
    }

    @Test("by one more skill")
    mutating func skill() throws {
        try expectNoLoss { person, records in
            let new = records.skills.filter { name in !person.skills.contains { $0.name == name } }
            person.skills.append(HeldSkill(records.random.pick(new), records.level()))
        }
    }

    @Test("by a higher level of a skill held")
    mutating func level() throws {
        try expectNoLoss { person, records in
            guard !person.skills.isEmpty else { return }
            let index = records.random.int(0...person.skills.count - 1)
            let held = person.skills[index]
            person.skills[index] = HeldSkill(held.name, SkillLevel(rawValue: min(8, held.level.rawValue + records.random.int(1...3))) ?? held.level)
        }
    }

    @Test("by one more tag")
    mutating func tag() throws {
        let recorded = desk.catalogue.groups.all.filter { !$0.isDerived }.map(\.id)
        try expectNoLoss { person, records in person.recordedGroups.insert(records.random.pick(recorded)) }
    }

    @Test("by registering as unemployed")
    mutating func registration() throws {
        try expectNoLoss { person, records in
            if person.unemployedSince == nil { person.unemployedSince = records.day(2020...2026) }
        }
    }

    @Test("by one more certificate, good or run out")
    mutating func certificate() throws {
        let all = desk.catalogue.certificates.all.map(\.id)
        try expectNoLoss { person, records in
            let new = all.filter { id in !person.certificates.contains { $0.name == .catalogued(id) } }
            person.certificates.append(HeldCertificate(.catalogued(records.random.pick(new)), expires: records.random.maybe { _ in 0 }.map { _ in records.day(2025...2028) }))
        }
    }

    @Test("by one more area or by being willing to move")
    mutating func areas() throws {
        try expectNoLoss { person, records in person.areas.append(records.random.pick(records.places)) }
        try expectNoLoss { person, _ in person.canMove = true }
    }

    @Test("by a lower wage, a higher education or accepting any kind")
    mutating func demands() throws {
        try expectNoLoss { person, _ in person.lowestWage = person.lowestWage.map { Money(fen: $0.fen / 2) } }
        try expectNoLoss { person, _ in person.kinds = [] }
        try expectNoLoss { person, _ in
            if person.education != nil { person.education = .doctor }
        }
    }
}
