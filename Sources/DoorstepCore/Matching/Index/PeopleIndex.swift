import HashTreeCollections

/// People as jobs look for them: columns by slot, who holds which skill, who
/// wishes to work where, and where they are.
///
/// A person of whom nothing changes that lists tell keeps the slot; any
/// other edit leaves the old slot empty and takes a new one at the
/// end. So lists of slots only grow at the end, and an edit touches one or
/// two chunks.
struct PeopleIndex: Sendable {
    let rows: PeopleRows
    let priorities: Priorities
    let prefectures: Prefectures
    private(set) var certificateWords = CertificateHolders()
    let cells: CellMap
    /// Of the places that had jobs when the index was made.
    let surroundings: [Surroundings?]
    let bounds: NearnessBounds
    /// Those who hold a skill of a family, or a word, by slot.
    private(set) var holders: [PeopleList]
    /// Those who wish for an occupation of a family, or for a word, by slot.
    private(set) var wanters: [PeopleList]
    /// Those who wish for no occupation.
    private(set) var undecided: PeopleList
    /// Slots of those who wish to work in a place; ascending.
    private(set) var wishers: [[UInt32]]
    private(set) var chunks: Chunks<PeopleChunk>
    /// The slot of each position of the register, in chunks.
    private var slots: [[UInt32]] = []
    private(set) var slotCount = 0

    // MARK: - Making

    /// Worked out on all processors. O(n log n).
    ///
    /// - Parameter codes: takes the words that people say.
    init(_ matcher: Matcher, _ codes: inout SkillCodes) {
        let people = matcher.register.people
        let places = matcher.catalogue.places
        rows = PeopleRows(matcher)
        priorities = Priorities(matcher.catalogue.groups)
        prefectures = Prefectures(places)
        wishers = Array(repeating: [], count: places.all.count)
        var withWords: [Int] = []
        var keys = PeopleIndex.keys(people, places, &codes, &withWords)
        keys.sort(by: <)
        undecided = PeopleList()
        holders = Array(repeating: undecided, count: codes.listCount)
        wanters = holders
        slotCount = keys.count
        slots = (0..<Slots.chunks(for: keys.count)).map { [UInt32](repeating: 0, count: min(Slots.perChunk, keys.count - $0 * Slots.perChunk)) }
        for (slot, key) in keys.enumerated() {
            slots[Slots.chunk(Int(key.position))][Slots.index(Int(key.position))] = UInt32(slot)
        }
        let (sorted, rows, priorities, codes) = (keys, rows, priorities, codes)
        chunks = Chunks(count: Slots.chunks(for: sorted.count), rowCount: rows.count) { number, chunk in
            var knownCodes = codes
            let first = number * Slots.perChunk
            for slot in first..<min(first + Slots.perChunk, sorted.count) {
                let person = IndexedPerson(people[Int(sorted[slot].position)], matcher, priorities, &knownCodes)
                chunk.write(person, rows, at: slot - first)
            }
        }
        let cells = CellMap(PeopleIndex.runs(keys, chunks.all, places), places)
        self.cells = cells
        bounds = NearnessBounds(matcher.scale)
        let withJobs = Set(matcher.register.jobs.lazy.map(\.place))
        surroundings = places.all.map(\.id).mapOnAllProcessors(portion: 16) { withJobs.contains($0) ? Surroundings(of: $0, cells, places) : nil }
        for slot in 0..<slotCount { list(slot) }
        for list in holders.indices {
            holders[list].settle(cells, priorities: priorities.values.count)
            wanters[list].settle(cells, priorities: priorities.values.count)
        }
        undecided.settle(cells, priorities: priorities.values.count)
        for slot in withWords.compactMap({ slot(ofPosition: $0) }).sorted() {
            certificateWords.append(people[Int(keys[slot].position)].certificateWords(on: matcher.day), at: slot)
        }
    }

    /// What people are sorted by: county, place, whether they have a point
    /// of their own, identifier.
    private struct Key: Comparable, Sendable {
        let county: PlaceID
        let place: PlaceID
        let hasPoint: Bool
        let position: UInt32
        let id: RecordID

        static func < (one: Key, other: Key) -> Bool {
            if one.county != other.county { return one.county < other.county }
            if one.place != other.place { return one.place < other.place }
            if one.hasPoint != other.hasPoint { return other.hasPoint }
            return one.id < other.id
        }
    }

