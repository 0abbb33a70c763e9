@testable import DoorstepCore

/// Queries of all shapes, each condition one that a text can ask for.
struct RandomQueries {
    let catalogue: Catalogue
    let parser: QueryParser
    var random: SplitMix64

    init(_ catalogue: Catalogue, _ random: SplitMix64) throws {
        self.catalogue = catalogue
        parser = try QuerySamples.parser
        self.random = random
    }

    mutating func query(_ terms: ClosedRange<Int> = 0...5) -> SearchQuery {
        var all: [SearchQuery.Term] = []
        for _ in 0..<random.int(terms) { all.append(SearchQuery.Term(condition(), isNegated: random.once(in: 4))) }
        return SearchQuery(all)
    }

    mutating func condition() -> SearchQuery.Condition {
        switch random.int(0...10) {
        case 0: return word()
        case 1: return .group(random.pick(catalogue.groups.all).id)
        case 2, 3: return place()
        case 4: return .skill(random.pick(catalogue.skills.all).id, withFamily: random.once(in: 2))
        case 5: return .certificate(random.pick(catalogue.certificates.all).id, withFamily: random.once(in: 2))
        case 6: return .wage(span { Money(fen: $0.once(in: 3) ? $0.int(0...1_000_000) : $0.int(0...120) * 10_000) })
        case 7: return .age(span { $0.int(0...120) })
        case 8: return .education(span { $0.pick(Education.allCases) })
        case 9: return .status(random.pick(QueryStatus.allCases))
        default: return random.once(in: 2) ? .waiting(span { $0.int(0...4000) }) : .vacancies(span { $0.int(0...20) })
        }
    }

    mutating func span<Value>(_ value: (inout SplitMix64) -> Value) -> Span<Value> {
        let one = value(&random)
        let other = value(&random)
        switch random.int(0...5) {
        case 0: return .atLeast(one)
        case 1: return .moreThan(one)
        case 2: return .atMost(one)
        case 3: return .lessThan(one)
        case 4: return .within(one...one)
        default: return .within(min(one, other)...max(one, other))
        }
    }

    private mutating func place() -> SearchQuery.Condition {
        let place = random.pick(catalogue.places.all)
        // The name alone may be that of several.
        let text = random.pick([place.name, place.code, place.pinyin, catalogue.places.fullName(place.id)])
        return parser.parse("@\"\(text)\"").query.terms.first?.condition ?? .place([place.id], called: place.code)
    }

    /// Any text but one with quotes of both kinds, which no query can hold.
    private mutating func word() -> SearchQuery.Condition {
        let pieces = [
            "焊工", "a", "1", "9", "-", "岁", ">=", "<", ":", "!", "#", "@", "+", "~", " ", "  ", "\"", "“", "「", "状态", "学历", "age", "4000", "千", "👨‍👩‍👧", "é", "e\u{301}", "𠮷", "，", "ᠮᠣᠩᠭᠣᠯ\u{180E}",
            "》", "《", "以上", "\u{301}", "(", "%", "\\", "🇨🇳",
        ]
        var text = (0..<random.int(1...5)).map { _ in random.pick(pieces) }.joined()
        if text.contains("」") || text.contains("「") { text = text.replacing("\"", with: "").replacing("“", with: "") }
        // As reading leaves it.
        text = PlainText.halfWidth(text).lowercased()
        return .word(PlainText.trimmed(text).isEmpty ? "焊" : text)
    }
}
