import DoorstepCore
import DoorstepExchange
import DoorstepStore
import Foundation

/// A sheet that is about to be written, in whatever form, to whatever place.
struct WrittenSheet {
    let title: SheetTitle?
    private let checkpoint: Checkpoint?
    /// Rows that come one after the other, or can be made on all processors,
    /// are written by different functions; both do the same.
    private let text: (TextSheetFormat, _ sink: ([UInt8]) throws(OutputError) -> Void) throws(OutputError) -> Void
    private let workbook: (WorkbookWriter, _ path: String, _ folder: String) throws(WorkbookError) -> WorkbookWriter.Written

    init(header: [String], rows: SheetRows, title: SheetTitle?, checkpoint: Checkpoint?) {
        (self.title, self.checkpoint) = (title, checkpoint)
        text = { format, sink throws(OutputError) in try SheetWriter.write(rows, header: header, format: format, to: sink) }
        workbook = { writer, path, folder throws(WorkbookError) in try writer.write(rows, header: header, to: path, keepingRowsIn: folder) }
    }

    init(header: [String], rows: some Sequence<[SheetValue]>, title: SheetTitle?, checkpoint: Checkpoint?) {
        (self.title, self.checkpoint) = (title, checkpoint)
        text = { format, sink throws(OutputError) in try SheetWriter.write(rows, header: header, format: format, to: sink) }
        workbook = { writer, path, folder throws(WorkbookError) in try writer.write(rows, header: header, to: path, keepingRowsIn: folder) }
    }

    /// As a workbook several sheets with their charts; as text one of them.
    init(_ sheets: [ChartedSheet], header: [String], rows: [[SheetValue]], title: SheetTitle, checkpoint: Checkpoint?) {
        (self.title, self.checkpoint) = (title, checkpoint)
        let made = SheetRows(rows)
        text = { format, sink throws(OutputError) in try SheetWriter.write(made, header: header, format: format, to: sink) }
        let appendix = WrittenSheet.appendix(checkpoint)
        workbook = { _, path, folder throws(WorkbookError) in try ChartedWorkbook(sheets, appendix: appendix).write(to: path, keepingRowsIn: folder) }
    }

    private static func appendix(_ checkpoint: Checkpoint?) -> SheetAppendix? {
        checkpoint.map { SheetAppendix(name: SheetAppendix.checkpoint, lines: $0.text.split(separator: "\n").map(String.init)) }
    }

    /// Writes to standard output.
    ///
    /// - Returns: how many texts were cut because no cell holds them.
    func write(_ format: SheetFormat) throws(OutputError) -> Int {
        let name = "stdout"
        guard let form = format.text else { return try streamWorkbook(name) }
        let sink = { (bytes: [UInt8]) throws(OutputError) in try Output.write(bytes, to: STDOUT_FILENO, name: name) }
        try text(form, sink)
        if form == .jsonl, let checkpoint { try sink(Output.line(checkpoint)) }
        return 0
    }

    /// Writes a file; it is whole or not there.
    ///
    /// - Returns: as the other.
    func write(_ format: SheetFormat, to path: String, replacing: Bool) throws(OutputError) -> Int {
        guard let form = format.text else {
            var cut = 0
            try Output.placeFile(path, replacing: replacing) { temporary, _ throws(OutputError) in
                cut = try writeWorkbook(temporary, keepingRowsIn: Output.folder(of: path), name: path)
            }
            return cut
        }
        let last = form == .jsonl ? checkpoint.map(Output.line) ?? [] : []
        try Output.writeFile(path, replacing: replacing) { sink throws(OutputError) in
            try text(form, sink)
            try sink(last)
        }
        if let checkpoint, last.isEmpty { try Output.write(checkpoint, beside: path) }
        return 0
    }

    /// A workbook is made whole before its first byte is known: it is made in
    /// a file without a name, and sent from there.
    private func streamWorkbook(_ name: String) throws(OutputError) -> Int {
        guard isatty(STDOUT_FILENO) != 1 else { throw .isTerminal }
        let folder = FileManager.default.temporaryDirectory.path
        let temporary = "\(folder)/doorstep-\(UUID().uuidString).xlsx"
        let made = open(temporary, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard made >= 0 else { throw .cannotWrite(temporary, reason: Output.reason(errno)) }
        defer {
            close(made)
            unlink(temporary)
        }
        let cut = try writeWorkbook(temporary, keepingRowsIn: folder, name: temporary)
        var buffer = [UInt8](repeating: 0, count: 1 << 18)
        while true {
            let count = read(made, &buffer, buffer.count)
            if count == 0 { return cut }
            if count < 0 {
                if errno == EINTR { continue }
                throw .cannotWrite(temporary, reason: Output.reason(errno))
            }
            try Output.write(Array(buffer[..<count]), to: STDOUT_FILENO, name: name)
        }
    }

    private func writeWorkbook(_ path: String, keepingRowsIn folder: String, name: String) throws(OutputError) -> Int {
        let appendix = WrittenSheet.appendix(checkpoint)
        do throws(WorkbookError) {
            return try workbook(WorkbookWriter(title: title, appendix: appendix), path, folder).cut
        } catch {
            let reason = switch error {
            case .system(let code): Output.reason(code)
            case .notWhole: Phrase("写出的文件不完整", "what was written is not whole")
            }
            throw .cannotWrite(name, reason: reason)
        }
    }
}
