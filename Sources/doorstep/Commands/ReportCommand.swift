import ArgumentParser
import DoorstepCore
import DoorstepExchange
import DoorstepStore

struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: .told(
            "报表：日、周、月、季、半年、年的指标和目标，每个数都能列出由哪些记录计得。",
            "Figures of a day, week, month, quarter, half-year or year with their targets; every number can list what it was counted from."))

    @Argument(help: .told("day 日报、week 周报、month 月报、quarter 季报、half-year 半年报、year 年报。", "day, week, month, quarter, half-year or year."))
    var kind: String

    @Option(
        help: .told(
            "一张表：indicators 指标、areas 地区、groups 群体、months 月度、supply 供求、places 供求地区、shortage 急需紧缺（默认：指标；xlsx 里都有）。",
            "One sheet: indicators, areas, groups, months, supply, places or shortage (default: indicators; a workbook has them all)."))
    var sheet: String?

    @Flag(help: .told("通辽市方案的任务分解表。", "The annex table of Tongliao's plan."))
    var annex = false

    @Option(help: .told("列出这个指标由哪些记录计得（代码或名称）。", "Lists what this indicator was counted from (its code or name)."))
    var entries: String?

    @Option(help: .told("只计这个地方的。", "Only what lies in this place."))
    var area: String?

    @Option(help: .told("只计这个群体的。", "Only people of this group."))
    var group: String?

    @OptionGroup var output: OutputOptions
    @OptionGroup var station: StationOptions

    func run() throws {
        let desk = try Desk.open(station)
        // Whatever cannot be answered is said before anything is counted.
        guard let kind = Period.Kind.read(kind) else { throw ReportProblem.unknownKind(kind) }
        let sheet = try sheet.map { text throws(ReportProblem) in
            guard let found = ReportRows.Sheet(rawValue: text) else { throw .unknownSheet(text) }
            return found
        }
        let indicator = try entries.map { text throws(ReportProblem) in
            guard let found = Indicator.read(text) else { throw .unknownIndicator(text) }
            return found
        }
        let loaded = try desk.loadTelling()
        let scope = Figures.Scope(area: try place(desk, loaded.register), group: try members(desk))
        try output.check()
        let period = Period(kind, containing: desk.day)
        let report = StationReport(loaded.register, period: period, asOf: desk.day, scope: scope, desk.catalogue)
        if let indicator { return try writeEntries(of: indicator, report, loaded.register, desk) }
        if annex || sheet == .annex, report.annex == nil { throw ReportProblem.noAnnex(desk.catalogue.places.fullName(loaded.register.station.place)) }
        let rows = ReportRows(report, desk.catalogue, desk.language)
        let chosen = annex ? .annex : sheet ?? .indicators
        let about = period.kind.phrase + Phrase(verbatim: " ") + period.phrase
        let title = desk.title(about + Phrase(verbatim: " ") + chosen.phrase)
        // A workbook holds all, unless one is asked for.
        let isOne = annex || sheet != nil
        let sheets = rows.sheets { name, count in desk.title(name, query: about(desk.language), rows: count) }
            .filter { !isOne || $0.title.sheet == chosen.phrase }
        let written = output.writtenFormat == .xlsx ? ReportRows.statement(sheets) : rows.rows(chosen)
        // A file leaves the house: the state it was made of goes with it.
        let checkpoint = try output.output == nil ? nil : desk.noteExport("report-\(kind.rawValue)", rows: output.asWritten(SheetRows(written)), isMasked: true)
        try output.write(WrittenSheet(sheets, header: rows.header(chosen), rows: rows.rows(chosen), title: title, checkpoint: checkpoint))
    }

    // MARK: - What a number was counted from

    private func writeEntries(of indicator: Indicator, _ report: StationReport, _ register: Register, _ desk: Desk) throws {
        let entries = report.figures.entries(indicator)
        let records = RecordRows(register: register, catalogue: desk.catalogue, language: desk.language, isMasked: true)
        let (header, made): ([String], SheetRows) =
            switch indicator.source {
            case .placements: (LedgerRows.header(desk.language), ledger(entries, register).rows(isMasked: true, desk))
            case .people: (records.header(.people), SheetRows(entries) { records.row(register.people[Int($0.position)]) })
            case .jobs: (records.header(.jobs), SheetRows(entries) { records.row(register.jobs[Int($0.position)]) })
            case .services: (ServiceRows.header(desk.language), SheetRows(entries) { ServiceRows.row(register.services[Int($0.position)], desk.language) })
            }
        let rows = output.asWritten(made)
        let checkpoint = try desk.noteExport("report-entries", query: indicator.code, rows: rows, isMasked: true)
        let title = desk.title(indicator.phrase, query: report.figures.period.phrase(desk.language), rows: rows.count, isMasked: true)
        try output.write(header: header, rows: rows, about: title, with: checkpoint)
    }

    private func ledger(_ entries: [Figures.Entry], _ register: Register) -> Ledger {
        let numbers = Set(entries.map { register.placements[Int($0.position)].steps[Int($0.step)].number })
        return Ledger(register) { _, step in numbers.contains(step.number) }
    }

    // MARK: - Of whom

    private func place(_ desk: Desk, _ register: Register) throws(ReportProblem) -> PlaceID? {
        guard let area else { return nil }
        let places = desk.catalogue.places
        switch places.resolve(area, near: register.station.place) {
        case .found(let id): return id
        case .ambiguous(let ids): throw .ambiguousArea(area, ids.map { places.unmistakableName($0) })
        case .unknown: throw .unknownArea(area, places.nearest(to: area, count: 3).map { places.unmistakableName($0) })
        }
    }

    private func members(_ desk: Desk) throws(ReportProblem) -> GroupID? {
        guard let group else { return nil }
        guard let found = desk.catalogue.groups.group(group) else {
            throw .unknownGroup(group, desk.catalogue.groups.nearest(to: group, count: 3).map(\.name))
        }
        return found.id
    }
}

