import ArgumentParser
import DoorstepCore
import DoorstepExchange

struct MatchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "match", abstract: "Ranks people for a job, jobs for a person, or people for every open job.",
        subcommands: [MatchJob.self, MatchPerson.self, MatchAll.self])
}

/// What the rankings share.
struct RankingOptions: ParsableArguments {
    @Option(help: "How many lines at the most.")
    var top = 20

    @Flag(help: "Near misses as well: pairs that one changeable rule alone blocks.")
    var nearMisses = false

    @Flag(help: "The explanation in tables too; other forms always have it.")
    var explain = false

    @OptionGroup var output: OutputOptions
    @OptionGroup var station: StationOptions

    func validate() throws {
        guard top >= 1 else { throw ValidationError("The value '\(top)' is invalid for '--top'") }
    }

    func write(_ rankings: [Ranking], _ matcher: Matcher) throws {
        let matches = rankings.flatMap { $0.matches + (nearMisses ? $0.nearMisses : []) }
        // A table on an 80-column terminal has no room for a paragraph.
        let isShort = output.writtenFormat == .table && !explain
        let header = isShort ? MatchRows.header.dropLast() : MatchRows.header
        let rows = matches.lazy.map { match in
            let row = MatchRows.row(match, explanation: isShort ? "" : explanation(match, matcher))
            return isShort ? row.dropLast() : row
        }
        try output.write(header: header, rows: rows)
    }

    private func explanation(_ match: Match, _ matcher: Matcher) -> String {
        guard let job = matcher.register.jobs[match.job], let person = matcher.register.people[match.person] else { return "" }
        return Explanation(match.assessment, job: job, person: person, matcher: matcher).line(station.language)
    }
}

struct MatchJob: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "job", abstract: "The people for a job, best first.")

    @Argument(help: "The job's identifier.")
    var id: String

    @OptionGroup var options: RankingOptions

    func run() throws {
        let desk = try Desk.open(options.station)
        let matcher = try desk.matcher()
        guard let recordID = RecordID(id), let job = matcher.register.jobs[recordID] else { throw StepRefusal.unknownJob(id) }
        let ranking = matcher.people(for: job, limit: options.top) ?? .empty
        if !matcher.isOpen(matcher.opening(job)) {
            Output.say(Phrase("岗位 \(id) 现在不招人，没有匹配。", "The job \(id) is not open, so nobody matches it.")(desk.language))
        }
        try options.write([ranking], matcher)
    }
}

struct MatchPerson: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "person", abstract: "The jobs for a person, best first.")

    @Argument(help: "The person's identifier.")
    var id: String

    @OptionGroup var options: RankingOptions

    func run() throws {
        let desk = try Desk.open(options.station)
        let matcher = try desk.matcher()
        guard let recordID = RecordID(id), let person = matcher.register.people[recordID] else { throw StepRefusal.unknownPerson(id) }
        if person.status != .seeking {
            let status = person.status.phrase
            Output.say(Phrase("\(id) 的状态为\(status.chinese)，没有匹配。", "\(id) is \(status.english), so no job matches.")(desk.language))
        }
        try options.write([matcher.jobs(for: person, limit: options.top) ?? .empty], matcher)
    }
}

struct MatchAll: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "all", abstract: "The best people of every open job.")

    @OptionGroup var options: RankingOptions

    func validate() throws {
        guard !options.nearMisses else { throw ValidationError("Unknown option '--near-misses'") }
    }

    func run() throws {
        let desk = try Desk.open(options.station)
        let matcher = try desk.matcher()
        var rankings: [Ranking] = []
        matcher.all(limit: options.top) { rankings.append($0) }
        try options.write(rankings, matcher)
    }
}
