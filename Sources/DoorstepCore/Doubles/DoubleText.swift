/// What of a text has to be equal for two records to be doubles.
enum DoubleText {
    /// A name or title without blanks, signs and capitals, half-width.
    static func name(_ text: String) -> String {
        var name = String.UnicodeScalarView()
        forEach(text) { name.append($0) }
        return String(name)
    }

    /// Calls with each character of a name that counts.
    @inline(__always)
    static func forEach(_ text: String, _ body: (Unicode.Scalar) -> Void) {
        SearchForm.forEach(text) { scalar in
            switch scalar.value {
            case 0x4E00...0x9FFF, 0x30...0x39, 0x61...0x7A: body(scalar)
            // Blanks, brackets and other signs.
            case 0..<0x80, 0x2000..<0x2070, 0x3000..<0x3040: return
            default: body(scalar)
            }
        }
    }

    /// The digits; nil where they are too few to tell anybody by.
    static func telephone(_ text: String) -> [UInt8]? {
        var digits: [UInt8] = []
        for byte in text.utf8 where (0x30...0x39).contains(byte) { digits.append(byte) }
        return digits.count >= leastDigits ? digits : nil
    }

    static let leastDigits = 7

    /// Both are known, and not the same.
    static func differ<Value: Equatable>(_ one: Value?, _ other: Value?) -> Bool {
        if let one, let other { one != other } else { false }
    }
}

/// A number made of all that has to be equal, step by step: the same for the
/// same, and for others so seldom that who looks again loses nothing.
struct DoubleKey {
    private(set) var number: UInt64

    init(_ reason: DoubleReason) {
        number = 0xCBF2_9CE4_8422_2325
        for byte in reason.rawValue.utf8 { add(UInt64(byte)) }
    }

    @inline(__always)
    mutating func add(_ part: UInt64) {
        number = (number ^ part) &* 0x9E37_79B9_7F4A_7C15
        number ^= number >> 32
    }

    mutating func add(name: String) {
        DoubleText.forEach(name) { add(UInt64($0.value)) }
        // Where it ends.
        add(UInt64.max)
    }

    /// - Returns: false where there are too few digits.
    mutating func add(telephone: String) -> Bool {
        var count = 0
        for byte in telephone.utf8 where (0x30...0x39).contains(byte) {
            add(UInt64(byte))
            count += 1
        }
        add(UInt64.max)
        return count >= DoubleText.leastDigits
    }
}

extension IdentityNumber {
    /// A number made of all its digits.
    var digitsNumber: UInt64 {
        var number: UInt64 = 0
        forEachDigit { number = number &* 11 &+ UInt64($0) }
        return number
    }
}
