import DoorstepCore

/// How many cells the rows of a sheet have, to notice one whose cells may
/// have slipped into the next column.
///
/// Such a row is not refused for it: what refuses a row is laid down, and a
/// cell too many at its end does no harm. Its caseworker is told, since the
/// cells of a slipped row that are not refused are stored in the wrong place.
struct RowWidth: Sendable {
    /// More cells are too many.
    private let most: Int
    /// Fewer are too few; 0 where rows differ anyway, or leave empty cells out.
    private let least: Int
    private let isText: Bool

    /// How many rows are looked at.
    private static let mostRows = 200

    /// - Throws: as reading the sheet's first rows does.
    init(_ sheet: UnderstoodSheet, of file: SheetFile) throws(SheetError) {
        isText = file.isText
        var lines = try file.lines(sheet: sheet.sheet)
        var counts: [Int: Int] = [:]
        var rows = 0
        while rows < RowWidth.mostRows, let line = try lines.next(sheet) {
            rows += 1
            counts[RowWidth.cells(of: line, isText: isText), default: 0] += 1
        }
        let titled = isText ? sheet.headerWidth : (sheet.columns.last { !PlainText.trimmed($0.title).isEmpty }?.position ?? -1) + 1
        // Of two widths that are as frequent, the wider.
        let usual = counts.max { ($0.value, $0.key) < ($1.value, $1.key) }
        // Without titles to go by, one row is no rule.
        if titled == 0, rows < 3 {
            (most, least) = (.max, 0)
            return
        }
        // Columns that half of the rows have beyond the titles are columns.
        let beyond = counts.keys.filter { width in counts.reduce(0) { $1.key >= width ? $0 + $1.value : $0 } * 2 > rows }.max() ?? 0
        most = max(titled, beyond)
        let isSteady = isText && (usual.map { $0.value * 10 >= rows * 9 && (titled == 0 || $0.key == titled) } ?? false)
        least = isSteady ? usual?.key ?? 0 : 0
    }

    /// What is to be said of a row; nil where it is as the others are.
    func doubt(_ line: SheetLine) -> (reason: Phrase, sort: String)? {
        let cells = RowWidth.cells(of: line, isText: isText)
        if cells > most {
            let count = cells - most
            return (
                Phrase("这一行多出 \(count) 格，可能错了列，请核对。", "the row has \(count) \(count == 1 ? "cell" : "cells") too many and may have slipped by a column; check it."), "wide")
        }
        if cells < least {
            let count = least - cells
            return (
                Phrase("这一行少了 \(count) 格，可能错了列，请核对。", "the row has \(count) \(count == 1 ? "cell" : "cells") too few and may have slipped by a column; check it."), "narrow")
        }
        // Of one that is not closed that is said anyway.
        if line.hasStrayQuote, line.problem == nil {
            return (Phrase("这一行的引号不成对，请核对。", "the row has a quote too many or too few; check it."), "quote")
        }
        return nil
    }

    /// In a text every separator counts; a workbook's empty cells at the end
    /// of a row are not there.
    private static func cells(of line: SheetLine, isText: Bool) -> Int {
        guard !isText else { return line.cells.count }
        return (line.cells.lastIndex { !PlainText.trimmed($0).isEmpty } ?? -1) + 1
    }
}

extension UnderstoodSheet {
    /// How many cells the header has; 0 where there is none.
    fileprivate var headerWidth: Int { headerRows.first.map { _ in header == nil ? 0 : headerRows.prefix(headerCount).map(\.count).max() ?? 0 } ?? 0 }

    /// What stands above the header follows its rows.
    private var headerCount: Int { header.map { $0.count } ?? 0 }
}
