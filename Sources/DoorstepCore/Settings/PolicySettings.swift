/// The rates that policies rest on and no plan gives.
public struct PolicySettings: Hashable, Sendable {
    /// A month, in the region's class-1 areas (自治区一类地区最低工资标准).
    public var minimumWage = DatedRates()
    /// The base rate of a training hour (课时基准).
    public var trainingHour = DatedRates()

    public init() {}

    public func rates(_ base: PolicyAmount.Base) -> DatedRates { base == .minimumWage ? minimumWage : trainingHour }
}

/// A rate that changes from a day on: `2023-12-01:1980,2025-01-01:2270`, in
/// yuan. Where nothing is set there is none: no figure is made up.
public struct DatedRates: Hashable, Sendable {
    /// By day; no day twice.
    private var rates: [Dated] = []

    private struct Dated: Hashable, Sendable {
        let from: Day
        let rate: Money
    }

    public init() {}

    /// Nil where the text says no such thing.
    public init?(_ text: String) {
        guard text != DatedRates.off else { return }
        var rates: [Dated] = []
        for part in text.split(separator: ",", omittingEmptySubsequences: false) {
            let sides = part.split(separator: ":", omittingEmptySubsequences: false)
            guard sides.count == 2, let from = Day(iso: sides[0]), from.year >= 1990, let rate = DatedRates.money(sides[1]) else { return nil }
            rates.append(Dated(from: from, rate: rate))
        }
        rates.sort { $0.from < $1.from }
        guard (1...40).contains(rates.count), zip(rates, rates.dropFirst()).allSatisfy({ $0.from < $1.from }) else { return nil }
        self.rates = rates
    }

    public var isEmpty: Bool { rates.isEmpty }

    /// What counts on a day; nil before the first.
    public func rate(on day: Day) -> Money? { rates.last { $0.from <= day }?.rate }

    public var text: String { rates.isEmpty ? DatedRates.off : rates.map { "\($0.from):\($0.rate)" }.joined(separator: ",") }

    private static let off = "off"

    /// Yuan with up to two decimals, above nothing and below 100,000.
    private static func money(_ text: Substring) -> Money? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (48...57).contains($0) } }), parts[0].count <= 5,
            let yuan = Int(parts[0])
        else { return nil }
        var fen = 0
        if parts.count == 2 {
            guard parts[1].count <= 2, let decimals = Int(parts[1]) else { return nil }
            fen = parts[1].count == 1 ? decimals * 10 : decimals
        }
        return yuan * 100 + fen > 0 ? Money(fen: yuan * 100 + fen) : nil
    }
}
