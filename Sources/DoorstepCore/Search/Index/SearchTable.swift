import HashTreeCollections

/// One kind of records as a search goes through them, by their position in
/// the register.
struct SearchTable: Sendable {
    private(set) var chunks: [SearchChunk] = []
    /// Of what was changed since the index was made, when; from 1.
    private var changes: TreeDictionary<Int, Int> = [:]
    private var latest = 0
    /// Windows of digits a record has.
    let windows: Int

    /// Writes what can be searched for in the record at a position.
    typealias Describe = (Int, inout SearchChunk.Writer) -> Void

    /// Made on all processors.
    init(count: Int, windows: Int, _ alphabet: inout SearchAlphabet, _ describe: @Sendable (Int, inout SearchChunk.Writer) -> Void) {
        self.windows = windows
        let numbers = Array(0..<(count + SearchChunk.size - 1) / SearchChunk.size)
        let known = alphabet
        chunks = numbers.mapOnAllProcessors(portion: 1) { SearchTable.chunk($0, of: count, windows, known, describe) }
        // Characters that no catalogue of readings has are few.
        let strangers = numbers.filter { !chunks[$0].newcomers.isEmpty }
        for number in strangers {
            for scalar in chunks[number].newcomers.sorted() { _ = alphabet.code(adding: scalar) }
            chunks[number] = SearchTable.chunk(number, of: count, windows, alphabet, describe)
        }
    }

    private static func chunk(_ number: Int, of count: Int, _ windows: Int, _ alphabet: SearchAlphabet, _ describe: Describe) -> SearchChunk {
        var writer = SearchChunk.Writer(alphabet, windows: windows)
        for position in number * SearchChunk.size..<min(count, (number + 1) * SearchChunk.size) {
            describe(position, &writer)
            writer.end()
        }
        return writer.finished()
    }

    /// Takes in what changed at some positions, the latest last. About a
    /// millisecond for each chunk of them.
    mutating func update(_ positions: [Int], of count: Int, _ alphabet: inout SearchAlphabet, _ describe: Describe) {
        for position in positions {
            latest += 1
            changes[position] = latest
        }
        for number in Set(positions.map { $0 / SearchChunk.size }).sorted() {
            var chunk = SearchTable.chunk(number, of: count, windows, alphabet, describe)
            if !chunk.newcomers.isEmpty {
                for scalar in chunk.newcomers.sorted() { _ = alphabet.code(adding: scalar) }
                chunk = SearchTable.chunk(number, of: count, windows, alphabet, describe)
            }
            if number < chunks.count { chunks[number] = chunk } else { chunks.append(chunk) }
        }
    }

    /// A record that fits.
    struct Hit: Sendable {
        let position: UInt32
        let rank: SearchRank
    }

    /// Records best first: by rank, then the more recently changed, then the
    /// more recently entered. O(n).
    func sorted(_ hits: [[Hit]]) -> [Int] {
        var starts = [Int](repeating: 0, count: SearchRank.count + 1)
        for chunk in hits { for hit in chunk { starts[Int(hit.rank.value) + 1] += 1 } }
        for rank in 1...SearchRank.count { starts[rank] += starts[rank - 1] }
        let total = starts[SearchRank.count]
        let changed = changes.sorted { ($0.value, $0.key) > ($1.value, $1.key) }.map(\.key)
        return [Int](unsafeUninitializedCapacity: total) { positions, count in
            func put(_ hit: Hit) {
                positions[starts[Int(hit.rank.value)]] = Int(hit.position)
                starts[Int(hit.rank.value)] += 1
            }
            for position in changed {
                let chunk = position / SearchChunk.size
                if chunk < hits.count, let hit = hits[chunk].first(where: { $0.position == position }) { put(hit) }
            }
            for chunk in hits.reversed() {
                for hit in chunk.reversed() where changes.isEmpty || changes[Int(hit.position)] == nil { put(hit) }
            }
            count = total
        }
    }
}
