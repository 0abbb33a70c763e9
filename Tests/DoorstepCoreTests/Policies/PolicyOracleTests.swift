@testable import DoorstepCore
import Testing

/// Dongsheng's two referral subsidies reckoned anew, sentence by sentence of
/// the plan, with nothing of the book's: random crowds of two agencies,
/// over two years, with people who come twice.
@Suite("Referral subsidies of random crowds")
struct PolicyOracleTests {
    private struct Told {
        var person: Int
        var agency: Int
        var isIndustrial: Bool
        var isPriority: Bool
        var referred: Day
        var insured: Day
        var months: Int
        var isUnbroken: Bool?
        var isFirst: Bool?
        var term: Int
        var isEnterprise: Bool
    }

    private enum State { case claimable, waiting, unknown, failed }

    private static let today = "2026-11-21"

    private func crowd(_ random: inout SplitMix64) throws -> [Told] {
        let today = try day(PolicyOracleTests.today)
        return (0..<260).map { _ in
            func chance(_ percent: Int) -> Bool { Int.random(in: 1...100, using: &random) <= percent }
            let referred = today + -Int.random(in: 60...640, using: &random)
            return Told(
                person: Int.random(in: 1...230, using: &random), agency: chance(10) ? 2 : 1, isIndustrial: chance(95), isPriority: chance(25),
                referred: referred, insured: referred + Int.random(in: 0...30, using: &random), months: chance(90) ? 3 : Int.random(in: 0...2, using: &random),
                isUnbroken: chance(10) ? nil : chance(95), isFirst: chance(5) ? nil : chance(95), term: chance(90) ? 12 : 11, isEnterprise: chance(95))
        }
    }

    private func story(_ told: Told) throws -> PolicyStory {
        var story = PolicyStory()
        story.personID = "P\(told.person)"
        story.employerID = told.isEnterprise ? "E1" : "E2"
        story.type = told.isEnterprise ? .enterprise : .household
        story.groups = (told.isIndustrial ? ["industrial-worker"] : []) + (told.isPriority ? ["hard-to-employ"] : [])
        story.person = { $0.education = .primary }
        story.referred = told.referred.description
        story.hired = told.referred.description
        story.started = told.referred.description
        story.on = PolicyOracleTests.today
        story.proven = PolicyOracleTests.today
        story.proof = [
            .agency: .text("机构\(told.agency)"), .contractSigned: .day(told.referred), .contractFrom: .day(told.referred),
            .contractTo: .day(told.referred.adding(months: told.term) + -1), .insuranceFrom: .day(told.insured), .pensionMonths: .number(told.months),
        ]
        if let first = told.isFirst { story.proof[.firstContract] = .yes(first) }
        if let unbroken = told.isUnbroken { story.proof[.insuranceUnbroken] = .yes(unbroken) }
        return story
    }

    private func insurance(_ told: Told, _ today: Day) -> State { told.months >= 3 && told.insured.adding(months: 3) <= today ? .claimable : .waiting }

    private func fiveHundred(_ told: Told, _ today: Day) -> State {
        if !told.isIndustrial || !told.isEnterprise || told.isFirst == false || told.term < 12 { return .failed }
        if insurance(told, today) == .waiting { return .waiting }
        return told.isFirst == nil ? .unknown : .claimable
    }

    private func eightHundred(_ told: Told, _ today: Day) -> State {
        if !told.isPriority || !told.isEnterprise || told.isUnbroken == false { return .failed }
        if insurance(told, today) == .waiting { return .waiting }
        return told.isUnbroken == nil ? .unknown : .claimable
    }

    @Test("come to what a reckoning by hand comes to")
    func agreement() throws {
        var random = SplitMix64.printed()
        let today = try day(PolicyOracleTests.today)
        var paid = 0
        for _ in 0..<12 {
            var crowd = try crowd(&random)
            // The register knows one state of a person: the last that was told.
            let last = Dictionary(crowd.map { ($0.person, $0) }, uniquingKeysWith: { $1 })
            for index in crowd.indices {
                crowd[index].isIndustrial = last[crowd[index].person]?.isIndustrial ?? false
                crowd[index].isPriority = last[crowd[index].person]?.isPriority ?? false
            }
            let order = crowd.indices.sorted { (crowd[$0].referred, $0) < (crowd[$1].referred, $1) }
            var five: [Int: Int] = [:]
            var eight: [Int: Int] = [:]
            for index in order {
                if fiveHundred(crowd[index], today) == .claimable, five[crowd[index].person] == nil { five[crowd[index].person] = index }
                if eightHundred(crowd[index], today) == .claimable, eight[crowd[index].person] == nil { eight[crowd[index].person] = index }
            }
            let reached = Dictionary(grouping: five.values) { "\(crowd[$0].agency) \(crowd[$0].referred.year)" }.filter { $0.value.count >= 30 }
            let due = reached.values.flatMap(\.self).filter { eight[crowd[$0].person] == nil }
            let lines = try PolicyStory.book(crowd.map { try story($0) }).lines
            let worker = try #require(lines.first { $0.policy.id == "cn-150602-agency-industrial-worker" })
            let priority = try #require(lines.first { $0.policy.id == "cn-150602-agency-priority-group" })
            #expect(worker.claimable == due.count && worker.upper == Money(yuan: due.count * 500), "seed \(random.seed)")
            #expect(priority.claimable == eight.count && priority.lower == Money(yuan: eight.count * 800), "seed \(random.seed)")
            let below = five.count - reached.values.reduce(0) { $0 + $1.count }
            #expect(worker.waiting == crowd.count { fiveHundred($0, today) == .waiting } + below, "seed \(random.seed)")
            for (line, state) in [(worker, fiveHundred), (priority, eightHundred)] {
                #expect(line.failed == crowd.count { state($0, today) == .failed }, "seed \(random.seed)")
                #expect(line.unknown == crowd.count { state($0, today) == .unknown }, "seed \(random.seed)")
                #expect(line.count == crowd.count && line.disputed == 0, "seed \(random.seed)")
            }
            paid += due.count
        }
        #expect(paid > 100, "the crowds reach the threshold")
    }

