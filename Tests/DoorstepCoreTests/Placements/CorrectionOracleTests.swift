@testable import DoorstepCore
import Testing

/// Steps and corrections at random, beside a register that only what stands
/// was ever put in.
@Suite("Whatever was recorded and taken back, the station is as if only what stands had been")
struct CorrectionOracleTests {
    private let desk: Desk
    private let days: [Day]

    init() throws {
        desk = try Desk()
        days = (0...12).map { [today = desk.today] in today + -$0 }
    }

    /// People of every status, two jobs and day work.
    private func beginning(_ random: inout SplitMix64) throws -> Register {
        var register = desk.register
        register.update(try desk.employer())
        register.update(try desk.job("J1"))
        register.update(try desk.job("J2") { $0.headcount = 2; $0.posted = desk.today + -30 })
        register.update(try desk.job("J3") { $0.kind = try desk.catalogue.kind("gig") })
        for number in 1...4 {
            let status = random.pick([PersonStatus.seeking, .seeking, .seeking, .placed, .paused])
            register.update(try desk.person("P\(number)") { $0.status = status; $0.registered = desk.today + -40 })
        }
        return register
    }

    private struct Station {
        var register: Register
        private(set) var flips: [StatusHistory.Step] = []
        private(set) var latest = 0

        init(_ register: Register) { self.register = register }

        /// As the store records a step.
        mutating func record(_ draft: StepDraft, _ admitted: AdmittedStep, as id: RecordID) {
            latest += 1
            let step = PlacementStep(
                number: latest, stage: draft.stage, party: draft.party, corrects: admitted.draft.corrects, date: draft.date, recorded: "", caseworker: "", note: "",
                employer: "", title: "", kind: admitted.kind, link: "")
            put(step, of: id, admitted)
        }

        private mutating func put(_ step: PlacementStep, of id: RecordID, _ admitted: AdmittedStep) {
            let previous = register.placements[id]?.stage
            var placement = register.placements[id] ?? Placement(id: id, job: admitted.job.id, person: admitted.person.id, first: step)
            if previous != nil { placement.append(step) }
            register.update(placement)
            let of = flips.filter { register.placements[$0.placement]?.person == admitted.person.id }
            let status = step.corrects.map { StatusHistory(of).status(admitted.person.status, takingBack: $0) }
                ?? admitted.person.status.following(step.stage, from: previous, isDayWork: admitted.isDayWork)
            flips.append(
                StatusHistory.Step(
                    number: step.number, placement: id, stage: step.stage, corrects: step.corrects, isDayWork: admitted.isDayWork, changedStatus: status != nil))
            guard let status else { return }
            var person = admitted.person
            person.status = status
            register.update(person)
        }
    }

    /// Something that stands.
    private struct Event {
        let id: RecordID
        let step: PlacementStep
        let job: RecordID
        let person: RecordID
    }

    /// The beginning, and what stands after it in the order of recording.
    private func replayed(_ beginning: Register, _ events: [Event]) -> Register {
        var register = beginning
        for event in events {
            let previous = register.placements[event.id]?.stage
            var placement = register.placements[event.id] ?? Placement(id: event.id, job: event.job, person: event.person, first: event.step)
            if previous != nil { placement.append(event.step) }
            register.update(placement)
            guard var person = register.people[event.person], let job = register.jobs[event.job] else { continue }
            person.status = person.status.following(event.step.stage, from: previous, isDayWork: desk.catalogue.kinds.isDayWork(job)) ?? person.status
            register.update(person)
        }
        return register
    }

    private func draft(_ register: Register, _ random: inout SplitMix64) throws -> StepDraft {
        let date = random.pick(Array(days.prefix(4)))
        guard !register.placements.isEmpty, !random.once(in: 4) else {
            return StepDraft(.pair(job: random.pick(Array(register.jobs)).id, person: random.pick(Array(register.people)).id), stage: .referred, date: date)
        }
        let placement = random.pick(Array(register.placements))
        let stage = random.once(in: 3) ? Stage.corrected : random.pick(placement.stage.followers(isDayWork: false) + [.corrected])
        return StepDraft(.placement(placement.id), stage: stage, party: stage == .declined ? random.pick(Party.allCases) : nil, date: max(date, placement.latest.date))
    }

    private func outcome(_ draft: StepDraft, _ register: Register) -> Result<AdmittedStep, StepRefusal> {
        Result { () throws(StepRefusal) in try Matcher(register: register, catalogue: desk.catalogue, day: desk.today).admit(draft) }
    }

