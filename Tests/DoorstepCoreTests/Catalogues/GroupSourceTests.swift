@testable import DoorstepCore
import Foundation
import Testing

/// The groups that follow from dates, worked out anew from the words of
/// `groups.csv` with the system's calendar, as of any day.
@Suite("Groups as the source has them")
struct GroupSourceTests {
    private static let calendar = {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        return calendar
    }()

    private func date(_ day: Day) -> Date { Date(timeIntervalSince1970: Double(day.number) * 86_400) }

    private func later(_ day: Day, months: Int) -> Date {
        GroupSourceTests.calendar.date(byAdding: .month, value: months, to: date(day)) ?? .distantPast
    }

    /// What the words say, one by one.
    private func holds(_ words: String, _ person: Person, _ today: Day, _ recorded: (String) -> Bool, _ cityHasHousehold: Bool) -> Bool? {
        let isGraduate = (person.education?.rawValue ?? 0) >= Education.college.rawValue && person.leftSchool != nil
        func left(atMost months: Int) -> Bool { person.leftSchool.map { later($0, months: months) >= date(today) } ?? false }
        let aYear = person.unemployedSince.map { later($0, months: 12) <= date(today) } ?? false
        switch words {
        case "veteran and unemployed_since is given": return recorded("veteran") && person.unemployedSince != nil
        case "unemployed_since is given": return person.unemployedSince != nil
        case "unemployed_since at least 12 months ago": return aYear
        case "veteran or military-dependant; and unemployed-one-year": return (recorded("veteran") || recorded("military-dependant")) && aYear
        case "aged 16 to 24 and unemployed_since is given":
            let years = person.birth.flatMap { GroupSourceTests.calendar.dateComponents([.year], from: date($0), to: date(today)).year }
            return person.unemployedSince != nil && years.map { (16...24).contains($0) } ?? false
        case "education at least 大专 and left_school is given": return isGraduate
        case "college-graduate and left_school in the same calendar year":
            return isGraduate && person.leftSchool.map { GroupSourceTests.calendar.component(.year, from: date($0)) } == GroupSourceTests.calendar.component(.year, from: date(today))
        case "college-graduate and left_school at most 24 months ago and never_employed": return isGraduate && left(atMost: 24) && person.neverEmployed
        case "college-graduate and left_school at most 24 months ago": return isGraduate && left(atMost: 24)
        case "college-graduate and left_school not later than the day of working and never_employed":
            return isGraduate && person.leftSchool.map { $0.number <= today.number } ?? false && person.neverEmployed
        case "college-graduate and left_school at most 60 months ago": return isGraduate && left(atMost: 60)
        case "returnee; and rural-migrant or rural-resident": return recorded("returnee") && (recorded("rural-migrant") || recorded("rural-resident"))
        case "sex is 女": return person.sex == .female
        case "household lies in the station's city": return cityHasHousehold
        default: return nil
        }
    }

