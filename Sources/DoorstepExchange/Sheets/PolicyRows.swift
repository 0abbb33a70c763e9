import DoorstepCore

/// Policies and what they come to, as the rows that other programs read.
public enum PolicyRows {
    public static let header = [
        "policy", "name", "place", "plan", "item", "draft", "recipient", "amount", "claimable", "disputed", "lower_yuan", "upper_yuan", "sum_open", "claimed",
        "waiting", "next_date", "unknown", "failed", "counted_elsewhere",
    ]

    public static func row(_ line: PolicyLine, _ catalogue: Catalogue, _ language: Language) -> [SheetValue] {
        [
            .text(line.policy.id), .text(line.policy.name(language)), .text(catalogue.places[line.plan.place].name), .text(line.plan.name(language)),
            .text(line.policy.item), .text(draft(line.plan)(language)), .text(line.policy.recipient.phrase(language)), .text(line.policy.amount.phrase(language)),
            .integer(line.claimable), .integer(line.disputed), sum(line.lower, line), sum(line.upper, line), .integer(line.unsaid), .integer(line.claimed),
            .integer(line.waiting), line.next.map { .date($0.description) } ?? .empty, .integer(line.unknown), .integer(line.failed), .integer(line.elsewhere),
        ]
    }

    public static let verdictHeader = ["placement", "policy", "name", "place", "plan", "item", "draft", "verdict", "why", "wide_verdict", "wide_why"]

    public static func row(_ verdict: PolicyVerdict, _ catalogue: Catalogue, _ language: Language) -> [SheetValue] {
        let outcomes = [verdict.outcome, verdict.wide].map { outcome in
            [SheetValue.text(outcome?.name(language) ?? ""), .text(outcome?.reason(language) ?? "")]
        }
        return [
            .text(verdict.placement.text), .text(verdict.policy.id), .text(verdict.policy.name(language)), .text(catalogue.places[verdict.plan.place].name),
            .text(verdict.plan.name(language)), .text(verdict.policy.item), .text(draft(verdict.plan)(language)),
        ] + outcomes.flatMap(\.self)
    }

    public static let listHeader = ["policy", "name", "place", "plan", "item", "draft", "recipient", "amount", "conditions", "evidence", "readings", "note"]

    public static func row(_ listed: PolicyListed, _ catalogue: Catalogue, _ language: Language) -> [SheetValue] {
        let plan = catalogue.policies.plan(of: listed)
        var details = [Phrase("", ""), Phrase("", ""), Phrase("", "")]
        if case .policy(let policy) = listed {
            details = [Phrase.list(policy.conditions.map { $0.phrase(catalogue) }), Phrase.list(policy.evidence.map(\.phrase)), Phrase.list(policy.readings.map(\.text))]
        }
        return [
            .text(listed.id), .text(listed.name(language)), .text(catalogue.places[plan.place].name), .text(plan.name(language)), .text(listed.item),
            .text(draft(plan)(language)), .text(listed.recipient(language)), .text(listed.amount(language)),
        ] + details.map { .text($0(language)) } + [.text(listed.note?(language) ?? "")]
    }

    private static func draft(_ plan: PolicyPlan) -> Phrase { plan.isDraft ? Phrase("征求意见稿", "draft") : Phrase("", "") }

    private static func sum(_ sum: Money, _ line: PolicyLine) -> SheetValue {
        guard line.policy.amount.isMoney, line.claimable + line.disputed > line.unsaid else { return .empty }
        return sum.fen % 100 == 0 ? .integer(sum.fen / 100) : .decimal(sum.fen, places: 2)
    }
}
