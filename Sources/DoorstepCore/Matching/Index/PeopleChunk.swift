/// The columns of up to 4,096 people.
///
/// Raw memory, because the search reads single values of many people: an
/// array in an array would be retained and released for each.
struct PeopleColumns: RuleColumns {
    let rows: UnsafeMutablePointer<UInt64>
    let ids: UnsafeMutablePointer<RecordID>
    let places: UnsafeMutablePointer<PlaceID>
    /// Points of their own where the flag says so.
    let points: UnsafeMutablePointer<Coordinates>
    let groups: UnsafeMutablePointer<GroupSet>
    /// Positions among the index's priorities, ascending.
    let priorities: UnsafeMutablePointer<UInt8>
    let flags: UnsafeMutablePointer<Flags>
    let ages: UnsafeMutablePointer<Int16>
    let educations: UnsafeMutablePointer<Int8>
    let wages: UnsafeMutablePointer<Int>
    /// Where each person's skills, wishes and areas end; they begin where
    /// those of the one before end.
    let skillEnds: UnsafeMutablePointer<UInt32>
    let wantEnds: UnsafeMutablePointer<UInt32>
    let areaEnds: UnsafeMutablePointer<UInt32>
    var skills: Growing<HeldCode>
    var wants: Growing<HeldCode>
    var areas: Growing<PlaceID>
    private(set) var count = 0
    private let rowCount: Int

    struct Flags: OptionSet, BitwiseCopyable {
        let rawValue: UInt8
        static let hasPoint = Flags(rawValue: 1)
        static let canMove = Flags(rawValue: 2)
        static let hasAreas = Flags(rawValue: 4)
        /// Holds certificates that the catalogue has not.
        static let hasWords = Flags(rawValue: 8)
    }

    init(rowCount: Int) {
        let size = Slots.perChunk
        self.rowCount = rowCount
        rows = .allocate(capacity: rowCount * Slots.wordsPerChunk)
        rows.initialize(repeating: 0, count: rowCount * Slots.wordsPerChunk)
        ids = .allocate(capacity: size)
        places = .allocate(capacity: size)
        points = .allocate(capacity: size)
        groups = .allocate(capacity: size)
        priorities = .allocate(capacity: size)
        flags = .allocate(capacity: size)
        ages = .allocate(capacity: size)
        educations = .allocate(capacity: size)
        wages = .allocate(capacity: size)
        skillEnds = .allocate(capacity: size)
        wantEnds = .allocate(capacity: size)
        areaEnds = .allocate(capacity: size)
        skills = Growing(capacity: size * 2)
        wants = Growing(capacity: size)
        areas = Growing(capacity: size / 4)
    }

    func copy() -> PeopleColumns {
        var copy = PeopleColumns(rowCount: rowCount)
        copy.rows.update(from: rows, count: rowCount * Slots.wordsPerChunk)
        copy.ids.initialize(from: ids, count: count)
        copy.places.initialize(from: places, count: count)
        copy.points.initialize(from: points, count: count)
        copy.groups.initialize(from: groups, count: count)
        copy.priorities.initialize(from: priorities, count: count)
        copy.flags.initialize(from: flags, count: count)
        copy.ages.initialize(from: ages, count: count)
        copy.educations.initialize(from: educations, count: count)
        copy.wages.initialize(from: wages, count: count)
        copy.skillEnds.initialize(from: skillEnds, count: count)
        copy.wantEnds.initialize(from: wantEnds, count: count)
        copy.areaEnds.initialize(from: areaEnds, count: count)
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
        places.deallocate()
        points.deallocate()
        groups.deallocate()
        priorities.deallocate()
        flags.deallocate()
        ages.deallocate()
        educations.deallocate()
        wages.deallocate()
        skillEnds.deallocate()
        wantEnds.deallocate()
        areaEnds.deallocate()
        skills.deallocate()
        wants.deallocate()
        areas.deallocate()
    }

    // MARK: - Reading

