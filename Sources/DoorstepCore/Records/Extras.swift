/// What is kept of a record in words alone, by what it is: like a
/// dictionary, at a fraction of its room for the few that a record has.
public struct Extras<Key: Hashable & Sendable & RawRepresentable>: Hashable, Sendable, ExpressibleByDictionaryLiteral where Key.RawValue == String {
    private struct Entry: Hashable, Sendable {
        let key: Key
        var text: String
    }

    /// In the order of the keys' names, so that the same texts make the same
    /// value.
    private var entries: [Entry] = []

    public init() {}

    /// Of a key given twice the last counts.
    public init(dictionaryLiteral elements: (Key, String)...) {
        for (key, text) in elements { self[key] = text }
    }

    /// O(number of texts).
    public subscript(key: Key) -> String? {
        get { entries.first { $0.key == key }?.text }
        set {
            let position = entries.firstIndex { $0.key.rawValue >= key.rawValue } ?? entries.count
            let isThere = position < entries.count && entries[position].key == key
            switch (newValue, isThere) {
            case (let text?, true): entries[position].text = text
            case (let text?, false):
                // To the last byte: half a million people have some each.
                entries.reserveCapacity(entries.count + 1)
                entries.insert(Entry(key: key, text: text), at: position)
            case (nil, true): entries.remove(at: position)
            case (nil, false): break
            }
        }
    }

    public var isEmpty: Bool { entries.isEmpty }

    /// Keys and texts, in the order of the keys' names.
    public var all: [(key: Key, text: String)] { entries.map { ($0.key, $0.text) } }

    public var texts: [String] { entries.map(\.text) }
}
