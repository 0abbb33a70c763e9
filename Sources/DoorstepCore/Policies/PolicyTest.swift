/// Asks the conditions of policies of one placement.
struct PolicyTest {
    let places: PlaceCatalogue
    /// The day of working: what is dated later has not happened.
    let day: Day
    let units: PolicyUnits

    /// What came of a condition, and the day that it waits for.
    typealias Answer = (outcome: PolicyOutcome, until: Day?)

    private static let met: Answer = (.met, nil)
    private static let failed: Answer = (.failed, nil)
    private static let unknown: Answer = (.unknown, nil)

    private static func wait(_ day: Day) -> Answer { (.waiting, day) }
    private static func told(_ isSo: Bool?) -> Answer { isSo.map { $0 ? met : failed } ?? unknown }

    func ask(_ condition: PolicyCondition, of placement: PlacementCase, _ way: PolicyWay) -> Answer {
        let proven = placement.proven
        switch condition {
        case .groups(let groups, let narrow, let isOpen): return askGroups(way == .narrow ? narrow : groups, isOpen, placement, way)
        case .founderGroup(_, let isOpen):
            let isSo = proven.isSo(.founderGroup)
            return isSo == false && isOpen ? PolicyTest.unknown : PolicyTest.told(isSo)
        case .agency: return placement.agency >= 0 ? PolicyTest.met : PolicyTest.unknown
        case .employerIn(let place): return PolicyTest.told(placement.employerPlace.map { places.lies($0, in: place) })
        case .employerTypes(let types): return PolicyTest.told(placement.type.map(types.contains))
        case .employerSizes(let sizes): return PolicyTest.told(placement.size.map(sizes.contains))
        case .smallOrNonPublic:
            if placement.size.map({ $0 != .large }) ?? false { return PolicyTest.met }
            switch placement.type {
            case .enterprise, .soleTrader, .cooperative: return PolicyTest.met
            case nil: return PolicyTest.unknown
            default: return placement.size == nil ? PolicyTest.unknown : PolicyTest.failed
            }
        case .smallEntity:
            switch placement.type {
            case .soleTrader: return PolicyTest.met
            case .enterprise, .stateEnterprise, .cooperative: return PolicyTest.told(placement.size.map { $0 == .small || $0 == .micro })
            case nil: return PolicyTest.unknown
            default: return PolicyTest.failed
            }
        case .contract: return proven.contractDay == nil ? PolicyTest.unknown : PolicyTest.met
        case .contractMonths(let months): return askTerm(months, proven)
        case .contractAfterTraining(let months):
            guard let finished = proven.trainingFinished, let signed = proven.contractSigned else { return PolicyTest.unknown }
            return finished <= signed && signed <= finished.adding(months: months) ? PolicyTest.met : PolicyTest.failed
        case .contractBeforeTraineeshipEnds:
            guard let signed = proven.contractSigned, let planned = proven.traineeshipTo else { return PolicyTest.unknown }
            return signed < planned ? PolicyTest.met : PolicyTest.failed
        case .insurance(let months, let schemes, let isUnbroken): return askInsurance(months, schemes, isUnbroken, placement, way)
        case .employment(let months): return askEmployment(months, placement)
        case .employed: return placement.isHired ? PolicyTest.met : PolicyTest.unknown
        case .householdIn(let place):
            guard placement.isHouseholdKnown else { return PolicyTest.unknown }
            return PolicyTest.told(placement.household.map { places.lies($0, in: place) } ?? false)
        case .jobKinds(let kinds): return PolicyTest.told(placement.kind.map(kinds.contains))
        case .unemployed(let months):
            guard let since = placement.unemployedSince else { return PolicyTest.failed }
            let due = since.adding(months: months)
            if due <= (way == .narrow ? placement.referral : placement.day) { return PolicyTest.met }
            return placement.isHired || due <= day ? PolicyTest.failed : PolicyTest.wait(due)
        case .graduated(let months):
            guard let left = placement.leftSchool else { return PolicyTest.unknown }
            return PolicyTest.told((way == .narrow ? placement.day : placement.referral) <= left.adding(months: months))
        case .proven(let item): return PolicyTest.told(proven.isSo(item))
        case .provenAny(let items): return items.contains(where: proven.isKnown) ? PolicyTest.met : PolicyTest.unknown
        case .newlyEmployed:
            if let isSo = proven.isSo(.newlyEmployed) { return PolicyTest.told(isSo) }
            return PolicyTest.told(way == .wide || placement.neverEmployed)
        case .reserve: return askPeriod(from: proven.reserveFrom)
        case .traineeship: return askPeriod(from: proven.traineeshipFrom)
        case .retention(let percent): return askRetention(percent, placement, way)
        case .jobs(let least, let insured): return askJobs(least, insured, placement)
        case .operating(let months):
            guard let registered = proven.registered else { return PolicyTest.unknown }
            let due = registered.adding(months: months)
            if day < due { return PolicyTest.wait(due) }
            return proven.operating.map { due <= $0 } ?? false ? PolicyTest.met : PolicyTest.unknown
        case .headcountKept:
            guard proven.headcountEarlier >= 0, proven.headcountNow >= 0 else { return PolicyTest.unknown }
            return PolicyTest.told(proven.headcountNow >= proven.headcountEarlier)
        // Asked of all of an agency's together, in `PolicyShares`.
        case .perAgency, .cap: return PolicyTest.met
        case .notStated: return PolicyTest.unknown
        }
    }

