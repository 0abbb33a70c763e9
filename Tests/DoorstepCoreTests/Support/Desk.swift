@testable import DoorstepCore
import Testing

/// A small station on 21 November 2026 in 拉布大林, where a test puts the
/// records it speaks of.
///
/// Unless a test says otherwise, every person and job is in 拉布大林街道 (so
/// that they are 0 m apart), and every rule holds for every pair.
struct Desk {
    let catalogue: Catalogue
    var register: Register
    var settings = MatchSettings()
    var today: Day
    let home: PlaceID

    init(on iso: String = "2026-11-21") throws {
        catalogue = try Samples.catalogue
        home = try catalogue.place("150784001")
        register = Register(station: Station(place: catalogue.places[home], name: "拉布大林街道就业服务站"))
        today = try day(iso)
    }

    var matcher: Matcher {
        Matcher(register: register, catalogue: catalogue, settings: settings, day: today)
    }

    /// A person of whom only the required is known, changed by `change`.
    func person(_ id: String = "P1", _ change: (inout Person) throws -> Void = { _ in }) throws -> Person {
        var person = Person(id: try recordID(id), name: "张三", place: home, registered: today)
        try change(&person)
        return person
    }

    /// A job of which only the required is known, changed by `change`.
    func job(_ id: String = "J1", _ change: (inout Job) throws -> Void = { _ in }) throws -> Job {
        var job = Job(id: try recordID(id), employer: try recordID("E1"), title: "电焊工", place: home, posted: today)
        try change(&job)
        return job
    }

    func employer(_ id: String = "E1", _ change: (inout Employer) throws -> Void = { _ in }) throws -> Employer {
        var employer = Employer(id: try recordID(id), name: "额尔古纳市宏达机械厂")
        try change(&employer)
        return employer
    }

    /// A placement of the pair, through these steps.
    func placement(
        _ id: String = "R1", job: String = "J1", person: String = "P1", steps: (stage: Stage, date: String)..., by party: Party? = nil
    ) throws -> Placement {
        let all = try steps.enumerated().map { index, step in
            PlacementStep(
                number: index + 1, stage: step.stage, party: step.stage == .declined ? party : nil, date: try day(step.date),
                recorded: "\(step.date)T01:00:00Z", caseworker: "李四", note: "", employer: "额尔古纳市宏达机械厂", title: "电焊工", kind: "",
                link: "")
        }
        var placement = Placement(id: try recordID(id), job: try recordID(job), person: try recordID(person), first: try #require(all.first))
        for step in all.dropFirst() { placement.append(step) }
        return placement
    }

    func assess(_ job: Job, _ person: Person) -> Assessment {
        matcher.assess(job: job, person: person)
    }

    func explain(_ job: Job, _ person: Person) -> Explanation {
        Explanation(assess(job, person), job: job, person: person, matcher: matcher)
    }

    /// The rules that block the pair.
    func blocked(_ job: Job, _ person: Person) -> [Rule] {
        assess(job, person).blocked.members
    }
}