    /// One look at everybody, which also gives each word a number.
    ///
    /// - Parameter withWords: positions of those who hold certificates that
    ///   the catalogue has not.
    private static func keys(
        _ people: RecordTable<Person>, _ places: PlaceCatalogue, _ codes: inout SkillCodes, _ withWords: inout [Int]
    ) -> [Key] {
        let counties = places.all.map { places.ancestor(of: $0.id, at: .county) ?? $0.id }
        var keys: [Key] = []
        keys.reserveCapacity(people.count)
        for (position, person) in people.enumerated() {
            keys.append(
                Key(
                    county: counties[Int(person.place.position)], place: person.place, hasPoint: person.coordinates != nil, position: UInt32(position),
                    id: person.id))
            for skill in person.skills { codes.add(skill.name) }
            for want in person.wants { codes.add(want) }
            if person.certificates.contains(where: { if case .word = $0.name { true } else { false } }) { withWords.append(position) }
        }
        return keys
    }

    private static func runs(_ keys: [Key], _ chunks: [PeopleChunk], _ places: PlaceCatalogue) -> [CellMap.Run] {
        var runs: [CellMap.Run] = []
        var first = 0
        var radius = 0
        for (slot, key) in keys.enumerated() {
            if let point = chunks[Slots.chunk(slot)].point(Slots.index(slot)) { radius = max(radius, places[key.place].point.metres(to: point) + 1) }
            let next = slot + 1 < keys.count ? keys[slot + 1] : nil
            guard next == nil || next?.place != key.place || next?.hasPoint != key.hasPoint else { continue }
            runs.append(CellMap.Run(place: key.place, county: key.county, slots: first..<slot + 1, radius: Double(radius)))
            (first, radius) = (slot + 1, 0)
        }
        return runs
    }

    // MARK: - Editing

    /// Takes in a person who stands at a position of the register. O(1),
    /// save for copies of what a reader holds too.
    mutating func update(_ person: Person, at position: Int, _ matcher: Matcher, _ codes: inout SkillCodes) {
        let new = IndexedPerson(person, matcher, priorities, &codes)
        if let old = slot(ofPosition: position) {
            let isWritten = chunks.edit(Slots.chunk(old)) { [rows] chunk in
                let keepsSlot = chunk.keepsSlot(Slots.index(old), new)
                if keepsSlot { chunk.write(new, rows, at: Slots.index(old)) } else { chunk.erase(Slots.index(old)) }
                return keepsSlot
            }
            if isWritten { return }
        }
        let slot = slotCount
        slotCount += 1
        if Slots.chunk(slot) == chunks.count { chunks.append() }
        chunks.edit(Slots.chunk(slot)) { [rows] in $0.write(new, rows, at: Slots.index(slot)) }
        if Slots.chunk(position) == slots.count { slots.append([]) }
        if Slots.index(position) == slots[Slots.chunk(position)].count {
            slots[Slots.chunk(position)].append(UInt32(slot))
        } else {
            slots[Slots.chunk(position)][Slots.index(position)] = UInt32(slot)
        }
        while holders.count < codes.listCount {
            holders.append(PeopleList())
            wanters.append(PeopleList())
        }
        list(slot)
        certificateWords.append(person.certificateWords(on: matcher.day), at: slot)
    }

    /// Enters a slot that is higher than all others in the lists.
    private mutating func list(_ slot: Int) {
        let chunk = chunks[Slots.chunk(slot)]
        let index = Slots.index(slot)
        let (facts, skills, wants) = (chunk.facts[index], chunk.skills(index), chunk.wants(index))
        let areas = chunk.areas(index)
        let wish = prefectures.wish(UnsafeBufferPointer(start: areas.first, count: areas.count))
        let own = Holding.marks(of: chunk.traits[index])
        var marks = own
        for number in 0..<skills.count { marks |= Holding.mark(ofList: skills.first[number].list) }
        for number in 0..<skills.count {
            let skill = skills.first[number]
            holders[skill.list].append(Holding(slot: slot, skill: skill, wish: wish, marks: marks, facts: facts))
        }
        for number in 0..<wants.count {
            let want = wants.first[number]
            wanters[want.list].append(Holding(slot: slot, skill: want, wish: wish, marks: own, facts: facts))
        }
        if wants.count == 0 {
            let none = HeldCode(skill: 0, family: 0, steps: 1)
            undecided.append(Holding(slot: slot, skill: none, wish: wish, marks: own, facts: facts))
        }
        for index in 0..<areas.count where !(0..<index).contains(where: { areas.first[$0] == areas.first[index] }) {
            wishers[Int(areas.first[index].position)].append(UInt32(slot))
        }
    }

    func slot(ofPosition position: Int) -> Int? {
        guard Slots.chunk(position) < slots.count, Slots.index(position) < slots[Slots.chunk(position)].count else { return nil }
        return Int(slots[Slots.chunk(position)][Slots.index(position)])
    }
}
