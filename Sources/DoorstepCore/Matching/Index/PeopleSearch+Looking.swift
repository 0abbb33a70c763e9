import CPrefetch

extension PeopleSearch {
    // MARK: - People of a list

    /// Goes through a district's people, each as near as their cell.
    ///
    /// - Parameter most: points of S and G that anybody in the list has at
    ///   most.
    mutating func visit(
        _ people: UnsafeBufferPointer<Holding>, _ starts: [UInt32], _ district: Int, _ most: Double, _ surroundings: Surroundings,
        _ table: HoldingTable, _ query: JobQuery
    ) {
        for position in Int(starts[district])..<Int(starts[district + 1]) {
            let holding = people[position]
            let near = near(Int(cellOfSlot[holding.slot]), surroundings)
            // Most live too far away whatever they bring.
            guard most + near >= least, table.reach(holding) + near >= least else { continue }
            if isEligible(holding.slot, query) { wait(holding.slot, near, query) }
        }
    }

    /// - Parameters:
    ///   - code: the priority of all in the list.
    ///   - near: points of L that anybody there has at most, by distance.
    mutating func visit(_ holders: UnsafeBufferPointer<Holding>, _ range: Range<Int>, _ code: Int, _ near: Double, _ query: JobQuery) {
        guard !range.isEmpty, points.most(ofPriority: code, query) + near >= least else { return }
        let table = points.table
        for position in range where table.reach(holders[position]) + near >= least {
            let slot = holders[position].slot
            if isEligible(slot, query) { wait(slot, near, query) }
        }
    }

    /// Goes through a list for those who come near by a wish or into
    /// lodgings; where the job can be done from home, for all.
    ///
    /// - Parameter near: points of L that anybody in the list has at most.
    /// - Returns: false where cancelled.
    mutating func visitAll(_ people: [Holding], _ code: Int, _ near: Double, _ query: JobQuery) -> Bool {
        guard !people.isEmpty, points.most(ofPriority: code, query) + near >= least else { return true }
        let table = points.table
        return people.withUnsafeBufferPointer { people in
            for position in people.indices {
                if position & 8191 == 8191, isCancelled() { return false }
                let near = table.way(people[position])
                guard table.reach(people[position]) + near >= least else { continue }
                let slot = people[position].slot
                if isEligible(slot, query) { wait(slot, near, query) }
            }
            lookAtWaiting(query)
            return true
        }
    }

    /// Somebody to be looked at when their line has come from memory.
    @inline(__always)
    private mutating func wait(_ slot: Int, _ near: Double, _ query: JobQuery) {
        doorstep_prefetch(columns[Slots.chunk(slot)].facts + Slots.index(slot))
        waiting.append(slot, near)
        if waiting.isFull { lookAtWaiting(query) }
    }

    mutating func lookAtWaiting(_ query: JobQuery) {
        for position in 0..<waiting.count { consider(waiting.slots[position], waiting.nears[position], query) }
        waiting.removeAll()
    }

    // MARK: - Everybody

    mutating func visitWishers(_ list: Int, _ query: JobQuery) {
        let near = scale.location * Matcher.nearnessOfWish
        let slots = index.wishers[list]
        for slot in slots where points.table.most + near >= least && isEligible(Int(slot), query) { consider(Int(slot), near, query) }
    }

    /// - Parameters:
    ///   - near: points of L of anybody there at most.
    ///   - flags: looks only at people with these.
    /// - Returns: false where cancelled.
    mutating func visitEverybody(_ slots: Range<Int>, _ near: Double, _ flags: PersonFacts.Flags, _ query: JobQuery) -> Bool {
        let most = points.table.most
        guard !slots.isEmpty, most + near >= least else { return true }
        var start = slots.lowerBound
        while start < slots.upperBound {
            let chunk = Slots.chunk(start)
            if chunk % 16 == 0, isCancelled() { return false }
            let words = eligible.words(chunk, columns[chunk], query.test, nearMisses: isNear)
            let end = min(slots.upperBound, (chunk + 1) * Slots.perChunk)
            var word = Slots.index(start) >> 6
            var bits = words[word] & (.max << UInt64(start & 63))
            while true {
                while bits != 0 {
                    let slot = chunk * Slots.perChunk + word * 64 + bits.trailingZeroBitCount
                    if slot >= end { break }
                    bits &= bits - 1
                    guard columns[chunk].facts[Slots.index(slot)].flags.isSuperset(of: flags) else { continue }
                    if consider(slot, near, query), most + near < least { return true }
                }
                word += 1
                guard chunk * Slots.perChunk + word * 64 < end else { break }
                bits = words[word]
            }
            start = end
        }
        return true
    }

