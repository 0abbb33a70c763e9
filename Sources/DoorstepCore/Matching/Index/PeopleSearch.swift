/// Finds the best people for a job without looking at everybody.
///
/// A list of who holds a skill is gone through place by place, the nearest
/// first, for as long as whoever is there could still come in: with every
/// skill, the highest priority and no distance beyond the place's. Of those,
/// traits tell whom the rules block. Those who wish to work there, or would
/// move into lodgings, are looked at wherever they live; those without any
/// of the skills last, and hardly ever.
struct PeopleSearch {
    let matcher: Matcher
    let index: PeopleIndex
    let chunks: ReadOnlyList<PeopleChunk>
    /// What scoring and what rules read of people, chunk by chunk.
    let factsOfChunks: ReadOnlyList<UnsafeMutablePointer<PersonFacts>>
    let traitsOfChunks: ReadOnlyList<UnsafeMutablePointer<PersonTraits>>
    let scale: PointScale
    let isCancelled: () -> Bool
    // What is worked out for one query, in memory used for query after
    // query.
    let eligible: EligibleWords
    let points: HoldingPoints
    let picked = Picked()
    let nearCells: NearCells
    var ground: JobGround
    /// Of places that the index does not know as places of jobs.
    private var otherSurroundings: [PlaceID: Surroundings] = [:]
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
        chunks = ReadOnlyList(index.chunks.all)
        factsOfChunks = ReadOnlyList(index.chunks.all.map(\.facts))
        traitsOfChunks = ReadOnlyList(index.chunks.all.map(\.traits))
        scale = matcher.scale
        eligible = EligibleWords(chunks: chunks.count)
        points = HoldingPoints(index.priorities, scale)
        nearCells = NearCells(index.cells)
        ground = JobGround(matcher.catalogue.places)
        bounds = index.bounds
    }

    /// Forgets the last query.
    mutating func begin(_ query: JobQuery) {
        eligible.reset()
        points.begin(query)
        if ground.begin(query, index.cells) { nearCells.forget() }
    }

    /// The best matches or near misses, best first; nil where cancelled.
    ///
    /// - Parameter floor: only those with so many points.
    mutating func best(_ query: JobQuery, limit: Int, nearMisses: Bool, least floor: Int = 0) -> [Shortlist.Line]? {
        shortlist = Shortlist(limit: limit, floor: floor)
        isNear = nearMisses
        least = floor > 0 ? PeopleSearch.least(floor) : HoldingTable.nothing
        guard limit > 0, !query.test.isHopeless, chunks.count > 0 else { return [] }
        if limit > Shortlist.longest { return everyone(query).map { Array($0.prefix { $0.points >= floor }.prefix(limit)) } }
        for list in query.lists {
            guard run(list, query) else { return nil }
        }
        guard runEverybody(query.mostOfOthers, query) else { return nil }
        return shortlist.lines
    }

    /// How many match, and how many are near misses.
    func counts(_ query: JobQuery) -> (matches: Int, nearMisses: Int) {
        query.test.isHopeless ? (0, 0) : eligible.counts(chunks, query.test)
    }

    func id(_ slot: Int) -> RecordID { chunks[Slots.chunk(slot)].ids[Slots.index(slot)] }

    // MARK: - Where to look

    /// Goes through the people of a list: near places first, then those who
    /// come near by a wish or into lodgings, then newcomers.
    ///
    /// - Returns: false where cancelled.
    private mutating func run(_ list: JobQuery.SkillList, _ query: JobQuery) -> Bool {
        points.prepare(list, query)
        let people = list.people
        if query.isRemote {
            guard visitAll(people.residents.holdings, 0..<people.residents.holdings.count, query) else { return false }
        } else {
            visitResidents(people.residents, query)
            guard visitComers(people, query) else { return false }
        }
        let near = scale.location
        visit(people.newcomers, 0..<people.newcomers.count, query) { _ in near }
        lookAtPicked(query)
        return !isCancelled()
    }

    /// People where they live: in places whose distance is recorded, then
    /// district by district.
    private mutating func visitResidents(_ residents: PeopleList.Shelf, _ query: JobQuery) {
        guard !residents.isEmpty else { return }
        for (place, metres) in query.recorded {
            let near = scale.location * Matcher.nearness(metres)
            for cell in index.cells.cells(of: place) {
                let slots = index.cells.cells[cell].slots
                let range = residents.range(index.cells.districtOfCell[cell], highest: priorities(near, query))
                visit(residents.holdings, range, query) { slots.contains($0.slot) ? near : HoldingTable.nowhere }
            }
        }
        lookAtPicked(query)
        let surroundings = surroundings(of: query.place)
        for position in 0..<surroundings.districts.count {
            let district = surroundings.districts[position]
            let highest = priorities(bounds.points(step: Int(district.steps) - ground.offset), query)
            guard highest > 0 else { break }
            if position + 2 < surroundings.districts.count { residents.fetch(Int(surroundings.districts[position + 2].number)) }
            visit(residents, Int(district.number), highest: highest, surroundings, query)
            if position == 0 { lookAtPicked(query) }
        }
        lookAtPicked(query)
    }

    /// People who come near by a wish or into lodgings.
    ///
    /// - Returns: false where cancelled.
    private mutating func visitComers(_ people: PeopleList, _ query: JobQuery) -> Bool {
        if !people.wishing.isEmpty {
            for prefecture in Holding.wishes(reaching: query.prefecture) {
                let highest = priorities(scale.location * Matcher.nearnessOfWish, query)
                guard visitAll(people.wishing.holdings, people.wishing.range(prefecture, highest: highest), query) else { return false }
            }
        }
        guard query.givesLodging, !people.moving.isEmpty else { return true }
        let highest = priorities(scale.location * Matcher.nearnessOfLodging, query)
        return visitAll(people.moving.holdings, people.moving.range(0, highest: highest), query)
    }

    /// How many of the highest priorities may still bring somebody in.
    ///
    /// - Parameter near: points of L at most.
    private func priorities(_ near: Double, _ query: JobQuery) -> Int {
        let count = index.priorities.values.count
        var highest = 0
        while highest < count, points.most(ofPriority: count - 1 - highest, query) + near >= least { highest += 1 }
        return highest
    }

    /// Goes through everybody, in the same order.
    ///
    /// - Parameter most: the greatest S that anybody new can have.
    /// - Returns: false where cancelled.
    private mutating func runEverybody(_ most: Double, _ query: JobQuery) -> Bool {
        points.prepare(most, query)
        let most = points.table.most
        let surroundings = surroundings(of: query.place)
        guard most + scale.location >= least else { return true }
        guard !query.isRemote else { return visitEverybody(0..<index.slotCount, scale.location, [], query) }
        for (place, metres) in query.recorded {
            for cell in index.cells.cells(of: place) {
                guard visitEverybody(index.cells.cells[cell].slots, scale.location * Matcher.nearness(metres), [], query) else { return false }
            }
        }
        for position in 0..<surroundings.districts.count {
            let district = surroundings.districts[position]
            guard most + bounds.points(step: Int(district.steps) - ground.offset) >= least else { break }
            let nears = nearCells.points(Int(district.number), surroundings, ground, bounds)
            for cell in index.cells.districts[Int(district.number)].cells {
                guard visitEverybody(index.cells.cells[cell].slots, nears[cell], [], query) else { return false }
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

    private mutating func surroundings(of place: PlaceID) -> Surroundings {
        if let known = index.surroundings[Int(place.position)] ?? otherSurroundings[place] { return known }
        let surroundings = Surroundings(of: place, index.cells, matcher.catalogue.places)
        otherSurroundings[place] = surroundings
        return surroundings
    }
}
