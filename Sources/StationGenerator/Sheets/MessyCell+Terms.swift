import DoorstepCore

/// Wages, ages and numbers as advertisements have them.
extension MessyCell {
    /// The whole wage in one cell.
    mutating func wage(_ wage: Wage) -> String {
        guard let lowest = wage.lowest else { return random.one(of: ["面议", "面议", "薪资面议", ""]) }
        let unit: String
        switch wage.unit {
        case .month: unit = random.one(of: ["", "", "", "元/月", "元"])
        case .day: unit = random.one(of: ["元/天", "元/日", "/天"])
        case .hour: unit = random.one(of: ["元/小时", "/小时"])
        case .piece: unit = "元/件"
        }
        guard let highest = wage.highest else { return "\(lowest)" + unit + "以上" }
        if lowest == highest { return fullWidth("\(lowest)") + unit }
        if wage.unit == .month, random.percent(32), let low = MessyCell.thousands(lowest), let high = MessyCell.thousands(highest) {
            return "\(low)-\(high)" + random.one(of: ["千", "千", "k", "K"])
        }
        return fullWidth("\(lowest)" + random.one(of: ["-", "-", "-", "—", "~", "至"]) + "\(highest)", share: 4) + unit
    }

    private static func thousands(_ money: Money) -> String? {
        guard money.fen % 10_000 == 0 else { return nil }
        let hundreds = money.fen / 10_000
        return hundreds % 10 == 0 ? "\(hundreds / 10)" : "\(hundreds / 10).\(hundreds % 10)"
    }

    mutating func expected(_ wage: Money?) -> String {
        guard let wage else { return "" }
        switch random.below(12) {
        case 0: return "\(wage)元"
        case 1: return "\(wage)元/月"
        case 2: return "\(wage)以上"
        case 3: return MessyCell.thousands(wage).map { $0 + "千" } ?? "\(wage)"
        default: return fullWidth("\(wage)")
        }
    }

    mutating func ages(_ lowest: Int?, _ highest: Int?) -> String {
        switch (lowest, highest) {
        case (let low?, let high?):
            return random.one(of: ["\(low)-\(high)岁", "\(low)-\(high)岁", "\(low)-\(high)周岁", "\(low)—\(high)岁", "\(low)至\(high)岁", "\(low)-\(high)", "\(low)~\(high)岁"])
        case (let low?, nil): return random.one(of: ["\(low)周岁以上", "\(low)岁以上", "\(low)岁及以上"])
        case (nil, let high?): return random.one(of: ["\(high)岁以下", "\(high)周岁以下"])
        case (nil, nil): return random.one(of: ["不限", "", "年龄不限"])
        }
    }

    mutating func headcount(_ count: Int) -> String {
        if count == 1, random.percent(7) { return random.one(of: ["若干", "若干人"]) }
        return random.one(of: ["\(count)", "\(count)", "\(count)人", "\(count)名", fullWidth("\(count)", share: 50)])
    }

    mutating func identityNumber(_ number: IdentityNumber?) -> String {
        guard let number else { return "" }
        switch random.below(20) {
        case 0: return number.text.lowercased()
        case 1: return fullWidth(number.text, share: 100)
        case 2: return number.text + " "
        default: return number.text
        }
    }

    mutating func household(_ household: Household?) -> String {
        switch household {
        case .place(let id)?: place(id)
        case .elsewhere(let text)?: text
        case nil: ""
        }
    }

    mutating func term(_ text: String, or others: [String]) -> String {
        random.percent(60) ? text : random.one(of: others)
    }
}
