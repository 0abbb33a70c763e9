/// What becomes of a row whose record may be one that is known.
public enum DoubleDecision: String, Sendable, CaseIterable {
    /// Both stand.
    case keep
    /// The row is an update of the known record: cells given replace, empty
    /// cells keep, and the identifier of the known one stays.
    case merge
    /// The row is not read: refused by choice.
    case skip

    public var phrase: Phrase {
        switch self {
        case .keep: Phrase("都留", "both")
        case .merge: Phrase("并入", "merged")
        case .skip: Phrase("不读", "left out")
        }
    }
}

/// What was decided about doubles. Nothing is merged by itself: where nobody
/// said otherwise, both stand.
public struct DoubleDecisions: Hashable, Sendable {
    /// Of all of which nothing else was decided; nil where nobody said.
    public var standard: DoubleDecision?
    public var byReason: [DoubleReason: DoubleDecision] = [:]
    /// By the double's identifier.
    public var single: [Int: DoubleDecision] = [:]

    public init(_ standard: DoubleDecision? = nil) { self.standard = standard }

    /// What becomes of a double: what cannot be done is not, and both stand.
    public func decision(of id: Int, _ reason: DoubleReason, of choices: [DoubleDecision]) -> DoubleDecision {
        wanted(id, reason).flatMap { choices.contains($0) ? $0 : nil } ?? .keep
    }

    /// Nobody said what becomes of it, though somebody could.
    public func isOpen(_ id: Int, _ reason: DoubleReason, of choices: [DoubleDecision]) -> Bool {
        choices.count > 1 && wanted(id, reason).map { !choices.contains($0) } ?? true
    }

    private func wanted(_ id: Int, _ reason: DoubleReason) -> DoubleDecision? { single[id] ?? byReason[reason] ?? standard }
}

/// How many doubles come to what.
public struct DoubleCounts: Hashable, Sendable {
    public var kept = 0
    /// Of those that are kept, the ones that nobody decided.
    public var open = 0
    public var merged = 0
    public var leftOut = 0

    public init() {}

    public var total: Int { kept + merged + leftOut }

    public mutating func count(_ decision: DoubleDecision, isOpen: Bool) {
        switch decision {
        case .keep: kept += 1
        case .merge: merged += 1
        case .skip: leftOut += 1
        }
        if isOpen { open += 1 }
    }

    public var phrase: Phrase {
        let undecided = open > 0 ? Phrase("，其中未定 \(open)；", ", \(open) of them undecided; ") : Phrase("、", ", ")
        return Phrase("可能重复 \(total) 行（都留 \(kept)", "\(total) possible \(total == 1 ? "double" : "doubles") (\(kept) kept") + undecided
            + Phrase("并入 \(merged)、不读 \(leftOut)）", "\(merged) merged, \(leftOut) left out)")
    }
}
