import DoorstepCore
import DoorstepExchange
import DoorstepStore
import Foundation

extension Desk {
    /// Saves what an import came to, as one change.
    ///
    /// - Parameters:
    ///   - basis: the sequence of the register that the plan was made on: what
    ///     others changed since is not overwritten.
    ///   - watch: may stop it, after which nothing is saved.
    /// - Returns: the records with the identifiers that they got, and the
    ///   entry of the journal.
    @discardableResult
    func save(_ plan: ImportPlan, files: [String], basis: Int? = nil, watch: ChangeWatch = .none) throws -> (records: ImportedRecords, sequence: Int) {
        let identified = plan.identified(
            people: try reserve(.person, plan.people.waiting.count), jobs: try reserve(.job, plan.jobs.waiting.count),
            employers: try reserve(.employer, plan.employers.waiting.count))
        let names = files.map { ($0 as NSString).lastPathComponent }.joined(separator: ", ")
        let reason = StoreChange.Reason.import(file: names, rows: plan.rowCount, refused: plan.refusals.count, basis: basis)
        let saved = try commit(.records(RecordBatch(identified.records), reason: reason), watch)
        return (identified.records, saved.sequence)
    }

    /// Takes an import back whole.
    ///
    /// - Parameter watch: may stop it, after which all is as it was.
    /// - Returns: what it takes to make it again, and the records as they are
    ///   now.
    func takeBack(_ stored: StoredImport, _ watch: ChangeWatch) throws -> (taken: TakenBackImport, records: ImportedRecords) {
        let saved = try commit(.takeBackImport(entry: stored.sequence, before: RecordBatch(stored.before)), watch)
        guard let taken = saved.takenBack else { throw StoreError.failed(code: 0) }
        return (TakenBackImport(stored, sequence: saved.sequence, after: ImportedRecords(taken.was)), ImportedRecords(taken.now))
    }

    /// Makes an import again that was taken back, where nobody touched its
    /// records since.
    ///
    /// - Parameter watch: may stop it, after which nothing is made again.
    func makeAgain(_ taken: TakenBackImport, _ watch: ChangeWatch) throws -> StoredImport {
        let counts = taken.counts
        let reason = StoreChange.Reason.import(file: taken.file, rows: counts.rows, refused: counts.refused, basis: taken.sequence)
        let saved = try commit(.records(RecordBatch(taken.after), reason: reason), watch)
        return StoredImport(file: taken.file, counts: counts, sequence: saved.sequence, before: taken.before)
    }
}

extension RecordBatch {
    init(_ records: ImportedRecords) {
        self.init(employers: records.employers, people: records.people, jobs: records.jobs, distances: records.distances)
    }
}

extension ImportedRecords {
    init(_ batch: RecordBatch) {
        self.init(employers: batch.employers, people: batch.people, jobs: batch.jobs, distances: batch.distances)
    }
}
