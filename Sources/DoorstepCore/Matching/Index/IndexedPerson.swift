/// What the index keeps of a person.
struct IndexedPerson {
    let id: RecordID
    let isSeeking: Bool
    let place: PlaceID
    /// Anything where the flags say that there is none.
    let point: Coordinates
    let groups: GroupSet
    /// Position among the index's priorities.
    let priority: UInt8
    let flags: PersonFacts.Flags
    let age: Int?
    let education: Int?
    let wage: Int?
    let skills: [HeldCode]
    let wants: [HeldCode]
    let areas: [PlaceID]
    /// Empty accepts any.
    let kinds: [JobKindID]
    private let kindCount: Int
    /// Held or covered by one held, good on the day.
    let certificates: [CertificateID]
    private let certificateCount: Int

    /// Borrowing, because half a million times a copy of the catalogue takes
    /// as long as all the rest.
    init(_ person: borrowing Person, _ matcher: borrowing Matcher, _ priorities: borrowing Priorities, _ codes: inout SkillCodes) {
        id = person.id
        isSeeking = person.status == .seeking
        place = person.place
        point = person.coordinates ?? matcher.catalogue.places[person.place].point
        groups = matcher.catalogue.groups.groups(of: person, asOf: matcher.day, city: matcher.city, places: matcher.catalogue.places)
        priority = priorities.code(of: groups)
        var flags: PersonFacts.Flags = []
        if person.coordinates != nil { flags.insert(.hasPoint) }
        if person.canMove { flags.insert(.canMove) }
        if !person.areas.isEmpty { flags.insert(.hasAreas) }
        if person.certificates.contains(where: { if case .word = $0.name { true } else { false } }) { flags.insert(.hasWords) }
        self.flags = flags
        age = person.birth.map { matcher.day.fullYears(since: $0) }
        education = person.education?.rawValue
        wage = person.lowestWage?.fen
        skills = person.skills.map {
            HeldCode(
                skill: codes.code(adding: $0.name), family: codes.family($0.name) ?? SkillCodes.noFamilyHeld, steps: UInt16($0.level.rawValue + 1))
        }
        wants = person.wants.map { HeldCode(skill: codes.code(adding: $0), family: codes.family($0) ?? SkillCodes.noFamilyHeld, steps: 1) }
        areas = person.areas
        kinds = person.kinds
        kindCount = matcher.catalogue.kinds.all.count
        certificates = IndexedPerson.certificates(of: person, matcher)
        certificateCount = matcher.catalogue.certificates.all.count
    }

    private static func certificates(of person: borrowing Person, _ matcher: borrowing Matcher) -> [CertificateID] {
        var good: [CertificateID] = []
        for held in person.certificates {
            guard held.expires.map({ $0 >= matcher.day }) ?? true, case .catalogued(let id) = held.name else { continue }
            good.append(id)
            good += matcher.catalogue.certificates[id].covers
        }
        return good
    }

    func forEachRow(_ rows: PeopleRows, _ body: (Int) -> Void) {
        if isSeeking { body(PeopleRows.seeking) }
        if !kinds.isEmpty {
            for kind in 0..<kindCount where !kinds.contains(where: { Int($0.position) == kind }) { body(rows.refuses + kind) }
        }
        for certificate in 0..<certificateCount where !certificates.contains(where: { Int($0.position) == certificate }) {
            body(rows.lacks + certificate)
        }
        groups.forEach { body(rows.belongs + $0) }
        if let age {
            rows.young.forEachRow(of: -age, body)
            rows.old.forEachRow(of: age, body)
        }
        if let education { rows.unschooled.forEachRow(of: -education, body) }
        if let wage { rows.dear.forEachRow(of: wage, body) }
    }
}

/// The priorities that group tags have, lowest first, beginning with that of
/// no tag: a byte tells a person's.
struct Priorities: Sendable {
    let values: [Double]
    private let codes: [UInt8]

    init(_ catalogue: GroupCatalogue) {
        let values = Set(catalogue.all.map(\.priority) + [0]).sorted()
        codes = catalogue.all.map { group in UInt8(values.firstIndex(of: group.priority) ?? 0) }
        self.values = values
    }

    /// The highest of the groups'.
    func code(of groups: GroupSet) -> UInt8 {
        var highest: UInt8 = 0
        groups.forEach { highest = max(highest, codes[$0]) }
        return highest
    }
}

extension GroupSet {
    /// Calls with each member's position, in the catalogue's order.
    @inline(__always)
    func forEach(_ body: (Int) -> Void) {
        var left = bits
        while left != 0 {
            body(left.trailingZeroBitCount)
            left &= left - 1
        }
    }
}
