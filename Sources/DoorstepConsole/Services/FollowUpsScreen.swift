import DoorstepCore
import TerminalUI

/// 回访: what is due, overdue longest first.
enum FollowUpsScreen {
    static let screen = Screen(id: .followUps, command: .followUps, tab: Words.followUps, body: .page(page))

    /// So many lines are shown at the most: nobody calls more people before
    /// the first of them were called.
    static let mostLines = 5000

    private static let page = Page(
        title: Phrase("回访 > 到期的，逾期最久的在前", "Due > overdue longest first"), valueCount: 3,
        emptyText: Phrase("没有到期的。登记、推荐、到岗以后，到日子就会列在这里", "nothing is due. What was registered, referred or started is listed here when its day comes"),
        columns: [
            Table.Column(title: "", minimum: 8, ideal: 12, weight: 1, priority: 9), Table.Column(title: "", minimum: 14, ideal: 16, weight: 1, priority: 8),
            Table.Column(title: "", minimum: 10, ideal: 10, priority: 5), Table.Column(title: "", minimum: 6, ideal: 8, alignment: .trailing, priority: 7),
        ],
        scope: .work,
        lines: { model, _, isCancelled in
            due(model, isCancelled).map { lines($0, model.day) }
        })

    /// All that is due; nil where cancelled.
    static func due(_ model: StationModel, _ isCancelled: @escaping @Sendable () -> Bool) -> [FollowUp]? {
        let matcher = model.matcher
        return matcher.followUps(ahead: 0, policyDates: matcher.policyDates(model.settings.policies), isCancelled: isCancelled)
    }

    static func lines(_ calls: [FollowUp], _ day: Day, most: Int = mostLines) -> [PageLine] {
        var lines = calls.prefix(most).map { line($0, day) }
        let rest = calls.count - lines.count
        if rest > 0 {
            lines.append(PageLine(title: Phrase("还有 \(rest) 条", "\(rest) more"), details: [DetailLine(Words.restOfDue, .muted)], rest: rest))
        }
        return lines
    }

    static func line(_ call: FollowUp, _ day: Day) -> PageLine {
        let days = call.daysOverdue(asOf: day)
        return PageLine(
            title: Phrase(verbatim: ""),
            values: [call.reason.phrase, Phrase(verbatim: call.since.description), days == 0 ? Phrase("今天", "today") : Words.days(days)], about: .followUp(call))
    }
}

extension FollowUp {
    /// `在岗核实 30 天，从 2026-10-02 起，逾期 20 天`.
    func told(_ day: Day) -> Phrase {
        let days = daysOverdue(asOf: day)
        let overdue = days == 0 ? Phrase("，今天到期", ", due today") : Phrase("，逾期 \(days) 天", ", \(days) \(days == 1 ? "day" : "days") overdue")
        return reason.phrase + Phrase("，\(since) 起算", ", since \(since)") + overdue
    }
}
