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
    /// Blocked where the value is greater than the limit and lies beyond
    /// what a row can tell.
    var beyond: [Beyond] = []
    /// Slots, ascending, that are blocked, or that alone are not.
    var listed: [(slots: [UInt32], areBlocked: Bool)] = []

    struct Beyond: Sendable {
        let row: Int
        let next: Int?
        let limit: Int
        let value: Value
    }

    var isEmpty: Bool { any.isEmpty && unless == nil && beyond.isEmpty && listed.isEmpty }

    /// The row that alone says everything, where there is one.
    var onlyRow: Int? { any.count == 1 && unless == nil && beyond.isEmpty && listed.isEmpty ? any[0] : nil }

    mutating func add(_ rows: LimitRows, above limit: Int, _ value: Value) {
        let (row, isExact, next) = rows.above(limit)
        if isExact { any.append(row) } else { beyond.append(Beyond(row: row, next: next, limit: limit, value: value)) }
    }
}

/// Which records of the other side a query may be matched with.
struct EligibilityTest<Value: Sendable>: Sendable {
    /// Rows of which all must say yes.
    var needed: [Int] = []
    /// Blocks as the first six rules do: neither match nor near miss.
    var barred = RuleTest<Value>()
    /// The rules that a near miss may break one of: those that a single row
    /// answers, and the others.
    private(set) var plainRows: [Int] = []
    private(set) var otherRules: [RuleTest<Value>] = []
    /// Slots that a placement keeps apart from the query, ascending.
    var keptApart: [UInt32] = []
    /// Nothing can be matched with it at all.
    var isHopeless = false

    mutating func add(_ rule: RuleTest<Value>) {
        guard !rule.isEmpty else { return }
        if let row = rule.onlyRow { plainRows.append(row) } else { otherRules.append(rule) }
    }
}

