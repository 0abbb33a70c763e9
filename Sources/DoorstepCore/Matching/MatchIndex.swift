/// Finds what `Matcher` finds, to the point and the rank, without scoring
/// everybody: among half a million people in less than a millisecond.
///
/// A value: whoever holds one has a register that does not change under
/// them, and an edit copies only the few thousand records around it.
public struct MatchIndex: Sendable {
    /// What it answers from: the register as it is now.
    public private(set) var matcher: Matcher
    private(set) var people: PeopleIndex
    private(set) var jobs: JobIndex
    private(set) var codes: SkillCodes

    /// Worked out on all processors. O(n log n) in the number of records.
    public init(_ matcher: Matcher) {
        self.matcher = matcher
        var codes = SkillCodes(matcher.catalogue.skills)
        people = PeopleIndex(matcher, &codes)
        jobs = JobIndex(matcher, &codes)
        self.codes = codes
    }

    public var register: Register { matcher.register }
}

// MARK: - Asking

extension MatchIndex {
    /// The people for a job, best first; as `Matcher.people(for:limit:)`.
    ///
    /// - Parameter isCancelled: asked now and then; true ends the search.
    public func people(for job: Job, limit: Int, isCancelled: @escaping () -> Bool = { false }) -> Ranking? {
        let query = JobQuery(job, matcher, people, codes)
        var search = PeopleSearch(matcher, people, isCancelled: isCancelled)
        search.begin(query)
        // Near misses first: with whom one rule blocks, who matches is known.
        guard let nearMisses = search.best(query, limit: limit, nearMisses: true), let matches = search.best(query, limit: limit, nearMisses: false)
        else { return nil }
        let counts = search.counts(query)
        func assessed(_ lines: [Shortlist.Line]) -> [Match] {
            lines.enumerated().compactMap { index, line in
                register.people[search.id(line.slot)].map { person in
                    Match(job: job.id, person: person.id, rank: index + 1, assessment: matcher.assess(query.opening, matcher.candidate(person)))
                }
            }
        }
        return Ranking(
            matches: assessed(matches), nearMisses: assessed(nearMisses), matchCount: counts.matches, nearMissCount: counts.nearMisses)
    }

    /// The jobs for a person, best first; as `Matcher.jobs(for:limit:)`.
    public func jobs(for person: Person, limit: Int, isCancelled: @escaping () -> Bool = { false }) -> Ranking? {
        let search = JobSearch(person, matcher, jobs, codes, isCancelled: isCancelled)
        guard let nearMisses = search.best(limit: limit, nearMisses: true), let matches = search.best(limit: limit, nearMisses: false) else { return nil }
        let counts = search.counts()
        let candidate = matcher.candidate(person)
        func assessed(_ lines: [Shortlist.Line]) -> [Match] {
            lines.enumerated().compactMap { index, line in
                register.jobs[search.id(line.slot)].map { job in
                    Match(job: job.id, person: person.id, rank: index + 1, assessment: matcher.assess(matcher.opening(job), candidate))
                }
            }
        }
        return Ranking(
            matches: assessed(matches), nearMisses: assessed(nearMisses), matchCount: counts.matches, nearMissCount: counts.nearMisses)
    }

    /// Somebody on a job's list: enough to rank them; the rest follows from
    /// the pair.
    public struct Line: Hashable, Sendable {
        public let person: RecordID
        /// From 1.
        public let rank: Int
        public let points: Points
        /// Whole metres.
        public let metres: Int
    }

    /// What a list is of.
    public enum Kind: Sendable {
        case matches, nearMisses
    }

