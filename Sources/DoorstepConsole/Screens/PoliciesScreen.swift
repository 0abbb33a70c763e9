import DoorstepCore
import TerminalUI

/// 政策: what each policy comes to for all placements, those in force where
/// the station is first; inside one, its placements with their verdicts; and
/// the rest of the policy list.
enum PoliciesScreen {
    static let screen = Screen(
        id: .policies, command: .policies, tab: Phrase("政策", "Policies"),
        body: .page(Page(title: title, valueCount: 3, emptyText: Phrase("还没有可统计的", "nothing to count yet"), columns: columns, lines: lines, inside: inside)))

    /// Names are long, and most numbers short.
    private static let columns = [Table.Column(title: "", minimum: 28, ideal: 40, weight: 3, priority: 9)]
        + [(5, 8), (7, 7), (4, 6)].map { Table.Column(title: "", minimum: $0.0, ideal: $0.0 + 1, alignment: .trailing, priority: $0.1) }

    private static let title = Phrase("政策 > 可申领、等待、缺依据、不符合", "Policies > claimable, waiting, cannot be told, failed")

    @Sendable private static func lines(_ model: StationModel, _: String, _ isCancelled: @escaping @Sendable () -> Bool) -> [PageLine]? {
        let book = book(model)
        if isCancelled() { return nil }
        let catalogue = model.catalogue
        let all = book.lines
        let own = all.filter { book.isOwn($0.policy) }
        let others = all.filter { !book.isOwn($0.policy) }
        return [heading(Phrase("本地的政策", "In force here"), own)] + own.map { line($0, catalogue) }
            + [heading(Phrase("别处的政策", "Elsewhere"), others)] + others.map { line($0, catalogue) }
            + [PageLine(title: Phrase("政策清单里其余的", "Further entries"), isHeading: true)] + catalogue.policies.others.map { entry($0, catalogue) }
    }

    private static func book(_ model: StationModel) -> PolicyBook {
        PolicyBook(model.register, model.catalogue, model.settings.policies, asOf: model.day)
    }

    // MARK: - Policies

    private static func heading(_ title: Phrase, _ lines: [PolicyLine]) -> PageLine {
        func total(_ isDraft: Bool) -> [DetailLine] {
            let those = lines.filter { $0.plan.isDraft == isDraft }
            guard !those.isEmpty else { return [] }
            let name = isDraft ? Phrase("征求意见稿，尚未施行：", "drafts, not in force: ") : Phrase("已施行：", "in force: ")
            return [DetailLine(name + PolicyTotal(those).phrase)]
        }
        return PageLine(
            title: title,
            values: [Phrase("可领", "claim"), Phrase("元", "yuan"), Phrase("等待", "wait")], isHeading: true,
            details: total(false) + total(true))
    }

    private static func line(_ line: PolicyLine, _ catalogue: Catalogue) -> PageLine {
        let policy = line.policy
        return PageLine(
            title: marked(policy.name, line.plan),
            values: [claims(line), sum(line), number(line.waiting)],
            details: source(line.plan, policy.item, catalogue) + counts(line) + [
                DetailLine(Phrase("给：", "for ") + policy.recipient.phrase + Phrase("；", "; ") + policy.amount.phrase)
            ] + policy.conditions.map { DetailLine(Phrase(verbatim: "- ") + $0.phrase(catalogue)) }
                + (policy.evidence.isEmpty ? [] : [DetailLine(Phrase("证据：", "evidence: ") + Phrase.list(policy.evidence.map(\.phrase)), .muted)])
                + policy.readings.map { DetailLine(Phrase("读法：", "reading: ") + $0.text, .muted) }
                + (policy.note.map { [DetailLine($0, .muted)] } ?? []),
            topic: line.count == 0 ? nil : policy.id)
    }

    /// A draft says so wherever its name stands.
    private static func marked(_ name: Phrase, _ plan: PolicyPlan) -> Phrase { plan.isDraft ? Phrase("[草案] ", "[draft] ") + name : name }

    private static func source(_ plan: PolicyPlan, _ item: String, _ catalogue: Catalogue) -> [DetailLine] {
        let place = plan.phrase(catalogue) + Phrase("，第\(item)条", ", item \(item)")
        return [DetailLine(place)] + (plan.standing.map { [DetailLine($0, plan.isDraft ? .warning : .muted)] } ?? [])
    }

