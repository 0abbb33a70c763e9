/// What scoring reads of a person, in one line of the processor's cache:
/// most of the time of a search goes into waiting for memory.
struct PersonFacts: BitwiseCopyable {
    /// Of their own where the flag says so.
    let point: Coordinates
    let groups: GroupSet
    /// Skills, where there are three or fewer, and none beyond them; else
    /// they stand in the chunk's.
    fileprivate(set) var skills: (HeldCode, HeldCode, HeldCode)
    fileprivate(set) var skillStart: UInt32
    fileprivate(set) var areaStart: UInt32
    fileprivate(set) var skillCount: UInt16
    fileprivate(set) var areaCount: UInt16
    let place: PlaceID
    /// Position among the index's priorities, ascending.
    let priority: UInt8
    let flags: Flags

    struct Flags: OptionSet, BitwiseCopyable {
        let rawValue: UInt8
        static let hasPoint = Flags(rawValue: 1)
        static let canMove = Flags(rawValue: 2)
        static let hasAreas = Flags(rawValue: 4)
        /// Holds certificates that the catalogue has not.
        static let hasWords = Flags(rawValue: 8)
    }

    static let inlineSkills = 3
}

/// The columns of up to 1,024 people.
struct PeopleChunk: Chunk, RuleColumns {
    let rows: UnsafeMutablePointer<UInt64>
    let ids: UnsafeMutablePointer<RecordID>
    let facts: UnsafeMutablePointer<PersonFacts>
    let traits: UnsafeMutablePointer<PersonTraits>
    /// Where each person's wishes end; they begin where those of the one
    /// before end.
    let wantEnds: UnsafeMutablePointer<UInt32>
    private var skills: Growing<HeldCode>
    private var wants: Growing<HeldCode>
    private var areas: Growing<PlaceID>
    private(set) var count = 0
    private let rowCount: Int

    init(rowCount: Int) {
        let size = Slots.perChunk
        self.rowCount = rowCount
        rows = Slots.allocateRows(rowCount)
        ids = .allocate(capacity: size)
        facts = UnsafeMutableRawPointer.allocate(byteCount: size * MemoryLayout<PersonFacts>.stride, alignment: 64)
            .bindMemory(to: PersonFacts.self, capacity: size)
        traits = UnsafeMutableRawPointer.allocate(byteCount: size * MemoryLayout<PersonTraits>.stride, alignment: 64)
            .bindMemory(to: PersonTraits.self, capacity: size)
        wantEnds = .allocate(capacity: size)
        skills = Growing(capacity: size / 2)
        wants = Growing(capacity: size)
        areas = Growing(capacity: size / 4)
    }

    func copy() -> PeopleChunk {
        var copy = PeopleChunk(rowCount: rowCount)
        copy.rows.update(from: rows, count: rowCount * Slots.wordsPerChunk)
        copy.ids.initialize(from: ids, count: count)
        copy.facts.initialize(from: facts, count: count)
        copy.traits.initialize(from: traits, count: count)
        copy.wantEnds.initialize(from: wantEnds, count: count)
        copy.skills.deallocate()
        copy.wants.deallocate()
        copy.areas.deallocate()
        copy.skills = skills.copy()
        copy.wants = wants.copy()
        copy.areas = areas.copy()
        copy.count = count
        return copy
    }

    func deallocate() {
        rows.deallocate()
        ids.deinitialize(count: count)
        ids.deallocate()
        facts.deallocate()
        traits.deallocate()
        wantEnds.deallocate()
        skills.deallocate()
        wants.deallocate()
        areas.deallocate()
    }

    // MARK: - Reading

    @inline(__always)
    func skills(_ index: Int) -> (first: UnsafePointer<HeldCode>, count: Int) {
        let count = Int(facts[index].skillCount)
        if count > PersonFacts.inlineSkills { return (UnsafePointer(skills.values + Int(facts[index].skillStart)), count) }
        let line = UnsafeRawPointer(facts + index) + PeopleChunk.inlineOffset
        return (line.assumingMemoryBound(to: HeldCode.self), count)
    }

