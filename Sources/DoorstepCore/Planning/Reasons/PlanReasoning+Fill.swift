/// The one change that would bring most: told by those who come nearest, then
/// counted over the lists.
extension PlanReasoning {
    /// A change and whom, or what, it brings of those who come nearest.
    private struct Gain {
        let change: PlanReason.Change
        var matches = 0
        var free = 0

        func isMore(than other: Gain?) -> Bool {
            guard let other else { return matches > 0 }
            return (free, matches) > (other.free, other.matches)
        }
    }

    private func isGood(_ opening: Matcher.Opening, _ candidate: Matcher.Candidate) -> Bool {
        let assessment = matcher.assess(opening, candidate)
        return assessment.isMatch && assessment.score.points >= settings.threshold
    }

    // MARK: - A job

    /// - Returns: nil where nothing brings anybody, or where cancelled.
    func fill(_ job: Job, _ nearest: Nearest, _ isCancelled: @escaping () -> Bool) -> PlanReason.Fill? {
        var best: Gain?
        for gain in lessons(job, nearest.matches) where gain.isMore(than: best) { best = gain }
        let people = (nearest.nearMisses + nearest.matches).compactMap { match in
            index.register.people[match.person].map { (candidate: matcher.candidate($0), match: match) }
        }
        for change in JobChange.all(of: job, matcher.catalogue) {
            if isCancelled() { return nil }
            let touch = change.touch
            var gain = Gain(change: .job(change))
            let opening = matcher.opening(change.applied(to: job))
            for (candidate, match) in people {
                // Nobody is to be made another kind of worker for points.
                let isMeant = match.assessment.nearMiss.map(touch.rules.contains) ?? (!touch.parts.isEmpty && change.sort != .kind && change.sort != .reserved)
                guard isMeant, isGood(opening, candidate) else { continue }
                gain.matches += 1
                if isFree(person: match.person) { gain.free += 1 }
            }
            if gain.isMore(than: best) { best = gain }
        }
        guard let best else { return nil }
        guard case .job(let change) = best.change else {
            return PlanReason.Fill(change: best.change, matches: best.matches, free: best.free, isMore: nearest.count > nearest.matches.count)
        }
        let limit = graph.position(ofJob: job.id).map { draft.problem.pairs(ofJob: $0).count } ?? 0
        let before = index.people(goodFor: job, least: settings.threshold, limit: limit + PlanReasoning.depth, isCancelled)
        let most = before.count + PlanReasoning.depth
        let after = index.people(goodFor: change.applied(to: job), least: settings.threshold, limit: most, isCancelled)
        let known = Set(before)
        let further = after.filter { !known.contains($0) && !isSettled(PlanPair(job: job.id, person: $0)) }
        return PlanReason.Fill(
            change: best.change, matches: further.count, free: further.count(where: isFree(person:)), isMore: after.count >= most)
    }

    /// What learning each skill asked for would bring of those who match.
    private func lessons(_ job: Job, _ matches: [Match]) -> [Gain] {
        let opening = matcher.opening(job)
        var gains: [Gain] = []
        for asked in job.skills where !gains.contains(where: { $0.change == .training(HeldSkill(asked.name, asked.level)) }) {
            let skill = HeldSkill(asked.name, asked.level)
            let family = matcher.catalogue.skills.family(of: asked.name)
            var gain = Gain(change: .training(skill))
            for match in matches {
                guard case .asked(let findings) = match.assessment.skills, let person = index.register.people[match.person] else { continue }
                var parts = matcher.weigh(opening, matcher.candidate(person)).parts
                parts.skills = matcher.skillPart(findings, opening, with: skill, family: family)
                guard matcher.scale.points(parts) >= settings.threshold.value else { continue }
                gain.matches += 1
                if isFree(person: match.person) { gain.free += 1 }
            }
            gains.append(gain)
        }
        return gains
    }

    // MARK: - A person

    /// - Returns: nil where nothing brings a job, or where cancelled.
    func fill(_ person: Person, _ nearest: Nearest, _ isCancelled: @escaping () -> Bool) -> PlanReason.Fill? {
        let jobs = (nearest.nearMisses + nearest.matches).compactMap { match in
            index.register.jobs[match.job].map { (opening: matcher.opening($0), match: match, isFree: isFree(job: match.job)) }
        }
        var best: Gain?
        for change in PersonRelaxing.changes(of: person, jobs.map(\.opening), matcher) {
            if isCancelled() { return nil }
            let touch = change.touch
            var gain = Gain(change: .person(change))
            let candidate = matcher.candidate(change.applied(to: person))
            for (opening, match, isFree) in jobs {
                let isMeant = match.assessment.nearMiss.map(touch.rules.contains) ?? change.isAsked(of: opening, matcher.catalogue.places)
                guard isMeant, isGood(opening, candidate) else { continue }
                gain.matches += 1
                if isFree { gain.free += 1 }
            }
            if gain.isMore(than: best) { best = gain }
        }
        guard let best, case .person(let change) = best.change else { return nil }
        let before = Set(index.jobs(goodFor: person, least: settings.threshold, limit: PlanReasoning.depth, isCancelled))
        let most = before.count + PlanReasoning.depth
        let after = index.jobs(goodFor: change.applied(to: person), least: settings.threshold, limit: most, isCancelled)
        let further = after.filter { !before.contains($0) && !isSettled(PlanPair(job: $0, person: person.id)) }
        return PlanReason.Fill(change: best.change, matches: further.count, free: further.count(where: isFree(job:)), isMore: after.count >= most)
    }
}

extension PersonChange {
    /// Whether it can raise the points of a match with the job.
    fileprivate func isAsked(of opening: Matcher.Opening, _ places: PlaceCatalogue) -> Bool {
        switch self {
        case .area(let area): opening.lineage.contains(area)
        case .move: opening.job.givesLodging
        case .skill(let skill), .level(let skill): opening.job.skills.contains { $0.name == skill.name }
        case .wage, .kind, .certificate: false
        }
    }
}
