/// A resident identity number of 18 characters (GB 11643): area, birth date,
/// sequence, check character. Holds nothing whose check character is wrong.
public struct IdentityNumber: Hashable, Sendable, CustomStringConvertible {
    /// The first 17 digits as one number, from which all else follows.
    private let number: Int64

    /// Why a text is no identity number.
    public enum Flaw: Error, Hashable, Sendable {
        case length(Int)
        case notDigits
        case birthDate
        case checkCharacter(expected: Character)
    }

    /// Reads 17 digits and a check character (`x` is taken for `X`).
    public init(_ text: String) throws(Flaw) {
        let bytes = Array(text.uppercased().utf8)
        guard bytes.count == 18 else { throw .length(text.count) }
        let digits = bytes[..<17].map { Int($0) - 48 }
        guard digits.allSatisfy({ (0...9).contains($0) }) else { throw .notDigits }
        func number(_ range: Range<Int>) -> Int {
            digits[range].reduce(0) { $0 * 10 + $1 }
        }
        guard Day(year: number(6..<10), month: number(10..<12), day: number(12..<14)) != nil, number(6..<10) >= 1850 else { throw .birthDate }
        let expected = IdentityNumber.checkCharacter(digits)
        guard bytes[17] == expected.asciiValue else { throw .checkCharacter(expected: expected) }
        self.number = Int64(number(0..<17))
    }

    public var text: String {
        String(unsafeUninitializedCapacity: 18) { bytes in
            var place = 0
            forEachDigit { digit in
                bytes[place] = digit == 10 ? UInt8(ascii: "X") : UInt8(truncatingIfNeeded: 48 + digit)
                place += 1
            }
            return place
        }
    }

    /// All 18, first to last: digits, and 10 for an X at the end.
    @inline(__always)
    func forEachDigit(_ body: (Int) -> Void) {
        var power: Int64 = 10_000_000_000_000_000
        while power > 0 {
            body(Int(number / power % 10))
            power /= 10
        }
        let check = checkPosition
        body(check == 2 ? 10 : (12 - check) % 11)
    }

    /// Of the check character among those there are.
    private var checkPosition: Int {
        // From the last digit back the weights are the powers of two.
        var (left, weight, sum) = (number, 2, 0)
        for _ in 0..<17 {
            sum += Int(left % 10) * weight
            left /= 10
            weight = weight * 2 % 11
        }
        return sum % 11
    }

    public var birth: Day {
        let date = Int(number / 1000 % 100_000_000)
        // Checked when the number was read.
        return Day(year: date / 10_000, month: date / 100 % 100, day: date % 100) ?? Day(number: 0)
    }

    /// Odd sequences are men's, even ones women's.
    public var sex: Sex { number % 2 == 1 ? .male : .female }

    /// Sequence 000 is never issued: a number made up for show, whose sex
    /// says nothing.
    public var isMadeUp: Bool { number % 1000 == 0 }

    /// The check character for the first 17 digits: ISO 7064, MOD 11-2.
    public static func checkCharacter(_ digits: [Int]) -> Character {
        let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
        let sum = zip(digits, weights).reduce(0) { $0 + $1.0 * $1.1 }
        return checkCharacters[sum % 11]
    }

    private static let checkCharacters = Array("10X98765432")

    public var description: String { text }

    /// `150784********4512`, for the screen.
    public var masked: String {
        String(text.prefix(6)) + "********" + String(text.suffix(4))
    }
}

/// As the identity card has it.
public enum Sex: String, Hashable, Sendable, CaseIterable {
    case male, female
}
