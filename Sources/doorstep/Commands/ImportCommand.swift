import ArgumentParser
import DoorstepCore
import DoorstepExchange

extension SheetKind: ExpressibleByArgument {}
extension DoubleDecision: ExpressibleByArgument {}
extension ExchangeProfile: ExpressibleByArgument {}

struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "import", abstract: .told("读入表格。", "Reads sheets into the store."))

    @Argument(help: .told("people 求职者、jobs 岗位、employers 单位、distances 里程。", "people, jobs, employers or distances."))
    var kind: SheetKind

    @Argument(help: .told("文件。", "The files."), completion: .file())
    var files: [String]

    @Flag(help: .told("只说会怎样，什么也不做。", "Say what would be done, and do nothing."))
    var dryRun = false

    @Option(help: .told("把拒收的行连同原因写进这个文件。", "Write the rows refused to this file, each with its reason."), completion: .file())
    var rejects: String?

    @Option(help: .told("编码，自动判断不对时指明：utf-8、utf-16、gb18030。", "The encoding, where it is not found out rightly: utf-8, utf-16, gb18030."), completion: .list(["utf-8", "utf-16", "gb18030"]))
    var encoding: String?

    @Option(help: .told("岗位表用别人的字段名：national 全国公共招聘网，jobposting schema.org 的 JSON-LD。", "Jobs under others' names: national, the national recruitment site's fields; jobposting, schema.org's JSON-LD."))
    var profile: ExchangeProfile?

    @Option(help: .told("工作簿里的哪张表（默认：第一张认得出的）。", "The sheet of a workbook (default: the first that is understood)."))
    var sheet: String?

    @Option(
        name: .customLong("map"),
        help: .told("指明一列是什么，如 手机=联系方式2 或 手机=#3；-=备注2 表示不读。可多次给出。", "What a column means, such as phone=联系方式2 or phone=#3; -=备注2 is not read. May be given more than once."))
    var mapped: [String] = []

    @Option(
        help: .told(
            "可能重复的行：keep 两条都留（默认）、merge 并入已有的、skip 不读入。", "Rows whose records may be known already: keep both (the default), merge into the known one, or skip the row."))
    var doubles = DoubleDecision.keep

    @OptionGroup var station: StationOptions

    func run() throws {
        let map = try ColumnMap(mapped, kind)
        let desk = try Desk.open(station)
        let language = desk.language
        var named: SheetEncoding?
        if let encoding {
            named = SheetEncoding(name: encoding)
            if named == nil { throw ImportProblem.unknownEncoding(encoding) }
        }
        if let rejects, files.contains(where: { Input.isSame($0, rejects) }) { throw OutputError.isInput(rejects) }
        if let profile, kind != .jobs { throw ProfileProblem.onlyJobs(profile) }
        let loaded = try desk.load()
        let understanding = Understanding(catalogue: desk.catalogue, near: loaded.register.station.place, day: desk.day)
        let (chosen, decision) = (named, doubles)
        let plan = try LongWork.reading(language) { watch in
            var importer = SheetImporter(register: loaded.register, catalogue: desk.catalogue, day: desk.day)
            for path in files {
                let file = try SheetFile(path: path, encoding: chosen, profile: profile)
                let understood = try understanding.of(file, as: kind, sheet: sheet, map: map)
                if dryRun { for line in understood.told { Output.say(line(language)) } }
                try importer.read(understood, of: file, watch)
            }
            return importer.plan(DoubleDecisions(decision))
        }
        for note in plan.warnings { Output.say(note.message(language)) }
        for note in plan.refusals.prefix(Self.mostRefusals) { Output.say(Phrase("拒收 ", "refused ")(language) + note.message(language)) }
        if plan.refusals.count > Self.mostRefusals { Output.say(furtherRefusals(plan.refusals.count - Self.mostRefusals)(language)) }
        if let rejects, !plan.refusals.isEmpty { try Rejects.write(plan.refusals, to: rejects, replacing: true, language) }
        var entry: Int?
        if !dryRun, !plan.isEmpty {
            entry = try LongWork.storing(language) { watch in try desk.save(plan, files: files, basis: loaded.sequence, watch: watch) }.sequence
        }
        Output.say(summary(plan, entry: entry)(language))
        // What somebody chose to leave out is done as was asked.
        if plan.refusals.contains(where: { !$0.isByChoice }) { throw FindingsExit(code: 1) }
    }

    /// Nobody goes through more of them line by line: they are for a file.
    private static let mostRefusals = 200

    private func furtherRefusals(_ count: Int) -> Phrase {
        let rows = Phrase("拒收 另有 \(count) 行", "refused: and \(count) further \(count == 1 ? "row" : "rows")")
        if let rejects { return rows + Phrase("，全部写进 \(rejects)，各带原因。", "; all of them are written to \(rejects), each with its reason.") }
        return rows + Phrase("，用 --rejects 文件名 可全部写出，各带原因。", "; --rejects FILE writes all of them, each with its reason.")
    }

    /// The words up to the entry of the journal are read by other programs and
    /// stay as they are; how many rows there were stands behind them.
    private func summary(_ plan: ImportPlan, entry: Int?) -> Phrase {
        let head = dryRun ? Phrase("试读（没有保存）：", "Dry run, nothing saved: ") : Phrase("已读入：", "Imported: ")
        let tail = entry.map { Phrase("（日志第 \($0) 条）", " (journal entry \($0))") } ?? Phrase(verbatim: "")
        return head + plan.counts.phrase + (plan.doubles.isEmpty ? Phrase(verbatim: "") : Phrase("；", "; ") + plan.counts.doubles.phrase) + tail + Phrase("。", ".") + plan.counts.rowsRead
    }
}

enum ImportProblem: SayableError {
    case unknownEncoding(String)

    var message: Phrase {
        switch self {
        case .unknownEncoding(let name):
            Phrase("不认识编码 \(name)，可用 utf-8、utf-16、gb18030。", "The encoding \(name) is unknown; use utf-8, utf-16 or gb18030.")
        }
    }
}
