/// The names of one list of the catalogue, for what somebody is still
/// typing.
struct QueryNames: Sendable {
    struct Entry: Sendable {
        /// As `PlainText.key` makes it.
        let key: String
        let name: String
        /// Position in the catalogue's list.
        let position: Int
        /// The entry's own name, rather than another it goes by.
        let isName: Bool
    }

    /// In the catalogue's order.
    let entries: [Entry]
    /// Scalars in the longest name.
    let longest: Int
    /// Positions in `entries`, by the bytes of the keys.
    private let sorted: [Int]

    init(_ names: [(name: String, position: Int, isName: Bool)]) {
        let entries = names.map { Entry(key: PlainText.key($0.name), name: $0.name, position: $0.position, isName: $0.isName) }
        self.entries = entries
        longest = names.map(\.name.unicodeScalars.count).max() ?? 0
        sorted = entries.indices.sorted { entries[$0].key.utf8.lexicographicallyPrecedes(entries[$1].key.utf8) }
    }

    /// The catalogue positions of what is called just so, in the catalogue's
    /// order.
    func whole(_ key: String) -> [Int] {
        Set(beginning(key).prefix { entries[$0].key.utf8.count == key.utf8.count }.map { entries[$0].position }).sorted()
    }

    /// The catalogue positions of what is called something that begins so,
    /// by the bytes of the names; not more than `limit` of them.
    func begun(_ key: String, limit: Int) -> [Int] {
        var positions: [Int] = []
        for index in beginning(key) where !positions.contains(entries[index].position) {
            positions.append(entries[index].position)
            if positions.count == limit { break }
        }
        return positions
    }

    private func beginning(_ key: String) -> some Sequence<Int> {
        var low = 0
        var high = sorted.count
        while low < high {
            let middle = (low + high) / 2
            if entries[sorted[middle]].key.utf8.lexicographicallyPrecedes(key.utf8) { low = middle + 1 } else { high = middle }
        }
        return sorted[low...].lazy.prefix { entries[$0].key.utf8.starts(with: key.utf8) }
    }
}

/// What the words of a query mean: the catalogue, and its names by their
/// beginnings.
struct QueryVocabulary: Sendable {
    let catalogue: Catalogue
    let groups: QueryNames
    let places: QueryNames
    /// With the county in front: `额尔古纳市拉布大林街道`.
    let fullPlaces: QueryNames
    /// Toneless syllables without blanks.
    let pinyin: QueryNames
    let skills: QueryNames
    let certificates: QueryNames
    /// Scalars in the longest of all names.
    private let longestName: Int

    init(_ catalogue: Catalogue) {
        self.catalogue = catalogue
        var groups: [(String, Int, Bool)] = []
        for (position, group) in catalogue.groups.all.enumerated() {
            groups += [(group.name.chinese, position, true), (group.name.english, position, true), (group.code, position, false)]
        }
        var places: [(String, Int, Bool)] = []
        for (position, place) in catalogue.places.all.enumerated() { places += [(place.name, position, true), (place.code, position, false)] }
        var skills: [(String, Int, Bool)] = []
        for (position, skill) in catalogue.skills.all.enumerated() {
            skills += [(skill.name, position, true), (skill.code, position, false)] + skill.aliases.map { ($0, position, false) }
        }
        var certificates: [(String, Int, Bool)] = []
        for (position, certificate) in catalogue.certificates.all.enumerated() {
            certificates += [(certificate.name, position, true), (certificate.code, position, false)]
            certificates += certificate.aliases.map { ($0, position, false) }
        }
        self.groups = QueryNames(groups)
        self.places = QueryNames(places)
        fullPlaces = QueryNames(catalogue.places.all.enumerated().map { (catalogue.places.fullName($1.id), $0, false) })
        pinyin = QueryNames(catalogue.places.all.enumerated().map { ($1.pinyin, $0, false) })
        self.skills = QueryNames(skills)
        self.certificates = QueryNames(certificates)
        longestName = [self.groups, self.places, fullPlaces, pinyin, self.skills, self.certificates].map(\.longest).max() ?? 0
    }

