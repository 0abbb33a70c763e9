import ArgumentParser
import DoorstepCore
import DoorstepExchange
import DoorstepStore
import Foundation

struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: .told("导出表格、台账或到期的回访。", "Writes a sheet of records, the log of placements, or the follow-ups that are due."))

    @Argument(
        help: .told(
            "people 求职者、jobs 岗位、employers 单位、placements 推荐、follow-ups 回访。", "people, jobs, employers, placements or follow-ups."))
    var kind: ExportArgument

    @Option(help: .told("推荐：这一天及以后记录的；回访：这一天及以后到期的。", "Placements: steps recorded on or after this day; follow-ups: due on or after it."))
    var from: Day?

    @Option(help: .told("推荐：这一天及以前记录的；回访：这一天及以前到期的。", "Placements: steps recorded on or before this day; follow-ups: due on or before it."))
    var to: Day?

    @Option(help: .told("只要查得到的。", "Only records that the search finds."))
    var query: String?

    @Option(help: .told("只要这个名称的常用查找（见 doorstep searches）查得到的。", "Only records that the saved search of this name finds (see doorstep searches)."))
    var saved: String?

    @Flag(help: .told("对外公布的岗位清单或人员清单，遮盖个人信息。", "The list of jobs or people as it is published, personal data masked."))
    var published = false

    @Option(help: .told("岗位用别人的字段名：national 全国公共招聘网，jobposting schema.org 的 JSON-LD。", "Jobs under others' names: national, the national recruitment site's fields; jobposting, schema.org's JSON-LD."))
    var profile: ExchangeProfile?

    @OptionGroup var unmasking: Unmasking
    @OptionGroup var output: OutputOptions
    @OptionGroup var station: StationOptions

    func run() throws {
        let desk = try Desk.open(station)
        try checkOptions()
        try unmasking.confirm(desk.language)
        try output.check()
        let isMasked = !unmasking.unmasked
        let loaded = try desk.loadTelling()
        let register = loaded.register
        if kind == .followUps { return try exportFollowUps(loaded, desk) }
        let finder = try Finder(query ?? "", saved: saved, for: kind.records, loaded, desk)
        if published { return try publish(loaded, finder.positions().sorted(), desk) }
        if let profile { return try write(profile, finder.positions().sorted().map { register.jobs[$0] }, register, desk) }
        let records = RecordRows(register: register, catalogue: desk.catalogue, language: desk.language, isMasked: isMasked)
        let header: [String]
        let made: SheetRows
        var log: SheetStatement.Log?
        switch kind {
        case .people:
            header = records.header(.people)
            made = SheetRows(finder.positions().sorted()) { records.row(register.people[$0]) }
        case .jobs:
            header = records.header(.jobs)
            made = SheetRows(finder.positions().sorted()) { records.row(register.jobs[$0]) }
        case .employers:
            header = records.header(.employers)
            made = SheetRows(finder.positions().sorted()) { records.row(register.employers[$0]) }
        case .placements:
            header = LedgerRows.header(desk.language)
            let wanted = placements(finder, register)
            let ledger = Ledger(register) { placement, step in fits(step) && wanted?.contains(placement.id) ?? true }
            made = ledger.rows(isMasked: isMasked, desk)
            log = ledger.statement(desk)
        case .followUps: return
        }
        try write(header, made, log: log, desk)
    }

    /// Journals the rows, and writes them.
    func write(_ header: [String], _ made: SheetRows, log: SheetStatement.Log? = nil, _ desk: Desk) throws {
        let isMasked = !unmasking.unmasked
        let rows = output.asWritten(made)
        // Journalled before a row leaves the house: what was written is
        // never more than what was recorded.
        let checkpoint = try desk.noteExport(kind.rawValue, query: query ?? "", rows: rows, isMasked: isMasked, log: log)
        let asked = [saved ?? "", query ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
        try output.write(header: header, rows: rows, about: desk.title(kind.phrase, query: asked, rows: rows.count, isMasked: isMasked), with: checkpoint)
    }

    /// Those that the search finds; nil where none is made.
    private func placements(_ finder: Finder, _ register: Register) -> Set<RecordID>? {
        query == nil && saved == nil ? nil : Set(finder.positions().map { register.placements[$0].id })
    }

    /// By when it was recorded, in the local day.
    private func fits(_ step: PlacementStep) -> Bool {
        guard from != nil || to != nil else { return true }
        return Surroundings.localDay(ofRecorded: step.recorded).map(isInSpan) ?? false
    }

    func isInSpan(_ day: Day) -> Bool { from.map { $0 <= day } ?? true && to.map { day <= $0 } ?? true }
}

/// What is exported.
enum ExportArgument: String, CaseIterable, ExpressibleByArgument {
    case people, jobs, employers, placements
    case followUps = "follow-ups"

    /// Among which a query looks.
    var records: RecordID.Kind {
        switch self {
        case .people: .person
        case .jobs: .job
        case .employers: .employer
        case .placements, .followUps: .placement
        }
    }

    var phrase: Phrase {
        switch self {
        case .people: Phrase("求职者", "people")
        case .jobs: Phrase("岗位", "jobs")
        case .employers: Phrase("单位", "employers")
        case .placements: Phrase("推荐台账", "placements")
        case .followUps: Phrase("回访", "follow-ups")
        }
    }
}

/// Personal data in full, where they would be masked.
struct Unmasking: ParsableArguments {
    @Flag(help: .told("姓名、证件号码、电话、备注不遮盖；会再问一次。", "Names, numbers, telephones and notes in full; asks again."))
    var unmasked = false

    @Flag(help: .told("不再询问。", "Do not ask again."))
    var yes = false

    /// Asks once more, where they are asked for.
    func confirm(_ language: Language) throws {
        guard unmasked, !yes else { return }
        guard isatty(STDIN_FILENO) == 1 else { throw ExportProblem.notConfirmed }
        FileHandle.standardError.write(
            Data(Phrase("导出含完整姓名、证件号码和电话，确定请输入 yes：", "The sheet will hold whole names, numbers and telephones; type yes to go on: ")(language).utf8))
        guard readLine() == "yes" else { throw ExportProblem.notConfirmed }
    }
}

enum ExportProblem: SayableError {
    case notConfirmed

    var message: Phrase {
        Phrase("没有导出：完整个人信息需要确认，脚本里请加 --yes。", "Nothing was exported: personal data in full has to be confirmed; scripts add --yes.")
    }
}
