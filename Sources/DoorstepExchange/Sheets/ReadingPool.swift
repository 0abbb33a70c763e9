import DoorstepCore
import Synchronization

/// Readings of cells that are not in use: each remembers what it worked out,
/// and one row after the other is read by it.
final class ReadingPool: Sendable {
    private let idle = Mutex<[CellReading]>([])
    private let make: @Sendable () -> CellReading

    init(_ make: @escaping @Sendable () -> CellReading) { self.make = make }

    /// Lends a reading: handed over, since a copy of all that it holds for
    /// each row would take as long as reading the row.
    func with<Value, Failure: Error>(_ read: (inout CellReading) throws(Failure) -> Value) throws(Failure) -> Value {
        var reading = idle.withLock { $0.popLast() } ?? make()
        defer { idle.withLock { $0.append(reading) } }
        return try read(&reading)
    }

    /// One to be kept.
    func reading() -> CellReading { idle.withLock { $0.last } ?? make() }
}
