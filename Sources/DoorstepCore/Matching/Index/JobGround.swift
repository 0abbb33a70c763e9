/// Where a job is, and how far its place is from others, each worked out
/// when it is first asked for.
struct JobGround {
    /// Steps of `Surroundings` from the place's point to the job's own.
    private(set) var offset = 0
    /// The fewest steps to people of another place, where the job's point
    /// says little.
    private(set) var leastSteps = 0
    /// Cells of the job's own place.
    private(set) var ownCells = 0..<0
    /// Metres from the job to each place's people without a point of their
    /// own; −1 where not worked out yet.
    private var metres: [Int32]
    private var nearness: [Double]
    private var known: [Int] = []

    init(places: Int) {
        metres = Array(repeating: -1, count: places)
        nearness = Array(repeating: 0, count: places)
    }

    /// Forgets the last job.
    mutating func begin(_ job: Job, _ places: PlaceCatalogue, _ map: CellMap) {
        for place in known { metres[place] = -1 }
        known.removeAll(keepingCapacity: true)
        let ground = places.ground(job.place)
        // People with a point of their own stand next to those without.
        let own = map.cells(of: job.place)
        ownCells = own.first.map { $0..<$0 + own.count } ?? 0..<0
        let isCoarse = job.coordinates == nil && ground.isCoarse
        // Streets of one county are at least 3 km apart, all others 40.
        leastSteps = isCoarse ? (ground.countyOfStreet == nil ? 40_000 : 3000) / Surroundings.metresOfStep : 0
        offset = job.coordinates.map { ($0.metres(to: ground.point) + 2) / Surroundings.metresOfStep + 1 } ?? 0
    }

    /// L of a person and the job, and the metres that go with it.
    @inline(__always)
    mutating func location(of people: PeopleColumns, _ index: Int, _ query: JobQuery, _ matcher: Matcher) -> (metres: Int, location: Double) {
        let place = people.facts[index].place
        let flags = people.facts[index].flags
        var metres: Int
        var location: Double
        if flags.contains(.hasPoint) {
            metres = matcher.distance((query.place, query.point), (place, people.facts[index].point)).metres
            location = Matcher.nearness(metres)
        } else {
            let position = Int(place.position)
            if self.metres[position] < 0 { learn(place, query, matcher) }
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

    private mutating func learn(_ place: PlaceID, _ query: JobQuery, _ matcher: Matcher) {
        let metres = matcher.distance((query.place, query.point), (place, nil)).metres
        self.metres[Int(place.position)] = Int32(clamping: metres)
        nearness[Int(place.position)] = Matcher.nearness(metres)
        known.append(Int(place.position))
    }
}
