import ArgumentParser
import DoorstepCore
import DoorstepExchange

struct SearchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search", abstract: .told("查找含有每个词的记录；前面有 ! 的词不能有。", "Finds records that contain every word; a word with ! in front must not be there."))

    enum Kind: String, CaseIterable, ExpressibleByArgument {
        case people, jobs, employers, placements
    }

    @Argument(help: .told("people 求职者、jobs 岗位、employers 单位、placements 推荐。", "people, jobs, employers or placements."))
    var kind: Kind

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
        let search = PlainSearch(query.joined(separator: " "))
        let text = SearchText(desk.catalogue)
        let rows = RecordRows(register: register, catalogue: desk.catalogue, language: desk.language, isMasked: true)
        let most = top ?? .max
        switch kind {
        case .people:
            let found = register.people.lazy.filter { search.fits(text.of($0)) }.prefix(most)
            try output.write(header: rows.header(.people), rows: found.map { rows.row($0) })
        case .jobs:
            let found = register.jobs.lazy.filter { search.fits(text.of($0, employer: register.employers[$0.employer])) }.prefix(most)
            try output.write(header: rows.header(.jobs), rows: found.map { rows.row($0) })
        case .employers:
            let found = register.employers.lazy.filter { search.fits(text.of($0)) }.prefix(most)
            try output.write(header: rows.header(.employers), rows: found.map { rows.row($0) })
        case .placements:
            let found = register.placements.lazy.filter { search.fits(text.of($0, person: register.people[$0.person])) }.prefix(most)
            let wanted = Set(found.map(\.id))
            let ledger = Ledger(register).rows(isMasked: true, desk) { placement, _ in wanted.contains(placement.id) }
            try output.write(header: LedgerRows.header(desk.language), rows: ledger)
        }
    }
}
