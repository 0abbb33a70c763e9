/// What some conditions ask of all of an employer's placements together.
struct PolicyUnits: Sendable {
    private var retentions: [Int32: Retention] = [:]
    private var given: [Job: Jobs] = [:]
    /// Of each employer with a business on record, the placement that its
    /// founder's claims are asked of: the first that brought the record.
    private(set) var leads: [Int32: Int32] = [:]

    /// Trainees of a unit that ended.
    struct Retention: Sendable {
        var all = Share()
        var thisYear = Share()
    }

    struct Share: Sendable {
        var ended = 0
        var kept = 0
        /// Nobody said whether they were kept.
        var untold = 0

        func answer(_ percent: Int) -> PolicyOutcome {
            if ended == 0 { return .unknown }
            if kept * 100 >= ended * percent { return .met }
            return (kept + untold) * 100 < ended * percent ? .failed : .unknown
        }
    }

    /// People whom an employer gave work.
    struct Jobs: Sendable {
        /// Insured for long enough.
        var ready = 0
        /// The days on which others will have been, in order.
        var growing: [Day] = []
        /// It is time, and the months are not on record.
        var unknown = 0
    }

    private struct Job: Hashable {
        let employer: Int32
        let insured: Int
    }

    func retention(of employer: Int32) -> Retention { retentions[employer] ?? Retention() }

    func jobs(of employer: Int32, insured: Int) -> Jobs { given[Job(employer: employer, insured: insured)] ?? Jobs() }

    init() {}

    /// - Parameters:
    ///   - cases: in the order of the placements.
    ///   - day: the day of working.
    init(_ cases: [PlacementCase], _ catalogue: PolicyCatalogue, asOf day: Day) {
        for placement in cases where placement.employer >= 0 {
            if placement.proven.registered != nil, leads[placement.employer] == nil { leads[placement.employer] = placement.number }
            if let ended = placement.proven.traineeshipEnded, ended <= day {
                retentions[placement.employer, default: Retention()].take(placement, ended.year == day.year)
            }
        }
        let spans = Set(catalogue.policies.flatMap(\.conditions).compactMap { if case .jobs(_, let insured) = $0 { insured } else { nil } })
        guard !leads.isEmpty else { return }
        // A person counts once for an employer, by the best of their placements.
        var best: [Employed: Standing] = [:]
        for placement in cases where placement.isHired && leads[placement.employer] != nil && placement.person >= 0 {
            for insured in spans {
                let key = Employed(employer: placement.employer, person: placement.person, insured: insured)
                let standing = Standing(placement, insured, asOf: day)
                best[key] = best[key].map { min($0, standing) } ?? standing
            }
        }
        for (key, standing) in best {
            given[Job(employer: key.employer, insured: key.insured), default: Jobs()].take(standing)
        }
        for key in given.keys { given[key]?.growing.sort() }
    }

    private struct Employed: Hashable {
        let employer: Int32
        let person: Int32
        let insured: Int
    }
}

extension PolicyUnits.Retention {
    fileprivate mutating func take(_ placement: PlacementCase, _ isThisYear: Bool) {
        all.take(placement.proven.isSo(.retained))
        if isThisYear { thisYear.take(placement.proven.isSo(.retained)) }
    }
}

extension PolicyUnits.Share {
    fileprivate mutating func take(_ isKept: Bool?) {
        ended += 1
        if isKept == true { kept += 1 }
        if isKept == nil { untold += 1 }
    }
}

extension PolicyUnits.Jobs {
    fileprivate mutating func take(_ standing: PolicyUnits.Standing) {
        switch standing {
        case .ready: ready += 1
        case .growing(let day): growing.append(day)
        case .unknown: unknown += 1
        case .never: break
        }
    }
}

extension PolicyUnits {
    /// How far somebody's insurance has come, the best first.
    fileprivate enum Standing: Comparable {
        case ready
        case growing(Day)
        case unknown
        case never

        init(_ placement: PlacementCase, _ insured: Int, asOf day: Day) {
            let months = placement.proven.mostMonths
            guard let first = placement.proven.insuranceFrom ?? placement.started ?? placement.hire else {
                self = .never
                return
            }
            let due = first.adding(months: insured)
            if let months, months >= insured, due <= day || placement.left != nil {
                self = .ready
            } else if let left = placement.left {
                self = left < due || months != nil ? .never : .unknown
            } else {
                let grown = months.flatMap { paid in paid < insured ? placement.proven.insuranceSeen?.adding(months: insured - paid) : nil }
                let ready = max(due, grown ?? due)
                self = ready > day ? .growing(ready) : .unknown
            }
        }
    }
}
