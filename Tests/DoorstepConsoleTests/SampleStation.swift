import CResources
import DoorstepConsole
import DoorstepCore
import Testing

/// A small station whose matches can be worked out by hand.
enum SampleStation {
    // Values, made once for all tests: the catalogue takes longer than most of
    // what is done with it.
    private static let loadedCatalogue = Result { () throws(CatalogueError) in try Catalogue(sheet: sheet) }
    private static let loadedReadings = Result { try Readings(sheet: sheet) }
    private static let loadedModel = Result { try makeModel() }

    static func catalogue() throws -> Catalogue { try loadedCatalogue.get() }

    static func readings() throws -> Readings { try loadedReadings.get() }

    static func model() throws -> StationModel { try loadedModel.get() }

    /// P4 may be P1, and J3 is J1 posted again.
    static func withDoubles() throws -> StationModel {
        let sample = try model()
        var register = sample.register
        let p1 = try id("P1")
        let first = try #require(register.people[p1])
        let village = try #require(sample.catalogue.places.place(code: "150784200"))
        var person = Person(id: try id("P4"), name: first.name, place: village.id, registered: ConsoleDriver.day + -2)
        person.birth = first.birth
        person.telephone = first.telephone
        person.note = "搬了家"
        register.update(person)
        let j1 = try id("J1")
        let posted = try #require(register.jobs[j1])
        var again = Job(id: try id("J3"), employer: posted.employer, title: posted.title, place: posted.place, posted: ConsoleDriver.day + -1)
        again.headcount = 5
        register.update(again)
        return StationModel(
            register: register, catalogue: sample.catalogue, queries: sample.queries, settings: StationSettings(), day: ConsoleDriver.day, sequence: 1)
    }

    private static func sheet(_ name: String) -> [UInt8] {
        var index = 0
        while true {
            let resource = doorstep_resource_at(index)
            if resource.count == 0 { return [] }
            if String(cString: resource.name) == name {
                return Array(UnsafeBufferPointer(start: resource.bytes, count: resource.count))
            }
            index += 1
        }
    }

    private static func makeModel() throws -> StationModel {
        let catalogue = try catalogue()
        let street = try #require(catalogue.places.place(code: "150784001"))
        let village = try #require(catalogue.places.place(code: "150784200"))
        var register = Register(station: Station(place: street, name: "拉布大林街道"))
        let day = ConsoleDriver.day
        var employer = Employer(id: try id("E1"), name: "三河糖业")
        employer.verified = day
        register.update(employer)
        register.update(Employer(id: try id("E2"), name: "口岸物流园"))
        let welding = catalogue.skills.name("焊工")
        var welder = Job(id: try id("J1"), employer: try id("E1"), title: "氩弧焊工", place: street.id, posted: day + -21)
        welder.skills = [AskedSkill(welding, .intermediate)]
        welder.wage = Wage(lowest: Money(yuan: 4000), highest: Money(yuan: 6000), unit: .month) ?? .open
        welder.headcount = 3
        register.update(welder)
        var driver = Job(id: try id("J2"), employer: try id("E2"), title: "叉车司机", place: village.id, posted: day + -18)
        driver.skills = [AskedSkill(catalogue.skills.name("叉车司机"))]
        driver.wage = Wage(lowest: Money(yuan: 4500), highest: Money(yuan: 4500), unit: .month) ?? .open
        register.update(driver)
        func person(_ number: String, _ name: String, days: Int, _ change: (inout Person) -> Void) throws {
            var person = Person(id: try id(number), name: name, place: street.id, registered: day + -days)
            person.birth = Day(iso: "1990-05-01")
            change(&person)
            register.update(person)
        }
        try person("P1", "巴特尔", days: 40) {
            $0.skills = [HeldSkill(welding, .senior)]
            $0.telephone = "15400000001"
            $0.recordedGroups = catalogue.groups.group("veteran").map { [$0.id] } ?? []
        }
        try person("P2", "张三", days: 30) {
            $0.skills = [HeldSkill(welding, .junior)]
            $0.telephone = "15400000002"
        }
        try person("P3", "王芳", days: 20) { $0.lowestWage = Money(yuan: 7000) }
        return StationModel(register: register, catalogue: catalogue, queries: QueryParser(catalogue), settings: StationSettings(), day: day, sequence: 1)
    }

    private static func id(_ text: String) throws -> RecordID { try #require(RecordID(text)) }
}