    /// The top people of every open job, jobs by identifier, found on all
    /// processors.
    ///
    /// - Parameters:
    ///   - isCancelled: asked for each job, from any thread.
    ///   - body: takes each job's list; what it throws ends the search.
    /// - Returns: false where cancelled.
    @discardableResult
    public func all(
        limit: Int, of kind: Kind = .matches, isCancelled: @Sendable () -> Bool = { false }, body: (Job, [Line]) throws -> Void
    ) rethrows -> Bool {
        let order = register.jobs.enumerated().map { (id: $1.id, position: $0) }.sorted { $0.id < $1.id }.map(\.position)
        // So many at a time that the processors have work and the lists
        // little room; each portion has a search of its own. Jobs of one
        // place are looked for one after another: the people around them are
        // then at hand.
        let (batch, portion) = (16_384, 256)
        for start in stride(from: 0, to: order.count, by: batch) {
            let jobs = order[start..<min(order.count, start + batch)]
            let places = jobs.map { register.jobs[$0].place }
            let byPlace = jobs.indices.sorted { (places[$0 - start], $0) < (places[$1 - start], $1) }
            let portions = stride(from: 0, to: byPlace.count, by: portion).map { Array(byPlace[$0..<min(byPlace.count, $0 + portion)]) }
            let found = portions.mapOnAllProcessors(portion: 1) { portion in
                self.lists(ofJobsAt: portion.map { jobs[$0] }, limit: limit, of: kind, isCancelled: isCancelled)
            }
            if isCancelled() { return false }
            var lists = [[Line]?](repeating: nil, count: jobs.count)
            for (index, lines) in zip(byPlace, found.joined()) { lists[index - start] = lines }
            for (position, lines) in zip(jobs, lists) {
                if let lines { try body(register.jobs[position], lines) }
            }
        }
        return true
    }

    /// The list of each job; nil for one that is not open, and where
    /// cancelled.
    private func lists(ofJobsAt positions: [Int], limit: Int, of kind: Kind, isCancelled: () -> Bool) -> [[Line]?] {
        var search = PeopleSearch(matcher, people, isCancelled: { false })
        return positions.map { position in
            guard !isCancelled() else { return nil }
            let query = JobQuery(register.jobs[position], matcher, people, codes)
            guard matcher.isOpen(query.opening) else { return nil }
            search.begin(query)
            return (search.best(query, limit: limit, nearMisses: kind == .nearMisses) ?? []).enumerated().map { index, line in
                Line(person: search.id(line.slot), rank: index + 1, points: Points(clamping: line.points), metres: line.metres)
            }
        }
    }
}

// MARK: - Editing

/// Each takes one record in, in the register and in what is derived from it,
/// in time that does not grow with the register.
extension MatchIndex {
    public mutating func update(_ person: Person) {
        matcher.register.update(person)
        guard let position = register.people.position(of: person.id) else { return }
        people.update(person, at: position, matcher, &codes)
    }

    public mutating func update(_ job: Job) {
        let former = register.jobs[job.id]?.absence?.standing
        matcher.register.update(job)
        refresh(job.id)
        // Its placements take up vacancies of the one that stands for it.
        for standing in Set([former, job.absence?.standing].compactMap(\.self)) { refresh(standing) }
    }

    public mutating func update(_ employer: Employer) {
        let known = register.employers[employer.id]
        matcher.register.update(employer)
        guard known.map({ $0.isBarred != employer.isBarred }) ?? true, let position = register.employers.position(of: employer.id) else { return }
        // Jobs may have come before their employer.
        for slot in jobs.slots(ofEmployer: known == nil ? nil : position) where register.jobs[slot].employer == employer.id {
            jobs.update(register.jobs[slot], at: slot, matcher, &codes)
        }
    }

    public mutating func update(_ placement: Placement) {
        matcher.register.update(placement)
        refresh(register.standing(job: placement.job))
    }

    public mutating func update(_ distance: Distance) {
        matcher.register.update(distance)
    }

    public mutating func update(_ service: Service) {
        matcher.register.update(service)
    }

    private mutating func refresh(_ job: RecordID) {
        guard let position = register.jobs.position(of: job) else { return }
        jobs.update(register.jobs[position], at: position, matcher, &codes)
    }
}
