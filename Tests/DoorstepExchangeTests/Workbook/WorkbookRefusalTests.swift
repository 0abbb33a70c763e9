import CZip
@testable import DoorstepExchange
import Foundation
import Testing

@Suite("A workbook that cannot be read is refused in one sentence")
struct WorkbookRefusalTests {
    private func problem(_ bytes: [UInt8]) -> WorkbookProblem? {
        do {
            _ = try MadeWorkbook.lines(of: bytes)
            return nil
        } catch SheetError.workbook(_, let problem) {
            #expect(problem.sentence.chinese.hasSuffix("。") && problem.sentence.english.hasSuffix("."))
            return problem
        } catch {
            Issue.record("\(error)")
            return nil
        }
    }

    private func problem(_ rows: String) throws -> WorkbookProblem? { try problem(MadeWorkbook(rows).bytes) }

    /// An entry of the old container's directory.
    private func compound(_ streams: [String]) -> [UInt8] {
        var bytes: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + Array(repeating: 0, count: 504)
        for stream in streams {
            let name = EncodedText.utf16(stream, bigEndian: false, mark: false)
            bytes += name + Array(repeating: 0, count: 128 - name.count)
        }
        return bytes + Array(repeating: 0, count: 512)
    }

    @Test("old and encrypted workbooks are told apart")
    func compoundFiles() {
        #expect(problem(compound(["Root Entry", "Workbook"])) == .oldFormat)
        #expect(problem(compound(["Root Entry", "Book"])) == .oldFormat)
        #expect(problem(compound(["Root Entry", "EncryptionInfo", "EncryptedPackage"])) == .encrypted)
        #expect(problem(compound(["Root Entry", "WordDocument"])) == .otherDocument)
        #expect(problem(compound([])) == .oldFormat)
        #expect(problem([0xD0, 0xCF, 0x11, 0xE0]) == .oldFormat)
    }

    @Test("other containers are named")
    func containers() throws {
        func holding(_ names: String...) throws -> WorkbookProblem? { try problem(ZipFile.bytes(names.map { ($0, Array("x".utf8)) })) }
        #expect(try holding("[Content_Types].xml", "xl/workbook.bin") == .binaryFormat)
        #expect(try holding("[Content_Types].xml", "word/document.xml") == .otherDocument)
        #expect(try holding("[Content_Types].xml", "ppt/presentation.xml") == .otherDocument)
        #expect(try holding("content.xml", "META-INF/manifest.xml") == .openDocument)
        #expect(try holding("people.csv") == .otherArchive)
        #expect(try holding("xl/styles.xml") == .missingPart("xl/workbook.xml"))
        func openDocument(_ type: String) throws -> [UInt8] {
            try ZipFile.bytes([("mimetype", Array("application/vnd.oasis.opendocument.\(type)".utf8)), ("content.xml", []), ("META-INF/manifest.xml", [])])
        }
        #expect(try problem(openDocument("spreadsheet")) == .openDocument)
        #expect(try problem(openDocument("text")) == .otherDocument)
        #expect(problem([0x50, 0x4B, 0x05, 0x06] + Array(repeating: 0, count: 18)) == .otherArchive, "an empty one")
    }

