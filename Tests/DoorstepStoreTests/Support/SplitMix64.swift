/// A small generator whose whole state is its seed, so that a failure can be
/// run again.
struct SplitMix64: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

extension SplitMix64 {
    mutating func int(_ range: ClosedRange<Int>) -> Int {
        Int.random(in: range, using: &self)
    }

    mutating func pick<C: RandomAccessCollection>(_ choices: C) -> C.Element where C.Index == Int {
        choices[int(choices.startIndex...choices.endIndex - 1)]
    }

    /// Whether what comes once in `count` times comes now.
    mutating func once(in count: Int) -> Bool { int(1...count) == 1 }

    /// Up to `most` of the choices, each once.
    mutating func some<Choice>(_ most: Int, of choices: [Choice]) -> [Choice] {
        Array(choices.shuffled(using: &self).prefix(int(0...most)))
    }
}
