/// The merged cells of a sheet.
struct MergedCells: Hashable, Sendable {
    /// Rows from 1, columns from 0.
    struct Area: Hashable, Sendable {
        let rows: ClosedRange<Int>
        let columns: ClosedRange<Int>
    }

    /// By their first rows.
    let areas: [Area]

    static let none = MergedCells(areas: [])
}

/// Collects a sheet's merged cells.
final class MergedCellSink: XMLSink {
    private(set) var problem: WorkbookProblem?
    private var areas: [MergedCells.Area] = []

    var cells: MergedCells {
        MergedCells(areas: areas.sorted { ($0.rows.lowerBound, $0.columns.lowerBound) < ($1.rows.lowerBound, $1.columns.lowerBound) })
    }

    func start(_ name: XMLName, _ attributes: XMLAttributes) {
        guard "mergeCell" ~= name, let text = attributes["ref"] else { return }
        let ends = text.split(separator: ":").map { CellPlace(Array($0.utf8)) }
        guard ends.count == 2, let (first, row) = ends[0].whole, let (last, lastRow) = ends[1].whole else { return }
        areas.append(MergedCells.Area(rows: min(row, lastRow)...max(row, lastRow), columns: min(first, last)...max(first, last)))
        if areas.count > WorkbookLimits.merges { problem = .tooManyMerges }
    }

    func end(_ name: XMLName) {}
}

/// Where a cell is: `B7`, `$B$7`.
struct CellPlace {
    /// From 0; nil where there are no letters, or too many.
    private(set) var column: Int?
    /// From 1.
    private(set) var row: Int?

    init(_ text: some Sequence<UInt8>) {
        var (letters, digits) = (0, 0)
        for byte in text {
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z") where digits == 0: letters = min(letters * 26 + Int(byte - 64), 1 << 30)
            case UInt8(ascii: "a")...UInt8(ascii: "z") where digits == 0: letters = min(letters * 26 + Int(byte - 96), 1 << 30)
            case UInt8(ascii: "0")...UInt8(ascii: "9"): digits = min(digits * 10 + Int(byte - 48), 1 << 30)
            case UInt8(ascii: "$"): continue
            default: return
            }
        }
        if letters > 0 { column = letters - 1 }
        if digits > 0 { row = digits }
    }

    /// Both, where a sheet has such a cell.
    var whole: (column: Int, row: Int)? {
        guard let column, let row, column < WorkbookLimits.columns, row <= WorkbookLimits.rows else { return nil }
        return (column, row)
    }
}

/// Puts the value of a merged cell into every cell it covers, row by row.
///
/// A row with nothing of its own, as the second of two that are merged in
/// every column, stays empty: it is no second record. Sideways no more than a
/// few hundred columns are filled, so that a title merged over the whole sheet
/// costs nothing.
struct MergeFill {
    private struct Cover {
        var lastRow: Int
        var text: String
    }

    private let areas: [MergedCells.Area]
    private var position = 0
    /// By column.
    private var covers: [Cover] = []
    private var lastRow = 0

    private static let mostColumns = 256

    init(_ cells: MergedCells) { areas = cells.areas }

    /// Fills a row; rows come in their order.
    mutating func fill(_ cells: inout [String], row: Int) {
        if row <= lastRow { fillFromAbove(&cells, row) }
        while position < areas.count, areas[position].rows.lowerBound <= row {
            let area = areas[position]
            position += 1
            let first = area.columns.lowerBound
            // The value is that of the first cell; where its row is missing,
            // so is the value.
            guard area.rows.lowerBound == row, first < cells.count, !cells[first].isEmpty else { continue }
            let text = cells[first]
            for column in first...min(area.columns.upperBound, first + MergeFill.mostColumns - 1) {
                MergeFill.put(text, column, &cells)
                guard area.rows.upperBound > row else { continue }
                while covers.count <= column { covers.append(Cover(lastRow: 0, text: "")) }
                covers[column] = Cover(lastRow: area.rows.upperBound, text: text)
                lastRow = max(lastRow, area.rows.upperBound)
            }
        }
    }

    private mutating func fillFromAbove(_ cells: inout [String], _ row: Int) {
        let hasOwn = cells.indices.contains { !cells[$0].isEmpty && !($0 < covers.count && covers[$0].lastRow >= row) }
        guard hasOwn else { return cells.removeAll(keepingCapacity: true) }
        for column in covers.indices where covers[column].lastRow >= row { MergeFill.put(covers[column].text, column, &cells) }
    }

    private static func put(_ text: String, _ column: Int, _ cells: inout [String]) {
        while cells.count <= column { cells.append("") }
        cells[column] = text
    }
}
