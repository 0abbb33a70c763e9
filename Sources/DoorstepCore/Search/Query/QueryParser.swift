/// A query as far as it was understood.
public struct ParsedQuery: Hashable, Sendable {
    /// The terms that are understood, to narrow by.
    public let query: SearchQuery
    /// What is wrong with the others, in the order they were written.
    public let problems: [QueryError]
    /// What somebody who is still typing has not finished, such as a `#`
    /// alone, or `@东` where several places begin so: no fault yet, and not
    /// narrowed by.
    public let unfinished: [QueryError]
}

/// Reads what people type to find records.
///
/// Words stand with blanks between them and all have to hold; `!` in front
/// turns a term round. `#` says a group, `@` a place, `+` a skill,
/// occupation or certificate (`+~`: or one of its family), each by a name, an
/// alias, a code, the full pinyin of a place, or a beginning that no other
/// name has. `>=4000`, `4-6千`: a wage a month; `18-45岁`, `>=50岁` (`18-45y`):
/// an age. `学历>=大专`, `状态:求职`, `等待>30天`, `缺>2` ask by a key, in either
/// language. What stands in quotes is one word with its blanks and signs.
///
/// Full-width characters mean the same as half-width ones. Make it once for
/// a catalogue: that sorts some ten thousand names.
public struct QueryParser: Sendable {
    let vocabulary: QueryVocabulary

    public init(_ catalogue: Catalogue) {
        vocabulary = QueryVocabulary(catalogue)
    }

    /// One that knows no beginnings of names: made at once, for where
    /// nothing is looked for yet.
    public init(withoutBeginnings catalogue: Catalogue) {
        vocabulary = QueryVocabulary(withoutBeginnings: catalogue)
    }

    /// What of a text is understood, and what is not: for somebody who is
    /// typing. Takes time in proportion to the text.
    public func parse(_ text: String) -> ParsedQuery {
        var terms: [SearchQuery.Term] = []
        var problems: [QueryError] = []
        var unfinished: [QueryError] = []
        for token in tokens(text) {
            do throws(QueryError) {
                if let condition = try condition(token, looksForNearest: problems.isEmpty) {
                    terms.append(SearchQuery.Term(condition, isNegated: token.isNegated))
                }
            } catch {
                switch error {
                case .unfinished, .ambiguous: unfinished.append(error)
                default: problems.append(error)
                }
            }
        }
        return ParsedQuery(query: SearchQuery(terms), problems: problems, unfinished: unfinished)
    }

    /// What a finished text asks for: for the command line.
    ///
    /// - Throws: the first term that is not understood, unfinished ones
    ///   included.
    public func query(_ text: String) throws(QueryError) -> SearchQuery {
        var terms: [SearchQuery.Term] = []
        for token in tokens(text) {
            if let condition = try condition(token, looksForNearest: true) {
                terms.append(SearchQuery.Term(condition, isNegated: token.isNegated))
            }
        }
        return SearchQuery(terms)
    }

    func tokens(_ text: String) -> [QueryToken] {
        QueryToken.all(in: text) { QueryKey.named($0) != nil }
    }

    /// What a term asks for; nil where it says nothing, as an empty pair of
    /// quotes.
    private func condition(_ token: QueryToken, looksForNearest: Bool) throws(QueryError) -> SearchQuery.Condition? {
        let head = token.head
        if head.isEmpty {
            guard let quoted = token.quoted else {
                throw .unfinished(term: "!", expected: Phrase("要排除的内容，如 !状态:暂停", "what to leave out, such as !status:paused"))
            }
            return PlainText.trimmed(quoted).isEmpty ? nil : .word(quoted.lowercased())
        }
        if let sign = head.unicodeScalars.first.flatMap({ QuerySign(rawValue: String($0)) }) {
            return try named(String(token.value.unicodeScalars.dropFirst()), sign, token, looksForNearest)
        }
        if let (comparison, rest) = Comparison.leading(head[...]) {
            return try compared(rest, comparison, token)
        }
        if let colon = head.prefix(QueryParser.longestKey).firstIndex(where: { ":<>=≥≤》《".contains($0) }), let key = QueryKey.named(head[..<colon]),
            let (comparison, _) = Comparison.afterKey(head[colon...])
        {
            let value = token.value
            guard let (_, rest) = Comparison.afterKey(value[value.index(value.startIndex, offsetBy: head.distance(from: head.startIndex, to: colon))...])
            else { return .word(value.lowercased()) }
            return try keyed(rest, key, comparison, token)
        }
        switch QueryNumbers.plain(head) {
        case .age(let reading)?: return .age(try span(reading, QueryParser.amount, token))
        case .wage(let reading)?: return .wage(try span(reading, QueryParser.amount, token))
        case nil: return .word(head.lowercased())
        }
    }

    private static let longestKey = 16

    // MARK: - Signs

    private func named(_ value: String, _ sign: QuerySign, _ token: QueryToken, _ looksForNearest: Bool) throws(QueryError) -> SearchQuery.Condition {
        let withFamily = sign == .skill && value.unicodeScalars.first == "~"
        let name = withFamily ? String(value.unicodeScalars.dropFirst()) : value
        if PlainText.key(name).isEmpty { throw .unfinished(term: token.shown, expected: sign.phrase) }
        switch sign {
        case .group: return .group(try found(vocabulary.group(name), name, sign, token, looksForNearest))
        case .place:
            let places = try found(vocabulary.place(name), name, sign, token, looksForNearest)
            return .place(places, called: places.count == 1 ? vocabulary.catalogue.places.unmistakableName(places[0]) : PlainText.key(name))
        case .skill:
            switch try found(vocabulary.skill(name), name, sign, token, looksForNearest) {
            case .skill(let id): return .skill(id, withFamily: withFamily)
            case .certificate(let id): return .certificate(id, withFamily: withFamily)
            }
        }
    }

