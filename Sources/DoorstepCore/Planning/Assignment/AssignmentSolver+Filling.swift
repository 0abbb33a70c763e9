/// Filling, or giving up, what is held for nobody.
extension AssignmentSolver {
    /// What becomes of the place that is held.
    private enum Source {
        /// Somebody without a job takes it.
        case person(Int)
        /// The job takes one less, and its employer too.
        case job(Int)
        case employer(Int)
    }

    /// Finds from where the place is filled at the least cost: the shortest
    /// path back over those who would move up, to somebody without a job, or
    /// to a place that is given up; and moves everybody along it.
    func fill(_ job: Int) {
        search.begin()
        var nearest = Worth.max / 4
        var source = Source.job(job)
        reach(job: job, 0, &nearest, &source)
        follow(&nearest, &source)
        settlePrices(nearest)
        moveUp(to: job, from: source)
    }

    /// The same for a place that an employer holds for none of its jobs.
    func fill(employer: Int) {
        search.begin()
        var nearest = Worth.max / 4
        var source = Source.employer(employer)
        search.employerReached[employer] = search.count
        search.employerDistance[employer] = 0
        search.employerParent[employer] = -1
        search.queue.addLevel(node(employer: employer))
        follow(&nearest, &source)
        settlePrices(nearest)
        moveUp(to: nil, from: source)
    }

    private func node(employer: Int) -> Int32 { -1 - Int32(truncatingIfNeeded: employer) }

    private func follow(_ nearest: inout Worth, _ source: inout Source) {
        while let (node, distance) = nextNode(before: nearest) {
            if node >= 0 {
                let person = Int(node)
                search.people.append((node, distance))
                let job = Int(jobOfPair[Int(placed[person])])
                guard search.jobReached[job] != search.count else { continue }
                search.jobParent[job] = node
                reach(job: job, distance, &nearest, &source)
            } else {
                let employer = Int(-1 - node)
                search.employers.append((Int32(truncatingIfNeeded: employer), distance))
                let given = distance &+ priceOfEmployer[employer]
                if given < nearest { (nearest, source) = (given, .employer(employer)) }
                for position in Int(problem.startsOfEmployers[employer])..<Int(problem.startsOfEmployers[employer + 1]) {
                    let job = Int(problem.jobsOfEmployers[position])
                    guard flow[job] < vacancies[job], search.jobReached[job] != search.count else { continue }
                    search.jobParent[job] = AssignmentSearch<Worth>.parent(employer: employer)
                    reach(job: job, distance, &nearest, &source)
                }
            }
        }
    }

    /// A job that could do with one more.
    @inline(__always)
    private func reach(job: Int, _ distance: Worth, _ nearest: inout Worth, _ source: inout Source) {
        search.jobReached[job] = search.count
        search.jobs.append((Int32(truncatingIfNeeded: job), distance))
        let employer = Int(employerOfJob[job])
        if employer < 0 {
            if distance &+ price[job] < nearest { (nearest, source) = (distance &+ price[job], .job(job)) }
        } else {
            let found = distance &+ price[job] &- priceOfEmployer[employer]
            if found < nearest, search.employerReached[employer] != search.count || found < search.employerDistance[employer] {
                search.employerReached[employer] = search.count
                search.employerDistance[employer] = found
                search.employerParent[employer] = Int32(truncatingIfNeeded: job)
                add(node(employer: employer), found, distance)
            }
        }
        let base = distance &+ price[job]
        for position in Int(startsOfJobs[job])..<Int(startsOfJobs[job + 1]) {
            let pair = Int(pairsOfJobs[position])
            guard points[pair] != AssignmentState.without else { continue }
            let person = Int(personOfPair[pair])
            // Those who are in the job are as far as it is, so that they stay
            // at their best there.
            let found = base &+ profit[person] &- worth(person, pair)
            guard found < nearest, search.personReached[person] != search.count || found < search.personDistance[person] else { continue }
            search.personReached[person] = search.count
            search.personDistance[person] = found
            search.personParent[person] = Int32(truncatingIfNeeded: pair)
            if placed[person] < 0 { (nearest, source) = (found, .person(person)) } else { add(Int32(truncatingIfNeeded: person), found, distance) }
        }
    }

    @inline(__always)
    private func add(_ node: Int32, _ found: Worth, _ distance: Worth) {
        if found == distance { search.queue.addLevel(node) } else { search.queue.add(node, at: found) }
    }

    @inline(__always)
    private func nextNode(before nearest: Worth) -> (Int32, Worth)? {
        while true {
            let node: Int32
            let distance: Worth
            if let level = search.queue.takeLevel() {
                node = level
                distance = node >= 0 ? search.personDistance[Int(node)] : search.employerDistance[Int(-1 - node)]
            } else if let (found, next) = search.queue.take() {
                (node, distance) = (next, found)
            } else {
                return nil
            }
            guard distance < nearest else { return nil }
            if node >= 0 {
                guard search.personSettled[Int(node)] != search.count, distance == search.personDistance[Int(node)] else { continue }
                search.personSettled[Int(node)] = search.count
            } else {
                guard search.employerSettled[Int(-1 - node)] != search.count, distance == search.employerDistance[Int(-1 - node)] else { continue }
                search.employerSettled[Int(-1 - node)] = search.count
            }
            return (node, distance)
        }
    }

    private func settlePrices(_ nearest: Worth) {
        for (node, distance) in search.people { profit[Int(node)] &+= nearest &- distance }
        for (node, distance) in search.jobs where distance < nearest { price[Int(node)] &-= nearest &- distance }
        for (node, distance) in search.employers where distance < nearest { priceOfEmployer[Int(node)] &-= nearest &- distance }
    }

    /// - Parameter place: the job whose place was held; nil where it was the
    ///   employer's alone.
    private func moveUp(to place: Int?, from source: Source) {
        var job: Int
        switch source {
        case .person(let person):
            let pair = Int(search.personParent[person])
            take(person, pair)
            job = Int(jobOfPair[pair])
        case .job(let last):
            job = last
            flow[job] &-= 1
        case .employer(let employer):
            flowOfEmployer[employer] &-= 1
            // Nothing but the employer's own place was given up.
            guard search.employerParent[employer] >= 0 else { return }
            job = Int(search.employerParent[employer])
            flow[job] &-= 1
        }
        // The job was filled or gave a place up; what it was reached by makes
        // up for it.
        while job != place {
            let parent = search.jobParent[job]
            if parent >= 0 {
                let pair = Int(search.personParent[Int(parent)])
                leave(Int(parent))
                take(Int(parent), pair)
                job = Int(jobOfPair[pair])
            } else {
                flow[job] &+= 1
                let former = search.employerParent[AssignmentSearch<Worth>.employer(ofParent: parent)]
                guard former >= 0 else { return }
                job = Int(former)
                flow[job] &-= 1
            }
        }
    }
}
