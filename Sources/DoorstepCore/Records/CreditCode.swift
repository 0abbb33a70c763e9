/// A unified social credit code of 18 characters (GB 32100): registration
/// authority, kind of body, area, body, check character.
public struct CreditCode: Hashable, Sendable, CustomStringConvertible {
    public let text: String

    /// Why a text is no credit code.
    public enum Flaw: Error, Hashable, Sendable {
        case length(Int)
        /// The letters I, O, S, V and Z are never used.
        case character(Character)
        case checkCharacter(expected: Character)
    }

    public init(_ text: String) throws(Flaw) {
        let letters = Array(text.uppercased())
        guard letters.count == 18 else { throw .length(letters.count) }
        var values: [Int] = []
        for letter in letters {
            guard let value = CreditCode.alphabet.firstIndex(of: letter) else { throw .character(letter) }
            values.append(value)
        }
        let expected = CreditCode.checkCharacter(values)
        guard letters[17] == expected else { throw .checkCharacter(expected: expected) }
        self.text = String(letters)
    }

    static let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY")

    /// The check character for the values of the first 17 characters:
    /// weights are the powers of 3 modulo 31.
    public static func checkCharacter(_ values: [Int]) -> Character {
        var weight = 1
        var sum = 0
        for value in values.prefix(17) {
            sum += value * weight
            weight = weight * 3 % 31
        }
        return alphabet[(31 - sum % 31) % 31]
    }

    public var description: String { text }
}
