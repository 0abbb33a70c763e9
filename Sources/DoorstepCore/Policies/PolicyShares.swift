/// What placements decide together: never twice for one person, so many
/// people before any counts, the higher of a kind, and no more than a cap.
struct PolicyShares {
    private(set) var findings: [PolicyFinding]
    private let cases: [PlacementCase]
    private let catalogue: PolicyCatalogue
    /// The findings in the order in which claims arose: by the day of being
    /// taken on, then the placement; what was claimed comes before.
    private var order: [Int] = []
    private var places: [Int32] = []

    init(_ findings: [PolicyFinding], _ cases: [PlacementCase], _ catalogue: PolicyCatalogue) {
        self.findings = findings
        self.cases = cases
        self.catalogue = catalogue
    }

    mutating func settle() {
        sort()
        for way in [PolicyWay.narrow, .wide] {
            once(way)
            threshold(way)
            replace(way)
            takeHigher(way)
            cap(way)
        }
    }

    private mutating func sort() {
        places.reserveCapacity(findings.count)
        var place = 0
        var claimed: [Int] = []
        var open: [Int] = []
        for (index, finding) in findings.enumerated() {
            while cases[place].number < finding.placement { place += 1 }
            places.append(Int32(place))
            // Nothing but what may be claimed in some reading has a share.
            if finding.wide.state == .claimed { claimed.append(index) } else if finding.wide.isClaimable || finding.narrow.isClaimable { open.append(index) }
        }
        let days = cases.map(\.day)
        func precedes(_ left: Int, _ right: Int) -> Bool {
            let (leftDay, rightDay) = (days[Int(places[left])], days[Int(places[right])])
            return leftDay == rightDay ? left < right : leftDay < rightDay
        }
        order = claimed.sorted(by: precedes) + open.sorted(by: precedes)
    }

    private func placement(_ index: Int) -> PlacementCase { cases[Int(places[index])] }

    /// Of one person or, of a founder, one employer.
    private struct Holder: Hashable {
        let policy: UInt8
        let who: Int32
    }

    private mutating func once(_ way: PolicyWay) {
        let isOnce = catalogue.policies.map(\.isOnce)
        let isBusiness = catalogue.policies.map { $0.concern == .business }
        var first: [Holder: Int32] = [:]
        for index in order where findings[index][way].counts {
            let policy = findings[index].policy
            guard isOnce[Int(policy)] else { continue }
            let placement = placement(index)
            let key = Holder(policy: policy, who: isBusiness[Int(policy)] ? placement.employer : placement.person)
            guard let other = first[key] else {
                first[key] = placement.number
                continue
            }
            guard findings[index][way].isClaimable else { continue }
            findings[index][way].state = .repeated
            findings[index][way].other = other
        }
    }

    private struct AgencyYear: Hashable {
        let policy: UInt8
        let agency: Int32
        let year: Int
    }

    /// 同一年度 is the calendar year of the referral; once the number is
    /// reached all of them count.
    private mutating func threshold(_ way: PolicyWay) {
        for policy in catalogue.policies {
            for case .perAgency(let least) in policy.conditions {
                var counts: [AgencyYear: Int] = [:]
                let own = order.filter { findings[$0].policy == policy.number && findings[$0][way].counts }
                func key(_ index: Int) -> AgencyYear {
                    AgencyYear(policy: UInt8(policy.number), agency: placement(index).agency, year: placement(index).referral.year)
                }
                for index in own { counts[key(index), default: 0] += 1 }
                for index in own where findings[index][way].isClaimable {
                    let count = counts[key(index)] ?? 0
                    guard count < least else { continue }
                    findings[index][way].state = .belowThreshold
                    findings[index][way].other = Int32(clamping: count)
                }
            }
        }
    }

    /// What takes the place of another policy for the same placement.
    private mutating func replace(_ way: PolicyWay) {
        for policy in catalogue.policies {
            guard let replaced = policy.replaces.flatMap({ catalogue.policy($0) }) else { continue }
            for index in findings.indices where findings[index].policy == policy.number && findings[index][way].counts {
                supersede(replaced.number, atPlacementOf: index, by: policy.number, way)
            }
        }
    }

    private mutating func supersede(_ policy: Int, atPlacementOf index: Int, by winner: Int, _ way: PolicyWay) {
        let number = findings[index].placement
        var start = index
        while start > 0, findings[start - 1].placement == number { start -= 1 }
        for other in start..<findings.count {
            guard findings[other].placement == number else { return }
            guard findings[other].policy == policy, findings[other][way].isClaimable else { continue }
            findings[other][way].state = .superseded
            findings[other][way].other = number
            findings[other][way].otherPolicy = UInt8(winner)
        }
    }

    private struct Rivals: Hashable {
        let person: Int32
        let plan: Int
        let kind: PolicyKind
    }

    /// 就高不重复, where the plan has it: of one kind a person brings the
    /// highest; what has been claimed stays claimed, and nothing of its kind
    /// comes beside it.
    private mutating func takeHigher(_ way: PolicyWay) {
        let competes = catalogue.policies.map { policy in
            catalogue.plan(of: policy).takesHigher && policy.isOnce && !policy.isAdditive && policy.amount.isMoney
        }
        var best: [Rivals: Int] = [:]
        func key(_ index: Int) -> Rivals {
            let policy = catalogue.policies[Int(findings[index].policy)]
            return Rivals(person: placement(index).person, plan: policy.plan, kind: policy.kind)
        }
        let rivals = order.filter { competes[Int(findings[$0].policy)] && findings[$0][way].counts }
        for index in rivals {
            guard let other = best[key(index)] else {
                best[key(index)] = index
                continue
            }
            // Claimed ones come first, and stay.
            if findings[other][way].isClaimable, findings[index].upper > findings[other].upper { best[key(index)] = index }
        }
        for index in rivals where findings[index][way].isClaimable {
            guard let winner = best[key(index)], winner != index else { continue }
            findings[index][way].state = .superseded
            findings[index][way].other = findings[winner].placement
            findings[index][way].otherPolicy = findings[winner].policy
        }
    }

    private struct Pool: Hashable {
        let agency: Int32
        /// 0 where years do not count.
        let year: Int
    }

    /// Whether the cap is by year, and whether it covers the policy beside it,
    /// its plan does not say: the wide reading is by year and of itself, the
    /// narrow one of all years and of both.
    private mutating func cap(_ way: PolicyWay) {
        for policy in catalogue.policies {
            for case .cap(let yuan) in policy.conditions {
                var spent: [Pool: Int64] = [:]
                for index in order where findings[index][way].counts {
                    let number = Int(findings[index].policy)
                    guard number == policy.number || way == .narrow && catalogue.policies[number].inCapOf == policy.id else { continue }
                    let placement = placement(index)
                    let pool = Pool(agency: placement.agency, year: way == .wide ? placement.referral.year : 0)
                    let sum = (spent[pool] ?? 0) + max(0, findings[index].upper)
                    if findings[index][way].isClaimable, sum > Int64(yuan) * 100 {
                        findings[index][way].state = .overCap
                    } else {
                        spent[pool] = sum
                    }
                }
            }
        }
    }
}
