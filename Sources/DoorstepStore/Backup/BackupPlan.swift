import DoorstepCore

/// Where a station's backups go by themselves, and how often.
public struct BackupPlan: Sendable, Hashable {
    public let folder: String
    public let interval: BackupInterval

    /// The store's settings that it is made of.
    public static let folderSetting = "backup-to"
    public static let intervalSetting = "backup-every"

    /// Nil where nothing is to be done.
    ///
    /// - Parameter settings: the store's, by name.
    init?(_ settings: [String: String]) {
        guard let folder = settings[BackupPlan.folderSetting], !folder.isEmpty,
            let interval = BackupInterval(settings[BackupPlan.intervalSetting] ?? BackupInterval.usual.text), interval.hours > 0
        else { return nil }
        (self.folder, self.interval) = (folder, interval)
    }
}

/// How often something is to be done: `12h`, `1d`, or `never`.
public struct BackupInterval: Sendable, Hashable {
    /// 0 for never.
    public let hours: Int

    public static let usual = BackupInterval(hours: 24)

    private init(hours: Int) { self.hours = hours }

    /// Nil where the text says no such thing; nothing is done more often than
    /// each hour, or less than once a year.
    public init?(_ text: String) {
        let text = text.lowercased()
        guard text != "never" else {
            hours = 0
            return
        }
        let units = [("h", 1), ("小时", 1), ("d", 24), ("天", 24)]
        guard let (unit, factor) = units.first(where: { text.hasSuffix($0.0) }), let count = Int(text.dropLast(unit.count)),
            (1...8784 / factor).contains(count)
        else { return nil }
        hours = count * factor
    }

    public var text: String {
        if hours == 0 { return "never" }
        return hours % 24 == 0 ? "\(hours / 24)d" : "\(hours)h"
    }
}
