import DoorstepCore

/// The figures of a period as lines of a page: each with its definition, its
/// targets and the entries it was counted from.
struct FigureLines {
    private let report: StationReport
    private let model: StationModel
    private var figures: Figures { report.figures }
    private var catalogue: Catalogue { model.catalogue }

    init(_ report: StationReport, _ model: StationModel) { (self.report, self.model) = (report, model) }

    var lines: [PageLine] {
        Indicator.Section.allCases.flatMap(section) + areas + groups + reasons
    }

    private static func number(_ count: Int?) -> Phrase { Phrase(verbatim: count.map { String($0) } ?? "-") }

    // MARK: - Indicators

    private func section(_ section: Indicator.Section) -> [PageLine] {
        let span = figures.span
        let counted = span.last < figures.period.last ? Phrase("，计到 \(span.last)", ", up to \(span.last)") : Phrase(verbatim: "")
        let columns = [Phrase("本期", "now"), Phrase("上期", "prev"), Phrase("完成", "done")]
        // What comes first says of which period all of it is.
        let title = section.rawValue == 0 ? figures.period.phrase + Phrase(verbatim: " ") + section.phrase : section.phrase
        let heading = PageLine(
            title: title, values: columns, isHeading: true,
            details: [
                DetailLine(figures.period.kind.phrase + Phrase(verbatim: " ") + figures.period.phrase + counted, .heading),
                DetailLine(
                    Phrase(
                        "上期 \(figures.spanBefore.first) 至 \(figures.spanBefore.last)，去年同期 \(figures.spanAYearBefore.first) 至 \(figures.spanAYearBefore.last)",
                        "before: \(figures.spanBefore.first) to \(figures.spanBefore.last); a year ago: \(figures.spanAYearBefore.first) to \(figures.spanAYearBefore.last)"),
                    .muted),
                DetailLine(Phrase("[ 早一期，] 晚一期，m 换日周月季年", "[ the period before, ] after, m another kind"), .muted),
            ])
        return [heading] + Indicator.allCases.filter { $0.section == section }.map(line)
    }

    private func line(_ indicator: Indicator) -> PageLine {
        let monthly = figures.monthly(indicator)
        let progress = report.progress(of: indicator)
        let base = figures.base(indicator)
        let done: Phrase = if let share = progress.first?.shareText { Phrase(verbatim: share) } else { base.map { Phrase(verbatim: "/\($0)") } ?? Phrase(verbatim: "") }
        var line = PageLine(title: indicator.phrase, values: [FigureLines.number(figures.count(indicator)), FigureLines.number(figures.countBefore(indicator)), done])
        line.picture = progress.first?.share.map { .bar(Double($0) / 1000) } ?? .spark(monthly.map { Double($0) })
        line.details = details(indicator, progress, base)
        if indicator.section != .assistance, let first = figures.months.first, let last = figures.months.last {
            line.chart = PageLine.Chart(
                values: monthly, first: FigureLines.month(first), last: FigureLines.month(last), isLine: indicator.section == .outcomes || indicator.section == .staying)
        }
        line.opens = opens(figures.entries(indicator), indicator)
        return line
    }

    private static func month(_ day: Day) -> String { String(day.description.prefix(7)) }