    @Test("are worked out on every day as their words say, on the days on which they begin and end too", .enabled(if: SharedData.has("groups.csv"), "../shared/data is absent"))
    func derived() throws {
        let catalogue = try Samples.catalogue
        let rows = try #require(SharedData.lines("groups.csv")).dropFirst().map { $0.split(separator: ",", maxSplits: 4, omittingEmptySubsequences: false).map(String.init) }
        #expect(rows.map { $0[0] } == catalogue.groups.all.map(\.code))
        #expect(rows.map { $0[1] } == catalogue.groups.all.map(\.name.chinese))
        #expect(rows.map { Double($0[3]) } == catalogue.groups.all.map(\.priority))
        #expect(rows.map { $0[4] != "recorded" } == catalogue.groups.all.map(\.isDerived))
        let city = try catalogue.place("150700")
        let households = try ["150784", "150703", "150502"].map { try catalogue.place($0) }
        var random = SplitMix64.printed()
        var begun = 0
        for _ in 0..<4000 {
            var person = Person(id: try recordID("P1"), name: "张三", place: city, registered: try day("2020-01-01"))
            let anchor = try day("2026-02-28") + Int.random(in: -40...40, using: &random)
            func around(_ months: Int) -> Day { anchor.adding(months: -months) + Int.random(in: -3...3, using: &random) }
            person.education = random.pick([nil, .seniorMiddle, .college, .bachelor])
            person.leftSchool = random.pick([nil, around(0), around(12), around(24), around(60), around(200)])
            person.unemployedSince = random.pick([nil, around(0), around(12), around(30)])
            person.birth = random.pick([nil, around(16 * 12), around(25 * 12), around(40 * 12)])
            person.neverEmployed = random.pick([true, false])
            person.sex = random.pick([nil, .male, .female])
            let household = random.pick(households)
            person.household = random.pick([nil, .elsewhere("吉林"), .place(household)])
            let tags = ["veteran", "military-dependant", "returnee", "rural-migrant", "rural-resident"].filter { _ in random.pick([true, false]) }
            person.recordedGroups = GroupSet(try tags.map { try catalogue.group($0) })
            let isInCity = person.household.map { if case .place(let place) = $0 { place != households[2] } else { false } } ?? false
            // Groups as of several days: what they are on one, they need not be on the next.
            for today in [anchor + -1, anchor, anchor + 1, anchor.adding(months: 7)] {
                let groups = catalogue.groups.groups(of: person, asOf: today, city: city, places: catalogue.places)
                for row in rows where row[4] != "recorded" {
                    let words = String(row[4].dropFirst("derived: ".count))
                    let told = holds(words, person, today, { tags.contains($0) }, isInCity)
                    let expected = try #require(told as Bool?, "\(words) is not known to the test")
                    #expect(groups.contains(try catalogue.group(row[0])) == expected, "\(row[0]) on \(today), seed \(random.seed)")
                    begun += expected ? 1 : 0
                }
                for tag in tags { #expect(groups.contains(try catalogue.group(tag))) }
            }
        }
        #expect(begun > 10_000)
    }

    @Test("are left open where the record does not rule them out, and nowhere else")
    func leftOpen() throws {
        let catalogue = try Samples.catalogue
        var random = SplitMix64.printed()
        let today = try day("2026-11-21")
        for _ in 0..<1500 {
            var person = Person(id: try recordID("P1"), name: "张三", place: try catalogue.place("150784"), registered: today)
            person.education = random.pick([nil, .primary, .college])
            person.leftSchool = random.pick([nil, try day("2015-07-01"), try day("2026-07-01")])
            person.birth = random.pick([nil, try day("2005-01-01"), try day("1980-01-01")])
            person.sex = random.pick([nil, .male, .female])
            person.unemployedSince = random.pick([nil, try day("2026-01-01")])
            person.neverEmployed = random.pick([true, false])
            person.household = random.pick([nil, .elsewhere("吉林")])
            func groups(_ person: Person) throws -> GroupSet {
                catalogue.groups.groups(of: person, asOf: today, city: try catalogue.place("150700"), places: catalogue.places)
            }
            let now = try groups(person)
            let open = catalogue.groups.leftOpen(of: person, with: now, asOf: today, city: try catalogue.place("150700"), places: catalogue.places)
            // Every way to fill in what is missing.
            var reachable = GroupSet()
            for education in person.education.map({ [$0] }) ?? [.primary, .college] {
                for left in try person.leftSchool.map({ [$0] }) ?? [day("2015-07-01"), day("2026-07-01"), day("2023-07-01")] {
                    for birth in try person.birth.map({ [$0] }) ?? [day("2005-01-01"), day("1980-01-01")] {
                        for sex in person.sex.map({ [$0] }) ?? [.male, .female] {
                            var filled = person
                            (filled.education, filled.leftSchool, filled.birth, filled.sex) = (education, left, birth, sex)
                            if filled.household == nil { filled.household = .place(person.place) }
                            reachable = reachable.union(try groups(filled))
                        }
                    }
                }
            }
            #expect(Set(open.members) == Set(reachable.members).subtracting(now.members), "seed \(random.seed)")
        }
    }
}
