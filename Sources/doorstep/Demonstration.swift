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

    /// A ledger to look at: the best pair of every so many jobs, some weeks
    /// into what came of it.
    private func recordPastSteps(_ register: Register) throws -> Register {
        var register = register
        let histories: [[(stage: Stage, party: Party?, daysAgo: Int)]] = [
            [(.referred, nil, 26), (.interviewed, nil, 23), (.hired, nil, 20), (.started, nil, 16)],
            [(.referred, nil, 12), (.declined, .employer, 9)],
            [(.referred, nil, 8), (.interviewed, nil, 6)],
            [(.referred, nil, 15), (.declined, .person, 14)],
            [(.referred, nil, 5), (.hired, nil, 2)],
            [(.referred, nil, 1)],
        ]
        let jobs = Array(register.jobs)
        for (index, job) in stride(from: 4, to: jobs.count, by: max(1, jobs.count / 18)).map({ jobs[$0] }).enumerated() {
            let matcher = Matcher(register: register, catalogue: catalogue, day: day)
            guard let person = matcher.people(for: job, limit: 1)?.matches.first?.person else { continue }
            var target = StepDraft.Target.pair(job: job.id, person: person)
            for step in histories[index % histories.count] {
                let matcher = Matcher(register: register, catalogue: catalogue, day: day)
                let draft = StepDraft(target, stage: step.stage, party: step.party, date: day + -step.daysAgo)
                let saved = try record(matcher.admit(draft))
                register.update(saved.placement)
                if let person = saved.person { register.update(person) }
                target = .placement(saved.placement.id)
            }
        }
        return register
    }
}
