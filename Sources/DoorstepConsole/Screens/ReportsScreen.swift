import DoorstepCore

/// 报表: what came in and what came of it in the last twelve months, and the
/// two lists against each other, occupation by occupation.
enum ReportsScreen {
    static let screen = Screen(id: .reports, command: .reports, tab: Words.reports, body: .page(page))

    private static let page = Page(
        title: Phrase("报表 > 近十二个月、供求", "Reports > twelve months, supply and demand"),
        valueCount: 3,
        emptyText: Phrase("还没有可统计的", "nothing to count yet"),
        columns: nil
    ) { model, _, isCancelled in
        let figures = MonthlyFigures(model.register, asOf: model.day)
        if isCancelled() { return nil }
        let supply = SupplyAndDemand(model.register, vacancies: model.vacancies, isOpen: model.isOpen)
        if isCancelled() { return nil }
        return monthly(figures) + compared(supply, model.catalogue)
    }

    private static func number(_ count: Int) -> Phrase { Phrase(verbatim: String(count)) }

    // MARK: - Month by month

    private static func monthly(_ figures: MonthlyFigures) -> [PageLine] {
        guard let first = figures.months.first, let last = figures.months.last else { return [] }
        let title = Phrase("近十二个月", "Twelve months")
        let heading = PageLine(
            title: title, values: [Phrase("本月", "now"), Phrase("合计", "all"), Phrase("月均", "mean")], isHeading: true,
            details: [DetailLine(Phrase("\(month(first)) 至 \(month(last))，本月只计到今天", "\(month(first)) to \(month(last)), this month up to today"), .muted)])
        return [heading] + MonthlyFigures.Measure.allCases.map { measure in
            let counts = figures[measure]
            let all = counts.reduce(0, +)
            // One decimal, from whole numbers: tenths rounded to the nearest.
            let tenths = (all * 20 + counts.count) / (2 * max(1, counts.count))
            return PageLine(
                title: measure.phrase, values: [number(counts.last ?? 0), number(all), Phrase(verbatim: "\(tenths / 10).\(tenths % 10)")],
                picture: .spark(counts.map { Double($0) }),
                details: [
                    DetailLine(Phrase(verbatim: "")),
                    DetailLine(Phrase("本月 \(counts.last ?? 0)，上月 \(counts.dropLast().last ?? 0)，合计 \(all)", "this month \(counts.last ?? 0), last month \(counts.dropLast().last ?? 0), in all \(all)")),
                    DetailLine(measure.definition, .muted),
                ],
                chart: PageLine.Chart(values: counts, first: month(first), last: month(last)))
        }
    }

    private static func month(_ day: Day) -> String { String(day.description.prefix(7)) }

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
