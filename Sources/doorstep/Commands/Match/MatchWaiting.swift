import ArgumentParser
import DoorstepCore
import DoorstepExchange

/// 有活没人干 and 有人没活干, those who were left longest first.
struct MatchWaiting: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "waiting",
        abstract: .told(
            "两个队：没有推荐过人的在招岗位，没有被推荐过的求职者，等得最久的在前。",
            "The two queues: open jobs that nobody was sent to, people seeking who were offered nothing; longest first."))

    @Option(help: .told("每队最多列多少（默认：全部）。", "How many of each queue at the most (default: all)."))
    var top: Int?

    @OptionGroup var output: OutputOptions
    @OptionGroup var station: StationOptions

    func validate() throws {
        if let top, top < 1 { throw ValidationError("The value '\(top)' is invalid for '--top'") }
    }

    func run() throws {
        let desk = try Desk.open(station)
        let matcher = try desk.matcher()
        let rows = WaitingRows.rows(matcher.waiting(limit: top ?? .max), matcher.register)
        try output.write(header: WaitingRows.header, rows: rows, about: desk.title(Phrase("等候", "waiting"), rows: rows.count, isMasked: true))
    }
}
