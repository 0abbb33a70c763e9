import DoorstepCore

/// The places that a station can be at, found by what somebody types.
public struct FoundingPlaces: Sendable {
    private let catalogue: PlaceCatalogue
    private let queries: QueryParser
    /// The first letters of a place's syllables, by the key of its name.
    private let initials: [String: [String]]

    /// By all its syllables, without blanks.
    private let byPinyin: [String: [Place]]

    /// More than anyone goes through; who misses one types on.
    private static let most = 40

    public init(_ catalogue: Catalogue) {
        self.catalogue = catalogue.places
        queries = QueryParser(catalogue)
        initials = Dictionary(grouping: catalogue.places.all) { PlainText.key($0.name) }
            .mapValues { $0.map { String($0.pinyin.split(separator: " ").compactMap(\.first)) } }
        byPinyin = Dictionary(grouping: catalogue.places.all) { PlainText.key($0.pinyin) }
    }

    /// What somebody typed, as a place.
    enum Meaning: Equatable {
        case place(Place)
        /// Any of these.
        case several([String])
        case none(nearest: Phrase)
    }

    /// A name, a code, or pinyin that only one place has. Where several have
    /// it, they are those to choose from.
    func meaning(of text: String) -> Meaning {
        switch catalogue.resolve(text, near: nil) {
        case .found(let id): return .place(catalogue[id])
        case .ambiguous(let ids): return .several(ids.map { catalogue.unmistakableName($0) })
        case .unknown: break
        }
        if let spelt = byPinyin[PlainText.key(text)], spelt.count == 1 { return .place(spelt[0]) }
        let names = self.names(for: text)
        if names.count == 1, case .found(let id) = catalogue.resolve(names[0], near: nil) { return .place(catalogue[id]) }
        guard names.isEmpty else { return .several(names) }
        return .none(nearest: Phrase.list(catalogue.nearest(to: text, count: 3).map { Phrase(verbatim: catalogue.fullName($0)) }))
    }

    /// Names that go with what was typed, likeliest first; none for nothing.
    func names(for text: String) -> [String] {
        guard !PlainText.key(text).isEmpty else { return [] }
        return queries.values(of: .places, typed: text, employers: [], in: .chinese, limit: FoundingPlaces.most) { name, typed in
            initials[name]?.contains { $0.hasPrefix(typed) } ?? false
        }
    }

    /// What puts a place back in the field.
    func name(of place: Place) -> String { catalogue.unmistakableName(place.id) }

    /// `额尔古纳市拉布大林街道`.
    func fullName(of place: Place) -> String { catalogue.fullName(place.id) }
}
