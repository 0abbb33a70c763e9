/// Finds the best people for a job without looking at everybody.
///
/// A list of who holds a skill is gone through place by place, the nearest
/// first, for as long as whoever is there could still come in: with every
/// skill, the highest priority and no distance beyond the place's. Whom the
/// rules block is known beforehand from words of answers. Those who wish to
/// work there, or would move into lodgings, are looked at wherever they
/// live; those without any of the skills last, and hardly ever.
struct PeopleSearch {
    private let matcher: Matcher
    private let index: PeopleIndex
    private let columns: [PeopleColumns]
    private let priorities: [Double]
    private let isCancelled: () -> Bool
    /// Of one thread, used for query after query.
    private let eligible = EligibleWords()
    private var isNear = false
    private var shortlist = Shortlist(limit: 0)
    /// Metres from the job to each place's people without a point of their
    /// own; −1 where not worked out yet.
    private var metresOfPlace: [Int32]
    private var nearnessOfPlace: [Double]
    private var knownPlaces: [Int] = []

    init(_ matcher: Matcher, _ index: PeopleIndex, isCancelled: @escaping () -> Bool) {
        self.matcher = matcher
        self.index = index
        self.isCancelled = isCancelled
        columns = index.columns
        priorities = index.priorities.values
        metresOfPlace = Array(repeating: -1, count: matcher.catalogue.places.all.count)
        nearnessOfPlace = Array(repeating: 0, count: matcher.catalogue.places.all.count)
    }

    /// Where somebody's L may come from, and what it is at most.
    private struct Way {
        /// Only people with this flag; empty for all.
        let flags: PeopleColumns.Flags
        let nearness: Double
        let metres: Int
    }

    /// Who is looked at.
    private enum Source {
        case holders(UnsafeBufferPointer<UInt32>)
        case everybody
    }

    /// Forgets the last query.
    mutating func begin() {
        eligible.reset(chunks: columns.count)
        for place in knownPlaces { metresOfPlace[place] = -1 }
        knownPlaces.removeAll(keepingCapacity: true)
    }

    /// The best matches or near misses, best first; nil where cancelled.
    mutating func best(_ query: JobQuery, limit: Int, nearMisses: Bool) -> [Shortlist.Line]? {
        shortlist = Shortlist(limit: limit)
        isNear = nearMisses
        guard limit > 0, !query.test.isHopeless, !columns.isEmpty else { return [] }
        if limit > Shortlist.longest { return everyone(query).map { Array($0.prefix(limit)) } }
        let (ways, wishers) = ways(query)
        if let wishers {
            for list in wishers {
                guard index.wishers[list].withUnsafeBufferPointer({ visit(.holders($0), 0..<index.slotCount, Way(flags: [], nearness: 1, metres: 0), 1, query) })
                else { return nil }
            }
        }
        for (list, most) in query.lists {
            guard index.holders[list].withUnsafeBufferPointer({ run(.holders($0), most, ways, query) }) else { return nil }
        }
        guard run(.everybody, query.asked.isEmpty ? 1 : 0, ways, query) else { return nil }
        return shortlist.lines
    }

    /// Everyone eligible, best first: where so many are wanted that none can
    /// be passed over.
    private mutating func everyone(_ query: JobQuery) -> [Shortlist.Line]? {
        var lines: [Shortlist.Line] = []
        for chunk in columns.indices {
            if isCancelled() { return nil }
            let words = eligible.words(chunk, columns[chunk], query.test, nearMisses: isNear)
            for word in 0..<Slots.wordsPerChunk {
                var bits = words[word]
                while bits != 0 {
                    let index = word * 64 + bits.trailingZeroBitCount
                    bits &= bits - 1
                    lines.append(line(chunk * Slots.perChunk + index, columns[chunk], index, query))
                }
            }
        }
        return isCancelled() ? nil : lines.sorted { $0.precedes($1) }
    }

    private mutating func line(_ slot: Int, _ people: PeopleColumns, _ index: Int, _ query: JobQuery) -> Shortlist.Line {
        let isWanted = !people.groups[index].isDisjoint(with: query.wanted)
        let (metres, location) = location(people, index, query)
        let parts = Parts(
            skills: skills(people, index, query), location: location, groups: isWanted ? 1 : priorities[Int(people.priorities[index])])
        return Shortlist.Line(points: matcher.scale.points(parts), metres: metres, slot: slot, id: people.ids[index])
    }

    /// How many match, and how many are near misses.
    func counts(_ query: JobQuery) -> (matches: Int, nearMisses: Int) {
        guard !query.test.isHopeless else { return (0, 0) }
        var (matches, nearMisses) = (0, 0)
        for chunk in columns.indices {
            let match = eligible.words(chunk, columns[chunk], query.test, nearMisses: false)
            let near = eligible.words(chunk, columns[chunk], query.test, nearMisses: true)
            for word in 0..<Slots.wordsPerChunk {
                matches += match[word].nonzeroBitCount
                nearMisses += near[word].nonzeroBitCount
            }
        }
        return (matches, nearMisses)
    }