    @Test("are the same by sums, by placement and by policy, and so is every date that comes due")
    func consistent() throws {
        var random = SplitMix64.printed()
        let book = try PolicyStory.book(crowd(&random).map { try story($0) })
        var byPlacement: [String: Int] = [:]
        for placement in book.register.placements {
            for verdict in book.verdicts(of: placement.id) { byPlacement["\(verdict.policy.id) \(verdict.outcome.name.english)", default: 0] += 1 }
        }
        var byPolicy: [String: Int] = [:]
        for policy in book.catalogue.policies.policies {
            for verdict in book.verdicts(of: policy) { byPolicy["\(policy.id) \(verdict.outcome.name.english)", default: 0] += 1 }
        }
        #expect(byPlacement == byPolicy, "seed \(random.seed)")
        for line in book.lines {
            #expect(byPolicy["\(line.policy.id) failed"] ?? 0 == line.failed, "\(line.policy.id), seed \(random.seed)")
            #expect(byPolicy["\(line.policy.id) cannot be told"] ?? 0 == line.unknown, "\(line.policy.id), seed \(random.seed)")
        }
        let dates = book.dates()
        #expect(!dates.isEmpty && zip(dates, dates.dropFirst()).allSatisfy { $0.date <= $1.date })
        #expect(dates.allSatisfy { $0.date > book.day })
        let first = try #require(dates.first)
        #expect(book.dates(until: first.date).allSatisfy { $0.date == first.date } && book.dates(until: book.day).isEmpty)
        #expect(book.verdicts(of: first.placement).contains { verdict in
            if case .waiting(first.date?, _, _) = verdict.outcome { verdict.policy == first.policy } else { false }
        })
    }

    @Test("of a placement that came to nothing, was taken back or is day work claim nothing")
    func nothing() throws {
        var base = PolicyStory()
        base.kind = "gig"
        base.groups = ["disabled"]
        #expect(try base.verdict("cn-150000-disabled-award") == nil, "day work")
        base.proof = [.contractSigned: try .on("2026-01-10")]
        #expect(try base.verdict("cn-150000-disabled-award") != nil, "with a contract it is more than that")
        let desk = try Desk()
        var register = desk.register
        register.update(try desk.employer())
        register.update(try desk.job())
        register.update(try desk.person { $0.recordedGroups = try desk.catalogue.groupSet("disabled") })
        register.update(try desk.placement(steps: (.referred, "2026-01-05"), (.hired, "2026-01-06"), by: .person))
        #expect(!PolicyBook(register, desk.catalogue, PolicySettings(), asOf: desk.today).verdicts(of: try recordID("R1")).isEmpty)
        #expect(PolicyBook(register, desk.catalogue, PolicySettings(), asOf: try day("2026-01-04")).verdicts(of: try recordID("R1")).isEmpty, "before it began")
        register.update(try desk.placement(steps: (.referred, "2026-01-05"), (.hired, "2026-01-06"), (.declined, "2026-01-08"), by: .person))
        #expect(PolicyBook(register, desk.catalogue, PolicySettings(), asOf: desk.today).verdicts(of: try recordID("R1")).isEmpty, "never started")
        #expect(PolicyBook(Register(station: register.station), desk.catalogue, PolicySettings(), asOf: desk.today).lines.allSatisfy { $0.count == 0 })
    }

    @Test("Groups are those of the steps, as they were, whatever the record says today")
    func factsOfTheStep() throws {
        let desk = try Desk()
        var register = desk.register
        register.update(try desk.employer { $0.place = try desk.catalogue.place("150784") })
        register.update(try desk.job { $0.kind = try desk.catalogue.kind("full-time") })
        register.update(try desk.person())
        func step(_ number: Int, _ stage: Stage, _ groups: GroupSet) throws -> PlacementStep {
            PlacementStep(
                number: number, stage: stage, party: nil, date: try day("2026-01-05"), recorded: "", caseworker: "", note: "",
                facts: StepFacts(groups: groups, age: 30, sex: nil, place: desk.home), employer: "", title: "", kind: "", link: "")
        }
        var placement = Placement(id: try recordID("R1"), job: try recordID("J1"), person: try recordID("P1"), first: try step(1, .referred, []))
        placement.append(try step(2, .hired, try desk.catalogue.groupSet("dibao-family")))
        register.update(placement)
        let verdict = PolicyBook(register, desk.catalogue, PolicySettings(), asOf: desk.today).verdicts(of: placement.id).first { $0.policy.id == "cn-150784-dibao-taper" }
        #expect(Expected(verdict) == .either(.failed, .unknown), "on the day of the hire alone")
    }
}
