import DoorstepExchange
import Testing

@Suite("A workbook's cells are read as people see them")
struct WorkbookCellTests {
    /// A row of numbers under a format's code.
    private func shown(_ numbers: [String], code: String, since1904: Bool = false) throws -> [String] {
        var book = MadeWorkbook("<row>" + numbers.map { "<c s=\"0\"><v>\($0)</v></c>" }.joined() + "</row>")
        book.codes = [code]
        book.formats = [164]
        book.isSince1904 = since1904
        return try #require(try book.cells().first)
    }

    @Test("numbers stand without noise, exponents and zeros that mean nothing", arguments: [
        ("1", "1"), ("1.0", "1"), ("1.50", "1.5"), ("-2.50", "-2.5"), ("0.30000000000000004", "0.3"), ("68.66499999999999", "68.665"),
        ("291.85999999999996", "291.86"), ("1.38E10", "13800000000"), ("1.3800001234E+10", "13800001234"), ("4.27335427525861E-7", "0.000000427335427525861"),
        ("150402199001011234", "150402199001011234"), ("1.50402199001011E+17", "150402199001011000"), ("021000", "21000"), ("-0", "0"), ("0.0", "0"),
        ("1e300", "1E+300"), ("-1.5E-20", "-1.5E-20"), ("1E+20", "100000000000000000000"), (" 7 ", "7"), ("120.12345678901234567", "120.123456789012"),
        ("不是数", "不是数"), ("1-2", "1-2"), ("NaN", "NaN"), ("1e999", "1e999"), (".5", "0.5"), ("5.", "5"), ("-", "-"),
    ])
    func numbers(kept: String, shown: String) throws {
        #expect(try self.shown([kept], code: "General") == [shown])
    }

    @Test("a number in a date's format is a day, with its time where it has one", arguments: [
        "yyyy\"年\"m\"月\"d\"日\"", "yyyy/m/d", "yyyy-mm-dd;@", "[$-804]yyyy\"年\"m\"月\"d\"日\";@", "m/d/yy", "yyyy年m月d日", "[DBNum1][$-804]yyyy\"年\"m\"月\"d\"日\"",
        "dddd", "mmm", "e\"年\"m\"月\"", "[$-F800]dddd\\,\\ mmmm\\ dd", "[Red]YYYY-MM-DD", "yyyy/m/d h:mm", "[>1]yyyy-mm-dd",
    ])
    func days(code: String) throws {
        #expect(try shown(["46347", "46347.375", "46347.99999999", "46347.5006944"], code: code) == ["2026-11-21", "2026-11-21 09:00", "2026-11-22", "2026-11-21 12:01"])
    }

    @Test("days are counted from 1900 with its leap day that was none, or from 1904")
    func dayCount() throws {
        #expect(try shown(["1", "59", "61", "2958465"], code: "yyyy-mm-dd") == ["1900-01-01", "1900-02-28", "1900-03-01", "9999-12-31"])
        #expect(try shown(["0", "44885"], code: "yyyy-mm-dd", since1904: true) == ["1904-01-01", "2026-11-21"])
        #expect(try shown(["-5", "2958466", "0", "1E+300"], code: "yyyy-mm-dd") == ["-5", "2958466", "0", "1E+300"], "what is no day is a number")
    }

    @Test("times, hours, percentages and numbers with zeros in front")
    func otherFormats() throws {
        #expect(try shown(["0.375", "0.5006944", "0.00001157407"], code: "h:mm") == ["09:00", "12:01", "00:00:01"])
        #expect(try shown(["0.375"], code: "上午/下午h\"时\"mm\"分\"") == ["09:00"])
        #expect(try shown(["0.75"], code: "h:mm AM/PM") == ["18:00"])
        #expect(try shown(["1.5"], code: "[h]:mm") == ["36:00"])
        #expect(try shown(["0.52", "0.065", "1"], code: "0.00%") == ["52%", "6.5%", "100%"])
        #expect(try shown(["21000", "1234567", "-3"], code: "000000") == ["021000", "1234567", "-3"])
    }

