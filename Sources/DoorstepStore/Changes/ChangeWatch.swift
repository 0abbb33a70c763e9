import DoorstepCore

/// Looks on while a change of many records is being made: is told how far it
/// is, and may stop it, after which nothing of it is in the store.
public struct ChangeWatch: Sendable {
    /// Records are taken in so many at a time: what sealing needs of them is
    /// in memory at once, and whoever looks on is told after each portion.
    static let portion = 4096

    /// Called every few thousand records with how many are in.
    public let progressed: @Sendable (Int) -> Void
    public let isStopped: @Sendable () -> Bool

    public init(progressed: @escaping @Sendable (Int) -> Void, isStopped: @escaping @Sendable () -> Bool) {
        (self.progressed, self.isStopped) = (progressed, isStopped)
    }

    /// Nobody looks on.
    public static let none = ChangeWatch(progressed: { _ in }, isStopped: { false })

    /// For one of several passes over the same records, each of which counts
    /// for its share of them: so what is told goes on at one pace to the end.
    func pass(_ number: Int, of passes: Int, over count: Int) -> ChangeWatch {
        ChangeWatch(progressed: { [progressed] in progressed((number * count + $0) / passes) }, isStopped: isStopped)
    }

    /// For what takes no time worth telling.
    var silent: ChangeWatch { ChangeWatch(progressed: { _ in }, isStopped: isStopped) }

    /// Does something with each of many records, and tells after every so
    /// many of them.
    ///
    /// - Parameter done: how many others were done before.
    func map<Record: Sendable, Result: Sendable>(
        _ records: [Record], after done: Int = 0, _ transform: @Sendable (Record) throws -> Result
    ) throws -> [Result] {
        var results: [Result] = []
        results.reserveCapacity(records.count)
        for start in stride(from: 0, to: records.count, by: Self.portion) {
            try tell(done + start)
            let portion = Array(records[start..<min(records.count, start + Self.portion)])
            results += try portion.mapOnAllProcessors(portion: 256, transform)
        }
        return results
    }

    /// - Throws: `ChangeError.stopped`, once somebody asked for it.
    func tell(_ done: Int) throws(ChangeError) {
        if isStopped() { throw .stopped }
        progressed(done)
    }
}
