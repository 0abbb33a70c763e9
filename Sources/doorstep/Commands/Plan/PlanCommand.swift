import ArgumentParser
import DoorstepCore
import DoorstepExchange
import DoorstepStore
import Foundation

extension PlanSettings.Goal: ExpressibleByArgument {}

struct PlanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan",
        abstract: .told(
            "方案：两份名单通盘安排，谁去哪个岗位，已证明没有更好的；改过以后用 --accept 办成推荐。",
            "The plan over both lists: who goes where, proven to have no better; what you keep of it becomes referrals with --accept."))

    @OptionGroup var wanted: PlanOptions

    @Flag var views: [PlanView] = []

    @Option(help: .told("把证明写到文件：任何人都能核对没有更好的方案。", "Writes the proof to a file, from which anyone can check that no plan is better."), completion: .file())
    var proof: String?

    @Option(
        help: .told(
            "接受写出的方案（csv 或 xlsx，可以先删去不要的行）：每行开一笔推荐，写出推荐的编号；不再另作安排。",
            "Accepts a plan that was written (csv or xlsx, without the lines that you took out): each line opens a referral, whose identifier is written; nothing is planned."),
        completion: .file())
    var accept: String?

    @OptionGroup var output: OutputOptions
    @OptionGroup var station: StationOptions

    func validate() throws {
        try wanted.check()
    }

    func run() throws {
        if Set(views).count > 1 { throw PlanProblem.severalViews(views.map(\.option)) }
        if accept != nil, let option = ([proof.map { _ in "--proof" }, views.first?.option] + [wanted.firstGiven]).compactMap(\.self).first {
            throw PlanProblem.notWithAccept(option)
        }
        let desk = try Desk.open(station)
        try output.check()
        if let path = output.output { try Output.checkCanBeWritten(path, replacing: true) }
        if let accept { return try PlanAcceptance(file: accept, output: output).run(desk) }
        try plan(desk)
    }

    private func plan(_ desk: Desk) throws {
        if let proof {
            try Output.checkCanBeWritten(proof, replacing: true)
            if let path = output.output, path == proof || Input.isSame(path, proof) { throw PlanProblem.samePlace(path) }
        }
        let index = MatchIndex(try desk.matcher())
        let settings = try wanted.settings(index.matcher)
        let isStopped = try LongWork.planning(desk.language) { watch in
            let draft = try PlanDraft(index, settings, isStopped: watch.isStopped, progress: watch.progressed)
            return PlanOutcome(draft: draft, isStopped: watch.wasStopped, listed: watch.listed)
        } then: { outcome, watch in
            try write(outcome, index, desk, watch)
            if let proof {
                // Of pairs that were not found nothing can be proven.
                if outcome.isBounded { try PlanCommand.writeProof(outcome.draft, to: proof) } else { Output.say(PlanProblem.noProof(proof).message(desk.language)) }
            }
            for line in PlanSummary(outcome).lines { Output.say(line(desk.language)) }
            return outcome.isStopped
        }
        // What was stopped is done in part.
        if isStopped { throw FindingsExit(code: 1) }
    }

    private func write(_ outcome: PlanOutcome, _ index: MatchIndex, _ desk: Desk, _ watch: PlanWatch) throws {
        let (draft, greedy) = (outcome.draft, outcome.greedy)
        let (catalogue, language) = (desk.catalogue, desk.language)
        func write(_ about: Phrase, _ header: [String], _ rows: SheetRows) throws {
            watch.clear()
            try output.write(header: header, rows: rows, about: desk.title(about, rows: rows.count, isMasked: true))
        }
        switch views.first {
        case nil: try write(Phrase("方案", "plan"), PlanRows.header, SheetRows(draft.plan.lines, PlanRows.row))
        case .compare?:
            let difference = PlanDifference(draft.plan, besides: greedy)
            try write(Phrase("方案与逐个推荐的不同", "plan beside the greedy one"), PlanDifferenceRows.header, SheetRows(difference.lines, PlanDifferenceRows.row))
        case .groups?:
            let placed = Dictionary(greedy.figures.groups.map { ($0.group, $0.placed) }) { first, _ in first }
            let rows = SheetRows(draft.plan.figures.groups) { PlanGroupRows.row($0, greedy: placed[$0.group] ?? 0, catalogue, language) }
            try write(Phrase("方案分群体", "plan by group"), PlanGroupRows.header, rows)
        case .empty?:
            let reasons = watch.explaining(draft.emptyJobs()) { draft.reason(job: $0.job, index) }
            try write(Phrase("方案中的空缺", "vacancies left empty"), PlanReasonRows.jobHeader, SheetRows(reasons) { PlanReasonRows.row($0, index.register, catalogue, language) })
        case .unplaced?:
            let reasons = watch.explaining(draft.unplacedPeople()) { draft.reason(person: $0, index) }
            try write(Phrase("方案中未安置的人", "people without a job"), PlanReasonRows.personHeader, SheetRows(reasons) { PlanReasonRows.row($0, index.register, catalogue, language) })
        }
    }

    /// Some lines at a time: a prefecture's proof is long.
    private static func writeProof(_ draft: PlanDraft, to path: String) throws {
        try Output.writeFile(path, replacing: true) { sink throws(OutputError) in
            var buffer: [UInt8] = []
            do {
                try draft.proof.write { line in
                    buffer += line.utf8
                    buffer.append(UInt8(ascii: "\n"))
                    guard buffer.count > mostBuffered else { return }
                    try sink(buffer)
                    buffer.removeAll(keepingCapacity: true)
                }
                try sink(buffer)
            } catch let error as OutputError {
                throw error
            } catch {
                throw .cannotWrite(path, reason: Desk.phrase(for: error))
            }
        }
    }

    private static let mostBuffered = 1 << 16
}

