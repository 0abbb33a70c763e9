import CPrefetch

extension PeopleSearch {
    // MARK: - People of a list

    /// Goes through people of a district, each as near as their cell.
    mutating func visit(_ residents: PeopleList.Shelf, _ district: Int, highest: Int, _ surroundings: Surroundings, _ query: JobQuery) {
        let nears = nearCells.points(district, surroundings, ground, bounds)
        let cells = index.cells.cellOfSlot.first
        visit(residents.holdings, residents.range(district, highest: highest), query) { nears[Int(cells[$0.slot])] }
    }

    /// Goes through people who come near by a wish or into lodgings; where
    /// the job can be done from home, all do.
    ///
    /// - Returns: false where cancelled.
    mutating func visitAll(_ people: [Holding], _ range: Range<Int>, _ query: JobQuery) -> Bool {
        let table = points.table
        for start in stride(from: range.lowerBound, to: range.upperBound, by: 8192) {
            if start > range.lowerBound, isCancelled() { return false }
            visit(people, start..<min(start + 8192, range.upperBound), query) { table.way($0) }
        }
        lookAtPicked(query)
        return true
    }

    /// Picks out who may come in and whom no rule blocks; a few at a time,
    /// and each time without a branch, of which half would be guessed wrong.
    ///
    /// - Parameter near: points of L of a holding's person at most.
    @inline(__always)
    mutating func visit(_ people: [Holding], _ range: Range<Int>, _ query: JobQuery, near: (Holding) -> Double) {
        let table = points.table
        let picked = picked
        // Who misses narrowly may lack one of them.
        let needed = isNear ? 0 : query.neededMarks
        people.withUnsafeBufferPointer { people in
            var start = range.lowerBound
            while start < range.upperBound {
                let end = min(start &+ Picked.block, range.upperBound)
                let (least, passed) = (least, picked.passed)
                var count = 0
                var position = start
                while position < end {
                    let holding = people[position]
                    let near = near(holding)
                    passed[count] = (holding.slot, near)
                    count &+= (table.reach(holding) + near >= least ? 1 : 0) & (holding.marks & needed == needed ? 1 : 0)
                    position &+= 1
                }
                pick(count, query)
                if picked.isFull { lookAtPicked(query) }
                start = end
            }
        }
    }

    /// Takes those in who passed and whom no rule blocks, or only one.
    @inline(__always)
    private func pick(_ count: Int, _ query: JobQuery) {
        let (picked, passed, traitsOfChunks) = (picked, picked.passed, traitsOfChunks.first)
        if let traits = query.traits {
            let wanted = isNear ? 1 : 0
            for position in 0..<count {
                let slot = passed[position].slot
                doorstep_prefetch(traitsOfChunks[Slots.chunk(slot)] + Slots.index(slot))
            }
            for position in 0..<count {
                let (slot, near) = passed[position]
                let broken = traits.broken(traitsOfChunks[Slots.chunk(slot)][Slots.index(slot)])
                picked.offer(slot, near, if: broken == wanted)
            }
            if !query.apart.isEmpty { picked.drop { query.isApart($0) } }
        } else {
            for position in 0..<count { picked.offer(passed[position].slot, passed[position].near, if: isEligible(passed[position].slot, query)) }
        }
        picked.fetch(factsOfChunks.first)
    }

    mutating func lookAtPicked(_ query: JobQuery) {
        for position in 0..<picked.count { consider(picked.all[position].slot, picked.all[position].near, query) }
        picked.removeAll()
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
            let words = eligible.words(chunk, chunks[chunk], query.test, nearMisses: isNear) + Slots.words(ofChunk: chunk).lowerBound
            let end = min(slots.upperBound, (chunk + 1) * Slots.perChunk)
            var word = Slots.index(start) >> 6
            var bits = words[word] & (.max << UInt64(start & 63))
            while true {
                while bits != 0 {
                    let slot = chunk * Slots.perChunk + word * 64 + bits.trailingZeroBitCount
                    if slot >= end { break }
                    bits &= bits - 1
                    guard chunks[chunk].facts[Slots.index(slot)].flags.isSuperset(of: flags) else { continue }
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
        for chunk in 0..<chunks.count {
            if isCancelled() { return nil }
            let people = chunks[chunk]
            let words = eligible.words(chunk, people, query.test, nearMisses: isNear) + Slots.words(ofChunk: chunk).lowerBound
            for word in 0..<Slots.wordsPerChunk {
                var bits = words[word]
                while bits != 0 {
                    let place = word * 64 + bits.trailingZeroBitCount
                    bits &= bits - 1
                    let (metres, location) = ground.location(of: people, place, query)
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
        let words = eligible.words(chunk, chunks[chunk], query.test, nearMisses: isNear)
        return words[slot >> 6] & 1 << UInt64(slot & 63) != 0
    }

    @inline(__always)
    private func groups(_ people: PeopleChunk, _ place: Int, _ query: JobQuery) -> Double {
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
        let groups = groups(chunks[chunk], place, query)
        let rest = near + scale.groups * groups
        guard points.table.mostOfSkills + rest >= least else { return false }
        let skills = query.skills(of: chunks[chunk], place)
        guard scale.skills * skills + rest >= least else { return false }
        let (metres, location) = ground.location(of: chunks[chunk], place, query)
        let points = scale.points(Parts(skills: skills, location: location, groups: groups))
        let chunks = chunks
        guard shortlist.offer(Shortlist.Line(points: points, metres: metres, slot: slot), { chunks[Slots.chunk($0)].ids[Slots.index($0)] })
        else { return false }
        if let points = shortlist.least { least = PeopleSearch.least(points) }
        return true
    }

    /// What the parts must reach for so many points: rounding adds at most
    /// half a point; a little more for safety.
    static func least(_ points: Int) -> Double { Double(points) - 0.5001 }
}
