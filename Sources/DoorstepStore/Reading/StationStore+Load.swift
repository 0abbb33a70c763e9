import DoorstepCore
import GRDB

extension StationStore {
    /// The station, as its store names it.
    public func station(_ catalogue: Catalogue) throws(StoreError) -> Station {
        guard let place = catalogue.places.place(code: stationCode) else { throw .unknownStation(code: stationCode) }
        return Station(place: place, name: stationName)
    }

    func reader(_ catalogue: Catalogue) throws(StoreError) -> RecordReader {
        RecordReader(catalogue, near: try station(catalogue).place)
    }

    /// All that the store holds, and the sequence of the latest entry, from
    /// which `changes(since:catalogue:)` goes on.
    ///
    /// - Throws: `StoreError.damaged`, naming the first record that cannot
    ///   be read.
    public func load(catalogue: Catalogue) throws(StoreError) -> StoreContents {
        let changes = try read(since: nil, catalogue)
        var register = Register(station: try station(catalogue))
        changes.update(&register)
        return StoreContents(register: register, settings: changes.settings, searches: changes.searches, sequence: changes.sequence)
    }

    /// What entries after `sequence` made or changed.
    public func changes(since sequence: Int, catalogue: Catalogue) throws(StoreError) -> StoreChanges {
        try read(since: sequence, catalogue)
    }

    /// The sequence of the latest entry: a look at one page, to notice that
    /// another program changed something.
    public func sequence() throws(StoreError) -> Int {
        try reading { db in try Int.fetchOne(db, sql: StationStore.latestSequence) ?? 0 }
    }

    /// What the station has set, by name.
    public func settings() throws(StoreError) -> [String: String] {
        try reading { db in try SettingRows.all(db) }
    }

    /// The saved searches, in the order they were first saved.
    public func searches() throws(StoreError) -> [SavedSearch] {
        let secrets = try keys()
        return try reading { db in try SearchRows.searches(secrets, db) }
    }

    /// The ledger as a log shows it, from the first step that was recorded
    /// on `first` or later to the last one recorded on `last` or earlier;
    /// everything between them is there, so that the log can be checked by
    /// itself. Days are those of UTC.
    public func ledger(from first: Day? = nil, to last: Day? = nil) throws(StoreError) -> [LedgerRow] {
        try reading { db in
            var rows: [LedgerRow] = []
            try StepRows.each(
                """
                WHERE number >= (SELECT min(number) FROM step WHERE recorded >= ?)
                  AND number <= (SELECT max(number) FROM step WHERE substr(recorded, 1, 10) <= ?)
                """, [first?.description ?? "", last?.description ?? "9999-12-31"], db
            ) { rows.append($0.shown) }
            return rows
        }
    }

    /// - Parameter sequence: nil for everything.
    private func read(since sequence: Int?, _ catalogue: Catalogue) throws(StoreError) -> StoreChanges {
        let secrets = try keys()
        let rows = try reading { db in try ReadRows(since: sequence, secrets, catalogue, db) }
        // Cells are made records of when the rows are read, so that changes
        // need not wait for it.
        let reader = try self.reader(catalogue)
        do throws(UnreadableRow) {
            return StoreChanges(
                employers: try rows.employers.mapOnAllProcessors { row throws(UnreadableRow) in try reader.employer(row.image(secrets)) },
                people: try rows.people.mapOnAllProcessors { row throws(UnreadableRow) in try reader.person(row.image(secrets)) },
                jobs: try rows.jobs.mapOnAllProcessors { row throws(UnreadableRow) in try reader.job(row.image(secrets)) },
                distances: try rows.distances.mapOnAllProcessors { row throws(UnreadableRow) in try reader.distance(row.image(secrets)) },
                placements: rows.placements, services: rows.services, settings: rows.settings, searches: rows.searches, sequence: rows.sequence)
        } catch {
            throw error.storeError
        }
    }
}

/// The rows of one state of the store.
private struct ReadRows {
    let employers: [KeptRecord]
    let people: [KeptRecord]
    let jobs: [KeptRecord]
    let distances: [KeptRecord]
    let placements: [Placement]
    let services: [Service]
    let settings: [String: String]
    let searches: [SavedSearch]
    let sequence: Int

    /// - Parameter sequence: nil for everything.
    init(since sequence: Int?, _ secrets: Secrets, _ catalogue: Catalogue, _ db: Database) throws {
        func records(_ kind: RecordKind) throws -> [KeptRecord] {
            let rows = try sequence.map { try RecordRows.changed(kind, since: $0, db) } ?? RecordRows.all(kind, db)
            var records: [KeptRecord] = []
            while let row = try rows.next() { records.append(try RecordRows.row(kind, row).record) }
            return records
        }
        employers = try records(.employer)
        people = try records(.person)
        jobs = try records(.job)
        distances = try records(.distance)
        if let sequence {
            placements = try StepRows.placements("WHERE placementId IN (SELECT placementId FROM step WHERE journal > ?)", [sequence], facts: catalogue, secrets, db)
            services = try ServiceRows.services("WHERE service.journal > ?", [sequence], secrets, db)
        } else {
            placements = try StepRows.placements(facts: catalogue, secrets, db)
            services = try ServiceRows.services("", [], secrets, db)
        }
        settings = try SettingRows.all(db)
        searches = try SearchRows.searches(secrets, db)
        self.sequence = try Int.fetchOne(db, sql: StationStore.latestSequence) ?? 0
    }
}
