import DoorstepCore
import Testing

@testable import StationGenerator

/// The demonstration has to look alive: something of everything, and not too
/// much of anything.
@Suite struct DistributionTests {
    let catalogue: Catalogue
    let station: GeneratedStation

    init() throws {
        catalogue = try carriedCatalogue()
        station = try fixturePlan().generate(catalogue)
    }

    private func share(_ condition: (Person) -> Bool) -> Double {
        Double(station.people.count { condition($0) }) / Double(station.people.count)
    }

    @Test func `most people can do something that a job asks for`() {
        let asked = Set(station.jobs.flatMap { $0.skills.map(\.name) })
        #expect((0.75...0.98).contains(share { person in person.skills.contains { asked.contains($0.name) } }))
    }

    @Test func `people are of all ages, schools and peoples`() {
        let day = station.plan.day
        #expect((0.40...0.56).contains(share { $0.sex == .female }))
        #expect((0.02...0.12).contains(share { day.fullYears(since: $0.birth ?? day) >= 60 }))
        #expect((0.05...0.25).contains(share { day.fullYears(since: $0.birth ?? day) < 25 }))
        #expect((0.10...0.40).contains(share { ($0.education ?? .none) >= .college }))
        #expect(Set(station.people.compactMap { $0.extras[.ethnicity] }).count >= 6)
        #expect(station.people.contains { $0.name.contains("·") })
    }

    @Test func `most live in the station's own street`() throws {
        let own = try #require(catalogue.places.place(code: "150784001")).id
        let county = try #require(catalogue.places.place(code: "150784")).id
        #expect((0.40...0.65).contains(share { $0.place == own }))
        #expect(share { catalogue.places.lies($0.place, in: county) } > 0.85)
    }

    @Test func `groups that the plans speak of are all there`() {
        let present = station.people.reduce(into: GroupSet()) { $0 = $0.union($1.recordedGroups) }
        let missing = catalogue.groups.all.filter { !$0.isDerived && !present.contains($0.id) }.map(\.code)
        // Those that a placement makes are nobody's who looks for work.
        #expect(Set(missing).isSubset(of: ["trainee", "public-welfare-job-holder", "talent-reserve-member"]))
    }

    @Test func `kinds that the plans speak of are all there`() {
        let present = Set(station.jobs.compactMap(\.kind))
        #expect(catalogue.kinds.all.filter { !present.contains($0.id) }.map(\.code) == [])
        #expect(Set(station.jobs.map(\.wage.unit)) == Set(PayUnit.allCases))
        #expect(station.jobs.contains { $0.wage.highest == nil })
        #expect(station.employers.count(where: \.isBarred) >= 3)
        #expect(station.jobs.contains { $0.status != .open })
    }

    @Test func `some jobs have long been vacant, and some people have long been waiting`() {
        let day = station.plan.day
        #expect(station.jobs.count { $0.status == .open && day - $0.posted > 120 } >= 10)
        #expect(station.people.count { $0.status == .seeking && day - $0.registered > 365 } >= 50)
    }

    @Test func `there are good matches, poor ones and near misses`() throws {
        let register = try register(of: station, catalogue)
        let matcher = Matcher(register: register, catalogue: catalogue, day: station.plan.day)
        var matched: Set<RecordID> = []
        var tenths = [Int](repeating: 0, count: 11)
        var nearMisses = 0
        var jobsWithMatches = 0
        var open = 0
        matcher.all(limit: .max) { ranking in
            open += 1
            jobsWithMatches += ranking.matchCount > 0 ? 1 : 0
            nearMisses += ranking.nearMissCount
            for match in ranking.matches {
                tenths[match.assessment.score.points.value / 1000] += 1
                matched.insert(match.person)
            }
        }
        let seeking = station.people.count { $0.status == .seeking }
        #expect(Double(matched.count) > 0.9 * Double(seeking))
        #expect(Double(jobsWithMatches) > 0.8 * Double(open))
        #expect(tenths[0...8].allSatisfy { $0 > 0 })
        #expect(nearMisses > 5000)
    }
}
