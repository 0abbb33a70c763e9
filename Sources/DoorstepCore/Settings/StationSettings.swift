/// What a station has set for everybody who works at it; the same records and
/// settings give the same lists everywhere.
public struct StationSettings: Hashable, Sendable {
    public var matching = MatchSettings()
    /// Which sounds may be typed for one another when names are searched.
    public var sounds: SouthernSounds = []
    /// After how many minutes without a key the console locks by itself,
    /// where the store has a passphrase.
    public var lockMinutes = 5
    public var backups = BackupSettings()
    /// The station's own; empty where none is set.
    public var telephone = ""
    /// Rates that sums of policies rest on.
    public var policies = PolicySettings()

    public init() {}

    /// Whether what is matched and found stays as it is under the other.
    public func givesSameLists(as other: StationSettings) -> Bool { matching == other.matching && sounds == other.sounds }

    /// The settings that a store holds, by name; what it does not hold is as
    /// it is without any.
    ///
    /// - Returns: with them what of the store could not be read, which a
    ///   newer program may have written: that counts as if it were not there.
    public static func reading(_ stored: [String: String]) -> (settings: StationSettings, problems: [SettingError]) {
        var settings = StationSettings()
        var problems: [SettingError] = []
        for name in stored.keys.sorted() {
            guard let setting = Setting.all.first(where: { $0.name == name }) else {
                problems.append(.unknownInStore(name: name))
                continue
            }
            do throws(SettingError) {
                try setting.set(stored[name] ?? "", in: &settings)
            } catch {
                problems.append(.unreadableInStore(name: name, standard: setting.standard))
            }
        }
        return (settings, problems)
    }
}
