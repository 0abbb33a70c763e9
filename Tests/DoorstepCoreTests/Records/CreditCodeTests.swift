@testable import DoorstepCore
import Testing

@Suite("A unified social credit code")
struct CreditCodeTests {
    // The example of GB 32100, worked out: value × weight (3^i mod 31)
    //   9×1 + 1×3 + 3×9 + 5×27 + 0×19 + 1×26 + 0×16 + 0×17 + M(21)×20 + 0×29
    //   + 0×25 + 0×13 + 1×8 + 0×24 + 0×10 + Y(30)×30 + 4×28
    //   = 9 + 3 + 27 + 135 + 26 + 420 + 8 + 900 + 112 = 1640 = 52 × 31 + 28
    //   31 − 28 = 3: the check character is 3.
    @Test("of the standard's example has the check character worked out by hand")
    func example() throws {
        #expect(try CreditCode("91350100M000100Y43").text == "91350100M000100Y43")
        #expect(throws: CreditCode.Flaw.checkCharacter(expected: "3")) { try CreditCode("91350100M000100Y44") }
    }

    @Test("that is publicly known is read", arguments: [
        "914403001922038216", "9144030071526726XG", "91330100716105852F", "91110000802100433B", "91110108551385082Q", "91100000100003962T",
        "91330100799655058B", "9111000071093123XX", "11100000000013127D", "12100000400010275N", "91350100m000100y43",
    ])
    func known(text: String) throws {
        #expect(try CreditCode(text).description == text.uppercased())
    }

    @Test("with any one character wrong is refused")
    func wrongCharacters() throws {
        var records = RandomRecords(try Samples.catalogue, .printed())
        for _ in 0..<20 {
            let code = records.creditCode()
            let right = Array(try #require(code).text)
            for position in right.indices {
                for other in CreditCode.alphabet where other != right[position] {
                    var wrong = right
                    wrong[position] = other
                    #expect(throws: CreditCode.Flaw.self, "seed \(records.random.seed), \(String(wrong))") { try CreditCode(String(wrong)) }
                }
            }
        }
    }

    @Test("never has I, O, S, V or Z", arguments: ["I", "O", "S", "V", "Z", "-", "业"] as [Character])
    func letters(letter: Character) {
        #expect(throws: CreditCode.Flaw.character(letter)) { try CreditCode("9135010\(letter)M000100Y43") }
    }

    @Test("has 18 characters")
    func length() {
        #expect(throws: CreditCode.Flaw.length(17)) { try CreditCode("91350100M000100Y4") }
        #expect(throws: CreditCode.Flaw.length(15)) { try CreditCode("350100000100043") }
    }
}
