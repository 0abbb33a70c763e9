/// Finds the best people for a job without looking at everybody.
///
/// A list of who holds a skill is gone through place by place, the nearest
/// first, for as long as whoever is there could still come in: with every
/// skill, the highest priority and no distance beyond the place's. Whom the
/// rules block is known beforehand from words of answers. Those who wish to
/// work there, or would move into lodgings, are looked at wherever they
/// live; those without any of the skills last, and hardly ever.
struct PeopleSearch {
    let matcher: Matcher
    let index: PeopleIndex
    let columns: ReadOnlyList<PeopleColumns>
    /// The cell of each slot.
    let cellOfSlot: ReadOnlyList<UInt16>
    let scale: PointScale
    let isCancelled: () -> Bool
    // What is worked out for one query, in memory used for query after
    // query.
    let eligible: EligibleWords
    let points: HoldingPoints
    let waiting = Waiting()
    var ground: JobGround
    private var cache: SurroundingsCache
    let bounds: NearnessBounds
    var shortlist = Shortlist(limit: 0)
    var isNear = false
    /// What the three parts must reach together, in points before rounding,
    /// for anybody to come in.
    var least = HoldingTable.nothing

    init(_ matcher: Matcher, _ index: PeopleIndex, isCancelled: @escaping () -> Bool) {
        self.matcher = matcher
        self.index = index
        self.isCancelled = isCancelled
        columns = ReadOnlyList(index.columns)
        cellOfSlot = index.cells.cellOfSlot
        scale = matcher.scale
        eligible = EligibleWords(chunks: columns.count)
        points = HoldingPoints(index.priorities, scale)
        ground = JobGround(places: matcher.catalogue.places.all.count)
        cache = SurroundingsCache(index.cells, matcher.catalogue.places)
        bounds = NearnessBounds(scale)
    }

    /// Forgets the last query.
    mutating func begin(_ query: JobQuery) {
        eligible.reset()
        points.begin(query)
        ground.begin(query.opening.job, matcher.catalogue.places, index.cells)
    }

    /// The best matches or near misses, best first; nil where cancelled.
    mutating func best(_ query: JobQuery, limit: Int, nearMisses: Bool) -> [Shortlist.Line]? {
        shortlist = Shortlist(limit: limit)
        isNear = nearMisses
        least = HoldingTable.nothing
        guard limit > 0, !query.test.isHopeless, columns.count > 0 else { return [] }
        if limit > Shortlist.longest { return everyone(query).map { Array($0.prefix(limit)) } }
        for list in query.lists {
            guard run(list, query) else { return nil }
        }
        guard runEverybody(query.mostOfOthers, query) else { return nil }
        return shortlist.lines
    }

    /// How many match, and how many are near misses.
    func counts(_ query: JobQuery) -> (matches: Int, nearMisses: Int) {
        query.test.isHopeless ? (0, 0) : eligible.counts(columns, query.test)
    }

    func id(_ slot: Int) -> RecordID { columns[Slots.chunk(slot)].ids[Slots.index(slot)] }

    // MARK: - Where to look

    /// Goes through the people of a list: near places first, then those who
    /// come near by a wish or into lodgings.
    ///
    /// - Returns: false where cancelled.
    private mutating func run(_ list: JobQuery.SkillList, _ query: JobQuery) -> Bool {
        points.prepare(list, query)
        let classes = list.people.classes
        let codes = classes.indices.reversed()
        if query.isRemote {
            return codes.allSatisfy { visitAll(classes[$0].all, $0, scale.location, query) }
        }
        let surroundings = cache.surroundings(of: query.place)
        for code in codes { lookAround(classes[code], code, surroundings, query) }
        for code in codes { guard runDistricts(classes[code], code, surroundings, query) else { return false } }
        for code in codes {
            for people in classes[code].wishing(in: query.prefecture) {
                guard visitAll(people, code, scale.location * Matcher.nearnessOfWish, query) else { return false }
            }
            guard query.givesLodging else { continue }
            guard visitAll(classes[code].moving, code, scale.location * Matcher.nearnessOfLodging, query) else { return false }
        }
        return true
    }

