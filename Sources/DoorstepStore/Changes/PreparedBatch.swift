import DoorstepCore

extension RecordBatch {
    var count: Int { employers.count + people.count + jobs.count + distances.count }

    /// The rows that the batch shall become, employers before the jobs that
    /// name them: worked out before anybody is kept waiting by the lock.
    ///
    /// - Throws: `StoreError.unstorable` for the first record that could not
    ///   be read back; `ChangeError.stopped`.
    func images(_ catalogue: Catalogue, _ reader: RecordReader, _ watch: ChangeWatch) throws -> [RecordImage] {
        var all: [RecordImage] = []
        all.reserveCapacity(count)
        func add<Record: Sendable>(_ records: [Record], _ image: @Sendable (Record) -> RecordImage) throws {
            all += try watch.map(records, after: all.count) { record in
                let image = image(record)
                try reader.check(image)
                return image
            }
        }
        try add(employers) { RecordImage($0, catalogue) }
        try add(people) { RecordImage($0, catalogue) }
        try add(jobs) { RecordImage($0, catalogue) }
        try add(distances) { RecordImage($0, catalogue) }
        return all
    }
}
