/// What becomes of portions of some work, in their order, worked out on other
/// processors while whoever asks for them is busy with those before.
///
/// ```swift
/// for bytes in Ahead(count: portions, { encoded(portion: $0) }) { try send(bytes) }
/// ```
///
/// No more than `depth` portions are held, so that work of any size takes the
/// memory of a few of them.
public struct Ahead<Result: Sendable>: Sequence, IteratorProtocol {
    private let count: Int
    private let depth: Int
    private let make: @Sendable (Int) -> Result
    private var begun = 0
    private var waiting: [Underway<Result>] = []

    /// - Parameters:
    ///   - count: how many portions there are.
    ///   - depth: how many are worked on or held at once.
    ///   - make: works one out, by its number from 0; called once for each,
    ///     on any thread.
    public init(count: Int, depth: Int = 4, _ make: @escaping @Sendable (Int) -> Result) {
        self.count = count
        self.depth = Swift.max(1, depth)
        self.make = make
    }

    /// Waits for the next portion; nil after the last.
    public mutating func next() -> Result? {
        while begun < count, waiting.count < depth {
            waiting.append(Underway { [make, begun] in make(begun) })
            begun += 1
        }
        return waiting.isEmpty ? nil : waiting.removeFirst().value()
    }
}

/// As `Ahead`, of portions that are handed out one after the other by whoever
/// asks: rows of a file, of which none can be had before the one before it.
public struct HandedAhead<Portion: Sendable, Result: Sendable> {
    private let depth: Int
    private let make: @Sendable (Portion) -> Result
    private var isAtEnd = false
    private var waiting: [Underway<Result>] = []

    /// - Parameter make: works a portion out; called once for each, on any
    ///   thread.
    public init(depth: Int = 4, _ make: @escaping @Sendable (Portion) -> Result) {
        self.depth = Swift.max(1, depth)
        self.make = make
    }

    /// Waits for what becomes of the next portion; nil after the last.
    ///
    /// - Parameter hand: hands out a portion, called as often as there is room
    ///   for more; nil at the end, after which it is not called any more.
    public mutating func next<Failure: Error>(_ hand: () throws(Failure) -> Portion?) throws(Failure) -> Result? {
        while !isAtEnd, waiting.count < depth {
            guard let portion = try hand() else {
                isAtEnd = true
                break
            }
            waiting.append(Underway { [make] in make(portion) })
        }
        return waiting.isEmpty ? nil : waiting.removeFirst().value()
    }
}
