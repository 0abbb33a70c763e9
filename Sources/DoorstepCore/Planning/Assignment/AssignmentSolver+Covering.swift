/// Placing as many as can be, whatever they score.
extension AssignmentSolver {
    /// Moves people on until nobody more can be placed, and raises the prices
    /// of all places that those without a job compete for by what placing
    /// somebody is worth: with that, prices are nearly right where placing
    /// one more comes before all points.
    ///
    /// Trees grow from all who have no job at once, and each that comes to a
    /// place to spare is used up; when none does, what the trees hold is
    /// where places are short (D. Kőnig's theorem).
    func cover(_ worthOfPlacing: Worth) {
        var open: [Int32] = []
        repeat {
            if isStopped() { return }
            open.removeAll(keepingCapacity: true)
        } while grow(&open)
        for node in open { price[Int(node)] += worthOfPlacing }
        for employer in 0..<problem.employers where search.employerReached[employer] == search.count {
            priceOfEmployer[employer] += worthOfPlacing
            for position in Int(problem.startsOfEmployers[employer])..<Int(problem.startsOfEmployers[employer + 1]) {
                let job = Int(problem.jobsOfEmployers[position])
                price[job] = max(price[job], priceOfEmployer[employer])
            }
        }
    }

    /// - Parameter reached: the jobs that trees came to.
    /// - Returns: whether anybody was placed.
    private func grow(_ reached: inout [Int32]) -> Bool {
        search.begin()
        // `personParent` is the tree: its root. One whose root was placed is
        // used up.
        var placedAny = false
        var waiting: [Int32] = []
        for person in 0..<problem.people where placed[person] < 0 {
            guard pairs(of: person).contains(where: { points[$0] != AssignmentState.without }) else { continue }
            search.personReached[person] = search.count
            search.personParent[person] = Int32(person)
            waiting.append(Int32(person))
        }
        var next = 0
        while next < waiting.count {
            let person = Int(waiting[next])
            next += 1
            let root = search.personParent[person]
            guard placed[Int(root)] < 0 else { continue }
            for pair in pairs(of: person) where points[pair] != AssignmentState.without {
                let job = Int(jobOfPair[pair])
                guard search.jobReached[job] != search.count else { continue }
                search.jobParent[job] = Int32(pair)
                if visit(job, root, &reached, &waiting) {
                    placedAny = true
                    break
                }
            }
        }
        return placedAny
    }

    /// - Returns: whether there was a place to spare, and the tree's root was
    ///   placed.
    private func visit(_ job: Int, _ root: Int32, _ reached: inout [Int32], _ waiting: inout [Int32]) -> Bool {
        search.jobReached[job] = search.count
        reached.append(Int32(job))
        if flow[job] < vacancies[job] {
            let employer = Int(employerOfJob[job])
            guard employer >= 0, flowOfEmployer[employer] >= limits[employer] else {
                flow[job] += 1
                if employer >= 0 { flowOfEmployer[employer] += 1 }
                moveUp(to: job)
                return true
            }
            if search.employerReached[employer] != search.count {
                search.employerReached[employer] = search.count
                search.employerParent[employer] = Int32(job)
                for position in Int(problem.startsOfEmployers[employer])..<Int(problem.startsOfEmployers[employer + 1]) {
                    let other = Int(problem.jobsOfEmployers[position])
                    guard flow[other] > 0, search.jobReached[other] != search.count else { continue }
                    search.jobParent[other] = AssignmentSearch<Worth>.parent(employer: employer)
                    search.jobReached[other] = search.count
                    reached.append(Int32(other))
                    wait(membersOf: other, root, &waiting)
                }
            }
        }
        wait(membersOf: job, root, &waiting)
        return false
    }

    private func wait(membersOf job: Int, _ root: Int32, _ waiting: inout [Int32]) {
        let first = Int(startsOfJobs[job])
        for position in first..<first + Int(taken[job]) {
            let member = Int(members[position])
            guard search.personReached[member] != search.count else { continue }
            search.personReached[member] = search.count
            search.personParent[member] = root
            waiting.append(Int32(member))
        }
    }

    private func moveUp(to place: Int) {
        var job = place
        while true {
            let parent = search.jobParent[job]
            if parent >= 0 {
                let mover = Int(personOfPair[Int(parent)])
                guard placed[mover] >= 0 else { return take(mover, Int(parent)) }
                let former = Int(jobOfPair[Int(placed[mover])])
                leave(mover)
                take(mover, Int(parent))
                job = former
            } else {
                flow[job] -= 1
                job = Int(search.employerParent[AssignmentSearch<Worth>.employer(ofParent: parent)])
                flow[job] += 1
            }
        }
    }
}
