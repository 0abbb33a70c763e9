import DoorstepCore

/// Some rows, made ready to be put into a workbook: that takes one processor
/// all it has, so whatever can be done before is done on another.
struct WorkbookCells: Sendable {
    /// The texts, each with a zero behind it.
    private(set) var bytes: [UInt8] = []
    private(set) var cells: [Cell] = []
    private(set) var rowCount = 0
    /// How many texts were too long for a cell, and columns too many for a
    /// sheet.
    private(set) var cutCount = 0

    struct Cell: Sendable {
        /// The row among these, from 0.
        let row: Int32
        let column: UInt16
        let style: Style
        /// Where its text begins; negative where it is a number.
        let text: Int
        let number: Double
    }

    /// How a cell is shown.
    enum Style: Hashable, Sendable {
        case plain
        /// Text that is never taken for anything else.
        case literal
        case date
        /// Of so many decimals.
        case number(places: UInt8)
    }

    /// Columns of a sheet at the most.
    static let mostColumns = 16_384
    /// A number of more digits is not kept exactly.
    private static let mostDigits = 1_000_000_000_000_000

    init(_ rows: some Sequence<[SheetValue]>) {
        for row in rows { append(row) }
    }

    private mutating func append(_ row: [SheetValue]) {
        for (column, value) in row.enumerated() {
            guard column < WorkbookCells.mostColumns else {
                cutCount += 1
                break
            }
            append(value, UInt16(column))
        }
        rowCount += 1
    }

    private mutating func append(_ value: SheetValue, _ column: UInt16) {
        switch value {
        case .empty: break
        case .text(let text): append(text, column)
        case .date(let text):
            if let serial = Day(iso: text).flatMap(WorkbookCells.serial) {
                append(serial, .date, column)
            } else {
                append(text, column)
            }
        case .integer(let number):
            guard number.magnitude < WorkbookCells.mostDigits else { return append(value.plainText, column) }
            append(Double(number), .number(places: 0), column)
        case .decimal(let units, let places):
            guard units.magnitude < WorkbookCells.mostDigits, places <= 15 else { return append(value.plainText, column) }
            var scale = 1.0
            for _ in 0..<max(0, places) { scale *= 10 }
            append(Double(units) / scale, .number(places: UInt8(max(0, places))), column)
        }
    }

    private mutating func append(_ number: Double, _ style: Style, _ column: UInt16) {
        cells.append(Cell(row: Int32(rowCount), column: column, style: style, text: -1, number: number))
    }

    private mutating func append(_ text: String, _ column: UInt16) {
        guard !text.isEmpty else { return }
        cells.append(
            Cell(row: Int32(rowCount), column: column, style: WorkbookText.isLiteral(text) ? .literal : .plain, text: bytes.count, number: 0))
        if WorkbookText.append(text, to: &bytes) { cutCount += 1 }
    }

    /// The number that a day has in a workbook: days since 1899-12-30. Nil
    /// before March 1900, where spreadsheet programs count a day that never
    /// was.
    static func serial(_ day: Day) -> Double? {
        let serial = Int(day.number) + 25_569
        return serial > 60 ? Double(serial) : nil
    }

    /// How wide a cell is, in columns of a terminal.
    func width(of cell: Cell) -> Int {
        switch cell.style {
        case .date: return 10
        case .number(let places): return SheetValue.rounded(cell.number, places: Int(places)).plainText.utf8.count
        case .plain, .literal:
            guard let end = bytes[cell.text...].firstIndex(of: 0) else { return 0 }
            // Wider is never shown, and the longest line counts.
            let text = String(decoding: bytes[cell.text..<Swift.min(end, cell.text + 400)], as: UTF8.self)
            return text.split(separator: "\n").map { DisplayWidth.of(String($0)) }.max() ?? 0
        }
    }
}

extension SheetValue {
    /// The value as a workbook gives it back: line breaks are line feeds, and
    /// numbers have no zeros at their end. What is said of an exported
    /// workbook is said of these.
    public var inWorkbook: SheetValue {
        switch self {
        case .text(let text):
            guard text.utf8.contains(TextByte.carriageReturn) else { return self }
            return .text(text.replacing("\r\n", with: "\n").replacing("\r", with: "\n"))
        case .decimal(var units, var places):
            while places > 0, units % 10 == 0 { (units, places) = (units / 10, places - 1) }
            return places > 0 ? .decimal(units, places: places) : .integer(units)
        case .integer, .date, .empty: return self
        }
    }
}

extension SheetRows {
    /// The rows as a workbook gives them back.
    public var inWorkbook: SheetRows { SheetRows(count: count) { self[$0].map(\.inWorkbook) } }
}
