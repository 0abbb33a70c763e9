@testable import DoorstepCore
import Testing

@Suite("The names most like a text")
struct NameLikenessTests {
    private let names: [String]
    private let likeness: NameLikeness

    init() throws {
        names = Set(try Samples.catalogue.places.all.map { PlainText.key($0.name) } + ["中中", "中中中", "a"]).sorted()
        likeness = NameLikeness([Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, [$0]) })])
    }

    @Test("are those that comparing it with each name finds")
    func oracle() {
        var random = SplitMix64.printed()
        for _ in 0..<300 {
            // Parts of two names, so that some share much with it.
            var text = String(random.pick(names).prefix(random.int(0...4)) + random.pick(names).suffix(random.int(0...4)))
            if random.int(0...4) == 0 { text += random.pick(["中", "中中", "", "街"]) }
            let scalars = Set(text.unicodeScalars)
            var expected: [Int: Double] = [:]
            for (index, name) in names.enumerated() where name.unicodeScalars.count(where: { scalars.contains($0) }) * 4 > name.unicodeScalars.count {
                let value = PlainText.likeness(text, name)
                if value > 0.2 { expected[index] = value }
            }
            let found = likeness.names(like: text).map { ($0.positions[0], $0.likeness) }
            #expect(Dictionary(uniqueKeysWithValues: found) == expected, "seed \(random.seed), \(text)")
        }
    }

    @Test("have none where nothing is alike, and none for a letter with an accent of its own")
    func none() {
        for text in ["", "δ", "a\u{301}", "a\u{301}a\u{301}"] { #expect(likeness.names(like: text).isEmpty, "\(text)") }
        #expect(likeness.names(like: "a").map(\.likeness) == [1])
    }
}
