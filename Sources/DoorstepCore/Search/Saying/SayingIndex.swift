import Foundation

/// Finds entries of the catalogue by what people say: `会电焊`, `开大车的`,
/// `招聘高级Java开发工程师（五险一金）`, `额尔古纳市拉布大林街道办旁`.
///
/// An entry is called many things (`SayingPhrase`). Its score is that of the
/// phrase most like the text — what both have in common over what either has
/// (Tversky), each feature counting by its rarity — and a share of the
/// likeness of the text to everything that the entry is called (cosine). A
/// phrase at the end of the text counts more; the text's last word speaks
/// for some parts of the classification and against others; and entries with
/// many aliases, which are the titles of advertisements, are a little
/// likelier than others.
///
/// Made once from the catalogue; a value that many threads may ask.
public struct SayingIndex: Sendable {
    /// The least score of an entry whose code, name or alias the text is.
    public static let certain: Double = 10

    let catalogue: Catalogue
    let words: SayingWords
    /// The number of each feature.
    private let features: [UInt64: Int32]
    /// How rare a feature is, times its importance.
    private let rarity: [Float]
    /// What a feature of the text weighs that no entry has.
    private let unknownRarity: Float

    // Phrases side by side.
    private let phrases: [SayingPhrase]
    private let phraseTotals: [Float]
    private let byText: [UInt64: [Int32]]
    private let phrasePostings: SayingPostings
    /// By feature, the entries with its share of their length.
    private let entryPostings: SayingPostings
    /// What an entry's score is multiplied by whatever the text.
    private let likelihood: [Float]

    /// How much the phrase's length counts, and the text's.
    private static let phraseShare: Float = 0.35
    private static let entryShare: Float = 1
    private static let atEnd: Float = 1.2
    /// Longer phrases are not looked for as a whole.
    private static let longestWhole = 12

    /// Reads every name once: about 9,000 phrases.
    public init(_ catalogue: Catalogue) {
        self.catalogue = catalogue
        let words = SayingWords(catalogue.sayings)
        let phrases = SayingPhrase.all(catalogue.skills, catalogue.sayings)
        let entryCount = catalogue.skills.all.count
        var features: [UInt64: Int32] = [:]
        features.reserveCapacity(24_000)
        var keys: [UInt64] = []
        // Features of one phrase after those of another.
        var starts: [Int] = [0]
        var numbers: [Int32] = []
        var weights: [Float] = []
        var byText: [UInt64: [Int32]] = [:]
        byText.reserveCapacity(phrases.count)
        for (index, phrase) in phrases.enumerated() {
            let first = numbers.count
            SayingFeature.each(phrase.scalars, words.weights(phrase.scalars, withNoise: false)) { feature, _, _, weight in
                let number = features[feature] ?? Int32(keys.count)
                if number == keys.count {
                    features[feature] = number
                    keys.append(feature)
                }
                // Phrases are short: a look along them finds a repetition.
                if let known = numbers[first...].firstIndex(of: number) {
                    weights[known] = max(weights[known], weight)
                } else {
                    numbers.append(number)
                    weights.append(weight)
                }
            }
            starts.append(numbers.count)
            byText[SayingIndex.hash(phrase.scalars[...]), default: []].append(Int32(index))
        }
        // How many phrases of an entry have a feature; entries lie together.
        var entryStarts: [Int] = [0]
        var entryNumbers: [Int32] = []
        var entryCounts: [Int32] = []
        var frequency = [Int32](repeating: 0, count: keys.count)
        var place = [Int](repeating: -1, count: keys.count)
        var next = 0
        for entry in 0..<entryCount {
            let first = entryNumbers.count
            while next < phrases.count, Int(phrases[next].skill.position) == entry {
                for number in numbers[starts[next]..<starts[next + 1]] {
                    if place[Int(number)] >= first {
                        entryCounts[place[Int(number)]] += 1
                    } else {
                        place[Int(number)] = entryNumbers.count
                        entryNumbers.append(number)
                        entryCounts.append(1)
                        frequency[Int(number)] += 1
                    }
                }
                next += 1
            }
            entryStarts.append(entryNumbers.count)
        }
        let total = Float(entryCount + 1)
        let rarity = keys.indices.map { pow(log(total / (Float(frequency[$0]) + 0.5)), 1.3) * SayingFeature.importance(keys[$0]) }
        var entryWeights = [Float](repeating: 0, count: entryNumbers.count)
        for entry in 0..<entryCount {
            let range = entryStarts[entry]..<entryStarts[entry + 1]
            for index in range { entryWeights[index] = (1 + log(Float(entryCounts[index]))) * rarity[Int(entryNumbers[index])] }
            let length = range.reduce(0) { $0 + entryWeights[$1] * entryWeights[$1] }.squareRoot()
            for index in range where length > 0 { entryWeights[index] /= length }
        }
        self.words = words
        self.features = features
        self.rarity = rarity
        unknownRarity = pow(log(total / 0.5), 1.3) * 0.6
        self.phrases = phrases
        phraseTotals = phrases.indices.map { index in
            (starts[index]..<starts[index + 1]).reduce(0) { $0 + rarity[Int(numbers[$1])] * weights[$1] }
        }
        self.byText = byText
        phrasePostings = SayingPostings(owners: starts, numbers: numbers, weights: weights, count: keys.count)
        entryPostings = SayingPostings(owners: entryStarts, numbers: entryNumbers, weights: entryWeights, count: keys.count)
        likelihood = catalogue.skills.all.map(SayingIndex.likelihood)
    }

