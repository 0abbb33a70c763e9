@testable import DoorstepCore
import Testing

/// Every group that follows from the record and the day, at the days on
/// which it begins and ends (`groups.csv`, column `how`).
@Suite("A group that follows from the record")
struct DerivedGroupTests {
    private var desk: Desk

    init() throws {
        desk = try Desk()
    }

    private func groups(_ person: Person, on iso: String, station: String = "150784001") throws -> Set<String> {
        let city = desk.catalogue.places.ancestor(of: try desk.catalogue.place(station), at: .prefecture)
        let set = desk.catalogue.groups.groups(of: person, asOf: try day(iso), city: city, places: desk.catalogue.places)
        return Set(set.members.map { desk.catalogue.groups[$0].code })
    }

    private func belongs(_ code: String, on iso: String, _ change: (inout Person) throws -> Void) throws -> Bool {
        try groups(desk.person("P1", change), on: iso).contains(code)
    }

    private func graduate(left: String, _ change: (inout Person) -> Void = { _ in }) throws -> Person {
        try desk.person { person in
            person.education = .college
            person.leftSchool = try day(left)
            change(&person)
        }
    }

    // MARK: - Unemployment

    @Test("registered unemployed: from the day the date is given, whatever the date")
    func registeredUnemployed() throws {
        #expect(try !belongs("registered-unemployed", on: "2026-11-21") { _ in })
        #expect(try belongs("registered-unemployed", on: "2026-11-21") { $0.unemployedSince = try day("2026-11-21") })
        #expect(try belongs("registered-unemployed", on: "2026-11-21") { $0.unemployedSince = try day("2020-01-01") })
    }

    @Test("registered for a year: from just twelve months after, month ends included", arguments: [
        ("2025-11-21", "2026-11-20", false), ("2025-11-21", "2026-11-21", true), ("2025-11-21", "2026-11-22", true), ("2025-11-22", "2026-11-21", false),
        // Twelve months after 29 February is 28 February.
        ("2024-02-29", "2025-02-27", false), ("2024-02-29", "2025-02-28", true), ("2023-02-28", "2024-02-28", true), ("2025-01-31", "2026-01-30", false),
    ])
    func unemployedOneYear(since: String, today: String, belongs: Bool) throws {
        #expect(try self.belongs("unemployed-one-year", on: today) { $0.unemployedSince = try day(since) } == belongs)
    }

    @Test("veteran or dependant registered for a year: needs both the tag and the year", arguments: [
        ("veteran", "2025-11-21", true), ("military-dependant", "2025-11-21", true), ("veteran", "2025-11-22", false), ("disabled", "2025-11-21", false), ("veteran", nil, false),
    ])
    func veteranOneYear(tag: String, since: String?, belongs: Bool) throws {
        let person = try desk.person { person in
            person.recordedGroups = try desk.catalogue.groupSet(tag)
            person.unemployedSince = try since.map { try day($0) }
        }
        #expect(try groups(person, on: "2026-11-21").contains("veteran-unemployed-one-year") == belongs)
    }

    @Test("veteran without work: a veteran whose registration is given")
    func unemployedVeteran() throws {
        let veteran = try desk.catalogue.groupSet("veteran")
        #expect(try belongs("unemployed-veteran", on: "2026-11-21") { $0.recordedGroups = veteran; $0.unemployedSince = try day("2026-11-21") })
        #expect(try !belongs("unemployed-veteran", on: "2026-11-21") { $0.recordedGroups = veteran })
        #expect(try !belongs("unemployed-veteran", on: "2026-11-21") { $0.unemployedSince = try day("2026-11-21") })
    }

    @Test("registered unemployed youth: from the 16th birthday to the day before the 25th", arguments: [
        ("2010-11-22", false), ("2010-11-21", true), ("2001-11-22", true), ("2001-11-21", false), ("1990-01-01", false), (nil, false),
    ])
    func youth(birth: String?, belongs: Bool) throws {
        let person = try desk.person { person in
            person.birth = try birth.map { try day($0) }
            person.unemployedSince = try day("2026-11-01")
        }
        #expect(try groups(person, on: "2026-11-21").contains("unemployed-youth") == belongs)
        #expect(try !self.belongs("unemployed-youth", on: "2026-11-21") { $0.birth = try day("2005-01-01") })
    }

    // MARK: - Graduates

    @Test("college graduate: at least 大专, with the day of leaving known", arguments: Education.allCases)
    func collegeGraduate(education: Education) throws {
        #expect(try belongs("college-graduate", on: "2026-11-21") { $0.education = education; $0.leftSchool = try day("1980-07-01") } == (education.rawValue >= 4))
        #expect(try !belongs("college-graduate", on: "2026-11-21") { $0.education = education })
        #expect(try !belongs("college-graduate", on: "2026-11-21") { $0.leftSchool = try day("2026-07-01") })
    }

