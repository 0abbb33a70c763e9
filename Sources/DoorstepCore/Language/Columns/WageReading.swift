/// A wage as people write it in one cell: `4000`, `4000-6000`, `4-6千`,
/// `1.2万`, `200元/天`, `面议`.
struct WageReading {
    let lowest: Money?
    let highest: Money?
    /// Where the cell says by which unit.
    let unit: PayUnit?

    /// Nil where the text is no wage.
    init?(_ text: String) {
        var key = PlainText.key(text).replacing(",", with: "").replacing("～", with: "-").replacing("~", with: "-")
            .replacing("—", with: "-").replacing("–", with: "-").replacing("至", with: "-").replacing("到", with: "-")
        if ["面议", "薪资面议", "工资面议", "negotiable", "-"].contains(key) {
            lowest = nil
            highest = nil
            unit = nil
            return
        }
        var unit: PayUnit?
        for (ending, value) in WageReading.units where key.hasSuffix(ending) {
            key.removeLast(ending.count)
            unit = value
            break
        }
        if key.hasSuffix("元") { key.removeLast() }
        if key.hasPrefix("¥") || key.hasPrefix("￥") { key.removeFirst() }
        var isOpenAbove = false
        for ending in ["以上", "起", "+"] where key.hasSuffix(ending) {
            key.removeLast(ending.count)
            isOpenAbove = true
        }
        if key.hasSuffix("元") { key.removeLast() }
        let ends = key.split(separator: "-", omittingEmptySubsequences: false)
        guard (1...2).contains(ends.count) else { return nil }
        // 4-6千: the unit stands behind the second end and holds for both.
        let scale = WageReading.scale(ends[ends.count - 1])
        let amounts = ends.map { WageReading.money($0, scale: scale) }
        guard !amounts.contains(nil) else { return nil }
        lowest = amounts[0]
        highest = isOpenAbove ? nil : amounts[amounts.count - 1]
        self.unit = unit
    }

    /// Whether the cell gave both ends.
    var isRange: Bool { lowest != highest }

    private static let units: [(String, PayUnit)] = [
        ("元/月", .month), ("/月", .month), ("每月", .month), ("元/天", .day), ("元/日", .day), ("/天", .day), ("/日", .day), ("一天", .day),
        ("元/小时", .hour), ("/小时", .hour), ("/时", .hour), ("/h", .hour), ("元/件", .piece), ("/件", .piece),
    ]

    private static func scale(_ text: some StringProtocol) -> Int {
        switch text.last {
        case "千"?, "k"?: 1000
        case "万"?, "w"?: 10_000
        default: 1
        }
    }

    private static func money(_ text: some StringProtocol, scale: Int) -> Money? {
        var digits = String(text)
        if digits.hasSuffix("元") { digits.removeLast() }
        let own = WageReading.scale(digits)
        if own > 1 { digits.removeLast() }
        return Money.read(digits, scale: own > 1 ? own : scale)
    }
}

extension Money {
    /// A number with at most two decimals, times `scale`; nil for anything
    /// else and above `Money.limit`.
    static func read(_ text: String, scale: Int = 1) -> Money? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), !parts[0].isEmpty, parts[0].count <= 9,
            parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }), let whole = Int(parts[0])
        else { return nil }
        var millionths = 0
        if parts.count == 2 {
            guard (1...6).contains(parts[1].count), let decimals = Int(parts[1]) else { return nil }
            var value = decimals * 1_000_000
            for _ in 0..<parts[1].count { value /= 10 }
            millionths = value
        }
        let fen = whole * 100 * scale + millionths * scale / 10_000
        let money = Money(fen: fen)
        return money <= .limit ? money : nil
    }
}
