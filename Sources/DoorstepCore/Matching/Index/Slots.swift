/// How the index lays records out: in chunks of slots, so that an edit
/// beside a reader copies one chunk, and so that yes-or-no answers for a
/// whole chunk are 16 words.
enum Slots {
    static let perChunk = 1024
    static let wordsPerChunk = perChunk / 64

    @inline(__always)
    static func chunk(_ slot: Int) -> Int { slot >> 10 }

    @inline(__always)
    static func index(_ slot: Int) -> Int { slot & (perChunk - 1) }

    /// Rows of answers, each beginning with a line of the processor's cache.
    static func allocateRows(_ count: Int) -> UnsafeMutablePointer<UInt64> {
        let words = max(1, count) * wordsPerChunk
        let memory = UnsafeMutableRawPointer.allocate(byteCount: words * 8, alignment: 64).bindMemory(to: UInt64.self, capacity: words)
        memory.initialize(repeating: 0, count: words)
        return memory
    }

    /// Where the answers of a chunk stand among those of all.
    @inline(__always)
    static func words(ofChunk chunk: Int) -> Range<Int> { chunk * wordsPerChunk..<(chunk + 1) * wordsPerChunk }

    static func chunks(for slots: Int) -> Int { (slots + perChunk - 1) / perChunk }
}

/// Numbers that a query compares with, for which the index keeps a row of
/// answers each: `value > limit` for every record at once.
///
/// A comparison with any other number starts from the row of the limit below
/// it and looks at the values that lie between.
struct LimitRows: Sendable {
    /// The row that says which records have a value at all; that of each
    /// limit follows, lowest limit first.
    let base: Int
    let limits: [Int]

    /// - Parameters:
    ///   - values: the numbers that queries will compare with, with
    ///     repetitions; the most frequent get rows.
    init(base: Int, for values: some Sequence<Int>, atMost count: Int) {
        self.base = base
        var counts: [Int: Int] = [:]
        for value in values { counts[value, default: 0] += 1 }
        let frequent = counts.sorted { ($0.value, $1.key) > ($1.value, $0.key) }.prefix(count)
        limits = frequent.map(\.key).sorted()
    }

    var end: Int { base + 1 + limits.count }

    /// Rows in which a record with this value stands.
    func forEachRow(of value: Int, _ body: (Int) -> Void) {
        body(base)
        for (index, limit) in limits.enumerated() where value > limit { body(base + 1 + index) }
    }

    /// How to answer `value > limit`.
    func above(_ limit: Int) -> (row: Int, isExact: Bool, next: Int?) {
        // The last of the limits that are no higher.
        var low = 0
        var high = limits.count
        while low < high {
            let middle = (low + high) / 2
            if limits[middle] <= limit { low = middle + 1 } else { high = middle }
        }
        return (base + low, low > 0 && limits[low - 1] == limit, low < limits.count ? base + low + 1 : nil)
    }
}
