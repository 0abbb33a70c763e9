import DoorstepCore
import DoorstepStore

extension Desk {
    /// A step of a history, so many days before the demonstration's day.
    private struct PastStep {
        let stage: Stage
        let daysAgo: Int
        var party: Party?
        var reason: StepReason?
        var evidence: @Sendable (Day) -> Evidence = { _ in [:] }

        init(
            _ stage: Stage, _ daysAgo: Int, by party: Party? = nil, reason: StepReason? = nil, proven evidence: @escaping @Sendable (Day) -> Evidence = { _ in [:] }
        ) {
            self.stage = stage
            self.daysAgo = daysAgo
            self.party = party
            self.reason = reason
            self.evidence = evidence
        }
    }

    /// What came of those who were sent, in turn.
    private static let histories: [[PastStep]] = [
        [PastStep(.referred, 26), PastStep(.interviewed, 23), PastStep(.hired, 20, proven: contract), PastStep(.started, 16)],
        [PastStep(.referred, 12), PastStep(.declined, 9, by: .employer, reason: .lacksSkill)],
        [PastStep(.referred, 8), PastStep(.interviewed, 6)],
        [PastStep(.referred, 15), PastStep(.declined, 14, by: .person, reason: .tooFar)],
        [PastStep(.referred, 5), PastStep(.hired, 2)],
        [PastStep(.referred, 1)],
    ]

    /// Those that are at work for longer, or were.
    private static let longHistories: [[PastStep]] = [
        [
            PastStep(.referred, 212), PastStep(.hired, 208, proven: contract), PastStep(.started, 205), PastStep(.checked, 173, proven: insured(1)),
            PastStep(.checked, 110, proven: insured(3)),
        ],
        [PastStep(.referred, 128), PastStep(.interviewed, 126), PastStep(.hired, 124, proven: contract), PastStep(.started, 120), PastStep(.checked, 88, proven: insured(1))],
        [PastStep(.referred, 75), PastStep(.hired, 70), PastStep(.started, 66), PastStep(.left, 20, reason: .resigned)],
        [PastStep(.referred, 45), PastStep(.hired, 41, proven: contract), PastStep(.started, 38)],
        [PastStep(.referred, 33), PastStep(.hired, 30), PastStep(.declined, 27, by: .person, reason: .foundOther)],
        [PastStep(.referred, 97), PastStep(.hired, 95, proven: contract), PastStep(.started, 92), PastStep(.checked, 61, proven: insured(1))],
    ]

    private static let dayWork = [PastStep(.referred, 2), PastStep(.hired, 1), PastStep(.left, 1)]

    @Sendable private static func contract(_ day: Day) -> Evidence {
        [.contractSigned: .day(day), .contractFrom: .day(day), .contractTo: .day(day.adding(months: 12) + -1), .firstContract: .yes(true)]
    }

    private static func insured(_ months: Int) -> @Sendable (Day) -> Evidence {
        { _ in
            [.pensionMonths: .number(months), .unemploymentMonths: .number(months), .injuryMonths: .number(months), .insuranceUnbroken: .yes(true), .checkedAgainst: .source(.insuranceRecord)]
        }
    }

    /// A ledger to look at: the best pair of every so many jobs, and what
    /// came of it; and what else was done for some.
    func recordPastSteps(_ register: Register) throws -> Register {
        var register = register
        let jobs = Array(register.jobs)
        func some(from first: Int, count: Int) -> [Job] { Array(stride(from: first, to: jobs.count, by: max(1, jobs.count / count)).lazy.map { jobs[$0] }) }
        for (index, job) in some(from: 4, count: 18).enumerated() {
            try record(Desk.histories[index % Desk.histories.count], job, &register)
        }
        for (index, job) in some(from: 11, count: 12).enumerated() {
            let isDayWork = catalogue.kinds.isDayWork(job)
            try record(isDayWork ? Desk.dayWork : Desk.longHistories[index % Desk.longHistories.count], job, &register)
        }
        try recordServices(&register)
        return register
    }

    private func record(_ history: [PastStep], _ job: Job, _ register: inout Register) throws {
        let matcher = Matcher(register: register, catalogue: catalogue, day: day)
        guard let person = matcher.people(for: job, limit: 1)?.matches.first?.person else { return }
        var target = StepDraft.Target.pair(job: job.id, person: person)
        for step in history {
            let matcher = Matcher(register: register, catalogue: catalogue, day: day)
            let date = day + -step.daysAgo
            let draft = StepDraft(target, stage: step.stage, party: step.party, date: date, reason: step.reason, evidence: step.evidence(date))
            let saved = try record(matcher.admit(draft))
            register.update(saved.placement)
            if let person = saved.person { register.update(person) }
            target = .placement(saved.placement.id)
        }
    }

    private func recordServices(_ register: inout Register) throws {
        let kinds: [(kind: ServiceKind, outcome: CallOutcome?)] = [
            (.guidance, nil), (.trainingNotice, nil), (.call, .reached), (.wishSurvey, nil), (.call, .noAnswer), (.reception, nil), (.policyAdvice, nil), (.revisit, nil),
        ]
        // Most were spoken to of late; some still wait for it.
        for (index, person) in register.people.filter({ $0.status == .seeking }).enumerated() where index % 11 != 3 {
            let (kind, outcome) = kinds[index % kinds.count]
            let draft = ServiceDraft(.person(person.id), kind, outcome: outcome, date: max(person.registered, day + -(index * 7 % 36)))
            if let service = try commit(.service(draft)).service { register.update(service) }
        }
    }
}
