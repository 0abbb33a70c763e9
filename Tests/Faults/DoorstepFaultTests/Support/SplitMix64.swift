import Foundation

/// A small generator whose whole state is its seed, so that a failure can be
/// run again: every expectation on random faults says the seed.
struct SplitMix64: RandomNumberGenerator {
    let seed: UInt64
    private var state: UInt64

    init(seed: UInt64) {
        self.seed = seed
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// The generator of a test, with its seed printed: the usual one, or the
    /// number in `DOORSTEP_TEST_SEED`; `DOORSTEP_TEST_SEED=random` takes
    /// another each time.
    static func printed(for test: String = #function) -> SplitMix64 {
        let wish = ProcessInfo.processInfo.environment["DOORSTEP_TEST_SEED"]
        let seed = wish == "random" ? UInt64.random(in: 0...UInt64(UInt32.max)) : wish.flatMap(UInt64.init) ?? 20_261_121
        print("seed \(seed) in \(test)")
        return SplitMix64(seed: seed)
    }

    mutating func int(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

    /// True so many times in a hundred.
    mutating func chance(_ percent: Int) -> Bool { int(1...100) <= percent }
}
