import CXLSXWriter
import DoorstepExchange
import Foundation
import Testing

@Suite("Workbooks made at random")
struct RandomWorkbookTests {
    private static let texts = ["张三", " 两端 ", "a&b<c>\"d\"'", "一\n二", "_x000D_", "焊工;力工", "😀", "0470-6821234", "ᠮᠣᠩᠭᠣᠯ", String(repeating: "长", count: 300), "是"]

    /// A cell as XML, and as it is to be read.
    private struct Cell {
        var attributes = ""
        var content = ""
        var shown = ""
    }

    private func cell(_ book: inout MadeWorkbook, _ random: inout SeededRandom) -> Cell {
        let text = RandomWorkbookTests.texts.randomElement(using: &random) ?? ""
        // Text that looks escaped is escaped, as programs do.
        let escaped = MadeWorkbook.escaped(text.replacing("_x000D_", with: "_x005F_x000D_"))
        switch Int.random(in: 0..<9, using: &random) {
        case 0: return Cell()
        case 1: return Cell(attributes: " s=\"0\"")
        case 2:
            book.strings.append("<t xml:space=\"preserve\">\(escaped)</t>")
            return Cell(attributes: " t=\"s\"", content: "<v>\(book.strings.count - 1)</v>", shown: text)
        case 3:
            book.strings.append("<r><t>甲</t></r><r><rPr/><t>\(escaped)</t></r><rPh><t>no</t></rPh>")
            return Cell(attributes: " t=\"s\"", content: "<v>\(book.strings.count - 1)</v>", shown: "甲" + text)
        case 4: return Cell(attributes: " t=\"inlineStr\"", content: "<is><t>\(escaped)</t></is>", shown: text)
        case 5: return Cell(attributes: " t=\"str\"", content: "<f>A1</f><v>\(escaped)</v>", shown: text)
        case 6:
            let number = Int.random(in: -1_000_000...1_000_000, using: &random)
            return Cell(content: "<v>\(number)\(Bool.random(using: &random) ? "" : ".0")</v>", shown: String(number))
        case 7:
            // As doubles are written, with their noise.
            let cents = Int.random(in: 0...10_000_000, using: &random)
            let exact = (cents % 100 == 0 ? "\(cents / 100)" : "\(cents / 100)." + (cents % 100 < 10 ? "0" : "") + (cents % 10 == 0 ? "\(cents % 100 / 10)" : "\(cents % 100)"))
            return Cell(content: "<v>\(String(format: "%.17g", Double(cents) / 100))</v>", shown: exact)
        default:
            let days = Int.random(in: 61...80_000, using: &random)
            let date = Date(timeIntervalSince1970: Double(days - 25_569) * 86_400)
            return Cell(attributes: " s=\"1\"", content: "<v>\(days)</v>", shown: date.formatted(.iso8601.year().month().day()))
        }
    }

