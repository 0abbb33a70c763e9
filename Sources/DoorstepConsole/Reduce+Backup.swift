import DoorstepCore

/// When the console looks whether a backup is due: in seconds in which
/// nothing happens, so that nobody waits for it.
struct BackupPace: Equatable, Sendable {
    /// A backup is being made, or looked for.
    private var isUnderWay = false
    private var secondsToWait = BackupPace.rest

    /// Who has not touched a key for so long is not in the middle of
    /// something.
    private static let rest = 10
    private static let betweenLooks = 60
    /// A stick that is not there stays away for a while; who reads of it
    /// every minute reads no message any more.
    private static let afterFailure = 900

    /// Somebody is at work.
    mutating func putOff() { secondsToWait = max(secondsToWait, BackupPace.rest) }

    /// - Returns: whether to look now.
    mutating func rest() -> Bool {
        guard !isUnderWay else { return false }
        secondsToWait -= 1
        guard secondsToWait <= 0 else { return false }
        isUnderWay = true
        return true
    }

    mutating func end(hasFailed: Bool) {
        isUnderWay = false
        secondsToWait = hasFailed ? BackupPace.afterFailure : BackupPace.betweenLooks
    }
}

extension ConsoleState {
    /// A second in which nothing happened.
    mutating func rest() -> [Effect] {
        guard lock == nil, model != nil, backups.rest() else { return [] }
        return [.backUpIfDue]
    }

    /// - Parameter path: nil where none was due.
    mutating func endBackup(_ path: String?) {
        backups.end(hasFailed: false)
        if let path, lock == nil { message = Message(Words.backedUp(path), .good) }
    }

    mutating func endBackup(failed reason: Phrase) {
        backups.end(hasFailed: true)
        if lock == nil { message = Message(Words.notBackedUp + reason, .error) }
    }
}
