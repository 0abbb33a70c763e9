/// What came of a policy for a placement, in words.
public struct PolicyVerdict: Sendable {
    public let placement: RecordID
    public let policy: Policy
    public let plan: PolicyPlan
    /// In the narrow reading of what the plan leaves open.
    public let outcome: Outcome
    /// In the wide one, where that comes out otherwise.
    public let wide: Outcome?

    public enum Outcome: Hashable, Sendable {
        case claimable(PolicySum)
        case claimed
        /// Nil where it waits for something that has no day: other people.
        case waiting(until: Day?, for: [Phrase], wanting: [Phrase])
        case failed([Phrase])
        case unknown(wanting: [Phrase])
        /// 被就高取代, or by what comes in its place.
        case superseded(by: Phrase, placement: RecordID)
        /// Counted already.
        case repeated(placement: RecordID)
    }
}

/// What a claim comes to.
public struct PolicySum: Hashable, Sendable {
    public let amount: PolicyAmount
    /// Nil where none can be said.
    public let range: ClosedRange<Money>?
    /// What keeps a sum from being said, that the station can mend.
    public let wanting: [Phrase]

    public var phrase: Phrase {
        guard let range else {
            if !wanting.isEmpty { return Phrase("金额待定，缺：", "sum open for want of: ") + Phrase.list(wanting) }
            return amount.phrase
        }
        return PolicySum.phrase(range, isFloor: amount.isFloor)
    }

    /// Of one sum or many.
    public static func phrase(_ range: ClosedRange<Money>, isFloor: Bool) -> Phrase {
        let sum = range.lowerBound == range.upperBound ? "\(range.upperBound)" : "\(range.lowerBound)–\(range.upperBound)"
        return isFloor ? Phrase("不低于 \(sum) 元", "at least \(sum) yuan") : Phrase("\(sum) 元", "\(sum) yuan")
    }
}

extension PolicyVerdict.Outcome {
    /// In a word or two.
    public var name: Phrase {
        switch self {
        case .claimable: Phrase("可申领", "claimable")
        case .claimed: Phrase("已申领", "claimed")
        case .waiting(let day?, _, _): Phrase("等到 \(day)", "waiting until \(day)")
        case .waiting: Phrase("等待", "waiting")
        case .failed: Phrase("不符合", "failed")
        case .unknown: Phrase("缺依据", "cannot be told")
        case .superseded: Phrase("被就高取代", "superseded")
        case .repeated: Phrase("已另计", "counted already")
        }
    }

    /// The sum, or why there is none.
    public var reason: Phrase {
        switch self {
        case .claimable(let sum): sum.phrase
        case .claimed: Phrase("", "")
        case .waiting(_, let what, let wanting):
            Phrase.list(what) + (wanting.isEmpty ? Phrase("", "") : Phrase("；还缺：", "; wanting too: ") + Phrase.list(wanting))
        case .failed(let why): Phrase.list(why)
        case .unknown(let wanting): Phrase("缺：", "wanting: ") + Phrase.list(wanting)
        case .superseded(let winner, let placement): Phrase("改按", "in its place: ") + winner + Phrase("（\(placement)）", " (\(placement))")
        case .repeated(let placement): Phrase("只计一次，已计在 \(placement)", "counts once, with \(placement)")
        }
    }
}

extension PolicyVerdict {
    /// Name and reason, with both readings where they differ.
    public var phrase: Phrase {
        func sentence(_ outcome: Outcome) -> Phrase {
            let reason = outcome.reason
            return reason.chinese.isEmpty ? outcome.name : outcome.name + Phrase("：", ": ") + reason
        }
        guard let wide else { return sentence(outcome) }
        return Phrase("窄的读法：", "read narrowly: ") + sentence(outcome) + Phrase("；宽的读法：", "; read widely: ") + sentence(wide)
    }
}
