/// When somebody was last spoken to, offered something or tried in vain: what
/// services and placements say as of a day.
struct Contact {
    /// The last day on which something was done for them, or a call reached
    /// somebody.
    private(set) var reached: Day?
    /// The last referral or training notice.
    private(set) var offered: Day?
    /// The last call that reached nobody, unless somebody was reached since.
    private(set) var attempt: Attempt?

    struct Attempt: Hashable {
        let outcome: CallOutcome
        let date: Day
        let again: Day?

        /// When to try next.
        var next: Day { again ?? date.adding(workingDays: 1) }

        var reason: FollowUp.Reason {
            switch outcome {
            case .noAnswer, .reached: .noAnswer
            case .outOfService: .outOfService
            case .postponed: .agreed
            }
        }
    }

    /// Takes a service in; they come in the order of recording.
    mutating func take(_ service: Service) {
        if let outcome = service.outcome, outcome != .reached {
            guard reached.map({ $0 <= service.date }) ?? true, attempt.map({ $0.date <= service.date }) ?? true else { return }
            attempt = Attempt(outcome: outcome, date: service.date, again: service.again)
            return
        }
        reached = max(reached ?? service.date, service.date)
        if let attempt, attempt.date <= service.date { self.attempt = nil }
        if service.kind == .trainingNotice { offered = max(offered ?? service.date, service.date) }
        // Spoken to, and another day was agreed all the same.
        if let again = service.again { attempt = Attempt(outcome: .postponed, date: service.date, again: again) }
    }

    /// Takes a placement in, after the services.
    ///
    /// - Parameters:
    ///   - opened: the day of the referral.
    ///   - latest: the day of the latest step.
    mutating func take(opened: Day, latest: Day) {
        reached = max(reached ?? latest, latest)
        offered = max(offered ?? opened, opened)
        if let attempt, attempt.date < latest { self.attempt = nil }
    }
}
