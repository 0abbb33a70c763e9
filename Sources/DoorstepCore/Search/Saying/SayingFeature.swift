/// What texts are compared by: a Chinese character, two or three in a row,
/// or a word in Latin letters; as one number each.
enum SayingFeature {
    /// Three scalars of 21 bits leave the highest bit for Latin words.
    private static let latinBit: UInt64 = 1 << 63

    static func isLatin(_ feature: UInt64) -> Bool { feature & latinBit != 0 }

    /// Characters in a row: 1 to 3.
    static func length(_ feature: UInt64) -> Int {
        feature >> 42 != 0 ? 3 : feature >> 21 != 0 ? 2 : 1
    }

    /// How much a feature of its kind counts: pairs tell more than single
    /// characters, threes add little to their pairs, and a Latin word stands
    /// for all its letters.
    static func importance(_ feature: UInt64) -> Float {
        if isLatin(feature) { return 3 }
        switch length(feature) {
        case 1: return 1
        case 2: return 1.2
        default: return 0.5
        }
    }

    /// Hands over each feature with its first character, its length in
    /// characters and its weight: that of its lightest character.
    static func each(_ scalars: [UInt32], _ weights: [Float], _ body: (_ feature: UInt64, _ start: Int, _ count: Int, _ weight: Float) -> Void) {
        var start = 0
        while start < scalars.count {
            if SayingText.isHan(scalars[start]) {
                var feature: UInt64 = 0
                var weight: Float = 1
                for count in 1...3 where start + count <= scalars.count {
                    let scalar = scalars[start + count - 1]
                    guard SayingText.isHan(scalar) else { break }
                    feature |= UInt64(scalar) << UInt64(21 * (count - 1))
                    weight = min(weight, weights[start + count - 1])
                    body(feature, start, count, weight)
                }
                start += 1
            } else if SayingText.isLatin(scalars[start]) || SayingText.isDigit(scalars[start]) {
                var end = start
                // FNV-1a.
                var hash: UInt64 = 0xCBF2_9CE4_8422_2325
                var weight: Float = 1
                while end < scalars.count, isPartOfLatin(scalars[end]) {
                    hash = (hash ^ UInt64(scalars[end])) &* 0x0000_0100_0000_01B3
                    weight = min(weight, weights[end])
                    end += 1
                }
                body(hash | latinBit, start, end - start, weight)
                start = end
            } else {
                start += 1
            }
        }
    }

    /// Letters, figures, and the signs of C++ and C#; not the full stop, so
    /// that `.NET` and `net` are one word.
    private static func isPartOfLatin(_ scalar: UInt32) -> Bool {
        SayingText.isLatin(scalar) || SayingText.isDigit(scalar) || scalar == 0x23 || scalar == 0x2B
    }
}
