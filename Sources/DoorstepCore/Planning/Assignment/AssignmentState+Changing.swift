/// One thing otherwise. Each leaves true what `AssignmentSolver` says of
/// prices and places; who is without a job now, or what is held for nobody,
/// is for the solver to mend.
extension AssignmentState {
    mutating func withdraw(person: Int, _ problem: AssignmentProblem) {
        for pair in problem.pairs(of: person) { points[pair] = AssignmentState.without }
        placed[person] = -1
        profit[person] = 0
    }

    mutating func exclude(pair: Int, _ problem: AssignmentProblem, _ worth: (Int) -> Int128) {
        points[pair] = AssignmentState.without
        let person = Int(problem.personOfPair[pair])
        if placed[person] == Int32(pair) { placed[person] = -1 }
        if placed[person] < 0 { profit[person] = best(person, problem, worth) }
    }

    /// The pairs of one person that may be had again.
    mutating func allow(pairs: some Sequence<Int>, of person: Int, _ problem: AssignmentProblem, _ worth: (Int) -> Int128) {
        for pair in pairs { points[pair] = problem.points[pair] }
        raise(person, to: best(person, problem, worth))
    }

    /// One place of the job is given away beforehand.
    mutating func takePlace(of job: Int, _ problem: AssignmentProblem, _ worth: (Int) -> Int128) {
        let employer = Int(problem.employerOfJob[job])
        vacancies[job] -= 1
        if employer >= 0 { limits[employer] -= 1 }
        if flow[job] > vacancies[job] {
            giveUpPlace(of: job, problem)
            if employer >= 0 { flowOfEmployer[employer] -= 1 }
        } else if employer >= 0, flowOfEmployer[employer] > limits[employer] {
            shedPlace(of: employer, problem, worth)
        }
    }

    /// A place that was given away is to be had again.
    mutating func returnPlace(of job: Int, _ problem: AssignmentProblem) {
        let employer = Int(problem.employerOfJob[job])
        let wasFull = flow[job] == vacancies[job]
        let employerWasFull = employer >= 0 && flowOfEmployer[employer] == limits[employer]
        vacancies[job] += 1
        if employer >= 0 { limits[employer] += 1 }
        // What may cost something has to be taken: it is held until the
        // solver fills it or gives it up.
        if wasFull { flow[job] += 1 }
        if employer >= 0, wasFull || employerWasFull { flowOfEmployer[employer] += 1 }
    }

    /// The job takes nobody. What its employer had of it is held for others.
    mutating func close(job: Int, _ problem: AssignmentProblem) {
        vacancies[job] = 0
        flow[job] = 0
        for pair in problem.pairs(ofJob: job) {
            let person = Int(problem.personOfPair[pair])
            if placed[person] == Int32(pair) { placed[person] = -1 }
        }
    }

    mutating func reopen(job: Int, vacancies count: Int32, _ problem: AssignmentProblem, _ worth: (Int) -> Int128) {
        vacancies[job] = count
        lowerPrice(of: job, problem, worth)
    }

    // MARK: - What they are made of

    private func best(_ person: Int, _ problem: AssignmentProblem, _ worth: (Int) -> Int128) -> Int128 {
        problem.pairs(of: person).reduce(0) { best, pair in
            points[pair] == AssignmentState.without ? best : max(best, worth(person) + Int128(points[pair]) - price[Int(problem.jobOfPair[pair])])
        }
    }

    /// Somebody who could be better off leaves what they have.
    private mutating func raise(_ person: Int, to best: Int128) {
        guard best > profit[person] else { return }
        profit[person] = best
        placed[person] = -1
    }

    /// The job's price becomes its employer's, or nothing.
    private mutating func lowerPrice(of job: Int, _ problem: AssignmentProblem, _ worth: (Int) -> Int128) {
        let employer = Int(problem.employerOfJob[job])
        price[job] = employer >= 0 ? priceOfEmployer[employer] : 0
        for pair in problem.pairs(ofJob: job) where points[pair] != AssignmentState.without {
            let person = Int(problem.personOfPair[pair])
            raise(person, to: worth(person) + Int128(points[pair]) - price[job])
        }
    }

    /// One less in the job: what is held for nobody, else somebody leaves.
    private mutating func giveUpPlace(of job: Int, _ problem: AssignmentProblem) {
        let members = problem.pairs(ofJob: job).filter { placed[Int(problem.personOfPair[$0])] == Int32($0) }
        if members.count == Int(flow[job]), let pair = members.min(by: { points[$0] < points[$1] }) {
            placed[Int(problem.personOfPair[pair])] = -1
        }
        flow[job] -= 1
    }

    /// One less with the employer, in a job that can have places to spare.
    private mutating func shedPlace(of employer: Int, _ problem: AssignmentProblem, _ worth: (Int) -> Int128) {
        let jobs = problem.jobs(of: employer)
        let inJobs = jobs.reduce(0) { $0 + flow[$1] }
        flowOfEmployer[employer] -= 1
        // What the employer held for none of its jobs goes first.
        guard inJobs > flowOfEmployer[employer], let job = jobs.filter({ flow[$0] > 0 }).min(by: { price[$0] < price[$1] }) else { return }
        giveUpPlace(of: job, problem)
        if price[job] > priceOfEmployer[employer] { lowerPrice(of: job, problem, worth) }
    }
}

extension AssignmentProblem {
    func pairs(of person: Int) -> Range<Int> { Int(starts[person])..<Int(starts[person + 1]) }

    func pairs(ofJob job: Int) -> [Int] {
        (Int(startsOfJobs[job])..<Int(startsOfJobs[job + 1])).map { Int(pairsOfJobs[$0]) }
    }

    func jobs(of employer: Int) -> [Int] {
        (Int(startsOfEmployers[employer])..<Int(startsOfEmployers[employer + 1])).map { Int(jobsOfEmployers[$0]) }
    }
}
