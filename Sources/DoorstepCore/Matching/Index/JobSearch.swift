import CPrefetch

/// Finds the best jobs for a person: those that ask for what they can do,
/// then those that ask for nothing, and the others where they could come in.
/// Whom the rules block is known from words of answers.
struct JobSearch {
    private let matcher: Matcher
    private let candidate: Matcher.Candidate
    /// Holds the memory that `chunks` reads.
    private let index: JobIndex
    private let chunks: ReadOnlyList<JobChunk>
    private let test: EligibilityTest<JobRows.Value>
    private let held: [HeldCode]
    private let wants: [HeldCode]
    private let priority: Double
    private let eligible: EligibleWords
    private let picked = Picked()
    private let isCancelled: () -> Bool

    init(_ person: Person, _ matcher: Matcher, _ jobs: JobIndex, _ codes: SkillCodes, isCancelled: @escaping () -> Bool) {
        self.matcher = matcher
        self.isCancelled = isCancelled
        candidate = matcher.candidate(person)
        index = jobs
        chunks = ReadOnlyList(jobs.chunks.all)
        held = person.skills.map {
            HeldCode(
                skill: codes.code($0.name) ?? .max, family: codes.family($0.name) ?? SkillCodes.noFamilyHeld, steps: UInt16($0.level.rawValue + 1))
        }
        wants = person.wants.map { HeldCode(skill: codes.code($0) ?? .max, family: codes.family($0) ?? SkillCodes.noFamilyHeld, steps: 1) }
        priority = candidate.highestPriority?.priority ?? 0
        var test = jobs.rows.test(candidate, matcher, words: jobs.certificateWords)
        var apart: Set<UInt32> = []
        for placement in matcher.register.placements(ofPerson: person.id) {
            guard let position = matcher.register.jobs.position(of: matcher.register.standing(job: placement.job)) else { continue }
            let isDayWork = matcher.catalogue.kinds.isDayWork(matcher.register.jobs[position])
            if matcher.isInHand(placement, isDayWork: isDayWork) || matcher.wasDeclined(placement) { apart.insert(UInt32(position)) }
        }
        if !apart.isEmpty { test.barred.listed.append((apart.sorted(), true)) }
        self.test = test
        eligible = EligibleWords(chunks: chunks.count)
    }

    /// The best matches or near misses, best first; nil where cancelled.
    ///
    /// - Parameter least: only those with so many points.
    func best(limit: Int, nearMisses: Bool, least: Int = 0) -> [Shortlist.Line]? {
        guard limit > 0, !test.isHopeless else { return [] }
        if limit > Shortlist.longest { return all(nearMisses: nearMisses).map { Array($0.prefix { $0.points >= least }.prefix(limit)) } }
        var shortlist = Shortlist(limit: limit, floor: least)
        var lists = Set(held.map(\.list)).filter { $0 < index.askers.count }.sorted().map { index.askers[$0] }
        lists.append(index.undemanding)
        for list in lists {
            if isCancelled() { return nil }
            for slot in list where isEligible(Int(slot), nearMisses) {
                wait(Int(slot))
                if picked.isFull { considerPicked(&shortlist) }
            }
            considerPicked(&shortlist)
        }
        // The others have an S of 0.
        let most = Parts(skills: 0, location: 1, groups: candidate.groups.isEmpty ? 0 : 1)
        if let least = shortlist.least, matcher.scale.points(most) < least { return shortlist.lines }
        let isDone = forEachEligible(nearMisses) { consider($0, &shortlist) }
        return isDone ? shortlist.lines : nil
    }

    private func all(nearMisses: Bool) -> [Shortlist.Line]? {
        var lines: [Shortlist.Line] = []
        guard forEachEligible(nearMisses, { lines.append(line($0)) }) else { return nil }
        return lines.sorted { $0.precedes($1, id) }
    }

    /// - Returns: false where cancelled.
    private func forEachEligible(_ nearMisses: Bool, _ body: (Int) -> Void) -> Bool {
        for chunk in 0..<chunks.count {
            if isCancelled() { return false }
            let words = eligible.words(chunk, chunks[chunk], test, nearMisses: nearMisses)
            for word in Slots.words(ofChunk: chunk) {
                var bits = words[word]
                while bits != 0 {
                    body(word * 64 + bits.trailingZeroBitCount)
                    bits &= bits - 1
                }
            }
        }
        return true
    }

    @inline(__always)
    private func isEligible(_ slot: Int, _ nearMisses: Bool) -> Bool {
        let chunk = Slots.chunk(slot)
        let words = eligible.words(chunk, chunks[chunk], test, nearMisses: nearMisses)
        return words[slot >> 6] & 1 << UInt64(slot & 63) != 0
    }

    /// A job to be looked at when what is known of it has come from memory.
    @inline(__always)
    private func wait(_ slot: Int) {
        let facts = UnsafeRawPointer(chunks[Slots.chunk(slot)].facts + Slots.index(slot))
        doorstep_prefetch(facts)
        doorstep_prefetch(facts + 64)
        picked.offer(slot, 0)
    }

    private func considerPicked(_ shortlist: inout Shortlist) {
        for position in 0..<picked.count { consider(picked.all[position].slot, &shortlist) }
        picked.removeAll()
    }

    /// Scores a job, if it could come in were it next door.
    @inline(__always)
    private func consider(_ slot: Int, _ shortlist: inout Shortlist) {
        let (chunk, place) = (Slots.chunk(slot), Slots.index(slot))
        if let least = shortlist.least {
            let most = Parts(skills: skills(chunks[chunk], place), location: 1, groups: groups(chunks[chunk], place))
            guard matcher.scale.points(most) >= least else { return }
        }
        // The method itself would copy the whole search for each job.
        let chunks = chunks
        _ = shortlist.offer(line(slot)) { chunks[Slots.chunk($0)].ids[Slots.index($0)] }
    }

    /// How many match, and how many are near misses.
    func counts() -> (matches: Int, nearMisses: Int) {
        test.isHopeless ? (0, 0) : eligible.counts(chunks, test)
    }

    func id(_ slot: Int) -> RecordID { chunks[Slots.chunk(slot)].ids[Slots.index(slot)] }

    private func line(_ slot: Int) -> Shortlist.Line {
        let (chunk, place) = (Slots.chunk(slot), Slots.index(slot))
        let (metres, location) = location(chunks[chunk], place)
        let parts = Parts(skills: skills(chunks[chunk], place), location: location, groups: groups(chunks[chunk], place))
        return Shortlist.Line(points: matcher.scale.points(parts), metres: metres, slot: slot)
    }

    @inline(__always)
    private func groups(_ jobs: JobChunk, _ index: Int) -> Double {
        candidate.groups.isDisjoint(with: jobs.facts[index].wanted) ? priority : 1
    }

    @inline(__always)
    private func skills(_ jobs: JobChunk, _ index: Int) -> Double {
        let job = jobs.facts[index]
        if job.askedCount == 0 {
            return wants.withUnsafeBufferPointer { wants in
                wants.baseAddress.map { wishWorth(job.flags.contains(.hasOccupation) ? job.occupation : nil, $0, wants.count) } ?? 1
            }
        }
        return held.withUnsafeBufferPointer { held in
            guard let first = held.baseAddress else { return 0 }
            return Double(creditSum(jobs.askedValues + Int(job.askedStart), Int(job.askedCount), first, held.count)) / job.wholeSum
        }
    }

    @inline(__always)
    private func location(_ jobs: JobChunk, _ index: Int) -> (metres: Int, location: Double) {
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
