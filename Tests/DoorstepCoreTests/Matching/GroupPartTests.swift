@testable import DoorstepCore
import Testing

@Suite("The group part")
struct GroupPartTests {
    private var desk: Desk

    init() throws {
        desk = try Desk()
        desk.settings.weights = try #require(MatchSettings.Weights(skills: 0, location: 0, groups: 1))
    }

    private func assess(_ tags: [String], prefers: [String] = [], reserved: [String] = [], kind: String? = nil) throws -> Assessment {
        let job = try desk.job { job in
            job.prefers = GroupSet(try prefers.map { try desk.catalogue.group($0) })
            job.reservedFor = GroupSet(try reserved.map { try desk.catalogue.group($0) })
            job.kind = try kind.map { try desk.catalogue.kind($0) }
        }
        return desk.assess(job, try desk.person { $0.recordedGroups = GroupSet(try tags.map { try desk.catalogue.group($0) }) })
    }

    private func group(_ code: String) throws -> GroupID { try desk.catalogue.group(code) }

    @Test("is the highest priority among the person's tags where the job wants none of them", arguments: [
        (["veteran"], 3000, "veteran"), (["veteran", "disabled"], 6000, "disabled"), (["rural-resident", "veteran", "landless"], 4000, "landless"),
        (["industrial-worker", "flexible-worker"], 0, nil), ([], 0, nil),
        // Of equal priorities, the first of the catalogue.
        (["disabled", "hard-to-employ"], 6000, "hard-to-employ"), (["graduate-hardship", "out-of-poverty"], 5000, "out-of-poverty"),
    ] as [([String], Int, String?)])
    func priorities(tags: [String], points: Int, setBy: String?) throws {
        let assessment = try assess(tags)
        #expect(assessment.score.points.value == points)
        #expect(try assessment.groups == setBy.map { .priority(try group($0)) } ?? .none)
    }

    @Test("is 1 for a group that the job prefers or is reserved for, by itself or by its kind", arguments: [
        (["rural-resident"], ["rural-resident"], [], nil), (["rural-resident"], [], ["rural-resident"], nil), (["disabled"], [], [], "public-welfare"),
        (["industrial-worker"], ["industrial-worker", "veteran"], [], nil),
    ] as [([String], [String], [String], String?)])
    func wanted(tags: [String], prefers: [String], reserved: [String], kind: String?) throws {
        let assessment = try assess(tags, prefers: prefers, reserved: reserved, kind: kind)
        #expect(assessment.score.points.value == 10_000 && assessment.isMatch)
        #expect(assessment.groups == .wanted(try group(tags[0])))
    }

    @Test("counts a kind's reservation only where the job says none itself")
    func kindReplaced() throws {
        let assessment = try assess(["disabled"], reserved: ["veteran"], kind: "public-welfare")
        #expect(assessment.score.points.value == 6000 && assessment.nearMiss == .groupOnly)
    }

    @Test("is not lowered where the job prefers others")
    func othersPreferred() throws {
        #expect(try assess(["veteran"], prefers: ["disabled"]).score.points.value == 3000)
        #expect(try assess([], prefers: ["disabled"]).score.points.value == 0)
    }

    @Test("counts tags that follow from dates, as of the day of matching")
    mutating func derived() throws {
        let person = try desk.person { $0.unemployedSince = try day("2025-11-22") }
        // Registered: 0.3; for a year: 0.4.
        #expect(try desk.assess(desk.job(), person).score.points.value == 3000)
        desk.today = try day("2026-11-22")
        #expect(try desk.assess(desk.job(), person).score.points.value == 4000)
        #expect(try desk.assess(desk.job { $0.prefers = try desk.catalogue.groupSet("unemployed-one-year") }, person).score.points.value == 10_000)
    }
}
