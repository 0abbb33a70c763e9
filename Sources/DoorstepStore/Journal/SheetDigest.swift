import Crypto

/// SHA-256 over the rows of a sheet, which the journal keeps of an export:
/// each row as fields with their lengths before them, so that no two sheets
/// give the same bytes.
public enum SheetDigest {
    /// In lower-case hexadecimal.
    public static func of(_ rows: some Sequence<[String]>) -> String { of(rowDigests: rows.lazy.map(ofRow)) }

    /// Of one row: 32 bytes.
    public static func ofRow(_ cells: some Sequence<String>) -> [UInt8] {
        var fields = HashedFields("doorstep-sheet-row-1")
        for cell in cells { fields.add(cell) }
        return fields.digest
    }

    /// Of all rows, where each was worked out by itself.
    ///
    /// - Parameter digests: those of the rows in their order, of one or of
    ///   several in a piece.
    public static func of(rowDigests digests: some Sequence<[UInt8]>) -> String {
        var hash = SHA256()
        for digest in digests { hash.update(data: digest) }
        return Hex.text(Array(hash.finalize()))
    }
}
