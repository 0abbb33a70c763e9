@testable import DoorstepCore
import Testing

/// What one criterion can do to a score, and what no order may do.
///
/// Each part lies between 0 and 1, so an edit that touches one part moves
/// the unrounded points by its weight at the most. Rounding keeps the order
/// and passes whole numbers through, `round(x + n) = round(x) + n`; so where
/// the weight is whole, as 5,500, 3,000 and 1,500 are, the bound is the
/// weight itself, without a point for rounding.
@Suite("An edit of one criterion")
struct OneCriterionTests {
    private let desk: Desk
    private var records: RandomRecords

    init() throws {
        desk = try Desk()
        records = RandomRecords(desk.catalogue, .printed())
        records.narrow()
    }

    /// Expects random pairs to move by `most` points at the most, and some
    /// to move at all where any may.
    private mutating func expectMoves(
        atMost most: Int, _ edits: [(_ job: inout Job, _ person: inout Person, _ records: inout RandomRecords) throws -> Void]
    ) throws {
        let matcher = desk.matcher
        for (edit, change) in edits.enumerated() {
            var largest = 0
            for number in 0..<400 {
                var job = records.job(try recordID("J1"), employer: try recordID("E1"))
                var person = records.person(try recordID("P1"))
                let before = matcher.assess(job: job, person: person).score
                try change(&job, &person, &records)
                let after = matcher.assess(job: job, person: person).score
                let moved = abs(after.points.value - before.points.value)
                #expect(moved <= most, "edit \(edit), seed \(records.random.seed), \(number)")
                for score in [before, after] {
                    #expect(score.skillPoints + score.locationPoints + score.groupPoints == score.points.value, "seed \(records.random.seed), \(number)")
                }
                largest = max(largest, moved)
            }
            #expect((largest > 0) == (most > 0), "edit \(edit) never moved a score: seed \(records.random.seed)")
        }
    }

    @Test("of skills, on either side, or of wishes moves a score by 5,500 points at the most")
    mutating func skills() throws {
        try expectMoves(atMost: 5500, [
            { _, person, records in person.skills = records.random.some(0...4, of: records.skills).map { HeldSkill($0, records.level()) } },
            { _, person, records in person.wants = records.random.some(0...3, of: records.skills) },
            { job, _, records in job.occupation = records.random.pick(records.skills) },
            { job, _, records in job.skills = records.random.some(0...4, of: records.skills).map { AskedSkill($0, records.level()) } },
        ])
    }

    @Test("of where one lives, works or would go moves a score by 3,000 points at the most")
    mutating func location() throws {
        try expectMoves(atMost: 3000, [
            { _, person, records in person.place = records.random.pick(records.places) }, { _, person, records in person.coordinates = records.coordinates() },
            { _, person, records in person.areas = records.random.some(0...3, of: records.places) }, { _, person, _ in person.canMove.toggle() },
            { job, _, records in job.place = records.random.pick(records.places) }, { job, _, _ in job.isRemote.toggle() },
            { job, _, _ in job.givesLodging.toggle() },
        ])
    }

    @Test("of tags, on either side, or of what they follow from moves a score by 1,500 points at the most")
    mutating func groups() throws {
        try expectMoves(atMost: 1500, [
            { _, person, records in person.recordedGroups = records.groups(derived: false) },
            { _, person, records in person.unemployedSince = records.day(2020...2026) }, { _, person, records in person.leftSchool = records.day(2020...2026) },
            { _, person, records in person.education = records.random.pick(Education.allCases) },
            { job, _, records in job.prefers = records.groups(derived: true) }, { job, _, records in job.reservedFor = records.groups(derived: true) },
        ])
    }

    @Test("that only rules ask about moves no score")
    mutating func rules() throws {
        try expectMoves(atMost: 0, [
            { _, person, records in person.lowestWage = Money(yuan: records.random.int(0...9000)) },
            { _, person, records in person.certificates = records.certificates().map { HeldCertificate($0) } },
            { _, person, records in person.kinds = records.random.some(0...3, of: records.catalogue.kinds.all.map(\.id)) },
            { job, _, _ in job.wage = .open }, { job, _, records in job.certificates = records.certificates() },
            { job, _, _ in (job.lowestAge, job.highestAge, job.education) = (20, 40, .college) },
        ])
    }

    @Test("of any weights moves a score by the weight, rounded up, at the most")
    mutating func anyWeights() throws {
        for number in 0..<1500 {
            let job = records.job(try recordID("J1"), employer: try recordID("E1"))
            var person = records.person(try recordID("P1"))
            let weights = (0..<3).map { _ in records.random.double(0...10) }
            var settings = MatchSettings()
            settings.weights = try #require(MatchSettings.Weights(skills: weights[0], location: weights[1], groups: weights[2]))
            let matcher = Matcher(register: desk.register, catalogue: desk.catalogue, settings: settings, day: desk.today)
            let before = matcher.assess(job: job, person: person).score
            person.skills = records.random.some(0...4, of: records.skills).map { HeldSkill($0, records.level()) }
            let after = matcher.assess(job: job, person: person).score
            let most = (10_000 * weights[0] / weights.reduce(0, +)).rounded(.up)
            #expect(abs(Double(after.points.value - before.points.value)) <= most, "seed \(records.random.seed), \(number), \(weights)")
        }
    }

    @Test("or any number of them leaves the order total: of two one goes first, and first before second before third stays so")
    mutating func totalOrder() throws {
        typealias Line = (job: RecordID, person: RecordID, assessment: Assessment)
        let matcher = desk.matcher
        // Few points and distances, so that many tie.
        let base = records.job(try recordID("J1"), employer: try recordID("E1"))
        var lines: [Line] = []
        for number in 0..<120 {
            var person = try desk.person("P\(number)")
            person.canMove = records.random.once(in: 2)
            person.recordedGroups = records.random.once(in: 3) ? records.groups(derived: false) : []
            if records.random.once(in: 3) { person.place = records.random.pick(records.places) }
            lines.append((base.id, person.id, matcher.assess(job: base, person: person)))
        }
        for number in 0..<20_000 {
            let (a, b, c) = (records.random.pick(lines), records.random.pick(lines), records.random.pick(lines))
            let comment: Comment = "seed \(records.random.seed), \(number)"
            #expect(!Matcher.precedes(a, a), comment)
            if a.person != b.person { #expect(Matcher.precedes(a, b) != Matcher.precedes(b, a), comment) }
            if Matcher.precedes(a, b), Matcher.precedes(b, c) { #expect(Matcher.precedes(a, c), comment) }
        }
    }
}
