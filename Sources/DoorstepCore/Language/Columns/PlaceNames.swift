import Synchronization

/// The unmistakable names of places, each made sure of once: that takes
/// longer than all else of a row.
final class PlaceNames: Sendable {
    private let places: PlaceCatalogue
    /// By position; nil where nobody has asked yet.
    private let names: Mutex<[String?]>

    init(_ places: PlaceCatalogue) {
        self.places = places
        names = Mutex(Array(repeating: nil, count: places.all.count))
    }

    func name(_ id: PlaceID) -> String {
        let position = Int(id.position)
        if let known = names.withLock({ $0[position] }) { return known }
        let name = places.unmistakableName(id)
        names.withLock { $0[position] = name }
        return name
    }
}
