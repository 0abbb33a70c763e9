extension Matcher {
    /// Whether a person may be sent to a job, as far as rules go that leave
    /// nobody a choice; what else does not fit is returned, to be said but
    /// not to stand in the way.
    ///
    /// - Throws: `StepRefusal.forbidden` with the rules that forbid it.
    public func admitReferral(of person: Person, to job: Job) throws(StepRefusal) -> [Phrase] {
        let assessment = assess(job: job, person: person)
        let explanation = Explanation(assessment, job: job, person: person, matcher: self)
        let reasons = zip(assessment.blocked.members, explanation.blocked)
        let forbidding = reasons.filter { $0.0.forbidsReferral }.map(\.1)
        guard forbidding.isEmpty else { throw .forbidden(forbidding) }
        return reasons.map(\.1)
    }

    /// Whether the job can take one more person on the day.
    public func admitHire(to job: Job) throws(StepRefusal) {
        let isDayWork = job.kind.map { catalogue.kinds[$0].isDayWork } ?? false
        guard register.vacanciesLeft(of: job, asOf: day, isDayWork: isDayWork) > 0 else { throw .noVacancy(title: job.title) }
    }
}
