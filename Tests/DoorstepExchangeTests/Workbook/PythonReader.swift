import Foundation
import Testing

/// Programs of others that open what we write.
enum Outside {
    struct Failed: Error { let errors: String }

    /// Runs a program to its end.
    static func run(_ arguments: [String], in folder: URL) throws -> Data {
        let process = Process()
        let output = folder.appending(path: "output-\(UUID().uuidString)")
        let errors = folder.appending(path: "errors-\(UUID().uuidString)")
        for file in [output, errors] { _ = FileManager.default.createFile(atPath: file.path, contents: nil) }
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: errors)
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Failed(errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self)) }
        return try Data(contentsOf: output)
    }

    static func has(_ arguments: String...) -> Bool { (try? run(arguments, in: FileManager.default.temporaryDirectory)) != nil }

    static let hasPython = has("python3", "--version")
    static let hasOpenpyxl = has("python3", "-c", "import openpyxl")
    static let hasOffice = has("sh", "-c", "command -v soffice")
}

/// A workbook as Python's own zip and XML readers find it, which know nothing
/// of spreadsheets.
struct ReadWorkbook: Decodable {
    struct Sheet: Decodable {
        let name: String
        /// By row and column: `s` a text, `n` a number, before it its style.
        let rows: [[String?]]
        let xml: String
    }

    let sheets: [Sheet]
    let parts: [String: String]

    private static let script = #"""
        import json, re, sys, zipfile
        import xml.etree.ElementTree as tree
        main = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
        book = zipfile.ZipFile(sys.argv[1])
        assert book.testzip() is None
        parts = {name: book.read(name).decode("utf-8") for name in book.namelist()}
        for text in parts.values(): tree.fromstring(text)
        names = [sheet.get("name") for sheet in tree.fromstring(parts["xl/workbook.xml"]).iter(main + "sheet")]
        def unescape(text): return re.sub("_x([0-9A-Fa-f]{4})_", lambda code: chr(int(code.group(1), 16)), text)
        def column(place):
            number = 0
            for letter in re.match("[A-Z]+", place).group(0): number = number * 26 + ord(letter) - 64
            return number - 1
        sheets = []
        for number, name in enumerate(names, 1):
            xml = parts["xl/worksheets/sheet%d.xml" % number]
            rows = []
            for row in tree.fromstring(xml).iter(main + "row"):
                while len(rows) < int(row.get("r")): rows.append([])
                for cell in row.iter(main + "c"):
                    place = column(cell.get("r"))
                    while len(rows[-1]) <= place: rows[-1].append(None)
                    assert cell.find(main + "f") is None
                    text = cell.find(main + "is/" + main + "t")
                    rows[-1][place] = "n" + cell.find(main + "v").text if text is None else "s" + unescape(text.text or "")
            sheets.append({"name": name, "rows": rows, "xml": re.sub("<sheetData>.*</sheetData>", "<sheetData/>", xml, flags=re.S)})
        json.dump({"sheets": sheets, "parts": {name: text for name, text in parts.items() if "sheets/sheet" not in name}}, sys.stdout)
        """#

    static func at(_ path: String, in folder: URL) throws -> ReadWorkbook {
        try JSONDecoder().decode(ReadWorkbook.self, from: Outside.run(["python3", "-c", script, path], in: folder))
    }
}
