import Synchronization

/// What a reading worked out about texts that sheets repeat: shared by its
/// copies, since every row is read by one.
final class ReadingMemory: Sendable {
    private let nearest = Mutex<[String: [Phrase]]>([:])
    private let places = Mutex<[String: PlaceCatalogue.Said]>([:])
    /// A sheet in which no text comes twice must not fill the memory.
    private static let most = 20_000

    func nearest(to text: String) -> [Phrase]? { nearest.withLock { $0[text] } }

    func remember(_ names: [Phrase], nearestTo text: String) { nearest.withLock { ReadingMemory.put(names, text, &$0) } }

    /// - Parameter work: what the text says of places, where it is not known.
    func place(_ text: String, _ work: () -> PlaceCatalogue.Said) -> PlaceCatalogue.Said {
        if let known = places.withLock({ $0[text] }) { return known }
        let said = work()
        places.withLock { ReadingMemory.put(said, text, &$0) }
        return said
    }

    private static func put<Value>(_ value: Value, _ text: String, _ known: inout [String: Value]) {
        if known.count >= most { known.removeAll() }
        known[text] = value
    }
}
