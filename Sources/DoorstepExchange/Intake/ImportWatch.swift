/// Looks on while a sheet is being read: is told how far it is, and may stop
/// it.
public struct ImportWatch: Sendable {
    /// Called every few hundred rows with how many were read.
    public let progressed: @Sendable (Int) -> Void
    public let isStopped: @Sendable () -> Bool

    public init(progressed: @escaping @Sendable (Int) -> Void, isStopped: @escaping @Sendable () -> Bool) {
        self.progressed = progressed
        self.isStopped = isStopped
    }

    /// Nobody looks on.
    public static let none = ImportWatch(progressed: { _ in }, isStopped: { false })

    /// How many rows go by between two looks.
    static let stride = 256
}
