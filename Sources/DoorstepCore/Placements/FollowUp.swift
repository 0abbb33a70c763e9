/// A call that is due because of a placement: what the steps that stand imply
/// as of a day.
///
/// The ledger has no step yet for a call that was made. So a check is in turn
/// until the day of the next one comes, and the last ones for a while.
public struct FollowUp: Hashable, Sendable {
    public let placement: RecordID
    public let reason: Reason
    /// The step that it follows from.
    public let since: Day
    /// The day from which on somebody should call.
    public let due: Day

    public enum Reason: Hashable, Sendable, Comparable {
        /// 推荐回执: whoever was sent has neither been seen nor taken on nor
        /// turned down.
        case answer
        /// 在岗核实: still in post, so many days after starting?
        case inPost(days: Int)
        /// 结算: was the day's work paid?
        case dayWork
    }

    /// A slip that did not come back after so many days is asked for.
    public static let answerDays = 7
    /// Days after starting on which somebody asks whether it holds.
    public static let checkDays = [30, 90, 180, 365]
    /// How long the last check stays in turn.
    static let lastCheckDays = 180
    /// How long the question after day work does.
    static let dayWorkDays = 30
}

extension Placement {
    /// The call that is in turn, due or coming; nil where nothing is: where
    /// the placement came to an end, the answer has time yet, or somebody is
    /// taken on and has not started.
    ///
    /// - Parameter day: the day of working; steps dated later do not count.
    public func followUp(asOf day: Day, isDayWork: Bool) -> FollowUp? {
        guard !isVoid, let step = latest(asOf: day) else { return nil }
        func call(_ reason: FollowUp.Reason, after days: Int) -> FollowUp {
            FollowUp(placement: id, reason: reason, since: step.date, due: step.date + days)
        }
        let waited = day - step.date
        switch step.stage {
        case .referred:
            return waited >= FollowUp.answerDays ? call(.answer, after: FollowUp.answerDays) : nil
        case .hired, .started:
            if isDayWork { return (1...FollowUp.dayWorkDays).contains(waited) ? call(.dayWork, after: 1) : nil }
            guard step.stage == .started, let last = FollowUp.checkDays.last, waited < last + FollowUp.lastCheckDays else { return nil }
            let reached = FollowUp.checkDays.last { $0 <= waited } ?? FollowUp.checkDays.first
            return reached.map { call(.inPost(days: $0), after: $0) }
        case .interviewed, .checked, .declined, .left, .corrected: return nil
        }
    }
}

extension Matcher {
    /// The calls that placements imply, those due longest first, then those
    /// that are coming; of one day, in the order of the placements'
    /// identifiers.
    ///
    /// Complexity: linear in the placements, and sorting what is found.
    public func followUps() -> [FollowUp] {
        register.placements.compactMap { placement in
            let isDayWork = register.jobs[placement.job].map { catalogue.kinds.isDayWork($0) } ?? false
            return placement.followUp(asOf: day, isDayWork: isDayWork)
        }.sorted { ($0.due, $0.placement) < ($1.due, $1.placement) }
    }
}
