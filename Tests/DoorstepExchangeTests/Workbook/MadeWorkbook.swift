import DoorstepExchange
import Foundation

/// A workbook made by hand, part by part, as no program would make it.
struct MadeWorkbook {
    /// What stands within `<sheetData>`, for each sheet.
    var sheets: [(name: String, rows: String)]
    /// What stands behind it.
    var behind = ""
    /// What stands within each `<si>`.
    var strings: [String] = []
    /// Codes of number formats, from number 164 on.
    var codes: [String] = []
    /// The number formats of the cells, by the `s` they give.
    var formats: [Int] = []
    var isSince1904 = false
    var isPacked = false
    /// The state of each sheet that is not visible.
    var states: [String: String] = [:]
    /// Parts that stand in the place of those made, or beside them.
    var other: [String: [UInt8]] = [:]
    /// Parts that are missing.
    var missing: Set<String> = []

    static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    static let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    static let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"

    init(_ rows: String) { sheets = [("人员", rows)] }

    init(sheets: [(name: String, rows: String)]) { self.sheets = sheets }

    static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;").replacing("\"", with: "&quot;")
    }

    static func sheet(_ rows: String, behind: String = "") -> String {
        "\(head)<worksheet xmlns=\"\(main)\"><dimension ref=\"A1\"/><sheetData>\(rows)</sheetData>\(behind)</worksheet>"
    }

    var bytes: [UInt8] {
        get throws {
            var parts = made.filter { !missing.contains($0.name) && other[$0.name] == nil }.map { ($0.name, Array($0.text.utf8)) }
            parts += other.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
            return try ZipFile.bytes(parts, isPacked: isPacked)
        }
    }

    /// The rows of a sheet as they are read.
    func lines(_ sheet: String? = nil) throws -> [SheetLine] { try MadeWorkbook.lines(of: bytes, sheet) }

    func cells(_ sheet: String? = nil) throws -> [[String]] { try lines(sheet).map(\.cells) }

    static func lines(of bytes: [UInt8], _ sheet: String? = nil) throws -> [SheetLine] {
        var lines = try SheetFile(name: "a.xlsx", bytes: bytes).lines(sheet: sheet)
        var all: [SheetLine] = []
        while let line = try lines.next() { all.append(line) }
        return all
    }

    private var made: [(name: String, text: String)] {
        var parts = [
            (
                "[Content_Types].xml",
                "\(MadeWorkbook.head)<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>"
            ),
            ("_rels/.rels", MadeWorkbook.relations([("rId1", "officeDocument", "xl/workbook.xml")])),
            (
                "xl/workbook.xml",
                "\(MadeWorkbook.head)<workbook xmlns=\"\(MadeWorkbook.main)\" xmlns:r=\"\(MadeWorkbook.relations)\"><workbookPr date1904=\"\(isSince1904)\"/><sheets>"
                    + sheets.enumerated().map { index, sheet in
                        "<sheet name=\"\(MadeWorkbook.escaped(sheet.name))\" sheetId=\"\(index + 1)\" state=\"\(states[sheet.name] ?? "visible")\" r:id=\"rId\(index + 1)\"/>"
                    }.joined() + "</sheets></workbook>"
            ),
            (
                "xl/_rels/workbook.xml.rels",
                MadeWorkbook.relations(
                    sheets.indices.map { ("rId\($0 + 1)", "worksheet", "worksheets/sheet\($0 + 1).xml") }
                        + [("rId9001", "styles", "styles.xml"), ("rId9002", "sharedStrings", "sharedStrings.xml")])
            ),
            (
                "xl/styles.xml",
                "\(MadeWorkbook.head)<styleSheet xmlns=\"\(MadeWorkbook.main)\"><numFmts>"
                    + codes.enumerated().map { "<numFmt numFmtId=\"\(164 + $0)\" formatCode=\"\(MadeWorkbook.escaped($1))\"/>" }.joined()
                    + "</numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs>"
                    + formats.map { "<xf numFmtId=\"\($0)\"/>" }.joined() + "</cellXfs></styleSheet>"
            ),
            (
                "xl/sharedStrings.xml",
                "\(MadeWorkbook.head)<sst xmlns=\"\(MadeWorkbook.main)\">" + strings.map { "<si>\($0)</si>" }.joined() + "</sst>"
            ),
        ]
        for (index, sheet) in sheets.enumerated() {
            parts.append(("xl/worksheets/sheet\(index + 1).xml", MadeWorkbook.sheet(sheet.rows, behind: behind)))
        }
        return parts
    }

    static func relations(_ all: [(id: String, kind: String, target: String)]) -> String {
        "\(head)<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
            + all.map { "<Relationship Id=\"\($0.id)\" Type=\"\(relations)/\($0.kind)\" Target=\"\($0.target)\"/>" }.joined() + "</Relationships>"
    }
}