    private static let inlineOffset = MemoryLayout<PersonFacts>.offset(of: \.skills) ?? 0

    @inline(__always)
    func wants(_ index: Int) -> (first: UnsafePointer<HeldCode>, count: Int) {
        let start = index == 0 ? 0 : Int(wantEnds[index - 1])
        return (UnsafePointer(wants.values + start), Int(wantEnds[index]) - start)
    }

    @inline(__always)
    func areas(_ index: Int) -> (first: UnsafePointer<PlaceID>, count: Int) {
        (UnsafePointer(areas.values + Int(facts[index].areaStart)), Int(facts[index].areaCount))
    }

    @inline(__always)
    func point(_ index: Int) -> Coordinates? { facts[index].flags.contains(.hasPoint) ? facts[index].point : nil }

    func value(_ value: PeopleRows.Value, _ index: Int) -> Int {
        switch value {
        case .age: Int(traits[index].age)
        case .ageTurned: -Int(traits[index].age)
        case .educationTurned: -Int(traits[index].education)
        case .wage: traits[index].wage
        }
    }

    /// Whether a person's new state can stand where the old one does: the
    /// same in all that lists tell of them, no certificate in words.
    func keepsSlot(_ index: Int, _ person: IndexedPerson) -> Bool {
        func isSame<Element: Equatable>(_ old: (first: UnsafePointer<Element>, count: Int), _ new: [Element]) -> Bool {
            UnsafeBufferPointer(start: old.first, count: old.count).elementsEqual(new)
        }
        let old = facts[index]
        let (traits, new) = (traits[index], PersonTraits(person))
        return old.place == person.place && old.flags == person.flags && old.priority == person.priority && old.groups == person.groups
            && traits.certificates == new.certificates && traits.refused == new.refused && !person.flags.contains(.hasWords) && (!person.flags.contains(.hasPoint) || old.point == person.point)
            && isSame(skills(index), person.skills) && isSame(wants(index), person.wants) && isSame(areas(index), person.areas)
    }

    // MARK: - Writing

    /// Appends a person, or writes over one whose skills, wishes and areas
    /// are the same.
    mutating func write(_ person: IndexedPerson, _ rows: PeopleRows, at index: Int) {
        if index == count {
            ids.advanced(by: index).initialize(to: person.id)
            append(person, at: index)
            count += 1
        }
        erase(index)
        traits[index] = PersonTraits(person)
        person.forEachRow(rows) { self.rows[$0 * Slots.wordsPerChunk + index >> 6] |= 1 << UInt64(index & 63) }
    }

    private mutating func append(_ person: IndexedPerson, at index: Int) {
        let none = HeldCode.none
        var facts = PersonFacts(
            point: person.point, groups: person.groups, skills: (none, none, none), skillStart: UInt32(skills.count), areaStart: UInt32(areas.count),
            skillCount: UInt16(clamping: person.skills.count), areaCount: UInt16(clamping: person.areas.count), place: person.place,
            priority: person.priority, flags: person.flags)
        if person.skills.count > PersonFacts.inlineSkills {
            for skill in person.skills { skills.append(skill) }
        } else {
            let held = person.skills + Array(repeating: none, count: PersonFacts.inlineSkills - person.skills.count)
            facts.skills = (held[0], held[1], held[2])
        }
        for area in person.areas { areas.append(area) }
        for want in person.wants { wants.append(want) }
        wantEnds[index] = UInt32(wants.count)
        self.facts[index] = facts
    }

    /// Takes a person out of all answers: nobody at the slot can match.
    func erase(_ index: Int) {
        traits[index].erase()
        for row in 0..<rowCount { rows[row * Slots.wordsPerChunk + index >> 6] &= ~(1 << UInt64(index & 63)) }
    }
}
