/// Words that say little of a trade, found in a text at any place.
struct SayingWords: Sendable {
    /// Characters no heavier than this do not make a segment the main one.
    static let light: Float = 0.5
    private static let rank: Float = 0.3
    private static let general: Float = 0.45

    private struct Word: Sendable {
        let scalars: [UInt32]
        let weight: Float
        let isNoise: Bool
        let isRank: Bool
    }

    private var byFirst: [UInt32: [Word]] = [:]
    /// What may follow the word that matters at a segment's end.
    private var endings: [[UInt32]] = []
    private var noise: [[UInt32]] = []

    init(_ sayings: SayingCatalogue) {
        for text in sayings.generalWords { add(text, weight: SayingWords.general) }
        for text in sayings.rankWords { add(text, weight: SayingWords.rank, isRank: true) }
        for text in sayings.noiseWords { add(text, weight: 0, isNoise: true) }
        noise = sayings.noiseWords.map(SayingText.scalars)
        endings = (sayings.rankWords + sayings.noiseWords + ["员", "师", "工", "人"]).map(SayingText.scalars)
    }

    private mutating func add(_ text: String, weight: Float, isNoise: Bool = false, isRank: Bool = false) {
        let scalars = SayingText.scalars(text)
        guard let first = scalars.first else { return }
        byFirst[first, default: []].append(Word(scalars: scalars, weight: weight, isNoise: isNoise, isRank: isRank))
    }

    /// The weight of each character, from 0 to 1. Looks at each place at the
    /// few words that begin with its character.
    ///
    /// - Parameter withNoise: a title has noise, a catalogue's name has none;
    ///   and a name that is nothing but a word of rank keeps its weight.
    func weights(_ scalars: [UInt32], withNoise: Bool) -> [Float] {
        var weights = [Float](repeating: 1, count: scalars.count)
        for start in scalars.indices {
            guard let words = byFirst[scalars[start]] else { continue }
            for word in words where start + word.scalars.count <= scalars.count {
                if word.isNoise, !withNoise { continue }
                if word.isRank, !withNoise, word.scalars.count == scalars.count { continue }
                let end = start + word.scalars.count
                guard scalars[start..<end].elementsEqual(word.scalars) else { continue }
                // `sr` is no part of `asr`.
                if SayingText.isLatin(scalars[start]), start > 0, SayingText.isLatin(scalars[start - 1]) { continue }
                if SayingText.isLatin(scalars[end - 1]), end < scalars.count, SayingText.isLatin(scalars[end]) { continue }
                for position in start..<end { weights[position] = min(weights[position], word.weight) }
            }
        }
        return weights
    }

    /// Where the words that matter end: without noise, and without rank and
    /// the last syllable of a calling unless `onlyNoise`.
    func end(of scalars: [UInt32], onlyNoise: Bool) -> Int {
        var end = scalars.count
        var isShorter = true
        while isShorter {
            isShorter = false
            while end > 0, scalars[end - 1] == 0x20 || SayingText.isDigit(scalars[end - 1]) { end -= 1 }
            for ending in onlyNoise ? noise : endings where end - ending.count >= 2 {
                guard scalars[end - ending.count..<end].elementsEqual(ending) else { continue }
                end -= ending.count
                isShorter = true
                break
            }
        }
        return end
    }
}
