/// Finds entries of a catalogue by what people call them: from a whole name
/// or alias, or from a longer text that contains one.
public struct NameFinder: Sendable {
    /// Positions in the catalogue, by the key of a name or alias.
    private let names: [String: [Int]]
    private let aliases: [String: [Int]]
    /// Characters in the longest name or alias that begins with this one:
    /// few characters of a text begin any.
    private let longest: [Character: Int]
    private let likeness: NameLikeness

    /// The names of a list that is being read.
    struct Draft {
        fileprivate var names: [String: [Int]] = [:]
        fileprivate var aliases: [String: [Int]] = [:]
        fileprivate var longest: [Character: Int] = [:]

        mutating func add(name: String, at position: Int) {
            Draft.add(PlainText.key(name), position, to: &names, &longest)
        }

        mutating func add(alias: String, at position: Int) {
            Draft.add(PlainText.key(alias), position, to: &aliases, &longest)
        }

        private static func add(_ key: String, _ position: Int, to table: inout [String: [Int]], _ longest: inout [Character: Int]) {
            if table[key]?.contains(position) != true { table[key, default: []].append(position) }
            if let first = key.first { longest[first] = max(longest[first] ?? 0, key.count) }
        }
    }

    init(_ draft: Draft) {
        (names, aliases, longest) = (draft.names, draft.aliases, draft.longest)
        likeness = NameLikeness([draft.names, draft.aliases])
    }

    /// The entries with just this name or, where none has, this alias; in
    /// the catalogue's order. One look-up.
    public func whole(_ text: String) -> [Int] {
        let key = PlainText.key(text)
        return names[key] ?? aliases[key] ?? []
    }

    /// A name or alias that stands in a longer text.
    public struct Hit: Hashable, Sendable {
        /// Where it stands, in characters of the text's key.
        public let range: Range<Int>
        public let positions: [Int]
        public let isName: Bool
    }

    /// The names and aliases that a text contains, from left to right,
    /// without overlap: at each place the longest, a name before an alias
    /// of the same length. Looks up at most the text's length times that of
    /// the longest name.
    public func contained(in text: String, atLeast shortest: Int = 2) -> [Hit] {
        let characters = Array(PlainText.key(text))
        var hits: [Hit] = []
        var start = 0
        search: while start < characters.count {
            let longestHere = min(longest[characters[start]] ?? 0, characters.count - start)
            for length in stride(from: longestHere, through: shortest, by: -1) {
                let key = String(characters[start..<start + length])
                if let positions = names[key] ?? aliases[key] {
                    hits.append(Hit(range: start..<start + length, positions: positions, isName: names[key] != nil))
                    start += length
                    continue search
                }
            }
            start += 1
        }
        return hits
    }

    /// The names most like a text that is none, likeliest first; for the
    /// mend of a message. Looks at the names that have a character of it.
    public func nearest(to text: String, count: Int) -> [Int] {
        var best: [Int: Double] = [:]
        for (positions, likeness) in likeness.names(like: PlainText.key(text)) {
            for position in positions { best[position] = max(best[position] ?? 0, likeness) }
        }
        return best.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(count).map(\.key)
    }
}
