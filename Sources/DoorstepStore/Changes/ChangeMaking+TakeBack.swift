import DoorstepCore
import GRDB

extension ChangeMaking {
    /// Takes a whole import back: what it brought does not stand any more,
    /// what it changed is again as it was.
    ///
    /// All of it or nothing: where something was done with one of its records
    /// since, none is touched.
    ///
    /// - Parameters:
    ///   - entry: the import's.
    ///   - images: the records that it changed, as they were before.
    func takeBackImport(_ entry: Int, _ images: [RecordImage]) throws -> Committed {
        try checkImport(entry)
        let changed = try RecordKind.allCases.map { kind in (kind, try rows(of: kind, entry)) }
        let count = changed.reduce(0) { $0 + $1.1.count }
        // Read as they are, put as they were, and read as they are then.
        let (reading, putting, rereading) = (watch.pass(0, of: 3, over: count), watch.pass(1, of: 3, over: count), watch.pass(2, of: 3, over: count))
        var former = Dictionary(images.map { (RecordKey($0), $0) }, uniquingKeysWith: { first, _ in first })
        var was = RecordBatch()
        var now: [RecordImage] = []
        for (kind, rows) in changed {
            try checkUse(of: kind, rows, former, entry)
            let pairs = rows.map { ($0.record, former.removeValue(forKey: RecordKey($0.record))) }
            let (reader, catalogue, secrets) = (self.reader, self.catalogue, self.secrets)
            let answers = try reading.map(pairs, after: now.count) { pair -> (ReadRecord, RecordImage) in
                let record = try ReadRecord(pair.0.image(secrets), reader)
                return (record, pair.1 ?? record.takenBack(catalogue))
            }
            for (record, image) in answers {
                was.append(record)
                now.append(image)
            }
        }
        // Told of as changed, and not changed by that import.
        if let other = former.keys.first { throw ChangeError.changedSince(record: other.kind.phrase(other.id)) }
        let merged = try MergeHistory.State(db)
        let states = try put(now, putting)
        var content = ImportContent.of(states, after: [(ImportContent.takesBack, String(entry))])
        content.add(ImportContent.order, RecordState.order(of: states))
        try MergeHistory.add(since: merged, to: &content, db)
        try occasion.write(.import, subjects: [], content, db)
        return Committed(sequence: occasion.sequence, changed: states.count, takenBack: TakenBack(was: was, now: try batch(now, rereading)))
    }

    /// That there is such an import, and that everything it made still is as
    /// it made it.
    private func checkImport(_ entry: Int) throws {
        guard try String.fetchOne(db, sql: "SELECT kind FROM journal WHERE sequence = ?", arguments: [entry]) == EntryKind.import.rawValue else {
            throw ChangeError.noImport(entry: entry)
        }
        let row = try Row.fetchOne(db, sql: "SELECT kind, id FROM superseded WHERE journal = ? ORDER BY kind, id LIMIT 1", arguments: [entry])
        guard let row, let kind = RecordKind(rawValue: try row.text(0)) else { return }
        throw ChangeError.changedSince(record: kind.phrase(try row.text(1)))
    }

    private func rows(of kind: RecordKind, _ entry: Int) throws -> [RecordRow] {
        var rows: [RecordRow] = []
        let cursor = try RecordRows.changed(kind, by: entry, db)
        while let row = try cursor.next() { rows.append(try RecordRows.row(kind, row)) }
        return rows
    }

    /// That nobody uses what is about to stand no more: no placement, no job
    /// of a new employer, no record that was merged into a new one.
    private func checkUse(of kind: RecordKind, _ rows: [RecordRow], _ former: [RecordKey: RecordImage], _ entry: Int) throws {
        let new = Set(rows.lazy.map(\.record).filter { former[RecordKey($0)] == nil }.map(\.id))
        guard !new.isEmpty else { return }
        func refuse(_ sql: String, _ error: (Phrase) -> ChangeError) throws {
            let used = try Row.fetchCursor(db, sql: sql, arguments: [entry])
            while let row = try used.next() {
                let id = try row.text(0)
                if new.contains(id) { throw error(kind.phrase(id)) }
            }
        }
        switch kind {
        case .person:
            try refuse("SELECT person.id FROM person JOIN placement ON personId = person.id WHERE person.journal = ?") { .placedSince(record: $0) }
            try refuse("SELECT person.id FROM person JOIN service ON personId = person.id WHERE person.journal = ?") { .servedSince(record: $0) }
        case .job:
            try refuse("SELECT job.id FROM job JOIN placement ON jobId = job.id WHERE job.journal = ?") { .placedSince(record: $0) }
            try refuse("SELECT job.id FROM job JOIN service ON jobId = job.id WHERE job.journal = ?") { .servedSince(record: $0) }
        case .employer:
            let jobs = try Row.fetchCursor(
                db, sql: "SELECT employer.id, job.id FROM employer JOIN job ON employerId = employer.id WHERE employer.journal = ?1 AND job.journal <> ?1",
                arguments: [entry])
            while let row = try jobs.next() {
                guard new.contains(try row.text(0)), let job = try RecordRows.find(.job, row.text(1), db) else { continue }
                guard try reader.job(job.record.image(secrets)).stands else { continue }
                throw ChangeError.changedSince(record: RecordKind.job.phrase(job.record.id))
            }
        case .distance: break
        }
        try checkMerges(into: new, kind)
    }

    private func checkMerges(into new: Set<String>, _ kind: RecordKind) throws {
        guard kind == .person || kind == .job || kind == .employer else { return }
        if let standing = try MergedRows.all(kind, db).values.first(where: { new.contains($0) }) { throw ChangeError.changedSince(record: kind.phrase(standing)) }
    }

    private func batch(_ images: [RecordImage], _ watch: ChangeWatch) throws -> RecordBatch {
        var batch = RecordBatch()
        let reader = self.reader
        for record in try watch.map(images, { image in try ReadRecord(image, reader) }) { batch.append(record) }
        return batch
    }
}

/// A record of any kind, as it was read.
private enum ReadRecord: Sendable {
    case employer(Employer)
    case person(Person)
    case job(Job)
    case distance(Distance)

    init(_ image: RecordImage, _ reader: RecordReader) throws(UnreadableRow) {
        switch image.kind {
        case .employer: self = .employer(try reader.employer(image))
        case .person: self = .person(try reader.person(image))
        case .job: self = .job(try reader.job(image))
        case .distance: self = .distance(try reader.distance(image))
        }
    }

    /// As it is once it does not stand any more.
    func takenBack(_ catalogue: Catalogue) -> RecordImage {
        switch self {
        case .employer(let employer): RecordImage(employer.absent(.takenBack), catalogue)
        case .person(let person): RecordImage(person.absent(.takenBack), catalogue)
        case .job(let job): RecordImage(job.absent(.takenBack), catalogue)
        case .distance(let distance): RecordImage(Distance(from: distance.from, to: distance.to, metres: nil), catalogue)
        }
    }
}

extension RecordBatch {
    fileprivate mutating func append(_ record: ReadRecord) {
        switch record {
        case .employer(let employer): employers.append(employer)
        case .person(let person): people.append(person)
        case .job(let job): jobs.append(job)
        case .distance(let distance): distances.append(distance)
        }
    }
}

/// What became of the records of an import that was taken back.
public struct TakenBack: Sendable, Hashable {
    /// As the import had made them.
    public let was: RecordBatch
    /// As they are now.
    public let now: RecordBatch
}
