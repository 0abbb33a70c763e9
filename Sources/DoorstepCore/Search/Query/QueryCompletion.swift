/// What the term under the cursor could become.
public struct QueryCompletion: Hashable, Sendable {
    /// Where the term stands in the text; replaced as a whole.
    public let range: Range<String.Index>
    /// Likeliest first; none where the term has no sign.
    public let candidates: [Candidate]

    public struct Candidate: Hashable, Sendable {
        /// What to show; a place's says in which county it lies.
        public let name: Phrase
        public let code: String
        /// The whole term, with its signs, and in quotes where the name has
        /// blanks.
        public let replacement: String
    }

    /// The text with a candidate in the place of the term and a blank behind
    /// it, and the cursor after that, in characters.
    public func applied(_ candidate: Candidate, to text: String) -> (text: String, cursor: Int) {
        let before = String(text[..<range.lowerBound]) + candidate.replacement + " "
        return (before + text[range.upperBound...].drop(while: \.isWhitespace), before.count)
    }
}

extension QueryParser {
    /// What the term under the cursor could become, where it begins with
    /// `#`, `@` or `+`: what of the catalogue is called what was typed
    /// between the sign and the cursor, begins with it or contains it, by
    /// either language's name, an alias or the code. Looks at every name of
    /// one list.
    ///
    /// - Parameters:
    ///   - cursor: characters before the cursor.
    ///   - language: that of the group names put in.
    ///   - limit: the most candidates.
    ///   - matches: whether a name goes with what was typed, apart from
    ///     containing it: by the pinyin, for one. Both are half-width, in
    ///     lower case and without blanks.
    /// - Returns: nil where the cursor is in no such term.
    public func completion(
        of text: String, cursor: Int, in language: Language, limit: Int, matches: (_ name: String, _ typed: String) -> Bool = { _, _ in false }
    ) -> QueryCompletion? {
        let position = text.index(text.startIndex, offsetBy: max(0, cursor), limitedBy: text.endIndex) ?? text.endIndex
        guard let token = tokens(text).last(where: { $0.range.lowerBound < position && position <= $0.range.upperBound }),
            let typed = tokens(String(text[token.range.lowerBound..<position])).first,
            let sign = typed.head.unicodeScalars.first.flatMap({ QuerySign(rawValue: String($0)) })
        else { return nil }
        var name = typed.value.unicodeScalars.dropFirst()
        let withFamily = sign == .skill && name.first == "~"
        if withFamily { name = name.dropFirst() }
        let lead = (token.isNegated ? "!" : "") + sign.rawValue + (withFamily ? "~" : "")
        let candidates = named(PlainText.key(String(name)), sign, limit: max(0, limit), matches).map { entry in
            let (name, code, value) = written(entry, language)
            return QueryCompletion.Candidate(name: name, code: code, replacement: lead + self.value(value))
        }
        return QueryCompletion(range: token.range, candidates: candidates)
    }

    /// Values of a column that go with what was typed of one, as a form puts
    /// them in; likeliest first. Looks at every name of one list.
    ///
    /// - Parameters:
    ///   - employers: names of those that the station knows.
    ///   - matches: as for `completion(of:cursor:in:limit:matches:)`.
    public func values(
        of vocabulary: Vocabulary, typed: String, employers: @autoclosure () -> [String], in language: Language, limit: Int,
        matches: (_ name: String, _ typed: String) -> Bool = { _, _ in false }
    ) -> [String] {
        let typed = PlainText.key(typed)
        func values(_ sign: QuerySign, _ isKept: (Listed) -> Bool = { _ in true }) -> [String] {
            named(typed, sign, limit: limit, matches).filter(isKept).map { written($0, language).value }
        }
        func values(_ words: [String]) -> [String] {
            let names = words.enumerated().map { QueryNames.Entry(key: PlainText.key($1), name: $1, position: $0, isName: true) }
            return best([(names, 0)], typed, limit, matches).map { words[$0.position] }
        }
        let catalogue = self.vocabulary.catalogue
        switch vocabulary {
        case .groups: return values(.group)
        case .places: return values(.place)
        case .skills: return values(.skill) { if case .skill = $0 { true } else { false } }
        case .certificates: return values(.skill) { if case .certificate = $0 { true } else { false } }
        case .kinds: return values(catalogue.kinds.all.map { $0.name(language) })
        case .industries: return values(catalogue.industries.all.map { $0.name(language) })
        case .employers: return values(employers())
        case .words(let words): return values(words.map { $0(language) })
        }
    }

