import DoorstepConsole
import DoorstepCore
import DoorstepStore

/// Makes the store of a new station: for `doorstep init`, and for a first
/// start.
enum StationFounding {
    /// - Returns: the store, unlocked, and the code that opens it where it has
    ///   a passphrase.
    static func make(_ station: NewStation, at path: String) throws -> (store: StationStore, recovery: RecoveryCode?) {
        let name = StationOptions.oneLine(station.name)
        guard !name.isEmpty else { throw StationProblem.nameMissing }
        let caseworker = StationOptions.oneLine(station.caseworker)
        let passphrase = try station.passphrase.map { text throws(StoreError) in try Passphrase(new: text) }
        try Folders.make(for: path)
        let founded = Station(place: station.place, name: name)
        guard let passphrase else {
            return (try StationStore.create(at: path, station: founded, caseworker: caseworker, now: Surroundings.now()), nil)
        }
        let (store, recovery) = try StationStore.create(
            at: path, station: founded, caseworker: caseworker, passphrase: passphrase, now: Surroundings.now())
        return (store, recovery)
    }
}
