import DoorstepCore

extension RecordBatch {
    /// The rows that the batch shall become, employers before the jobs that
    /// name them: worked out before anybody is kept waiting by the lock.
    ///
    /// - Throws: `StoreError.unstorable` for the first record that could not
    ///   be read back.
    func images(_ catalogue: Catalogue, _ reader: RecordReader) throws(StoreError) -> [RecordImage] {
        func images<Record: Sendable>(
            _ records: [Record], _ image: @Sendable (Record) -> RecordImage
        ) throws(StoreError) -> [RecordImage] {
            try records.mapOnAllProcessors { record throws(StoreError) in
                let image = image(record)
                try reader.check(image)
                return image
            }
        }
        return try images(employers) { RecordImage($0, catalogue) } + images(people) { RecordImage($0, catalogue) }
            + images(jobs) { RecordImage($0, catalogue) } + images(distances) { RecordImage($0, catalogue) }
    }
}
