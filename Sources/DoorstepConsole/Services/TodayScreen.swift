import DoorstepCore
import TerminalUI

/// 今日: who came in or telephoned, calls due, today's day work, what I did.
enum TodayScreen {
    static let screen = Screen(id: .today, command: .today, tab: Words.today, body: .page(page))

    /// So many of what is due: the rest stands on its own screen.
    private static let mostDue = 10

    private static let page = Page(
        title: Phrase("今日 > 打汉字找人；号码、拼音先按 /", "Today > / and a name or number finds anyone"), valueCount: 2,
        emptyText: Phrase("今天还没有记录", "nothing yet today"),
        columns: [
            Table.Column(title: "", minimum: 12, ideal: 18, weight: 1, priority: 9), Table.Column(title: "", minimum: 12, ideal: 18, weight: 2, priority: 8),
            Table.Column(title: "", minimum: 6, ideal: 8, alignment: .trailing, priority: 5),
        ],
        scope: .work,
        lines: { model, caseworker, isCancelled in
            guard let book = DayBook(model.matcher, caseworker: caseworker, isCancelled: isCancelled),
                let due = FollowUpsScreen.due(model, isCancelled)
            else { return nil }
            return visitors(book) + calls(due, model.day) + dayWork(book) + done(book)
        })

    private static func heading(_ title: Phrase, _ count: Int, _ what: Phrase = Phrase(verbatim: "")) -> PageLine {
        PageLine(title: title, values: [what, Phrase(verbatim: String(count))], isHeading: true)
    }

    private static func visitors(_ book: DayBook) -> [PageLine] {
        [heading(Phrase("来访和电话", "Came in or telephoned"), book.visitors.count)]
            + book.visitors.map { PageLine(title: Phrase(verbatim: ""), values: [$0.what], about: PageLine.About($0.subject)) }
    }

    private static func calls(_ due: [FollowUp], _ day: Day) -> [PageLine] {
        let lines = due.prefix(mostDue).map { call in
            let line = FollowUpsScreen.line(call, day)
            return PageLine(title: line.title, values: [line.values[0], line.values[2]], about: line.about)
        }
        let rest = due.count - lines.count
        return [heading(Phrase("该回访的", "Due"), due.count)] + lines
            + (rest > 0 ? [PageLine(title: Phrase("还有 \(rest) 条", "\(rest) more"), details: [DetailLine(Words.restIsOnFollowUps, .muted)])] : [])
    }

    private static func dayWork(_ book: DayBook) -> [PageLine] {
        [heading(Phrase("今日零工", "Day work today"), book.sentToday.count + book.wanted.count)]
            + book.sentToday.map { PageLine(title: Phrase(verbatim: ""), values: [Phrase("今天派工", "sent today")], about: .placement($0)) }
            + book.wanted.map { PageLine(title: Phrase(verbatim: ""), values: [Phrase("还缺 \($0.left) 人", "\($0.left) wanted")], about: .job($0.job)) }
    }

    private static func done(_ book: DayBook) -> [PageLine] {
        [heading(Phrase("我办的", "What I did"), book.steps.count + book.services.count)]
            + book.steps.map { PageLine(title: Phrase(verbatim: ""), values: [$0.step.phrase], about: .placement($0.placement)) }
            + book.services.map { PageLine(title: Phrase(verbatim: ""), values: [$0.what], about: PageLine.About($0.subject)) }
            + [heading(Phrase("今天新登记", "New today"), book.peopleRegistered.count + book.jobsPosted.count)]
            + book.peopleRegistered.map { PageLine(title: Phrase(verbatim: ""), values: [Phrase("求职登记", "registered")], about: .person($0)) }
            + book.jobsPosted.map { PageLine(title: Phrase(verbatim: ""), values: [Phrase("岗位发布", "posted")], about: .job($0)) }
    }
}