    private func expectSame(_ register: Register, _ plain: Register, _ comment: Comment) {
        let (matcher, other) = (
            Matcher(register: register, catalogue: desk.catalogue, day: desk.today), Matcher(register: plain, catalogue: desk.catalogue, day: desk.today))
        #expect(register.people.map(\.status) == plain.people.map(\.status), comment)
        #expect(matcher.waiting() == other.waiting(), comment)
        func figures(_ register: Register) -> [[Int]] {
            let figures = Figures(register, period: Period(.year, containing: desk.today), asOf: desk.today, desk.catalogue)
            return Indicator.allCases.map { figures.monthly($0) }
        }
        #expect(figures(register) == figures(plain), comment)
        for job in register.jobs {
            let isDayWork = desk.catalogue.kinds.isDayWork(job)
            for day in days {
                #expect(register.vacanciesLeft(of: job, asOf: day, isDayWork: isDayWork) == plain.vacanciesLeft(of: job, asOf: day, isDayWork: isDayWork), comment)
                #expect(register.sentCount(to: job.id, asOf: day) == plain.sentCount(to: job.id, asOf: day), comment)
                #expect(register.vacantDays(job, asOf: day) == plain.vacantDays(job, asOf: day), comment)
            }
            for (person, same) in zip(register.people, plain.people) {
                let (one, two) = (matcher.assess(job: job, person: person), other.assess(job: job, person: same))
                #expect(one == two, comment)
                let (words, others) = (
                    Explanation(one, job: job, person: person, matcher: matcher), Explanation(two, job: job, person: same, matcher: other))
                #expect(words.line == others.line && words.placements.map(\.words) == others.placements.map(\.words), comment)
            }
        }
        for person in register.people { #expect(register.waitingDays(person, asOf: desk.today) == plain.waitingDays(person, asOf: desk.today), comment) }
        for placement in register.placements {
            guard let known = plain.placements[placement.id] else {
                #expect(placement.isVoid && placement.stage == .corrected, comment)
                continue
            }
            #expect(placement.standing == known.steps && placement.latest == known.latest && placement.opened == known.opened, comment)
            for day in days { #expect(placement.latest(asOf: day) == known.latest(asOf: day), comment) }
        }
    }

    @Test("statuses, vacancies, lists, who waits, what is explained and what may follow are the same; all taken back, it is as at the beginning")
    func histories() throws {
        var random = SplitMix64(seed: 2026)
        var (recorded, corrected, refused) = (0, 0, 0)
        for run in 0..<SplitMix64.rounds(25) {
            let beginning = try beginning(&random)
            var station = Station(beginning)
            var index = MatchIndex(Matcher(register: beginning, catalogue: desk.catalogue, day: desk.today))
            var events: [Event] = []
            func take(_ draft: StepDraft, _ comment: Comment) throws {
                guard case .success(let admitted) = outcome(draft, station.register) else { return refused += 1 }
                let id = if case .placement(let id) = draft.target { id } else { try recordID("R\(station.latest + 1)") }
                station.record(draft, admitted, as: id)
                recorded += 1
                let placement = try #require(station.register.placements[id])
                let step = try #require(placement.steps.last)
                if let number = step.corrects {
                    events.removeAll { $0.step.number == number }
                    corrected += 1
                } else {
                    events.append(Event(id: id, step: step, job: placement.job, person: placement.person))
                }
                index.update(placement)
                if let person = station.register.people[placement.person] { index.update(person) }
                expectSame(station.register, replayed(beginning, events), comment)
            }
            for number in 0..<30 {
                let comment: Comment = "run \(run), step \(number)"
                let draft = try draft(station.register, &random)
                // What may follow is what may where only that stands.
                let plain = replayed(beginning, events)
                if case .placement(let id) = draft.target, plain.placements[id] == nil {
                    #expect((try? outcome(draft, station.register).get()) == nil, comment)
                } else if case .failure(let refusal) = outcome(draft, plain) {
                    #expect(throws: refusal) { try outcome(draft, station.register).get() }
                } else {
                    #expect(throws: Never.self) { try outcome(draft, station.register).get() }
                }
                try take(draft, comment)
            }
            for job in station.register.jobs {
                let matcher = Matcher(register: station.register, catalogue: desk.catalogue, day: desk.today)
                #expect(index.people(for: job, limit: 9) == matcher.people(for: job, limit: 9), "run \(run)")
            }
            // One of them can always be taken back: what would need a vacancy
            // waits for those that take it.
            while !events.isEmpty {
                let drafts = Set(events.map(\.id)).sorted().map { StepDraft(.placement($0), stage: .corrected, date: desk.today) }
                let next = try #require(drafts.first { (try? outcome($0, station.register).get()) != nil }, "run \(run)")
                try take(next, "run \(run), back")
            }
            #expect(station.register.placements.allSatisfy { $0.isVoid }, "run \(run)")
            #expect(station.register.people.map(\.status) == beginning.people.map(\.status), "run \(run)")
            let matcher = Matcher(register: beginning, catalogue: desk.catalogue, day: desk.today)
            for job in beginning.jobs { #expect(index.people(for: job, limit: 9) == matcher.people(for: job, limit: 9), "run \(run)") }
        }
        print("corrections: \(recorded) steps recorded, \(corrected) of them corrections, \(refused) refused")
        #expect(corrected > 100 && refused > 20)
    }
}
