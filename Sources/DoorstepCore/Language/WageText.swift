/// A wage as people write it.
public enum WageText {
    /// `4000-6000`, `200/日`, `面议`.
    public static func short(_ wage: Wage) -> Phrase {
        guard let range = range(wage) else { return Phrase("面议", "open") }
        guard wage.unit != .month else { return Phrase(verbatim: range) }
        return Phrase("\(range)/\(wage.unit.phrase.chinese)", "\(range)/\(wage.unit.phrase.english)")
    }

    public static func long(_ wage: Wage) -> Phrase {
        guard let range = range(wage) else { return Phrase("工资面议", "pay open") }
        return Phrase("\(range)元/\(wage.unit.phrase.chinese)", "\(range) yuan a \(wage.unit.phrase.english)")
    }

    private static func range(_ wage: Wage) -> String? {
        switch (wage.lowest, wage.highest) {
        case (let low?, let high?): low == high ? low.description : "\(low)-\(high)"
        case (let low?, nil): "\(low)+"
        case (nil, let high?): "<=\(high)"
        case (nil, nil): nil
        }
    }
}
