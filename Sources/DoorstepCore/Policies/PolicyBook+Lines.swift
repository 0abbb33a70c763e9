/// A policy with what it comes to for all placements.
public struct PolicyLine: Sendable {
    public let policy: Policy
    public let plan: PolicyPlan
    /// In both readings.
    public internal(set) var claimable = 0
    /// In the wide reading alone.
    public internal(set) var disputed = 0
    public internal(set) var claimed = 0
    public internal(set) var waiting = 0
    /// The next day on which one of those that wait comes due.
    public internal(set) var next: Day?
    public internal(set) var failed = 0
    public internal(set) var unknown = 0
    /// Superseded, or counted with another placement.
    public internal(set) var elsewhere = 0
    /// The sums that may be claimed: in the narrow reading, and in the wide.
    public internal(set) var lower = Money(fen: 0)
    public internal(set) var upper = Money(fen: 0)
    /// Claims of money whose sum cannot be said.
    public internal(set) var unsaid = 0

    public var count: Int { claimable + disputed + claimed + waiting + failed + unknown + elsewhere }

    /// The sum in words; empty where there is nothing to claim.
    public var sum: Phrase {
        guard claimable + disputed > 0 else { return Phrase("", "") }
        guard policy.amount.isMoney else { return policy.amount.phrase }
        if unsaid == claimable + disputed { return Phrase("金额待定", "sum open") }
        return PolicySum.phrase(lower...upper, isFloor: policy.amount.isFloor) + (unsaid == 0 ? Phrase("", "") : Phrase("，另 \(unsaid) 项待定", " and \(unsaid) open"))
    }
}

/// What all policies of plans in force come to, or all drafts.
public struct PolicyTotal: Sendable {
    public var claimable = 0
    public var disputed = 0
    public var waiting = 0
    public var failed = 0
    public var unknown = 0
    public var lower = Money(fen: 0)
    public var upper = Money(fen: 0)
    public var unsaid = 0

    public init(_ lines: some Sequence<PolicyLine>) {
        for line in lines {
            claimable += line.claimable
            disputed += line.disputed
            waiting += line.waiting
            failed += line.failed
            unknown += line.unknown
            lower = Money(fen: lower.fen + line.lower.fen)
            upper = Money(fen: upper.fen + line.upper.fen)
            unsaid += line.unsaid
        }
    }
}

/// A placement for which a policy comes due.
public struct PolicyDate: Hashable, Sendable {
    public let placement: RecordID
    public let policy: Policy
    public let date: Day
}

extension PolicyBook {
    /// The policies as a station looks at them: those in force where it is
    /// first, then the others, each in the order of the catalogue.
    var order: [Int] {
        let policies = catalogue.policies.policies
        let own = policies.indices.filter { isOwn(policies[$0]) }
        return own + policies.indices.filter { !isOwn(policies[$0]) }
    }

    /// Of a plan in force where the station is.
    public func isOwn(_ policy: Policy) -> Bool { grounds.station & 1 << UInt32(policy.plan) != 0 }

    /// All policies with what they come to; those in force where the station
    /// is come first.
    ///
    /// Complexity: linear in what does not fail.
    public var lines: [PolicyLine] {
        let policies = catalogue.policies
        var lines = policies.policies.map { PolicyLine(policy: $0, plan: policies.plan(of: $0)) }
        for (policy, count) in failed.enumerated() { lines[policy].failed = count }
        for finding in findings { lines[Int(finding.policy)].take(finding) }
        return order.map { lines[$0] }
    }

    /// The days on which policies come due for placements, the earliest
    /// first; for follow-ups.
    ///
    /// - Parameter last: none later than this day; nil for all.
    /// Complexity: linear in what does not fail, and sorting what is found.
    public func dates(until last: Day? = nil) -> [PolicyDate] {
        let found = findings.compactMap { finding -> (Day, PolicyFinding)? in
            let halves = [finding.wide, finding.narrow].filter { $0.state == .waiting }
            guard let date = halves.compactMap(\.until).min(), last.map({ date <= $0 }) ?? true else { return nil }
            return (date, finding)
        }
        return found.sorted { ($0.0, $0.1.placement, $0.1.policy) < ($1.0, $1.1.placement, $1.1.policy) }.map { date, finding in
            PolicyDate(placement: id(finding.placement), policy: catalogue.policies.policies[Int(finding.policy)], date: date)
        }
    }
}

extension PolicyLine {
    fileprivate mutating func take(_ finding: PolicyFinding) {
        if finding.narrow.isClaimable { add(finding.lower, to: &lower) }
        if finding.wide.isClaimable { add(finding.upper, to: &upper) }
        // Superseded in one reading and claimable in the other: the claims
        // differ, and so does the sum.
        if (finding.narrow.isClaimable || finding.wide.isClaimable) && policy.amount.isMoney && finding.upper < 0 { unsaid += 1 }
        switch (finding.narrow.state, finding.wide.state) {
        case (.claimable, .claimable): claimable += 1
        case (.claimable, _), (_, .claimable):
            disputed += 1
            wait(finding.narrow.until)
            wait(finding.wide.until)
        case (.claimed, _): claimed += 1
        case (.waiting, _), (.belowThreshold, _):
            waiting += 1
            wait(finding.narrow.until)
        case (_, .waiting), (_, .belowThreshold):
            waiting += 1
            wait(finding.wide.until)
        case (.superseded, _), (.repeated, _): elsewhere += 1
        case (.unknown, _), (_, .unknown): unknown += 1
        case (.failed, _), (.overCap, _): failed += 1
        }
    }

    private func add(_ fen: Int64, to sum: inout Money) {
        if fen > 0 { sum = Money(fen: sum.fen + Int(fen)) }
    }

    private mutating func wait(_ day: Day?) {
        if let day { next = next.map { min($0, day) } ?? day }
    }
}

extension PolicyTotal {
    /// How many in each state, and the sum.
    public var phrase: Phrase {
        let sum = PolicySum.phrase(lower...max(lower, upper), isFloor: false)
        return Phrase(
            "可申领 \(claimable) 项\(disputed > 0 ? "（另 \(disputed) 项看怎么读）" : "")，\(sum.chinese)\(unsaid > 0 ? "，\(unsaid) 项金额待定" : "")；等待 \(waiting)，缺依据 \(unknown)，不符合 \(failed)",
            "\(claimable) claimable\(disputed > 0 ? " (and \(disputed) by how the plan is read)" : ""), \(sum.english)\(unsaid > 0 ? ", \(unsaid) sums open" : ""); \(waiting) waiting, \(unknown) cannot be told, \(failed) failed")
    }
}
