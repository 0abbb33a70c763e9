/// An identifier in the form that stations give, `150784001-P000123`, as one
/// number: the station's code, the kind and the count, from the highest bits
/// down.
struct GivenID: Hashable, Sendable {
    private let bits: UInt64

    private static let countBits: UInt64 = 22
    private static let kindBits: UInt64 = 2
    private static let kinds = Array("EJPR".utf8)
    /// More than six digits are written out, six are filled with zeros.
    private static let shortCounts = 1_000_000

    /// Nil where the text has any other form: each text has one form alone.
    init?(_ text: String) {
        guard let bits = text.utf8.withContiguousStorageIfAvailable(GivenID.bits) ?? GivenID.bits(Array(text.utf8)) else { return nil }
        self.bits = bits
    }

    private static func bits(_ bytes: some RandomAccessCollection<UInt8>) -> UInt64? {
        guard (14...21).contains(bytes.count), let hyphen = bytes.firstIndex(of: UInt8(ascii: "-")) else { return nil }
        let kind = bytes.index(after: hyphen)
        guard let code = number(bytes[..<hyphen], digits: 6...12), kind < bytes.endIndex, let position = kinds.firstIndex(of: bytes[kind]),
            bytes[bytes.startIndex] != UInt8(ascii: "0")
        else { return nil }
        let digits = bytes[bytes.index(after: kind)...]
        guard let count = number(digits, digits: 6...7), count < 1 << countBits, digits.count == 6 || count >= shortCounts else { return nil }
        return UInt64(code) << (countBits + kindBits) | UInt64(position) << countBits | UInt64(count)
    }

    private static func number(_ bytes: some RandomAccessCollection<UInt8>, digits: ClosedRange<Int>) -> Int? {
        guard digits.contains(bytes.count) else { return nil }
        var number = 0
        for byte in bytes {
            guard (48...57).contains(byte) else { return nil }
            number = number * 10 + Int(byte - 48)
        }
        return number
    }

    private var count: Int { Int(bits & (1 << GivenID.countBits - 1)) }

    var text: String {
        let count = UInt64(count)
        let station = bits >> (GivenID.countBits + GivenID.kindBits)
        let counted = max(6, GivenID.digits(count))
        let length = GivenID.digits(station) + 2 + counted
        return String(unsafeUninitializedCapacity: length) { bytes in
            GivenID.write(count, counted, to: bytes, endingAt: length)
            bytes[length - counted - 1] = GivenID.kinds[Int(self.bits >> GivenID.countBits & 3)]
            bytes[length - counted - 2] = UInt8(ascii: "-")
            GivenID.write(station, length - counted - 2, to: bytes, endingAt: length - counted - 2)
            return length
        }
    }

    private static func digits(_ number: UInt64) -> Int {
        var (rest, digits) = (number / 10, 1)
        while rest > 0 { (rest, digits) = (rest / 10, digits + 1) }
        return digits
    }

    private static func write(_ number: UInt64, _ digits: Int, to bytes: UnsafeMutableBufferPointer<UInt8>, endingAt end: Int) {
        var rest = number
        for place in stride(from: end - 1, to: end - 1 - digits, by: -1) {
            bytes[place] = UInt8(truncatingIfNeeded: 48 + rest % 10)
            rest /= 10
        }
    }

    /// Whether this one comes first by bytes; nil where the numbers do not
    /// tell: another station's code may be longer, a count of seven digits
    /// begins with a smaller one's first.
    func precedes(_ other: GivenID) -> Bool? {
        guard bits >> (GivenID.countBits + GivenID.kindBits) == other.bits >> (GivenID.countBits + GivenID.kindBits),
            max(count, other.count) < GivenID.shortCounts
        else { return nil }
        return bits < other.bits
    }
}
