import Glibc

/// Texts as other programs would write them.
enum EncodedText {
    static func utf16(_ text: String, bigEndian: Bool, mark: Bool) -> [UInt8] {
        ((mark ? [0xFEFF] : []) + Array(text.utf16)).flatMap { unit -> [UInt8] in
            let bytes = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
            return bigEndian ? bytes : bytes.reversed()
        }
    }

    /// The text in GB 18030, by the system's converter.
    static func gb18030(_ text: String) -> [UInt8] {
        guard let converter = iconv_open("GB18030", "UTF-8") else { return [] }
        defer { iconv_close(converter) }
        var input = text.utf8.map { CChar(bitPattern: $0) }
        var output = [CChar](repeating: 0, count: input.count * 2 + 16)
        var inputLeft = input.count
        var room = output.count
        input.withUnsafeMutableBufferPointer { input in
            output.withUnsafeMutableBufferPointer { output in
                var from = input.baseAddress
                var to = output.baseAddress
                _ = iconv(converter, &from, &inputLeft, &to, &room)
            }
        }
        return output.dropLast(room).map { UInt8(bitPattern: $0) }
    }
}
