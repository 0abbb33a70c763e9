/// A number that a plan asks of a place, as the plan prints it.
public struct Target: Hashable, Sendable {
    /// Position in the catalogue.
    public let id: Int
    /// Whom it is asked of; nil where that has no code of its own (开发区).
    public let place: PlaceID?
    /// As the plan names it: in its annex the label of the row.
    public let area: String
    public let indicator: Phrase
    public let relation: Relation
    public let amount: Amount
    public let unit: Phrase
    public let year: Validity
    /// The number that a plan has among the five: 000 to 004.
    public let plan: String
    public let item: String
    /// 征求意见稿: a draft for comment, which binds nobody yet.
    public let isDraft: Bool
    /// A cell of the table at the plan's end rather than a sentence of its
    /// text.
    public let isAnnex: Bool
    /// What a station's log can answer it with; nil where it cannot.
    public let indicatorID: Indicator?

    public enum Relation: String, Hashable, Sendable {
        case atLeast = "at-least"
        case moreThan = "more-than"
        case exactly
        case atMost = "at-most"
        case about
        case increase

        /// Stands before the number.
        public var sign: String {
            switch self {
            case .atLeast: "≥"
            case .moreThan: ">"
            case .exactly: "="
            case .atMost: "≤"
            case .about: "~"
            case .increase: "+"
            }
        }
    }

    public enum Amount: Hashable, Sendable {
        case number(Int)
        /// Words, or a number with decimals, neither of which is reckoned
        /// with.
        case text(Phrase)
    }

    /// Of which years it is asked.
    public enum Validity: Hashable, Sendable {
        case year(Int)
        /// Every year up to and with one.
        case until(Int)
        case every
        /// The plan does not say.
        case unstated
    }

    public var number: Int? { if case .number(let number) = amount { number } else { nil } }

    /// `≥13500 人`.
    public var text: Phrase {
        let said = switch amount {
        case .number(let number): Phrase(verbatim: "\(relation.sign)\(number)")
        case .text(let text): text
        }
        return unit.chinese.isEmpty ? said : said + Phrase(" \(unit.chinese)", " \(unit.english)")
    }

    /// `004 附件（2025）`, and that it is a draft where it is one.
    public var source: Phrase {
        let when: Phrase = switch year {
        case .year(let year): Phrase("（\(year)年）", " (\(year))")
        case .until(let year): Phrase("（至\(year)年）", " (to \(year))")
        case .every: Phrase("（每年）", " (every year)")
        case .unstated: Phrase("（年份未写）", " (year not stated)")
        }
        let name = TargetCatalogue.plans[plan] ?? Phrase(verbatim: plan)
        let draft = isDraft ? Phrase("，征求意见稿", ", a draft for comment") : Phrase(verbatim: "")
        return name + Phrase(" \(item)", ", item \(item)") + when + draft
    }
}

/// The numbers that the five plans ask for (their texts and the annex table
/// of Tongliao's).
public struct TargetCatalogue: Sendable {
    public let all: [Target]

    /// Names of the plans by their numbers.
    static let plans: [String: Phrase] = [
        "000": Phrase("巴彦淖尔市就业促进行动实施方案", "plan of Bayannur"),
        "001": Phrase("东胜区就业促进行动方案", "plan of Dongsheng"),
        "002": Phrase("内蒙古自治区岗位挖潜扩容实施方案", "plan of the region"),
        "003": Phrase("额尔古纳市就业促进行动实施方案", "plan of Ergun"),
        "004": Phrase("通辽市就业促进行动实施方案", "plan of Tongliao"),
    ]

    init(_ sheet: CatalogueSheet, places: PlaceCatalogue) throws(CatalogueError) {
        let names = ["place", "area", "indicator", "english", "relation", "value", "unit", "unit_english", "year", "plan", "item", "status", "annex", "fed_by"]
        var columns: [String: Int] = [:]
        for name in names { columns[name] = try sheet.column(name) }
        var all: [Target] = []
        for (index, row) in sheet.rows.enumerated() {
            func cell(_ name: String) -> String { columns[name].map { row[$0] } ?? "" }
            func unreadable() -> CatalogueError { .unreadable(sheet: sheet.name, line: index + 2) }
            let place = cell("place").isEmpty ? nil : places.place(code: cell("place"))
            let feeding = Indicator(code: cell("fed_by"))
            guard cell("place").isEmpty || place != nil, cell("fed_by").isEmpty || feeding != nil,
                let relation = Target.Relation(rawValue: cell("relation")), let year = Target.Validity(cell("year")),
                TargetCatalogue.plans[cell("plan")] != nil, ["draft", "issued"].contains(cell("status")), !cell("value").isEmpty
            else { throw unreadable() }
            let words = CatalogueSheet.list(cell("value"))
            let amount: Target.Amount = if let number = Int(cell("value")) { .number(number) } else { .text(Phrase(words[0], words[words.count - 1])) }
            all.append(
                Target(
                    id: index, place: place?.id, area: cell("area"), indicator: Phrase(cell("indicator"), cell("english")), relation: relation,
                    amount: amount, unit: Phrase(cell("unit"), cell("unit_english")), year: year, plan: cell("plan"), item: cell("item"),
                    isDraft: cell("status") == "draft", isAnnex: cell("annex") == "annex", indicatorID: feeding))
        }
        self.all = all
    }

    /// What is asked of a place and of all that it lies in, the smallest
    /// place first, else in the order of the plans. What a plan says in its
    /// text and repeats in its annex comes once.
    public func targets(of place: PlaceID, _ places: PlaceCatalogue) -> [Target] {
        places.lineage(place).flatMap { area in
            let here = all.filter { $0.place == area }
            let said = Set(here.filter { !$0.isAnnex }.compactMap(\.indicatorID))
            return here.filter { target in !target.isAnnex || target.indicatorID.map { !said.contains($0) } ?? true }
        }
    }
}

extension Target.Validity {
    fileprivate init?(_ text: String) {
        switch text {
        case "": self = .unstated
        case "every": self = .every
        default:
            guard let year = Int(text) else { return nil }
            self = year < 0 ? .until(-year) : .year(year)
        }
    }
}
