/// A group tag of the catalogue.
public struct GroupID: Hashable, Comparable, Sendable {
    let position: UInt8

    public static func < (left: GroupID, right: GroupID) -> Bool {
        left.position < right.position
    }
}

/// A set of group tags: one bit each, so that asking is one instruction.
public struct GroupSet: Hashable, Sendable, BitwiseCopyable, ExpressibleByArrayLiteral {
    private(set) var bits: UInt64 = 0

    public init(arrayLiteral elements: GroupID...) {
        for element in elements { insert(element) }
    }

    public init(_ elements: some Sequence<GroupID>) {
        for element in elements { insert(element) }
    }

    public mutating func insert(_ group: GroupID) {
        bits |= 1 << UInt64(group.position)
    }

    public mutating func remove(_ group: GroupID) {
        bits &= ~(1 << UInt64(group.position))
    }

    public func contains(_ group: GroupID) -> Bool {
        bits & 1 << UInt64(group.position) != 0
    }

    public func intersection(_ other: GroupSet) -> GroupSet {
        var result = GroupSet()
        result.bits = bits & other.bits
        return result
    }

    public func union(_ other: GroupSet) -> GroupSet {
        var result = GroupSet()
        result.bits = bits | other.bits
        return result
    }

    public func isDisjoint(with other: GroupSet) -> Bool { bits & other.bits == 0 }

    public var isEmpty: Bool { bits == 0 }

    /// In the catalogue's order.
    public var members: [GroupID] {
        (0..<64).filter { bits & 1 << $0 != 0 }.map { GroupID(position: UInt8($0)) }
    }
}

public struct Group: Sendable {
    public let id: GroupID
    public let code: String
    public let name: Phrase
    /// From 0 to 1: how much belonging to it raises a score.
    public let priority: Double
    /// How it follows from the record and the day; nil where somebody has
    /// to record it.
    let rule: GroupRule?

    public var isDerived: Bool { rule != nil }
}

/// The groups of the plans.
public struct GroupCatalogue: Sendable {
    public let all: [Group]
    private let byCode: [String: GroupID]
    private let finder: NameFinder
    /// Derived groups, each after those its rule speaks of.
    private let derived: [DerivedGroup]

    /// What working a derived group out needs, without its names.
    private struct DerivedGroup: Sendable {
        let id: GroupID
        let rule: GroupRule
    }

    init(_ sheet: CatalogueSheet) throws(CatalogueError) {
        let id = try sheet.column("id")
        let name = try sheet.column("name")
        let english = try sheet.column("english")
        let priority = try sheet.column("priority")
        let rule = try sheet.column("rule")
        guard sheet.rows.count <= 64 else { throw .unreadable(sheet: sheet.name, line: 66) }
        let byCode = Dictionary(
            sheet.rows.enumerated().map { ($1[id], GroupID(position: UInt8($0))) }, uniquingKeysWith: { first, _ in first })
        var all: [Group] = []
        var finder = NameFinder.Draft()
        for (index, row) in sheet.rows.enumerated() {
            guard let priority = Double(row[priority]), (0...1).contains(priority) else {
                throw .unreadable(sheet: sheet.name, line: index + 2)
            }
            var parsed: GroupRule?
            if !row[rule].isEmpty {
                parsed = GroupRule(row[rule], groups: byCode)
                if parsed == nil { throw .unreadable(sheet: sheet.name, line: index + 2) }
            }
            all.append(
                Group(
                    id: GroupID(position: UInt8(index)), code: row[id], name: Phrase(row[name], row[english]),
                    priority: priority, rule: parsed))
            finder.add(name: row[name], at: index)
            finder.add(alias: row[english], at: index)
        }
        self.all = all
        self.byCode = byCode
        self.finder = NameFinder(finder)
        derived = try GroupCatalogue.ordered(all.filter(\.isDerived), sheet: sheet.name).compactMap { group in
            group.rule.map { DerivedGroup(id: group.id, rule: $0) }
        }
    }

    /// Rules speak of other groups; each comes after those it speaks of.
    private static func ordered(_ groups: [Group], sheet: String) throws(CatalogueError) -> [Group] {
        var waiting = groups
        var ordered: [Group] = []
        while !waiting.isEmpty {
            let open = GroupSet(waiting.map(\.id))
            let ready = waiting.filter { $0.rule.map { $0.mentioned.isDisjoint(with: open) } ?? true }
            guard !ready.isEmpty else { throw .unreadable(sheet: sheet, line: Int(waiting[0].id.position) + 2) }
            ordered += ready
            waiting.removeAll { group in ready.contains { $0.id == group.id } }
        }
        return ordered
    }

    public subscript(id: GroupID) -> Group { all[Int(id.position)] }

    /// The group with this identifier or name.
    public func group(_ text: String) -> Group? {
        if let id = byCode[PlainText.key(text)] { return self[id] }
        return finder.whole(text).first.map { all[$0] }
    }

    /// The group with just this identifier.
    public func group(code: String) -> GroupID? { byCode[code] }

    public func nearest(to text: String, count: Int) -> [Group] {
        finder.nearest(to: text, count: count).map { all[$0] }
    }

    /// Recorded and derived: everything the person belongs to on a day.
    ///
    /// - Parameter city: the prefecture of the station, for 本地户籍.
    public func groups(of person: Person, asOf day: Day, city: PlaceID?, places: PlaceCatalogue) -> GroupSet {
        var groups = person.recordedGroups
        for group in derived {
            if group.rule.holds(for: person, with: groups, asOf: day, city: city, places: places) { groups.insert(group.id) }
        }
        return groups
    }

    public func names(_ groups: GroupSet) -> Phrase {
        Phrase.list(groups.members.map { self[$0].name })
    }
}