    @Test("are read as they were meant, in every spelling")
    func handmade() throws {
        let seed = SeededRandom.printedSeed(for: "workbooks by hand")
        var random = SeededRandom(seed: seed)
        for round in 0..<300 {
            var book = MadeWorkbook("")
            book.formats = [0, 14]
            book.isPacked = Bool.random(using: &random)
            let prefix = Bool.random(using: &random) ? "x:" : ""
            var expected: [[String]] = []
            var numbers: [Int] = []
            var rows = ""
            var number = 0
            for _ in 0..<Int.random(in: 0...12, using: &random) {
                let isNamed = Bool.random(using: &random)
                number += isNamed ? Int.random(in: 1...3, using: &random) : 1
                var cells: [String] = []
                var content = ""
                for _ in 0..<Int.random(in: 0...8, using: &random) {
                    let isPlaced = Bool.random(using: &random)
                    if isPlaced { for _ in 0..<Int.random(in: 0...2, using: &random) { cells.append("") } }
                    let cell = cell(&book, &random)
                    let place = isPlaced ? " r=\"\(String(UnicodeScalar(UInt8(65 + cells.count))))\(number)\"" : ""
                    content += "<\(prefix)c\(place)\(cell.attributes)>\(cell.content)</\(prefix)c>"
                    cells.append(cell.shown)
                }
                rows += "<\(prefix)row\(isNamed ? " r=\"\(number)\"" : "")>\(content)</\(prefix)row>"
                while cells.last == "" { cells.removeLast() }
                guard !cells.isEmpty else { continue }
                expected.append(cells)
                numbers.append(number)
            }
            book.sheets = [("s", rows)]
            let lines = try book.lines()
            #expect(lines.map(\.cells) == expected, "seed \(seed), round \(round)")
            #expect(lines.map(\.line) == numbers, "seed \(seed), round \(round)")
        }
    }

    @Test("by another program are read as they were written", arguments: [true, false])
    func written(isShared: Bool) throws {
        let seed = SeededRandom.printedSeed(for: "workbooks by libxlsxwriter")
        var random = SeededRandom(seed: seed)
        let path = FileManager.default.temporaryDirectory.appending(path: "doorstep-\(UUID().uuidString).xlsx").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        var options = lxw_workbook_options(constant_memory: isShared ? 0 : 1, tmpdir: nil, use_zip64: 0)
        let workbook = try #require(workbook_new_opt(path, &options))
        let sheet = try #require(workbook_add_worksheet(workbook, "人员"))
        let format = workbook_add_format(workbook)
        format_set_num_format(format, "yyyy\"年\"m\"月\"d\"日\"")
        var expected: [[String]] = []
        for row in 0..<2000 {
            var cells: [String] = []
            for column in 0..<8 {
                let (row, column) = (lxw_row_t(row), lxw_col_t(column))
                switch Int.random(in: 0..<4, using: &random) {
                case 0:
                    // The other program does not escape what looks escaped.
                    let text = RandomWorkbookTests.texts.filter { $0 != "_x000D_" }.randomElement(using: &random) ?? ""
                    worksheet_write_string(sheet, row, column, text, nil)
                    cells.append(text)
                case 1:
                    let number = Int.random(in: 0...20_000_000_000, using: &random)
                    worksheet_write_number(sheet, row, column, Double(number), nil)
                    cells.append(String(number))
                case 2:
                    worksheet_write_number(sheet, row, column, 46_347, format)
                    cells.append("2026-11-21")
                default: cells.append("")
                }
            }
            while cells.last == "" { cells.removeLast() }
            if !cells.isEmpty { expected.append(cells) }
        }
        #expect(workbook_close(workbook) == LXW_NO_ERROR)
        var lines = try SheetFile(path: path).lines(sheet: "人员")
        var found: [[String]] = []
        while let line = try lines.next() { found.append(line.cells) }
        #expect(found == expected, "seed \(seed)")
    }

    @Test("and hurt at random are read or refused, and nothing else")
    func hurt() throws {
        let seed = SeededRandom.printedSeed(for: "hurt workbooks")
        var random = SeededRandom(seed: seed)
        var book = MadeWorkbook(
            "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c s=\"1\"><v>46347.5</v></c><c t=\"inlineStr\"><is><r><t>_x000D_甲</t></r></is></c></row><row><c t=\"b\"><v>1</v></c></row>")
        book.strings = ["<t>张三</t>"]
        book.formats = [0, 14]
        book.behind = "<mergeCells><mergeCell ref=\"A1:B2\"/></mergeCells>"
        let sheet = Array(MadeWorkbook.sheet(book.sheets[0].rows, behind: book.behind).utf8)
        let pieces: [[UInt8]] = ["<row>", "</row>", "<c>", "</c>", "<v>", "</v>", "r=\"B\"", "<is>", "<t>", "&amp;", "\"", "999999999", "<!--", "<![CDATA[", "]]>"].map { Array($0.utf8) }
        func hurt(_ bytes: [UInt8]) -> [UInt8] {
            var bytes = bytes
            for _ in 0..<Int.random(in: 1...4, using: &random) where !bytes.isEmpty {
                let place = Int.random(in: bytes.indices, using: &random)
                switch Int.random(in: 0..<4, using: &random) {
                case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
                case 1: bytes.remove(at: place)
                case 2: bytes.insert(contentsOf: pieces.randomElement(using: &random) ?? [], at: place)
                default: bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 1...30, using: &random)))
                }
            }
            return bytes
        }
        var (read, refused) = (0, 0)
        for round in 0..<3000 {
            var bytes: [UInt8]
            if round % 2 == 0 {
                var hurtBook = book
                hurtBook.other["xl/worksheets/sheet1.xml"] = hurt(sheet)
                bytes = try hurtBook.bytes
            } else {
                book.isPacked = round % 4 == 1
                bytes = hurt(try book.bytes)
            }
            do {
                let lines = try MadeWorkbook.lines(of: bytes)
                #expect(zip(lines, lines.dropFirst()).allSatisfy { $0.line < $1.line }, "seed \(seed), round \(round)")
                read += 1
            } catch {
                #expect(error is SheetError, "seed \(seed), round \(round)")
                refused += 1
            }
        }
        #expect(read > 0 && refused > 0)
    }
}
