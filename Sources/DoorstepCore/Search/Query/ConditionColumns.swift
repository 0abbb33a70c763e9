/// What conditions ask of people, kept side by side: a condition alone looks
/// at everybody, and half a million records lie too far apart in memory for
/// that between two keys.
///
/// A value, like the index that it belongs to. Who changed since it was made
/// is looked at in the register.
public struct ConditionColumns: Sendable {
    private var places: [UInt16] = []
    private var recordedGroups: [GroupSet] = []
    /// The lowest wage expected, in fen; -1 where none is.
    private var wages: [Int] = []
    /// Birth days; `Int32.min` where unknown.
    private var births: [Int32] = []
    /// -1 where unknown.
    private var educations: [Int8] = []
    /// Skills of the catalogue that are held or wished for: of the person at
    /// `i` from `starts[i]` up to `starts[i + 1]`.
    private var skills: [UInt16] = []
    private var starts: [UInt32] = [0]
    private var changed: Set<Int> = []

    /// With more than this the columns are made anew.
    private static let mostChanged = 4096

    /// O(n), in one pass.
    init(_ people: RecordTable<Person>) { make(people) }

    private mutating func make(_ people: RecordTable<Person>) {
        self = ConditionColumns()
        let count = people.count
        places.reserveCapacity(count)
        recordedGroups.reserveCapacity(count)
        wages.reserveCapacity(count)
        births.reserveCapacity(count)
        educations.reserveCapacity(count)
        starts.reserveCapacity(count + 1)
        for position in 0..<count { add(people[position]) }
    }

    private init() {}

    private mutating func add(_ person: Person) {
        places.append(person.place.position)
        recordedGroups.append(person.recordedGroups)
        wages.append(person.lowestWage?.fen ?? -1)
        births.append(person.birth?.number ?? .min)
        educations.append(Int8(person.education?.rawValue ?? -1))
        for skill in person.skills { if case .catalogued(let id) = skill.name { skills.append(id.position) } }
        for wish in person.wants { if case .catalogued(let id) = wish { skills.append(id.position) } }
        starts.append(UInt32(skills.count))
    }

    /// Takes in that people at positions changed or came.
    mutating func update(_ positions: [Int], _ people: RecordTable<Person>) {
        changed.formUnion(positions)
        if changed.count > Self.mostChanged { make(people) }
    }

    // MARK: - Asking

    /// Whether each person fits, by position, where the columns tell; nil
    /// where everybody has to be looked at.
    ///
    /// - Parameter people: those that the columns are of, with all changes.
    func answers(_ condition: QueryFilter.Prepared, isNegated: Bool, on day: Day, _ people: RecordTable<Person>, _ look: (Int) -> Bool) -> [Bool]? {
        guard var answers = answers(condition, isNegated: isNegated, on: day, count: people.count) else { return nil }
        for position in changed where position < answers.count { answers[position] = look(position) }
        for position in places.count..<max(places.count, people.count) { answers[position] = look(position) }
        return answers
    }

    private func answers(_ condition: QueryFilter.Prepared, isNegated: Bool, on day: Day, count: Int) -> [Bool]? {
        /// One answer for each value; those who came since are looked at.
        func each<Value>(_ column: [Value], _ holds: (Value) -> Bool) -> [Bool] {
            [Bool](unsafeUninitializedCapacity: max(count, column.count)) { answers, filled in
                for (position, value) in column.enumerated() { answers.initializeElement(at: position, to: holds(value) != isNegated) }
                for position in column.count..<max(count, column.count) { answers.initializeElement(at: position, to: false) }
                filled = max(count, column.count)
            }
        }
        switch condition {
        case .places(let wanted): return wanted.withUnsafeBufferPointer { wanted in each(places) { wanted[Int($0)] } }
        case .group(let id, isDerived: false): return each(recordedGroups) { $0.contains(id) }
        case .wage(let span):
            let fen = span.mapped(\.fen)
            return each(wages) { $0 >= 0 && fen.contains($0) }
        case .education(let span): return each(educations) { education in Education(rawValue: Int(education)).map(span.contains) ?? false }
        case .age(let span):
            // Years are worked out once for each day of birth there can be.
            let latest = Int(births.max() ?? .min)
            let known = births.lazy.filter { $0 != .min }
            guard let earliest = known.min().map({ Int($0) }), latest - earliest < 100_000 else { return nil }
            let fits = (earliest...latest).map { span.contains(day.fullYears(since: Day(number: Int32($0)))) }
            return each(births) { $0 != .min && fits[Int($0) - earliest] }
        case .skills(let wanted):
            return wanted.withUnsafeBufferPointer { wanted in
                skills.withUnsafeBufferPointer { skills in
                    var start = 0
                    return each(Array(starts.dropFirst())) { end in
                        var has = false
                        while start < Int(end) {
                            has = has || wanted[Int(skills[start])]
                            start += 1
                        }
                        return has
                    }
                }
            }
        case .group, .certificates, .status, .waiting, .vacancies: return nil
        }
    }
}

extension SearchIndex {
    /// Whether each person of the register fits what a query asks for, by
    /// position; nil where that is more than one condition, or one that the
    /// columns do not tell of.
    public func answers(_ filter: QueryFilter) -> [Bool]? {
        filter.answers { columns.answers($0, isNegated: $1, on: filter.day, register.people) { filter.fits(register.people[$0]) } }
    }
}
