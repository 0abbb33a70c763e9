/// Random numbers that are the same wherever the seed is: SplitMix64.
///
/// Whole numbers are drawn here and not by the standard library, whose way
/// of drawing them is free to change with its version.
public struct SeededGenerator: RandomNumberGenerator, Sendable {
    private var state: UInt64

    public init(seed: UInt64) {
        state = seed
    }

    /// A row of numbers of its own for each record, so that one record more
    /// or less, or a change in how one kind is made, changes no other.
    init(seed: UInt64, stream: Stream, number: Int) {
        let base = SeededGenerator.mixed(seed &+ stream.rawValue &* SeededGenerator.step)
        state = SeededGenerator.mixed(base ^ SeededGenerator.mixed(UInt64(number)))
    }

    /// What the numbers are for.
    enum Stream: UInt64 {
        case employers = 1
        case jobs, people, tail, peopleSheet, jobSheet, employerSheet
    }

    private static let step: UInt64 = 0x9E37_79B9_7F4A_7C15

    private static func mixed(_ value: UInt64) -> UInt64 {
        var z = value
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    public mutating func next() -> UInt64 {
        state &+= SeededGenerator.step
        return SeededGenerator.mixed(state)
    }

    /// A whole number from 0 to `bound - 1`; `bound` is at least 1.
    mutating func below(_ bound: Int) -> Int {
        Int(next().multipliedFullWidth(by: UInt64(bound)).high)
    }

    /// A whole number of the range, all alike.
    mutating func within(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + below(range.upperBound - range.lowerBound + 1)
    }

    /// A whole number of the range, small ones likelier: the smaller of two.
    mutating func low(_ range: ClosedRange<Int>) -> Int {
        min(within(range), within(range))
    }

    /// Whether something happens that does in so many of a hundred cases.
    mutating func percent(_ share: Int) -> Bool {
        below(100) < share
    }

    /// Whether something happens that does in so many of a thousand cases.
    mutating func perMille(_ share: Int) -> Bool {
        below(1000) < share
    }

    /// One of a list that is not empty.
    mutating func one<Element>(of list: [Element]) -> Element {
        list[below(list.count)]
    }
}
