/// The catalogues' entries as records name them, numbered together: a word is
/// held against each entry once, not against every record that has it.
struct SearchEntries: Sendable {
    private let places: Int
    private let skills: Int
    private let certificates: Int
    private let groups: Int
    private let kinds: Int
    /// Names of each entry, with gaps between, and where they end.
    private var names: [UInt16] = []
    private var ends: [Int] = []
    /// How places' names are read, where a source says so.
    private var readings: [[SyllableID]?] = []
    /// The county that each place lies in.
    private let parents: [Int?]

    init(_ catalogue: Catalogue, _ table: Readings, _ alphabet: inout SearchAlphabet) {
        places = 0
        skills = catalogue.places.all.count
        certificates = skills + catalogue.skills.all.count
        groups = certificates + catalogue.certificates.all.count
        kinds = groups + catalogue.groups.all.count
        // As addresses are said: everybody's province and prefecture tell
        // nobody apart.
        parents = catalogue.places.all.map { place in
            place.parent.flatMap { catalogue.places[$0].level == .county ? Int($0.position) : nil }
        }
        for place in catalogue.places.all {
            add([place.name, catalogue.places.fullName(place.id)], table.syllables(of: place.pinyin), &alphabet)
        }
        for skill in catalogue.skills.all { add([skill.name] + skill.aliases, nil, &alphabet) }
        for certificate in catalogue.certificates.all { add([certificate.name] + certificate.aliases, nil, &alphabet) }
        for group in catalogue.groups.all { add([group.name.chinese, group.name.english], nil, &alphabet) }
        for kind in catalogue.kinds.all { add([kind.name.chinese, kind.name.english], nil, &alphabet) }
    }

    private mutating func add(_ texts: [String], _ reading: [SyllableID]?, _ alphabet: inout SearchAlphabet) {
        for text in texts where !text.isEmpty {
            SearchForm.forEach(text) { names.append(alphabet.code(adding: $0)) }
            names.append(SearchAlphabet.gap)
        }
        ends.append(names.count)
        readings.append(reading)
    }

    func number(_ place: PlaceID) -> Int { places + Int(place.position) }
    func number(_ skill: SkillID) -> Int { skills + Int(skill.position) }
    func number(_ certificate: CertificateID) -> Int { certificates + Int(certificate.position) }
    func number(_ group: GroupID) -> Int { groups + Int(group.position) }
    func number(_ kind: JobKindID) -> Int { kinds + Int(kind.position) }

    /// An entry that a word fits, and how well.
    struct Fit: Sendable {
        let entry: Int
        let rank: SearchRank
    }

    /// The entries that a word fits, a place also by its county.
    ///
    /// Pinyin counts from the beginning of a name on, and from two letters
    /// on: else every letter would fit what nearly everybody has.
    func fits(_ word: SearchWord) -> [Fit] {
        if word.isLatin, word.count < 2 { return [] }
        var ranks = [SearchRank](repeating: .none, count: ends.count)
        names.withUnsafeBufferPointer { names in
            var start = 0
            for entry in ends.indices {
                let all = UnsafeBufferPointer(rebasing: names[start..<ends[entry]])
                start = ends[entry]
                guard word.mayFit(all) || readings[entry] != nil else { continue }
                for name in all.split(separator: SearchAlphabet.gap) {
                    ranks[entry] = min(ranks[entry], word.rank(UnsafeBufferPointer(rebasing: name), surname: readings[entry], fromStart: word.isLatin).ofSome)
                }
            }
        }
        // Those above stand before those in them.
        for (entry, parent) in parents.enumerated() { if let parent { ranks[entry] = min(ranks[entry], ranks[parent]) } }
        return ranks.indices.filter { ranks[$0] != .none }.map { Fit(entry: $0, rank: ranks[$0]) }
    }
}
