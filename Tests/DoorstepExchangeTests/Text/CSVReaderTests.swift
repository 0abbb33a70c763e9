import DoorstepExchange
import Testing

@Suite("The reader takes a text sheet apart")
struct CSVReaderTests {
    private func cells(_ text: String, separator: CSVSeparator? = nil) -> [[String]] {
        CSVReader(text, separator: separator).map(\.cells)
    }

    @Test("LF, CRLF and CR end lines alike", arguments: ["\n", "\r\n", "\r"])
    func lineEnds(end: String) {
        #expect(cells("a,b\(end)1,2\(end)") == [["a", "b"], ["1", "2"]])
        #expect(cells("a,b\(end)1,2") == [["a", "b"], ["1", "2"]])
    }

    @Test("blank lines at the end are dropped, those between records are records without cells")
    func blankLines() {
        #expect(cells("a,b\n\n1,2\n\n\r\n\r") == [["a", "b"], [], ["1", "2"]])
        #expect(cells("\n\n") == [])
        #expect(cells("") == [])
        #expect(cells("\"\"\n") == [[""]])
    }

    @Test("empty cells and rows of unequal length are kept")
    func ragged() {
        #expect(cells("a,b,c\n,,\n1\n1,2,3,4\nx,")
            == [["a", "b", "c"], ["", "", ""], ["1"], ["1", "2", "3", "4"], ["x", ""]])
    }

    @Test("quoted cells hold separators, line ends and doubled quotes")
    func quoted() {
        #expect(cells("a,\"x, \"\"y\"\"\r\nz\",c\n") == [["a", "x, \"y\"\r\nz", "c"]])
    }

    @Test("quotes within a cell are text, and so is what stands behind a closing quote")
    func strayQuotes() {
        #expect(cells("5\" pipe,a\"b\n") == [["5\" pipe", "a\"b"]])
        #expect(cells("\"abc\"def,\"x\" ,\"y\"\"z\"!\n") == [["abcdef", "x ", "y\"z!"]])
        #expect(cells("a, \"b\"\n") == [["a", " \"b\""]])
    }

    @Test("each row knows its record and the line on which it begins")
    func lines() {
        let rows = Array(CSVReader("标题\r\n\r\na,b\r\n\"x\r\ny\rz\",2\n3,4\r5,6"))
        #expect(rows.map(\.line) == [1, 2, 3, 4, 7, 8])
        #expect(rows.map(\.record) == [1, 2, 3, 4, 5, 6])
    }

    @Test("a quote that is never closed costs its own line alone")
    func unclosedAtEnd() {
        let rows = Array(CSVReader("a,b\n1,\"x\n2,y\n3,\"z\"\"\"\n"))
        #expect(rows.map(\.cells) == [["a", "b"], ["1", "\"x"], ["2", "y"], ["3", "z\""]])
        #expect(rows.map(\.problem) == [nil, .unclosedQuote(line: 2), nil, nil])
    }

    @Test("an unclosed quote is not married to the next quoted cell")
    func unclosedBeforeQuoted() {
        let rows = Array(CSVReader("a,b,c\n1,\"x,y\n2,\"p,q\",r\n"))
        #expect(rows.map(\.cells) == [["a", "b", "c"], ["1", "\"x", "y"], ["2", "p,q", "r"]])
        #expect(rows.map(\.problem) == [nil, .unclosedQuote(line: 2), nil])
    }

    @Test("the line of an unclosed quote is that of the quote, not of its record")
    func unclosedInLongRecord() {
        let rows = Array(CSVReader("\"a\nb\",\"c\nd,e"))
        #expect(rows.map(\.cells) == [["a\nb", "\"c"], ["d", "e"]])
        #expect(rows.first?.line == 1)
        #expect(rows.first?.problem == .unclosedQuote(line: 2))
    }

    @Test("the apostrophe is taken off where it disarms a formula, and nowhere else", arguments: [
        ("'=1+1", "=1+1"), ("'+86", "+86"), ("'-5", "-5"), ("'@x", "@x"), ("'＝a", "＝a"), ("'＋a", "＋a"),
        ("'－a", "－a"), ("'＠a", "＠a"), ("'\ta", "\ta"), ("''=a", "'=a"), ("'90s", "'90s"), ("'", "'"),
        ("''", "''"), ("'a=", "'a="), ("'！", "'！"), ("it's", "it's"),
    ])
    func apostrophes(written: String, text: String) {
        #expect(cells("\(written),b", separator: .comma) == [[text, "b"]])
        #expect(cells("\"\(written)\",b", separator: .comma) == [[text, "b"]])
    }

    @Test("an apostrophe before CR is taken off")
    func apostropheBeforeReturn() {
        #expect(cells("\"'\rx\",b") == [["\rx", "b"]])
    }

    @Test("a byte-order mark is not part of the first header")
    func mark() {
        #expect(cells("\u{FEFF}编号,b") == [["编号", "b"]])
    }
}

@Suite("The reader finds the separator")
struct CSVSeparatorTests {
    @Test("by the first records, outside quotes", arguments: [
        ("编号,姓名,技能\n1,张三,焊工;电工;木工\n2,李四,力工;瓦工;木工\n", CSVSeparator.comma),
        ("编号;薪\n1;4,5\n2;3,5\n", .semicolon),
        ("编号\t姓名\t备注\n1\t张三\t一,二;三\n", .tab),
        ("人员登记表\n编号,姓名\n1,张三\n", .comma),
        ("\"a;b;c\",\"d;e\"\n\"1;2;3\",\"4;5\"\n", .comma),
        ("a;\"x,y\nz,w\";c\n1;\"2,3\";4\n", .semicolon),
        ("a;\"x,y,z;b\n1;2,3;4\n5;6;7\n", .semicolon),
        ("编号，姓名;性别\n1，张三;男\n", .semicolon),
        ("单位\n某厂\n", .comma),
        ("编号，姓名\n1，张三\n", .comma),
        ("", .comma),
    ])
    func found(text: String, separator: CSVSeparator) {
        #expect(CSVReader(text).separator == separator)
    }

    @Test("and takes the given one where one is given")
    func given() {
        #expect(CSVReader("a,b;c\n", separator: .semicolon).map(\.cells) == [["a,b", "c"]])
    }
}
