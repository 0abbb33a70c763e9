import DoorstepExchange
import Testing

@Suite("A page with tables in it is read as the sheet that it is meant to be")
struct MarkupReaderTests {
    private func lines(_ text: String) throws -> [SheetLine] {
        var lines = try SheetFile(name: "a.xls", bytes: Array(text.utf8)).lines()
        var all: [SheetLine] = []
        while let line = try lines.next() { all.append(line) }
        return all
    }

    private func cells(_ table: String) throws -> [[String]] { try lines("<html><body><table>\(table)</table></body></html>").map(\.cells) }

    @Test("as a system on the web hands it out, in its own encoding")
    func page() throws {
        let text = """
            <html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312">
            <title>导出</title><style>td { mso-number-format:"\\@"; }</style><!--[if gte mso 9]><xml><x:Name>人员</x:Name></xml><![endif]--></head>
            <body><table border="1"><tr><th>姓名</th><th>手机</th></tr>
            <tr><td style='vnd.ms-excel.numberformat:@'>张三&nbsp;</td><td>13800000000</td></tr></table></body></html>
            """
        var lines = try SheetFile(name: "a.xls", bytes: EncodedText.gb18030(text)).lines()
        #expect(try lines.next()?.cells == ["姓名", "手机"])
        let line = try #require(try lines.next())
        #expect(line.cells == ["张三", "13800000000"])
        #expect(line.line == 2)
        #expect(try lines.next() == nil)
    }

    @Test("tags that are not closed close where the next begins; letters may be large")
    func open() throws {
        #expect(try cells("<TR><TD>1<TD>2<TR><TD>3") == [["1", "2"], ["3"]])
        #expect(try cells("<tr><td>1</td></table><table><tr><td>2</td></tr>") == [["1"], ["2"]])
    }

    @Test("cells over several columns and rows give each their text; a row with nothing of its own is none")
    func spans() throws {
        #expect(try cells("<tr><td colspan=2>甲</td><td rowspan=\"2\">乙</td></tr><tr><td>1<td>2</tr><tr><td>3") == [["甲", "甲", "乙"], ["1", "2", "乙"], ["3"]])
        #expect(try cells("<tr><td rowspan=2>甲</td></tr><tr></tr><tr><td>1</td></tr>") == [["甲"], ["1"]])
        #expect(try cells("<tr><td rowspan=2>甲<td>1</tr><tr><td>2") == [["甲", "1"], ["甲", "2"]])
        #expect(try cells("<tr><td colspan=99999999999 rowspan=99999999>甲").map(\.count) == [256])
        #expect(try cells("<tr><td colspan=9999 rowspan=9999>甲").map(\.count) == [256])
    }

    @Test("entities, blanks and line breaks are as they are shown")
    func texts() throws {
        #expect(try cells("<tr><td> a &amp;&#20013;&#x4E2D;\n  b<br/>c &lt;&copy; <td>'=1<td>3 < 4<td><b>粗</b>体<td>&#0;&#xD800;x") == [["a &中中 b\nc <&copy;", "=1", "3 < 4", "粗体", "&#xD800;x"]])
    }

    @Test("a sign in quotes ends no tag, and a quote that is never closed is none")
    func quotes() throws {
        #expect(try cells("<tr><td title=\"a>b\">1<td title='>2<td>3") == [["1", "2", "3"]])
    }

    @Test("a page without a table has no rows, a sheet of one is not asked for")
    func noTable() throws {
        #expect(try lines("<!DOCTYPE html><html><p>登录超时</p></html>").isEmpty)
        #expect(throws: SheetError.noSheets(file: "a.xls")) { try SheetFile(name: "a.xls", bytes: Array("<table>".utf8)).lines(sheet: "人员") }
    }

    @Test("more cells or text than a sheet has is refused")
    func bounds() throws {
        #expect(throws: SheetError.workbook(file: "a.xls", .tooManyColumns(row: 1))) { try cells("<tr>" + String(repeating: "<td>", count: 20_000)) }
        #expect(throws: SheetError.workbook(file: "a.xls", .tooLongCell(row: 1, column: 1))) { try cells("<tr><td>" + String(repeating: "x", count: 2 << 20)) }
    }

    @Test("the time a page takes does not grow with its square", arguments: ["<td a=\"", "<td a='>", "<", "<!--", "<script>", "&", "<td>&#", "<tr>", "</tr>", "<tr><td rowspan=9>"])
    func repeated(piece: String) throws {
        // Whether it is read or refused does not matter here.
        _ = try? cells("<tr><td>" + String(repeating: piece, count: 200_000))
    }
}
