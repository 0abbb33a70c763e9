import ArgumentParser
import DoorstepCore
import DoorstepExchange

struct FollowUpsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "follow-ups",
        abstract: .told("该回访的：逾期最久的在前，再是七天内到期的。", "What is to be asked after: overdue longest first, then what comes due within a week."))

    @Flag(help: .told("只要已经到期的。", "Only what is due already."))
    var due = false

    @Option(help: .told("最多列多少（默认：全部）。", "How many at the most (default: all)."))
    var top: Int?

    @OptionGroup var output: OutputOptions
    @OptionGroup var station: StationOptions

    /// Days ahead that are shown where not only what is due is asked for.
    private static let ahead = 7

    func validate() throws {
        if let top, top < 1 { throw ValidationError("The value '\(top)' is invalid for '--top'") }
    }

    func run() throws {
        let desk = try Desk.open(station)
        let loaded = try desk.loadTelling()
        let matcher = Matcher(register: loaded.register, catalogue: desk.catalogue, settings: loaded.settings.matching, day: desk.day)
        let ahead = due ? 0 : Self.ahead
        let calls = matcher.followUps(ahead: ahead, policyDates: matcher.policyDates(loaded.settings.policies, ahead: ahead)).prefix(top ?? .max)
        let rows = FollowUpRows(register: matcher.register, day: desk.day, language: desk.language, isMasked: true)
        let sheet = SheetRows(Array(calls)) { rows.row($0) }
        try output.write(
            header: FollowUpRows.header(desk.language), rows: sheet, about: desk.title(ExportArgument.followUps.phrase, rows: sheet.count, isMasked: true))
    }
}