    /// Everyone eligible, best first: where so many are wanted that none can
    /// be passed over.
    mutating func everyone(_ query: JobQuery) -> [Shortlist.Line]? {
        var lines: [Shortlist.Line] = []
        for chunk in 0..<columns.count {
            if isCancelled() { return nil }
            let people = columns[chunk]
            let words = eligible.words(chunk, people, query.test, nearMisses: isNear)
            for word in 0..<Slots.wordsPerChunk {
                var bits = words[word]
                while bits != 0 {
                    let place = word * 64 + bits.trailingZeroBitCount
                    bits &= bits - 1
                    let (metres, location) = ground.location(of: people, place, query, matcher)
                    let parts = Parts(skills: query.skills(of: people, place), location: location, groups: groups(people, place, query))
                    lines.append(Shortlist.Line(points: scale.points(parts), metres: metres, slot: chunk * Slots.perChunk + place))
                }
            }
        }
        return isCancelled() ? nil : lines.sorted { $0.precedes($1, id) }
    }

    // MARK: - One person

    @inline(__always)
    private func isEligible(_ slot: Int, _ query: JobQuery) -> Bool {
        let chunk = Slots.chunk(slot)
        let words = eligible.words(chunk, columns[chunk], query.test, nearMisses: isNear)
        return words[Slots.index(slot) >> 6] & 1 << UInt64(slot & 63) != 0
    }

    @inline(__always)
    private func groups(_ people: PeopleColumns, _ place: Int, _ query: JobQuery) -> Double {
        if !query.wanted.isEmpty, !people.facts[place].groups.isDisjoint(with: query.wanted) { return 1 }
        return index.priorities.values[Int(people.facts[place].priority)]
    }

    /// Scores somebody and offers them to the shortlist.
    ///
    /// - Parameter near: points of L at most.
    /// - Returns: whether they came in.
    @discardableResult
    private mutating func consider(_ slot: Int, _ near: Double, _ query: JobQuery) -> Bool {
        let chunk = Slots.chunk(slot)
        let place = Slots.index(slot)
        let groups = groups(columns[chunk], place, query)
        let rest = near + scale.groups * groups
        guard points.table.mostOfSkills + rest >= least else { return false }
        let skills = query.skills(of: columns[chunk], place)
        guard scale.skills * skills + rest >= least else { return false }
        let (metres, location) = ground.location(of: columns[chunk], place, query, matcher)
        let points = scale.points(Parts(skills: skills, location: location, groups: groups))
        let columns = columns
        guard shortlist.offer(Shortlist.Line(points: points, metres: metres, slot: slot), { columns[Slots.chunk($0)].ids[Slots.index($0)] })
        else { return false }
        // Rounding adds at most half a point; a little more for safety.
        if let points = shortlist.least { least = Double(points) - 0.5001 }
        return true
    }
}

/// Who passed and is still to be looked at, and points of L at most: while
/// one is looked at, the lines of the others come from memory.
final class Waiting {
    let slots: UnsafeMutablePointer<Int>
    let nears: UnsafeMutablePointer<Double>
    private(set) var count = 0
    private static let most = 16

    init() {
        slots = .allocate(capacity: Waiting.most)
        nears = .allocate(capacity: Waiting.most)
    }

    deinit {
        slots.deallocate()
        nears.deallocate()
    }

    @inline(__always)
    var isFull: Bool { count == Waiting.most }

    @inline(__always)
    func append(_ slot: Int, _ near: Double) {
        slots[count] = slot
        nears[count] = near
        count += 1
    }

    func removeAll() { count = 0 }
}
