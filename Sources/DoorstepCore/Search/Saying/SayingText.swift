/// A text as the index reads it: cut into segments at brackets and signs,
/// with a weight for each character. What stands in brackets or after a sign
/// weighs less, words of rank and of many trades little, the noise of
/// advertisements nothing, and the end of a segment more than its beginning,
/// because a Chinese title ends in its head word.
struct SayingText {
    struct Segment {
        var scalars: [UInt32]
        var weights: [Float]
        var isBracketed: Bool
    }

    private(set) var segments: [Segment] = []

    /// The weight of characters in one segment behind another, in brackets,
    /// and at a segment's beginning.
    private static let later: Float = 0.75
    private static let bracketed: Float = 0.5
    private static let beginning: Float = 0.8
    /// Figures and blanks are mostly wages and headcounts.
    private static let figure: Float = 0.3

    /// Linear in the text's length.
    init(_ text: String, words: SayingWords) {
        segments = SayingText.cut(text)
        var mainSegments = 0
        var heaviest: Float = 0
        for index in segments.indices {
            var weights = words.weights(segments[index].scalars, withNoise: true)
            SayingText.lighten(&weights, segments[index].scalars)
            let isBracketed = segments[index].isBracketed
            let factor = isBracketed ? SayingText.bracketed : mainSegments == 0 ? 1 : SayingText.later
            if !isBracketed, weights.contains(where: { $0 > SayingWords.light }) { mainSegments += 1 }
            let step = (1 - SayingText.beginning) / Float(max(weights.count, 1))
            for position in weights.indices {
                weights[position] *= factor * (SayingText.beginning + step * Float(position + 1))
                heaviest = max(heaviest, weights[position])
            }
            segments[index].weights = weights
        }
        // Nothing but light words: they are all that the text has to say.
        guard heaviest <= SayingWords.light else { return }
        for index in segments.indices {
            for position in segments[index].weights.indices { segments[index].weights[position] = max(0.5, segments[index].weights[position]) }
        }
    }

    /// Figures and what they count: `8000元`, `15k`, `3名`; but not those of a
    /// name such as `4s` or `b2`.
    private static func lighten(_ weights: inout [Float], _ scalars: [UInt32]) {
        for position in scalars.indices {
            let isLatinNext = position + 1 < scalars.count && isLatin(scalars[position + 1])
            let isLatinBefore = position > 0 && isLatin(scalars[position - 1])
            if position > 0, isDigit(scalars[position - 1]), !isLatinNext, counted.contains(scalars[position]) {
                weights[position] = 0
            } else if !isLetter(scalars[position]), !isDigit(scalars[position]) || !(isLatinNext || isLatinBefore) {
                weights[position] = min(weights[position], figure)
            }
        }
    }

    /// The segment that names the trade: the first with a word of weight,
    /// else the first; nil for an empty text.
    var main: Segment? {
        segments.first { $0.weights.contains { $0 > SayingWords.light } } ?? segments.first
    }

    // MARK: - Characters

    static func isHan(_ scalar: UInt32) -> Bool { (0x3400...0x9FFF).contains(scalar) }

    static func isLatin(_ scalar: UInt32) -> Bool { (0x61...0x7A).contains(scalar) }

    static func isDigit(_ scalar: UInt32) -> Bool { (0x30...0x39).contains(scalar) }

    private static func isLetter(_ scalar: UInt32) -> Bool { isHan(scalar) || isLatin(scalar) || scalar == 0x23 || scalar == 0x2B }

    /// Half-width and lower case.
    static func scalars(_ text: String) -> [UInt32] {
        PlainText.halfWidth(text).unicodeScalars.map { (0x41...0x5A).contains($0.value) ? $0.value + 0x20 : $0.value }
    }

    private static let counted: Set<UInt32> = Set("元千万块kw名岁年月天人个号".unicodeScalars.map(\.value))
    private static let opening: Set<UInt32> = Set("([{【<《「〔〖".unicodeScalars.map(\.value))
    private static let closing: Set<UInt32> = Set(")]}】>》」〕〗".unicodeScalars.map(\.value))

    private static func cut(_ text: String) -> [Segment] {
        var segments: [Segment] = []
        var current: [UInt32] = []
        var depth = 0
        func flush() {
            while current.last == 0x20 { current.removeLast() }
            if !current.isEmpty { segments.append(Segment(scalars: current, weights: [], isBracketed: depth > 0)) }
            current.removeAll(keepingCapacity: true)
        }
        for scalar in scalars(text) {
            switch scalar {
            case _ where isHan(scalar) || isLatin(scalar) || isDigit(scalar):
                current.append(scalar)
            // Blanks, and the full stop of .NET and 4.2.
            case 0x20:
                if !current.isEmpty { current.append(scalar) }
            case 0x2E:
                current.append(scalar)
            // C++ and C#, but not 司机+双休.
            case 0x23, 0x2B:
                if let last = current.last, isLatin(last) || last == scalar { current.append(scalar) } else { flush() }
            case _ where opening.contains(scalar):
                flush()
                depth += 1
            case _ where closing.contains(scalar):
                flush()
                depth = max(0, depth - 1)
            default:
                flush()
            }
        }
        flush()
        return segments
    }
}
