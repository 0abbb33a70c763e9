import ArgumentParser
import DoorstepCore

extension Party: ExpressibleByArgument {}

extension StepReason: ExpressibleByArgument {
    /// Its name in either language, as well as its identifier.
    public init?(argument: String) {
        guard let reason = StepReason.read(argument) else { return nil }
        self = reason
    }
}

struct PlaceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "place", abstract: .told("办理推荐的一步。", "Opens a placement, or moves one on."),
        subcommands: [
            PlaceRefer.self, PlaceInterview.self, PlaceHire.self, PlaceStart.self, PlaceCheck.self, PlaceDecline.self, PlaceLeave.self,
            PlaceCorrect.self,
        ])

    func run() throws { throw MissingSubcommand(command: "place") }
}

/// What every step may say.
struct StepOptions: ParsableArguments {
    @Option(help: .told("发生的日期（默认：--on）。", "The day it happened (default: --on)."))
    var date: Day?

    @Option(help: .told("值得记下的话。", "What is worth remembering."))
    var note = ""

    @OptionGroup(title: "Evidence") var proven: EvidenceOptions

    @OptionGroup var station: StationOptions

    /// Records the step; what does not fit is said, and does not stand in
    /// the way.
    func record(_ target: StepDraft.Target, _ stage: Stage, by party: Party? = nil, for reason: StepReason? = nil) throws -> Placement {
        let evidence = try proven.evidence()
        let desk = try Desk.open(station)
        let draft = StepDraft(target, stage: stage, party: party, date: date ?? desk.day, note: PlainText.trimmed(note), reason: reason, evidence: evidence)
        let step = try desk.matcher().admit(draft)
        if !step.warnings.isEmpty {
            Output.say((Phrase("注意：", "Note: ") + Phrase.list(step.warnings) + Phrase("。", "."))(desk.language))
        }
        return try desk.record(step).placement
    }

    @discardableResult
    func moveOn(_ id: String, _ stage: Stage, by party: Party? = nil, for reason: StepReason? = nil) throws -> Placement {
        guard let recordID = try LetterNumber.placement(id) else { throw StepRefusal.unknownPlacement(id) }
        return try record(.placement(recordID), stage, by: party, for: reason)
    }
}

struct PlaceRefer: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "refer", abstract: .told("推荐一个人到一个岗位，写出推荐的编号。", "Refers a person to a job; writes the placement's identifier."))

    @Argument(help: .told("岗位的编号。", "The job's identifier."))
    var job: String

    @Argument(help: .told("求职者的编号。", "The person's identifier."))
    var person: String

    @OptionGroup var options: StepOptions

    func run() throws {
        guard let jobID = RecordID(job) else { throw StepRefusal.unknownJob(job) }
        guard let personID = RecordID(person) else { throw StepRefusal.unknownPerson(person) }
        print(try options.record(.pair(job: jobID, person: personID), .referred).id)
    }
}

struct PlaceInterview: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "interview", abstract: .told("面试。", "The employer has seen the person."))
    @Argument(help: .told("推荐的编号。", "The placement's identifier.")) var placement: String
    @OptionGroup var options: StepOptions
    func run() throws { try options.moveOn(placement, .interviewed) }
}

struct PlaceHire: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "hire", abstract: .told("录用。", "The person was taken on."))
    @Argument(help: .told("推荐的编号。", "The placement's identifier.")) var placement: String
    @OptionGroup var options: StepOptions
    func run() throws { try options.moveOn(placement, .hired) }
}

struct PlaceStart: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "start", abstract: .told("到岗，天数从这里算起。", "The person is at work; the days count from here."))
    @Argument(help: .told("推荐的编号。", "The placement's identifier.")) var placement: String
    @OptionGroup var options: StepOptions
    func run() throws { try options.moveOn(placement, .started) }
}

struct PlaceCheck: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: .told("在岗核实：仍在岗，或补充凭证；零工为结算。", "Still in post, or evidence came in; of day work, whether wages were paid."))
    @Argument(help: .told("推荐的编号。", "The placement's identifier.")) var placement: String
    @OptionGroup var options: StepOptions
    func run() throws { try options.moveOn(placement, .checked) }
}

struct PlaceDecline: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "decline", abstract: .told("未成：单位未录用或本人放弃。", "One side said no."))
    @Argument(help: .told("推荐的编号。", "The placement's identifier.")) var placement: String
    @Option(help: .told("谁没有同意：employer 单位，person 本人。", "Who declined: employer or person.")) var by: Party?
    @Option(help: .reasons(.declined)) var reason: StepReason?
    @OptionGroup var options: StepOptions
    func run() throws { try options.moveOn(placement, .declined, by: by, for: reason) }
}

struct PlaceLeave: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "leave", abstract: .told("离职。", "The person is no longer at work."))
    @Argument(help: .told("推荐的编号。", "The placement's identifier.")) var placement: String
    @Option(help: .reasons(.left)) var reason: StepReason?
    @OptionGroup var options: StepOptions
    func run() throws { try options.moveOn(placement, .left, for: reason) }
}

extension ArgumentHelp {
    /// Names every reason that such a step may give.
    fileprivate static func reasons(_ stage: Stage) -> ArgumentHelp {
        let offered = StepReason.offered(for: stage, by: .employer) + StepReason.offered(for: stage, by: .person)
        let reasons = StepReason.allCases.filter { offered.contains($0) }
        return .told(
            "原因：" + reasons.map { "\($0.rawValue) \($0.phrase.chinese)" }.joined(separator: "、") + "。",
            "Why: " + reasons.map(\.rawValue).joined(separator: ", ") + ".")
    }
}

/// Says what it took back: which step that is follows from the ledger.
struct PlaceCorrect: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "correct", abstract: .told("更正：撤销最后一步，记为新的一步。", "Takes the latest step back, by a further step that says so."))
    @Argument(help: .told("推荐的编号。", "The placement's identifier.")) var placement: String
    @OptionGroup var options: StepOptions

    func run() throws {
        let corrected = try options.moveOn(placement, .corrected)
        guard let number = corrected.steps.last?.corrects, let step = corrected.steps.first(where: { $0.number == number }) else { return }
        let what = Phrase(verbatim: "\(step.date) ") + corrected.phrase(of: step)
        Output.say((Phrase("已撤销第 \(number) 步：", "Took back step \(number): ") + what + Phrase("。", "."))(options.station.language))
    }
}
