import Foundation

extension Array where Element: Sendable {
    /// What becomes of each element, in their order, worked out on all
    /// processors; the error is that of the first element that has one.
    ///
    /// How many processors there are is the system's to know: it hands out
    /// portions as they come free.
    ///
    /// - Parameter portion: how many elements are worth handing out at once:
    ///   many where each takes microseconds, one where each takes long.
    public func mapOnAllProcessors<Result: Sendable, Failure: Error>(
        portion: Int = 1024, _ transform: @Sendable (Element) throws(Failure) -> Result
    ) throws(Failure) -> [Result] {
        guard count > portion else { return try map(transform) }
        let portions = (count + portion - 1) / portion
        var results = [Swift.Result<[Result], Failure>?](repeating: nil, count: portions)
        results.withUnsafeMutableBufferPointer { buffer in
            // No two threads touch one place: each portion writes its own, and it is read after concurrentPerform has waited for all.
            nonisolated(unsafe) let places = buffer
            DispatchQueue.concurrentPerform(iterations: portions) { number in
                let elements = self[number * portion..<Swift.min(count, (number + 1) * portion)]
                places[number] = Swift.Result { () throws(Failure) in try elements.map(transform) }
            }
        }
        var all: [Result] = []
        all.reserveCapacity(count)
        for result in results { all += try result?.get() ?? [] }
        return all
    }
}
