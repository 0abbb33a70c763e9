import ArgumentParser
import DoorstepCore
import DoorstepExchange

struct SearchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search", abstract: .told(
            "查找符合每个条件的记录，最像的在前：汉字、拼音、首字母、号码、#群体 @地点 +技能 >=4000 18-45岁 学历>=大专，前面加 ! 为不要。",
            "Finds the records that fit every term, best first: Chinese, pinyin, initials, digits, #group @place +skill >=4000 18-45y education>=college; ! in front turns a term round."))

    @Argument(help: .told("people 求职者、jobs 岗位、employers 单位、placements 推荐。", "people, jobs, employers or placements."))
    var kind: RecordsArgument

    @Argument(help: .told("要查的词。", "The words."))
    var query: [String]

    @Option(help: .told("最多列多少（默认：全部）。", "How many at the most (default: all that fit)."))
    var top: Int?

    @OptionGroup var output: OutputOptions
    @OptionGroup var station: StationOptions

    func validate() throws {
        if let top, top < 1 { throw ValidationError("The value '\(top)' is invalid for '--top'") }
    }

    func run() throws {
        let desk = try Desk.open(station)
        let (register, _) = try desk.load()
        let finder = try Finder(query.joined(separator: " "), for: kind.records, register, desk)
        let rows = RecordRows(register: register, catalogue: desk.catalogue, language: desk.language, isMasked: true)
        let most = top ?? .max
        switch kind {
        case .people:
            try output.write(header: rows.header(.people), rows: finder.positions(.people).prefix(most).map { rows.row(register.people[$0]) })
        case .jobs:
            try output.write(header: rows.header(.jobs), rows: finder.positions(.jobs).prefix(most).map { rows.row(register.jobs[$0]) })
        case .employers:
            try output.write(header: rows.header(.employers), rows: finder.positions(.employers).prefix(most).map { rows.row(register.employers[$0]) })
        case .placements:
            let wanted = Set(finder.positions(.placements).prefix(most).map { register.placements[$0].id })
            let ledger = Ledger(register).rows(isMasked: true, desk) { placement, _ in wanted.contains(placement.id) }
            try output.write(header: LedgerRows.header(desk.language), rows: ledger)
        }
    }
}
