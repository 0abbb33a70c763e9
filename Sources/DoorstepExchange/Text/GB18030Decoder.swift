import Glibc

/// Reads GB 18030, strictly, by the system's converter: the table has 23,940
/// characters, and the system keeps it.
enum GB18030Decoder {
    /// The text of the bytes from `start` on, in UTF-8. A byte that begins no
    /// character, half a character at the end and U+0000 are bad bytes. O(n).
    static func decode(_ bytes: [UInt8], from start: Int) throws(TextDecodingError) -> [UInt8] {
        let converter = iconv_open("UTF-8", "GB18030")
        // Failure is the pointer −1, by the standard.
        guard let converter, converter != UnsafeMutableRawPointer(bitPattern: -1) else {
            throw .noConverter(.gb18030)
        }
        defer { iconv_close(converter) }

        let end = bytes.firstIndex(of: 0) ?? bytes.count
        var text: [UInt8] = []
        text.reserveCapacity((end - start) / 2 * 3)
        let taken = bytes[start..<end].withUnsafeBytes { convert($0, by: converter, into: &text) }
        if start + taken < bytes.count {
            throw .badBytes(.gb18030, at: start + taken, after: text)
        }
        return text
    }

    /// Converts as far as possible; returns how many bytes that was.
    private static func convert(
        _ bytes: UnsafeRawBufferPointer, by converter: iconv_t, into text: inout [UInt8]
    ) -> Int {
        // The converter's signature is older than `const`: it reads the input
        // and changes only the pointer to it.
        var input = UnsafeMutableRawPointer(mutating: bytes.baseAddress)?.assumingMemoryBound(to: CChar.self)
        var left = bytes.count
        withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 16) { chunk in
            var isFull = true
            while isFull {
                var output = chunk.baseAddress?.assumingMemoryBound(to: CChar.self)
                var room = chunk.count
                let result = iconv(converter, &input, &left, &output, &room)
                isFull = result == -1 && errno == E2BIG
                text.append(contentsOf: chunk[..<(chunk.count - room)])
            }
        }
        return bytes.count - left
    }
}
