/// Asks the policies of placements, one placement at a time.
struct PolicyAsking: Sendable {
    let catalogue: PolicyCatalogue
    private let test: PolicyTest
    let money: PolicyMoney
    private let grounds: PolicyGrounds
    private let rules: [Rule]
    private let trainee: GroupSet
    private let reserve: GroupSet
    private let traineeKind: JobKindID?

    /// What decides early whether a policy is asked at all.
    private struct Rule: Sendable {
        let plan: UInt32
        let ground: PolicyGround
        let concern: PolicyConcern
        let isFromReferral: Bool
    }

    init(catalogue: PolicyCatalogue, groups: Catalogue, test: PolicyTest, money: PolicyMoney, grounds: PolicyGrounds) {
        self.catalogue = catalogue
        self.test = test
        self.money = money
        self.grounds = grounds
        rules = catalogue.policies.map { policy in
            Rule(plan: 1 << UInt32(policy.plan), ground: policy.ground, concern: policy.concern, isFromReferral: policy.isFromReferral)
        }
        func set(_ code: String) -> GroupSet { GroupSet([groups.groups.group(code)?.id].compactMap(\.self)) }
        trainee = set("trainee")
        reserve = set("talent-reserve-member")
        traineeKind = groups.kinds.kind("traineeship")?.id
    }

    /// All policies of all of some placements; of those that fail, how many
    /// alone.
    func ask(_ cases: ArraySlice<PlacementCase>) -> (findings: [PolicyFinding], failed: [Int]) {
        var findings: [PolicyFinding] = []
        findings.reserveCapacity(cases.count * 4)
        var failed = [Int](repeating: 0, count: rules.count)
        for placement in cases {
            for policy in rules.indices where concerns(policy, placement) {
                let finding = finding(policy, placement)
                if finding.isFailed { failed[policy] += 1 } else { findings.append(finding) }
            }
        }
        return (findings, failed)
    }

    /// Whether the plan is in force where it asks, and the placement of the
    /// sort that the policy is about.
    func concerns(_ policy: Int, _ placement: PlacementCase) -> Bool {
        let rule = rules[policy]
        let plans =
            switch rule.ground {
            case .employer: placement.employerPlans
            case .station: grounds.station
            case .home: placement.homePlans
            case .training: placement.employerPlans | grounds.station
            }
        guard plans & rule.plan != 0 else { return false }
        guard rule.isFromReferral || placement.isHired && (!placement.isDayWork || placement.proven.contractDay != nil) else { return false }
        switch rule.concern {
        case .everybody: return true
        case .agency: return placement.agency >= 0
        case .training: return placement.proven.isKnown(.trainingFinished) || placement.proven.isKnown(.trainingBody)
        case .traineeship:
            return placement.kind == traineeKind || !placement.groupsAtHire.isDisjoint(with: trainee) || placement.proven.traineeshipFrom != nil
        case .reserve: return !placement.groupsAtHire.isDisjoint(with: reserve) || placement.proven.isKnown(.reserveEmployer)
        case .business: return test.units.leads[placement.employer] == placement.number
        }
    }

    func finding(_ number: Int, _ placement: PlacementCase) -> PolicyFinding {
        let policy = catalogue.policies[number]
        let wide = half(policy, placement, .wide)
        let plan = catalogue.plans[policy.plan]
        let differs = policy.dependsOnReading || plan.to.map { $0 < test.day } ?? false
        let narrow = differs ? half(policy, placement, .narrow) : wide
        var finding = PolicyFinding(placement: placement.number, policy: UInt8(number), narrow: narrow, wide: wide)
        if placement.claimed & 1 << UInt64(number) != 0 {
            finding.narrow.state = .claimed
            finding.wide.state = .claimed
        }
        if finding.wide.counts || finding.narrow.counts, let sum = money.sum(policy.amount, policy, of: placement) {
            (finding.lower, finding.upper) = sum
        }
        return finding
    }

    private func half(_ policy: Policy, _ placement: PlacementCase, _ way: PolicyWay) -> PolicyHalf {
        var half = PolicyHalf()
        let plan = catalogue.plans[policy.plan]
        if let from = plan.from, placement.day < from { half.failed |= PolicyHalf.tooEarly }
        // Whether the last day binds the hire or the claim is not said.
        if let to = plan.to, to < placement.day || way == .narrow && to < test.day { half.failed |= PolicyHalf.tooLate }
        for (index, condition) in policy.conditions.enumerated() {
            let (outcome, until) = test.ask(condition, of: placement, way)
            half.take(outcome, until: until, condition: index)
        }
        half.conclude()
        if half.state == .claimable, policy.amount.isMonthly { awaitFirstMonth(policy, placement, &half) }
        return half
    }

    /// Nothing is due before a month is full; how parts of one count no plan
    /// says.
    private func awaitFirstMonth(_ policy: Policy, _ placement: PlacementCase, _ half: inout PolicyHalf) {
        guard let (from, end) = money.period(policy, placement), money.months(policy, placement) == 0 else { return }
        guard end >= test.day else {
            half.state = .unknown
            return
        }
        half.state = .waiting
        half.until = from.adding(months: 1)
    }
}
