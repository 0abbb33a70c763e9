/// One line of a ranking.
public struct Match: Hashable, Sendable {
    public let job: RecordID
    public let person: RecordID
    /// From 1, within the matches or within the near misses.
    public let rank: Int
    public let assessment: Assessment

    public init(job: RecordID, person: RecordID, rank: Int, assessment: Assessment) {
        self.job = job
        self.person = person
        self.rank = rank
        self.assessment = assessment
    }
}

/// The best matches and near misses for one person or one job, and how many
/// of each there are in all.
public struct Ranking: Hashable, Sendable {
    public let matches: [Match]
    public let nearMisses: [Match]
    public let matchCount: Int
    public let nearMissCount: Int

    public static let empty = Ranking(matches: [], nearMisses: [], matchCount: 0, nearMissCount: 0)
}

extension Matcher {
    /// The people for a job, best first.
    ///
    /// - Parameters:
    ///   - limit: how many lines to keep of the matches and of the near
    ///     misses.
    ///   - isCancelled: asked now and then; true ends the search.
    /// - Returns: nil where it was cancelled. Scores everyone once.
    public func people(for job: Job, limit: Int, isCancelled: () -> Bool = { false }) -> Ranking? {
        let opening = opening(job)
        return rank(register.people, limit: limit, isCancelled: isCancelled) { person in
            (job.id, person.id, assess(opening, candidate(person)))
        }
    }

    /// The jobs for a person, best first; otherwise as `people(for:limit:)`.
    public func jobs(for person: Person, limit: Int, isCancelled: () -> Bool = { false }) -> Ranking? {
        let candidate = candidate(person)
        return rank(register.jobs, limit: limit, isCancelled: isCancelled) { job in
            (job.id, person.id, assess(opening(job), candidate))
        }
    }

    /// The top people of every open job, jobs by identifier.
    public func all(limit: Int, body: (Ranking) throws -> Void) rethrows {
        let candidates = register.people.map { candidate($0) }
        for job in register.jobs.sorted(by: { $0.id < $1.id }) {
            let opening = opening(job)
            guard isOpen(opening) else { continue }
            let ranking = rank(candidates, limit: limit, isCancelled: { false }) { candidate in
                (job.id, candidate.person.id, assess(opening, candidate))
            }
            if let ranking { try body(ranking) }
        }
    }

    private func rank<Item>(
        _ items: some Sequence<Item>, limit: Int, isCancelled: () -> Bool,
        assess: (Item) -> (job: RecordID, person: RecordID, assessment: Assessment)
    ) -> Ranking? {
        var matches: [(job: RecordID, person: RecordID, assessment: Assessment)] = []
        var nearMisses: [(job: RecordID, person: RecordID, assessment: Assessment)] = []
        for (index, item) in items.enumerated() {
            if index % 256 == 0, isCancelled() { return nil }
            let entry = assess(item)
            if entry.assessment.isMatch {
                matches.append(entry)
            } else if entry.assessment.nearMiss != nil {
                nearMisses.append(entry)
            }
        }
        func best(_ entries: [(job: RecordID, person: RecordID, assessment: Assessment)]) -> [Match] {
            entries.sorted { Matcher.precedes($0, $1) }.prefix(max(0, limit)).enumerated().map {
                Match(job: $1.job, person: $1.person, rank: $0 + 1, assessment: $1.assessment)
            }
        }
        return Ranking(
            matches: best(matches), nearMisses: best(nearMisses), matchCount: matches.count, nearMissCount: nearMisses.count)
    }

    /// Points, highest first; then the nearer; then identifiers by bytes.
    /// In a ranking one side is the same throughout, so that comparing both
    /// identifiers compares the other.
    static func precedes(
        _ one: (job: RecordID, person: RecordID, assessment: Assessment),
        _ other: (job: RecordID, person: RecordID, assessment: Assessment)
    ) -> Bool {
        let points = (one.assessment.score.points, other.assessment.score.points)
        if points.0 != points.1 { return points.0 > points.1 }
        let metres = (one.assessment.location.metres, other.assessment.location.metres)
        if metres.0 != metres.1 { return metres.0 < metres.1 }
        return one.job == other.job ? one.person < other.person : one.job < other.job
    }
}
