import Foundation

/// A small generator whose whole state is its seed, so that a failure can be
/// run again: every expectation on random input says the seed.
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
}

extension SplitMix64 {
    /// How often a test on random input is to be run: the usual number, or
    /// many times that with `DOORSTEP_TEST_LONG=1`.
    static func rounds(_ usual: Int) -> Int {
        ProcessInfo.processInfo.environment["DOORSTEP_TEST_LONG"] == "1" ? usual * 40 : usual
    }

    mutating func int(_ range: ClosedRange<Int>) -> Int {
        Int.random(in: range, using: &self)
    }

    mutating func double(_ range: ClosedRange<Double>) -> Double {
        Double.random(in: range, using: &self)
    }

    /// True once in so many times.
    mutating func once(in times: Int) -> Bool {
        int(1...times) == 1
    }

    mutating func pick<C: RandomAccessCollection>(_ choices: C) -> C.Element {
        choices[choices.index(choices.startIndex, offsetBy: int(0...choices.count - 1))]
    }

    /// So many different ones, in no order.
    mutating func some<Element>(_ count: ClosedRange<Int>, of choices: [Element]) -> [Element] {
        Array(choices.shuffled(using: &self).prefix(int(count)))
    }

    /// What `make` makes, or nothing, evenly.
    mutating func maybe<Value>(_ make: (inout SplitMix64) -> Value) -> Value? {
        once(in: 2) ? make(&self) : nil
    }
}
