import Synchronization

extension MatchIndex {
    /// The graph that a plan chooses from: each open job's best K people and
    /// each seeking person's best K jobs, of matches with at least the
    /// threshold of points. Found on all processors.
    ///
    /// - Parameters:
    ///   - isStopped: asked now and then, from any thread; true ends the
    ///     search with what was found so far.
    ///   - progress: told how many lists are done, of how many; from any
    ///     thread.
    public func candidates(
        _ settings: PlanSettings, isStopped: @escaping @Sendable () -> Bool = { false },
        progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
    ) -> CandidateGraph {
        let (people, personOfPosition) = seeking()
        let (jobs, jobOfPosition) = openings()
        let done = Atomic(0)
        @Sendable func tell(_ count: Int) {
            progress(done.add(count, ordering: .relaxed).newValue, people.count + jobs.count)
        }
        let (limit, least) = (settings.candidates, settings.threshold.value)
        // Jobs of one place one after another: the people around them are
        // then at hand.
        let jobPositions = jobOfPosition.indices.filter { jobOfPosition[$0] >= 0 }.map { (register.jobs[$0].place, $0) }.sorted { $0 < $1 }.map(\.1)
        let ofJobs = jobPositions.portions(of: 128).mapOnAllProcessors(portion: 1) { portion -> [CandidateGraph.Candidate] in
            if isStopped() { return [] }
            defer { tell(portion.count) }
            return self.people(forJobsAt: portion, limit: limit, least: least, personOfPosition, jobOfPosition)
        }
        let personPositions = personOfPosition.indices.filter { personOfPosition[$0] >= 0 }
        let ofPeople = personPositions.portions(of: 512).mapOnAllProcessors(portion: 1) { portion -> [CandidateGraph.Candidate] in
            if isStopped() { return [] }
            defer { tell(portion.count) }
            return self.jobs(forPeopleAt: portion, limit: limit, least: least, personOfPosition, jobOfPosition)
        }
        let isComplete = done.load(ordering: .relaxed) == jobPositions.count + personPositions.count
        return CandidateGraph(people: people, jobs: jobs, candidates: ofJobs + ofPeople, isComplete: isComplete)
    }

    private func people(forJobsAt positions: ArraySlice<Int>, limit: Int, least: Int, _ personOfPosition: [Int32], _ jobOfPosition: [Int32]) -> [CandidateGraph.Candidate] {
        var search = PeopleSearch(matcher, people, isCancelled: { false })
        var found: [CandidateGraph.Candidate] = []
        for position in positions {
            let query = JobQuery(register.jobs[position], matcher, people, codes)
            search.begin(query)
            for line in search.best(query, limit: limit, nearMisses: false, least: least) ?? [] {
                guard let person = register.people.position(of: search.id(line.slot)) else { continue }
                found.append(CandidateGraph.Candidate(person: personOfPosition[person], job: jobOfPosition[position], points: UInt16(clamping: line.points)))
            }
        }
        return found.filter { $0.person >= 0 }
    }

    private func jobs(forPeopleAt positions: ArraySlice<Int>, limit: Int, least: Int, _ personOfPosition: [Int32], _ jobOfPosition: [Int32]) -> [CandidateGraph.Candidate] {
        var found: [CandidateGraph.Candidate] = []
        for position in positions {
            let search = JobSearch(register.people[position], matcher, jobs, codes, isCancelled: { false })
            for line in search.best(limit: limit, nearMisses: false, least: least) ?? [] {
                found.append(CandidateGraph.Candidate(person: personOfPosition[position], job: jobOfPosition[line.slot], points: UInt16(clamping: line.points)))
            }
        }
        return found.filter { $0.job >= 0 }
    }

    /// Who seeks, by identifier; and of each position in the register the
    /// place among them, -1 where they do not.
    private func seeking() -> ([(id: RecordID, groups: GroupSet)], [Int32]) {
        let positions = (0..<register.people.count).filter { register.people[$0].status == .seeking && register.people[$0].stands }
        let sorted = positions.map { (id: register.people[$0].id, position: $0) }.sorted { $0.id < $1.id }
        var places = [Int32](repeating: -1, count: register.people.count)
        for (place, person) in sorted.enumerated() { places[person.position] = Int32(place) }
        let people = sorted.mapOnAllProcessors { person in
            let groups = matcher.catalogue.groups.groups(of: register.people[person.position], asOf: matcher.day, city: matcher.city, places: matcher.catalogue.places)
            return (id: person.id, groups: groups)
        }
        return (people, places)
    }

    /// Jobs that take somebody, likewise, with the vacancies of the day: of
    /// day work, of its first day that is left.
    private func openings() -> ([(id: RecordID, vacancies: Int, employer: RecordID)], [Int32]) {
        var open: [(id: RecordID, position: Int, vacancies: Int)] = []
        for position in 0..<register.jobs.count {
            let job = register.jobs[position]
            guard job.status == .open, job.stands, job.closes.map({ matcher.day <= $0 }) ?? true else { continue }
            let isDayWork = matcher.catalogue.kinds.isDayWork(job)
            let date = isDayWork ? max(matcher.day, job.from ?? matcher.day) : matcher.day
            let left = register.vacanciesLeft(of: job, asOf: date, isDayWork: isDayWork)
            if left > 0 { open.append((job.id, position, left)) }
        }
        open.sort { $0.id < $1.id }
        var places = [Int32](repeating: -1, count: register.jobs.count)
        for (place, job) in open.enumerated() { places[job.position] = Int32(place) }
        let jobs = open.map { (id: $0.id, vacancies: $0.vacancies, employer: register.standing(employer: register.jobs[$0.position].employer)) }
        return (jobs, places)
    }
}

extension Array {
    /// So many side by side at a time.
    fileprivate func portions(of size: Int) -> [ArraySlice<Element>] {
        stride(from: 0, to: count, by: size).map { self[$0..<Swift.min(count, $0 + size)] }
    }
}