    @Test("in the year of graduation: the calendar year of leaving, before and after", arguments: [
        ("2025-12-31", false), ("2026-01-01", true), ("2026-11-21", true), ("2026-12-31", true), ("2027-01-01", false),
    ])
    func graduatingYear(left: String, belongs: Bool) throws {
        #expect(try groups(graduate(left: left), on: "2026-11-21").contains("graduating-year") == belongs)
    }

    @Test("within two years of leaving: to just 24 months after, and not a day more", arguments: [
        ("2024-11-21", "2026-11-21", true), ("2024-11-20", "2026-11-21", false), ("2024-11-22", "2026-11-21", true),
        // 24 months after 29 February 2024 is 28 February 2026.
        ("2024-02-29", "2026-02-28", true), ("2024-02-29", "2026-03-01", false), ("2024-02-28", "2026-02-28", true),
        ("2024-08-31", "2026-08-31", true), ("2024-08-31", "2026-09-01", false), ("2027-07-01", "2026-11-21", true),
    ])
    func twoYears(left: String, today: String, belongs: Bool) throws {
        let person = try graduate(left: left)
        for code in ["graduate-two-years", "graduate-job-choice-window"] {
            #expect(try groups(person, on: today).contains(code) == belongs, "\(code)")
        }
        #expect(try !groups(person, on: today).contains("graduate-unemployed-two-years"))
        let never = try graduate(left: left) { $0.neverEmployed = true }
        #expect(try groups(never, on: today).contains("graduate-unemployed-two-years") == belongs)
    }

    @Test("within five years of leaving: to just 60 months after, and not a day more", arguments: [
        ("2021-11-21", "2026-11-21", true), ("2021-11-20", "2026-11-21", false), ("2024-02-29", "2029-02-28", true), ("2024-02-29", "2029-03-01", false),
    ])
    func fiveYears(left: String, today: String, belongs: Bool) throws {
        #expect(try groups(graduate(left: left), on: today).contains("graduate-five-years") == belongs)
    }

    @Test("left and never employed: from the day of leaving, for ever", arguments: [
        ("2026-11-22", false), ("2026-11-21", true), ("2026-11-20", true), ("1990-07-01", true),
    ])
    func graduateUnemployed(left: String, belongs: Bool) throws {
        #expect(try groups(graduate(left: left) { $0.neverEmployed = true }, on: "2026-11-21").contains("graduate-unemployed") == belongs)
        #expect(try !groups(graduate(left: left), on: "2026-11-21").contains("graduate-unemployed"))
    }

    @Test("who left school below 大专 is in no group of graduates")
    func notGraduates() throws {
        let person = try graduate(left: "2026-07-01") { $0.education = .seniorMiddle; $0.neverEmployed = true }
        #expect(try groups(person, on: "2026-11-21").isEmpty)
    }

    // MARK: - Others

    @Test("returned farmer or herder: returned, and either", arguments: [
        (["returnee", "rural-migrant"], true), (["returnee", "rural-resident"], true), (["returnee", "rural-resident", "rural-migrant"], true),
        (["returnee"], false), (["rural-migrant", "rural-resident"], false),
    ])
    func returnee(tags: [String], belongs: Bool) throws {
        let recorded = GroupSet(try tags.map { try desk.catalogue.group($0) })
        #expect(try self.belongs("returnee-rural-worker", on: "2026-11-21") { $0.recordedGroups = recorded } == belongs)
    }

    @Test("woman: where the sex is 女", arguments: [(Sex.female, true), (.male, false), (nil, false)] as [(Sex?, Bool)])
    func woman(sex: Sex?, belongs: Bool) throws {
        #expect(try self.belongs("woman", on: "2026-11-21") { $0.sex = sex } == belongs)
    }

    @Test("registered locally: a household anywhere in the station's city", arguments: [
        ("150784001", true), ("150784", true), ("150702", true), ("150700", true), ("150502", false), ("150000", false),
    ])
    func local(household: String, belongs: Bool) throws {
        let place = try desk.catalogue.place(household)
        #expect(try self.belongs("local-registration", on: "2026-11-21") { $0.household = .place(place) } == belongs)
        #expect(try !self.belongs("local-registration", on: "2026-11-21") { $0.household = .elsewhere("呼伦贝尔") })
        #expect(try !self.belongs("local-registration", on: "2026-11-21") { _ in })
    }

    @Test("what is recorded stays, whatever follows")
    func recorded() throws {
        let person = try desk.person { $0.recordedGroups = try desk.catalogue.groupSet("disabled", "veteran"); $0.sex = .female }
        #expect(try groups(person, on: "2026-11-21") == ["disabled", "veteran", "woman"])
    }
}
