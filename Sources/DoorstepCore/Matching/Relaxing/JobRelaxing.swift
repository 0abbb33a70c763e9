extension Matcher {
    /// Every single change of the job's that would bring further matches,
    /// most first: a higher wage, lodging, another kind, or asking for less.
    ///
    /// - Parameter isCancelled: asked now and then; true ends the search.
    /// - Returns: nil where it was cancelled. Goes through the people once.
    public func relaxations(for job: Job, isCancelled: () -> Bool = { false }) -> [Relaxation<JobChange>]? {
        let changes = JobChange.all(of: job, catalogue)
        let touches = changes.map(\.touch)
        let mendable = touches.reduce(RuleSet()) { $0.union($1.rules) }
        let opening = opening(job)
        let changed = changes.map { self.opening($0.applied(to: job)) }
        var counts = Array(repeating: 0, count: changes.count)
        for (index, person) in register.people.enumerated() {
            if index % 256 == 0, isCancelled() { return nil }
            let candidate = candidate(person)
            guard let shortfall = shortfall(opening, candidate, mendable: mendable) else { continue }
            for change in changes.indices where mends(shortfall, by: touches[change], changed[change], candidate) { counts[change] += 1 }
        }
        return Relaxation.sorted(changes, counts)
    }
}

extension JobChange {
    /// In the order in which those that bring as much are listed.
    static func all(of job: Job, _ catalogue: Catalogue) -> [JobChange] {
        var changes = wages(job.wage).map(JobChange.wage)
        if !job.givesLodging { changes.append(.lodging) }
        changes += catalogue.kinds.all.map(\.id).filter { $0 != job.kind }.map(JobChange.kind)
        changes += Set(job.certificates).sorted { catalogue.certificates.precedes($0, $1) }.map(JobChange.certificate)
        if job.education != nil { changes.append(.education) }
        if job.lowestAge != nil || job.highestAge != nil { changes.append(.age) }
        changes += Set(job.skills.map(\.name)).sorted { catalogue.skills.precedes($0, $1) }.map(JobChange.skill)
        // Without its own reservation, the kind's would hold.
        if !job.reservedFor.isEmpty, job.kind.map({ catalogue.kinds[$0].reservedFor.isEmpty }) ?? true { changes.append(.reserved) }
        return changes
    }

    /// What of the highest wage, in hundredths, is asked about.
    private static let wageSteps = [110, 120, 130, 150]

    private static func wages(_ wage: Wage) -> [Wage] {
        guard let highest = wage.highest, let unit = wage.unit.roundNumber else { return [] }
        var wages: [Wage] = []
        for step in wageSteps {
            let next = Money(fen: (highest.fen * step + 100 * unit.fen - 1) / (100 * unit.fen) * unit.fen)
            guard next > wages.last?.highest ?? highest, let wage = Wage(lowest: wage.lowest, highest: next, unit: wage.unit) else { continue }
            wages.append(wage)
        }
        return wages
    }
}

extension PayUnit {
    /// What offers are rounded to: about a hundred yuan by the month. Nil
    /// for piece rates, which are not compared.
    fileprivate var roundNumber: Money? {
        switch self {
        case .month: Money(yuan: 100)
        case .day: Money(yuan: 5)
        case .hour: Money(fen: 50)
        case .piece: nil
        }
    }
}
