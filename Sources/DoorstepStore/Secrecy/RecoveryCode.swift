import DoorstepCore

/// What opens a store when no caseworker can: 130 random bits, printed when
/// the store is made and kept in a safe.
///
/// Written in groups of four letters and digits that are not taken for one
/// another (Crockford's base 32), the last two a check over all others:
/// `7K3M-0V9R-…`.
public struct RecoveryCode: Sendable {
    public let text: String

    private static let letters = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
    private static let randomLetters = 26
    /// The largest prime that two letters can write: one wrong letter, and
    /// two in the wrong order, are always noticed.
    private static let modulus = 1021

    init() {
        var source = SystemRandomNumberGenerator()
        let numbers = (0..<RecoveryCode.randomLetters).map { _ in Int.random(in: 0..<32, using: &source) }
        text = RecoveryCode.written(numbers + RecoveryCode.check(numbers))
    }

    /// As somebody copied it: small or full-width letters, other or no
    /// hyphens, O for 0 and I or L for 1 are taken as they were meant. Nil where it is none.
    public init?(_ typed: String) {
        var numbers: [Int] = []
        for letter in PlainText.halfWidth(typed).uppercased() where !"- –—\u{3000}".contains(letter) {
            let meant: Character = switch letter {
            case "O": "0"
            case "I", "L": "1"
            default: letter
            }
            guard let number = RecoveryCode.letters.firstIndex(of: meant) else { return nil }
            numbers.append(number)
        }
        guard numbers.count == RecoveryCode.randomLetters + 2, RecoveryCode.check(numbers.dropLast(2)) == Array(numbers.suffix(2)) else { return nil }
        text = RecoveryCode.written(numbers)
    }

    var passphrase: Passphrase { Passphrase(text) }

    private static func check(_ numbers: some Collection<Int>) -> [Int] {
        let sum = numbers.enumerated().reduce(0) { ($0 + ($1.offset + 1) * $1.element) % modulus }
        return [sum / 32, sum % 32]
    }

    private static func written(_ numbers: [Int]) -> String {
        stride(from: 0, to: numbers.count, by: 4).map { start in
            String(numbers[start..<min(start + 4, numbers.count)].map { letters[$0] })
        }.joined(separator: "-")
    }
}
