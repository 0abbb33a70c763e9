import DoorstepCore

/// A trade with its names looked up in the catalogue.
struct KnownTrade: Sendable {
    let trade: Trade
    let occupation: SkillID
    let skills: [SkillID]
    let certificates: [CertificateID]

    func has(_ trait: Trade.Trait) -> Bool { trade.traits.contains(trait) }
}

/// The trades, drawn as people bring them and as jobs ask for them; and the
/// long tail of everything else that somebody somewhere has learnt.
struct TradeTable: Sendable {
    let ofPeople: WeightedChoice<KnownTrade>
    let ofJobs: WeightedChoice<KnownTrade>
    let tail: WeightedChoice<SkillID>

    init(_ catalogue: Catalogue, seed: UInt64) throws(GeneratorError) {
        let lookup = CatalogueLookup(catalogue: catalogue)
        var known: [KnownTrade] = []
        for trade in Trade.all {
            var certificates: [CertificateID] = []
            for code in trade.certificates { certificates.append(try lookup.certificate(code)) }
            known.append(
                KnownTrade(
                    trade: trade, occupation: try lookup.skill(trade.occupation), skills: try lookup.skills(trade.skills),
                    certificates: certificates))
        }
        // Services, farming and making: the classification's sections 4 to 6.
        var others = catalogue.skills.all.filter { ["4-", "5-", "6-"].contains($0.code.prefix(2)) }.map(\.id)
        var random = SeededGenerator(seed: seed, stream: .tail, number: 0)
        for index in others.indices.reversed() { others.swapAt(index, random.below(index + 1)) }
        ofPeople = try WeightedChoice(known.map { ($0, $0.trade.seekers) })
        ofJobs = try WeightedChoice(known.map { ($0, $0.trade.openings) })
        tail = try WeightedChoice(zipf: others, flatness: 3)
    }
}
