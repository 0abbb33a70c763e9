import ArgumentParser
import DoorstepCore
import DoorstepExchange

struct MatchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "match",
        abstract: .told(
            "匹配：给岗位找人，给人找岗位，或全部；说明不符原因，列出等得最久的，算出培训能打开哪些匹配。",
            "Ranks people for a job, jobs for a person, or people for every open job; says why a pair does not fit, who waits longest, and what training would unlock."),
        subcommands: [MatchJob.self, MatchPerson.self, MatchAll.self, MatchWhy.self, MatchWaiting.self, MatchTraining.self])

    func run() throws { throw MissingSubcommand(command: "match") }
}

/// What the rankings share.
struct RankingOptions: ParsableArguments {
    @Option(help: .told("最多列多少行。", "How many lines at the most."))
    var top = 20

    @Flag(help: .told("也列差一项的：只有一条可变的规则不符。", "Near misses as well: pairs that one changeable rule alone blocks."))
    var nearMisses = false

    @Flag(help: .told("表格里也写出得分由来；其他格式总是有。", "The explanation in tables too; other forms always have it."))
    var explain = false

    @OptionGroup var output: OutputOptions
    @OptionGroup var station: StationOptions

    func validate() throws {
        guard top >= 1 else { throw ValidationError("The value '\(top)' is invalid for '--top'") }
    }

    func write(_ ranking: Ranking, of subject: RecordID, _ matcher: Matcher, _ desk: Desk) throws {
        try write(ranking.matches + (nearMisses ? ranking.nearMisses : []), of: subject.text, matcher, desk)
    }

    /// - Parameter subject: whose matches they are; empty where everybody's.
    func write(_ matches: some Sequence<Match>, of subject: String = "", _ matcher: Matcher, _ desk: Desk) throws {
        // A table on an 80-column terminal has no room for a paragraph.
        let isShort = output.writtenFormat == .table && !explain
        let header = isShort ? MatchRows.header.dropLast() : MatchRows.header
        let rows = matches.lazy.map { match in
            let row = MatchRows.row(match, explanation: isShort ? "" : explanation(match, matcher))
            return isShort ? row.dropLast() : row
        }
        try output.write(header: header, rows: rows, about: desk.title(Phrase("匹配", "matches"), query: subject, isMasked: true))
    }

    /// The changes that would bring further matches, instead of a ranking.
    func write<Change>(
        _ relaxations: [Relaxation<Change>]?, _ desk: Desk, row: (Relaxation<Change>, Catalogue, Language) -> [SheetValue]
    ) throws {
        let rows = (relaxations ?? []).prefix(top).map { row($0, desk.catalogue, desk.language) }
        try output.write(header: RelaxRows.header, rows: rows, about: desk.title(Phrase("放宽一项", "relax one thing"), rows: rows.count))
    }

    private func explanation(_ match: Match, _ matcher: Matcher) -> String {
        guard let job = matcher.register.jobs[match.job], let person = matcher.register.people[match.person] else { return "" }
        return Explanation(match.assessment, job: job, person: person, matcher: matcher).line(station.language)
    }
}

struct MatchJob: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "job", abstract: .told("给岗位找人，最合适的在前。", "The people for a job, best first."))

    @Argument(help: .told("岗位的编号。", "The job's identifier."))
    var id: String

    @Flag(help: .told("改列：岗位放宽哪一项，能多出多少匹配。", "Instead: which one change of the job's would bring how many further matches."))
    var relax = false

    @OptionGroup var options: RankingOptions

    func run() throws {
        let desk = try Desk.open(options.station)
        let matcher = try desk.matcher()
        guard let recordID = RecordID(id), let job = matcher.register.jobs[recordID] else { throw StepRefusal.unknownJob(id) }
        if !matcher.isOpen(matcher.opening(job)) {
            Output.say(Phrase("岗位 \(id) 现在不招人，没有匹配。", "The job \(id) is not open, so nobody matches it.")(desk.language))
        }
        if relax { return try options.write(matcher.relaxations(for: job), desk, row: RelaxRows.row) }
        try options.write(matcher.people(for: job, limit: options.top) ?? .empty, of: job.id, matcher, desk)
    }
}

struct MatchPerson: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "person", abstract: .told("给人找岗位，最合适的在前。", "The jobs for a person, best first."))

    @Argument(help: .told("求职者的编号。", "The person's identifier."))
    var id: String

    @Flag(help: .told("改列：本人放宽或学会哪一项，能多出多少匹配。", "Instead: which one change of the person's would bring how many further matches."))
    var relax = false

    @OptionGroup var options: RankingOptions

    func run() throws {
        let desk = try Desk.open(options.station)
        let matcher = try desk.matcher()
        guard let recordID = RecordID(id), let person = matcher.register.people[recordID] else { throw StepRefusal.unknownPerson(id) }
        if person.status != .seeking {
            let status = person.status.phrase
            Output.say(Phrase("\(id) 的状态为\(status.chinese)，没有匹配。", "\(id) is \(status.english), so no job matches.")(desk.language))
        }
        if relax { return try options.write(matcher.relaxations(for: person), desk, row: RelaxRows.row) }
        try options.write(matcher.jobs(for: person, limit: options.top) ?? .empty, of: person.id, matcher, desk)
    }
}

struct MatchAll: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "all", abstract: .told("每个在招岗位最合适的人。", "The best people of every open job."))

    @OptionGroup var options: RankingOptions

    func validate() throws {
        guard !options.nearMisses else { throw ValidationError("Unknown option '--near-misses'") }
    }

    func run() throws {
        let desk = try Desk.open(options.station)
        let index = MatchIndex(try desk.matcher())
        var lists: [(job: Job, people: [RecordID])] = []
        index.all(limit: options.top) { job, lines in lists.append((job, lines.map(\.person))) }
        // A prefecture's lists have a million lines: each is explained when
        // it is written.
        let matches = lists.lazy.flatMap { list in
            let opening = index.matcher.opening(list.job)
            return list.people.enumerated().compactMap { position, person in
                index.register.people[person].map { person in
                    Match(
                        job: list.job.id, person: person.id, rank: position + 1,
                        assessment: index.matcher.assess(opening, index.matcher.candidate(person)))
                }
            }
        }
        try options.write(matches, index.matcher, desk)
    }
}
