import DoorstepCore
import GRDB

extension StationStore {
    /// Saves a change: all of it, with its entry in the journal, or nothing.
    /// When this returns, it is on the disk.
    ///
    /// - Parameters:
    ///   - caseworker: who makes the change.
    ///   - now: UTC, `2026-11-21T03:04:05Z`.
    ///   - day: the day of working, after which no step can be dated.
    ///   - watch: looks on at a change of many records, and may stop it.
    /// - Throws: `ChangeError.refused` where a step cannot follow what the
    ///   store holds at that moment, whatever the caller's register said;
    ///   `ChangeError.changedMeanwhile` where an edit knew a record otherwise.
    public func commit(
        _ change: StoreChange, by caseworker: String, now: String, day: Day, catalogue: Catalogue, watch: ChangeWatch = .none
    ) throws(ChangeError) -> Committed {
        let reader: RecordReader
        let secrets: Secrets
        var images: [RecordImage] = []
        var expected: [RecordImage] = []
        do {
            secrets = try keys()
            reader = try self.reader(catalogue)
            switch change {
            case .records(let batch, let reason):
                images = try batch.images(catalogue, reader, watch.pass(0, of: 2, over: batch.count))
                if case .edit(let before, _) = reason { expected = try before.images(catalogue, reader, watch.silent) }
            case .takeBackImport(_, let before): images = try before.images(catalogue, reader, watch.silent)
            default: break
            }
        } catch let error as StoreError {
            throw .store(error)
        } catch let error as ChangeError {
            throw error
        } catch {
            throw .store(.failed(code: 0))
        }
        return try changing(by: caseworker, now: now) { db in
            try Checkpoints.makeDaily(station: stationCode, now: now, secrets, db)
            let occasion = try Occasion(db, caseworker: caseworker, now: now)
            let making = ChangeMaking(
                db: db, occasion: occasion, catalogue: catalogue, station: stationCode, reader: reader, day: day,
                secrets: secrets, images: images, expected: expected, watch: watch)
            return try making.make(change)
        }
    }

    /// Identifiers for new records, which no other program is given: taken
    /// for good, whether records come of them or not.
    ///
    /// Complexity: grows with `count`; a hundred thousand take well under a
    /// second.
    public func reserve(_ kind: RecordID.Kind, count: Int, by caseworker: String, now: String) throws(StoreError) -> [RecordID] {
        guard count > 0 else { return [] }
        do {
            return try changing(by: caseworker, now: now) { db in
                try Identifiers.take(kind, count: count, station: stationCode, db)
            }
        } catch .store(let error) {
            throw error
        } catch {
            throw .failed(code: 0)
        }
    }
}
