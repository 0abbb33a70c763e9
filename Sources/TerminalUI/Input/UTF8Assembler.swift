/// Makes scalars of bytes that arrive one at a time, perhaps with a pause in
/// the middle of a character. Broken sequences are passed over, and take
/// nothing of what follows with them.
public struct UTF8Assembler: Hashable, Sendable {
    private var bytes: [UInt8] = []
    private var needed = 0

    public init() {}

    /// The scalar that `byte` completes, if it does.
    public mutating func take(_ byte: UInt8) -> Unicode.Scalar? {
        switch byte {
        case 0x00..<0x80:
            bytes = []
            return Unicode.Scalar(byte)
        case 0x80..<0xC0:
            guard !bytes.isEmpty else { return nil }
            bytes.append(byte)
            guard bytes.count == needed else { return nil }
            defer { bytes = [] }
            return String(validating: bytes, as: UTF8.self)?.unicodeScalars.first
        default:
            bytes = [byte]
            needed = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
            return nil
        }
    }
}
