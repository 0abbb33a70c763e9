import CXLSXWriter
import DoorstepCore
import DoorstepExchange
import Foundation

/// Measures what reading sheets takes, in rows of twenty columns. Writing has
/// a file of its own.
struct SheetMeasures {
    let register: Register
    let catalogue: Catalogue

    /// How many columns the sheets have.
    private static let width = 20

    typealias Say = MeasuringFolder.Say

    func run(_ say: Say) {
        MeasuringFolder.with("sheets", say) { folder in
            let text = folder.appending(path: "people.csv").path
            try writeText(text)
            try measure("CSV", text, plain: nil, say)
            for (name, isShared) in [("XLSX, texts in the cells", false), ("XLSX, texts shared", true)] {
                let path = folder.appending(path: isShared ? "shared.xlsx" : "inline.xlsx").path
                guard writeWorkbook(path, isShared: isShared) else { continue }
                try measure(name, path, plain: SheetMeasures.openpyxl(path), say)
            }
        }
    }

    private func measure(_ name: String, _ path: String, plain: Double?, _ say: Say) throws {
        var rows = 0
        var cells = 0
        let before = Memory.now
        Memory.forgetPeak()
        let cost = try Cost.of {
            var lines = try SheetFile(path: path).lines()
            while let line = try lines.next() {
                rows += 1
                cells += line.cells.count
            }
        }
        let size = (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) ?? 0
        say("\(name), reading, processors", "s", cost.processor, plain, plain == nil ? "" : "openpyxl, read only")
        say("\(name), reading, wall", "s", cost.wall, nil, "\(rows) rows, \(cells) cells, \(size >> 20) MB")
        say("\(name), peak memory above", "MB", max(0, Memory.peak - before), nil, "")
    }

    // MARK: - Sheets to read

    private var columns: ArraySlice<Column<PersonEntry>> { PersonEntry.columns.prefix(SheetMeasures.width - 1) }

    private var header: [String] { ["编号"] + columns.map(\.title.chinese) }

    private var rows: some Sequence<[String]> {
        let form = ColumnForm(catalogue, .chinese)
        return register.people.lazy.map { person in
            let entry = PersonEntry(person)
            return [person.id.text] + columns.map { $0.text(of: entry, form) }
        }
    }

    private func writeText(_ path: String) throws {
        _ = FileManager.default.createFile(atPath: path, contents: nil)
        let handle = try FileHandle(forWritingTo: URL(filePath: path))
        defer { try? handle.close() }
        try SheetWriter.write(rows.lazy.map { $0.map(SheetValue.text) }, header: header, format: .csv) { (bytes: [UInt8]) throws in
            try handle.write(contentsOf: Data(bytes))
        }
    }

    private func writeWorkbook(_ path: String, isShared: Bool) -> Bool {
        var options = lxw_workbook_options(constant_memory: isShared ? 0 : 1, tmpdir: nil, use_zip64: 0)
        guard let workbook = workbook_new_opt(path, &options), let sheet = workbook_add_worksheet(workbook, nil) else { return false }
        var number: lxw_row_t = 0
        SheetMeasures.write(header, number, sheet)
        for cells in rows {
            number += 1
            SheetMeasures.write(cells, number, sheet)
        }
        return workbook_close(workbook) == LXW_NO_ERROR
    }

    private static func write(_ cells: [String], _ row: lxw_row_t, _ sheet: UnsafeMutablePointer<lxw_worksheet>) {
        for (column, text) in cells.enumerated() where !text.isEmpty {
            if text.utf8.count < 12, let number = Double(text) {
                worksheet_write_number(sheet, row, lxw_col_t(column), number, nil)
            } else {
                worksheet_write_string(sheet, row, lxw_col_t(column), text, nil)
            }
        }
    }

    /// Seconds of the processor that it takes to read the same; nil where it is not there.
    private static func openpyxl(_ path: String) -> Double? {
        let script = """
            import sys, time
            import openpyxl
            start = time.process_time()
            book = openpyxl.load_workbook(sys.argv[1], read_only=True, data_only=True)
            for row in book.worksheets[0].iter_rows(values_only=True): pass
            print(time.process_time() - start)
            """
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["python3", "-c", script, path]
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return nil }
        let text = (try? output.fileHandleForReading.readToEnd()).flatMap { String(data: $0, encoding: .utf8) } ?? ""
        process.waitUntilExit()
        return Double(text.trimmingCharacters(in: .whitespacesAndNewlines))
    }
}
