/// Looks on while a change of many records is being made: is told how far it
/// is, and may stop it, after which nothing of it is in the store.
public struct ChangeWatch: Sendable {
    /// Called every few thousand records with how many are in.
    public let progressed: @Sendable (Int) -> Void
    public let isStopped: @Sendable () -> Bool

    public init(progressed: @escaping @Sendable (Int) -> Void, isStopped: @escaping @Sendable () -> Bool) {
        (self.progressed, self.isStopped) = (progressed, isStopped)
    }

    /// Nobody looks on.
    public static let none = ChangeWatch(progressed: { _ in }, isStopped: { false })

    /// - Throws: `ChangeError.stopped`, once somebody asked for it.
    func tell(_ done: Int) throws(ChangeError) {
        if isStopped() { throw .stopped }
        progressed(done)
    }
}
