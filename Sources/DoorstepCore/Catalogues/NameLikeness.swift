import Synchronization

/// Tells which names of a list are like a text, by `PlainText.likeness`.
///
/// Where every name stands, piece by piece, is worked out when it is first
/// asked for: most sheets and searches have nothing that is misspelt, while
/// one that is misspelt all through asks for each of its rows.
final class NameLikeness: Sendable {
    /// Names by their keys, and names of another sort.
    private let lists: [[String: [Int]]]
    private let pieces = Mutex<Pieces?>(nil)

    /// - Parameter lists: positions in the catalogue, by the names.
    init(_ lists: [[String: [Int]]]) { self.lists = lists }

    /// The names that have more than a quarter of their characters in common
    /// with the text and are more than a fifth like it, in no order.
    func names(like text: String) -> [(positions: [Int], likeness: Double)] {
        let pieces = pieces.withLock { known in
            let made = known ?? Pieces(lists)
            known = made
            return made
        }
        return pieces.names(like: text)
    }
}

/// The names by what they are made of: characters, and pairs of neighbours.
private struct Pieces: Sendable {
    private var names: [(text: String, positions: [Int], count: Int)] = []
    /// Where each piece was met last, and from each place where before; the
    /// places of one name lie together.
    private var last: [UInt64: Int32] = [:]
    private var places: [(name: Int32, before: Int32)] = []

    init(_ lists: [[String: [Int]]]) {
        names.reserveCapacity(lists.reduce(0) { $0 + $1.count })
        for (text, positions) in lists.joined() {
            let name = Int32(names.count)
            let pieces = Pieces.all(text)
            for piece in pieces where piece != Pieces.none {
                places.append((name, last[piece] ?? -1))
                last[piece] = Int32(places.count - 1)
            }
            names.append((text, positions, pieces.count))
        }
    }

    func names(like text: String) -> [(positions: [Int], likeness: Double)] {
        let pieces = Pieces.all(text)
        var counts: [UInt64: Int] = [:]
        for piece in pieces where piece != Pieces.none { counts[piece, default: 0] += 1 }
        var common = [Int32](repeating: 0, count: names.count)
        var touched: [Int] = []
        for (piece, count) in counts {
            var place = last[piece] ?? -1
            var name: Int32 = -1
            // How often the name has it beyond what the text has.
            var left = 0
            while place >= 0 {
                let here = places[Int(place)]
                if here.name != name { (name, left) = (here.name, count) }
                if left > 0 {
                    if common[Int(name)] == 0 { touched.append(Int(name)) }
                    common[Int(name)] += 1
                    left -= 1
                }
                place = here.before
            }
        }
        let scalars = Set(text.unicodeScalars)
        return touched.compactMap { index in
            let name = names[index]
            let likeness = 2 * Double(common[index]) / Double(pieces.count + name.count)
            guard likeness > 0.2 else { return nil }
            // A word in a long name says little of it.
            guard name.text.unicodeScalars.count(where: { scalars.contains($0) }) * 4 > name.text.unicodeScalars.count else { return nil }
            return (name.positions, likeness)
        }
    }

    /// What no two texts have in common.
    private static let none: UInt64 = 0

    /// A character is its scalar, and a pair both. One of several scalars is
    /// no name's.
    private static func all(_ text: String) -> [UInt64] {
        var pieces: [UInt64] = []
        var before: UInt64?
        for character in text {
            let scalars = character.unicodeScalars
            let own = scalars.count == 1 ? scalars.first.map { UInt64($0.value) + 1 } ?? none : none
            pieces.append(own)
            if let before { pieces.append(before == none || own == none ? none : before << 32 | own) }
            before = own
        }
        return pieces
    }
}
