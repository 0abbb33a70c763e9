import ArgumentParser
import DoorstepCore
import DoorstepExchange

struct PoliciesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "policies",
        abstract: .told(
            "政策：每项可申领、等待、缺依据、不符合各多少；写推荐编号看这一条的每项政策，写政策编号看它的每条推荐，写别的词查政策。",
            "Policies: how many placements may claim each, wait, cannot be told or fail; a placement's identifier lists what comes of it, a policy's its placements, other words look policies up."))

    @Argument(help: .told("推荐编号、政策编号，或要查的词。", "A placement, a policy, or words to look up."))
    var wanted: [String] = []

    @Option(help: .told("查政策清单全部 85 项：名称、第几条、地方、条件里的词，汉字或拼音。", "Looks through all 85 entries of the list: names, items, places, words of conditions; Chinese, pinyin or English."))
    var search: String?

    @OptionGroup var output: OutputOptions
    @OptionGroup var station: StationOptions

    func validate() throws {
        if search != nil, !wanted.isEmpty { throw ValidationError("Unexpected argument '\(wanted[0])'") }
    }

    func run() throws {
        if let search { return try look(up: search) }
        let text = wanted.joined(separator: " ")
        guard !text.isEmpty else { return try summarise() }
        let desk = try Desk.open(station)
        let loaded = try desk.loadTelling()
        let book = PolicyBook(loaded.register, desk.catalogue, loaded.settings.policies, asOf: desk.day)
        let verdicts: [PolicyVerdict]
        if let placement = RecordID(text), loaded.register.placements[placement] != nil {
            verdicts = book.verdicts(of: placement)
        } else if let policy = desk.catalogue.policies.policy(PlainText.key(text)) {
            verdicts = book.verdicts(of: policy)
        } else {
            return try look(up: text)
        }
        let rows = verdicts.lazy.map { PolicyRows.row($0, desk.catalogue, desk.language) }
        try output.write(
            header: PolicyRows.verdictHeader, rows: rows, about: desk.title(Phrase("政策判定", "verdicts of policies"), query: text, rows: verdicts.count))
    }

    /// All policies and what they come to; the sums in all on standard error,
    /// drafts apart, so that nobody adds them up with what is in force.
    private func summarise() throws {
        let desk = try Desk.open(station)
        let loaded = try desk.loadTelling()
        let lines = PolicyBook(loaded.register, desk.catalogue, loaded.settings.policies, asOf: desk.day).lines
        let rows = lines.lazy.map { PolicyRows.row($0, desk.catalogue, desk.language) }
        try output.write(header: PolicyRows.header, rows: rows, about: desk.title(Phrase("政策", "policies"), rows: lines.count))
        for isDraft in [false, true] {
            let total = PolicyTotal(lines.filter { $0.plan.isDraft == isDraft })
            let whose = isDraft ? Phrase("征求意见稿（尚未施行）", "Drafts (not in force)") : Phrase("已施行的", "In force")
            Output.say((whose + Phrase("：", ": ") + total.phrase)(desk.language))
        }
    }

    private func look(up text: String) throws {
        let catalogue = try Resources.catalogue()
        let begun = try PinyinBeginnings(catalogue)
        let found = catalogue.policies(holding: text, isBegun: begun.beginning)
        let language = station.language
        if found.isEmpty {
            Output.say(
                Phrase(
                    "没有编号是“\(text)”的推荐或政策，政策清单里也没有查到；可以换一个词，如 见习、创业。",
                    "No placement or policy is called “\(text)”, and nothing in the policy list holds it; try another word.")(language))
        }
        let title = SheetTitle(Phrase("政策清单", "policy list"), station: "", query: text, day: station.day, rows: found.count, language: language)
        try output.write(header: PolicyRows.listHeader, rows: found.map { PolicyRows.row($0, catalogue, language) }, about: title)
    }
}

/// What the search index knows of pinyin, without anybody's records.
private struct PinyinBeginnings {
    private let index: SearchIndex

    init(_ catalogue: Catalogue) throws {
        let nowhere = Register(station: Station(place: catalogue.places.all[0], name: ""))
        index = SearchIndex(nowhere, catalogue, try Resources.readings())
    }

    func beginning(with word: String) -> (String) -> Bool { index.beginning(with: word) }
}
