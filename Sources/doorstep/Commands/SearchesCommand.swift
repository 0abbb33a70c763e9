import ArgumentParser
import DoorstepCore
import DoorstepExchange

struct SearchesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "searches",
        abstract: .told(
            "常用查找：列出、保存、删除；全站共用。用法：search people --saved 名称，export people --saved 名称。",
            "Saved searches, which the station's caseworkers share: lists, saves, removes. Used by search people --saved NAME and export people --saved NAME."),
        subcommands: [SearchesList.self, SearchesSave.self, SearchesRemove.self],
        defaultSubcommand: SearchesList.self)
}

struct SearchesList: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: .told("列出常用查找；现在读不懂的，写出原因。", "Lists the saved searches; those no longer understood, with the reason."))

    @Argument(help: .told("只列这一类：people、jobs、employers、placements。", "Only those of people, jobs, employers or placements."))
    var kind: RecordsArgument?

    @OptionGroup var output: OutputOptions
    @OptionGroup var station: StationOptions

    func run() throws {
        let desk = try Desk.open(station)
        let searches = try desk.searches().filter { kind == nil || $0.records == kind?.records }
        let queries = desk.queries()
        let rows: [[SheetValue]] = searches.map { search in
            let reading = queries.reading(search)
            return [
                .text(RecordsArgument(search.records).rawValue), .text(search.name.text), .text(reading.text(desk.language)),
                .text(reading.problem?.message(desk.language) ?? ""),
            ]
        }
        try output.write(header: ["list", "name", "query", "problem"], rows: rows, about: desk.title(Phrase("常用查找", "saved searches"), rows: rows.count))
    }
}

struct SearchesSave: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "save", abstract: .told("把条件存在一个名称下。", "Saves a search under a name."))

    @Argument(help: .told("people 求职者、jobs 岗位、employers 单位、placements 推荐。", "people, jobs, employers or placements."))
    var kind: RecordsArgument

    @Argument(help: .told("名称。", "The name."))
    var name: String

    @Argument(help: .told("要查的词。", "The words."))
    var query: [String]

    @Flag(help: .told("同名的已有，就覆盖。", "Replace another search of that name."))
    var replace = false

    @OptionGroup var station: StationOptions

    func run() throws {
        let desk = try Desk.open(station)
        let name = try SearchName(self.name)
        let text = try desk.queries().savable(query.joined(separator: " "), for: kind.records, in: desk.language)
        _ = try desk.save(SavedSearch(name: name, records: kind.records, query: text), replacing: replace)
        Output.say(Phrase("已保存 常用查找“\(name)”：\(text)", "Saved the search “\(name)”: \(text)")(desk.language))
    }
}

struct SearchesRemove: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "remove", abstract: .told("删除一个常用查找。", "Removes a saved search."))

    @Argument(help: .told("people 求职者、jobs 岗位、employers 单位、placements 推荐。", "people, jobs, employers or placements."))
    var kind: RecordsArgument

    @Argument(help: .told("名称。", "The name."))
    var name: String

    @OptionGroup var station: StationOptions

    func run() throws {
        let desk = try Desk.open(station)
        let search = try desk.searches().named(name, for: kind.records)
        _ = try desk.remove(search)
        Output.say(Phrase("已删除 常用查找“\(search.name)”", "Removed the saved search “\(search.name)”")(desk.language))
    }
}
