/// How much in a file that could be GB 18030 speaks for Chinese.
///
/// Almost all Chinese in use lies in the plane of GB 2312, whose characters
/// are two high bytes. A letter with an accent in a Western encoding, which
/// takes the plain letter behind it for its second byte, lies outside.
struct GB18030Evidence {
    /// Characters of two bytes within the plane of GB 2312.
    private(set) var common = 0
    /// Other characters of two bytes.
    private(set) var rare = 0

    /// Counts in O(n). Characters of four bytes, among them all of the
    /// Mongolian script, say nothing for either side.
    init(in bytes: [UInt8]) {
        var index = 0
        while index + 1 < bytes.count {
            let lead = bytes[index], trail = bytes[index + 1]
            if lead < 0x81 {
                index += 1
            } else if (0x30...0x39).contains(trail) {
                index += 4
            } else {
                if (0xA1...0xF7).contains(lead), trail >= 0xA1 { common += 1 } else { rare += 1 }
                index += 2
            }
        }
    }

    /// Whether the file is more likely Chinese than in another encoding.
    var isPlausible: Bool { common >= rare }
}
