/// Reads the amounts of a query: `18-45岁`, `>=50岁`, `>30天`, `4-6千`.
enum QueryNumbers {
    enum Reading<Value: Hashable & Comparable & Sendable> {
        /// `hasUnit` says whether the text named one.
        case span(Span<Value>, hasUnit: Bool)
        case upsideDown
        /// The beginning of an amount or range.
        case unfinished
        case none
    }

    static let years = ["岁", "周岁", "y", "yo", "years", "yrs"]
    static let days = ["天", "日", "个天", "d", "days"]
    static let people = ["人", "个", "名", "people", "persons"]

    /// Longer texts are no amounts.
    private static let longest = 40

    static func isShort(_ text: some StringProtocol) -> Bool { text.utf8.prefix(longest + 1).count <= longest }

    // MARK: - Whole numbers

    /// A number, a range or an open range of whole numbers, each with a unit
    /// or without: `18-45岁`, `45岁以上`, `30`.
    ///
    /// - Parameter digits: the most that a number has.
    static func whole(_ text: Substring, _ comparison: Comparison, units: [String], digits: Int) -> Reading<Int> {
        guard isShort(text) else { return .none }
        var text = CellReading.dashed(String(text).lowercased())
        if text.isEmpty { return .unfinished }
        var comparison = comparison
        if comparison == .equal, let opening = opening(&text) { comparison = opening }
        let ends = text.split(separator: "-", omittingEmptySubsequences: false)
        guard let first = ends.first.flatMap({ number($0, units: units, digits: digits) }) else { return .none }
        switch (ends.count, comparison) {
        case (1, _): return .span(comparison.span(first.value), hasUnit: first.hasUnit)
        case (2, .equal):
            if ends[1].isEmpty { return .unfinished }
            guard let last = number(ends[1], units: units, digits: digits) else { return .none }
            if first.value <= last.value { return .span(.within(first.value...last.value), hasUnit: first.hasUnit || last.hasUnit) }
            return mayGrow(text) ? .unfinished : .upsideDown
        default: return .none
        }
    }

    /// A range whose second end has fewer digits so far: `4000-6` on the way
    /// to `4000-6000`.
    private static func mayGrow(_ range: String) -> Bool {
        let ends = range.split(separator: "-")
        return ends.count == 2 && ends[1].utf8.count < ends[0].utf8.count && ends[1].utf8.last.map { (48...57).contains($0) } ?? false
    }

    /// Takes off an ending that opens the range to one side.
    private static func opening(_ text: inout String) -> Comparison? {
        let endings: [(String, Comparison)] = [
            ("及以上", .atLeast), ("以上", .atLeast), ("+", .atLeast), ("及以下", .atMost), ("以下", .atMost), ("以内", .atMost),
        ]
        for (ending, comparison) in endings where text.hasSuffix(ending) {
            text.removeLast(ending.count)
            return comparison
        }
        return nil
    }

    private static func number(_ text: Substring, units: [String], digits: Int) -> (value: Int, hasUnit: Bool)? {
        let figures = text.prefix { $0.isASCII && $0.isNumber }
        let unit = text[figures.endIndex...]
        // The beginning of a unit does, so that nothing is wrong while it is typed.
        guard (1...digits).contains(figures.count), let value = Int(figures), unit.isEmpty || units.contains(where: { $0.hasPrefix(unit) })
        else { return nil }
        return (value, !unit.isEmpty)
    }

    // MARK: - Wages

    /// Below this many yuan a month a number without a key is more likely
    /// the beginning of a wage, or an age without its unit.
    static let lowestPlainWage = Money(yuan: 200)

    /// A wage a month, a range or an open range: `4000`, `4-6千`, `6千以上`.
    static func wage(_ text: Substring, _ comparison: Comparison) -> Reading<Money> {
        guard isShort(text) else { return .none }
        if text.isEmpty || text == "¥" || text == "￥" { return .unfinished }
        let dashed = CellReading.dashed(String(text).lowercased())
        // `4000-`, `1.`: more has to follow.
        if dashed.hasSuffix("-") && comparison == .equal || dashed.hasSuffix(".") {
            return WageReading(String(dashed.dropLast()))?.lowest == nil ? .none : .unfinished
        }
        guard let wage = WageReading(dashed), wage.more < .words, wage.unit ?? .month == .month else { return .none }
        switch (wage.lowest, wage.highest, comparison) {
        case (let lowest?, let highest?, .equal):
            if lowest <= highest { return .span(.within(lowest...highest), hasUnit: wage.unit != nil) }
            return mayGrow(dashed) ? .unfinished : .upsideDown
        case (let lowest?, nil, .equal): return .span(.atLeast(lowest), hasUnit: wage.unit != nil)
        case (nil, let highest?, .equal): return .span(.atMost(highest), hasUnit: wage.unit != nil)
        case (let amount?, _, _) where !wage.isRange: return .span(comparison.span(amount), hasUnit: wage.unit != nil)
        default: return .none
        }
    }

    // MARK: - Without a key

    /// What a number that no key stands before is of.
    enum Plain {
        case age(Reading<Int>)
        case wage(Reading<Money>)
    }

    /// A term that begins with a number may be an age (`18-45岁`, `40岁`) or
    /// a range of wages (`4000-6000`, `4千以上`); nil where it is a word, as
    /// telephones, dates and identifiers are.
    static func plain(_ text: String) -> Plain? {
        guard let first = text.unicodeScalars.first, ("0"..."9").contains(first) || first == "¥" || first == "￥", isShort(text) else { return nil }
        switch whole(text[...], .equal, units: years, digits: 3) {
        case .span(let span, hasUnit: true): return .age(.span(span, hasUnit: true))
        case .upsideDown where hasYears(text): return .age(.upsideDown)
        case .unfinished where hasYears(text): return .age(.unfinished)
        default: break
        }
        let dashed = CellReading.dashed(text)
        let ends = dashed.split(separator: "-", omittingEmptySubsequences: false)
        // `0470-8220123` and `138-47001234` are telephones.
        guard ends.count <= 2, !ends.contains(where: { isIdentifier($0) }) else { return nil }
        let isRange = ends.count == 2 || ["以上", "以下", "以内", "+", "起"].contains { dashed.hasSuffix($0) }
        guard isRange else { return nil }
        switch wage(text[...], .equal) {
        case .none: return nil
        case .span(let span, _) where isBelowPlain(span): return .wage(.unfinished)
        case let wage: return .wage(wage)
        }
    }

    private static func hasYears(_ text: String) -> Bool { text.contains { "岁yY".contains($0) } }

    private static func isIdentifier(_ end: Substring) -> Bool {
        let figures = end.prefix { $0.isASCII && $0.isNumber }
        return figures.count > 6 || figures.count > 1 && figures.first == "0"
    }

    static func isBelowPlain(_ span: Span<Money>) -> Bool {
        switch span {
        case .atLeast(let value), .moreThan(let value), .atMost(let value), .lessThan(let value): value < lowestPlainWage
        case .within(let range): range.upperBound < lowestPlainWage
        }
    }
}
