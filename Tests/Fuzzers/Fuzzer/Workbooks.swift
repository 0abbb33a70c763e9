import CZip
import DoorstepExchange
import Foundation

/// Workbooks, as whoever sends one can make them.
///
/// An input is a byte of what it is, and the bytes: those of the file; the
/// rows of the first sheet, in a container that is sound; or one part after
/// the other, with a zero byte between: the sheet, the shared strings, the
/// formats, the workbook itself and its relations. What is read a second time
/// is what was read the first.
struct Workbooks: Reader {
    private enum Form {
        static let rows: UInt8 = 1
        static let parts: UInt8 = 2
    }

    private static let head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
    private static let parts: [(name: String, text: String)] = [
        ("xl/worksheets/sheet1.xml", "\(head)<worksheet><sheetData><row><c t=\"s\"><v>0</v></c></row></sheetData></worksheet>"),
        ("xl/sharedStrings.xml", "\(head)<sst><si><t>张三</t></si><si><r><t>a_x000D_</t></r></si></sst>"),
        (
            "xl/styles.xml",
            "\(head)<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"[h]:mm\"/></numFmts><cellXfs><xf/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/><xf numFmtId=\"9\"/></cellXfs></styleSheet>"
        ),
        ("xl/workbook.xml", "\(head)<workbook><workbookPr/><sheets><sheet name=\"s\" id=\"1\"/></sheets></workbook>"),
        (
            "xl/_rels/workbook.xml.rels",
            "\(head)<Relationships><Relationship Id=\"1\" Type=\"/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"2\" Type=\"/styles\" Target=\"styles.xml\"/>"
                + "<Relationship Id=\"3\" Type=\"/sharedStrings\" Target=\"/xl/sharedStrings.xml\"/></Relationships>"
        ),
    ]

    func read(_ bytes: [UInt8]) {
        guard let form = bytes.first else { return }
        let rest = Array(bytes.dropFirst())
        switch form {
        case Form.rows:
            let merges = "<mergeCells><mergeCell ref=\"A1:C4\"/><mergeCell ref=\"E2:E9\"/></mergeCells>"
            let sheet = Array("\(Workbooks.head)<worksheet><sheetData>".utf8) + rest + Array("</sheetData>\(merges)</worksheet>".utf8)
            readFile(Workbooks.container([sheet]))
        case Form.parts:
            readFile(Workbooks.container(rest.split(separator: 0, omittingEmptySubsequences: false).map { Array($0) }))
        default: readFile(rest)
        }
    }

    private func readFile(_ bytes: [UInt8]) {
        guard let file = try? SheetFile(name: "a.xlsx", bytes: bytes) else { return }
        promise(file.firstSheet.map { file.sheets.contains($0) } ?? file.sheets.isEmpty, "the sheet that is read is one of the sheets")
        let first = rows(file)
        promise(rows(file) == first, "rows come again as they came")
        var last = 0
        for row in first {
            promise(row.line > last, "rows come in their order")
            promise(row.cells.count <= 16_384, "a row has no more cells than a sheet has columns")
            last = row.line
        }
    }

    private func rows(_ file: SheetFile) -> [SheetLine] {
        guard var lines = try? file.lines() else { return [] }
        var rows: [SheetLine] = []
        while let row = try? lines.next() { rows.append(row) }
        return rows
    }

    /// A sound container; parts that are not given are as they should be.
    private static func container(_ given: [[UInt8]]) -> [UInt8] {
        guard let target = zip_source_buffer_create(nil, 0, 0, nil) else { return [] }
        defer { zip_source_free(target) }
        zip_source_keep(target)
        guard let archive = zip_open_from_source(target, ZIP_TRUNCATE, nil) else { return [] }
        for (index, part) in parts.enumerated() {
            let content = index < given.count && !given[index].isEmpty ? given[index] : Array(part.text.utf8)
            guard let copy = malloc(content.count) else { return [] }
            memcpy(copy, content, content.count)
            let place = zip_file_add(archive, part.name, zip_source_buffer(archive, copy, UInt64(content.count), 1), 0)
            zip_set_file_compression(archive, UInt64(place), ZIP_CM_STORE, 0)
        }
        guard zip_close(archive) == 0, zip_source_open(target) == 0 else { return [] }
        defer { zip_source_close(target) }
        var bytes = [UInt8](repeating: 0, count: 1 << 16)
        let count = zip_source_read(target, &bytes, UInt64(bytes.count))
        return Array(bytes.prefix(Int(max(0, count))))
    }
}
