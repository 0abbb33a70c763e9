/// An amount of money in whole fen, a hundredth of a yuan.
public struct Money: Hashable, Comparable, Sendable, CustomStringConvertible {
    public let fen: Int

    /// More than any wage, and small enough that a wage by the hour can be
    /// counted by the month without overflow.
    public static let limit = Money(yuan: 100_000_000)

    public init(fen: Int) {
        self.fen = fen
    }

    public init(yuan: Int) {
        fen = yuan * 100
    }

    public static func < (left: Money, right: Money) -> Bool {
        left.fen < right.fen
    }

    /// Yuan, with as many decimals as there are: `4000`, `18.5`.
    public var description: String {
        let yuan = fen / 100
        let rest = fen % 100
        if rest == 0 { return String(yuan) }
        return rest % 10 == 0 ? "\(yuan).\(rest / 10)" : "\(yuan).\(rest < 10 ? "0" : "")\(rest)"
    }
}

/// What a wage is paid by.
public enum PayUnit: String, Hashable, Sendable, CaseIterable {
    case month, day, hour, piece

    /// How many hundredths of this unit make a month: a day counts 21.75
    /// to the month, an hour 174 (the ministry's notice 劳社部发〔2008〕3号).
    /// Nil for piece rates, which are not compared.
    var hundredthsOfMonth: Int? {
        switch self {
        case .month: 100
        case .day: 2175
        case .hour: 17_400
        case .piece: nil
        }
    }
}

/// What a job pays: from, to, by which unit. Either end may be open; both
/// are where it is to be agreed (面议).
public struct Wage: Hashable, Sendable {
    public let lowest: Money?
    public let highest: Money?
    public let unit: PayUnit

    /// Nil where the range is upside down, or an amount is negative or
    /// above `Money.limit`.
    public init?(lowest: Money?, highest: Money?, unit: PayUnit) {
        if let lowest, let highest, lowest > highest { return nil }
        for amount in [lowest, highest].compactMap(\.self) {
            guard amount.fen >= 0, amount <= .limit else { return nil }
        }
        self.lowest = lowest
        self.highest = highest
        self.unit = unit
    }

    private init() {
        lowest = nil
        highest = nil
        unit = .month
    }

    /// Nothing said, by the month.
    public static let open = Wage()

    /// Whether the highest wage reaches `expected` yuan a month; nil where
    /// it cannot be told: no highest wage, or a piece rate.
    public func reaches(_ expected: Money) -> Bool? {
        guard let highest, let factor = unit.hundredthsOfMonth else { return nil }
        return highest.fen * factor >= expected.fen * 100
    }

    /// What `money` of this unit makes in a month, in whole fen, rounded
    /// down; nil for piece rates.
    public func byMonth(_ money: Money) -> Money? {
        unit.hundredthsOfMonth.map { Money(fen: money.fen * $0 / 100) }
    }
}
