import DoorstepExchange
import Testing

@Suite("What is written is read back letter for letter")
struct CSVRoundTripTests {
    private func written(_ rows: [[String]], separator: CSVSeparator = .comma, mark: Bool = true) -> [UInt8] {
        var writer = CSVWriter(separator: separator, byteOrderMark: mark)
        var bytes: [UInt8] = []
        for row in rows { writer.append(row, to: &bytes) }
        return bytes
    }

    /// Compared byte for byte: Swift's strings are equal where they look equal.
    private func utf8(_ rows: [[String]]) -> [[[UInt8]]] {
        rows.map { $0.map { Array($0.utf8) } }
    }

    @Test("the form is RFC 4180: CRLF, quotes only where needed, a mark in front")
    func form() {
        let bytes = written([
            ["编号", "备注"], ["1", "a,b"], ["2", "say \"hi\""], ["3", "x\ny"], ["4", "焊工;电工"], ["", " "],
        ])
        let text = "\u{FEFF}编号,备注\r\n1,\"a,b\"\r\n2,\"say \"\"hi\"\"\"\r\n3,\"x\ny\"\r\n4,焊工;电工\r\n, \r\n"
        #expect(bytes == Array(text.utf8))
        #expect(written([["a"]], mark: false) == Array("a\r\n".utf8))
    }

    @Test("what a spreadsheet would run gets an apostrophe; numbers do not")
    func formulas() {
        let bytes = written([["=1", "+8", "-x", "@a", "\tb", "\rc", "＝d", "'=e", "'f", "g=h"]], mark: false)
        #expect(String(decoding: bytes, as: UTF8.self)
            == "'=1,'+8,'-x,'@a,\"'\tb\",\"'\rc\",'＝d,''=e,'f,g=h\r\n")

        var writer = CSVWriter(byteOrderMark: false)
        var numbers: [UInt8] = []
        writer.append(
            [SheetValue.integer(-5), .decimal(-25, places: 2), .text("-5"), .date("2026-11-21"), .empty], to: &numbers)
        #expect(String(decoding: numbers, as: UTF8.self) == "-5,-0.25,'-5,2026-11-21,\r\n")
    }

    @Test("awkward sheets survive without the separator being told", arguments: [
        [[""]], [["", ""], ["", ""]], [["a;b"], ["c;d"]], [["a"], ["b;c"], ["d;e", "f"]],
        [["a;b;c", "d"], ["e;f;g", "h"]], [["a\tb", "c"], ["d\te", "f"]], [["\"", "\"\""], ["\"\"\"", "\n"]],
        [["\u{FEFF}a", "b"]], [["\u{FEFF}"]], [["a"], [], ["b"]], [["'", "''", "'''="]], [["\r\n", "\r", "\n"]],
        [["e\u{301}", "\u{E9}"]], [["a,b", "\"c"], ["d\"", "e\nf\"g"]],
    ] as [[[String]]])
    func awkward(rows: [[String]]) {
        for separator in CSVSeparator.allCases {
            for mark in [true, false] {
                let bytes = written(rows, separator: separator, mark: mark)
                let read = try? TextDecoder.decode(bytes)
                #expect(read.map { utf8(CSVReader($0).map(\.cells)) } == utf8(rows), "\(separator) \(mark)")
            }
        }
    }

    @Test("any rows of any strings survive")
    func anything() throws {
        let seed = SeededRandom.printedSeed(for: "round trip")
        var random = SeededRandom(seed: seed)
        let pieces = [
            "'", "'", "\"", "\"", "\"\"", ",", ";", "\t", "\r", "\n", "\r\n", "=", "+", "-", "@", "＝", "＋", "－", "＠",
            " ", "a", "7", "张", "，", "；", "\u{FEFF}", "\u{1F600}", "\u{301}", "ᠮ", "\u{EF}", "\u{BC}",
        ]
        for round in 0..<20_000 {
            let isRegular = Bool.random(using: &random)
            let width = Int.random(in: 1...5, using: &random)
            let rows = (0..<Int.random(in: 1...6, using: &random)).map { _ in
                (0..<(isRegular ? width : Int.random(in: 1...5, using: &random))).map { _ in
                    (0..<Int.random(in: 0...6, using: &random))
                        .map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
                }
            }
            let separator = CSVSeparator.allCases.randomElement(using: &random) ?? .comma
            let bytes = written(rows, separator: separator, mark: Bool.random(using: &random))
            let read = Array(CSVReader(try TextDecoder.decode(bytes)))
            guard utf8(read.map(\.cells)) == utf8(rows), read.allSatisfy({ $0.problem == nil }) else {
                let found = read.map(\.cells)
                Issue.record("seed \(seed), round \(round), separator \(separator): \(rows) came back as \(found)")
                return
            }
        }
    }
}
