import DoorstepCore
import Foundation
import Testing

@testable import DoorstepStore

@Suite("The journal alone")
struct HistoryTests {
    /// Random changes of a station with five people and two jobs: referrals,
    /// alone and as a plan, and steps that may follow or not, services, edits, merges and their
    /// undoing, and somebody erased.
    private func change(_ desk: Desk, _ random: inout SplitMix64) throws {
        let people = ["P1", "P2", "P3", "P4", "P5"]
        let someone = random.pick(people)
        let date = desk.today + -random.int(0...3)
        switch random.int(0...12) {
        case 0...1:
            let draft = StepDraft(.pair(job: try recordID(random.pick(["J1", "J2"])), person: try recordID(someone)), stage: .referred, date: date)
            _ = try? desk.save(.step(draft))
        case 2...7:
            let placements = Array(try desk.register.placements)
            guard !placements.isEmpty else { return }
            let placement = random.pick(placements)
            let stage = random.pick(Stage.allCases)
            let party: Party? = stage == .declined ? random.pick(Party.allCases) : nil
            let reasons = StepReason.offered(for: stage, by: party)
            let draft = StepDraft(
                .placement(placement.id), stage: stage, party: party, date: desk.today, note: "备注",
                reason: reasons.isEmpty ? nil : random.pick(reasons), evidence: random.once(in: 3) ? [.wage: .number(random.int(0...9000))] : [:])
            _ = try? desk.save(.step(draft))
        case 8:
            let subject: Service.Subject = random.once(in: 4) ? .job(try recordID("J1")) : .person(try recordID(someone))
            let takesBack = random.once(in: 4) ? random.int(1...6) : nil
            _ = try? desk.save(.service(ServiceDraft(subject, random.pick(ServiceKind.allCases), takesBack: takesBack, date: date, note: "备注")))
        case 9:
            guard var person = try desk.register.people[recordID(someone)], person.stands else { return }
            person.unemployedSince = random.once(in: 2) ? nil : desk.today + -random.int(0...900)
            person.birth = desk.today + -random.int(6000...25_000)
            _ = try? desk.save(people: [person])
        case 10:
            guard let person = try desk.register.people[recordID(someone)] else { return }
            let other = try recordID(random.pick(people.filter { $0 != someone }))
            guard person.stands else { return _ = try? desk.save(people: [person.present()]) }
            guard try desk.register.standing(person: other) != person.id else { return }
            _ = try? desk.save(people: [person.absent(.merged(into: other, MergeTrace()))])
        case 11:
            let pairs = try (0..<random.int(1...5)).map { _ in
                PlanPair(job: try recordID(random.pick(["J1", "J2"])), person: try recordID(random.pick(people)))
            }
            _ = try desk.save(.plan(pairs, date: date))
        default: if random.once(in: 8) { _ = try? desk.save(.erase(recordID(someone))) }
        }
    }

    @Test("It tells of the same placements and services as the tables, and who stands for whom, after random histories")
    func random() throws {
        let seed: UInt64 = 20_261_129
        print("seed \(seed)")
        var random = SplitMix64(seed: seed)
        var recorded = 0
        for run in 0..<12 {
            let desk = try station(&random, changes: 60)
            let (register, history) = (try desk.register, try desk.store.history(catalogue: desk.catalogue))
            #expect(history.placements == register.placements.map(\.withoutNotes), "run \(run)")
            #expect(history.services == register.services.map(\.withoutNote), "run \(run)")
            for job in register.jobs { #expect(history.standing(job.id, .job) == register.standing(job: job.id), "run \(run)") }
            for person in register.people { #expect(history.standing(person.id, .person) == register.standing(person: person.id), "run \(run)") }
            #expect(try desk.verdict.findings == [], "run \(run)")
            recorded += history.placements.reduce(0) { $0 + $1.steps.count }
        }
        #expect(recorded > 100)
    }

    private func station(_ random: inout SplitMix64, changes: Int) throws -> Desk {
        let desk = try Desk()
        let day = desk.catalogue.kinds.all.first { $0.isDayWork }?.id
        try desk.fill {
            $0.headcount = 3
            if random.once(in: 3) { $0.kind = day }
        }
        try desk.save(people: [desk.person("P4"), desk.person("P5")])
        for _ in 0..<changes { try change(desk, &random) }
        return desk
    }

    @Test("Every figure that placements and services give comes out of it as out of the tables, after random histories")
    func figures() throws {
        let seed: UInt64 = 20_261_130
        let runs = ProcessInfo.processInfo.environment["DOORSTEP_TEST_LONG"] == nil ? 60 : 3000
        print("seed \(seed), \(runs) histories")
        var random = SplitMix64(seed: seed)
        var counted = 0
        for run in 0..<runs {
            let desk = try station(&random, changes: 20)
            let (register, history) = (try desk.register, try desk.store.history(catalogue: desk.catalogue))
            for kind in [Period.Kind.day, .month, .year] {
                let period = Period(kind, containing: desk.today)
                let told = Figures(
                    placements: history.placements, services: history.services, period: period, asOf: desk.today, desk.catalogue,
                    standing: history.standing)
                let kept = Figures(
                    placements: register.placements, services: register.services, period: period, asOf: desk.today, desk.catalogue,
                    standing: { id, kind in kind == .job ? register.standing(job: id) : register.standing(person: id) })
                for indicator in Indicator.allCases {
                    #expect(told.count(indicator) == kept.count(indicator), "run \(run), \(indicator)")
                    #expect(told.entries(indicator) == kept.entries(indicator), "run \(run), \(indicator)")
                    #expect(told.monthly(indicator) == kept.monthly(indicator), "run \(run), \(indicator)")
                    counted += told.count(indicator)
                }
            }
        }
        #expect(counted > runs)
    }
}

extension Placement {
    /// The journal holds no notes.
    fileprivate var withoutNotes: Placement {
        var bare = steps.map { step in
            PlacementStep(
                number: step.number, stage: step.stage, party: step.party, corrects: step.corrects, date: step.date, recorded: step.recorded,
                caseworker: step.caseworker, note: "", reason: step.reason, evidence: step.evidence, facts: step.facts, employer: step.employer,
                title: step.title, kind: step.kind, link: step.link)
        }
        var placement = Placement(id: id, job: job, person: person, first: bare.removeFirst())
        for step in bare { placement.append(step) }
        return placement
    }
}

extension Service {
    fileprivate var withoutNote: Service {
        Service(
            number: number,
            ServiceDraft(subject, kind, outcome: outcome, placement: placement, again: again, takesBack: takesBack, date: date),
            recorded: recorded, caseworker: caseworker)
    }
}