/// What is written in the place of the plan itself.
enum PlanView: String, CaseIterable, EnumerableFlag {
    case compare, empty, unplaced, groups

    var option: String { "--" + rawValue }

    static func help(for view: PlanView) -> ArgumentHelp? {
        switch view {
        case .compare: .told("改列：与逐个推荐相比，谁有了岗位、没了岗位或换了岗位。", "Instead: who has a job, none or another one compared with the greedy plan.")
        case .empty: .told("改列：哪些岗位还空着几人，为什么，怎样能填上。", "Instead: which jobs have vacancies left, why, and what would fill them.")
        case .unplaced: .told("改列：哪些人没有着落，为什么，怎样能有。", "Instead: who stays without a job, why, and what would help.")
        case .groups: .told("改列：各群体安排了多少人，逐个推荐多少人，共多少人。", "Instead: of each group how many are placed, how many the greedy plan places, and how many there are.")
        }
    }
}

/// A plan, and how its making ended.
struct PlanOutcome {
    let draft: PlanDraft
    let greedy: Plan
    /// Somebody stopped it: better plans may be there than the one it has.
    let isStopped: Bool
    /// How many jobs' and people's lists were found, of how many.
    let listed: (done: Int, total: Int)

    init(draft: PlanDraft, isStopped: Bool, listed: (done: Int, total: Int)) {
        self.draft = draft
        greedy = draft.greedy
        self.isStopped = isStopped
        self.listed = listed
    }

    /// The bound is one of all pairs that there are.
    var isBounded: Bool { draft.graph.isComplete }
}

/// Why there is no such plan.
enum PlanProblem: SayableError, Equatable {
    case severalViews([String])
    case notWithAccept(String)
    case samePlace(String)
    /// Not all pairs were found.
    case noProof(String)
    /// Neither two identifiers nor a file.
    case notPair(option: String, String)
    case unreadableRow(file: String, line: Int, option: String)
    case unknownFirst(String, [Phrase])

    var message: Phrase {
        switch self {
        case .severalViews(let options):
            let all = options.joined(separator: " ")
            return Phrase("\(all) 只能用一个。", "Only one of \(all) can be had at a time.")
        case .notWithAccept(let option):
            return Phrase("\(option) 不能与 --accept 同用：接受方案时不另作安排。", "\(option) does not go with --accept: who accepts a plan has nothing planned.")
        case .samePlace(let path):
            return Phrase("\(path)：方案和证明不能写进同一个文件，请换个名字。", "\(path): plan and proof cannot be written to one file; choose another name.")
        case .noProof(let path):
            return Phrase("\(path)：名单没有找全，没有写证明。", "\(path): not all lists were found, so no proof was written.")
        case .notPair(let option, let text):
            return Phrase(
                "\(option) 的“\(text)”既不是“岗位编号:求职者编号”，也不是文件，请核对。",
                "“\(text)” of \(option) is neither JOB:PERSON nor a file; check it.")
        case .unreadableRow(let file, let line, let option):
            return Phrase(
                "\(file) 第 \(line) 行：没有岗位编号或求职者编号，\(option) 用不了，请补上或删去这一行。",
                "\(file) line \(line): lacks the identifier of a job or a person, so that \(option) cannot use it; fill it in or take the line out.")
        case .unknownFirst(let text, let near):
            let start = Phrase("没有群体或求职者“\(text)”", "There is no group or person “\(text)”")
            guard !near.isEmpty else { return start + Phrase("，请核对名称或编号。", "; check the name or identifier.") }
            return start + Phrase("，相近的群体有：", "; the nearest groups are: ") + Phrase.list(near) + Phrase("。", ".")
        }
    }
}
