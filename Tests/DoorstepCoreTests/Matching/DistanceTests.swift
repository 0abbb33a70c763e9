@testable import DoorstepCore
import Foundation
import Testing

@Suite("The distance between a job and a person")
struct DistanceTests {
    private var desk: Desk

    init() throws {
        desk = try Desk()
    }

    /// The distance, and whether it is recorded, between two places by code.
    private func distance(_ job: String, _ person: String, at point: Coordinates? = nil, jobAt: Coordinates? = nil) throws -> (metres: Int, isRecorded: Bool) {
        let location = try desk.assess(
            desk.job { $0.place = try desk.catalogue.place(job); $0.coordinates = jobAt },
            desk.person { $0.place = try desk.catalogue.place(person); $0.coordinates = point }
        ).location
        return (location.metres, location.isRecorded)
    }

    private func point(_ latitude: Double, _ longitude: Double) throws -> Coordinates {
        try #require(Coordinates(latitude: latitude, longitude: longitude))
    }

    // MARK: - On the sphere

    // With R = 6,371,008.8 m: a degree is π R / 180 = 111,195.08 m, a quarter
    // of the way round 10,007,557.22 m, half of it 20,015,114.44 m.
    @Test("is the great circle's in whole metres", arguments: [
        (50.0, 120.0, 51.0, 120.0, 111_195), (0, 100, 0, 101, 111_195), (0, 0, 90, 0, 10_007_557), (0, 0, 0, 90, 10_007_557), (0, 0, 0, 180, 20_015_114),
        (90, 0, -90, 0, 20_015_114), (45, 10, -45, -170, 20_015_114), (50, 120, 50, 120, 0), (0, 179.5, 0, -179.5, 111_195),
    ] as [(Double, Double, Double, Double, Int)])
    func known(latitude: Double, longitude: Double, otherLatitude: Double, otherLongitude: Double, metres: Int) throws {
        #expect(try point(latitude, longitude).metres(to: point(otherLatitude, otherLongitude)) == metres)
    }

    @Test("is what the angle between two vectors gives, and the same there and back")
    func vectors() throws {
        var random = SplitMix64.printed()
        func vector(_ point: Coordinates) -> [Double] {
            let latitude = point.latitude * .pi / 180
            let longitude = point.longitude * .pi / 180
            return [cos(latitude) * cos(longitude), cos(latitude) * sin(longitude), sin(latitude)]
        }
        for _ in 0..<2000 {
            let one = try point(random.double(37...54), random.double(97...127))
            let other = try point(random.double(37...54), random.double(97...127))
            let (a, b) = (vector(one), vector(other))
            let cross = [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]]
            let sine = sqrt(cross.reduce(0) { $0 + $1 * $1 })
            let cosine = zip(a, b).reduce(0) { $0 + $1.0 * $1.1 }
            let expected = 6_371_008.8 * atan2(sine, cosine)
            #expect(abs(Double(one.metres(to: other)) - expected) <= 0.500_1, "seed \(random.seed), \(one) \(other)")
            #expect(one.metres(to: other) == other.metres(to: one), "seed \(random.seed)")
        }
    }

    // MARK: - Which points

    @Test("is between the two places' own points")
    func ownPoints() throws {
        // 拉布大林 (50.22362, 120.17092), 上库力 (50.25649, 120.46231).
        #expect(try distance("150784001", "150784002") == (21_043, true))
        #expect(try distance("150784002", "150784001") == (21_043, true))
        #expect(try distance("150784001", "150784103") == (122_624, true))
    }

    @Test("is between the records' own points where they have them")
    func ownCoordinates() throws {
        let near = try point(50.22362, 120.18)
        let far = try point(51.22362, 120.17092)
        // A degree further north than 拉布大林.
        #expect(try distance("150784001", "150784001", at: far) == (111_195, true))
        #expect(try distance("150784001", "150784103", at: near).metres < 1000)
        #expect(try distance("150702001", "150784210", at: near, jobAt: near) == (0, true))
    }

    @Test("counts as at least 3 km between two streets of one county where a point is only the county's")
    func streets() throws {
        // 正阳街道 and 健康街道 of 海拉尔区 both have the district's point.
        #expect(try distance("150702001", "150702002") == (3000, false))
        // 建设街道 has its own, 5.5 km from the district's.
        #expect(try distance("150702001", "150702007") == (5518, false))
        #expect(try distance("150702007", "150702001") == (5518, false))
    }

    @Test("counts as at least 40 km otherwise where a point is coarser than its place", arguments: [
        // A street and a town of one county, 24.4 km by the points.
        ("150702001", "150702100", 40_000),
        // 恩和, whose point is the county's, and the county itself.
        ("150784210", "150784", 40_000),
        // Streets under a city, not a county, on the city's point.
        ("150571001", "150571002", 40_000),
        // Two townships of one county, neither a street.
        ("150784210", "150784211", 40_000),
    ])
    func coarse(job: String, person: String, metres: Int) throws {
        #expect(try distance(job, person) == (metres, false))
        #expect(try distance(person, job) == (metres, false))
    }

    @Test("stays what the points say where that is more")
    func coarseAndFar() throws {
        // 正阳街道 (海拉尔) and 拉布大林, about 117 km apart.
        let metres = try distance("150702001", "150784001").metres
        #expect(metres > 100_000 && metres < 130_000)
        #expect(try distance("150702001", "150784001").isRecorded == false)
    }

    @Test("rests on the coarse point of the side that has no point of its own")
    func oneSide() throws {
        let home = try point(49.212188, 119.736176)
        // The person's own point, the job on the district's: still coarse.
        #expect(try distance("150702001", "150702002", at: home) == (3000, false))
        // The side with the coarse place has its own point: 拉布大林 has too.
        #expect(try distance("150784001", "150784210", at: point(50.22362, 120.17092)) == (0, true))
    }

    @Test("is 0 within one place, even where its point is coarse")
    func samePlace() throws {
        #expect(try distance("150702001", "150702001") == (0, true))
        #expect(try distance("150784", "150784") == (0, true))
    }

    // MARK: - The station's table

    @Test("is first what the station's own table says, in either direction, whatever the points say")
    mutating func table() throws {
        for (one, other, metres) in [("150702001", "150702002", 700), ("150784001", "150784103", 131_000), ("150784210", "150784210", 2500)] {
            desk.register.update(Distance(from: try desk.catalogue.place(one), to: try desk.catalogue.place(other), metres: metres))
            #expect(try distance(one, other) == (metres, true) && distance(other, one) == (metres, true))
            #expect(try distance(one, other, at: point(40, 110), jobAt: point(41, 111)) == (metres, true))
        }
        #expect(try distance("150784001", "150784002") == (21_043, true))
    }
}
