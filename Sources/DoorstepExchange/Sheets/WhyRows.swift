import DoorstepCore

/// All there is to say of one pair as rows that other programs read: every
/// rule, every part of the score and what stands beside it.
public enum WhyRows {
    public static let header = ["kind", "code", "state", "points", "explanation"]

    /// What a row is about.
    private enum Kind: String {
        case rule, part, total, crowding, placement
    }

    /// Rules in their own order, the three parts, their sum, the crowding
    /// and, where the pair has any, its placements.
    public static func rows(_ explanation: Explanation, _ language: Language) -> [[SheetValue]] {
        let score = explanation.assessment.score
        let separator = Phrase("；", "; ")(language)
        var rows = explanation.rules.map { finding in
            row(.rule, finding.rule.rawValue, state: finding.state, words: finding.words(language))
        }
        rows.append(row(.part, "skills", points: score.skillPoints, words: explanation.skills.map { $0(language) }.joined(separator: separator)))
        rows.append(row(.part, "location", points: score.locationPoints, words: explanation.location(language)))
        rows.append(row(.part, "groups", points: score.groupPoints, words: explanation.group(language)))
        let state: RuleFinding.State = explanation.assessment.isMatch ? .holds : .blocked
        rows.append(row(.total, "total", state: state, points: score.points.value, words: explanation.verdict(language)))
        rows.append(row(.crowding, "crowding", words: explanation.crowding(language)))
        rows += explanation.placements.map { row(.placement, $0.id.text, words: $0.words(language)) }
        return rows
    }

    private static func row(
        _ kind: Kind, _ code: String, state: RuleFinding.State? = nil, points: Int? = nil, words: String
    ) -> [SheetValue] {
        [
            .text(kind.rawValue), .text(code), state.map { .text($0.rawValue) } ?? .empty, points.map { .integer($0) } ?? .empty, .text(words),
        ]
    }
}
