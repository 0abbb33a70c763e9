/// One side's columns of a chunk, as far as rules ask for them.
protocol RuleColumns {
    associatedtype Value: Sendable

    /// Answers of all the chunk's records, 16 words a row.
    var rows: UnsafeMutablePointer<UInt64> { get }
    func value(_ column: Value, _ index: Int) -> Int
}

/// What blocks records under one rule, in terms of rows of answers.
struct RuleTest<Value: Sendable>: Sendable {
    /// Blocked where one of these rows says so.
    var any: [Int] = []
    /// Blocked where none of these rows says so …
    var unless: [Int]?
    /// … among those of which this row says so; nil: among all.
    var within: Int?
    /// Blocked where the value is greater than the limit, which the rows
    /// leave open.
    private(set) var beyond: [Beyond] = []
    /// Slots, ascending, that are blocked, or that alone are not.
    var listed: [(slots: [UInt32], areBlocked: Bool)] = []

    /// To be looked at: those of whom `row` says yes and `next` no.
    struct Beyond: Sendable {
        let row: Int
        let next: Int?
        let limit: Int
        let value: Value
    }

    var isEmpty: Bool { any.isEmpty && unless == nil && beyond.isEmpty && listed.isEmpty }

    /// Whether rows alone tell whom it blocks.
    var isPlain: Bool { beyond.isEmpty && listed.isEmpty }

    mutating func add(_ rows: LimitRows, above limit: Int, _ value: Value) {
        let (row, isExact, next) = rows.above(limit)
        guard !isExact else { return any.append(row) }
        beyond.append(Beyond(row: row, next: next, limit: limit, value: value))
        if let next { any.append(next) }
    }
}

/// Which records of the other side a query may be matched with.
struct EligibilityTest<Value: Sendable>: Sendable {
    /// Says which records can be matched with anything.
    var needed = 0
    /// Blocks as the first six rules do: neither match nor near miss.
    var barred = RuleTest<Value>()
    /// The rules that a near miss may break one of.
    private(set) var rules: [RuleTest<Value>] = []
    /// Nothing can be matched with it at all.
    var isHopeless = false

    mutating func add(_ rule: RuleTest<Value>) {
        if !rule.isEmpty { rules.append(rule) }
    }
}

/// Works a test out for chunks, each when it is first asked for.
///
/// Scratch memory of one thread, made once and used for query after query.
final class EligibleWords {
    private let matches: UnsafeMutablePointer<UInt64>
    private let nearMisses: UnsafeMutablePointer<UInt64>
    /// Of one chunk, what rows do not tell: of each rule, those whom it
    /// blocks besides.
    private var besides: UnsafeMutablePointer<UInt64>
    private var besidesCount = 8
    /// What is worked out of each chunk.
    private let known: UnsafeMutablePointer<Known>
    private let chunks: Int

    private enum Known {
        case nothing, matches, both
    }

    init(chunks: Int) {
        self.chunks = chunks
        matches = Slots.allocateRows(chunks)
        nearMisses = Slots.allocateRows(chunks)
        besides = Slots.allocateRows(besidesCount)
        known = .allocate(capacity: chunks)
        reset()
    }

    deinit {
        matches.deallocate()
        nearMisses.deallocate()
        besides.deallocate()
        known.deallocate()
    }

    /// Forgets the last query.
    func reset() { known.initialize(repeating: .nothing, count: chunks) }

    /// One bit for each slot, of those in the chunk at least: whether the
    /// record matches or, where `nearMisses`, one rule alone blocks it.
    @inline(__always)
    func words<Columns: RuleColumns>(
        _ chunk: Int, _ columns: @autoclosure () -> Columns, _ test: EligibilityTest<Columns.Value>, nearMisses isNear: Bool
    ) -> UnsafeMutablePointer<UInt64> {
        if known[chunk] == .nothing || (isNear && known[chunk] == .matches) {
            work(out: chunk, columns(), test, nearMisses: isNear)
            known[chunk] = isNear ? .both : .matches
        }
        return isNear ? nearMisses : matches
    }

    /// How many match, and how many are near misses.
    func counts<Columns: RuleColumns>(_ columns: ReadOnlyList<Columns>, _ test: EligibilityTest<Columns.Value>) -> (matches: Int, nearMisses: Int) {
        var counts = (matches: 0, nearMisses: 0)
        for chunk in 0..<columns.count {
            _ = words(chunk, columns[chunk], test, nearMisses: true)
            for word in Slots.words(ofChunk: chunk) {
                counts.matches += matches[word].nonzeroBitCount
                counts.nearMisses += nearMisses[word].nonzeroBitCount
            }
        }
        return counts
    }

    /// Rows begin with whole cache lines and are whole numbers of them.
    private typealias Words = SIMD8<UInt64>
    private static let partsOfRow = Slots.wordsPerChunk / Words.scalarCount

