import ArgumentParser
import DoorstepCore
import DoorstepExchange

struct SearchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search", abstract: .told("查找含有每个词的记录，前面有 ! 的词不能有；skills 和 places 查的是一段话指目录里的哪一条。", "Finds records that contain every word, but none with ! in front; or, for skills and places, what of the catalogue a text means."))

    enum Kind: String, CaseIterable, ExpressibleByArgument {
        case people, jobs, employers, placements, skills, places
    }

    @Argument(help: .told("people 求职者、jobs 岗位、employers 单位、placements 推荐；目录：skills 技能和职业、places 地方。", "people, jobs, employers, placements; of the catalogue: skills, places."))
    var kind: Kind

    @Argument(help: .told("要查的词。", "The words."))
    var query: [String]

    @Option(help: .told("最多列多少（默认：全部；目录：20）。", "How many at the most (default: all that fit; of the catalogue 20)."))
    var top: Int?

    @OptionGroup var output: OutputOptions
    @OptionGroup var station: StationOptions

    func validate() throws {
        if let top, top < 1 { throw ValidationError("The value '\(top)' is invalid for '--top'") }
    }

    func run() throws {
        switch kind {
        case .skills: return try writeSkills()
        case .places: return try writePlaces()
        case .people, .jobs, .employers, .placements: break
        }
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
        case .skills, .places:
            break
        }
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
