import ArgumentParser
import DoorstepCore
import DoorstepExchange
import Foundation

struct MatchTraining: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "training",
        abstract: .told("培训能打开哪些匹配：差哪项技能、哪本证书的最多。", "What training would unlock: the skills and certificates that alone are missing most."))

    @Option(help: .told("最多列多少行。", "How many lines at the most."))
    var top = 20

    @Option(help: .told("多少分以上算合适的匹配，0 到 10000（默认：5000）。", "From how many points on a match counts, 0 to 10000 (default: 5000)."))
    var threshold: Int?

    @OptionGroup var output: OutputOptions
    @OptionGroup var station: StationOptions

    func validate() throws {
        guard top >= 1 else { throw ValidationError("The value '\(top)' is invalid for '--top'") }
        if let threshold, Points(threshold) == nil { throw ValidationError("The value '\(threshold)' is invalid for '--threshold'") }
    }

    func run() throws {
        let desk = try Desk.open(station)
        let stored = try desk.matcher()
        var settings = stored.settings
        if let threshold = threshold.flatMap(Points.init) { settings.threshold = threshold }
        let matcher = Matcher(register: stored.register, catalogue: stored.catalogue, settings: settings, day: stored.day)
        let progress = ProgressLine(desk.language)
        let list = matcher.trainingList(progress: { done, total in progress.tell(done, of: total) })
        progress.end()
        let rows = (list?.lines ?? []).prefix(top).lazy.map { TrainingRows.row($0, desk.catalogue) }
        try output.write(header: TrainingRows.header, rows: rows, about: desk.title(Phrase("培训清单", "training list"), rows: rows.count))
    }
}

/// How far a long command has come, on one line of standard error that each
/// step replaces; nothing where that is no terminal.
private struct ProgressLine: Sendable {
    private let language: Language
    private let isShown = isatty(STDERR_FILENO) == 1

    init(_ language: Language) { self.language = language }

    /// Told at each percent, so that a slow terminal holds nothing up.
    func tell(_ done: Int, of total: Int) {
        guard isShown, total > 0, done * 100 / total != (done - 1) * 100 / total else { return }
        write("\r" + Phrase("岗位 \(done)/\(total)", "jobs \(done)/\(total)")(language))
    }

    /// Leaves the line empty.
    func end() {
        if isShown { write("\r\u{1B}[K") }
    }

    private func write(_ text: String) {
        FileHandle.standardError.write(Data(text.utf8))
    }
}