    init(withoutBeginnings catalogue: Catalogue) {
        let none = QueryNames([])
        self.catalogue = catalogue
        (groups, places, fullPlaces, pinyin, skills, certificates) = (none, none, none, none, none, none)
        longestName = 0
    }

    /// What a text means.
    enum Meaning<Value> {
        case found(Value)
        /// Names that begin so, not more than five.
        case begins([Phrase])
        case unknown
    }

    /// What is longer than any name is not looked up: that would take long.
    private func isName(_ text: String) -> Bool {
        let scalars = text.unicodeScalars
        return scalars.index(scalars.startIndex, offsetBy: longestName + 1, limitedBy: scalars.endIndex) == nil
    }

    private static let shownBeginnings = 5

    func group(_ text: String) -> Meaning<GroupID> {
        guard isName(text) else { return .unknown }
        if let group = catalogue.groups.group(text) { return .found(group.id) }
        let begun = groups.begun(PlainText.key(text), limit: QueryVocabulary.shownBeginnings).map { catalogue.groups.all[$0] }
        return QueryVocabulary.meaning(begun, { $0.id }, \.name)
    }

    /// Several places where they share the name.
    func place(_ text: String) -> Meaning<[PlaceID]> {
        guard isName(text) else { return .unknown }
        switch catalogue.places.resolve(text, near: nil) {
        case .found(let id): return .found([id])
        case .ambiguous(let ids): return .found(ids.sorted())
        case .unknown: break
        }
        let key = PlainText.key(text)
        let spelt = pinyin.whole(key)
        if !spelt.isEmpty { return .found(spelt.map { PlaceID(position: UInt16($0)) }) }
        // A county's own name begins the full names of all that lies in it.
        let begun = [places, pinyin, fullPlaces].lazy.map { $0.begun(key, limit: QueryVocabulary.shownBeginnings) }.first { !$0.isEmpty }
            .map { $0.map { catalogue.places.all[$0] } } ?? []
        return QueryVocabulary.meaning(begun, { [$0.id] }, { Phrase(verbatim: catalogue.places.fullName($0.id)) })
    }

    enum SkillOrCertificate {
        case skill(SkillID)
        case certificate(CertificateID)
    }

    /// A skill before a certificate of the same name.
    func skill(_ text: String) -> Meaning<SkillOrCertificate> {
        guard isName(text) else { return .unknown }
        if let skill = catalogue.skills.skill(text) { return .found(.skill(skill.id)) }
        if let certificate = catalogue.certificates.certificate(text) { return .found(.certificate(certificate.id)) }
        let key = PlainText.key(text)
        let begun: [(SkillOrCertificate, String)] =
            skills.begun(key, limit: QueryVocabulary.shownBeginnings).map { catalogue.skills.all[$0] }.map { (.skill($0.id), $0.name) }
            + certificates.begun(key, limit: QueryVocabulary.shownBeginnings).map { catalogue.certificates.all[$0] }.map { (.certificate($0.id), $0.name) }
        return QueryVocabulary.meaning(begun, \.0) { Phrase(verbatim: $0.1) }
    }

    private static func meaning<Entry, Value>(_ begun: [Entry], _ value: (Entry) -> Value, _ name: (Entry) -> Phrase) -> Meaning<Value> {
        switch begun.count {
        case 0: .unknown
        case 1: .found(value(begun[0]))
        default: .begins(begun.prefix(shownBeginnings).map(name))
        }
    }

    /// The names most like one that is unknown.
    func nearest(to text: String, _ sign: QuerySign) -> [Phrase] {
        guard isName(text) else { return [] }
        switch sign {
        case .group: return catalogue.groups.nearest(to: text, count: 3).map(\.name)
        case .place:
            return catalogue.places.nearest(to: text, count: 3).map { Phrase(verbatim: catalogue.places.fullName($0)) }
        case .skill:
            let names = catalogue.skills.nearest(to: text, count: 3).map(\.name) + catalogue.certificates.nearest(to: text, count: 3).map(\.name)
            let key = PlainText.key(text)
            let ranked = names.map { ($0, PlainText.likeness(key, PlainText.key($0))) }.sorted { $0.1 > $1.1 }
            return ranked.prefix(3).map { Phrase(verbatim: $0.0) }
        }
    }
}
