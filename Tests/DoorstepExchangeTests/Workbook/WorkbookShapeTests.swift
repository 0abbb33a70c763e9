import DoorstepExchange
import Testing

@Suite("A workbook's rows and cells are found wherever they stand")
struct WorkbookShapeTests {
    @Test("rows and cells without a place follow the one before")
    func withoutPlaces() throws {
        let book = MadeWorkbook("<row><c><v>1</v></c><c><v>2</v></c></row><row r=\"5\"><c r=\"B5\"><v>3</v></c><c><v>4</v></c></row><row><c><v>5</v></c></row>")
        let lines = try book.lines()
        #expect(lines.map(\.line) == [1, 5, 6])
        #expect(lines.map(\.record) == [1, 2, 3])
        #expect(lines.map(\.cells) == [["1", "2"], ["", "3", "4"], ["5"]])
    }

    @Test("gaps are empty cells, empty rows are none, and a dimension that lies does not matter")
    func gaps() throws {
        let book = MadeWorkbook(
            "<row r=\"2\"/><row r=\"3\"><c r=\"A3\" s=\"1\"/></row><row r=\"1000000\"><c r=\"AA1000000\"><v>1</v></c><c r=\"AC1000000\" s=\"1\"/></row>")
        let lines = try book.lines()
        #expect(lines.map(\.line) == [1_000_000])
        #expect(lines.map(\.cells) == [Array(repeating: "", count: 26) + ["1"]])
    }

    @Test("cells may stand in any order, with a dollar sign, in small letters")
    func order() throws {
        let book = MadeWorkbook("<row r=\"1\"><c r=\"C1\"><v>3</v></c><c r=\"$A$1\"><v>1</v></c><c r=\"b1\"><v>2</v></c></row>")
        #expect(try book.cells() == [["1", "2", "3"]])
    }

    @Test("prefixes, the strict edition and UTF-16 are read alike")
    func otherSpellings() throws {
        let rows = "<x:row r=\"1\"><x:c r=\"A1\" t=\"s\"><x:v>0</x:v></x:c><x:c r=\"B1\" t=\"inlineStr\"><x:is><x:t>乙</x:t></x:is></x:c></x:row>"
        let merges = "<x:mergeCells><x:mergeCell ref=\"B1:C1\"/></x:mergeCells>"
        let sheet = "<x:worksheet xmlns:x=\"http://purl.oclc.org/ooxml/spreadsheetml/main\"><x:sheetData>\(rows)</x:sheetData>\(merges)</x:worksheet>"
        var book = MadeWorkbook("")
        book.strings = ["<t>甲</t>"]
        book.other["xl/worksheets/sheet1.xml"] = Array(sheet.utf8)
        #expect(try book.cells() == [["甲", "乙", "乙"]])
        for bigEndian in [true, false] {
            book.other["xl/worksheets/sheet1.xml"] = EncodedText.utf16("<?xml version=\"1.0\" encoding=\"UTF-16\"?>" + sheet, bigEndian: bigEndian, mark: true)
            #expect(try book.cells() == [["甲", "乙", "乙"]])
        }
    }

    @Test("the parts are found by their relations, from the top or from where one is, whatever their case")
    func relations() throws {
        for target in ["/xl/data/one.xml", "data/one.xml", "./data/../data/one.xml", "../xl/data/one.xml", "data\\one.xml", "data/o%6Ee.xml", "DATA/One.xml"] {
            var book = MadeWorkbook("")
            book.missing = ["xl/worksheets/sheet1.xml"]
            book.other["xl/data/one.xml"] = Array(MadeWorkbook.sheet("<row><c><v>1</v></c></row>").utf8)
            book.other["xl/_rels/workbook.xml.rels"] = Array(MadeWorkbook.relations([("rId1", "worksheet", target)]).utf8)
            #expect(try book.cells() == [["1"]], "\(target)")
        }
    }

    @Test("sheets are named in their order, hidden ones last; the first that holds anything is read")
    func sheets() throws {
        let row = "<row><c><v>1</v></c></row>"
        var book = MadeWorkbook(sheets: [("封面", "<row r=\"1\"><c s=\"1\"/></row>"), ("字典", row), ("人员", row.replacing("1", with: "2")), ("岗位 ", row)])
        book.states = ["字典": "hidden"]
        let file = try SheetFile(name: "a", bytes: book.bytes)
        #expect(file.sheets == ["封面", "人员", "岗位 ", "字典"])
        #expect(file.firstSheet == "人员")
        #expect(try book.cells() == [["2"]])
        #expect(try book.cells("封面") == [])
        #expect(try book.cells("岗位") == [["1"]], "blanks around a name do not count")
    }

