/// How much in a file that is not valid UTF-8 still speaks for UTF-8.
///
/// Chinese in GB 18030 hardly ever forms a sequence of three bytes that UTF-8
/// allows (about two in a hundred characters do), while sequences of two come
/// about in a fifth of its characters. In UTF-8 with a broken byte, all but
/// that byte is well-formed. The two are far apart, so plain counting tells
/// them from each other even in a file of a few words.
struct UTF8Evidence {
    /// Well-formed sequences of two bytes.
    private(set) var pairs = 0
    /// Well-formed sequences of three and of four bytes.
    private(set) var longer = 0
    /// Places where nothing well-formed begins. The continuation bytes that a
    /// broken lead leaves behind belong to its place.
    private(set) var bad = 0

    /// Counts in O(n).
    init(in bytes: [UInt8]) {
        var index = 0
        var followsBad = false
        while index < bytes.count {
            let lead = bytes[index]
            if lead < 0x80 {
                followsBad = false
                index += 1
                continue
            }
            let expected = Self.length(lead)
            var length = 1
            while length < expected, index + length < bytes.count, Self.isContinuation(bytes[index + length]) {
                length += 1
            }
            let isBad = expected == 1 || length < expected
            if !isBad {
                if expected == 2 { pairs += 1 } else { longer += 1 }
            } else if !(followsBad && Self.isContinuation(lead)) {
                bad += 1
            }
            followsBad = isBad
            index += length
        }
    }

    /// Whether the file is UTF-8 with a few bad bytes rather than not UTF-8.
    var outweighsBadBytes: Bool { 5 * longer + pairs >= 10 * bad }

    private static func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }

    /// How long a sequence is that begins with the byte; 1 if none does.
    private static func length(_ lead: UInt8) -> Int {
        switch lead {
        case 0xC2...0xDF: 2
        case 0xE0...0xEF: 3
        case 0xF0...0xF4: 4
        default: 1
        }
    }
}