    /// Those who are next door: in places whose distance is recorded, and in
    /// the nearest district.
    private mutating func lookAround(_ people: PeopleClass, _ code: Int, _ surroundings: Surroundings, _ query: JobQuery) {
        people.all.withUnsafeBufferPointer { all in
            for (place, metres) in recorded(query) {
                for cell in index.cells.cells(of: place) {
                    let slots = index.cells.cells[cell].slots
                    let near = scale.location * Matcher.nearness(metres)
                    visit(all, all.position(of: slots.lowerBound)..<all.position(of: slots.upperBound), code, near, query)
                }
            }
            if let starts = people.starts, surroundings.districtCount > 0 {
                visit(all, starts, surroundings.districts[0].district, points.most(ofPriority: code, query), surroundings, points.table, query)
            }
            lookAtWaiting(query)
        }
    }

    private mutating func runDistricts(_ people: PeopleClass, _ code: Int, _ surroundings: Surroundings, _ query: JobQuery) -> Bool {
        guard !people.all.isEmpty else { return true }
        let most = points.most(ofPriority: code, query)
        return people.all.withUnsafeBufferPointer { all in
            guard let starts = people.starts else {
                visit(all, all.indices, code, scale.location, query)
                return true
            }
            let table = points.table
            for position in 1..<max(1, surroundings.districtCount) {
                let (steps, number) = surroundings.districts[position]
                guard most + bounds.points(step: steps - ground.offset) >= least else { break }
                visit(all, starts, number, most, surroundings, table, query)
            }
            // Who came or moved since the index was made may be anywhere.
            visit(all, Int(starts[starts.count - 1])..<all.count, code, scale.location, query)
            lookAtWaiting(query)
            return !isCancelled()
        }
    }

    /// Goes through everybody, in the same order.
    ///
    /// - Parameter most: the greatest S that anybody new can have.
    /// - Returns: false where cancelled.
    private mutating func runEverybody(_ most: Double, _ query: JobQuery) -> Bool {
        points.prepare(most, query)
        let most = points.table.most
        let surroundings = cache.surroundings(of: query.place)
        guard most + scale.location >= least else { return true }
        guard !query.isRemote else { return visitEverybody(0..<index.slotCount, scale.location, [], query) }
        for (place, metres) in recorded(query) {
            for cell in index.cells.cells(of: place) {
                guard visitEverybody(index.cells.cells[cell].slots, scale.location * Matcher.nearness(metres), [], query) else { return false }
            }
        }
        for position in 0..<surroundings.districtCount {
            let (steps, number) = surroundings.districts[position]
            guard most + bounds.points(step: steps - ground.offset) >= least else { break }
            for cell in index.cells.districts[number].cells {
                let near = near(cell, surroundings)
                guard visitEverybody(index.cells.cells[cell].slots, near, [], query) else { return false }
            }
        }
        guard visitEverybody(index.cells.end..<index.slotCount, scale.location, [], query) else { return false }
        let wishers = query.lineage.map { Int($0.position) }.filter { !index.wishers[$0].isEmpty }
        if wishers.reduce(0, { $0 + index.wishers[$1].count }) * 4 < index.slotCount {
            for list in wishers { visitWishers(list, query) }
        } else {
            guard visitEverybody(0..<index.slotCount, scale.location * Matcher.nearnessOfWish, .hasAreas, query) else { return false }
        }
        guard query.givesLodging else { return true }
        return visitEverybody(0..<index.slotCount, scale.location * Matcher.nearnessOfLodging, .canMove, query)
    }

    /// Points of L of a cell's people at most, by distance.
    @inline(__always)
    func near(_ cell: Int, _ surroundings: Surroundings) -> Double {
        let steps = Int(surroundings.steps[cell]) - ground.offset
        return bounds.points(step: ground.ownCells.contains(cell) ? steps : max(steps, ground.leastSteps))
    }

    /// Places whose distance from the job's is recorded, nearest first.
    private func recorded(_ query: JobQuery) -> [(place: PlaceID, metres: Int)] {
        matcher.register.distances.recorded(from: query.place).sorted { ($0.value, $0.key) < ($1.value, $1.key) }.map { ($0.key, $0.value) }
    }
}