    @Test("a sheet that there is none of is said with those that there are")
    func noSuchSheet() throws {
        let book = MadeWorkbook(sheets: [("人员", ""), ("岗位", "")])
        let error = #expect(throws: SheetError.self) { try book.cells("单位") }
        #expect(error == .noSheet(file: "a.xlsx", sheet: "单位", sheets: ["人员", "岗位"]))
        #expect(error?.message.chinese == "a.xlsx：没有名为“单位”的工作表，有的是：人员、岗位。")
        #expect(throws: SheetError.noSheets(file: "a.csv")) { try SheetFile(name: "a.csv", bytes: Array("姓名\n".utf8)).lines(sheet: "人员") }
    }

    @Test("sheets can be gone through several times and side by side")
    func again() throws {
        let file = try SheetFile(name: "a", bytes: MadeWorkbook("<row><c><v>1</v></c></row><row><c><v>2</v></c></row>").bytes)
        var (one, other) = (try file.lines(), try file.lines())
        #expect(try one.next()?.cells == ["1"])
        #expect(try other.next()?.cells == ["1"])
        #expect(try one.next()?.cells == ["2"])
        #expect(try one.next() == nil)
        #expect(try one.next() == nil)
    }
}

@Suite("A merged cell's value stands in every cell that it covers")
struct MergedCellTests {
    private func cells(_ rows: String, _ areas: String...) throws -> [[String]] {
        var book = MadeWorkbook(rows)
        book.behind = "<mergeCells>" + areas.map { "<mergeCell ref=\"\($0)\"/>" }.joined() + "</mergeCells>"
        return try book.cells()
    }

    @Test("down, across and both")
    func filled() throws {
        let rows = "<row><c><v>1</v></c><c><v>2</v></c></row><row><c/><c><v>3</v></c></row><row><c r=\"C3\"><v>4</v></c></row>"
        #expect(try cells(rows, "A1:A3") == [["1", "2"], ["1", "3"], ["1", "", "4"]])
        #expect(try cells(rows, "B1:D1") == [["1", "2", "2", "2"], ["", "3"], ["", "", "4"]])
        #expect(try cells(rows, "A1:B3") == [["1", "1"], ["1", "1", "4"]], "what stands hidden beneath does not count")
        #expect(try cells(rows, "A2:A3") == [["1", "2"], ["", "3"], ["", "", "4"]], "an empty cell gives nothing")
    }

    @Test("a row with nothing of its own is no record")
    func nothingOfItsOwn() throws {
        let rows = "<row><c><v>1</v></c><c><v>2</v></c></row><row><c/><c/></row><row><c><v>3</v></c></row>"
        #expect(try cells(rows, "A1:A2", "B1:B2") == [["1", "2"], ["3"]])
    }

    @Test("cells merged over the whole sheet cost no more than the sheet")
    func wholeSheet() throws {
        let rows = (1...2000).map { "<row><c><v>\($0)</v></c><c r=\"ZZ\($0)\"><v>0</v></c></row>" }.joined()
        let filled = try cells(rows, "A1:XFD1048576")
        #expect(filled.count == 2000)
        #expect(filled[0].prefix(256).allSatisfy { $0 == "1" })
        #expect(filled[1999].count == 702)
        #expect(filled[1999][255] == "1")
    }

    @Test("areas that no sheet has are none", arguments: ["A0:B1", "A1", "", "A1:", "1:2", "XFE1:XFE2", "A1:B1048577", "ZZZZZZZZZZZZZZ1:B2"])
    func noAreas(area: String) throws {
        #expect(try cells("<row><c><v>1</v></c></row>", area) == [["1"]])
    }

    @Test("areas that overlap give each cell some value of theirs, however many they are")
    func overlaps() throws {
        let rows = (1...50).map { _ in "<row><c><v>1</v></c><c><v>2</v></c><c r=\"ZA1\"><v>3</v></c></row>" }.joined()
        let areas = (1...20_000).map { "<mergeCell ref=\"A\($0 % 50 + 1):XFD\($0 + 100)\"/>" }.joined()
        var book = MadeWorkbook(rows)
        book.behind = "<mergeCells>\(areas)</mergeCells>"
        #expect(try book.cells().count == 50)
    }
}
