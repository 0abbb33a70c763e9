extension PolicyBook {
    /// What there is to say of a placement: each policy that concerns it, in
    /// the order of the list; none where the placement claims nothing.
    ///
    /// Complexity: linear in the policies.
    public func verdicts(of placement: RecordID) -> [PolicyVerdict] {
        guard let position = register.placements.position(of: placement), let known = placementCase(Int32(position)) else { return [] }
        let settled = Dictionary(findings(of: Int32(position)).map { ($0.policy, $0) }, uniquingKeysWith: { first, _ in first })
        let asking = asking
        return order.compactMap { number in
            guard asking.concerns(number, known) else { return nil }
            return verdict(settled[UInt8(number)] ?? asking.finding(number, known), known)
        }
    }

    /// The placements that a policy concerns, in their order.
    ///
    /// Complexity: linear in the placements.
    public func verdicts(of policy: Policy) -> [PolicyVerdict] {
        let asking = asking
        let number = policy.number
        let settled = Dictionary(findings.lazy.filter { $0.policy == number }.map { ($0.placement, $0) }, uniquingKeysWith: { first, _ in first })
        return cases.compactMap { known in
            guard asking.concerns(number, known) else { return nil }
            return verdict(settled[known.number] ?? asking.finding(number, known), known)
        }
    }

    private func verdict(_ finding: PolicyFinding, _ known: PlacementCase) -> PolicyVerdict {
        let policy = catalogue.policies.policies[Int(finding.policy)]
        let narrow = outcome(finding, finding.narrow, policy, known)
        let wide = outcome(finding, finding.wide, policy, known)
        // Both fail, or both want something: the wide reading asks for no more
        // than is certain, and one sentence is enough.
        if finding.narrow.state == finding.wide.state, [.failed, .unknown].contains(finding.wide.state) {
            return PolicyVerdict(placement: id(finding.placement), policy: policy, plan: catalogue.policies.plan(of: policy), outcome: wide, wide: nil)
        }
        return PolicyVerdict(
            placement: id(finding.placement), policy: policy, plan: catalogue.policies.plan(of: policy), outcome: narrow, wide: wide == narrow ? nil : wide)
    }

    func id(_ number: Int32) -> RecordID { register.placements[Int(number)].id }

    private func outcome(_ finding: PolicyFinding, _ half: PolicyHalf, _ policy: Policy, _ known: PlacementCase) -> PolicyVerdict.Outcome {
        switch half.state {
        case .claimable: .claimable(sum(finding, policy, known))
        case .claimed: .claimed
        case .waiting: .waiting(until: half.until, for: waitingFor(half, policy), wanting: wanting(half.unknown, policy))
        case .unknown: .unknown(wanting: half.unknown == 0 ? [Phrase("不满一个月怎么算，方案没有写", "how part of a month counts: the plan does not say")] : wanting(half.unknown, policy))
        case .failed: .failed(failures(half, policy))
        case .superseded: .superseded(by: catalogue.policies.policies[Int(half.otherPolicy)].name, placement: id(half.other))
        case .repeated: .repeated(placement: id(half.other))
        case .belowThreshold: .waiting(until: nil, for: [threshold(policy, half.other)], wanting: [])
        case .overCap: .failed(policy.conditions.filter(\.isCap).map { $0.phrase(catalogue) } + capOfOther(policy))
        }
    }

    private func conditions(_ bits: UInt16, _ policy: Policy) -> [PolicyCondition] {
        policy.conditions.indices.filter { bits & 1 << UInt16($0) != 0 }.map { policy.conditions[$0] }
    }

    private func waitingFor(_ half: PolicyHalf, _ policy: Policy) -> [Phrase] {
        half.waiting == 0 ? [Phrase("满第一个月", "the first full month")] : conditions(half.waiting, policy).map { $0.phrase(catalogue) }
    }

    private func wanting(_ bits: UInt16, _ policy: Policy) -> [Phrase] {
        var seen: Set<Phrase> = []
        return conditions(bits, policy).flatMap { $0.wanting(catalogue) }.filter { seen.insert($0).inserted }
    }

    private func failures(_ half: PolicyHalf, _ policy: Policy) -> [Phrase] {
        let plan = catalogue.policies.plan(of: policy)
        var why = conditions(half.failed, policy).map { Phrase("未满足：", "not met: ") + $0.phrase(catalogue) }
        if half.failed & PolicyHalf.tooEarly != 0, let from = plan.from { why.append(Phrase("在方案施行（\(from)）之前", "before the plan came into force on \(from)")) }
        if half.failed & PolicyHalf.tooLate != 0, let to = plan.to { why.append(Phrase("在政策有效期（到 \(to)）之后", "after the policy's last day, \(to)")) }
        return why
    }

    private func threshold(_ policy: Policy, _ count: Int32) -> Phrase {
        for case .perAgency(let least) in policy.conditions {
            return Phrase("同一机构当年 \(count) 人，满 \(least) 人起算", "\(count) of \(least) people of the agency's in that year")
        }
        return Phrase("", "")
    }

    private func capOfOther(_ policy: Policy) -> [Phrase] {
        guard let other = policy.inCapOf.flatMap({ catalogue.policies.policy($0) }) else { return [] }
        return other.conditions.filter(\.isCap).map { $0.phrase(catalogue) }
    }

    private func sum(_ finding: PolicyFinding, _ policy: Policy, _ known: PlacementCase) -> PolicySum {
        let range = finding.upper < 0 ? nil : Money(fen: Int(finding.lower))...Money(fen: Int(finding.upper))
        return PolicySum(amount: policy.amount, range: range, wanting: range == nil ? wantingForSum(policy, known) : [])
    }

    private func wantingForSum(_ policy: Policy, _ known: PlacementCase) -> [Phrase] {
        switch policy.amount {
        case .rate(_, .trainingHour, _):
            let hours = known.proven.trainingHours < 0 ? [EvidenceItem.trainingHours.phrase] : []
            let rate = known.proven.trainingFinished.flatMap { settings.trainingHour.rate(on: $0) } == nil
            return hours + (rate ? [Phrase("设置 training-hour（课时基准）", "the setting training-hour")] : [])
        case .rate, .remainingTerm: return [Phrase("设置 minimum-wage（一类地区最低工资）", "the setting minimum-wage")]
        default: return []
        }
    }
}

extension PolicyCondition {
    var isCap: Bool { if case .cap = self { true } else { false } }
}
