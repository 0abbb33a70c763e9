/// What the bytes of a file give away before any encoding is assumed.
struct ByteCensus {
    /// Whether there is a zero byte anywhere: no text but UTF-16 has one.
    let hasZeros: Bool
    /// Whether there are more control characters than text can have.
    let looksBinary: Bool

    /// Looks at the whole file for zeros and at its beginning for the rest.
    init(of bytes: [UInt8]) {
        hasZeros = bytes.contains(0)
        let sample = bytes.prefix(1 << 16)
        let controls = sample.count { Self.isControl($0) }
        // A stray control character or two happens in text typed over years.
        looksBinary = controls * 50 > sample.count
    }

    /// Whether text has no use for the byte. Tab to CR are layout, 1A ends
    /// files of DOS, 1B and 7F come from old terminals and printers.
    private static func isControl(_ byte: UInt8) -> Bool {
        byte < 0x20 && !(0x09...0x0D).contains(byte) && byte != 0x1A && byte != 0x1B
    }
}
