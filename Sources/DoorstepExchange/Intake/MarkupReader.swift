import DoorstepCore

/// Reads the rows of the tables in a page of HTML, which many systems on the
/// web hand out under the name of a spreadsheet (`.xls`).
///
/// Tags that are not closed, as they are written by hand, close where the next
/// begins. A cell over several columns or rows gives each its text, as merged
/// cells of a workbook do. A row's line is its number, as a spreadsheet program
/// shows it. O(n).
struct MarkupReader: Sendable {
    private let bytes: [UInt8]
    private var position = 0
    private var row = 0
    private var record = 0
    private var cellCount = 0

    /// The row that is being read.
    private var cells: [String] = []
    private var isInRow = false
    private var hasOwn = false
    private var cell: Cell?
    /// What reaches down from rows above, by column.
    private var covers: [Cover] = []
    private(set) var problem: WorkbookProblem?

    private struct Cell {
        var text: [UInt8] = []
        let columns: Int
        let rows: Int
    }

    private struct Cover {
        var rows: Int
        var text: String
    }

    private static let mostColumns = 256

    init(_ text: DecodedText) { bytes = text.utf8 }

    /// The next row that holds anything; nil at the end, and where there is a
    /// problem.
    mutating func next() -> SheetLine? {
        while problem == nil, position < bytes.count {
            if bytes[position] == UInt8(ascii: "<"), let line = tag() { return line }
            else if position < bytes.count, bytes[position] != UInt8(ascii: "<") { text() }
        }
        return endRow()
    }

    // MARK: - Tags and texts

    /// Takes the tag at the position; the row that it ends, if it ends one.
    private mutating func tag() -> SheetLine? {
        if starts("<!--") {
            skip(past: "-->")
            return nil
        }
        let isEnd = position + 1 < bytes.count && bytes[position + 1] == UInt8(ascii: "/")
        let nameStart = position + (isEnd ? 2 : 1)
        var nameEnd = nameStart
        while nameEnd < bytes.count, isLetter(bytes[nameEnd]) { nameEnd += 1 }
        let isOther = nameStart < bytes.count && (bytes[nameStart] == UInt8(ascii: "!") || bytes[nameStart] == UInt8(ascii: "?"))
        guard nameEnd > nameStart || isOther else {
            // No tag: a sign that means less.
            append([UInt8(ascii: "<")])
            position += 1
            return nil
        }
        let name = String(decoding: bytes[nameStart..<nameEnd], as: UTF8.self).lowercased()
        let attributes = nameEnd..<tagEnd(from: nameEnd)
        position = min(bytes.count, attributes.upperBound + 1)
        switch (name, isEnd) {
        case ("script", false), ("style", false), ("title", false), ("xml", false):
            skip(past: "</" + name)
            position = min(bytes.count, tagEnd(from: position) + 1)
        case ("tr", false):
            let line = endRow()
            isInRow = true
            return line
        case ("tr", true), ("table", _): return endRow()
        case ("td", false), ("th", false):
            endCell()
            isInRow = true
            cell = Cell(columns: span("colspan", attributes), rows: span("rowspan", attributes))
        case ("td", true), ("th", true): endCell()
        case ("br", _), ("p", true), ("div", true), ("li", true): append([TextByte.lineFeed])
        default: break
        }
        return nil
    }

