/// The chain of the ledger.
///
/// A step's link is SHA-256 over fourteen fields, each with its length in
/// four bytes, highest first, before it:
///
/// 1. the text `doorstep-ledger-1`
/// 2. the 32 bytes of the link of the step before it; of the first step, 32
///    bytes of zero
/// 3. to 14. the exported columns as UTF-8, as they are before any quoting,
///    in this order: number, placement, job, person, stage, party, date,
///    recorded, caseworker, employer, title, kind
///
/// A correction names the number of the step that it takes back. Its link is
/// SHA-256 over fifteen fields: the first is the text `doorstep-ledger-2`, the
/// following thirteen are the same, and
///
/// 15. the column corrects, which is not in the link where it is empty
///
/// The link of a step with a reason or evidence is SHA-256 over seventeen
/// fields: the first is the text `doorstep-ledger-3`, the following thirteen
/// are the same, then
///
/// 15. the column corrects, empty in all but corrections
/// 16. the column reason
/// 17. the column evidence
///
/// Numbers are written in decimal digits, like every column of a log.
public enum LedgerLink {
    /// What stands before the first step.
    public static let origin = [UInt8](repeating: 0, count: 32)

    /// The link of a step with these columns that follows the one with the
    /// link `previous`.
    ///
    /// - Parameters:
    ///   - columns: the twelve, from number to kind.
    ///   - corrects: the step that it takes back; empty where it takes none.
    ///   - reason: empty where there is none, as is `evidence`.
    public static func next(previous: [UInt8], columns: [String], corrects: String = "", reason: String = "", evidence: String = "") -> [UInt8] {
        let isProven = !reason.isEmpty || !evidence.isEmpty
        var fields = HashedFields(isProven ? "doorstep-ledger-3" : corrects.isEmpty ? "doorstep-ledger-1" : "doorstep-ledger-2")
        fields.add(previous)
        for column in columns { fields.add(column) }
        if isProven {
            for column in [corrects, reason, evidence] { fields.add(column) }
        } else if !corrects.isEmpty {
            fields.add(corrects)
        }
        return fields.digest
    }
}
