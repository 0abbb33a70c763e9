import ArgumentParser
import DoorstepCore
import DoorstepExchange

struct SearchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search",
        abstract: .told(
            "查找符合每个条件的记录，最像的在前：汉字、拼音、首字母、号码、#群体 @地点 +技能 >=4000 18-45岁 学历>=大专，前面加 ! 为不要；skills 和 places 查的是一段话指目录里的哪一条。",
            "Finds the records that fit every term, best first: Chinese, pinyin, initials, digits, #group @place +skill >=4000 18-45y education>=college; ! in front turns a term round. For skills and places: what of the catalogue a text means."))

    enum Kind: String, CaseIterable, ExpressibleByArgument {
        case people, jobs, employers, placements, skills, places
    }

    @Argument(help: .told("people 求职者、jobs 岗位、employers 单位、placements 推荐；目录：skills 技能和职业、places 地方。", "people, jobs, employers, placements; of the catalogue: skills, places."))
    var kind: Kind

    @Argument(help: .told("要查的词。", "The words."))
    var query: [String] = []

    @Option(help: .told("先按这个名称的常用查找（见 doorstep searches），再按要查的词缩小。", "A saved search by its name (see doorstep searches), which the words narrow further."))
    var saved: String?

    @Option(help: .told("最多列多少（默认：全部；目录：20）。", "How many at the most (default: all that fit; of the catalogue 20)."))
    var top: Int?

    @OptionGroup var output: OutputOptions
    @OptionGroup var station: StationOptions

    func validate() throws {
        if let top, top < 1 { throw ValidationError("The value '\(top)' is invalid for '--top'") }
        if saved == nil, query.isEmpty { throw ValidationError("Missing expected argument '<query> ...'") }
        if saved != nil, kind == .skills || kind == .places { throw ValidationError("Unknown option '--saved'") }
    }

    func run() throws {
        switch kind {
        case .people: try write(.people)
        case .jobs: try write(.jobs)
        case .employers: try write(.employers)
        case .placements: try write(.placements)
        case .skills: try writeSkills()
        case .places: try writePlaces()
        }
    }

    private func write(_ kind: RecordsArgument) throws {
        let desk = try Desk.open(station)
        let loaded = try desk.loadTelling()
        let register = loaded.register
        let finder = try Finder(text, saved: saved, for: kind.records, loaded, desk)
        let records = RecordRows(register: register, catalogue: desk.catalogue, language: desk.language, isMasked: true)
        let found = Array(finder.positions().prefix(top ?? .max))
        let (header, rows): ([String], SheetRows) =
            switch kind {
            case .people: (records.header(.people), SheetRows(found) { records.row(register.people[$0]) })
            case .jobs: (records.header(.jobs), SheetRows(found) { records.row(register.jobs[$0]) })
            case .employers: (records.header(.employers), SheetRows(found) { records.row(register.employers[$0]) })
            case .placements: (LedgerRows.header(desk.language), ledger(of: found, register, desk))
            }
        let asked = [saved ?? "", text].filter { !$0.isEmpty }.joined(separator: " ")
        let title = desk.title((ExportArgument(rawValue: kind.rawValue) ?? .people).phrase, query: asked, rows: rows.count, isMasked: true)
        try output.write(header: header, rows: rows, about: title)
    }

    private func ledger(of positions: [Int], _ register: Register, _ desk: Desk) -> SheetRows {
        let wanted = Set(positions.map { register.placements[$0].id })
        return Ledger(register) { placement, _ in wanted.contains(placement.id) }.rows(isMasked: true, desk)
    }

    // What the program carries is searched without a station.

    private var text: String { query.joined(separator: " ") }
    private var mostOfCatalogue: Int { top ?? 20 }

    private func writeSkills() throws {
        let catalogue = try Resources.catalogue()
        let rows: [[SheetValue]] = SayingIndex(catalogue).skills(text, limit: mostOfCatalogue).map { found in
            let skill = catalogue.skills[found.id]
            return [.text(skill.code), .text(skill.name), .text(catalogue.skills.code(of: skill.family)), .text(found.matched.joined(separator: ";"))]
        }
        try output.write(header: ["code", "name", "family", "matched"], rows: rows)
    }

    /// A place's code begins with its parent's, so the parent is named.
    private func writePlaces() throws {
        let catalogue = try Resources.catalogue()
        let rows: [[SheetValue]] = SayingIndex(catalogue).places(text, limit: mostOfCatalogue).map { found in
            let place = catalogue.places[found.id]
            let parent = place.parent.map { catalogue.places.fullName($0) } ?? ""
            return [.text(place.code), .text(place.name), .text(parent), .text(found.matched.joined(separator: ";"))]
        }
        try output.write(header: ["code", "name", "parent", "matched"], rows: rows)
    }
}
