/// Why places of a job stay empty.
extension PlanReasoning {
    /// - Parameter isWhole: also what would fill them, and what blocks most
    ///   where nobody comes near.
    func reason(job id: RecordID, isWhole: Bool, isCancelled: @escaping () -> Bool) -> PlanReason? {
        guard let position = graph.position(ofJob: id), let job = index.register.jobs[id] else { return nil }
        let taken = lines(ofJob: position).count
        let left = Int(graph.vacancies[position]) - taken
        guard left > 0 else { return nil }
        func reason(_ cause: PlanReason.Cause, _ fill: PlanReason.Fill? = nil) -> PlanReason {
            PlanReason(subject: .job(id, left: left, taken: taken), cause: cause, fill: fill)
        }
        let pairs = Array(draft.problem.pairs(ofJob: position))
        if let cause = settled(job: position, pairs, left: left, isCancelled) { return reason(cause) }
        guard let ranking = index.people(for: job, limit: pairs.count + 2 * PlanReasoning.depth, isCancelled: isCancelled) else { return nil }
        let unknown = ranking.matches.filter { match in
            match.assessment.score.points >= settings.threshold && !isSettled(PlanPair(job: id, person: match.person))
                && graph.position(ofPerson: match.person).map { graph.pair($0, position) == nil && self.job(ofPerson: $0) != position } ?? true
        }
        if !unknown.isEmpty, pairs.count < settings.candidates { return reason(.notPlanned(unknown.count)) }
        let nearest = nearest(ranking)
        guard let cause = cause(nearest) else {
            if let contest = contest(job: position, pairs) { return reason(.contested(contest)) }
            guard isWhole else { return reason(.nothing(nil)) }
            return commonest(job, isCancelled).map { reason(.nothing($0)) }
        }
        guard isWhole else { return reason(cause) }
        return reason(cause, fill(job, nearest, isCancelled))
    }

    /// What the plan itself says, without a look at the lists.
    private func settled(job: Int, _ pairs: [Int], left: Int, _ isCancelled: @escaping () -> Bool) -> PlanReason.Cause? {
        if settings.closed.contains(graph.jobs[job]) { return .leftOut }
        let people = pairs.map { Int(draft.problem.personOfPair[$0]) }
        let open = people.filter { !isSettled(PlanPair(job: graph.jobs[job], person: graph.people[$0])) }
        if open.isEmpty, !people.isEmpty { return .excluded(people.count) }
        let jobs = open.map { self.job(ofPerson: $0) }
        let (free, elsewhere) = (jobs.count { $0 == nil }, jobs.count { $0 != nil && $0 != job })
        if free + elsewhere > 0, let limit = settings.perEmployer, isAtLimit(job) {
            return .employerLimit(employer: graph.employers[Int(graph.employerOfJob[job])], limit: limit)
        }
        if free > 0 { return .notPlanned(free) }
        if pairs.count >= settings.candidates {
            let more = beyond(job: job, pairs, isCancelled)
            if more > 0 { return .candidateLimit(candidates: settings.candidates, more: more) }
        }
        // Where they would fill most of what is left; else it is the others
        // who are missing.
        guard elsewhere > 0, 2 * elsewhere >= left else { return nil }
        return contest(job: job, pairs).map(PlanReason.Cause.contested)
    }

    /// How many good matches who have no job stand behind those that the plan
    /// looked at; looked for only so far.
    private func beyond(job: Int, _ pairs: [Int], _ isCancelled: @escaping () -> Bool) -> Int {
        guard let record = index.register.jobs[graph.jobs[job]] else { return 0 }
        let known = Set(pairs.map { graph.people[Int(draft.problem.personOfPair[$0])] })
        return index.people(goodFor: record, least: settings.threshold, limit: pairs.count + PlanReasoning.depth, isCancelled)
            .count { !known.contains($0) && !settings.excluded.contains(PlanPair(job: record.id, person: $0)) && isFree(person: $0) }
    }

    /// Those who could come and go elsewhere.
    private func contest(job: Int, _ pairs: [Int]) -> PlanReason.Contest? {
        var (count, best): (Int, (person: Int, job: Int, points: Int)?) = (0, nil)
        for pair in pairs {
            let person = Int(draft.problem.personOfPair[pair])
            guard !isSettled(PlanPair(job: graph.jobs[job], person: graph.people[person])), let other = self.job(ofPerson: person), other != job else { continue }
            count += 1
            let points = Int(draft.problem.points[pair])
            // Pairs stand by person, so that of equals the first stays.
            if points > best?.points ?? -1 { best = (person, other, points) }
        }
        guard let best, let line = lines(ofJob: best.job).first(where: { $0.person == graph.people[best.person] }) else { return nil }
        return PlanReason.Contest(
            candidates: count, best: PlanPair(job: graph.jobs[job], person: line.person), points: Points(clamping: best.points), rival: line.pair,
            pointsOfRival: line.points)
    }

    /// The rule that blocks the most of those who seek; nil where cancelled.
    private func commonest(_ job: Job, _ isCancelled: () -> Bool) -> PlanReason.Commonest?? {
        let opening = matcher.opening(job)
        var counts = Array(repeating: 0, count: Rule.allCases.count)
        for (number, id) in graph.people.enumerated() {
            if number % 256 == 0, isCancelled() { return nil }
            guard let person = index.register.people[id] else { continue }
            let candidate = matcher.candidate(person)
            for (position, rule) in Rule.allCases.enumerated() where matcher.check(rule, opening, candidate) == false { counts[position] += 1 }
        }
        return .some(PlanReasoning.commonest(counts, of: graph.people.count))
    }

    static func commonest(_ counts: [Int], of all: Int) -> PlanReason.Commonest? {
        guard let most = counts.max(), most > 0, let position = counts.firstIndex(of: most) else { return nil }
        return PlanReason.Commonest(rule: Rule.allCases[position], count: most, all: all)
    }
}

extension MatchIndex {
    /// The best people for a job with so many points, best first; none where
    /// cancelled.
    func people(goodFor job: Job, least: Points, limit: Int, _ isCancelled: @escaping () -> Bool) -> [RecordID] {
        let query = JobQuery(job, matcher, people, codes)
        var search = PeopleSearch(matcher, people, isCancelled: isCancelled)
        search.begin(query)
        return (search.best(query, limit: limit, nearMisses: false, least: least.value) ?? []).map { search.id($0.slot) }
    }

    /// The best jobs for a person with so many points, likewise.
    func jobs(goodFor person: Person, least: Points, limit: Int, _ isCancelled: @escaping () -> Bool) -> [RecordID] {
        let search = JobSearch(person, matcher, jobs, codes, isCancelled: isCancelled)
        return (search.best(limit: limit, nearMisses: false, least: least.value) ?? []).map { search.id($0.slot) }
    }
}
