/// Recognises files that are not text by their first bytes.
enum BinarySignature {
    /// What the file is, if it begins like something that is not text.
    static func refusal(of bytes: [UInt8]) -> TextDecodingError? {
        for (signature, refusal) in known where bytes.starts(with: signature) {
            return refusal
        }
        return nil
    }

    /// Signatures long enough that no sheet begins with one by chance: two
    /// letters as in "PK" or "BM" alone would refuse honest text.
    private static let known: [(signature: [UInt8], refusal: TextDecodingError)] = [
        ([0x50, 0x4B, 0x03, 0x04], .spreadsheet),
        ([0x50, 0x4B, 0x05, 0x06], .spreadsheet),
        ([0x50, 0x4B, 0x07, 0x08], .spreadsheet),
        ([0xD0, 0xCF, 0x11, 0xE0], .oldSpreadsheet),
        // The binary sheets before OLE2: a BIFF "beginning of file" record.
        ([0x09, 0x08, 0x10, 0x00], .oldSpreadsheet),
        ([0x09, 0x08, 0x08, 0x00], .oldSpreadsheet),
        (Array("%PDF-".utf8), .notText(.pdf)),
        ([0x89, 0x50, 0x4E, 0x47], .notText(.image)),
        ([0xFF, 0xD8, 0xFF], .notText(.image)),
        (Array("GIF87a".utf8), .notText(.image)),
        (Array("GIF89a".utf8), .notText(.image)),
        ([0x49, 0x49, 0x2A, 0x00], .notText(.image)),
        ([0x4D, 0x4D, 0x00, 0x2A], .notText(.image)),
        ([0x1F, 0x8B, 0x08], .notText(.archive)),
        (Array("7z".utf8) + [0xBC, 0xAF, 0x27, 0x1C], .notText(.archive)),
        (Array("Rar!".utf8) + [0x1A, 0x07], .notText(.archive)),
    ]
}