/// Why there is no such report.
enum ReportProblem: SayableError, Equatable {
    case unknownKind(String)
    case unknownSheet(String)
    case unknownIndicator(String)
    case unknownArea(String, [String])
    case ambiguousArea(String, [String])
    case unknownGroup(String, [Phrase])
    /// The station lies elsewhere.
    case noAnnex(String)

    var message: Phrase {
        switch self {
        case .unknownKind(let text):
            let kinds = Period.Kind.allCases.map(\.rawValue).joined(separator: " ")
            return Phrase("没有“\(text)”这种报表，可用：\(kinds)。", "There is no report “\(text)”; there are: \(kinds).")
        case .unknownSheet(let text):
            let sheets = ReportRows.Sheet.allCases.map(\.rawValue).joined(separator: " ")
            return Phrase("没有“\(text)”这张表，可用：\(sheets)。", "There is no sheet “\(text)”; there are: \(sheets).")
        case .unknownIndicator(let text):
            let codes = Indicator.allCases.map(\.code).joined(separator: " ")
            return Phrase("没有指标“\(text)”，可用：\(codes)。", "There is no indicator “\(text)”; there are: \(codes).")
        case .unknownArea(let text, let near):
            return Phrase("没有地点“\(text)”", "There is no place “\(text)”") + nearest(near.map { Phrase(verbatim: $0) })
        case .ambiguousArea(let text, let all):
            let names = Phrase.list(all.map { Phrase(verbatim: $0) })
            return Phrase("叫“\(text)”的不止一个，请写明：\(names.chinese)。", "Several places are called “\(text)”; say which: \(names.english).")
        case .unknownGroup(let text, let near):
            return Phrase("没有群体“\(text)”", "There is no group “\(text)”") + nearest(near)
        case .noAnnex(let place):
            return Phrase("任务分解表是通辽市的，本站在\(place)，没有这张表。", "The annex table is Tongliao's; this station is in \(place) and has none.")
        }
    }

    /// Ends the sentence: with those that could be meant, else with what to do.
    private func nearest(_ names: [Phrase]) -> Phrase {
        guard !names.isEmpty else { return Phrase("，请核对名称。", "; check the name.") }
        return Phrase("，相近的有：", "; the nearest are: ") + Phrase.list(names) + Phrase("。", ".")
    }
}
