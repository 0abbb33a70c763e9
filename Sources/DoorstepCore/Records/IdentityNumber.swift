/// A resident identity number of 18 characters (GB 11643): area, birth date,
/// sequence, check character. Holds nothing whose check character is wrong.
public struct IdentityNumber: Hashable, Sendable, CustomStringConvertible {
    public let text: String
    public let birth: Day
    /// Odd sequences are men's, even ones women's.
    public let sex: Sex
    /// Sequence 000 is never issued: a number made up for show, whose sex
    /// says nothing.
    public let isMadeUp: Bool

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
        guard let birth = Day(year: number(6..<10), month: number(10..<12), day: number(12..<14)), number(6..<10) >= 1850
        else { throw .birthDate }
        let expected = IdentityNumber.checkCharacter(digits)
        guard bytes[17] == expected.asciiValue else { throw .checkCharacter(expected: expected) }
        self.text = String(decoding: bytes, as: UTF8.self)
        self.birth = birth
        sex = digits[16] % 2 == 1 ? .male : .female
        isMadeUp = number(14..<17) == 0
    }

    /// The check character for the first 17 digits: ISO 7064, MOD 11-2.
    public static func checkCharacter(_ digits: [Int]) -> Character {
        let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
        let sum = zip(digits, weights).reduce(0) { $0 + $1.0 * $1.1 }
        return Array("10X98765432")[sum % 11]
    }

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
