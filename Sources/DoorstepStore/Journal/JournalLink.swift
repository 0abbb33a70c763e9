/// The chain of the journal.
///
/// An entry's link is SHA-256 over eight fields, each with its length in
/// four bytes, highest first, before it:
///
/// 1. the text `doorstep-journal-1`
/// 2. the entry's sequence: eight bytes, highest first
/// 3. its time, such as `2026-11-21T03:04:05Z`
/// 4. the caseworker
/// 5. its kind
/// 6. its subjects
/// 7. its content
/// 8. the 32 bytes of the link of the entry before it; of the first entry,
///    32 bytes of zero
///
/// Texts are UTF-8, as they stand in the table `journal`.
public enum JournalLink {
    /// What stands before the first entry.
    public static let origin = [UInt8](repeating: 0, count: 32)

    /// The link of an entry that follows the one with the link `previous`.
    public static func next(
        previous: [UInt8], sequence: Int, time: String, caseworker: String, kind: String, subjects: String, content: String
    ) -> [UInt8] {
        var fields = HashedFields("doorstep-journal-1")
        fields.add(sequence)
        fields.add(time)
        fields.add(caseworker)
        fields.add(kind)
        fields.add(subjects)
        fields.add(content)
        fields.add(previous)
        return fields.digest
    }
}
