import DoorstepCore

/// A workbook that a station wrote, read back: the rows of all its sheets,
/// and the lines of the one behind them.
public struct ExportedWorkbook: Sendable {
    /// The header, and what stands below it.
    let lines: [SheetLine]
    /// Of the checkpoint; none where there is no such sheet.
    public let checkpoint: [String]

    /// The rows, each as long as the header: empty cells are not kept.
    public var rows: [[String]] {
        let width = lines.first?.cells.count ?? 0
        return lines.dropFirst().map { $0.cells + Array(repeating: "", count: max(0, width - $0.cells.count)) }
    }

    /// - Throws: `SheetError` where it cannot be read; nil where the file is
    ///   none.
    public init?(path: String) throws(SheetError) {
        let file = try SheetFile(path: path)
        guard !file.sheets.isEmpty else { return nil }
        var lines: [SheetLine] = []
        var checkpoint: [String] = []
        for sheet in file.sheets {
            var rows = try file.lines(sheet: sheet)
            let isCheckpoint = sheet == SheetAppendix.checkpoint.chinese || sheet == SheetAppendix.checkpoint.english
            var isBelowHeader = false
            while let line = try rows.next() {
                if isCheckpoint {
                    checkpoint.append(line.cells.first ?? "")
                } else if isBelowHeader {
                    lines.append(line)
                } else if line.cells.count(where: { !$0.isEmpty }) > 1 {
                    // Above it stands the title, in a cell of its own; a
                    // sheet that goes on repeats both.
                    isBelowHeader = true
                    if lines.isEmpty { lines.append(line) }
                }
            }
        }
        (self.lines, self.checkpoint) = (lines, checkpoint)
    }
}
