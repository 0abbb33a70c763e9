/// Why a person has no job.
extension PlanReasoning {
    /// - Parameter isWhole: also what would bring one, and what blocks most
    ///   where no job comes near.
    func reason(person id: RecordID, isWhole: Bool, isCancelled: @escaping () -> Bool) -> PlanReason? {
        guard let position = graph.position(ofPerson: id), let person = index.register.people[id], job(ofPerson: position) == nil else { return nil }
        func reason(_ cause: PlanReason.Cause, _ fill: PlanReason.Fill? = nil) -> PlanReason {
            PlanReason(subject: .person(id), cause: cause, fill: fill)
        }
        let pairs = Int(graph.starts[position])..<Int(graph.starts[position + 1])
        if let cause = settled(person: position, pairs, isCancelled) { return reason(cause) }
        guard let ranking = index.jobs(for: person, limit: pairs.count + 2 * PlanReasoning.depth, isCancelled: isCancelled) else { return nil }
        let unknown = ranking.matches.count {
            $0.assessment.score.points >= settings.threshold && !isSettled(PlanPair(job: $0.job, person: id))
        }
        if unknown > 0 { return reason(.notPlanned(unknown)) }
        let nearest = nearest(ranking)
        guard let cause = cause(nearest) else {
            guard isWhole else { return reason(.nothing(nil)) }
            return commonest(person, isCancelled).map { reason(.nothing($0)) }
        }
        guard isWhole else { return reason(cause) }
        return reason(cause, fill(person, nearest, isCancelled))
    }

    /// What the plan itself says, without a look at the lists; nil where the
    /// person has no candidates.
    private func settled(person: Int, _ pairs: Range<Int>, _ isCancelled: @escaping () -> Bool) -> PlanReason.Cause? {
        let id = graph.people[person]
        if settings.withdrawn.contains(id) { return .leftOut }
        guard !pairs.isEmpty else { return nil }
        let open = pairs.filter { !isSettled(PlanPair(job: graph.jobs[Int(graph.jobOfPair[$0])], person: id)) }
        guard let best = open.max(by: { graph.points[$0] < graph.points[$1] }) else { return .excluded(pairs.count) }
        let withPlaces = open.map { Int(graph.jobOfPair[$0]) }.filter { left(ofJob: $0) > 0 }
        if let job = withPlaces.first {
            if let limit = settings.perEmployer, withPlaces.allSatisfy(isAtLimit) {
                return .employerLimit(employer: graph.employers[Int(graph.employerOfJob[job])], limit: limit)
            }
            return .notPlanned(withPlaces.count { !isAtLimit($0) })
        }
        if pairs.count >= settings.candidates {
            let more = beyond(person: person, pairs, isCancelled)
            if more > 0 { return .candidateLimit(candidates: settings.candidates, more: more) }
        }
        let job = Int(graph.jobOfPair[best])
        guard let rival = lines(ofJob: job).min(by: { $0.points < $1.points }) else { return nil }
        return .contested(
            PlanReason.Contest(
                candidates: open.count, best: PlanPair(job: graph.jobs[job], person: id), points: Points(clamping: Int(graph.points[best])), rival: rival.pair,
                pointsOfRival: rival.points))
    }

    private func beyond(person: Int, _ pairs: Range<Int>, _ isCancelled: @escaping () -> Bool) -> Int {
        guard let record = index.register.people[graph.people[person]] else { return 0 }
        let known = Set(pairs.map { graph.jobs[Int(graph.jobOfPair[$0])] })
        return index.jobs(goodFor: record, least: settings.threshold, limit: pairs.count + PlanReasoning.depth, isCancelled)
            .count { !known.contains($0) && !settings.excluded.contains(PlanPair(job: $0, person: record.id)) && isFree(job: $0) }
    }

    /// The rule that blocks the most of the jobs that are open; nil where
    /// cancelled.
    private func commonest(_ person: Person, _ isCancelled: () -> Bool) -> PlanReason.Commonest?? {
        let candidate = matcher.candidate(person)
        var counts = Array(repeating: 0, count: Rule.allCases.count)
        for (number, id) in graph.jobs.enumerated() {
            if number % 256 == 0, isCancelled() { return nil }
            guard let job = index.register.jobs[id] else { continue }
            let opening = matcher.opening(job)
            for (position, rule) in Rule.allCases.enumerated() where matcher.check(rule, opening, candidate) == false { counts[position] += 1 }
        }
        return .some(PlanReasoning.commonest(counts, of: graph.jobs.count))
    }
}
