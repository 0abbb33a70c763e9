import DoorstepCore
import DoorstepExchange
import DoorstepStore

/// The made-up station that the program carries with it.
extension Desk {
    /// The day that the demonstration's records were made for; another is
    /// taken with `--on`.
    private static let demonstrationDay = "2026-11-21"
    private static let demonstrationPlace = "150784001"

    /// A store in memory for the demonstration station, still empty: gone
    /// when the program ends.
    static func demonstration(_ options: StationOptions) throws -> Desk {
        let catalogue = try Resources.catalogue()
        guard let place = catalogue.places.place(code: demonstrationPlace) else {
            throw CatalogueError.unreadable(sheet: "places.tsv", line: 1)
        }
        let station = Station(place: place, name: place.name)
        let day = options.on ?? Day(iso: demonstrationDay) ?? options.day
        let store = try StationStore.inMemory(station: station, caseworker: options.worker, now: Surroundings.now())
        return Desk(
            store: store, catalogue: catalogue, language: options.language, day: day, caseworker: options.worker, stationName: place.name)
    }

    /// Fills the store of the demonstration.
    ///
    /// - Parameter show: takes what reading the store would give, which need
    ///   not be read again: the lists at once, the ledger when it is there.
    func fillDemonstration(_ show: (LoadedStation) -> Void) throws {
        let empty = try load()
        func loaded(_ register: Register) throws -> LoadedStation {
            LoadedStation(register: register, settings: empty.settings, sequence: try store.sequence())
        }
        var register = empty.register
        var importer = SheetImporter(register: register, catalogue: catalogue, day: day)
        for (kind, file) in [(SheetKind.employers, "employers.csv"), (.people, "people.csv"), (.jobs, "jobs.csv"), (.distances, "distances.csv")] {
            try importer.read(kind, file: file, bytes: Resources.bytes("demonstration/" + file))
        }
        // The sheets have identifiers of their own, so that the lists can be
        // looked at while they are being saved.
        for employer in importer.plan.employers.records { register.update(employer) }
        for job in importer.plan.jobs.records { register.update(job) }
        for person in importer.plan.people.records { register.update(person) }
        for distance in importer.plan.distances { register.update(distance) }
        show(try loaded(register))
        try save(importer.plan, files: ["demonstration"])
        register = try recordPastSteps(register)
        show(try loaded(register))
    }
}
