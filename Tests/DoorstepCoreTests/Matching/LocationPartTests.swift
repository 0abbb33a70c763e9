@testable import DoorstepCore
import Testing

@Suite("The location part")
struct LocationPartTests {
    private var desk: Desk
    private let away: PlaceID

    init() throws {
        desk = try Desk()
        desk.settings.weights = try #require(MatchSettings.Weights(skills: 0, location: 1, groups: 0))
        away = try desk.catalogue.place("150784103")
    }

    /// The part in points, where the two are so many metres apart.
    private mutating func assess(_ metres: Int, job: (inout Job) throws -> Void = { _ in }, person: (inout Person) throws -> Void = { _ in }) throws -> Assessment {
        desk.register.update(Distance(from: desk.home, to: away, metres: metres))
        return try desk.assess(desk.job { $0.place = away; try job(&$0) }, desk.person("P1", person))
    }

    // 10 000 × 2^(−max(0, d − 1.25) / 15)
    @Test("is full to 1.25 km and halves every 15 km beyond", arguments: [
        (0, 10_000), (1250, 10_000), (1251, 10_000), (2000, 9659), (3000, 9223), (8750, 7071), (16_250, 5000), (31_250, 2500), (40_000, 1669), (46_250, 1250),
        (61_250, 625),
        // 10 000 / 32 = 312.5, rounded up.
        (76_250, 313), (151_250, 10), (1_000_000, 0),
    ])
    mutating func halving(metres: Int, points: Int) throws {
        let assessment = try assess(metres)
        #expect(assessment.score.points.value == points)
        #expect(assessment.location == LocationFinding(metres: metres, isRecorded: true, reason: .distance))
    }

    @Test("never grows with the distance")
    mutating func monotone() throws {
        var last = 10_000
        for metres in stride(from: 0, through: 120_000, by: 777) {
            let points = try assess(metres).score.points.value
            #expect(points <= last, "\(metres)")
            last = points
        }
    }

    @Test("is 1 for a job from home, and the distance is shown all the same")
    mutating func remote() throws {
        let assessment = try assess(400_000, job: { $0.isRemote = true })
        #expect(assessment.score.points.value == 10_000 && assessment.location == LocationFinding(metres: 400_000, isRecorded: true, reason: .remote))
    }

    @Test("is at least 0.8 where the job's place is or lies in an area that is wished for", arguments: [
        ("150784103", true), ("150784", true), ("150700", true), ("150000", true), ("150784001", false), ("150702", false),
    ])
    mutating func areas(area: String, counts: Bool) throws {
        let area = try desk.catalogue.place(area)
        let assessment = try assess(400_000, person: { $0.areas = [area] })
        #expect(assessment.score.points.value == (counts ? 8000 : 0))
        #expect(assessment.location == LocationFinding(metres: 400_000, isRecorded: true, reason: counts ? .wishedArea(area) : .distance))
    }

    @Test("says the first of the areas that fits, and an area smaller than the job's place does not")
    mutating func areaSizes() throws {
        let areas = try ["150702", "150700", "150784"].map { try desk.catalogue.place($0) }
        #expect(try assess(400_000, person: { $0.areas = areas }).location.reason == .wishedArea(areas[1]))
        let county = try desk.catalogue.place("150784")
        desk.register.update(Distance(from: desk.home, to: county, metres: 400_000))
        let assessment = try desk.assess(desk.job { $0.place = county }, desk.person { $0.areas = [away] })
        #expect(assessment.location.reason == .distance && assessment.score.points.value == 0)
    }

    @Test("is not lowered by an area or lodging where the distance gives more", arguments: [(2000, 9659), (6000, 8029)])
    mutating func notLowered(metres: Int, points: Int) throws {
        let assessment = try assess(metres, job: { $0.givesLodging = true }, person: { [away] in $0.areas = [away]; $0.canMove = true })
        #expect(assessment.score.points.value == points && assessment.location.reason == .distance)
    }

    // 0.8 = 2^(−x / 15): x = 4.829 km, d = 6.079 km.
    @Test("turns from the distance to the area just beyond 6.079 km, and to lodging beyond 16.25 km")
    mutating func turns() throws {
        let area = { [away] (person: inout Person) in person.areas = [away] }
        #expect(try assess(6078, person: area).location.reason == .distance)
        #expect(try assess(6080, person: area).location.reason == .wishedArea(away))
        #expect(try assess(16_250, job: { $0.givesLodging = true }, person: { $0.canMove = true }).location.reason == .distance)
        #expect(try assess(16_251, job: { $0.givesLodging = true }, person: { $0.canMove = true }).location.reason == .lodging)
    }

    @Test("is at least 0.5 where the job gives lodging and the person is willing to move, and needs both", arguments: [
        (true, true, 5000), (true, false, 0), (false, true, 0), (false, false, 0),
    ])
    mutating func lodging(lodging: Bool, canMove: Bool, points: Int) throws {
        let assessment = try assess(400_000, job: { $0.givesLodging = lodging }, person: { $0.canMove = canMove })
        #expect(assessment.score.points.value == points)
        #expect(assessment.location == LocationFinding(metres: 400_000, isRecorded: true, reason: lodging && canMove ? .lodging : .distance))
    }

    @Test("takes the area before lodging, and home before both")
    mutating func order() throws {
        let person = { [away] (person: inout Person) in
            person.areas = [away]
            person.canMove = true
        }
        #expect(try assess(400_000, job: { $0.givesLodging = true }, person: person).location.reason == .wishedArea(away))
        #expect(try assess(400_000, job: { $0.givesLodging = true; $0.isRemote = true }, person: person).location.reason == .remote)
    }
}
