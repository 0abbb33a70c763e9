import DoorstepCore
import DoorstepExchange
import DoorstepStore

/// The made-up station that the program carries with it.
extension Desk {
    /// The day that the demonstration's records were made for; another is
    /// taken with `--on`.
    private static let demonstrationDay = "2026-11-21"
    private static let demonstrationPlace = "150784001"

    /// A store in memory, filled with the demonstration station: gone when
    /// the program ends.
    static func demonstration(_ options: StationOptions) throws -> Desk {
        let catalogue = try Resources.catalogue()
        guard let place = catalogue.places.place(code: demonstrationPlace) else {
            throw CatalogueError.unreadable(sheet: "places.tsv", line: 1)
        }
        let station = Station(place: place, name: place.name)
        let day = options.on ?? Day(iso: demonstrationDay) ?? options.day
        let store = try StationStore.inMemory(station: station, caseworker: options.worker, now: Surroundings.now())
        let desk = Desk(
            store: store, catalogue: catalogue, language: options.language, day: day, caseworker: options.worker, stationName: place.name)
        var importer = SheetImporter(register: Register(station: station), catalogue: catalogue, day: day)
        for (kind, file) in [(SheetKind.employers, "employers.csv"), (.people, "people.csv"), (.jobs, "jobs.csv"), (.distances, "distances.csv")] {
            try importer.read(kind, file: file, bytes: Resources.bytes("demonstration/" + file))
        }
        try desk.save(importer.plan, files: ["demonstration"])
        return desk
    }
}
