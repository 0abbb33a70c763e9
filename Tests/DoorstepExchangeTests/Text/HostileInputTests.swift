import DoorstepExchange
import Testing

@Suite("Hostile files neither crash nor hang")
struct HostileInputTests {
    @Test("any bytes are either text or refused, in every encoding")
    func randomBytes() {
        let seed = SeededRandom.printedSeed(for: "hostile bytes")
        var random = SeededRandom(seed: seed)
        let structure: [UInt8] = Array("\",;\t\r\n'=\u{0}".utf8)
            + [0xEF, 0xBB, 0xBF, 0xFF, 0xFE, 0x81, 0x30, 0xD8, 0xE4, 0xB8]
        var texts = 0
        for round in 0..<100_000 {
            let isStructured = Bool.random(using: &random)
            let bytes = (0..<Int.random(in: 0...64, using: &random)).map { _ in
                isStructured
                    ? structure.randomElement(using: &random) ?? 0 : UInt8.random(in: 0...255, using: &random)
            }
            let named = round % 3 == 0 ? SheetEncoding.allCases.randomElement(using: &random) : nil
            guard let text = try? TextDecoder.decode(bytes, encoding: named) else { continue }
            texts += 1
            #expect(String(validating: text.utf8, as: UTF8.self) != nil, "seed \(seed), round \(round): \(bytes)")
            var lastLine = 0
            for row in CSVReader(text) {
                #expect(row.line > lastLine)
                lastLine = row.line
            }
        }
        #expect(texts > 0)
    }

    @Test("the time a sheet takes does not grow with the square of its quotes", arguments: [
        "\"", "\"\n", "\"\"\n", "\"x\n", "\"\"x\n", "\"\n\"x\n", ",\"", "\n", "\"\"", "\",\"\n",
        "a\"\"\n\"\"\"\n", "\"\"\"\n", "'", "\r",
    ])
    func manyQuotes(piece: String) {
        let text = String(repeating: piece, count: 300_000) + "x"
        #expect(CSVReader(text).reduce(0) { sum, row in sum + row.cells.count } >= 1)
    }
}
