/// A figure in its parts: by place, by group, by reason.
extension Figures {
    public struct Part<Name: Hashable & Sendable>: Hashable, Sendable {
        /// Nil where it is not known.
        public let name: Name?
        public internal(set) var count: Int
        /// Positions among the indicator's entries.
        public internal(set) var entries: [Int]
    }

    /// By the place that decides where the indicator counts: the workplace,
    /// or where the person lives. In the catalogue's order, what is not known
    /// last.
    ///
    /// - Parameter level: counties, or townships; what is known only more
    ///   coarsely stands by its own name.
    public func byArea(_ indicator: Indicator, _ level: Place.Level, _ places: PlaceCatalogue) -> [Part<PlaceID>] {
        parts(indicator) { entry in
            let place = indicator.side == .home ? entry.home : entry.workplace
            return [place.map { places.ancestor(of: $0, at: level) ?? $0 }]
        }.sorted { one, other in
            switch (one.name, other.name) {
            case (let one?, let other?): one < other
            case (nil, _): false
            case (_?, nil): true
            }
        }
    }

    /// By group; who is in several counts in each, who is in none in none. In
    /// the catalogue's order.
    public func byGroup(_ indicator: Indicator) -> [Part<GroupID>] {
        parts(indicator) { $0.groups.members.map { $0 } }.sorted { one, other in
            guard let one = one.name, let other = other.name else { return one.name != nil && other.name == nil }
            return one < other
        }
    }

    /// By the reason of the step, most frequent first; nil where nobody said.
    public func byReason(_ indicator: Indicator, _ placement: (Int) -> Placement) -> [Part<StepReason>] {
        guard indicator.source == .placements else { return [] }
        return parts(indicator) { [placement(Int($0.position)).steps[Int($0.step)].reason] }
            .sorted { $0.count != $1.count ? $0.count > $1.count : ($0.name?.rawValue ?? "~") < ($1.name?.rawValue ?? "~") }
    }

    private func parts<Name: Hashable & Sendable>(_ indicator: Indicator, _ names: (Entry) -> [Name?]) -> [Part<Name>] {
        var parts: [Name?: Part<Name>] = [:]
        for (position, entry) in entries(indicator).enumerated() {
            for name in names(entry) {
                parts[name, default: Part(name: name, count: 0, entries: [])].count += Int(entry.amount)
                parts[name, default: Part(name: name, count: 0, entries: [])].entries.append(position)
            }
        }
        return Array(parts.values)
    }
}
