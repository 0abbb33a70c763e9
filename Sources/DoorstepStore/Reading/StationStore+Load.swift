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
        var rows = try read(since: nil, catalogue)
        var register = Register(station: try station(catalogue))
        // Record by record: what is taken in is held once.
        do throws(UnreadableRow) {
            while let employers = try rows.employers.next() { for employer in employers { register.update(employer) } }
            while let people = try rows.people.next() { for person in people { register.update(person) } }
            while let jobs = try rows.jobs.next() { for job in jobs { register.update(job) } }
            while let distances = try rows.distances.next() { for distance in distances { register.update(distance) } }
        } catch {
            throw error.storeError
        }
        for placement in rows.placements { register.update(placement) }
        for service in rows.services { register.update(service) }
        return StoreContents(register: register, settings: rows.settings, searches: rows.searches, sequence: rows.sequence)
    }

    /// What entries after `sequence` made or changed.
    public func changes(since sequence: Int, catalogue: Catalogue) throws(StoreError) -> StoreChanges {
        var rows = try read(since: sequence, catalogue)
        do throws(UnreadableRow) {
            return StoreChanges(
                employers: try rows.employers.all(), people: try rows.people.all(), jobs: try rows.jobs.all(), distances: try rows.distances.all(),
                placements: rows.placements, services: rows.services, settings: rows.settings, searches: rows.searches, sequence: rows.sequence)
        } catch {
            throw error.storeError
        }
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
    private func read(since sequence: Int?, _ catalogue: Catalogue) throws(StoreError) -> ReadRows {
        let secrets = try keys()
        let reader = try self.reader(catalogue)
        return try reading { db in try ReadRows(since: sequence, secrets, reader, catalogue, db) }
    }
}

/// Records of which the rows were read, and which other processors make of
/// them: whoever reads the rows does not wait for that, so that neither do
/// changes.
private struct OpenedRows<Record: Sendable>: Sendable {
    /// The last first.
    private var portions: [Underway<Result<[Record], UnreadableRow>>] = []

    /// How many rows are worth handing to a processor at once.
    private static var portion: Int { 512 }

    init(_ kind: RecordKind, since sequence: Int?, _ db: Database, _ open: @escaping @Sendable (KeptRecord) throws(UnreadableRow) -> Record) throws {
        let rows = try sequence.map { try RecordRows.changed(kind, since: $0, db) } ?? RecordRows.all(kind, db)
        var kept: [KeptRecord] = []
        func hand() {
            portions.append(Underway { [kept] in Result { () throws(UnreadableRow) in try kept.map(open) } })
            kept = []
        }
        while let row = try rows.next() {
            kept.append(try RecordRows.row(kind, row).record)
            if kept.count == Self.portion { hand() }
        }
        if !kept.isEmpty { hand() }
        portions.reverse()
    }

    /// The next records, in the order of the rows; nil after the last.
    mutating func next() throws(UnreadableRow) -> [Record]? { try portions.popLast()?.value().get() }

    mutating func all() throws(UnreadableRow) -> [Record] {
        var all: [Record] = []
        while let records = try next() { all += records }
        return all
    }
}

/// The rows of one state of the store.
private struct ReadRows {
    var employers: OpenedRows<Employer>
    var people: OpenedRows<Person>
    var jobs: OpenedRows<Job>
    var distances: OpenedRows<Distance>
    let placements: [Placement]
    let services: [Service]
    let settings: [String: String]
    let searches: [SavedSearch]
    let sequence: Int

    /// - Parameter sequence: nil for everything.
    init(since sequence: Int?, _ secrets: Secrets, _ reader: RecordReader, _ catalogue: Catalogue, _ db: Database) throws {
        employers = try OpenedRows(.employer, since: sequence, db) { row throws(UnreadableRow) in try reader.employer(row.image(secrets)) }
        people = try OpenedRows(.person, since: sequence, db) { row throws(UnreadableRow) in try reader.person(row.image(secrets)) }
        jobs = try OpenedRows(.job, since: sequence, db) { row throws(UnreadableRow) in try reader.job(row.image(secrets)) }
        distances = try OpenedRows(.distance, since: sequence, db) { row throws(UnreadableRow) in try reader.distance(row.image(secrets)) }
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
