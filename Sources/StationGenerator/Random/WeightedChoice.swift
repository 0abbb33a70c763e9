/// Draws one of several by weight, in O(log of how many).
struct WeightedChoice<Element: Sendable>: Sendable {
    let elements: [Element]
    /// For each, the sum of the weights up to it and with it.
    private let sums: [Int]

    /// Leaves out what weighs nothing.
    ///
    /// - Throws: `GeneratorError.nothingToDraw` where nothing is left.
    init(_ weighted: [(Element, Int)]) throws(GeneratorError) {
        let kept = weighted.filter { $0.1 > 0 }
        guard !kept.isEmpty else { throw .nothingToDraw }
        elements = kept.map(\.0)
        var sum = 0
        sums = kept.map { pair in
            sum += pair.1
            return sum
        }
    }

    /// Few are drawn often and many seldom: the n-th weighs 1/(n + `flatness`)
    /// (Zipf's law).
    init(zipf elements: [Element], flatness: Int = 0) throws(GeneratorError) {
        try self.init(elements.enumerated().map { ($1, 1_000_000 / ($0 + 1 + flatness)) })
    }

    func draw(_ random: inout SeededGenerator) -> Element {
        let value = random.below(sums[sums.count - 1])
        var low = 0
        var high = sums.count - 1
        while low < high {
            let middle = (low + high) / 2
            if sums[middle] > value { high = middle } else { low = middle + 1 }
        }
        return elements[low]
    }
}
