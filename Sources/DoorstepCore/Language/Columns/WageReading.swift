/// A wage as people write it in one cell: `4000`, `4000-6000`, `4-6千`,
/// `8千-1.2万`, `200元/天`, `20-30万/年`, `1.5-2万·13薪`, `面议`.
struct WageReading {
    let lowest: Money?
    let highest: Money?
    /// Where the cell says by which unit.
    let unit: PayUnit?
    /// The cell gave two ends, or said that one is open.
    let isRange: Bool

    /// Nil where the text is no wage.
    init?(_ text: String) {
        // Most wages are a number and nothing else.
        if let money = Money.read(text) {
            (lowest, highest, unit, isRange) = (money, money, nil, false)
            return
        }
        var key = CellReading.dashed(PlainText.key(text)).replacing(",", with: "")
        if ["面议", "薪资面议", "工资面议", "negotiable", "-"].contains(key) {
            (lowest, highest, unit, isRange) = (nil, nil, nil, true)
            return
        }
        // A thirteenth month is a bonus; what stands before it is the wage.
        if let bonus = key.firstIndex(of: "·"), key.hasSuffix("薪") { key = String(key[..<bonus]) }
        var unit: PayUnit?
        var monthsOfUnit = 1
        var opening: Opening?
        // `4000元/月以上` and `4000以上/月` are both written.
        for _ in 0..<2 {
            if opening == nil { opening = Opening.take(from: &key) }
            for ending in WageReading.endings where unit == nil && key.hasSuffix(ending.text) {
                key.removeLast(ending.text.count)
                unit = ending.unit
                monthsOfUnit = ending.months
                break
            }
        }
        if key.hasPrefix("¥") || key.hasPrefix("￥") { key.removeFirst() }
        let ends = key.split(separator: "-", omittingEmptySubsequences: false).map { WageReading.number($0) }
        guard (1...2).contains(ends.count), let first = ends[0], let last = ends[ends.count - 1] else { return nil }
        // 4-6千: the scale behind the second end holds for both, unless the
        // first is too large to be meant so (8000-1万).
        let firstScale = first.scale ?? (first.units <= last.units ? last.scale ?? 1 : 1)
        guard let low = Money.read(first.digits, scale: firstScale), let high = Money.read(last.digits, scale: last.scale ?? 1) else { return nil }
        let monthly = { (money: Money) in Money(fen: money.fen / monthsOfUnit) }
        // Of two ends neither is open, whatever is written behind them.
        lowest = opening == .below && ends.count == 1 ? nil : monthly(low)
        highest = opening == .above && ends.count == 1 ? nil : monthly(high)
        isRange = ends.count == 2 || opening != nil
        self.unit = unit
    }

    private enum Opening {
        case above, below

        static func take(from key: inout String) -> Opening? {
            for (ending, opening) in [("及以上", Opening.above), ("以上", .above), ("起", .above), ("+", .above), ("及以下", .below), ("以下", .below), ("以内", .below)]
            where key.hasSuffix(ending) {
                key.removeLast(ending.count)
                return opening
            }
            return nil
        }
    }

    private static let endings: [(text: String, unit: PayUnit, months: Int)] =
        [
            ("/月", PayUnit.month, 1), ("每月", .month, 1), ("/年", .month, 12), ("每年", .month, 12), ("/天", .day, 1), ("/日", .day, 1), ("每天", .day, 1),
            ("每日", .day, 1), ("一天", .day, 1), ("/小时", .hour, 1), ("/时", .hour, 1), ("/h", .hour, 1), ("每小时", .hour, 1), ("/件", .piece, 1), ("每件", .piece, 1),
        ]

    /// A number with what stands behind it: `1.2万` is 1.2, times 10,000.
    private static func number(_ text: Substring) -> (digits: String, units: Double, scale: Int?)? {
        var digits = String(text)
        if digits.hasSuffix("元") { digits.removeLast() }
        var scale: Int?
        switch digits.last {
        case "千"?, "k"?: scale = 1000
        case "万"?, "w"?: scale = 10_000
        default: break
        }
        if scale != nil { digits.removeLast() }
        return Double(digits).map { (digits, $0, scale) }
    }
}

extension CellReading {
    /// The lower end of what a text says of a wage, in yuan of its unit; nil
    /// where it is no wage or names no amount. For guessing what a column
    /// holds.
    public static func monthlyWage(_ text: String) -> Int? {
        guard let wage = WageReading(text), let amount = wage.lowest ?? wage.highest else { return nil }
        return amount.fen / 100
    }
}

extension Money {
    /// A number with at most six decimals, times `scale`, rounded down to
    /// whole fen; nil for anything else and above `Money.limit`.
    static func read(_ text: String, scale: Int = 1) -> Money? {
        var whole = 0
        var digits = 0
        var millionths = 0
        /// What the next decimal counts for, once there are any.
        var weight: Int?
        for byte in text.utf8 {
            switch (byte, weight) {
            case (48...57, nil):
                whole = whole * 10 + Int(byte - 48)
                digits += 1
            case (48...57, let place?) where place > 0:
                millionths += Int(byte - 48) * place
                weight = place / 10
            case (46, nil): weight = 100_000
            default: return nil
            }
            guard digits <= 9 else { return nil }
        }
        guard digits > 0, weight != 100_000 else { return nil }
        let money = Money(fen: whole * 100 * scale + millionths * scale / 10_000)
        return money <= .limit ? money : nil
    }
}
