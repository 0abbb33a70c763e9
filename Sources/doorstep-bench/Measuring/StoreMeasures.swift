import DoorstepCore
import DoorstepStore
import Foundation

/// Measures what a store under passphrases takes.
struct StoreMeasures {
    let register: Register
    let catalogue: Catalogue
    let day: Day

    private static let now = "2026-11-21T03:04:05Z"
    private static let caseworker = "bench"
    /// How many placements are opened one after the other.
    private static let placements = 500
    /// How many entries the journal that is checked has.
    private static let entries = 100_000

    typealias Say = MeasuringFolder.Say

    func run(_ say: Say) {
        MeasuringFolder.with("store", say) { folder in
            try measureFile(folder.appending(path: "station.doorstep").path, say)
            try measureJournal(say)
        }
    }

    private func measureFile(_ path: String, _ say: Say) throws {
        let passphrase = Passphrase("a passphrase for the bench")
        var made: StationStore?
        let founding = try Cost.of {
            made = try StationStore.create(at: path, station: register.station, caseworker: Self.caseworker, passphrase: passphrase, now: Self.now).store
        }
        guard let writer = made else { return }
        say("store, founding under a passphrase, wall", "s", founding.wall, nil, "two keys are wrapped")
        let batch = RecordBatch(employers: Array(register.employers), people: Array(register.people), jobs: Array(register.jobs))
        let saving = try Cost.of {
            _ = try writer.commit(
                .records(batch, reason: .import(file: "bench", rows: register.people.count, refused: 0)), by: Self.caseworker, now: Self.now, day: day,
                catalogue: catalogue)
        }
        say("store, saving everybody, wall", "s", saving.wall, nil, "one transaction")
        let reader = try StationStore.open(at: path)
        let unlocking = try Cost.of { try reader.unlock(passphrase, as: Self.caseworker, now: Self.now) }
        say("store, a passphrase's key, wall", "s", unlocking.wall, nil, "asked: about 0.7")
        let loading = try Cost.of { blackHole(try reader.load(catalogue: catalogue).register.people.count) }
        say("store, opening and reading everybody, wall", "s", loading.wall, nil, "after the key is derived")
        let times = try steps(writer)
        say("store, saving a placement, median", "ms", Spread(times).quantile(0.5), nil, "")
        say("store, saving a placement, 99th percentile", "ms", Spread(times).quantile(0.99), nil, "of \(times.count)")
        let checking = try Cost.of { blackHole(try reader.verify().findings.count) }
        say("store, verifying all of it, wall", "s", checking.wall, nil, "")
    }

    /// Milliseconds of each.
    private func steps(_ store: StationStore) throws -> [Double] {
        let jobs = Array(register.jobs.lazy.filter { $0.status == .open }.prefix(Self.placements))
        return try jobs.enumerated().map { number, job in
            let draft = StepDraft(.pair(job: job.id, person: register.people[number % register.people.count].id), stage: .referred, date: day)
            return try Cost.of {
                _ = try store.commit(.step(draft), by: Self.caseworker, now: Self.now, day: day, catalogue: catalogue)
            }.wall * 1000
        }
    }

    private func measureJournal(_ say: Say) throws {
        let store = try StationStore.inMemory(station: register.station, caseworker: Self.caseworker, now: Self.now)
        for number in 1..<Self.entries {
            _ = try store.commit(.setting(name: "bench", value: String(number)), by: Self.caseworker, now: Self.now, day: day, catalogue: catalogue)
        }
        let checking = try Cost.of { blackHole(try store.verify().findings.count) }
        say("store, verifying \(Self.entries) entries, wall", "s", checking.wall, nil, "")
    }
}

/// Keeps work from being left out because nobody looks at what came of it.
@inline(never)
private func blackHole(_ value: Int) { _ = value }