    @inline(__always)
    func skills(_ index: Int) -> (first: UnsafePointer<HeldCode>, count: Int) {
        let start = index == 0 ? 0 : Int(skillEnds[index - 1])
        return (UnsafePointer(skills.values + start), Int(skillEnds[index]) - start)
    }

    @inline(__always)
    func wants(_ index: Int) -> (first: UnsafePointer<HeldCode>, count: Int) {
        let start = index == 0 ? 0 : Int(wantEnds[index - 1])
        return (UnsafePointer(wants.values + start), Int(wantEnds[index]) - start)
    }

    @inline(__always)
    func areas(_ index: Int) -> (first: UnsafePointer<PlaceID>, count: Int) {
        let start = index == 0 ? 0 : Int(areaEnds[index - 1])
        return (UnsafePointer(areas.values + start), Int(areaEnds[index]) - start)
    }

    @inline(__always)
    func point(_ index: Int) -> Coordinates? { flags[index].contains(.hasPoint) ? points[index] : nil }

    func value(_ value: PeopleRows.Value, _ index: Int) -> Int {
        switch value {
        case .age: Int(ages[index])
        case .ageTurned: -Int(ages[index])
        case .educationTurned: -Int(educations[index])
        case .wage: wages[index]
        }
    }

    /// Whether a person's new state can stand where the old one does: the
    /// same skills, wishes, areas and place, no certificate in words.
    func keepsSlot(_ index: Int, _ person: IndexedPerson) -> Bool {
        func isSame<Element: Equatable>(_ old: (first: UnsafePointer<Element>, count: Int), _ new: [Element]) -> Bool {
            UnsafeBufferPointer(start: old.first, count: old.count).elementsEqual(new)
        }
        return places[index] == person.place && flags[index].intersection([.hasPoint, .hasWords]) == person.flags.intersection([.hasPoint, .hasWords])
            && !person.flags.contains(.hasWords) && (!person.flags.contains(.hasPoint) || points[index] == person.point)
            && isSame(skills(index), person.skills) && isSame(wants(index), person.wants) && isSame(areas(index), person.areas)
    }

    // MARK: - Writing

    /// Appends a person, or writes over one whose skills, wishes and areas
    /// are the same.
    mutating func write(_ person: IndexedPerson, _ rows: PeopleRows, at index: Int) {
        if index == count {
            ids.advanced(by: index).initialize(to: person.id)
            for skill in person.skills { skills.append(skill) }
            for want in person.wants { wants.append(want) }
            for area in person.areas { areas.append(area) }
            skillEnds[index] = UInt32(skills.count)
            wantEnds[index] = UInt32(wants.count)
            areaEnds[index] = UInt32(areas.count)
            count += 1
        }
        places[index] = person.place
        points[index] = person.point
        groups[index] = person.groups
        priorities[index] = person.priority
        flags[index] = person.flags
        ages[index] = Int16(clamping: person.age ?? 0)
        educations[index] = Int8(person.education ?? 0)
        wages[index] = person.wage ?? 0
        erase(index)
        person.forEachRow(rows) { self.rows[$0 * Slots.wordsPerChunk + index >> 6] |= 1 << UInt64(index & 63) }
    }

    /// Takes a person out of all answers: nobody at the slot can match.
    func erase(_ index: Int) {
        for row in 0..<rowCount { rows[row * Slots.wordsPerChunk + index >> 6] &= ~(1 << UInt64(index & 63)) }
    }
}

/// Keeps a chunk's memory for as long as anyone may read it.
///
/// Unchecked, because raw memory cannot be checked: a chunk is written to
/// only by its sole owner (`PeopleIndex.withChunk` copies it where a reader
/// holds it too), so that what is shared does not change.
final class PeopleChunk: @unchecked Sendable {
    var columns: PeopleColumns

    init(rowCount: Int) { columns = PeopleColumns(rowCount: rowCount) }

    init(copying other: PeopleChunk) { columns = other.columns.copy() }

    deinit { columns.deallocate() }
}
