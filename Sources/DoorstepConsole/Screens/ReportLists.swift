import DoorstepCore

/// What a report holds beside its figures, as lines of a page: supply by
/// place, the shortage list, the two queues, training, and the annex table.
/// Nobody is named: the lists behind the lines do that.
struct ReportLists {
    private let report: StationReport
    private let model: StationModel

    init(_ report: StationReport, _ model: StationModel) { (self.report, self.model) = (report, model) }

    /// Nil where cancelled.
    func lines(_ isCancelled: @escaping @Sendable () -> Bool) -> [PageLine]? {
        let waiting = model.matcher.waiting()
        if isCancelled() { return nil }
        guard let training = training(isCancelled) else { return nil }
        return places + shortage + queues(waiting) + training + annex
    }

    private func heading(_ title: Phrase, _ values: [Phrase], _ definition: Phrase) -> PageLine {
        PageLine(title: title, values: values, isHeading: true, details: [DetailLine(definition, .muted)])
    }

    private static func number(_ count: Int) -> Phrase { Phrase(verbatim: String(count)) }

    // MARK: - Supply and shortage

    private var places: [PageLine] {
        let greatest = Double(max(1, report.places.lines.map { max($0.vacancies, $0.seekers) }.max() ?? 1))
        let definition = Phrase("在招岗位按工作地计空缺，求职者按住址计人", "vacancies of open jobs where the work is, people seeking where they live")
        let columns = [Phrase("空缺", "vacant"), Phrase("求职", "seeking"), Phrase("倍率", "ratio")]
        return [heading(Phrase("供求地区", "Supply by place"), columns, definition)]
            + report.places.lines.map { line in
                var shown = PageLine(
                    title: Phrase(verbatim: model.catalogue.places.fullName(line.place)),
                    values: [ReportLists.number(line.vacancies), ReportLists.number(line.seekers), Phrase(verbatim: line.ratio.map { Explanation.hundredths($0) } ?? "-")])
                shown.picture = .balance(Double(line.vacancies) / greatest, Double(line.seekers) / greatest)
                shown.details = [DetailLine(definition, .muted)]
                shown.opens = ListEntries.narrowed(shown.title, model.jobs(line.jobs), of: .jobs, model)
                return shown
            }
    }

    private var shortage: [PageLine] {
        let columns = [Phrase("空缺", "vacant"), Phrase("求职者", "people"), Phrase("天数", "days")]
        return [heading(Phrase("急需紧缺", "Shortage"), columns, ShortageList.definition)]
            + report.shortage.lines.map { line in
                var shown = PageLine(
                    title: Phrase(verbatim: model.catalogue.skills.title(line.occupation)),
                    values: [line.vacancies, line.candidates, line.days].map(ReportLists.number))
                shown.details = [DetailLine(ShortageList.definition, .muted)]
                shown.opens = ListEntries.narrowed(shown.title, model.jobs(line.jobs), of: .jobs, model)
                return shown
            }
    }

    // MARK: - Waiting

    private func queues(_ waiting: WaitingQueues) -> [PageLine] {
        let columns = [Phrase("数", "count"), Phrase(verbatim: ""), Phrase("最久", "longest")]
        func line(_ title: Phrase, _ lines: [WaitingQueues.Line], _ source: Indicator.Source, _ definition: Phrase) -> PageLine {
            var shown = PageLine(
                title: title,
                values: [ReportLists.number(lines.count), Phrase(verbatim: ""), Phrase("\(lines.first?.days ?? 0) 天", "\(lines.first?.days ?? 0) d")])
            shown.details = [DetailLine(definition, .muted)]
            shown.opens = ListEntries.narrowed(title, lines.lazy.map(\.id), of: source, model)
            return shown
        }
        return [
            heading(Phrase("等得最久", "Waiting"), columns, Phrase("到今天为止", "as of today")),
            line(
                Phrase("没人去过的岗位", "jobs nobody was sent to"), waiting.jobs, .jobs,
                Phrase("在招而从没推荐过人的岗位，从发布那天算", "open jobs to which nobody was ever sent, from the day of posting")),
            line(
                Phrase("没推荐过的求职者", "people offered nothing"), waiting.people, .people,
                Phrase("求职中而从没推荐过的人，从登记那天算", "people seeking who were never sent anywhere, from the day of registering")),
        ]
    }

    // MARK: - Training

    /// More pairs take longer than a page may.
    private static let mostPairs = 300_000
    private static let mostLessons = 10

    private func training(_ isCancelled: @escaping @Sendable () -> Bool) -> [PageLine]? {
        let columns = [Phrase("匹配", "pairs"), Phrase("人", "people"), Phrase("岗位", "jobs")]
        let definition = Phrase("只差这一项技能或证书的人和岗位；全部见列表里的 T", "people and jobs that this skill or certificate alone keeps apart; T in a list shows all")
        let heading = heading(Phrase("培训清单", "Training"), columns, definition)
        guard model.pairCount <= ReportLists.mostPairs else {
            return [heading, PageLine(title: Phrase("在列表里按 T", "press T in a list"), details: [DetailLine(definition, .muted)])]
        }
        guard let list = model.matcher.trainingList(isCancelled: isCancelled) else { return nil }
        return [heading]
            + list.lines.prefix(ReportLists.mostLessons).map { line in
                let name = switch line.subject {
                case .skill(let skill): model.catalogue.skills.title(skill)
                case .certificate(let certificate): model.catalogue.certificates.title(certificate)
                }
                return PageLine(
                    title: Phrase(verbatim: name), values: [line.pairs, line.people, line.jobs].map(ReportLists.number), details: [DetailLine(definition, .muted)])
            }
    }

    // MARK: - The annex table

    private var annex: [PageLine] {
        guard let table = report.annex else { return [] }
        let catalogue = model.catalogue
        return table.columns.indices.flatMap { index -> [PageLine] in
            let column = table.columns[index]
            let title = column.title + Phrase(verbatim: " ") + column.unit
            let definition = column.indicator?.definition ?? AnnexTable.notFromLog
            let columns = [Phrase("完成", "done"), Phrase("任务", "asked"), Phrase(verbatim: "%")]
            return [heading(title, columns, definition)]
                + table.rows.map { row in
                    let cell = row.cells[index]
                    let permille = cell.done.flatMap { cell.asked > 0 ? $0 * 1000 / cell.asked : nil }
                    var line = PageLine(
                        title: Phrase(verbatim: row.title),
                        values: [
                            cell.done.map(ReportLists.number) ?? Phrase(verbatim: "-"), ReportLists.number(cell.asked),
                            Phrase(verbatim: permille.map { "\($0 / 10).\($0 % 10)" } ?? "-"),
                        ])
                    line.picture = permille.map { .bar(Double($0) / 1000) }
                    line.details = [DetailLine(cell.done == nil ? AnnexTable.notFromLog : definition, .muted)]
                    if let place = row.place, let indicator = column.indicator {
                        let entries = report.inYear.entries(in: place, indicator, catalogue.places)
                        line.opens = ListEntries.narrowed(
                            line.title + Phrase(verbatim: " ") + column.title, entries.lazy.compactMap { model.record($0, indicator.source) }, of: indicator.source, model)
                    }
                    return line
                }
        }
    }
}
