/// Where a station's backups go by themselves, and how often.
public struct BackupSettings: Hashable, Sendable {
    /// A whole path; empty where no backups are made by themselves.
    public var folder = ""
    public var interval = BackupInterval.usual

    public init() {}
}

/// How often something is to be done: `12h` or `1d`.
public struct BackupInterval: Hashable, Sendable {
    public let hours: Int

    /// Once a day.
    public static let usual = BackupInterval(hours: 24)

    private init(hours: Int) { self.hours = hours }

    /// Nil where the text says no such thing; nothing is done more often than
    /// each hour, or less than once a year.
    public init?(_ text: String) {
        let units = [("h", 1), ("小时", 1), ("d", 24), ("天", 24)]
        guard let (unit, factor) = units.first(where: { text.hasSuffix($0.0) }) else { return nil }
        let digits = text.dropLast(unit.count)
        guard digits.utf8.allSatisfy({ (48...57).contains($0) }), let count = Int(digits), (1...8784 / factor).contains(count) else { return nil }
        hours = count * factor
    }

    public var text: String { hours % 24 == 0 ? "\(hours / 24)d" : "\(hours)h" }
}
