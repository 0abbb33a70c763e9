import DoorstepCore
import DoorstepExchange
import DoorstepStore
import Foundation

/// Measures what writing everybody takes, in every form, and in the same run
/// what two Python libraries take for the same cells.
struct WritingMeasures {
    let register: Register
    let catalogue: Catalogue
    let day: Day

    typealias Say = MeasuringFolder.Say

    func run(_ say: Say) {
        MeasuringFolder.with("sheets, writing", say) { folder in
            try measure(folder.path, say)
        }
    }

    private func measure(_ folder: String, _ say: Say) throws {
        let records = RecordRows(register: register, catalogue: catalogue, language: .chinese, isMasked: false)
        let header = records.header(.people)
        let rows = SheetRows(count: register.people.count) { records.row(register.people[$0]) }
        say("people to be written, cells that hold anything", "", Double(rows.prefix(1000).reduce(0) { $0 + $1.count { $0 != .empty } }) / Double(min(1000, max(1, rows.count))), nil, "of \(header.count) in a row")
        report("making the rows and their digest", say) {
            blackHole(SheetDigest.of(rowDigests: rows.portions { rows in rows.reduce(into: []) { $0 += SheetDigest.ofRow($1.lazy.map(\.plainText)) } }).utf8.count)
        }
        for format in TextSheetFormat.allCases where format != .table {
            let path = folder + "/people.\(format)"
            try report("writing \(format)", say) { try write(rows, header, format, to: path) }
        }
        let title = SheetTitle(Phrase("求职者", "people"), station: register.station.name, day: day, rows: rows.count, language: .chinese)
        let book = folder + "/people.xlsx"
        let python = PythonWriters.seconds(csv: folder + "/people.csv", folder: folder)
        try report("writing xlsx", plain: python["openpyxl"], note: "openpyxl write_only, cells already read", say) {
            try WorkbookWriter(title: title).write(rows, header: header, to: book, keepingRowsIn: folder)
        }
        if let other = python["xlsxwriter"] { say("writing xlsx with Python's xlsxwriter, constant memory, wall", "s", other, nil, "cells already read") }
        for name in ["people.csv", "people.json", "people.jsonl", "people.xlsx"] {
            let size = (try? FileManager.default.attributesOfItem(atPath: folder + "/" + name)[.size] as? Int) ?? 0
            say("size of \(name)", "MB", Double(size) / 1e6, nil, "")
        }
    }

    private func report(_ what: String, plain: Double? = nil, note: String = "", _ say: Say, _ work: () throws -> Void) rethrows {
        let before = Memory.now
        Memory.forgetPeak()
        let cost = try Cost.of(work)
        say("\(what), wall", "s", cost.wall, plain, note)
        say("\(what), processors", "s", cost.processor, nil, "")
        say("\(what), peak memory beyond the register", "MB", max(0, Memory.peak - before), nil, "")
    }

    private func write(_ rows: SheetRows, _ header: [String], _ format: TextSheetFormat, to path: String) throws {
        guard FileManager.default.createFile(atPath: path, contents: nil), let file = FileHandle(forWritingAtPath: path) else { throw CocoaError(.fileWriteUnknown) }
        defer { try? file.close() }
        try SheetWriter.write(rows, header: header, format: format) { (bytes: [UInt8]) throws in try file.write(contentsOf: Data(bytes)) }
    }
}

/// What Python takes to write the cells of a CSV file as a workbook.
private enum PythonWriters {
    private static let script = """
        import csv, sys, time
        rows = list(csv.reader(open(sys.argv[1], encoding="utf-8-sig", newline="")))
        def openpyxl_writes(path):
            from openpyxl import Workbook
            book = Workbook(write_only=True)
            sheet = book.create_sheet()
            for row in rows: sheet.append([cell or None for cell in row])
            book.save(path)
        def xlsxwriter_writes(path):
            import xlsxwriter
            book = xlsxwriter.Workbook(path, {"constant_memory": True})
            sheet = book.add_worksheet()
            for number, row in enumerate(rows):
                for column, cell in enumerate(row):
                    if cell: sheet.write_string(number, column, cell)
            book.close()
        for name, write in [("openpyxl", openpyxl_writes), ("xlsxwriter", xlsxwriter_writes)]:
            try:
                start = time.monotonic()
                write(sys.argv[2] + "/" + name + ".xlsx")
                print(name, time.monotonic() - start, flush=True)
            except ImportError: pass
        """

    /// By the library's name; none where there is no Python, or no library.
    static func seconds(csv: String, folder: String) -> [String: Double] {
        let process = Process()
        let pipe = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["python3", "-c", script, csv, folder]
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return [:] }
        let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return Dictionary(
            output.split(separator: "\n").compactMap { line in
                let parts = line.split(separator: " ")
                return parts.count == 2 ? Double(parts[1]).map { (String(parts[0]), $0) } : nil
            }, uniquingKeysWith: { $1 })
    }
}

/// Keeps work from being left out because nobody looks at what came of it.
@inline(never)
private func blackHole(_ value: Int) { _ = value }
