import Glibc

/// Writes GB 18030, by the system's converter.
enum GB18030Encoder {
    /// The bytes that stand for UTF-8 text. O(n).
    static func encode(_ utf8: [UInt8]) throws(GeneratorError) -> [UInt8] {
        let converter = iconv_open("GB18030", "UTF-8")
        // Failure is the pointer −1, by the standard.
        guard let converter, converter != UnsafeMutableRawPointer(bitPattern: -1) else { throw .noConverter }
        defer { iconv_close(converter) }
        // No character takes more than a third more than in UTF-8.
        var bytes = [UInt8](repeating: 0, count: utf8.count * 4 / 3 + 4)
        var written = 0
        let isWhole = utf8.withUnsafeBytes { source in
            bytes.withUnsafeMutableBytes { target in
                // The converter reads the input and changes only the pointer to it.
                var input = UnsafeMutableRawPointer(mutating: source.baseAddress)?.assumingMemoryBound(to: CChar.self)
                var left = source.count
                var output = target.baseAddress?.assumingMemoryBound(to: CChar.self)
                var room = target.count
                let result = iconv(converter, &input, &left, &output, &room)
                written = target.count - room
                return result != -1 && left == 0
            }
        }
        guard isWhole else { throw .noConverter }
        return Array(bytes[..<written])
    }
}
