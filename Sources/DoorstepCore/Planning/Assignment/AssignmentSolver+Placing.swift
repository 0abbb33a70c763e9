/// Placing somebody who could be better off.
extension AssignmentSolver {
    /// Where a search ended.
    enum End {
        /// The person is left without a job.
        case person(Int)
        /// The job has a place to spare or held for nobody.
        case job(Int)
        /// The employer takes one more.
        case employer(Int)
    }

    /// Finds where one more person changes least: the shortest path from the
    /// person over those who would have to move, to a place to spare or to
    /// somebody who can best do without; and moves everybody along it.
    func place(_ person: Int) {
        search.begin()
        var nearest = profit[person]
        var end = End.person(person)
        reach(person, 0, &nearest, &end)
        while let (job, distance) = nextJob(before: nearest) {
            search.jobSettled[job] = search.count
            search.jobs.append((Int32(truncatingIfNeeded: job), distance))
            if taken[job] < flow[job] {
                (nearest, end) = (distance, .job(job))
                break
            }
            if flow[job] < vacancies[job] {
                guard reachEmployer(of: job, distance, &nearest, &end) else { break }
            }
            let first = Int(startsOfJobs[job])
            for position in first..<first &+ Int(taken[job]) {
                let other = Int(members[position])
                if search.personReached[other] != search.count { reach(other, distance, &nearest, &end) }
            }
        }
        for (node, distance) in search.people { profit[Int(node)] &-= nearest &- distance }
        for (node, distance) in search.jobs { price[Int(node)] &+= nearest &- distance }
        for (node, distance) in search.employers { raisePrice(of: Int(node), by: nearest &- distance) }
        moveAll(from: person, to: end)
    }

    /// A person who would have to go elsewhere.
    @inline(__always)
    private func reach(_ person: Int, _ distance: Worth, _ nearest: inout Worth, _ end: inout End) {
        search.personReached[person] = search.count
        search.people.append((Int32(truncatingIfNeeded: person), distance))
        let without = distance &+ profit[person]
        if without < nearest { (nearest, end) = (without, .person(person)) }
        let base = without &- worth[person]
        for pair in pairs(of: person) where points[pair] != AssignmentState.without && placed[person] != Int32(truncatingIfNeeded: pair) {
            let job = Int(jobOfPair[pair])
            offer(job, base &- Worth(truncatingIfNeeded: points[pair]) &+ price[job], Int32(truncatingIfNeeded: pair), distance, nearest)
        }
    }

    @inline(__always)
    private func offer(_ job: Int, _ found: Worth, _ parent: Int32, _ distance: Worth, _ nearest: Worth) {
        guard found < nearest, search.jobReached[job] != search.count || found < search.jobDistance[job] else { return }
        search.jobReached[job] = search.count
        search.jobDistance[job] = found
        search.jobParent[job] = parent
        if found == distance { search.queue.addLevel(Int32(truncatingIfNeeded: job)) } else { search.queue.add(Int32(truncatingIfNeeded: job), at: found) }
    }

    /// The next job to settle, while one is nearer than the end that is known.
    @inline(__always)
    private func nextJob(before nearest: Worth) -> (Int, Worth)? {
        while true {
            if let node = search.queue.takeLevel() {
                let job = Int(node)
                guard search.jobDistance[job] < nearest else { return nil }
                if search.jobSettled[job] != search.count { return (job, search.jobDistance[job]) }
            } else if let (distance, node) = search.queue.take() {
                guard distance < nearest else { return nil }
                if search.jobSettled[Int(node)] != search.count, distance == search.jobDistance[Int(node)] { return (Int(node), distance) }
            } else {
                return nil
            }
        }
    }

    /// A job with places to spare: its employer takes one more, or another of
    /// its jobs has to do with one less.
    ///
    /// - Returns: false where the search ends here.
    private func reachEmployer(of job: Int, _ distance: Worth, _ nearest: inout Worth, _ end: inout End) -> Bool {
        guard employerOfJob[job] >= 0 else {
            (nearest, end) = (distance, .job(job))
            return false
        }
        let employer = Int(employerOfJob[job])
        guard search.employerReached[employer] != search.count else { return true }
        search.employerReached[employer] = search.count
        search.employerParent[employer] = Int32(truncatingIfNeeded: job)
        search.employers.append((Int32(truncatingIfNeeded: employer), distance))
        if flowOfEmployer[employer] < limits[employer] {
            (nearest, end) = (distance, .employer(employer))
            return false
        }
        for position in Int(problem.startsOfEmployers[employer])..<Int(problem.startsOfEmployers[employer + 1]) {
            let other = Int(problem.jobsOfEmployers[position])
            guard flow[other] > 0 else { continue }
            offer(other, distance &+ price[other] &- priceOfEmployer[employer], AssignmentSearch<Worth>.parent(employer: employer), distance, nearest)
        }
        return true
    }

    /// No job is cheaper than its employer; those with people in them were
    /// reached, if they had to be.
    private func raisePrice(of employer: Int, by amount: Worth) {
        priceOfEmployer[employer] += amount
        for position in Int(problem.startsOfEmployers[employer])..<Int(problem.startsOfEmployers[employer + 1]) {
            let job = Int(problem.jobsOfEmployers[position])
            if flow[job] == 0 { price[job] = max(price[job], priceOfEmployer[employer]) }
        }
    }

    private func moveAll(from person: Int, to end: End) {
        var job: Int
        switch end {
        case .person(let last):
            if last == person { return }
            job = Int(jobOfPair[Int(placed[last])])
            leave(last)
        case .job(let last):
            job = last
            if taken[job] == flow[job] { addFlow(job) }
        case .employer(let last):
            job = Int(search.employerParent[last])
            addFlow(job)
        }
        while true {
            let parent = search.jobParent[job]
            if parent >= 0 {
                let mover = Int(personOfPair[Int(parent)])
                guard mover != person else { return take(mover, Int(parent)) }
                let former = Int(jobOfPair[Int(placed[mover])])
                leave(mover)
                take(mover, Int(parent))
                job = former
            } else {
                // The employer's place goes from one of its jobs to another.
                flow[job] &-= 1
                job = Int(search.employerParent[AssignmentSearch<Worth>.employer(ofParent: parent)])
                flow[job] &+= 1
            }
        }
    }

    private func addFlow(_ job: Int) {
        flow[job] &+= 1
        if employerOfJob[job] >= 0 { flowOfEmployer[Int(employerOfJob[job])] &+= 1 }
    }
}
