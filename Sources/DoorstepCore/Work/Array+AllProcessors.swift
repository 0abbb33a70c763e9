import Dispatch
import Synchronization

extension Array where Element: Sendable {
    /// What becomes of each element, in their order, worked out on all
    /// processors; the error is that of the first element that has one.
    ///
    /// Reading a record's cells takes longer than reading its row, and a
    /// station has a hundred thousand of them.
    func mapOnAllProcessors<Result: Sendable, Failure: Error>(
        _ transform: @Sendable (Element) throws(Failure) -> Result
    ) throws(Failure) -> [Result] {
        let chunkSize = 1024
        guard count > chunkSize else { return try map(transform) }
        let chunks = (count + chunkSize - 1) / chunkSize
        let results = Mutex([Swift.Result<[Result], Failure>?](repeating: nil, count: chunks))
        DispatchQueue.concurrentPerform(iterations: chunks) { chunk in
            let elements = self[chunk * chunkSize..<Swift.min(count, (chunk + 1) * chunkSize)]
            let result = Swift.Result { () throws(Failure) in try elements.map(transform) }
            results.withLock { $0[chunk] = result }
        }
        var all: [Result] = []
        all.reserveCapacity(count)
        for result in results.withLock({ $0 }) { all += try result?.get() ?? [] }
        return all
    }
}
