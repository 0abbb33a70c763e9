extension Register {
    /// Whether the latest step of a placement that stands may be taken back:
    /// where that puts the pair in hand again, it must not be in hand
    /// elsewhere, and where it takes a vacancy up again, there must be one.
    ///
    /// - Parameters:
    ///   - draft: the correction.
    ///   - day: the day of working.
    /// - Returns: the step that it takes back.
    public func admitCorrection(
        _ draft: StepDraft, of placement: Placement, to job: Job, asOf day: Day, isDayWork: Bool
    ) throws(StepRefusal) -> PlacementStep {
        guard let step = placement.standing.last else { throw .nothingStands(placement: placement.id) }
        guard draft.corrects ?? step.number == step.number else {
            throw .movedOn(placement: placement.id, stage: step.stage, party: step.party)
        }
        guard draft.date >= step.date else { throw .before(step: step.date, asked: draft.date) }
        guard let rest = placement.beforeLatest else { return step }
        if rest.stage.isInHand(isDayWork: isDayWork), !placement.stage.isInHand(isDayWork: isDayWork) {
            let person = standing(person: placement.person)
            let others = placements(ofJob: standing(job: placement.job)).filter { standing(person: $0.person) == person && $0.id != placement.id }
            if let open = others.first(where: { $0.stage.isInHand(isDayWork: isDayWork) }) {
                throw .alreadyOpen(placement: open.id, stage: open.stage)
            }
        }
        let date = isDayWork ? rest.standing.last { $0.stage == .hired }?.date ?? day : day
        if rest.takesVacancy(on: date, isDayWork: isDayWork), !placement.takesVacancy(on: date, isDayWork: isDayWork) {
            try admitHire(to: job, on: date, asOf: day, isDayWork: isDayWork)
        }
        return step
    }
}

extension Placement {
    /// As it was before the latest step that stands; nil where that is the
    /// referral.
    fileprivate var beforeLatest: Placement? {
        let before = standing.dropLast()
        guard let first = before.first else { return nil }
        var placement = Placement(id: id, job: job, person: person, first: first)
        for step in before.dropFirst() { placement.append(step) }
        return placement
    }
}