    /// An entry of one of the catalogue's lists.
    private enum Listed {
        case group(Group)
        case place(Place)
        case skill(Skill)
        case certificate(Certificate)
    }

    private func named(_ typed: String, _ sign: QuerySign, limit: Int, _ matches: (String, String) -> Bool) -> [Listed] {
        let catalogue = vocabulary.catalogue
        switch sign {
        case .group: return best([(vocabulary.groups.entries, 0)], typed, limit, matches).map { .group(catalogue.groups.all[$0.position]) }
        case .place:
            // The pinyin is another name of a place.
            return best([(vocabulary.places.entries, 0), (vocabulary.pinyin.entries, 0)], typed, limit, matches).map { .place(catalogue.places.all[$0.position]) }
        case .skill:
            return best([(vocabulary.skills.entries, 0), (vocabulary.certificates.entries, 1)], typed, limit, matches).map {
                $0.list == 0 ? .skill(catalogue.skills.all[$0.position]) : .certificate(catalogue.certificates.all[$0.position])
            }
        }
    }

    /// The entries that go best with what was typed: called so, beginning
    /// so by their own name, by another, containing it or matching; then the
    /// shorter name, the list, and the catalogue's order.
    private func best(
        _ names: [(entries: [QueryNames.Entry], list: Int)], _ typed: String, _ limit: Int, _ matches: (String, String) -> Bool
    ) -> [(list: Int, position: Int)] {
        struct Ranked {
            var rank: Int
            var length: Int
        }
        var ranks: [[Int: Ranked]] = [[:], [:]]
        for (entries, list) in names {
            for entry in entries {
                guard let rank = QueryParser.rank(entry, typed, matches) else { continue }
                // With nothing typed the catalogue's order says more than
                // the length of a name.
                let ranked = Ranked(rank: rank, length: typed.isEmpty ? 0 : entry.key.unicodeScalars.count)
                if let known = ranks[list][entry.position], (known.rank, known.length) <= (ranked.rank, ranked.length) { continue }
                ranks[list][entry.position] = ranked
            }
        }
        let all = ranks.enumerated().flatMap { list, ranks in ranks.map { (ranked: $1, list: list, position: $0) } }
        return all.sorted { ($0.ranked.rank, $0.ranked.length, $0.list, $0.position) < ($1.ranked.rank, $1.ranked.length, $1.list, $1.position) }
            .prefix(limit).map { ($0.list, $0.position) }
    }

    /// Smaller is better; nil where the name does not go with it.
    private static func rank(_ entry: QueryNames.Entry, _ typed: String, _ matches: (String, String) -> Bool) -> Int? {
        if entry.key == typed { return 0 }
        if entry.key.utf8.starts(with: typed.utf8) { return entry.isName ? 1 : 2 }
        if PlainText.holds(entry.key, typed) || matches(entry.key, typed) { return entry.isName ? 3 : 4 }
        return nil
    }

    private func written(_ entry: Listed, _ language: Language) -> (name: Phrase, code: String, value: String) {
        let catalogue = vocabulary.catalogue
        switch entry {
        case .group(let group): return (group.name, group.code, groupName(group.id, language))
        case .place(let place): return (Phrase(verbatim: catalogue.places.fullName(place.id)), place.code, catalogue.places.unmistakableName(place.id))
        case .skill(let skill): return (Phrase(verbatim: skill.name), skill.code, skillName(skill.id))
        case .certificate(let certificate): return (Phrase(verbatim: certificate.name), certificate.code, certificateName(certificate.id))
        }
    }
}
