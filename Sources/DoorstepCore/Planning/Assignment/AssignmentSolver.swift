/// Places people so that the worth of all is as high as can be, and finds the
/// prices that prove it.
///
/// What holds throughout, and at the end proves the plan (linear programming
/// duality of the transportation problem; D. P. Bertsekas, *Network
/// Optimization*, 1998, chapters 4, 5 and 7):
///
/// - no price and no profit is below 0, no job's price below its employer's,
///   and no pair is worth more than its person's profit and its job's price;
/// - of those who are placed, the pair is worth just that;
/// - a job with a place to spare costs what its employer costs, and an
///   employer with a place to spare nothing.
///
/// An auction in steps of many points finds prices that are nearly right.
/// Who is not at their best is set free, their place held; then one by one
/// those who could be better off are placed by a shortest path
/// (`place`), and places held for nobody filled or given up by another
/// (`fill`). Both leave all of the above true, so that when none is left the
/// plan is optimal, to the point. After a change the same two mend what it
/// broke, and nothing else is looked at.
final class AssignmentSolver<Worth: FixedWidthInteger & SignedInteger> {
    let problem: AssignmentProblem
    let starts: UnsafePointer<Int32>
    let jobOfPair: UnsafePointer<Int32>
    let personOfPair: UnsafePointer<Int32>
    let startsOfJobs: UnsafePointer<Int32>
    let pairsOfJobs: UnsafePointer<Int32>
    let employerOfJob: UnsafePointer<Int32>
    let isStopped: () -> Bool

    /// Of placing a person, besides the points.
    let worth: Memory<Worth>
    let points: Memory<UInt16>
    let vacancies: Memory<Int32>
    let limits: Memory<Int32>

    let placed: Memory<Int32>
    let profit: Memory<Worth>
    let price: Memory<Worth>
    let priceOfEmployer: Memory<Worth>
    let flow: Memory<Int32>
    let flowOfEmployer: Memory<Int32>

    // Who is in each job: as many as `taken` says, from where the job's pairs
    // begin; and where each person stands there.
    let members: Memory<Int32>
    let taken: Memory<Int32>
    let seat: Memory<Int32>

    var search: AssignmentSearch<Worth>
    /// Whether all who are placed are at their best: what is left to do is to
    /// mend, now or another time.
    private var isBegun: Bool

    /// - Parameters:
    ///   - worth: of placing each person, besides points, by rank.
    ///   - isStopped: asked now and then; true ends the work with what there
    ///     is.
    init(_ problem: AssignmentProblem, _ state: AssignmentState, rankOfPerson: [UInt8], worth: [Int128], isStopped: @escaping () -> Bool) {
        self.problem = problem
        self.isStopped = isStopped
        starts = problem.starts.first
        jobOfPair = problem.jobOfPair.first
        personOfPair = problem.personOfPair.first
        startsOfJobs = problem.startsOfJobs.first
        pairsOfJobs = problem.pairsOfJobs.first
        employerOfJob = problem.employerOfJob.first
        self.worth = Memory(problem.people) { Worth(truncatingIfNeeded: worth[Int(rankOfPerson[$0])]) }
        points = Memory(state.points)
        vacancies = Memory(state.vacancies)
        limits = Memory(state.limits)
        placed = Memory(state.placed)
        profit = Memory(problem.people) { Worth(truncatingIfNeeded: state.profit[$0]) }
        price = Memory(problem.jobs) { Worth(truncatingIfNeeded: state.price[$0]) }
        priceOfEmployer = Memory(problem.employers) { Worth(truncatingIfNeeded: state.priceOfEmployer[$0]) }
        flow = Memory(state.flow)
        flowOfEmployer = Memory(state.flowOfEmployer)
        members = Memory(problem.pairs) { _ in 0 }
        taken = Memory(problem.jobs) { _ in 0 }
        seat = Memory(problem.people) { _ in 0 }
        search = AssignmentSearch(problem)
        isBegun = state.isBegun
        for person in 0..<problem.people where placed[person] >= 0 { take(person, Int(placed[person])) }
    }