    private func details(_ indicator: Indicator, _ progress: [TargetProgress], _ base: Int?) -> [DetailLine] {
        let unit = indicator.unit.phrase
        func counted(_ count: Int?) -> String { count.map { String($0) } ?? "-" }
        var lines = [
            DetailLine(Phrase(verbatim: "")),
            DetailLine(
                Phrase(
                    "本期 \(figures.count(indicator)) \(unit.chinese)，上期 \(counted(figures.countBefore(indicator)))，去年同期 \(counted(figures.countAYearBefore(indicator)))，本年 \(figures.yearToDate(indicator))",
                    "\(figures.count(indicator)) \(unit.english), before \(counted(figures.countBefore(indicator))), a year ago \(counted(figures.countAYearBefore(indicator))), this year \(figures.yearToDate(indicator))")),
        ]
        if let base { lines.append(DetailLine(Phrase("现登记 \(base) 人", "of \(base) recorded"))) }
        let gone = figures.yearGone
        for target in progress {
            let share = target.shareText ?? "-"
            let other = target.isOfAnotherYear ? Phrase("（不是本年的目标）", " (of another year)") : Phrase(verbatim: "")
            let isBehind = !target.isOfAnotherYear && target.share.map { $0 * 10 < gone } ?? false
            lines.append(
                DetailLine(
                    Phrase(
                        "\(target.target.area) 目标 \(target.target.text.chinese)，本站计得 \(target.done)，\(share)，全年已过 \(gone / 100)%",
                        "\(target.target.area): \(target.target.text.english); counted here \(target.done), \(share); \(gone / 100)% of the year gone") + other,
                    isBehind ? .warning : .plain))
            lines.append(DetailLine(target.target.source, .muted))
        }
        let wanting = figures.wanting(indicator).count
        if wanting > 0 { lines.append(DetailLine(Phrase("缺资料未计 \(wanting)", "\(wanting) not counted for want of facts"), .warning)) }
        lines.append(DetailLine(indicator.definition, .muted))
        if figures.count(indicator) > 0 { lines.append(DetailLine(Phrase("Enter 列出计得它的记录", "Enter lists what it was counted from"), .muted)) }
        return lines
    }

    /// The records behind a number; nil where there are none.
    private func opens(_ entries: [Figures.Entry], _ indicator: Indicator, _ title: Phrase? = nil) -> PageLine.Narrowed? {
        let title = (title ?? indicator.phrase) + Phrase(verbatim: " ") + figures.period.phrase
        return ListEntries.narrowed(title, entries.lazy.compactMap { model.record($0, indicator.source) }, of: indicator.source, model)
    }

    // MARK: - In parts

    private static let inParts = Indicator.newEmployment

    private func heading(_ title: Phrase) -> PageLine {
        PageLine(
            title: title, values: [Phrase("新增", "new"), Phrase(verbatim: ""), Phrase("占比", "share")], isHeading: true,
            details: [DetailLine(FigureLines.inParts.phrase), DetailLine(FigureLines.inParts.definition, .muted)])
    }

    private func part<Name>(_ part: Figures.Part<Name>, _ title: Phrase, of indicator: Indicator, _ whole: Int) -> PageLine {
        let entries = figures.entries(indicator)
        let permille = whole > 0 ? part.count * 1000 / whole : 0
        var line = PageLine(title: title, values: [FigureLines.number(part.count), Phrase(verbatim: ""), Phrase(verbatim: "\(permille / 10).\(permille % 10)%")])
        line.picture = .bar(Double(part.count) / Double(max(1, whole)))
        line.details = [DetailLine(indicator.phrase + Phrase(verbatim: " \(part.count)")), DetailLine(indicator.definition, .muted)]
        line.opens = opens(part.entries.map { entries[$0] }, indicator, title + Phrase(verbatim: " ") + indicator.phrase)
        return line
    }

    private var areas: [PageLine] {
        let indicator = FigureLines.inParts
        let whole = figures.count(indicator)
        return [heading(Phrase("按工作地", "By place of work"))]
            + figures.byArea(indicator, .township, catalogue.places).map { area in
                part(area, area.name.map { Phrase(verbatim: catalogue.places.fullName($0)) } ?? Phrase("没有写明", "not known"), of: indicator, whole)
            }
    }

    private var groups: [PageLine] {
        let indicator = FigureLines.inParts
        let whole = figures.count(indicator)
        return [heading(Phrase("按群体", "By group"))]
            + figures.byGroup(indicator).map { group in
                part(group, group.name.map { catalogue.groups[$0].name } ?? Phrase("没有群体", "none"), of: indicator, whole)
            }
    }

    private var reasons: [PageLine] {
        [Indicator.declinedByEmployer, .declinedByPerson, .neverStarted, .left].flatMap { indicator -> [PageLine] in
            let parts = figures.byReason(indicator) { model.register.placements[$0] }
            guard !parts.isEmpty else { return [] }
            let heading = PageLine(
                title: indicator.phrase + Phrase("原因", ": why"), values: [Phrase("笔", "count"), Phrase(verbatim: ""), Phrase("占比", "share")], isHeading: true,
                details: [DetailLine(indicator.definition, .muted)])
            return [heading] + parts.map { part($0, $0.name?.phrase ?? Phrase("没有写明", "not said"), of: indicator, figures.count(indicator)) }
        }
    }
}
