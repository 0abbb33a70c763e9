import Testing

@testable import TerminalUI

@Suite("The width of text")
struct DisplayWidthTests {
    let width = DisplayWidth()

    @Test("Chinese takes two columns, Latin one, marks none")
    func basicWidths() {
        #expect(width.of("张三") == 4)
        #expect(width.of("𠮷") == 2)
        #expect(width.of("　") == 2)
        #expect(width.of("abc") == 3)
        #expect(width.of("e\u{301}") == 1)
        #expect(width.of("张a，ｂ。") == 9)
        #expect(width.of("") == 0)
    }

    @Test("What is of ambiguous width follows the terminal")
    func ambiguousWidths() {
        let wide = DisplayWidth(ambiguous: .wide)
        #expect(width.of("“…”①─") == 5)
        #expect(wide.of("“…”①─") == 10)
        #expect(wide.of("abc张") == 5)
        #expect(width.isAmbiguous("…"))
        #expect(!width.isAmbiguous("~"))
    }

    @Test("The tables are in order and do not overlap")
    func tablesAreSorted() {
        for table in [WidthTable.zero, WidthTable.wide, WidthTable.ambiguous] {
            #expect(table.count.isMultiple(of: 2))
            for pair in stride(from: 0, to: table.count, by: 2) {
                #expect(table[pair] <= table[pair + 1])
                if pair > 0 { #expect(table[pair - 1] < table[pair]) }
            }
        }
        for value in UInt32(0)...0x10FFFF {
            let hits = [WidthTable.zero, WidthTable.wide, WidthTable.ambiguous]
                .count { WidthTable.contains(value, in: $0) }
            if hits > 1 { Issue.record("\(String(value, radix: 16)) has \(hits) widths") }
        }
    }
}
