import CPrefetch

/// Those who hold a skill, or wish for an occupation, in the order in which
/// a search goes through them: by where they live or may come to, then by
/// priority, the highest first, so that far off only those are gone through
/// whose priority may bring them in.
struct PeopleList: Sendable {
    /// All who were there when the index was made, by district.
    private(set) var residents = Shelf()
    /// Those of them who wish to work in some area, by the number of its
    /// prefecture.
    private(set) var wishing = Shelf()
    /// Those of them who would move.
    private(set) var moving = Shelf()
    /// Who came or moved since, and may live or come to anywhere; by slot.
    private(set) var newcomers: [Holding] = []

    /// Takes in somebody whose slot is higher than all others.
    mutating func append(_ holding: Holding) { newcomers.append(holding) }

    /// Puts all who came where they belong, once those that the map knows
    /// are in.
    mutating func settle(_ map: CellMap, priorities: Int) {
        guard !newcomers.isEmpty else { return }
        let all = newcomers
        residents = Shelf(all, map.districts.count, priorities: priorities) { map.districtOfCell[Int(map.cellOfSlot[$0.slot])] }
        wishing = Shelf(all.filter { $0.wish != 0 }, Int(Holding.anyPrefecture) + 1, priorities: priorities) { Int($0.wish) }
        moving = Shelf(all.filter(\.canMove), 1, priorities: priorities) { _ in 0 }
        newcomers = []
    }

    /// Holdings by division; in each by priority, the highest first; then by
    /// slot.
    struct Shelf: Sendable {
        private(set) var holdings: [Holding] = []
        /// Where each division's holdings of each priority begin, and at the
        /// end, where all end.
        private var starts: [UInt32] = []
        private let priorities: Int

        init() { priorities = 1 }

        /// - Parameter holdings: by slot.
        init(_ holdings: [Holding], _ divisions: Int, priorities: Int, division: (Holding) -> Int) {
            self.priorities = priorities
            guard !holdings.isEmpty else { return }
            func place(_ holding: Holding) -> Int { division(holding) * priorities + priorities - 1 - holding.priority }
            var ends = [UInt32](repeating: 0, count: divisions * priorities + 1)
            for holding in holdings { ends[place(holding) + 1] += 1 }
            for position in 1..<ends.count { ends[position] += ends[position - 1] }
            starts = ends
            self.holdings = [Holding](unsafeUninitializedCapacity: holdings.count) { sorted, count in
                for holding in holdings {
                    sorted[Int(ends[place(holding)])] = holding
                    ends[place(holding)] += 1
                }
                count = holdings.count
            }
        }

        var isEmpty: Bool { holdings.isEmpty }

        /// Those of a division with one of the highest priorities.
        @inline(__always)
        func range(_ division: Int, highest count: Int) -> Range<Int> {
            Int(starts[division * priorities])..<Int(starts[division * priorities + count])
        }

        /// Has the first of a division fetched from memory.
        @inline(__always)
        func fetch(_ division: Int) {
            holdings.withUnsafeBufferPointer { holdings in
                guard let first = holdings.baseAddress.map({ UnsafeRawPointer($0 + Int(starts[division * priorities])) }) else { return }
                for line in 0..<4 { doorstep_prefetch(first + line * 64) }
            }
        }
    }
}