/// Works a test out for chunks, each when it is first asked for.
///
/// Scratch memory of one thread, made once and used for query after query.
final class EligibleWords {
    private let matches: UnsafeMutablePointer<UInt64>
    private let nearMisses: UnsafeMutablePointer<UInt64>
    private let rule: UnsafeMutablePointer<UInt64>
    private let kept: UnsafeMutablePointer<UInt64>
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
        rule = Slots.allocateRows(1)
        kept = Slots.allocateRows(1)
        known = .allocate(capacity: chunks)
        reset()
    }

    deinit {
        matches.deallocate()
        nearMisses.deallocate()
        rule.deallocate()
        kept.deallocate()
        known.deallocate()
    }

    /// Forgets the last query.
    func reset() { known.initialize(repeating: .nothing, count: chunks) }

    /// The words of a chunk: one bit for each record that matches or, where
    /// `nearMisses`, that one rule alone blocks.
    @inline(__always)
    func words<Columns: RuleColumns>(
        _ chunk: Int, _ columns: Columns, _ test: EligibilityTest<Columns.Value>, nearMisses isNear: Bool
    ) -> UnsafeMutablePointer<UInt64> {
        if known[chunk] == .nothing || (isNear && known[chunk] == .matches) {
            work(out: chunk, columns, test, nearMisses: isNear)
            known[chunk] = isNear ? .both : .matches
        }
        return (isNear ? nearMisses : matches) + chunk * Slots.wordsPerChunk
    }

    /// How many match, and how many are near misses.
    func counts<Columns: RuleColumns>(_ columns: ReadOnlyList<Columns>, _ test: EligibilityTest<Columns.Value>) -> (matches: Int, nearMisses: Int) {
        var (matches, nearMisses) = (0, 0)
        for chunk in 0..<columns.count {
            let near = words(chunk, columns[chunk], test, nearMisses: true)
            let match = words(chunk, columns[chunk], test, nearMisses: false)
            for word in 0..<Slots.wordsPerChunk {
                matches += match[word].nonzeroBitCount
                nearMisses += near[word].nonzeroBitCount
            }
        }
        return (matches, nearMisses)
    }

    /// All rows of a chunk lie eight words apart from whole cache lines.
    private typealias Words = SIMD8<UInt64>

    private func work<Columns: RuleColumns>(out chunk: Int, _ columns: Columns, _ test: EligibilityTest<Columns.Value>, nearMisses isNear: Bool) {
        let count = Slots.wordsPerChunk
        let matches = self.matches + chunk * count
        let nearMisses = self.nearMisses + chunk * count
        guard !test.isHopeless else {
            matches.update(repeating: 0, count: count)
            nearMisses.update(repeating: 0, count: count)
            return
        }
        answer(test.barred, chunk, columns)
        for slot in EligibleWords.slots(test.keptApart, in: chunk) { rule[Slots.index(Int(slot)) >> 6] |= 1 << UInt64(slot & 63) }
        let rows = UnsafeRawPointer(columns.rows).assumingMemoryBound(to: Words.self)
        let perRow = count / Words.scalarCount
        let barred = UnsafeMutableRawPointer(rule).assumingMemoryBound(to: Words.self)
        let once = UnsafeMutableRawPointer(matches).assumingMemoryBound(to: Words.self)
        let twice = UnsafeMutableRawPointer(nearMisses).assumingMemoryBound(to: Words.self)
        for part in 0..<perRow {
            var blocked = Words.zero
            var needed = barred[part]
            for row in test.needed { needed |= ~rows[row * perRow + part] }
            if isNear {
                var more = Words.zero
                for row in test.plainRows {
                    let answers = rows[row * perRow + part]
                    more |= blocked & answers
                    blocked |= answers
                }
                twice[part] = more
            } else {
                for row in test.plainRows { blocked |= rows[row * perRow + part] }
            }
            once[part] = blocked
            barred[part] = needed
        }
        // Who is barred is kept in a place of its own while rules that take
        // more than a row are worked out.
        if !test.otherRules.isEmpty {
            kept.update(from: rule, count: count)
            for one in test.otherRules {
                answer(one, chunk, columns)
                for word in 0..<count {
                    if isNear { nearMisses[word] |= matches[word] & rule[word] }
                    matches[word] |= rule[word]
                }
            }
            rule.update(from: kept, count: count)
        }
        if isNear {
            for word in 0..<count { nearMisses[word] = matches[word] & ~nearMisses[word] & ~rule[word] }
        }
        for word in 0..<count { matches[word] = ~(matches[word] | rule[word]) }
    }

    /// Writes whom a rule blocks to `rule`.
    private func answer<Columns: RuleColumns>(_ test: RuleTest<Columns.Value>, _ chunk: Int, _ columns: Columns) {
        let count = Slots.wordsPerChunk
        let rule = self.rule
        rule.update(repeating: 0, count: count)
        if let unless = test.unless {
            for row in unless {
                let answers = columns.rows + row * count
                for word in 0..<count { rule[word] |= answers[word] }
            }
            for word in 0..<count { rule[word] = ~rule[word] }
            if let within = test.within {
                let answers = columns.rows + within * count
                for word in 0..<count { rule[word] &= answers[word] }
            }
        }
        for row in test.any {
            let answers = columns.rows + row * count
            for word in 0..<count { rule[word] |= answers[word] }
        }
        for beyond in test.beyond {
            let above = columns.rows + beyond.row * count
            let next = beyond.next.map { columns.rows + $0 * count }
            for word in 0..<count {
                var between = above[word] & ~(next?[word] ?? 0)
                rule[word] |= above[word] & ~between
                while between != 0 {
                    let bit = between.trailingZeroBitCount
                    if columns.value(beyond.value, word * 64 + bit) > beyond.limit { rule[word] |= 1 << UInt64(bit) }
                    between &= between - 1
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
                rule[word] |= areBlocked ? listed : ~listed
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

extension RandomAccessCollection where Element == UInt32, Index == Int {
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

/// Values side by side, read in place: those of an array would be copied, or
/// hold the array, for each.
///
/// Unchecked, because raw memory cannot be checked: nothing is written to it
/// once it is made.
final class ReadOnlyList<Element>: @unchecked Sendable {
    private let elements: UnsafeMutablePointer<Element>
    let count: Int

    /// - Parameter elements: what they point to is to be held as long as
    ///   this.
    init(_ elements: [Element]) {
        count = elements.count
        self.elements = .allocate(capacity: elements.count)
        self.elements.initialize(from: elements, count: elements.count)
    }

    deinit {
        elements.deinitialize(count: count)
        elements.deallocate()
    }

    @inline(__always)
    subscript(position: Int) -> Element {
        unsafeAddress { UnsafePointer(elements + position) }
    }
}
