import DoorstepCore

/// Finds out what a sheet's columns mean.
public enum Understanding {
    private static let mostSamples = 5

    /// - Parameter sheet: of a workbook; nil for its first.
    /// - Throws: `SheetError.noHeader` where the sheet is none of that kind.
    public static func of(_ file: SheetFile, as kind: SheetKind, sheet: String? = nil) throws(SheetError) -> UnderstoodSheet {
        var lines = try file.lines(sheet: sheet)
        var above = 0
        while above < Header<ColumnMeaning>.mostAbove, let line = try lines.next() {
            above += 1
            guard let header = Header<ColumnMeaning>(line, { file.profile?.meaning(of: $0) ?? meaning(of: $0, kind) }) else { continue }
            let samples = try samples(&lines, header)
            let columns = header.titles.enumerated().map { position, title in
                UnderstoodColumn(
                    position: position, title: title, meaning: header.meanings[position] ?? .ignored,
                    reason: header.meanings[position] == nil ? .unknown : .name, samples: samples[position])
            }
            return UnderstoodSheet(
                kind: kind, file: file.name, sheet: sheet, sheets: file.sheets, header: line.line...line.line, headerRows: [line.cells],
                columns: columns)
        }
        throw .noHeader(file: file.name, kind: kind)
    }

    private static func meaning(of title: String, _ kind: SheetKind) -> ColumnMeaning? {
        if kind != .distances, title == "id" || title == "编号" { return .identifier }
        if let column = kind.column(titled: title) { return .column(column.id) }
        return kind.asides.contains(title) ? .aside(title) : nil
    }

    /// What stands in each column in the first rows of data.
    private static func samples(_ lines: inout SheetLines, _ header: Header<ColumnMeaning>) throws(SheetError) -> [[String]] {
        var samples = header.titles.map { _ in [String]() }
        var rows = 0
        while rows < mostSamples, let line = try lines.next() {
            guard line.cells.contains(where: { !PlainText.trimmed($0).isEmpty }), line.cells != header.titles else { continue }
            rows += 1
            for (position, cell) in line.cells.enumerated() where position < samples.count { samples[position].append(cell) }
        }
        return samples
    }
}
