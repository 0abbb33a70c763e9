/// Those who hold a skill, or wish for an occupation: by priority, so that
/// far off only those are gone through whose priority may bring them in.
struct PeopleList: Sendable {
    /// By the priority's code.
    private(set) var classes: [PeopleClass]
    private(set) var count = 0

    /// - Parameter priorities: how many priorities there are.
    init(priorities: Int) {
        classes = Array(repeating: PeopleClass(), count: priorities)
    }

    /// Takes in somebody whose slot is higher than all others.
    mutating func append(_ holding: Holding) {
        classes[holding.priority].append(holding)
        count += 1
    }

    /// Notes where districts begin, once those that the map knows are in.
    mutating func noteDistricts(_ map: CellMap) {
        for code in classes.indices { classes[code].noteDistricts(map) }
    }
}

/// People of one priority, by slot.
struct PeopleClass: Sendable {
    private(set) var all: [Holding] = []
    /// Those of them who wish to work in some area, by its prefecture's
    /// number.
    private(set) var wishing: [[Holding]] = Array(repeating: [], count: Int(Holding.anyPrefecture) + 1)
    /// Those of them who would move.
    private(set) var moving: [Holding] = []
    /// Where in `all` each district begins, and at the end, where those
    /// begin who came or moved since; nil where everybody did.
    private(set) var starts: [UInt32]?

    /// Lists in which those stand who wish for an area that may hold, or lie
    /// in, a prefecture.
    func wishing(in prefecture: UInt8) -> [[Holding]] {
        prefecture == Holding.anyPrefecture ? wishing : [wishing[Int(prefecture)], wishing[Int(Holding.anyPrefecture)]]
    }

    mutating func append(_ holding: Holding) {
        all.append(holding)
        if holding.wish != 0 { wishing[Int(holding.wish)].append(holding) }
        if holding.canMove { moving.append(holding) }
    }

    mutating func noteDistricts(_ map: CellMap) {
        guard !all.isEmpty else { return }
        // To the last byte: there are thousands of such lists.
        (all, wishing, moving) = (all.map(\.self), wishing.map { $0.map(\.self) }, moving.map(\.self))
        starts = all.withUnsafeBufferPointer { all in
            map.districts.map { UInt32(all.position(of: $0.slots.lowerBound)) } + [UInt32(all.position(of: map.end))]
        }
    }
}
