/// Finds the best jobs for a person: of all that no rule blocks, known from
/// words of answers, each is scored until it is clear that it cannot come
/// in.
struct JobSearch {
    private let matcher: Matcher
    private let candidate: Matcher.Candidate
    /// Holds the memory that `columns` reads.
    private let index: JobIndex
    private let columns: ReadOnlyList<JobColumns>
    private let test: EligibilityTest<JobRows.Value>
    private let held: [HeldCode]
    private let wants: [HeldCode]
    private let priority: Double
    private let eligible: EligibleWords
    private let isCancelled: () -> Bool

    init(_ person: Person, _ matcher: Matcher, _ jobs: JobIndex, _ codes: SkillCodes, isCancelled: @escaping () -> Bool) {
        self.matcher = matcher
        self.isCancelled = isCancelled
        candidate = matcher.candidate(person)
        index = jobs
        columns = ReadOnlyList(jobs.columns)
        held = person.skills.map {
            HeldCode(
                skill: codes.code($0.name) ?? .max, family: codes.family($0.name) ?? SkillCodes.noFamilyHeld, steps: UInt16($0.level.rawValue + 1))
        }
        wants = person.wants.map { HeldCode(skill: codes.code($0) ?? .max, family: codes.family($0) ?? SkillCodes.noFamilyHeld, steps: 1) }
        priority = candidate.highestPriority?.priority ?? 0
        var test = jobs.rows.test(candidate, matcher, words: jobs.certificateWords)
        var apart: Set<UInt32> = []
        for placement in matcher.register.placements(ofPerson: person.id) {
            guard let position = matcher.register.jobs.position(of: placement.job) else { continue }
            let isDayWork = matcher.catalogue.kinds.isDayWork(matcher.register.jobs[position])
            if matcher.isInHand(placement, isDayWork: isDayWork) || matcher.wasDeclined(placement) { apart.insert(UInt32(position)) }
        }
        test.keptApart = apart.sorted()
        self.test = test
        eligible = EligibleWords(chunks: columns.count)
    }

    /// The best matches or near misses, best first; nil where cancelled.
    func best(limit: Int, nearMisses: Bool) -> [Shortlist.Line]? {
        guard limit > 0, !test.isHopeless else { return [] }
        var shortlist = Shortlist(limit: min(limit, Shortlist.longest))
        var all: [Shortlist.Line] = []
        for chunk in 0..<columns.count {
            if isCancelled() { return nil }
            let jobs = columns[chunk]
            let words = eligible.words(chunk, jobs, test, nearMisses: nearMisses)
            for word in 0..<Slots.wordsPerChunk {
                var bits = words[word]
                while bits != 0 {
                    let index = word * 64 + bits.trailingZeroBitCount
                    bits &= bits - 1
                    let slot = chunk * Slots.perChunk + index
                    if limit > Shortlist.longest {
                        all.append(line(slot, jobs, index))
                    } else if admits(shortlist, jobs, index) {
                        _ = shortlist.offer(line(slot, jobs, index), id)
                    }
                }
            }
        }
        guard limit > Shortlist.longest else { return shortlist.lines }
        return Array(all.sorted { $0.precedes($1, id) }.prefix(limit))
    }

    /// How many match, and how many are near misses.
    func counts() -> (matches: Int, nearMisses: Int) {
        test.isHopeless ? (0, 0) : eligible.counts(columns, test)
    }

    /// Whether a job could come in if it were next door.
    @inline(__always)
    private func admits(_ shortlist: Shortlist, _ jobs: JobColumns, _ index: Int) -> Bool {
        guard let least = shortlist.least else { return true }
        return matcher.scale.points(Parts(skills: skills(jobs, index), location: 1, groups: groups(jobs, index))) >= least
    }

    func id(_ slot: Int) -> RecordID { columns[Slots.chunk(slot)].ids[Slots.index(slot)] }

    private func line(_ slot: Int, _ jobs: JobColumns, _ index: Int) -> Shortlist.Line {
        let (metres, location) = location(jobs, index)
        let points = matcher.scale.points(Parts(skills: skills(jobs, index), location: location, groups: groups(jobs, index)))
        return Shortlist.Line(points: points, metres: metres, slot: slot)
    }

    @inline(__always)
    private func groups(_ jobs: JobColumns, _ index: Int) -> Double {
        candidate.groups.isDisjoint(with: jobs.facts[index].wanted) ? priority : 1
    }

    @inline(__always)
    private func skills(_ jobs: JobColumns, _ index: Int) -> Double {
        let job = jobs.facts[index]
        if job.askedCount == 0 {
            return wants.withUnsafeBufferPointer { wants in
                wants.baseAddress.map { wishWorth(job.flags.contains(.hasOccupation) ? job.occupation : nil, $0, wants.count) } ?? 1
            }
        }
        return held.withUnsafeBufferPointer { held in
            guard let first = held.baseAddress else { return 0 }
            return Double(creditSum(jobs.asked.values + Int(job.askedStart), Int(job.askedCount), first, held.count)) / job.wholeSum
        }
    }

    @inline(__always)
    private func location(_ jobs: JobColumns, _ index: Int) -> (metres: Int, location: Double) {
        let job = jobs.facts[index]
        let person = candidate.person
        let metres = matcher.distance(
            (job.place, job.flags.contains(.hasPoint) ? job.point : nil), (person.place, person.coordinates)).metres
        if job.flags.contains(.isRemote) { return (metres, 1) }
        var location = Matcher.nearness(metres)
        if location < Matcher.nearnessOfWish, person.areas.contains(where: { matcher.catalogue.places.lies(job.place, in: $0) }) { location = Matcher.nearnessOfWish }
        if location < Matcher.nearnessOfLodging, job.flags.contains(.givesLodging), person.canMove { location = Matcher.nearnessOfLodging }
        return (metres, location)
    }
}
