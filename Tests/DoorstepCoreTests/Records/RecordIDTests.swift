@testable import DoorstepCore
import Testing

@Suite("Identifiers are kept letter for letter, however they are held")
struct RecordIDTests {
    @Test(
        "every text that is an identifier comes back as it was given",
        arguments: [
            "150784001-P000123", "150784-J000001", "150784001000-E9999999", "150784001-R1000000", "150784001-P0000123", "150784001-P4194303",
            "150784001-P4194304", "150784001-P000000", "050784001-P000001", "150784001-X000001", "150784001-p000001", "15078-P000001",
            "1507840010001-P000001", "150784001-P", "P1", "甲", "150784001-P00000１", "-P000001", "150784001-P12345", "150784001–P000001",
        ])
    func comesBack(_ text: String) throws {
        #expect(try recordID(text).text == text)
    }

    @Test("what a station gives is what its text reads as")
    func givenReadsAsItsText() throws {
        for (station, number) in [("150784001", 1), ("150784001", 999_999), ("150784001", 1_000_000), ("150784001", 99_999_999), ("150784", 12), ("x", 3)] {
            let given = RecordID(station: station, kind: .placement, number: number)
            #expect(try recordID(given.text) == given)
            #expect(try recordID(given.text).hashValue == given.hashValue)
        }
    }

    @Test("identifiers are ordered by their bytes")
    func orderedByBytes() throws {
        var random = SplitMix64.printed()
        let stations = ["150784001", "150784", "150784002", "150784001001", "050784001", "９"]
        var texts: [String] = []
        for _ in 0..<300 {
            let count = random.pick([random.int(0...20), random.int(999_990...1_000_010), random.int(4_194_300...4_194_310), random.int(0...99_999_999)])
            let digits = String(count)
            let filled = random.once(in: 4) ? digits : String(repeating: "0", count: max(0, 6 - digits.count)) + digits
            texts.append("\(random.pick(stations))-\(random.pick(["E", "J", "P", "R", "p"]))\(filled)")
        }
        for one in texts {
            for other in texts {
                #expect(
                    try (recordID(one) < recordID(other)) == one.utf8.lexicographicallyPrecedes(other.utf8), "\(one) and \(other), seed \(random.seed)")
                #expect(try (recordID(one) == recordID(other)) == (one == other))
            }
        }
    }
}

@Suite("Texts that are only kept")
struct ExtrasTests {
    @Test("extras are what was last said of each key, in whatever order it was said")
    func likeADictionary() {
        var random = SplitMix64.printed()
        for _ in 0..<200 {
            var extras: Extras<PersonExtra> = [:]
            var expected: [PersonExtra: String] = [:]
            for _ in 0..<random.int(0...20) {
                let key = random.pick(PersonExtra.allCases)
                let text = random.maybe { "\($0.int(0...9))" }
                extras[key] = text
                expected[key] = text
            }
            #expect(PersonExtra.allCases.allSatisfy { extras[$0] == expected[$0] }, "seed \(random.seed)")
            #expect(extras.isEmpty == expected.isEmpty && extras.texts.count == expected.count)
            var again: Extras<PersonExtra> = [:]
            for (key, text) in expected { again[key] = text }
            #expect(again == extras, "seed \(random.seed)")
            #expect(extras.all.map(\.key.rawValue) == expected.keys.map(\.rawValue).sorted())
        }
    }
}