    /// - Parameters:
    ///   - isCover: the most people are to be placed.
    ///   - worthOfPlacing: of anybody, besides points.
    /// - Returns: whether the plan is optimal; false where stopped.
    func solve(isCover: Bool, worthOfPlacing: Int128) -> Bool {
        if !isBegun {
            auction()
            if isCover, !isStopped() { cover(Worth(truncatingIfNeeded: worthOfPlacing)) }
            levelPrices()
            for person in 0..<problem.people { profit[person] = best(person) }
            // Whoever is placed stays so: the best plan so far.
            if isStopped() { return false }
            setFree()
            isBegun = true
        }
        return mend()
    }

    /// What costs more than its employer while it has a place to spare makes
    /// the employer as dear.
    private func levelPrices() {
        for employer in 0..<problem.employers {
            let positions = Int(problem.startsOfEmployers[employer])..<Int(problem.startsOfEmployers[employer + 1])
            for position in positions {
                let job = Int(problem.jobsOfEmployers[position])
                if flow[job] < vacancies[job] { priceOfEmployer[employer] = max(priceOfEmployer[employer], price[job]) }
            }
            for position in positions {
                let job = Int(problem.jobsOfEmployers[position])
                price[job] = max(price[job], priceOfEmployer[employer])
            }
        }
    }

    /// Places whoever could be better off, and fills or gives up what is held
    /// for nobody.
    private func mend() -> Bool {
        for person in 0..<problem.people where placed[person] < 0 && profit[person] > 0 {
            place(person)
            if search.count & 63 == 0, isStopped() { return false }
        }
        for job in 0..<problem.jobs {
            while taken[job] < flow[job] {
                fill(job)
                if search.count & 63 == 0, isStopped() { return false }
            }
        }
        for employer in 0..<problem.employers {
            while held(employer) > 0 {
                fill(employer: employer)
                if search.count & 63 == 0, isStopped() { return false }
            }
        }
        return true
    }

    /// Places that an employer holds for none of its jobs.
    private func held(_ employer: Int) -> Int32 {
        var inJobs: Int32 = 0
        for position in Int(problem.startsOfEmployers[employer])..<Int(problem.startsOfEmployers[employer + 1]) {
            inJobs += flow[Int(problem.jobsOfEmployers[position])]
        }
        return flowOfEmployer[employer] - inJobs
    }

    /// Writes back what was found.
    func write(to state: inout AssignmentState, isProven: Bool) {
        for person in 0..<problem.people {
            state.placed[person] = placed[person]
            state.profit[person] = Int128(profit[person])
        }
        for job in 0..<problem.jobs {
            state.flow[job] = flow[job]
            state.price[job] = Int128(price[job])
        }
        for employer in 0..<problem.employers {
            state.flowOfEmployer[employer] = flowOfEmployer[employer]
            state.priceOfEmployer[employer] = Int128(priceOfEmployer[employer])
        }
        (state.isBegun, state.isProven) = (isBegun, isProven)
    }
}

// MARK: - Who is where

extension AssignmentSolver {
    @inline(__always)
    func pairs(of person: Int) -> Range<Int> { Int(starts[person])..<Int(starts[person + 1]) }

    @inline(__always)
    func worth(_ person: Int, _ pair: Int) -> Worth { worth[person] &+ Worth(truncatingIfNeeded: points[pair]) }

    @inline(__always)
    func take(_ person: Int, _ pair: Int) {
        let job = Int(jobOfPair[pair])
        placed[person] = Int32(truncatingIfNeeded: pair)
        seat[person] = taken[job]
        members[Int(startsOfJobs[job] &+ taken[job])] = Int32(truncatingIfNeeded: person)
        taken[job] &+= 1
    }

    @inline(__always)
    func leave(_ person: Int) {
        let job = Int(jobOfPair[Int(placed[person])])
        placed[person] = -1
        taken[job] &-= 1
        let last = members[Int(startsOfJobs[job] &+ taken[job])]
        members[Int(startsOfJobs[job] &+ seat[person])] = last
        seat[Int(last)] = seat[person]
    }

    /// What a person's best pair leaves them.
    @inline(__always)
    func best(_ person: Int) -> Worth {
        var best: Worth = 0
        for pair in pairs(of: person) where points[pair] != AssignmentState.without {
            best = max(best, worth(person, pair) &- price[Int(jobOfPair[pair])])
        }
        return best
    }

    /// Takes those out of their jobs who are not at their best; their places
    /// are held.
    private func setFree() {
        for person in 0..<problem.people where placed[person] >= 0 {
            let pair = Int(placed[person])
            if worth(person, pair) - price[Int(jobOfPair[pair])] != profit[person] { leave(person) }
        }
    }
}