    /// Heads of organisations, whatever has no name of its own and skills
    /// beside the occupations are seldom meant.
    private static func likelihood(_ skill: Skill) -> Float {
        var factor = 1 + 0.05 * log(1 + Float(skill.aliases.count))
        if skill.code.hasPrefix("x-") { factor *= 0.7 } else if skill.code.hasPrefix("1-0") { factor *= 0.8 }
        if skill.name.contains("其他") || skill.code.hasPrefix("7") || skill.code.hasPrefix("8") { factor *= 0.7 }
        return factor
    }

    private static func hash(_ scalars: ArraySlice<UInt32>) -> UInt64 {
        scalars.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
    }

    // MARK: - Asking

    /// The skills and occupations that a text may mean, likeliest first and
    /// the catalogue's order between equals; none where it has no word of
    /// the catalogue's. The entry whose code, name or alias the whole text
    /// is comes first. Linear in the text's length.
    public func skills(_ text: String, limit: Int) -> [SayingFound<SkillID>] {
        guard limit > 0 else { return [] }
        let whole = catalogue.skills.skill(text)?.id
        let said = SayingText(text, words: words)
        let query = query(said)
        var (scores, best) = scores(query, said)
        if let whole { scores[Int(whole.position)] += Float(SayingIndex.certain) }
        let found = scores.indices.filter { scores[$0] > 0 }.sorted { (scores[$1], $0) < (scores[$0], $1) }.prefix(limit)
        return found.map { entry in
            let skill = catalogue.skills.all[entry]
            let matched = skill.id == whole ? [PlainText.key(text)] : matched(best[entry].map { phrases[Int($0)] }, in: said)
            return SayingFound(id: skill.id, score: Double(scores[entry]), matched: matched)
        }
    }

    /// The features of a text with their weights, each once, in their order,
    /// so that the same text always adds up to the same score.
    private struct Query {
        var numbers: [Int32] = []
        var weights: [Float] = []
        var total: Float = 0
        var length: Float = 0
    }

    private func query(_ said: SayingText) -> Query {
        var query = Query()
        var places: [UInt64: Int] = [:]
        var all: [(feature: UInt64, weight: Float)] = []
        for segment in said.segments {
            SayingFeature.each(segment.scalars, segment.weights) { feature, _, _, weight in
                guard weight > 0 else { return }
                if let place = places[feature] {
                    all[place].weight = max(all[place].weight, weight)
                } else {
                    places[feature] = all.count
                    all.append((feature, weight))
                }
            }
        }
        for (feature, weight) in all {
            let number = features[feature]
            let heft = weight * (number.map { rarity[Int($0)] } ?? unknownRarity * SayingFeature.importance(feature))
            query.total += heft
            query.length += heft * heft
            guard let number else { continue }
            query.numbers.append(number)
            query.weights.append(weight)
        }
        query.length = query.length.squareRoot()
        return query
    }

