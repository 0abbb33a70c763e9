import Foundation
import Synchronization

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
    private var waiting: [Portion] = []

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
            waiting.append(Portion(begun, make))
            begun += 1
        }
        return waiting.isEmpty ? nil : waiting.removeFirst().value()
    }

    /// One portion, being worked out or there.
    private final class Portion: Sendable {
        private let made = DispatchGroup()
        private let result = Mutex<Result?>(nil)

        init(_ number: Int, _ make: @escaping @Sendable (Int) -> Result) {
            // The block keeps what it fills.
            DispatchQueue.global(qos: .userInitiated).async(group: made) {
                let value = make(number)
                self.result.withLock { $0 = value }
            }
        }

        func value() -> Result? {
            made.wait()
            return result.withLock { $0 }
        }
    }
}