    private func found<Value>(
        _ meaning: QueryVocabulary.Meaning<Value>, _ name: String, _ sign: QuerySign, _ token: QueryToken, _ looksForNearest: Bool
    ) throws(QueryError) -> Value {
        switch meaning {
        case .found(let value): return value
        case .begins(let names): throw .ambiguous(term: token.shown, beginnings: names)
        case .unknown:
            throw .unknown(term: token.shown, sign, nearest: looksForNearest ? vocabulary.nearest(to: name, sign) : [])
        }
    }

    // MARK: - Amounts and keys

    /// What may stand without a key.
    private static let amount = QueryKey.wage.example + Phrase("；或", "; or ") + QueryKey.age.example

    /// `>=4000`, `>=50岁`, `>30天`: the unit says of what.
    private func compared(_ rest: Substring, _ comparison: Comparison, _ token: QueryToken) throws(QueryError) -> SearchQuery.Condition {
        if case .span(let age, hasUnit: true) = QueryNumbers.whole(rest, comparison, units: QueryNumbers.years, digits: 3) { return .age(age) }
        if case .span(let days, hasUnit: true) = QueryNumbers.whole(rest, comparison, units: QueryNumbers.days, digits: 5) { return .waiting(days) }
        switch QueryNumbers.wage(rest, comparison) {
        case .span(let wage, _) where !QueryNumbers.isBelowPlain(wage): return .wage(wage)
        case .span, .unfinished: throw .unfinished(term: token.shown, expected: QueryParser.amount)
        case .upsideDown: throw .upsideDown(term: token.shown)
        case .none: throw .unreadable(term: token.shown, expected: QueryParser.amount)
        }
    }

    private func keyed(_ value: Substring, _ key: QueryKey, _ comparison: Comparison, _ token: QueryToken) throws(QueryError) -> SearchQuery.Condition {
        if PlainText.trimmed(value).isEmpty { throw .unfinished(term: token.shown, expected: key.example) }
        switch key {
        case .wage: return .wage(try span(QueryNumbers.wage(value, comparison), key.example, token))
        case .age: return .age(try span(QueryNumbers.whole(value, comparison, units: QueryNumbers.years, digits: 3), key.example, token))
        case .waiting: return .waiting(try span(QueryNumbers.whole(value, comparison, units: QueryNumbers.days, digits: 5), key.example, token))
        case .vacancies: return .vacancies(try span(QueryNumbers.whole(value, comparison, units: QueryNumbers.people, digits: 6), key.example, token))
        case .education: return .education(try education(String(value), comparison, token))
        case .status:
            guard comparison == .equal else { throw .unreadable(term: token.shown, expected: key.example) }
            return .status(try word(String(value), key, token, QueryStatus.read) { [$0.phrase] })
        }
    }

    private func span<Value>(_ reading: QueryNumbers.Reading<Value>, _ expected: Phrase, _ token: QueryToken) throws(QueryError) -> Span<Value> {
        switch reading {
        case .span(let span, _): return span
        case .upsideDown: throw .upsideDown(term: token.shown)
        case .unfinished: throw .unfinished(term: token.shown, expected: expected)
        case .none: throw .unreadable(term: token.shown, expected: expected)
        }
    }

    private func education(_ value: String, _ comparison: Comparison, _ token: QueryToken) throws(QueryError) -> Span<Education> {
        func level(_ text: String) throws(QueryError) -> Education {
            try word(text, .education, token, Education.read) { [$0.phrase, $0.short] }
        }
        guard comparison == .equal, QueryNumbers.isShort(value) else { return comparison.span(try level(value)) }
        let key = PlainText.key(value)
        // “大专及以上” says from where as well.
        if key.contains("以上"), let level = Education.read(key) { return .atLeast(level) }
        let ends = CellReading.dashed(key).split(separator: "-", omittingEmptySubsequences: false)
        guard ends.count == 2 else { return comparison.span(try level(value)) }
        let lowest = try level(String(ends[0]))
        let highest = try level(String(ends[1]))
        guard lowest <= highest else { throw .upsideDown(term: token.shown) }
        return .within(lowest...highest)
    }

    /// A word of a closed list, or a beginning that only one of them has.
    private func word<Value: CaseIterable & Hashable>(
        _ text: String, _ key: QueryKey, _ token: QueryToken, _ read: (String) -> Value?, names: (Value) -> [Phrase]
    ) throws(QueryError) -> Value {
        if let value = read(text) { return value }
        let typed = PlainText.key(text)
        if typed.isEmpty { throw .unfinished(term: token.shown, expected: key.example) }
        let begun = Value.allCases.filter { value in
            names(value).contains { PlainText.key($0.chinese).hasPrefix(typed) || PlainText.key($0.english).hasPrefix(typed) }
        }
        switch begun.count {
        case 0:
            let all = Phrase.list(Value.allCases.compactMap { names($0).last })
            throw .unreadable(term: token.shown, expected: Phrase("其中之一：", "one of ") + all)
        case 1: return begun[0]
        default: throw .ambiguous(term: token.shown, beginnings: begun.compactMap { names($0).last })
        }
    }
}
