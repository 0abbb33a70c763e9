/// How people speak of work: the words of every day with the entries that
/// they mean, and the words of advertisements that say little or nothing of
/// the trade.
///
/// Read from `sayings.tsv`, which the project wrote from the language and
/// the classification, not from titles of advertisements. A row's `kind` is
///
/// - `means`: words, and the names of what they mean, likeliest first;
/// - `rank`: how high somebody stands (高级, 学徒), hardly what they do;
/// - `general`: words that many trades share (工程师, 维修);
/// - `noise`: what is offered or asked for (五险一金);
/// - `head`: what a last word says of the codes (工程师: `2-02:1.12`, a code's
///   beginning and the factor for its entries).
public struct SayingCatalogue: Sendable {
    struct Meaning: Sendable {
        let words: [String]
        let skills: [SkillID]
    }

    /// What a title's last word makes likelier or less likely.
    struct Head: Sendable {
        let word: String
        let factors: [(code: String, factor: Float)]
    }

    let meanings: [Meaning]
    let rankWords: [String]
    let generalWords: [String]
    let noiseWords: [String]
    let heads: [Head]

    /// - Throws: `CatalogueError.unreadable` where a row is of no known kind,
    ///   means an entry that does not exist or has a factor that is none.
    init(_ sheet: CatalogueSheet, skills: SkillCatalogue) throws(CatalogueError) {
        let kind = try sheet.column("kind")
        let words = try sheet.column("words")
        let means = try sheet.column("means")
        let byName = Dictionary(skills.all.map { ($0.name, $0.id) }, uniquingKeysWith: { first, _ in first })
        var meanings: [Meaning] = []
        var plain: [String: [String]] = [:]
        var heads: [Head] = []
        for (index, row) in sheet.rows.enumerated() {
            let list = CatalogueSheet.list(row[words])
            let meant = CatalogueSheet.list(row[means])
            switch row[kind] {
            case "means":
                let ids = meant.compactMap { byName[$0] }
                guard !ids.isEmpty, ids.count == meant.count else { throw .unreadable(sheet: sheet.name, line: index + 2) }
                meanings.append(Meaning(words: list, skills: ids))
            case "head":
                let factors = meant.compactMap(SayingCatalogue.factor)
                guard !factors.isEmpty, factors.count == meant.count else { throw .unreadable(sheet: sheet.name, line: index + 2) }
                heads += list.map { Head(word: $0, factors: factors) }
            case "rank", "general", "noise":
                plain[row[kind], default: []] += list
            default:
                throw .unreadable(sheet: sheet.name, line: index + 2)
            }
        }
        self.meanings = meanings
        rankWords = plain["rank"] ?? []
        generalWords = plain["general"] ?? []
        noiseWords = plain["noise"] ?? []
        // The longest that fits is the one that counts.
        self.heads = heads.sorted { $0.word.unicodeScalars.count > $1.word.unicodeScalars.count }
    }

    /// `2-02:1.12`
    private static func factor(_ text: String) -> (code: String, factor: Float)? {
        let parts = text.split(separator: ":")
        guard parts.count == 2, let factor = Float(parts[1]), factor > 0, factor < 10 else { return nil }
        return (String(parts[0]), factor)
    }
}
