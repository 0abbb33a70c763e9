import DoorstepCore
import TerminalUI

/// 报表: the figures of a period with their targets, by place and group, and
/// the two lists against each other, occupation by occupation.
enum ReportsScreen {
    static let screen = Screen(id: .reports, command: .reports, tab: Words.reports, body: .page(page))

    /// Names are long, and numbers short.
    private static let columns = [Table.Column(title: "", minimum: 17, ideal: 26, weight: 2, priority: 9)]
        + [4, 4, 5].map { Table.Column(title: "", minimum: $0, ideal: 7, alignment: .trailing, priority: 7) }
        // A column for each month.
        + [Table.Column(title: "", minimum: Figures.monthCount, ideal: 15, weight: 1, priority: 8)]

    private static let page = Page(
        title: Phrase("报表 > 指标、供求（[ ] 换期，m 日周月季年）", "Reports > figures, supply ([ ] period, m its kind)"),
        valueCount: 3,
        emptyText: Phrase("还没有可统计的", "nothing to count yet"),
        columns: columns, scope: .report
    ) { model, _, isCancelled in
        let report = StationReport(model.register, period: model.period.period(asOf: model.day), asOf: model.day, model.catalogue)
        if isCancelled() { return nil }
        let lines = FigureLines(report, model).lines
        if isCancelled() { return nil }
        let compared = compared(report.supply, model.catalogue)
        guard let lists = ReportLists(report, model).lines(isCancelled) else { return nil }
        return lines + compared + lists
    }

    private static func number(_ count: Int) -> Phrase { Phrase(verbatim: String(count)) }

    // MARK: - The two lists against each other

    private static let supplyDefinition = Phrase(
        "岗位按工种（没有的按第一项必需技能）、求职者按第一意向工种（没有的按第一项技能）各计一次；倍率 = 空缺 / 求职，大于 1 是招工难，小于 1 是就业难",
        "jobs by occupation, else by the first skill required; people by the first occupation wished for, else by the first skill held; each counts once. Ratio = vacancies / people: above 1 hands are short, below 1 jobs are")

    private static func compared(_ supply: SupplyAndDemand, _ catalogue: Catalogue) -> [PageLine] {
        let greatest = Double(max(1, supply.lines.map { max($0.vacancies, $0.seekers) }.max() ?? 1))
        func line(_ line: SupplyAndDemand.Line, _ title: Phrase, isTotal: Bool = false) -> PageLine {
            let gap = line.gap
            let verdict =
                gap > 0 ? Phrase("还缺 \(gap) 人", "\(gap) people short")
                : gap < 0 ? Phrase("多出 \(-gap) 人", "\(-gap) people without a vacancy") : Phrase("供求相当", "in balance")
            let query = line.occupation.map { "+" + quoted(catalogue.skills.title($0)) }
            return PageLine(
                title: title, values: [number(line.vacancies), number(line.seekers), Phrase(verbatim: line.ratio.map { Explanation.hundredths($0) } ?? "-")],
                picture: isTotal ? nil : .balance(Double(line.vacancies) / greatest, Double(line.seekers) / greatest),
                details: [
                    DetailLine(Phrase("空缺 \(line.vacancies)，求职 \(line.seekers)", "\(line.vacancies) vacancies, \(line.seekers) seeking")),
                    DetailLine(verdict, gap > 0 ? .warning : .plain),
                    DetailLine(supplyDefinition, .muted),
                ] + (query == nil ? [] : [DetailLine(Phrase("Enter 列出要求它的岗位", "Enter lists the jobs that ask for it"), .muted)]),
                opens: query.map { PageLine.Narrowed(list: .jobs, query: $0) })
        }
        let heading = PageLine(
            title: Phrase("供求", "Supply, demand"), values: [Phrase("空缺", "vacant"), Phrase("求职", "seeking"), Phrase("倍率", "ratio")], isHeading: true,
            details: [DetailLine(supplyDefinition, .muted)])
        return [heading, line(supply.total, Phrase("合计", "all together"), isTotal: true)]
            + supply.lines.map { entry in
                line(entry, entry.occupation.map { Phrase(verbatim: catalogue.skills.title($0)) } ?? Phrase("没有工种和技能", "neither occupation nor skill"))
            }
    }

    /// As the query language takes a name with blanks in it.
    private static func quoted(_ name: String) -> String { name.contains(" ") ? "\"\(name)\"" : name }
}
