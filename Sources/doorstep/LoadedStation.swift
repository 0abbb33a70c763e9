import DoorstepCore

/// A station as its store has it at one moment.
struct LoadedStation: Sendable {
    let register: Register
    let settings: StationSettings
    /// What of the settings could not be read.
    var problems: [SettingError] = []
    /// In the order they were first saved.
    var searches: [SavedSearch] = []
    /// The sequence of the latest entry that is taken in.
    let sequence: Int
}