    private func work<Columns: RuleColumns>(out chunk: Int, _ columns: Columns, _ test: EligibilityTest<Columns.Value>, nearMisses isNear: Bool) {
        let matches = self.matches + Slots.words(ofChunk: chunk).lowerBound
        let nearMisses = self.nearMisses + Slots.words(ofChunk: chunk).lowerBound
        workBesides(test, chunk, columns)
        let rows = UnsafeRawPointer(columns.rows).assumingMemoryBound(to: Words.self)
        let besides = UnsafeRawPointer(self.besides).assumingMemoryBound(to: Words.self)
        for part in 0..<EligibleWords.partsOfRow {
            let barred = ~rows[test.needed * EligibleWords.partsOfRow + part] | EligibleWords.blocked(test.barred, rows, besides, part)
            var once = Words.zero
            var twice = Words.zero
            for number in test.rules.indices {
                let row = (number + 1) * EligibleWords.partsOfRow
                let blocked = EligibleWords.blocked(test.rules[number], rows, besides + row, part)
                twice |= once & blocked
                once |= blocked
            }
            let first = part * Words.scalarCount
            UnsafeMutableRawPointer(matches + first).storeBytes(of: ~(once | barred), as: Words.self)
            if isNear { UnsafeMutableRawPointer(nearMisses + first).storeBytes(of: once & ~twice & ~barred, as: Words.self) }
        }
    }

    /// Whom a rule blocks, in a part of a chunk.
    @inline(__always)
    private static func blocked<Value>(
        _ test: RuleTest<Value>, _ rows: UnsafePointer<Words>, _ besides: UnsafePointer<Words>, _ part: Int
    ) -> Words {
        var blocked = test.isPlain ? Words.zero : besides[part]
        for row in test.any { blocked |= rows[row * partsOfRow + part] }
        if let unless = test.unless {
            var allowed = Words.zero
            for row in unless { allowed |= rows[row * partsOfRow + part] }
            blocked |= test.within.map { rows[$0 * partsOfRow + part] & ~allowed } ?? ~allowed
        }
        return blocked
    }

    /// Works out what rows do not tell, that of the barring rule first.
    private func workBesides<Columns: RuleColumns>(_ test: EligibilityTest<Columns.Value>, _ chunk: Int, _ columns: Columns) {
        if test.rules.count >= besidesCount {
            besides.deallocate()
            besidesCount = test.rules.count + 1
            besides = Slots.allocateRows(besidesCount)
        }
        if !test.barred.isPlain { workBesides(test.barred, chunk, columns, besides) }
        for (number, rule) in test.rules.enumerated() where !rule.isPlain {
            workBesides(rule, chunk, columns, besides + (number + 1) * Slots.wordsPerChunk)
        }
    }

    private func workBesides<Columns: RuleColumns>(
        _ test: RuleTest<Columns.Value>, _ chunk: Int, _ columns: Columns, _ blocked: UnsafeMutablePointer<UInt64>
    ) {
        let count = Slots.wordsPerChunk
        blocked.update(repeating: 0, count: count)
        for beyond in test.beyond {
            let above = columns.rows + beyond.row * count
            let next = beyond.next.map { columns.rows + $0 * count }
            for word in 0..<count {
                var open = above[word] & ~(next?[word] ?? 0)
                while open != 0 {
                    let bit = open.trailingZeroBitCount
                    if columns.value(beyond.value, word * 64 + bit) > beyond.limit { blocked[word] |= 1 << UInt64(bit) }
                    open &= open - 1
                }
            }
        }
        for (slots, areBlocked) in test.listed {
            var left = EligibleWords.slots(slots, in: chunk)
            for word in 0..<count {
                var listed: UInt64 = 0
                while let slot = left.first, Slots.index(Int(slot)) >> 6 == word {
                    listed |= 1 << UInt64(slot & 63)
                    left.removeFirst()
                }
                blocked[word] |= areBlocked ? listed : ~listed
            }
        }
    }

    /// Those of ascending slots that lie in a chunk.
    private static func slots(_ slots: [UInt32], in chunk: Int) -> ArraySlice<UInt32> {
        guard !slots.isEmpty else { return [] }
        let first = slots.position(of: UInt32(chunk * Slots.perChunk))
        let end = slots.position(of: UInt32((chunk + 1) * Slots.perChunk))
        return slots[first..<end]
    }
}

extension RandomAccessCollection<UInt32> where Index == Int {
    /// Where `slot` stands or would stand among ascending slots. O(log n).
    @inline(__always)
    func position(of slot: UInt32) -> Int {
        var low = startIndex
        var high = endIndex
        while low < high {
            let middle = (low + high) / 2
            if self[middle] < slot { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
