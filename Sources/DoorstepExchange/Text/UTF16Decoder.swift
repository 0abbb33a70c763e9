/// Reads UTF-16, strictly.
enum UTF16Decoder {
    /// The text of the bytes from `start` on, in UTF-8. Half a pair of
    /// surrogates, half a unit at the end and U+0000 are bad bytes. O(n).
    static func decode(
        _ bytes: [UInt8], as encoding: SheetEncoding, from start: Int
    ) throws(TextDecodingError) -> [UInt8] {
        let units = Units(bytes: bytes, bigEndian: encoding == .utf16BigEndian)
        var text: [UInt8] = []
        text.reserveCapacity((bytes.count - start) / 2 * 3)
        var index = start
        while index < bytes.count {
            guard let (scalar, length) = units.scalar(at: index), scalar.value != 0 else {
                throw .badBytes(encoding, at: index, after: text)
            }
            append(scalar, to: &text)
            index += length
        }
        return text
    }

    /// The byte order in which the bytes are plausibly text without a mark;
    /// `nil` if they are in neither.
    ///
    /// Separators, digits and line ends have a zero byte each, so a sheet in
    /// UTF-16 has many of them; a text that has a zero or two by accident is
    /// not taken for one, though pairs of letters pass for Chinese characters.
    static func plausibleOrder(of bytes: [UInt8]) -> SheetEncoding? {
        let sample = Array(bytes.prefix(1 << 16))
        let zeros = sample.count { $0 == 0 }
        guard zeros * 50 >= sample.count else { return nil }
        let orders: [SheetEncoding] = [.utf16LittleEndian, .utf16BigEndian]
        return orders
            .map { (order: $0, likeness: Likeness(of: sample, bigEndian: $0 == .utf16BigEndian)) }
            .filter { $0.likeness.isPlausible }
            .max { $0.likeness < $1.likeness }?
            .order
    }

    private static func append(_ scalar: Unicode.Scalar, to text: inout [UInt8]) {
        let value = scalar.value
        switch value {
        case ..<0x80:
            text.append(UInt8(truncatingIfNeeded: value))
        case ..<0x800:
            text.append(0xC0 | UInt8(truncatingIfNeeded: value >> 6))
            text.append(continuation(value))
        case ..<0x1_0000:
            text.append(0xE0 | UInt8(truncatingIfNeeded: value >> 12))
            text.append(continuation(value >> 6))
            text.append(continuation(value))
        default:
            text.append(0xF0 | UInt8(truncatingIfNeeded: value >> 18))
            text.append(continuation(value >> 12))
            text.append(continuation(value >> 6))
            text.append(continuation(value))
        }
    }

    private static func continuation(_ value: UInt32) -> UInt8 {
        0x80 | UInt8(truncatingIfNeeded: value & 0x3F)
    }
}

/// Bytes seen as units of sixteen bits.
private struct Units {
    let bytes: [UInt8]
    let bigEndian: Bool

    /// The unit that begins at the byte; `nil` if the file ends within it.
    func unit(at index: Int) -> UInt16? {
        guard index + 1 < bytes.count else { return nil }
        let first = UInt16(bytes[index]), second = UInt16(bytes[index + 1])
        return bigEndian ? first << 8 | second : second << 8 | first
    }

    /// The scalar that begins at the byte, and its length in bytes.
    func scalar(at index: Int) -> (Unicode.Scalar, length: Int)? {
        guard let unit = unit(at: index) else { return nil }
        if let scalar = Unicode.Scalar(unit) { return (scalar, 2) }
        guard UTF16.isLeadSurrogate(unit), let trail = self.unit(at: index + 2), UTF16.isTrailSurrogate(trail),
            let scalar = Unicode.Scalar(0x1_0000 + (UInt32(unit & 0x3FF) << 10 | UInt32(trail & 0x3FF)))
        else { return nil }
        return (scalar, 4)
    }
}

/// How much units of sixteen bits look like text of this region.
private struct Likeness: Comparable {
    private var total = 0
    private var plausible = 0
    private var ascii = 0

    init(of sample: [UInt8], bigEndian: Bool) {
        let units = Units(bytes: sample, bigEndian: bigEndian)
        for index in stride(from: 0, to: sample.count, by: 2) {
            guard let unit = units.unit(at: index) else { break }
            total += 1
            switch unit {
            case 0x20...0x7E, 0x09, 0x0A, 0x0D:
                ascii += 1
                plausible += 1
            // Latin, Cyrillic and Mongolian, punctuation and symbols, Chinese,
            // surrogates of rare characters, full-width forms.
            case 0xA0...0x17F, 0x400...0x52F, 0x1800...0x18AF, 0x2000...0x26FF, 0x3000...0x303F,
                0x3200...0x9FFF, 0xD800...0xDFFF, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFFEF:
                plausible += 1
            default:
                break
            }
        }
    }

    var isPlausible: Bool { ascii > 0 && plausible * 20 >= total * 19 }

    static func < (lhs: Likeness, rhs: Likeness) -> Bool {
        (lhs.plausible, lhs.ascii) < (rhs.plausible, rhs.ascii)
    }
}
