import DoorstepCore

/// Makes records of what their rows hold.
struct RecordReader {
    private let reading: CellReading
    private let near: PlaceID

    /// - Parameter near: the station's place, which decides between places
    ///   of the same name as it did when the record was first read.
    init(_ catalogue: Catalogue, near: PlaceID) {
        // What was once admitted is read whatever the day of working is.
        reading = CellReading(catalogue: catalogue, near: near, day: RecordReader.lastDay)
        self.near = near
    }

    private static let lastDay = Day(year: 9999, month: 12, day: 31) ?? Day(number: .max)

    func employer(_ image: RecordImage) throws(UnreadableRow) -> Employer {
        try entry(EmployerEntry.self, image, CellBlock.cells(image.facts))
    }

    func person(_ image: RecordImage) throws(UnreadableRow) -> Person {
        guard !image.personal.isEmpty else { return try erased(image) }
        guard let facts = CellBlock.cells(image.facts), let personal = CellBlock.cells(image.personal) else { throw UnreadableRow(image) }
        return try entry(PersonEntry.self, image, facts + personal)
    }

    /// What is left of a person who was erased: it counts, but names nobody.
    private func erased(_ image: RecordImage) throws(UnreadableRow) -> Person {
        var person = try entry(PersonEntry.self, image, CellBlock.cells(image.facts).map { $0 + [("name", "-")] })
        person.name = ""
        return person
    }

    func job(_ image: RecordImage) throws(UnreadableRow) -> Job {
        guard let employer = RecordID(image.employer) else { throw UnreadableRow(image) }
        var job = try entry(JobEntry.self, image, CellBlock.cells(image.facts))
        job.employer = employer
        return job
    }

    func distance(_ image: RecordImage) throws(UnreadableRow) -> Distance {
        let cells = CellBlock.cells(image.facts) ?? []
        func value(_ column: String) -> String? { cells.first { $0.column == column }?.text }
        let places = reading.catalogue.places
        guard let from = value(RecordImage.from).flatMap({ places.place(code: $0) }),
            let to = value(RecordImage.to).flatMap({ places.place(code: $0) })
        else { throw UnreadableRow(image) }
        let metres = value(RecordImage.metres)
        guard metres == nil || metres.flatMap({ Int($0) }) != nil else { throw UnreadableRow(image) }
        return Distance(from: from.id, to: to.id, metres: metres.flatMap { Int($0) })
    }

    /// Whether a record can be read back as it is about to be kept: one that
    /// could not would make the whole store unreadable.
    func check(_ image: RecordImage) throws(StoreError) {
        do {
            switch image.kind {
            case .employer: _ = try employer(image)
            case .person: _ = try person(image)
            case .job: _ = try job(image)
            case .distance: _ = try distance(image)
            }
        } catch {
            throw .unstorable(
                record: image.kind.phrase(image.id), reason: error.problem?.message ?? Phrase("内容不合规。", "its content is not valid."))
        }
    }

    private func entry<Entry: RecordEntry>(
        _ type: Entry.Type, _ image: RecordImage, _ cells: [CellBlock.Cell]?
    ) throws(UnreadableRow) -> Entry.Record {
        guard let cells, let id = RecordID(image.id) else { throw UnreadableRow(image) }
        var reading = reading
        do {
            var entry = try Entry(id: id, near: near, day: reading.day, cells: cells, &reading)
            return try entry.finish(&reading)
        } catch {
            throw UnreadableRow(image, error)
        }
    }
}

/// A row that no record can be made of.
struct UnreadableRow: Error {
    let kind: RecordKind
    let id: String
    /// Nil where the bytes are no cells.
    let problem: CellProblem?

    init(_ image: RecordImage, _ problem: CellProblem? = nil) {
        kind = image.kind
        id = image.id
        self.problem = problem
    }

    init(_ record: KeptRecord) {
        kind = record.kind
        id = record.id
        problem = nil
    }

    var storeError: StoreError { .damaged(at: kind.phrase(id)) }
}
