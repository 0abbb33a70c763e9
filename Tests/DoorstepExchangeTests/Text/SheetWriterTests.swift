import DoorstepExchange
import Testing

@Suite("A sheet is written in the form that was asked for")
struct SheetWriterTests {
    private struct Full: Error {}

    private func written(_ format: TextSheetFormat, header: [String], _ rows: [[SheetValue]]) -> String {
        var bytes: [UInt8] = []
        SheetWriter.write(rows, header: header, format: format) { bytes += $0 }
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test("CSV begins with a mark and its header")
    func csv() {
        #expect(written(.csv, header: ["a", "b"], [[.integer(1), .text("=x")]]) == "\u{FEFF}a,b\r\n1,'=x\r\n")
        #expect(written(.csv, header: ["a", "b"], []) == "\u{FEFF}a,b\r\n")
    }

    @Test("a table is aligned by the columns a terminal shows, numbers to the right")
    func table() {
        let table = written(.table, header: ["编号", "姓名", "分", "备注"], [
            [.text("P0001"), .text("张三"), .decimal(865, places: 1), .text("焊工")],
            [.text("P2"), .text("Oyun"), .decimal(-7, places: 1), .empty],
            [.text("P3"), .text("e\u{301}"), .empty, .text("ok"), .text("多余")],
        ])
        #expect(table == """
            编号   姓名    分  备注
            -----  ----  ----  ----  ----
            P0001  张三  86.5  焊工
            P2     Oyun  -0.7
            P3     e\u{301}           ok    多余

            """)
    }

    @Test("a table obeys no control character of a cell")
    func controls() {
        let table = written(.table, header: ["x"], [[.text("a\u{1B}[31m\nb\u{202E}c\u{9B}d")]])
        #expect(table == "x\n-----------\na [31m bc d\n")
    }

    @Test("a table without rows is its header")
    func emptyTable() {
        #expect(written(.table, header: ["编号", "b"], []) == "编号  b\n----  -\n")
    }

    @Test("a long sheet is handed on in pieces")
    func pieces() throws {
        var sizes: [Int] = []
        let rows = repeatElement([SheetValue.text("0123456789"), .integer(7)], count: 100_000)
        SheetWriter.write(rows, header: ["a", "b"], format: .csv) { sizes.append($0.count) }
        let total = sizes.reduce(0, +)
        #expect(total == 1_400_008) // a mark, the header, 14 bytes a row
        #expect(sizes.count > 10)
        #expect(try #require(sizes.max()) < 1 << 17)
    }

    @Test("an error of the sink comes through as it is")
    func failingSink() {
        #expect(throws: Full.self) {
            try SheetWriter.write([[.integer(1)]], header: ["a"], format: .json) { _ throws(Full) in throw Full() }
        }
    }

    @Test("nothing is written after the end")
    func finished() {
        var bytes: [UInt8] = []
        var writer = SheetWriter(.json, header: ["a"])
        writer.finish { bytes += $0 }
        writer.write([.integer(1)]) { bytes += $0 }
        writer.finish { bytes += $0 }
        #expect(bytes == Array("[]\n".utf8))
    }
}
