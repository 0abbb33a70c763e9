/// Where a job is, and how far its place is from others, each worked out
/// when it is first asked for.
struct JobGround {
    /// Steps of `Surroundings` from the place's point to the job's own.
    private(set) var offset = 0
    /// The fewest steps to people of another place, where the job's point
    /// says little.
    private var leastSteps = 0
    /// Cells of the job's own place.
    private var ownCells = 0..<0
    /// Metres from the job to each place's people without a point of their
    /// own; −1 where not worked out yet.
    private var metres: [Int32]
    private var nearness: [Double]
    private var known: [Int] = []
    /// Metres that the station recorded to each place; −1 where it has not.
    private var recorded: [Int32]
    private var withRecord: [Int] = []
    /// What the metres that are known hold for.
    private var from: (place: PlaceID, point: Coordinates?)?
    private let places: PlaceCatalogue

    init(_ places: PlaceCatalogue) {
        self.places = places
        metres = Array(repeating: -1, count: places.all.count)
        nearness = Array(repeating: 0, count: places.all.count)
        recorded = metres
    }

    /// Forgets the last job, unless it was at the same spot.
    ///
    /// - Returns: whether it was elsewhere.
    mutating func begin(_ query: JobQuery, _ map: CellMap) -> Bool {
        let job = query.opening.job
        if let from, from.place == job.place, from.point == job.coordinates { return false }
        from = (job.place, job.coordinates)
        for place in known { metres[place] = -1 }
        known.removeAll(keepingCapacity: true)
        for place in withRecord { recorded[place] = -1 }
        withRecord = query.recorded.map { Int($0.place.position) }
        for (place, metres) in query.recorded { recorded[Int(place.position)] = Int32(clamping: metres) }
        let ground = places.ground(job.place)
        // People with a point of their own stand next to those without.
        let own = map.cells(of: job.place)
        ownCells = own.first.map { $0..<$0 + own.count } ?? 0..<0
        let isCoarse = job.coordinates == nil && ground.isCoarse
        // Streets of one county are at least 3 km apart, all others 40.
        leastSteps = isCoarse ? (ground.countyOfStreet == nil ? 40_000 : 3000) / Surroundings.metresOfStep : 0
        offset = job.coordinates.map { ($0.metres(to: ground.point) + 2) / Surroundings.metresOfStep + 1 } ?? 0
        return true
    }

    /// Steps from the job to the people of a cell at least.
    ///
    /// - Parameter steps: those from the place's point.
    @inline(__always)
    func leastSteps(to cell: Int, _ steps: UInt16) -> Int {
        max(Int(steps) - offset, ownCells.contains(cell) ? 0 : leastSteps)
    }

    /// L of a person and the job, and the metres that go with it.
    @inline(__always)
    mutating func location(of people: PeopleChunk, _ index: Int, _ query: JobQuery) -> (metres: Int, location: Double) {
        let place = people.facts[index].place
        let flags = people.facts[index].flags
        var metres: Int
        var location: Double
        if flags.contains(.hasPoint) {
            metres = self.metres(to: place, people.facts[index].point, query)
            location = Matcher.nearness(metres)
        } else {
            let position = Int(place.position)
            if self.metres[position] < 0 { learn(place, query) }
            (metres, location) = (Int(self.metres[position]), nearness[position])
        }
        if query.isRemote { return (metres, 1) }
        if location < Matcher.nearnessOfWish, flags.contains(.hasAreas) {
            let areas = people.areas(index)
            for position in 0..<areas.count where query.lineage.contains(areas.first[position]) {
                location = Matcher.nearnessOfWish
                break
            }
        }
        if location < Matcher.nearnessOfLodging, query.givesLodging, flags.contains(.canMove) { location = Matcher.nearnessOfLodging }
        return (metres, location)
    }

    private mutating func learn(_ place: PlaceID, _ query: JobQuery) {
        let metres = metres(to: place, nil, query)
        self.metres[Int(place.position)] = Int32(clamping: metres)
        nearness[Int(place.position)] = Matcher.nearness(metres)
        known.append(Int(place.position))
    }

    /// Whole metres to a person's place, or to a point of their own.
    private func metres(to place: PlaceID, _ point: Coordinates?, _ query: JobQuery) -> Int {
        let recorded = recorded[Int(place.position)]
        return Matcher.distance(recorded: recorded < 0 ? nil : Int(recorded), (query.place, query.ground, query.point), (place, places.ground(place), point)).metres
    }
}
