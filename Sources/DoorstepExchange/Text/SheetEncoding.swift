/// The encodings in which stations' sheets arrive.
public enum SheetEncoding: String, CaseIterable, Hashable, Sendable {
    case utf8 = "UTF-8"
    case utf16LittleEndian = "UTF-16LE"
    case utf16BigEndian = "UTF-16BE"
    /// GB 18030, which contains GBK and GB 2312 letter for letter.
    case gb18030 = "GB 18030"

    /// The encoding of that name, however it is spelled: case, hyphens,
    /// underscores and spaces do not count. `nil` for any other name.
    ///
    /// "UTF-16" alone and "Unicode" (the name spreadsheet programs show) mean
    /// little endian; a byte-order mark in the file says otherwise where
    /// needed.
    public init?(name: String) {
        let letters = name.lowercased().filter { $0.isLetter || $0.isNumber }
        switch letters {
        case "utf8", "utf8bom", "utf8sig", "cp65001", "ascii", "usascii":
            self = .utf8
        case "utf16", "utf16le", "ucs2", "ucs2le", "unicode":
            self = .utf16LittleEndian
        case "utf16be", "ucs2be":
            self = .utf16BigEndian
        case "gb18030", "gb180302000", "gb180302005", "gb180302022", "gbk", "gb2312", "gb23121980",
            "euccn", "cp936", "ms936", "windows936", "936", "ansi":
            self = .gb18030
        default:
            return nil
        }
    }

    /// The bytes that mark a file as being in this encoding.
    var mark: [UInt8] {
        switch self {
        case .utf8: [0xEF, 0xBB, 0xBF]
        case .utf16LittleEndian: [0xFF, 0xFE]
        case .utf16BigEndian: [0xFE, 0xFF]
        case .gb18030: [0x84, 0x31, 0x95, 0x33]
        }
    }

    /// The encoding whose byte-order mark the file begins with.
    static func marked(_ bytes: [UInt8]) -> SheetEncoding? {
        allCases.first { bytes.starts(with: $0.mark) }
    }
}