    private static func counts(_ line: PolicyLine) -> [DetailLine] {
        guard line.count > 0 else { return [DetailLine(Phrase("没有涉及的推荐", "no placement concerned"), .muted)] }
        var parts = [Phrase("可申领 \(line.claimable)", "\(line.claimable) claimable")]
        if line.disputed > 0 { parts.append(Phrase("看怎么读 \(line.disputed)", "\(line.disputed) by the reading")) }
        parts.append(Phrase("等待 \(line.waiting)", "\(line.waiting) waiting"))
        parts.append(Phrase("缺依据 \(line.unknown)", "\(line.unknown) cannot be told"))
        parts.append(Phrase("不符合 \(line.failed)", "\(line.failed) failed"))
        if line.claimed > 0 { parts.append(Phrase("已申领 \(line.claimed)", "\(line.claimed) claimed")) }
        if line.elsewhere > 0 { parts.append(Phrase("被取代或已另计 \(line.elsewhere)", "\(line.elsewhere) superseded or counted already")) }
        var all = [DetailLine(Phrase.list(parts))]
        if line.claimable + line.disputed > 0 { all.append(DetailLine(Phrase("合计：", "in all: ") + line.sum, .heading)) }
        if let next = line.next { all.append(DetailLine(Phrase("下一个到期：\(next)", "next comes due on \(next)"))) }
        return all + [DetailLine(Phrase("Enter 列出每条推荐", "Enter lists the placements"), .muted)]
    }

    private static func claims(_ line: PolicyLine) -> Phrase {
        line.disputed == 0 ? number(line.claimable) : Phrase(verbatim: "\(line.claimable)-\(line.claimable + line.disputed)")
    }

    private static func sum(_ line: PolicyLine) -> Phrase {
        guard line.policy.amount.isMoney, line.claimable + line.disputed > 0 else { return Phrase(verbatim: "") }
        if line.unsaid == line.claimable + line.disputed { return Phrase("待定", "open") }
        return Phrase(verbatim: line.lower == line.upper ? "\(line.upper)" : "<=\(line.upper)")
    }

    private static func number(_ count: Int) -> Phrase { Phrase(verbatim: count == 0 ? "" : String(count)) }

    private static func entry(_ entry: PolicyEntry, _ catalogue: Catalogue) -> PageLine {
        let plan = catalogue.policies.plan(of: entry)
        return PageLine(
            title: marked(entry.name, plan),
            details: source(plan, entry.item, catalogue) + [DetailLine(Phrase("给：", "for ") + entry.recipient), DetailLine(entry.amount)]
                + (entry.note.map { [DetailLine($0, .muted)] } ?? []))
    }

    // MARK: - Inside one of them

    /// More than anybody pages through.
    private static let most = 2000

    @Sendable private static func inside(_ model: StationModel, _ topic: String, _ isCancelled: @escaping @Sendable () -> Bool) -> [PageLine]? {
        guard let policy = model.catalogue.policies.policy(topic) else { return [] }
        let verdicts = book(model).verdicts(of: policy)
        if isCancelled() { return nil }
        let ordered = verdicts.sorted { ($0.rank, $0.placement) < ($1.rank, $1.placement) }
        let heading = PageLine(title: marked(policy.name, model.catalogue.policies.plan(of: policy)), isHeading: true, details: policy.readings.map { DetailLine($0.text, .muted) })
        let left = ordered.count - most
        let rest = left > 0 ? [PageLine(title: Phrase("还有 \(left) 条，全部用 doorstep policies \(topic)", "\(left) more: doorstep policies \(topic) lists all"))] : []
        return [heading] + ordered.prefix(most).map { verdict in
            let placement = model.register.placements[verdict.placement]
            let about = placement.map { Phrase(verbatim: "\($0.latest.title)，\($0.latest.employer)") } ?? Phrase(verbatim: "")
            return PageLine(
                title: Phrase(verbatim: verdict.placement.text.shortIdentifier + " ") + (verdict.wide ?? verdict.outcome).name,
                details: [DetailLine(about), DetailLine(verdict.phrase, .plain), DetailLine(Phrase("Enter 在台账里看这一条", "Enter shows it in the ledger"), .muted)],
                opens: PageLine.Narrowed(list: .ledger, entries: ListEntries(policy.name, [verdict.placement])))
        } + rest
    }
}

extension PolicyVerdict {
    /// What can be claimed first, then what comes due, then what is wanting.
    fileprivate var rank: Int {
        switch wide ?? outcome {
        case .claimable: wide == nil ? 0 : 1
        case .waiting(let day?, _, _): 10 + Int(day.number)
        case .waiting: 1_000_000
        case .unknown: 1_000_001
        case .claimed: 1_000_002
        case .superseded, .repeated: 1_000_003
        case .failed: 1_000_004
        }
    }
}

extension String {
    /// What of a station's identifier tells it from others there.
    fileprivate var shortIdentifier: String { lastIndex(of: "-").map { String(self[index(after: $0)...]) } ?? self }
}
