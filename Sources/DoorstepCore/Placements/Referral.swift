/// What a step concerns, as the register has it, and what is to be said
/// before it is recorded.
public struct AdmittedStep: Sendable {
    /// A correction names the step that it takes back.
    public let draft: StepDraft
    /// The step that a correction takes back.
    public let takenBack: PlacementStep?
    public let job: Job
    public let person: Person
    /// The employer's name at this moment.
    public let employer: String
    /// The identifier of the job's kind; empty where it says none.
    public let kind: String
    public let isDayWork: Bool
    /// What does not fit the pair and does not stand in the way.
    public let warnings: [Phrase]
}

extension Matcher {
    /// Whether a step may be recorded: the one rule of the console and of
    /// the commands. The store checks once more what others may have
    /// changed meanwhile.
    public func admit(_ draft: StepDraft) throws(StepRefusal) -> AdmittedStep {
        guard draft.date <= day else { throw .inFuture(asked: draft.date, today: day) }
        guard draft.stage != .declined || draft.party != nil else { throw .partyMissing }
        guard draft.date.year >= 1950 else { throw .tooLongAgo(asked: draft.date) }
        let job: Job
        let person: Person
        var warnings: [Phrase] = []
        var takenBack: PlacementStep?
        switch draft.target {
        case .pair(let jobID, let personID):
            guard draft.stage == .referred else { throw .notReferred(asked: draft.stage) }
            guard let knownJob = register.jobs[jobID] else { throw .unknownJob(jobID.text) }
            guard let knownPerson = register.people[personID] else { throw .unknownPerson(personID.text) }
            if let absence = knownJob.absence { throw .absent(record: jobID, absence.standing) }
            if let absence = knownPerson.absence { throw .absent(record: personID, absence.standing) }
            (job, person) = (knownJob, knownPerson)
            let isDayWork = catalogue.kinds.isDayWork(job)
            if let open = register.placements(ofJob: jobID).first(where: { register.standing(person: $0.person) == personID && $0.stage.isInHand(isDayWork: isDayWork) }) {
                throw .alreadyOpen(placement: open.id, stage: open.stage)
            }
            if !draft.evidence.isEmpty { try draft.evidence.admit(with: [:], on: draft.date, started: nil) }
            warnings = try admitReferral(of: person, to: job)
        case .placement(let id):
            guard let placement = register.placements[id] else { throw .unknownPlacement(id.text) }
            guard let knownJob = register.job(of: placement) else { throw .unknownJob(placement.job.text) }
            guard let knownPerson = register.person(of: placement) else { throw .unknownPerson(placement.person.text) }
            (job, person) = (knownJob, knownPerson)
            let isDayWork = catalogue.kinds.isDayWork(job)
            guard draft.stage != .corrected else {
                takenBack = try register.admitCorrection(draft, of: placement, to: job, asOf: day, isDayWork: isDayWork)
                break
            }
            try placement.admit(draft, isDayWork: isDayWork)
            if draft.stage == .hired {
                try register.admitHire(to: job, on: draft.date, asOf: day, isDayWork: isDayWork)
                try register.admitSecondHire(of: placement, to: job, catalogue)
                if person.status == .placed { warnings.append(Phrase("本人已就业", "the person is placed already")) }
            }
        }
        return AdmittedStep(
            draft: StepDraft(draft.target, stage: draft.stage, party: draft.party, corrects: takenBack?.number, date: draft.date, note: draft.note,
                reason: draft.reason, evidence: draft.evidence),
            takenBack: takenBack, job: job, person: person, employer: register.employers[job.employer]?.name ?? "",
            kind: job.kind.map { catalogue.kinds[$0].code } ?? "", isDayWork: catalogue.kinds.isDayWork(job), warnings: warnings)
    }

    /// Whether a person may be sent to a job, as far as rules go that leave
    /// nobody a choice; what else does not fit is returned.
    private func admitReferral(of person: Person, to job: Job) throws(StepRefusal) -> [Phrase] {
        let assessment = assess(job: job, person: person)
        let explanation = Explanation(assessment, job: job, person: person, matcher: self)
        let reasons = zip(assessment.blocked.members, explanation.blocked)
        let forbidding = reasons.filter { $0.0.forbidsReferral }.map(\.1)
        guard forbidding.isEmpty else { throw .forbidden(forbidding) }
        return reasons.map(\.1)
    }
}

extension Register {
    /// Whether a job can take one more person: day work, on the day itself.
    ///
    /// - Parameters:
    ///   - date: the day the person is taken on.
    ///   - day: the day of working.
    public func admitHire(to job: Job, on date: Day, asOf day: Day, isDayWork: Bool) throws(StepRefusal) {
        guard vacanciesLeft(of: job, asOf: isDayWork ? date : day, isDayWork: isDayWork) > 0 else { throw .noVacancy(title: job.title) }
    }
}

extension Register {
    /// Nobody is taken on full time twice: who is at work somewhere has to
    /// have left first.
    public func admitSecondHire(of placement: Placement, to job: Job, _ catalogue: Catalogue) throws(StepRefusal) {
        guard catalogue.kinds.isFullTime(job) else { return }
        let others = placements(ofPerson: standing(person: placement.person)).filter { $0.id != placement.id && $0.stage.takesVacancy }
        let full = others.first { other in self.job(of: other).map { catalogue.kinds.isFullTime($0) } ?? false }
        if let full { throw .atWork(placement: full.id, employer: full.latest.employer) }
    }
}
