/// What a claim comes to.
struct PolicyMoney {
    let settings: PolicySettings
    /// The day of working.
    let day: Day

    /// From and to, in fen; nil where no sum can be said: the plan states
    /// none, or a rate or a number is wanting.
    func sum(_ amount: PolicyAmount, _ policy: Policy, of placement: PlacementCase) -> (lower: Int64, upper: Int64)? {
        switch amount {
        case .sum(let yuan, .person, let bound):
            let sum = Int64(yuan) * 100
            return (bound == .ceiling ? 0 : sum, sum)
        case .sum(let yuan, .month, _):
            let sum = Int64(yuan) * 100 * Int64(months(policy, placement))
            return (sum, sum)
        case .rate(let percent, .minimumWage, _):
            guard let from = placement.proven.traineeshipFrom, let wages = wages(from: from, months: months(policy, placement)) else { return nil }
            return (share(wages, percent), share(wages, percent))
        case .rate(let percent, .trainingHour, _):
            guard placement.proven.trainingHours >= 0, let finished = placement.proven.trainingFinished,
                let rate = settings.trainingHour.rate(on: finished)
            else { return nil }
            let sum = share(Int64(rate.fen) * Int64(placement.proven.trainingHours), percent)
            return (sum, sum)
        case .remainingTerm:
            guard let signed = placement.proven.contractSigned, let planned = placement.proven.traineeshipTo else { return nil }
            guard let wages = wages(from: signed, months: PolicyMoney.fullMonths(from: signed, before: planned + 1)) else { return nil }
            return (share(wages, 70), wages)
        case .months, .notStated, .eligibility: return nil
        }
    }

    private func share(_ fen: Int64, _ percent: Int) -> Int64 { (fen * Int64(percent) + 50) / 100 }

    /// The minimum wage of each of so many months, as it stood when the month
    /// began; nil where one is not set.
    private func wages(from first: Day, months: Int) -> Int64? {
        var sum: Int64 = 0
        // Of no months nothing is known either, where there is no rate.
        guard settings.minimumWage.rate(on: first) != nil else { return nil }
        for month in 0..<months {
            guard let rate = settings.minimumWage.rate(on: first.adding(months: month)) else { return nil }
            sum += Int64(rate.fen)
        }
        return sum
    }

    /// The full months for which a monthly amount is due by now.
    func months(_ policy: Policy, _ placement: PlacementCase) -> Int {
        guard let (from, end) = period(policy, placement) else { return 0 }
        let months = PolicyMoney.fullMonths(from: from, before: end)
        for case .reserve(let longest?) in policy.conditions { return min(months, longest) }
        return months
    }

    /// The first day that counts, and the day before which the months have to
    /// be over.
    func period(_ policy: Policy, _ placement: PlacementCase) -> (from: Day, end: Day)? {
        let proven = placement.proven
        let now = placement.left.map { min($0, day) } ?? day
        switch policy.kind {
        case .internship, .internshipRemainder:
            guard let from = proven.traineeshipFrom else { return nil }
            // A contract ends the traineeship; what was left of it is another policy's.
            let ends = [proven.traineeshipEnded.map { $0 + 1 }, proven.traineeshipTo.map { $0 + 1 }, proven.contractSigned.flatMap { from < $0 ? $0 : nil }]
            return (from, ends.compactMap(\.self).reduce(now, min))
        case .talentReserve:
            guard let from = proven.reserveFrom else { return nil }
            return (from, proven.reserveTo.map { min($0 + 1, now) } ?? now)
        default: return (placement.started ?? placement.hire).map { ($0, now) }
        }
    }

    static func fullMonths(from first: Day, before end: Day) -> Int {
        guard first < end else { return 0 }
        let (from, to) = (first.parts, end.parts)
        let months = (to.year - from.year) * 12 + to.month - from.month
        return max(0, first.adding(months: months) <= end ? months : months - 1)
    }
}