    // MARK: - Where to look

    /// Ways by which people who live far off come near; and lists of those
    /// who wish to work there, where they are few enough to be looked at one
    /// by one.
    private func ways(_ query: JobQuery) -> (ways: [Way], wishers: [Int]?) {
        let job = query.opening.job
        if job.isRemote { return ([Way(flags: [], nearness: 1, metres: 0)], nil) }
        var ways: [Way] = []
        let wishers = query.lineage.map { Int($0.position) }.filter { !index.wishers[$0].isEmpty }
        let wisherCount = wishers.reduce(0) { $0 + index.wishers[$1].count }
        let holderCount = query.lists.reduce(0) { $0 + index.holders[$1.list].count }
        let areFew = wisherCount <= 1000 + holderCount
        if !areFew { ways.append(Way(flags: .hasAreas, nearness: 0.8, metres: 0)) }
        if job.givesLodging { ways.append(Way(flags: .canMove, nearness: 0.5, metres: 0)) }
        return (ways, areFew ? wishers : nil)
    }

    /// Goes through a source: near places, then every way from further off.
    ///
    /// - Parameter most: the greatest S that anybody new in it can have.
    /// - Returns: false where cancelled.
    private mutating func run(_ source: Source, _ most: Double, _ ways: [Way], _ query: JobQuery) -> Bool {
        guard admits(most, 1, 0, query) else { return true }
        let job = query.opening.job
        if !job.isRemote {
            let recorded = matcher.register.distances.recorded(from: job.place)
            var known = recorded.keys.sorted()
            if recorded[job.place] == nil { known.insert(job.place, at: 0) }
            for place in known {
                let metres = recorded[place] ?? 0
                for cell in index.cells.cells(of: place) {
                    guard visit(source, index.cells.cells[cell].slots, Way(flags: [], nearness: Matcher.nearness(metres), metres: metres), most, query)
                    else { return false }
                }
            }
            guard runDistricts(source, most, query) else { return false }
            // Who came or moved since the index was made may be anywhere.
            guard visit(source, index.cells.end..<index.slotCount, Way(flags: [], nearness: 1, metres: 0), most, query) else { return false }
        }
        for way in ways {
            guard visit(source, 0..<index.slotCount, way, most, query) else { return false }
        }
        return true
    }

    private mutating func runDistricts(_ source: Source, _ most: Double, _ query: JobQuery) -> Bool {
        let job = query.opening.job
        let places = matcher.catalogue.places
        let from = SpherePoint(job.coordinates ?? places[job.place].point)
        let jobIsCoarse = job.coordinates == nil && places[job.place].hasCoarsePoint
        let map = index.cells
        var order: [(metres: Double, district: Int)] = []
        order.reserveCapacity(map.districts.count)
        for (number, district) in map.districts.enumerated() {
            order.append((max(0, district.center.metresAtLeast(to: from) - district.radius), number))
        }
        order.sort { $0.metres < $1.metres }
        for (metres, number) in order {
            guard admits(most, Matcher.nearness(Int(metres)), Int(metres), query) else { break }
            if isCancelled() { return false }
            for cell in map.districts[number].cells {
                let near = map.cells[cell]
                // Places whose distance is recorded were looked at before.
                guard near.place != job.place else { continue }
                var metres = max(0, near.center.metresAtLeast(to: from) - near.radius)
                if jobIsCoarse || (near.radius == 0 && places[near.place].hasCoarsePoint) {
                    metres = max(metres, Double(matcher.leastMetres(between: places[job.place], places[near.place])))
                }
                let nearness = Matcher.nearness(Int(metres))
                guard admits(most, nearness, Int(metres), query) else { continue }
                guard visit(source, near.slots, Way(flags: [], nearness: nearness, metres: Int(metres)), most, query) else { return false }
            }
        }
        return true
    }

    /// Whether anybody with at most this S and L might still come in.
    @inline(__always)
    private func admits(_ skills: Double, _ nearness: Double, _ metres: Int, _ query: JobQuery) -> Bool {
        let groups = query.wanted.isEmpty ? priorities[priorities.count - 1] : 1
        return shortlist.admits(points: mostPoints(skills, nearness, groups), metres: metres)
    }

    /// A bound must not fall below what it bounds for the rounding of one
    /// power of two.
    @inline(__always)
    private func mostPoints(_ skills: Double, _ nearness: Double, _ groups: Double) -> Int {
        matcher.scale.points(Parts(skills: skills, location: nearness + 1e-12, groups: groups))
    }

    // MARK: - Looking

    /// The lowest priority with which anybody on this way comes in, unless
    /// they belong to a wanted group.
    private func leastPriority(_ most: Double, _ way: Way) -> UInt8 {
        for (code, priority) in priorities.enumerated() where shortlist.admits(points: mostPoints(most, way.nearness, priority), metres: way.metres) {
            return UInt8(code)
        }
        return .max
    }

