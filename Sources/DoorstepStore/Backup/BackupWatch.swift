/// Who waits for a backup: told how far it is, and asked whether to go on.
public struct BackupWatch: Sendable {
    public enum Stage: Sendable, Hashable {
        /// The store is being copied, and its copy checked.
        case copying, checking
        /// The backup is being written, and read back.
        case writing, readingBack
        /// A backup is being opened.
        case opening
    }

    private let report: @Sendable (Stage, _ percent: Int) -> Void
    public let isStopped: @Sendable () -> Bool

    /// Nobody waits, and nobody stops it.
    public static let nobody = BackupWatch()

    public init(report: @escaping @Sendable (Stage, _ percent: Int) -> Void = { _, _ in }, isStopped: @escaping @Sendable () -> Bool = { false }) {
        self.report = report
        self.isStopped = isStopped
    }

    /// - Throws: `BackupError.stopped`, once somebody asked for it.
    func tell(_ stage: Stage, _ done: Int = 0, of all: Int = 0) throws(BackupError) {
        guard !isStopped() else { throw .stopped }
        report(stage, all > 0 ? min(100, done * 100 / all) : 0)
    }
}
