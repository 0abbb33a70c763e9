@testable import DoorstepCore
import Testing

@Suite("A resident identity number")
struct IdentityNumberTests {
    /// The check character by the recursion of ISO 7064 (MOD 11-2), which
    /// knows no table of weights.
    private func check(_ digits: [Int]) -> Character {
        let sum = digits.reduce(0) { ($0 + $1) * 2 % 11 }
        let value = (12 - sum) % 11
        return value == 10 ? "X" : Character(String(value))
    }

    private func digits(_ birth: String, sequence: [Int], area: [Int] = [1, 5, 0, 7, 8, 4]) -> [Int] {
        area + birth.compactMap(\.wholeNumberValue) + sequence
    }

    private func text(_ digits: [Int]) -> String {
        digits.map(String.init).joined() + String(check(digits))
    }

    private func randomDigits(_ random: inout SplitMix64) throws -> [Int] {
        let birth = Day(number: Int32(random.int(-25_000...20_000))).description
        return digits(birth, sequence: (0..<3).map { _ in random.int(0...9) }, area: (0..<6).map { _ in random.int(0...9) })
    }

    @Test("of the standard's own examples is read", arguments: [
        ("11010519491231002X", "1949-12-31", Sex.female), ("440524188001010014", "1880-01-01", Sex.male), ("11010519491231002x", "1949-12-31", Sex.female),
    ])
    func examples(text: String, birth: String, sex: Sex) throws {
        let number = try IdentityNumber(text)
        #expect(number.birth.description == birth && number.sex == sex && number.text == text.uppercased())
    }

    @Test("has the check character that the recursion of ISO 7064 gives")
    func checkCharacter() throws {
        var random = SplitMix64.printed()
        for _ in 0..<500 {
            let digits = try randomDigits(&random)
            #expect(IdentityNumber.checkCharacter(digits) == check(digits), "seed \(random.seed), \(digits)")
            #expect(throws: Never.self, "seed \(random.seed), \(digits)") { try IdentityNumber(text(digits)) }
        }
    }

    @Test("with any one character wrong, or two neighbours swapped, is refused")
    func wrongCharacters() throws {
        var random = SplitMix64.printed()
        for _ in 0..<25 {
            let right = Array(text(try randomDigits(&random)))
            for position in right.indices {
                for other in "0123456789X" where other != right[position] {
                    var wrong = right
                    wrong[position] = other
                    #expect(throws: IdentityNumber.Flaw.self, "seed \(random.seed), \(String(wrong))") { try IdentityNumber(String(wrong)) }
                }
                if position > 0, right[position] != right[position - 1] {
                    var wrong = right
                    wrong.swapAt(position, position - 1)
                    #expect(throws: IdentityNumber.Flaw.self, "seed \(random.seed), \(String(wrong))") { try IdentityNumber(String(wrong)) }
                }
            }
        }
    }

    @Test("says a man where the sequence is odd, a woman where it is even", arguments: [
        ([0, 0, 1], Sex.male), ([0, 0, 2], .female), ([9, 9, 9], .male), ([1, 2, 0], .female), ([1, 0, 0], .female), ([0, 9, 1], .male),
    ])
    func sex(sequence: [Int], sex: Sex) throws {
        let number = try IdentityNumber(text(digits("19900101", sequence: sequence)))
        #expect(number.sex == sex && !number.isMadeUp)
    }

    @Test("with sequence 000, which is never issued, is made up, and its sex contradicts nobody")
    func madeUp() throws {
        let text = text(digits("19900101", sequence: [0, 0, 0]))
        #expect(try IdentityNumber(text).isMadeUp)
        let row = try RowReader().person(["name": "张三", "place": "额尔古纳市", "id_number": text, "sex": "男"])
        #expect(row.record?.sex == .male && row.warnings.isEmpty)
    }

    @Test("says why a text is none")
    func flaws() throws {
        let right = text(digits("19900101", sequence: [0, 0, 1]))
        let wrongCheck = String(right.dropLast()) + (right.hasSuffix("0") ? "1" : "0")
        let expected = try #require(right.last)
        #expect(throws: IdentityNumber.Flaw.length(17)) { try IdentityNumber(String(right.dropLast())) }
        #expect(throws: IdentityNumber.Flaw.length(0)) { try IdentityNumber("") }
        #expect(throws: IdentityNumber.Flaw.notDigits) { try IdentityNumber("15078A" + right.dropFirst(6)) }
        #expect(throws: IdentityNumber.Flaw.birthDate) { try IdentityNumber(text(digits("19900230", sequence: [0, 0, 1]))) }
        #expect(throws: IdentityNumber.Flaw.birthDate) { try IdentityNumber(text(digits("18491231", sequence: [0, 0, 1]))) }
        #expect(throws: IdentityNumber.Flaw.checkCharacter(expected: expected)) { try IdentityNumber(wrongCheck) }
    }

    @Test("is shown without its middle")
    func masked() throws {
        #expect(try IdentityNumber("11010519491231002X").masked == "110105********002X")
    }
}