    /// Looks at those of a source whose slots lie in a range.
    private mutating func visit(_ source: Source, _ slots: Range<Int>, _ way: Way, _ most: Double, _ query: JobQuery) -> Bool {
        guard !slots.isEmpty, admits(most, way.nearness, way.metres, query) else { return true }
        switch source {
        case .holders(let holders):
            let first = holders.position(of: UInt32(slots.lowerBound))
            let end = slots.upperBound >= index.slotCount ? holders.count : holders.position(of: UInt32(slots.upperBound))
            return visit(holders, first..<end, way, most, query)
        case .everybody:
            return visitEverybody(slots, way, most, query)
        }
    }

    private mutating func visit(_ holders: UnsafeBufferPointer<UInt32>, _ range: Range<Int>, _ way: Way, _ most: Double, _ query: JobQuery) -> Bool {
        var least = leastPriority(most, way)
        var chunk = -1
        var words: UnsafeMutablePointer<UInt64>?
        var asked = 0
        for position in range {
            let slot = Int(holders[position])
            if Slots.chunk(slot) != chunk {
                chunk = Slots.chunk(slot)
                words = eligible.words(chunk, columns[chunk], query.test, nearMisses: isNear)
                asked += 1
                if asked % 64 == 0, isCancelled() { return false }
            }
            let place = Slots.index(slot)
            guard let words, words[place >> 6] & 1 << UInt64(place & 63) != 0 else { continue }
            if consider(slot, way, most, least, query) { least = leastPriority(most, way) }
        }
        return true
    }

    private mutating func visitEverybody(_ slots: Range<Int>, _ way: Way, _ most: Double, _ query: JobQuery) -> Bool {
        var least = leastPriority(most, way)
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
                    if consider(slot, way, most, least, query) {
                        least = leastPriority(most, way)
                        if !admits(most, way.nearness, way.metres, query) { return true }
                    }
                }
                word += 1
                guard chunk * Slots.perChunk + word * 64 < end else { break }
                bits = words[word]
            }
            start = end
        }
        return true
    }

    /// Scores somebody and offers them to the shortlist.
    ///
    /// - Returns: whether they came in.
    @inline(__always)
    private mutating func consider(_ slot: Int, _ way: Way, _ most: Double, _ least: UInt8, _ query: JobQuery) -> Bool {
        let people = columns[Slots.chunk(slot)]
        let index = Slots.index(slot)
        guard people.flags[index].isSuperset(of: way.flags) else { return false }
        let isWanted = !people.groups[index].isDisjoint(with: query.wanted)
        guard isWanted || people.priorities[index] >= least else { return false }
        let groups = isWanted ? 1 : priorities[Int(people.priorities[index])]
        let skills = skills(people, index, query)
        guard shortlist.admits(points: mostPoints(skills, way.nearness, groups), metres: way.metres) else { return false }
        let (metres, location) = location(people, index, query)
        let points = matcher.scale.points(Parts(skills: skills, location: location, groups: groups))
        guard shortlist.admits(points: points, metres: metres) else { return false }
        shortlist.offer(Shortlist.Line(points: points, metres: metres, slot: slot, id: people.ids[index]))
        return true
    }

    @inline(__always)
    private func skills(_ people: PeopleColumns, _ index: Int, _ query: JobQuery) -> Double {
        if query.asked.isEmpty {
            let wants = people.wants(index)
            return wishWorth(query.occupation, wants.first, wants.count)
        }
        let held = people.skills(index)
        let sum = query.asked.withUnsafeBufferPointer { asked in
            asked.baseAddress.map { creditSum($0, asked.count, held.first, held.count) } ?? 0
        }
        return Double(sum) / query.wholeSum
    }

    /// L, and the metres that go with it.
    @inline(__always)
    private mutating func location(_ people: PeopleColumns, _ index: Int, _ query: JobQuery) -> (metres: Int, location: Double) {
        let job = query.opening.job
        var (metres, location) = distance(people, index, job)
        if job.isRemote { return (metres, 1) }
        if location < 0.8, people.flags[index].contains(.hasAreas) {
            let areas = people.areas(index)
            for position in 0..<areas.count where query.lineage.contains(areas.first[position]) {
                location = 0.8
                break
            }
        }
        if location < 0.5, job.givesLodging, people.flags[index].contains(.canMove) { location = 0.5 }
        return (metres, location)
    }

    @inline(__always)
    private mutating func distance(_ people: PeopleColumns, _ index: Int, _ job: Job) -> (Int, Double) {
        let place = people.places[index]
        if people.flags[index].contains(.hasPoint) {
            let metres = matcher.distance((job.place, job.coordinates), (place, people.points[index])).metres
            return (metres, Matcher.nearness(metres))
        }
        let position = Int(place.position)
        if metresOfPlace[position] < 0 {
            let metres = matcher.distance((job.place, job.coordinates), (place, nil)).metres
            metresOfPlace[position] = Int32(metres)
            nearnessOfPlace[position] = Matcher.nearness(metres)
            knownPlaces.append(position)
        }
        return (Int(metresOfPlace[position]), nearnessOfPlace[position])
    }
}
