/// What a query asks of an amount: `>=4000`, `>4000`, `<=6000`, `<6000`,
/// `4000-6000`, or one amount alone.
public enum Span<Value: Hashable & Comparable & Sendable>: Hashable, Sendable {
    case atLeast(Value)
    case moreThan(Value)
    case atMost(Value)
    case lessThan(Value)
    /// From one to the other, both included; one amount alone where they are
    /// the same.
    case within(ClosedRange<Value>)

    public func contains(_ value: Value) -> Bool {
        meets(lowest: value, highest: value)
    }

    /// Whether some amount from `lowest` to `highest`, both included, is one
    /// of the span's; an end that is nil is open.
    public func meets(lowest: Value?, highest: Value?) -> Bool {
        switch self {
        case .atLeast(let value): highest.map { $0 >= value } ?? true
        case .moreThan(let value): highest.map { $0 > value } ?? true
        case .atMost(let value): lowest.map { $0 <= value } ?? true
        case .lessThan(let value): lowest.map { $0 < value } ?? true
        case .within(let range): (highest.map { $0 >= range.lowerBound } ?? true) && (lowest.map { $0 <= range.upperBound } ?? true)
        }
    }

    /// The same span of what `change` makes of its amounts; `change` keeps
    /// their order.
    func mapped<Other>(_ change: (Value) -> Other) -> Span<Other> {
        switch self {
        case .atLeast(let value): .atLeast(change(value))
        case .moreThan(let value): .moreThan(change(value))
        case .atMost(let value): .atMost(change(value))
        case .lessThan(let value): .lessThan(change(value))
        case .within(let range): .within(change(range.lowerBound)...max(change(range.lowerBound), change(range.upperBound)))
        }
    }

    /// `>=4000`, `4000-6000`, or `4000` for one amount alone.
    ///
    /// - Parameter write: the amount as text, without blanks.
    func text(_ write: (Value) -> String) -> String {
        switch self {
        case .atLeast(let value): ">=\(write(value))"
        case .moreThan(let value): ">\(write(value))"
        case .atMost(let value): "<=\(write(value))"
        case .lessThan(let value): "<\(write(value))"
        case .within(let range) where range.lowerBound == range.upperBound: write(range.lowerBound)
        case .within(let range): "\(write(range.lowerBound))-\(write(range.upperBound))"
        }
    }
}

/// How an amount stands to what is asked for.
enum Comparison: Hashable, Sendable {
    case atLeast, moreThan, atMost, lessThan
    /// Asked for as it stands, or as a range: `:` and `=`.
    case equal

    /// In the order they are looked for: the longer before its beginning.
    ///
    /// Chinese input methods write `《` and `》` with the keys of `<` and `>`.
    private static let signs: [(text: String, comparison: Comparison)] = [
        (">=", .atLeast), ("=>", .atLeast), ("≥", .atLeast), ("》=", .atLeast), ("<=", .atMost), ("=<", .atMost), ("≤", .atMost), ("《=", .atMost),
        (">", .moreThan), ("》", .moreThan), ("<", .lessThan), ("《", .lessThan),
    ]

    /// The comparison that a term begins with, and what stands behind it.
    ///
    /// A `《` that no number follows is the title of a book.
    static func leading(_ text: Substring) -> (comparison: Comparison, rest: Substring)? {
        for (sign, comparison) in signs where text.hasPrefix(sign) {
            let rest = text.dropFirst(sign.count)
            if sign == "》" || sign == "《", !startsWithDigit(rest) { return nil }
            return (comparison, rest)
        }
        return nil
    }

    private static func startsWithDigit(_ text: Substring) -> Bool {
        text.utf8.first.map { (48...57).contains($0) } ?? false
    }

    /// The comparison behind a key: `学历>=`, `状态:`, `age:>=`.
    static func afterKey(_ text: Substring) -> (comparison: Comparison, rest: Substring)? {
        if let found = leading(text) { return found }
        guard text.first == ":" || text.first == "=" else { return nil }
        let rest = text.dropFirst()
        return leading(rest) ?? (.equal, rest)
    }

    /// The span from or up to `value`; for `equal`, that value alone.
    func span<Value>(_ value: Value) -> Span<Value> {
        switch self {
        case .atLeast: .atLeast(value)
        case .moreThan: .moreThan(value)
        case .atMost: .atMost(value)
        case .lessThan: .lessThan(value)
        case .equal: .within(value...value)
        }
    }
}
