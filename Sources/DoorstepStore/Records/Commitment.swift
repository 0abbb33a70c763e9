/// Binds a row to the journal without telling what is in it.
///
/// A record's commitment is SHA-256 over these fields, each with its length
/// in four bytes, highest first, before it:
///
/// 1. the text `doorstep-record-1`
/// 2. the table: `employer`, `person`, `job` or `distance`
/// 3. the record's identifier
/// 4. its revision: eight bytes, highest first
/// 5. the row's salt: 16 random bytes, new with each revision, so that
///    nobody finds a telephone by trying all there are
/// 6. `facts`, byte for byte
/// 7. of a person `personal`, byte for byte; of a job `employerId`; of the
///    others nothing, and no field
///
/// A saved search's commitment is made as a person's, over
/// `doorstep-search-1` and then from its identifier on.
///
/// A step's note has one of its own, over `doorstep-note-1`, the step's
/// number in eight bytes, `noteSalt` and `note`.
enum Commitment {
    static func of(_ record: KeptRecord) -> [UInt8] {
        var fields = HashedFields("doorstep-record-1")
        fields.add(record.kind.rawValue)
        fields.add(record.id)
        fields.add(record.revision)
        fields.add(record.salt)
        fields.add(record.facts)
        switch record.kind {
        case .person: fields.add(record.personal)
        case .job: fields.add(record.employer)
        case .employer, .distance: break
        }
        return fields.digest
    }

    static func ofSearch(_ image: SearchImage, revision: Int, salt: [UInt8]) -> [UInt8] {
        var fields = HashedFields("doorstep-search-1")
        fields.add(image.id)
        fields.add(revision)
        fields.add(salt)
        fields.add(image.facts)
        fields.add(image.personal)
        return fields.digest
    }

    static func ofNote(step number: Int, salt: [UInt8], note: [UInt8]) -> [UInt8] {
        var fields = HashedFields("doorstep-note-1")
        fields.add(number)
        fields.add(salt)
        fields.add(note)
        return fields.digest
    }

    static func ofNote(service number: Int, salt: [UInt8], note: [UInt8]) -> [UInt8] {
        var fields = HashedFields("doorstep-service-note-1")
        fields.add(number)
        fields.add(salt)
        fields.add(note)
        return fields.digest
    }

    /// Sixteen bytes from the operating system's source of randomness.
    static func salt() -> [UInt8] {
        var source = SystemRandomNumberGenerator()
        return (0..<2).flatMap { _ in withUnsafeBytes(of: UInt64.random(in: .min ... .max, using: &source)) { Array($0) } }
    }
}
