import Crypto

/// SHA-256 over the rows of a sheet, which the journal keeps of an export:
/// each row as fields with their lengths before them, so that no two sheets
/// give the same bytes.
public enum SheetDigest {
    /// In lower-case hexadecimal.
    public static func of(_ rows: some Sequence<[String]>) -> String {
        var hash = SHA256()
        for row in rows {
            var fields = HashedFields("doorstep-sheet-row-1")
            for cell in row { fields.add(cell) }
            hash.update(data: fields.digest)
        }
        return Hex.text(Array(hash.finalize()))
    }
}
