/// Takes the rows out of a sheet's XML as they come.
///
/// Cells without a place follow the one before, rows likewise. Rows that hold
/// nothing are left out. What a formula last came to is its value; an error
/// (`#N/A`) is no value.
final class SheetScan: XMLSink {
    private enum Place { case outside, data, row, cell, value, inline }
    private enum Kind { case number, shared, text, truth, error, date }

    private(set) var problem: WorkbookProblem?
    private let content: WorkbookContent
    private var merges: MergeFill

    private var lines: [SheetLine] = []
    private var taken = 0

    private var place = Place.outside
    /// Elements within one that is passed over.
    private var passed = 0
    private var row = 0
    private var column = -1
    private var cells: [String] = []
    private var width = 0
    private var cellCount = 0
    private var record = 0
    private var textBytes = 0

    private var kind = Kind.number
    private var format = 0
    private var value: [UInt8] = []
    private var inline = RichText()

    init(_ content: WorkbookContent, _ merges: MergedCells) {
        self.content = content
        self.merges = MergeFill(merges)
    }

    /// The next row that was come by; nil where there is none yet.
    func take() -> SheetLine? {
        guard taken < lines.count else {
            lines.removeAll(keepingCapacity: true)
            taken = 0
            return nil
        }
        defer { taken += 1 }
        return lines[taken]
    }

    // MARK: - Elements

    func start(_ name: XMLName, _ attributes: XMLAttributes) {
        guard passed == 0 else { return passed += 1 }
        switch place {
        case .outside: if "sheetData" ~= name { place = .data }
        case .data: if "row" ~= name { startRow(attributes) } else { passed = 1 }
        case .row: if "c" ~= name { startCell(attributes) } else { passed = 1 }
        case .cell:
            if "v" ~= name {
                place = .value
            } else if "is" ~= name {
                place = .inline
                inline = RichText()
                kind = .text
            } else {
                passed = 1
            }
        case .inline: inline.start(name)
        case .value: passed = 1
        }
    }

    func end(_ name: XMLName) {
        guard passed == 0 else { return passed -= 1 }
        switch place {
        case .outside: break
        case .data: place = .outside
        case .row:
            endRow()
            place = .data
        case .cell:
            endCell()
            place = .row
        case .value: place = .cell
        case .inline: if inline.end(name) { place = .cell }
        }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard passed == 0, place == .value || place == .inline && inline.isOpen else { return }
        value.append(contentsOf: bytes)
        if value.count > WorkbookLimits.cellBytes { problem = .tooLongCell(row: row, column: column + 1) }
    }

    // MARK: - Rows

    private func startRow(_ attributes: XMLAttributes) {
        place = .row
        var number = row + 1
        attributes.forEach { name, value in
            if name[0] == SheetScan.r, name[1] == 0, let said = CellPlace(SheetScan.bytes(value)).row { number = said }
        }
        guard number <= WorkbookLimits.rows else { return problem = .tooManyRows }
        guard number > row else { return problem = .unorderedRows(row: number) }
        row = number
        column = -1
        textBytes = 0
        cells.reserveCapacity(width)
    }

    private func endRow() {
        guard problem == nil else { return }
        merges.fill(&cells, row: row)
        guard !cells.isEmpty else { return }
        width = max(width, cells.count)
        cellCount += cells.count
        guard cellCount <= WorkbookLimits.cells else { return problem = .tooManyCells }
        record += 1
        lines.append(SheetLine(line: row, record: record, cells: cells, problem: nil))
        cells = []
    }

    // MARK: - Cells

    private func startCell(_ attributes: XMLAttributes) {
        place = .cell
        column += 1
        kind = .number
        format = 0
        value.removeAll(keepingCapacity: true)
        attributes.forEach { name, value in
            guard name[1] == 0 else { return }
            switch name[0] {
            case SheetScan.r: if let said = CellPlace(SheetScan.bytes(value)).column { column = said }
            case SheetScan.s: format = CellPlace(SheetScan.bytes(value)).row ?? 0
            case SheetScan.t: kind = SheetScan.kind(value)
            default: break
            }
        }
        if column >= WorkbookLimits.columns { problem = .tooManyColumns(row: row) }
    }

    private func endCell() {
        guard problem == nil, !value.isEmpty else { return }
        switch kind {
        case .error: break
        case .number:
            let format = content.formats.indices.contains(format) ? content.formats[format] : .plain
            put(value.withUnsafeBufferPointer { CellNumber.text(of: $0, as: format, since1904: content.countsFrom1904) })
        case .shared:
            guard let text = content.strings[SheetScan.number(value)] else { return problem = .noSuchString(row: row, column: column + 1) }
            put(text)
        case .text:
            CellBytes.clean(&value, from: 0)
            put(value.withUnsafeBufferPointer(CellBytes.string))
        case .truth: put(value.first == UInt8(ascii: "1") || value.first == UInt8(ascii: "t") ? "是" : "否")
        case .date: put(CellNumber.text(ofISO: String(decoding: value, as: UTF8.self)))
        }
    }

    private func put(_ text: String) {
        guard !text.isEmpty else { return }
        textBytes += text.utf8.count
        guard textBytes <= WorkbookLimits.rowBytes else { return problem = .tooLongRow(row: row) }
        if column < cells.count {
            cells[column] = text
        } else {
            while cells.count < column { cells.append("") }
            cells.append(text)
        }
    }

    private static let r = CChar(bitPattern: UInt8(ascii: "r"))
    private static let s = CChar(bitPattern: UInt8(ascii: "s"))
    private static let t = CChar(bitPattern: UInt8(ascii: "t"))

    private static func kind(_ value: UnsafePointer<CChar>) -> Kind {
        switch XMLName(value) {
        case "s": .shared
        case "str", "inlineStr": .text
        case "b": .truth
        case "e": .error
        case "d": .date
        default: .number
        }
    }

    private static func bytes(_ text: UnsafePointer<CChar>) -> some Sequence<UInt8> { CBytes(place: text) }

    /// The number of a shared string; -1 where it is none.
    private static func number(_ bytes: [UInt8]) -> Int {
        var number = 0
        for byte in bytes {
            guard byte >= 48, byte <= 57, number <= WorkbookLimits.strings else { return -1 }
            number = number * 10 + Int(byte - 48)
        }
        return number
    }
}

/// The bytes of a text that ends with NUL.
private struct CBytes: Sequence, IteratorProtocol {
    var place: UnsafePointer<CChar>

    mutating func next() -> UInt8? {
        guard place.pointee != 0 else { return nil }
        defer { place += 1 }
        return UInt8(bitPattern: place.pointee)
    }
}

/// The rows of a workbook's sheet, one after the other.
final class WorkbookLines {
    private let reader: XMLReader
    private let scan: SheetScan

    init(_ part: ArchivePart, _ content: WorkbookContent, _ merges: MergedCells) throws(WorkbookProblem) {
        scan = SheetScan(content, merges)
        reader = try XMLReader(part, scan)
    }

    /// The next row; nil at the end, and behind an error.
    func next() throws(WorkbookProblem) -> SheetLine? {
        while true {
            if let line = scan.take() { return line }
            guard try reader.advance() else { return scan.take() }
        }
    }
}