    /// Each entry's score, 0 where it has nothing in common with the text,
    /// and its phrase most like the text.
    private func scores(_ query: Query, _ said: SayingText) -> (scores: [Float], best: [Int32?]) {
        var scores = [Float](repeating: 0, count: likelihood.count)
        var best = [Int32?](repeating: nil, count: likelihood.count)
        guard query.total > 0 else { return (scores, best) }
        var common = [Float](repeating: 0, count: phrases.count)
        for (number, weight) in zip(query.numbers, query.weights) {
            let rarity = rarity[Int(number)]
            phrasePostings.each(number) { common[$0] += rarity * min($1, weight) }
        }
        let ending = endingPhrases(said)
        for index in common.indices where common[index] > 0 {
            let phrase = phrases[index]
            var score = phrase.weight * common[index] / (SayingIndex.phraseShare * phraseTotals[index] + (1 - SayingIndex.phraseShare) * query.total)
            if ending.contains(Int32(index)) { score *= SayingIndex.atEnd }
            let entry = Int(phrase.skill.position)
            if score > scores[entry] {
                scores[entry] = score
                best[entry] = Int32(index)
            }
        }
        for (number, weight) in zip(query.numbers, query.weights) {
            let share = SayingIndex.entryShare * weight * rarity[Int(number)] / query.length
            entryPostings.each(number) { scores[$0] += share * $1 }
        }
        let head = head(said)
        for entry in scores.indices where scores[entry] > 0 {
            scores[entry] *= likelihood[entry]
            if let head { scores[entry] *= SayingIndex.factor(head, catalogue.skills.all[entry].code) }
        }
        return (scores, best)
    }

    /// The phrases that end a segment, but for words of rank and noise.
    private func endingPhrases(_ said: SayingText) -> Set<Int32> {
        var found: Set<Int32> = []
        for segment in said.segments {
            let scalars = segment.scalars
            let end = words.end(of: scalars, onlyNoise: false)
            // Every end from the last word that matters to the segment's own.
            for upper in stride(from: scalars.count, through: max(end, 2), by: -1) where scalars.count - upper <= SayingIndex.longestWhole {
                for length in 2...SayingIndex.longestWhole where length <= upper {
                    for index in byText[SayingIndex.hash(scalars[upper - length..<upper])] ?? []
                    where phrases[Int(index)].scalars.elementsEqual(scalars[upper - length..<upper]) {
                        found.insert(index)
                    }
                }
            }
        }
        return found
    }

    private func head(_ said: SayingText) -> SayingCatalogue.Head? {
        guard let main = said.main else { return nil }
        let spoken = main.scalars[..<words.end(of: main.scalars, onlyNoise: true)]
        return catalogue.sayings.heads.first { spoken.suffix($0.word.unicodeScalars.count).elementsEqual($0.word.unicodeScalars.lazy.map(\.value)) }
    }

    /// The factor of the longest beginning of the code that the head knows.
    private static func factor(_ head: SayingCatalogue.Head, _ code: String) -> Float {
        head.factors.filter { code.hasPrefix($0.code) }.max { $0.code.count < $1.code.count }?.factor ?? 1
    }

    /// The parts of a text that it has in common with a phrase: in pairs of
    /// characters and Latin words, or single characters where it has none.
    private func matched(_ phrase: SayingPhrase?, in said: SayingText) -> [String] {
        guard let phrase else { return [] }
        var wanted: Set<UInt64> = []
        SayingFeature.each(phrase.scalars, [Float](repeating: 1, count: phrase.scalars.count)) { feature, _, _, _ in wanted.insert(feature) }
        for isSingle in [false, true] {
            var parts: [String] = []
            for segment in said.segments {
                var isHit = [Bool](repeating: false, count: segment.scalars.count)
                SayingFeature.each(segment.scalars, segment.weights) { feature, start, count, weight in
                    let isWord = SayingFeature.isLatin(feature) || count > 1
                    guard weight > 0, isSingle || isWord, wanted.contains(feature) else { return }
                    for position in start..<start + count { isHit[position] = true }
                }
                for run in isHit.indices.split(whereSeparator: { !isHit[$0] }) {
                    let part = String(String.UnicodeScalarView(run.compactMap { Unicode.Scalar(segment.scalars[$0]) }))
                    if !parts.contains(part) { parts.append(part) }
                }
            }
            if !parts.isEmpty { return parts }
        }
        return []
    }
}