    /// Where the tag ends whose attributes begin there: `>` in quotes does not
    /// end it.
    private func tagEnd(from start: Int) -> Int {
        var quote: UInt8?
        for index in start..<bytes.count {
            switch (bytes[index], quote) {
            case (UInt8(ascii: ">"), nil): return index
            case (TextByte.quote, nil), (TextByte.apostrophe, nil): quote = bytes[index]
            case (let byte, let open?) where byte == open: quote = nil
            // The next tag: the quote is one that is never closed.
            case (UInt8(ascii: "<"), _): return bytes[start...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.count
            default: continue
            }
        }
        return bytes[start...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.count
    }

    private mutating func text() {
        let end = bytes[position...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
        append(bytes[position..<end])
        position = end
    }

    private mutating func append(_ piece: some Collection<UInt8>) {
        guard cell != nil else { return }
        // Blanks and line ends of the page are one blank; a line end of a cell
        // comes from a tag alone.
        let isTag = piece.count == 1 && piece.first == TextByte.lineFeed
        cell?.text.append(contentsOf: piece.lazy.map { !isTag && $0 < TextByte.space ? TextByte.space : $0 })
        if cell.map({ $0.text.count > WorkbookLimits.cellBytes }) ?? false { problem = .tooLongCell(row: row + 1, column: cells.count + 1) }
    }

    private mutating func skip(past word: String) {
        let word = Array(word.utf8)
        while position < bytes.count {
            if isEqual(word, at: position) {
                position += word.count
                return
            }
            position += 1
        }
    }

    private func starts(_ word: String) -> Bool { isEqual(Array(word.utf8), at: position) }

    /// Whether a word in small letters stands there, in any letters.
    private func isEqual(_ word: [UInt8], at start: Int) -> Bool {
        guard bytes[start] == word[0], start + word.count <= bytes.count else { return false }
        return word.indices.allSatisfy { word[$0] == (isLetter(bytes[start + $0]) ? bytes[start + $0] | 0x20 : bytes[start + $0]) }
    }

    private func isLetter(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) }

    private func span(_ name: String, _ attributes: Range<Int>) -> Int {
        let text = String(decoding: bytes[attributes], as: UTF8.self).lowercased()
        guard let place = text.firstRange(of: name) else { return 1 }
        let digits = text[place.upperBound...].drop { "= \"'".contains($0) }.prefix { $0.isASCII && $0.isNumber }
        return max(1, Int(digits) ?? 1)
    }

    // MARK: - Cells and rows

    private mutating func endCell() {
        guard let ended = cell else { return }
        cell = nil
        let text = MarkupText.plain(ended.text)
        if !text.isEmpty { hasOwn = true }
        fillFromAbove()
        for _ in 0..<min(ended.columns, MarkupReader.mostColumns) {
            let column = cells.count
            guard column < WorkbookLimits.columns else { return problem = .tooManyColumns(row: row + 1) }
            cells.append(text)
            guard ended.rows > 1 else { continue }
            while covers.count <= column { covers.append(Cover(rows: 0, text: "")) }
            // One more, which this row takes off again.
            covers[column] = Cover(rows: ended.rows, text: text)
        }
    }

    /// The columns that rows above reach into, up to the first that is free.
    private mutating func fillFromAbove() {
        while cells.count < covers.count, covers[cells.count].rows > 0 { cells.append(covers[cells.count].text) }
    }

    /// Ends the row; nil where there is none, or nothing of its own in it.
    private mutating func endRow() -> SheetLine? {
        guard isInRow else { return nil }
        endCell()
        fillFromAbove()
        isInRow = false
        row += 1
        for column in covers.indices where covers[column].rows > 0 { covers[column].rows -= 1 }
        defer {
            cells = []
            hasOwn = false
        }
        while cells.last == "" { cells.removeLast() }
        cellCount += cells.count
        if cellCount > WorkbookLimits.cells { problem = .tooManyCells }
        guard hasOwn, problem == nil else { return nil }
        record += 1
        return SheetLine(line: row, record: record, cells: cells, problem: nil)
    }
}

/// The text of a page as it is shown.
enum MarkupText {
    private static let names: [Substring: Unicode.Scalar] = ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "yen": "¥", "middot": "·"]

    /// Entities as what they stand for, blanks in a row as one, none around.
    static func plain(_ bytes: [UInt8]) -> String {
        let text = String(decoding: bytes, as: UTF8.self)
        var plain = String.UnicodeScalarView()
        var rest = text[...].unicodeScalars
        while let scalar = rest.popFirst() {
            var shown = scalar
            if scalar == "&", let end = rest.prefix(12).firstIndex(of: ";"), let meant = entity(Substring(rest[..<end])) {
                shown = meant
                rest = rest[rest.index(after: end)...]
            }
            if shown == "\u{A0}" { shown = " " }
            if shown == " ", plain.last == " " || plain.last == "\n" { continue }
            if shown == "\n", plain.last == " " { plain.removeLast() }
            if shown.value != 0 { plain.append(shown) }
        }
        return FormulaGuard.removed(from: PlainText.trimmed(String(plain)))
    }

    private static func entity(_ name: Substring) -> Unicode.Scalar? {
        guard name.hasPrefix("#") else { return names[name] }
        let digits = name.dropFirst()
        let value = digits.first == "x" || digits.first == "X" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
        return value.flatMap { Unicode.Scalar($0) }
    }
}