    // MARK: - One by one

    /// Which day counts the plans do not say: the narrow reading asks both,
    /// the wide one either.
    private func askGroups(_ groups: GroupSet, _ isOpen: Bool, _ placement: PlacementCase, _ way: PolicyWay) -> Answer {
        let atReferral = !placement.groupsAtReferral.isDisjoint(with: groups)
        let atHire = !placement.groupsAtHire.isDisjoint(with: groups)
        if way == .narrow ? atReferral && atHire : atReferral || atHire { return PolicyTest.met }
        return isOpen || !placement.groupsLeftOpen.isDisjoint(with: groups) ? PolicyTest.unknown : PolicyTest.failed
    }

    /// From 1 January to 31 December is twelve months.
    private func askTerm(_ months: Int, _ proven: ProvenFacts) -> Answer {
        if proven.isSo(.contractOpen) == true { return PolicyTest.met }
        guard let from = proven.contractFrom ?? proven.contractSigned, let to = proven.contractTo else { return PolicyTest.unknown }
        return PolicyTest.told(from.adding(months: months) <= to + 1)
    }

    /// So many months after the first day, and paid on record. While the
    /// person is at work the record can grow, so that fewer months mean
    /// waiting or asking again; once they left it cannot.
    private func askInsurance(_ least: Int, _ schemes: [EvidenceItem], _ isUnbroken: Bool, _ placement: PlacementCase, _ way: PolicyWay) -> Answer {
        let proven = placement.proven
        let months = paidMonths(schemes, proven, way)
        // Who draws a pension pays no employee pension any more (plans.md i,
        // our inference): what rests on it cannot be met, now or later.
        let drawsPension = proven.isSo(.retirementPension) == true
        if drawsPension, (schemes.isEmpty ? months : proven.months(0)) ?? 0 < max(1, least) { return PolicyTest.failed }
        guard let first = proven.insuranceFrom ?? placement.started ?? placement.hire else { return PolicyTest.unknown }
        if least == 0 { return (months ?? 0) > 0 || proven.insuranceFrom.map { $0 <= day } ?? false ? PolicyTest.met : PolicyTest.unknown }
        if isUnbroken, proven.isSo(.insuranceUnbroken) == false { return PolicyTest.failed }
        let due = first.adding(months: least)
        if let left = placement.left {
            guard let months else { return left < due ? PolicyTest.failed : PolicyTest.unknown }
            guard months >= least else { return left < due || proven.insuranceSeen.map { $0 >= left } ?? false ? PolicyTest.failed : PolicyTest.unknown }
        } else {
            // What is still missing takes so many months from the day it was asked.
            let grown = months.flatMap { paid in paid < least ? proven.insuranceSeen?.adding(months: least - paid) : nil }
            let ready = max(due, grown ?? due)
            if day < ready { return PolicyTest.wait(ready) }
            guard let months, months >= least else { return PolicyTest.unknown }
        }
        return isUnbroken ? PolicyTest.told(proven.isSo(.insuranceUnbroken)) : PolicyTest.met
    }

    /// Of each of the schemes; where the plan names none, of the pension in
    /// the narrow reading and of any in the wide one.
    private func paidMonths(_ schemes: [EvidenceItem], _ proven: ProvenFacts, _ way: PolicyWay) -> Int? {
        if schemes.isEmpty { return way == .narrow ? proven.months(0) : proven.mostMonths }
        var least = Int.max
        for scheme in schemes {
            guard let months = scheme.scheme.flatMap(proven.months) else { return nil }
            least = min(least, months)
        }
        return least
    }

    private func askEmployment(_ months: Int, _ placement: PlacementCase) -> Answer {
        guard let started = placement.started else { return PolicyTest.unknown }
        let due = started.adding(months: months)
        if let left = placement.left { return PolicyTest.told(due <= left) }
        if day < due { return PolicyTest.wait(due) }
        let isSeen = placement.seen.map { due <= $0 } ?? false
        return isSeen || (placement.proven.mostMonths ?? 0) >= months ? PolicyTest.met : PolicyTest.unknown
    }

    private func askPeriod(from first: Day?) -> Answer {
        guard let first else { return PolicyTest.unknown }
        return first <= day ? PolicyTest.met : PolicyTest.wait(first)
    }

    private func askRetention(_ percent: Int, _ placement: PlacementCase, _ way: PolicyWay) -> Answer {
        let unit = units.retention(of: placement.employer)
        let all = unit.all.answer(percent)
        let thisYear = unit.thisYear.answer(percent)
        if all == thisYear { return (all, nil) }
        // No trainee ended this year: that reading says nothing.
        if unit.thisYear.ended == 0 { return (all, nil) }
        let ranked = [all, thisYear].sorted { $0.rawValue < $1.rawValue }
        return (way == .wide ? ranked[0] : ranked[1], nil)
    }

    private func askJobs(_ least: Int, _ insured: Int, _ placement: PlacementCase) -> Answer {
        let unit = units.jobs(of: placement.employer, insured: insured)
        if unit.ready >= least { return PolicyTest.met }
        // The day on which the last that is wanting has been insured for long
        // enough, if nobody leaves.
        let wanting = least - unit.ready
        if unit.growing.count >= wanting { return PolicyTest.wait(unit.growing[wanting - 1]) }
        return unit.ready + unit.growing.count + unit.unknown >= least ? PolicyTest.unknown : (.waiting, nil)
    }
}
