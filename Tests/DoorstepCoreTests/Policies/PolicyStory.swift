@testable import DoorstepCore
import Testing

/// A person, an employer and a placement between them, told in a few words:
/// as a plan would have it, so that a test changes the one thing it is about.
struct PolicyStory {
    var station = "150602"
    var employerPlace: String? = "150602"
    var workplace = "150602"
    var home = "150602"
    var type: EmployerType? = .enterprise
    var size: EmployerSize? = .small
    var kind = "full-time"
    var groups: [String] = []
    var person: (inout Person) throws -> Void = { _ in }
    var personID = "P1"
    var employerID = "E1"
    var referred = "2026-01-05"
    var hired: String? = "2026-01-10"
    var started: String? = "2026-01-15"
    var left: String?
    /// What is proven, and when it came in.
    var proof: Evidence = [:]
    var proven: String?
    /// A second lot of evidence, later.
    var later: Evidence = [:]
    var checked: String?
    var on = "2026-12-01"
    var settings = PolicySettings()

    func with(_ change: (inout PolicyStory) throws -> Void) rethrows -> PolicyStory {
        var copy = self
        try change(&copy)
        return copy
    }

    private func place(_ code: String, _ catalogue: Catalogue) throws -> PlaceID { try #require(catalogue.places.place(code: code), "no place \(code)").id }

    /// The stories' placements in one register, told in their order.
    static func book(_ stories: [PolicyStory]) throws -> PolicyBook {
        let first = try #require(stories.first)
        let catalogue = try Samples.catalogue
        var register = Register(station: Station(place: catalogue.places[try first.place(first.station, catalogue)], name: "站"))
        for (index, story) in stories.enumerated() { try story.tell(as: index + 1, in: &register, catalogue) }
        return PolicyBook(register, catalogue, first.settings, asOf: try day(first.on))
    }

    func tell(as number: Int, in register: inout Register, _ catalogue: Catalogue) throws {
        var employer = Employer(id: try recordID(employerID), name: "单位\(employerID)")
        employer.place = try employerPlace.map { try place($0, catalogue) }
        employer.type = type
        employer.size = size
        register.update(employer)
        var person = Person(id: try recordID(personID), name: "张三", place: try place(home, catalogue), registered: try day("2025-01-01"))
        person.recordedGroups = GroupSet(try groups.map { try catalogue.group($0) })
        try self.person(&person)
        register.update(person)
        var job = Job(id: try recordID("J\(number)"), employer: employer.id, title: "工人", place: try place(workplace, catalogue), posted: try day("2025-01-01"))
        job.kind = try catalogue.kind(kind)
        register.update(job)
        var steps: [(Stage, String, Evidence)] = [(.referred, referred, [:])]
        if let hired { steps.append((.hired, hired, [:])) }
        if let started { steps.append((.started, started, [:])) }
        if !proof.isEmpty { steps.append((.checked, proven ?? on, proof)) }
        if !later.isEmpty { steps.append((.checked, on, later)) }
        if let checked { steps.append((.checked, checked, [:])) }
        if let left { steps.append((.left, left, [:])) }
        let all = try steps.enumerated().map { index, step in
            PlacementStep(
                number: number * 100 + index, stage: step.0, party: nil, date: try day(step.1), recorded: "2026-01-01T00:00:00Z", caseworker: "李四", note: "",
                evidence: step.2, employer: employer.name, title: job.title, kind: kind, link: "")
        }
        var placement = Placement(id: try recordID("R\(number)"), job: job.id, person: person.id, first: try #require(all.first))
        for step in all.dropFirst() { placement.append(step) }
        register.update(placement)
    }

    func verdict(_ policy: String) throws -> PolicyVerdict? {
        try PolicyStory.book([self]).verdicts(of: recordID("R1")).first { $0.policy.id == policy }
    }
}

/// What a story should come to, in a word.
enum Expected: Equatable {
    case claimable
    /// So many yuan.
    case yuan(Int)
    case between(Int, Int)
    case claimed
    case waiting(String?)
    case failed, unknown, superseded, repeated
    /// The policy does not concern it.
    case beside
    /// In the narrow reading, and in the wide.
    indirect case either(Expected, Expected)

    init(_ verdict: PolicyVerdict?) {
        guard let verdict else {
            self = .beside
            return
        }
        let narrow = Expected(verdict.outcome)
        self = verdict.wide.map { .either(narrow, Expected($0)) } ?? narrow
    }

    private init(_ outcome: PolicyVerdict.Outcome) {
        switch outcome {
        case .claimable(let sum):
            guard let range = sum.range else {
                self = .claimable
                return
            }
            self = range.lowerBound == range.upperBound ? .yuan(range.lowerBound.fen / 100) : .between(range.lowerBound.fen / 100, range.upperBound.fen / 100)
        case .claimed: self = .claimed
        case .waiting(let day, _, _): self = .waiting(day?.description)
        case .failed: self = .failed
        case .unknown: self = .unknown
        case .superseded: self = .superseded
        case .repeated: self = .repeated
        }
    }
}

/// What a story comes to under a policy.
func expect(_ story: PolicyStory, _ policy: String, _ expected: Expected, _ what: Comment, at location: SourceLocation = #_sourceLocation) throws {
    let verdict = try story.verdict(policy)
    let found = Expected(verdict)
    #expect(found == expected, "\(what): \(verdict?.phrase.english ?? "beside")", sourceLocation: location)
}

extension Evidence.Value {
    static func on(_ iso: String) throws -> Evidence.Value { .day(try #require(Day(iso: iso))) }
}

extension PolicySettings {
    /// 2,000 yuan a month, 10 yuan an hour.
    static var sample: PolicySettings {
        get throws {
            var settings = PolicySettings()
            settings.minimumWage = try #require(DatedRates("2020-01-01:2000"))
            settings.trainingHour = try #require(DatedRates("2020-01-01:10"))
            return settings
        }
    }
}
