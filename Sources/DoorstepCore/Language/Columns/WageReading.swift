/// A wage as people write it in one cell: `4000`, `4000-6000`, `4-6千`,
/// `8千-1.2万`, `200元/天`, `20-30万/年`, `1.5-2万·13薪`, `三千到五千`,
/// `底薪3000+提成`, `面议`.
struct WageReading {
    let lowest: Money?
    let highest: Money?
    /// Where the cell says by which unit.
    let unit: PayUnit?
    /// The cell gave two ends, or said that one is open.
    let isRange: Bool
    /// What it says beyond the wage, which is worth keeping.
    let more: More
    /// It says that lodging comes with the wage.
    let givesLodging: Bool

    enum More: Comparable {
        case nothing
        /// A thirteenth month or more.
        case bonus
        /// What the wage is made of, what comes with it, that it is about so much.
        case words
    }

    /// Longer texts are no wages.
    private static let longest = 300

    /// Nil where the text is no wage.
    init?(_ text: String) {
        // Most wages are a number and nothing else.
        if let money = Money.read(text) {
            (lowest, highest, unit, isRange, more, givesLodging) = (money, money, nil, false, .nothing, false)
            return
        }
        guard text.utf8.count <= WageReading.longest, var said = WageCell(text) else { return nil }
        said.peel()
        guard !said.isContradictory else { return nil }
        (more, givesLodging) = (said.more, said.givesLodging)
        if said.isOpen {
            (lowest, highest, unit, isRange) = (nil, nil, said.unit?.unit, true)
            return
        }
        let parts = said.key.split(separator: "-", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count) else { return nil }
        var ends: [WageNumber] = []
        for part in parts {
            guard let number = WageReading.end(part, &said) else { return nil }
            ends.append(number)
        }
        guard !said.isContradictory, let first = ends.first, let last = ends.last else { return nil }
        // 4-6千: the scale behind the second end holds for both, unless the
        // first is too large to be meant so (8000-1万).
        var firstScale = first.scale ?? 1
        if first.scale == nil, let scale = last.scale, ends.count == 2 {
            firstScale = first.units <= last.units ? scale : 1
            // 8-1.2万 may leave out 千, or be upside down.
            if firstScale == 1, scale > 1, first.units * 10 < Double(scale) { return nil }
        }
        guard let low = Money.read(first.digits, scale: firstScale), let high = Money.read(last.digits, scale: last.scale ?? 1) else { return nil }
        let months = said.unit?.months ?? 1
        let monthly = { (money: Money) in Money(fen: money.fen / months) }
        // Of two ends neither is open, whatever is written behind them.
        lowest = said.opening == .below && ends.count == 1 ? nil : monthly(low)
        highest = said.opening == .above && ends.count == 1 ? nil : monthly(high)
        isRange = ends.count == 2 || said.opening != nil
        unit = said.unit?.unit
    }

    /// One end of the range: `150元/天-200元/天` says the unit twice.
    private static func end(_ part: Substring, _ said: inout WageCell) -> WageNumber? {
        if let number = WageNumber(part) { return number }
        var text = String(part)
        _ = said.takeUnit(from: &text)
        for sign in WageCell.currencies where text.hasPrefix(sign) { text.removeFirst(sign.count) }
        return WageNumber(text[...])
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