    @Test("formats that only look like dates are none", arguments: [
        "General", "G/通用格式", "0.00E+00", "#,##0\"yd\"", "\\d0", "0_d", "[Red]0", "@", "0.0_);[RED]\\(0.000\\)", "¥#,##0", "\"年\"0",
    ])
    func noDays(code: String) throws {
        #expect(try shown(["46347"], code: code) == ["46347"])
    }

    @Test("formats that every program has are known by their numbers", arguments: [
        (14, "2026-11-21"), (22, "2026-11-21"), (31, "2026-11-21"), (57, "2026-11-21"), (58, "2026-11-21"), (0, "46347"), (1, "46347"), (49, "46347"), (11, "46347"),
        (9, "4634700%"),
    ])
    func builtIn(number: Int, shown: String) throws {
        var book = MadeWorkbook("<row><c s=\"0\"><v>46347</v></c><c s=\"7\"><v>46347</v></c></row>")
        book.formats = [number]
        #expect(try book.cells() == [[shown, "46347"]], "a format that there is none of is none")
    }

    @Test("truths are yes and no, errors are no value, dates may be written out")
    func kinds() throws {
        let book = MadeWorkbook(
            "<row><c t=\"b\"><v>1</v></c><c t=\"b\"><v>0</v></c><c t=\"e\"><v>#N/A</v></c><c t=\"d\"><v>2026-11-21T00:00:00</v></c>"
                + "<c t=\"d\"><v>2026-11-21T08:30:00Z</v></c><c t=\"d\"><v>昨天</v></c></row>")
        #expect(try book.cells() == [["是", "否", "", "2026-11-21", "2026-11-21 08:30", "昨天"]])
    }

    @Test("of a formula its value is read, as number and as text")
    func formulas() throws {
        let book = MadeWorkbook("<row><c><f>SUM(A2:A3)</f><v>7</v></c><c t=\"str\"><f>A1&amp;\"元\"</f><v>7元</v></c><c><f>1+1</f></c></row>")
        #expect(try book.cells() == [["7", "7元"]])
    }

    @Test("shared and inline texts: runs are joined, readings left out, blanks and line breaks kept")
    func texts() throws {
        var book = MadeWorkbook(
            "<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c><c t=\"s\"><v>2</v></c>"
                + "<c t=\"inlineStr\"><is><r><rPr><b/></rPr><t>焊</t></r><r><t>工</t></r><rPh sb=\"0\" eb=\"1\"><t>han</t></rPh></is></c>"
                + "<c t=\"inlineStr\"><is><t>a&amp;b</t></is></c><c t=\"s\"><v>3</v></c></row>")
        book.strings = [
            "<t xml:space=\"preserve\"> 张 三 </t>", "<r><t>呼伦</t></r><r><rPr><sz val=\"9\"/></rPr><t>贝尔</t></r><rPh><t>hulun</t></rPh><phoneticPr/>", "<t>一\n二</t>", "<t/>",
        ]
        #expect(try book.cells() == [[" 张 三 ", "呼伦贝尔", "一\n二", "焊工", "a&b"]])
    }

    @Test("what stands escaped in a text is what it stands for")
    func escapes() throws {
        var book = MadeWorkbook("<row>" + (0..<7).map { "<c t=\"s\"><v>\($0)</v></c>" }.joined() + "</row>")
        book.strings = [
            "<t>一_x000D_\n二</t>", "<t>a_x005F_x0041_</t>", "<t>_xD83D__xDE00_</t>", "<t>_xD83D_!</t>", "<t>a_x00_ _xzzzz_ _x</t>", "<t>a_x0000_b&#13;c</t>",
            "<t>'=1+1</t>",
        ]
        #expect(try book.cells() == [["一\n二", "a_x0041_", "😀", "\u{FFFD}!", "a_x00_ _xzzzz_ _x", "ab\nc", "=1+1"]])
    }
}