    @Test("pages and other XML that spreadsheet programs open are named", arguments: [
        "MIME-Version: 1.0\nX-Document-Type: Workbook\n", "<?xml version=\"1.0\"?>\n<?mso-application progid=\"Excel.Sheet\"?>\n<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">",
    ])
    func markup(text: String) { #expect(problem(Array(text.utf8)) == .otherFormat) }

    @Test("parts that are missing are named")
    func missingParts() throws {
        for (part, named) in [
            ("xl/_rels/workbook.xml.rels", "xl/_rels/workbook.xml.rels"), ("xl/worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"), ("xl/workbook.xml", "xl/workbook.xml"),
        ] {
            var book = MadeWorkbook("<row><c><v>1</v></c></row>")
            book.missing = [part]
            #expect(try problem(book.bytes) == .missingPart(named))
        }
        var book = MadeWorkbook("<row><c><v>1</v></c></row>")
        book.missing = ["xl/styles.xml", "xl/sharedStrings.xml", "_rels/.rels", "[Content_Types].xml"]
        #expect(try book.cells() == [["1"]], "what is not needed may be missing")
        #expect(try problem(MadeWorkbook(sheets: []).bytes) == .noSheets)
    }

    @Test("broken XML is named with its part and line", arguments: ["<row>\n<c>\n<v>1</c></row>", "<row>\n\n<c a=\"1\" a=\"2\"/></row>", "<row>\n\n\u{1}</row>", "<row>\n\n&nbsp;</row>"])
    func brokenXML(rows: String) throws {
        #expect(try problem(rows) == .brokenXML(part: "xl/worksheets/sheet1.xml", line: 4))
    }

    @Test("XML that stops, bytes that are no UTF-8 and encodings that there are none of are broken")
    func cutXML() throws {
        let whole = Array(MadeWorkbook.sheet("<row><c t=\"str\"><v>张三</v></c></row>").utf8)
        let bad = whole.map { $0 == 0xE5 ? 0xFF : $0 }
        let encoded = Array(String(decoding: whole, as: UTF8.self).replacing("UTF-8", with: "EBCDIC").utf8)
        for content in [Array(whole.dropLast(20)), [], bad, encoded, Array("不是 XML".utf8)] {
            var book = MadeWorkbook("")
            book.other["xl/worksheets/sheet1.xml"] = content
            guard case .brokenXML("xl/worksheets/sheet1.xml", _)? = try problem(book.bytes) else {
                Issue.record("\(String(decoding: content, as: UTF8.self))")
                continue
            }
        }
    }

    @Test("document types are refused: nothing is expanded and nothing is fetched", arguments: [
        "<!DOCTYPE w [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]>",
        "<!DOCTYPE w [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>", "<!DOCTYPE w SYSTEM \"http://localhost/w.dtd\">", "<!DOCTYPE w>",
    ])
    func documentTypes(type: String) throws {
        for part in ["xl/workbook.xml", "xl/sharedStrings.xml", "xl/worksheets/sheet1.xml", "xl/styles.xml", "xl/_rels/workbook.xml.rels"] {
            var book = MadeWorkbook("")
            book.other[part] = Array((type + "<w>&c;</w>").utf8)
            #expect(try problem(book.bytes) == .declaresType(part: part))
        }
    }

    @Test("a container that is cut short or damaged is refused wherever it is hurt")
    func damagedContainers() throws {
        var book = MadeWorkbook("<row><c t=\"inlineStr\"><is><t>張三李四</t></is></c></row>")
        let bytes = try book.bytes
        for count in stride(from: 4, to: bytes.count - 1, by: 41) { #expect(problem(Array(bytes[..<count])) == .brokenArchive) }
        let place = try #require(bytes.indices.first { bytes[$0...].starts(with: Array("張三".utf8)) })
        var hurt = bytes
        hurt[place + 2] ^= 1
        #expect(problem(hurt) == .brokenPart("xl/worksheets/sheet1.xml"), "its sum does not fit")
        book.isPacked = true
        #expect(try problem(Array(book.bytes.dropLast(30))) == .brokenArchive)
    }

    @Test("rows and columns beyond those of a sheet, and rows out of order")
    func places() throws {
        #expect(try problem("<row r=\"1048577\"/>") == .tooManyRows)
        #expect(try problem("<row r=\"99999999999999999999\"/>") == .tooManyRows)
        #expect(try problem("<row r=\"1048576\"/><row/>") == .tooManyRows)
        #expect(try problem("<row><c r=\"XFE1\"><v>1</v></c></row>") == .tooManyColumns(row: 1))
        #expect(try problem("<row><c r=\"ZZZZZZZZZZZZ1\"/></row>") == .tooManyColumns(row: 1))
        #expect(try problem("<row>" + String(repeating: "<c/>", count: 16_385) + "</row>") == .tooManyColumns(row: 1))
        #expect(try problem("<row r=\"2\"/><row r=\"2\"/>") == .unorderedRows(row: 2))
        #expect(try problem("<row r=\"2\"/><row r=\"1\"/>") == .unorderedRows(row: 1))
        #expect(try MadeWorkbook("<row r=\"1\"><c r=\"XFD1\"><v>1</v></c></row><row r=\"1048576\"><c><v>1</v></c></row>").cells().map(\.count) == [16_384, 1])
    }

    @Test("a shared text that there is none of", arguments: ["2", "-1", "99999999999999999999", "x", "1.0"])
    func noSuchString(index: String) throws {
        var book = MadeWorkbook("<row><c/><c t=\"s\"><v>\(index)</v></c></row>")
        book.strings = ["<t>甲</t>", "<t>乙</t>"]
        #expect(try problem(book.bytes) == .noSuchString(row: 1, column: 2))
    }

    @Test("a text without end, a row of them, elements without end, names without end, a tag without end")
    func endless() throws {
        let text = String(repeating: "一", count: 400_000)
        #expect(try problem("<row><c t=\"str\"><v>\(text)</v></c></row>") == .tooLongCell(row: 1, column: 1))
        var book = MadeWorkbook("<row>" + String(repeating: "<c t=\"s\"><v>0</v></c>", count: 100) + "</row>")
        book.strings = ["<t>" + text.prefix(100_000) + "</t>"]
        #expect(try problem(book.bytes) == .tooLongRow(row: 1))
        func isBroken(_ rows: String) throws -> Bool {
            if case .brokenXML? = try problem(rows) { true } else { false }
        }
        #expect(try isBroken(String(repeating: "<a>", count: 200)))
        #expect(try isBroken((1...2000).map { "<a\($0)/>" }.joined()))
        #expect(try isBroken((1...2000).map { "<a a\($0)=\"\"/>" }.joined()))
        #expect(try isBroken("<a b=\"" + String(repeating: "x", count: 5 << 20) + "\"/>"))
        #expect(try MadeWorkbook("<!--" + String(repeating: "x", count: 1 << 20) + "--><row><c><v>1</v></c></row>").cells() == [["1"]])
    }

    @Test("parts that grow beyond all measure are not inflated to their end")
    func bombs() throws {
        var book = MadeWorkbook("<row><c><v>1</v></c></row>" + String(repeating: " ", count: 40 << 20))
        book.isPacked = true
        let bytes = try book.bytes
        #expect(bytes.count < 1 << 20)
        #expect(problem(bytes) == .bomb(part: "xl/worksheets/sheet1.xml"))
        book = MadeWorkbook("")
        book.isPacked = true
        book.strings = ["<t>" + String(repeating: " ", count: 40 << 20) + "</t>"]
        #expect(try problem(book.bytes) == .bomb(part: "xl/sharedStrings.xml"))
    }

    @Test("more parts than a workbook has are not counted out")
    func manyParts() throws {
        let parts = (0...WorkbookLimits.parts).map { (name: String($0), content: [UInt8]()) }
        let bytes = try ZipFile.bytes(parts)
        #expect(problem(bytes) == .tooManyParts)
        // However many it says there are.
        var large = bytes
        let end = large.count - 22
        large.replaceSubrange(end + 8..<end + 12, with: [0xFF, 0xFF, 0xFF, 0xFF])
        #expect(problem(large) == .tooManyParts)
    }
}

@Suite("Files are looked at before they are read")
struct SourceFileTests {
    private func withFolder(_ body: (URL) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "doorstep-source-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try body(folder)
    }

    @Test("a folder, a pipe, a device and nothing at all are refused without being waited for")
    func noFiles() throws {
        try withFolder { folder in
            let pipe = folder.appending(path: "pipe.xlsx").path
            #expect(mkfifo(pipe, 0o600) == 0)
            for path in [folder.path, pipe, "/dev/zero", "/dev/null", folder.appending(path: "none.csv").path, "/dev/null/none", "a\u{0}b"] {
                let error = #expect(throws: SheetError.self, "\(path)") { try SheetFile(path: path) }
                if case .cannotOpen? = error {} else { Issue.record("\(path): \(String(describing: error))") }
            }
        }
    }

    @Test("a file of more bytes than are read is refused before any of it is")
    func giant() throws {
        try withFolder { folder in
            let path = folder.appending(path: "giant.csv").path
            #expect(FileManager.default.createFile(atPath: path, contents: nil))
            #expect(truncate(path, 2 << 30) == 0)
            #expect(throws: SheetError.tooLarge(file: path, megabytes: 2048)) { try SheetFile(path: path) }
        }
    }

    @Test("what a file is, its bytes say and not its name")
    func names() throws {
        try withFolder { folder in
            func file(_ name: String, _ bytes: [UInt8]) throws -> SheetFile {
                let url = folder.appending(path: name)
                try Data(bytes).write(to: url)
                return try SheetFile(path: url.path)
            }
            var lines = try file("a.xls", MadeWorkbook("<row><c><v>1</v></c></row>").bytes).lines()
            #expect(try lines.next()?.cells == ["1"])
            lines = try file("b.xlsx", Array("姓名,手机\n".utf8)).lines()
            #expect(try lines.next()?.cells == ["姓名", "手机"])
            #expect(throws: SheetError.notDecoded(file: folder.appending(path: "c.xlsx").path, .empty)) { try file("c.xlsx", []) }
        }
    }

    @Test("a file that changes between looking and reading is not read half")
    func changed() throws {
        try withFolder { folder in
            let url = folder.appending(path: "a.xlsx")
            try Data(MadeWorkbook("<row><c><v>1</v></c></row>").bytes).write(to: url)
            let file = try SheetFile(path: url.path)
            try Data(MadeWorkbook("<row><c><v>22</v></c></row>").bytes).write(to: url)
            #expect(throws: SheetError.workbook(file: url.path, .changed)) { try file.lines() }
            try FileManager.default.removeItem(at: url)
            #expect(throws: SheetError.workbook(file: url.path, .changed)) { try file.lines() }
        }
    }

    @Test("texts are held to the bounds of a sheet")
    func textBounds() throws {
        func next(_ text: String) throws -> SheetLine? {
            var lines = try SheetFile(name: "a.csv", bytes: Array(text.utf8)).lines()
            return try lines.next()
        }
        #expect(try next(String(repeating: ",", count: 16_383))?.cells.count == 16_384)
        #expect(throws: SheetError.workbook(file: "a.csv", .tooManyColumns(row: 1))) { try next(String(repeating: ",", count: 1_000_000)) }
        #expect(throws: SheetError.workbook(file: "a.csv", .tooLongCell(row: 1, column: 2))) { try next("a," + String(repeating: "x", count: 2 << 20)) }
    }
}
