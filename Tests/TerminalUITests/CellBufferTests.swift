import Testing

@testable import TerminalUI

@Suite("The grid of cells")
struct CellBufferTests {
    let red = Style(foreground: .red)

    @Test("A wide character takes two cells")
    func wideCharacter() {
        var buffer = CellBuffer(size: Size(columns: 6, rows: 1))
        let used = buffer.write("a张b", at: .zero)
        #expect(used == 4)
        #expect(buffer[0].map(\.text) == ["a", "张", "", "b", " ", " "])
    }

    @Test("A wide character that would cross the right edge is left out")
    func rightEdge() {
        var buffer = CellBuffer(size: Size(columns: 5, rows: 1))
        let used = buffer.write("张三丰", at: .zero)
        #expect(used == 4)
        #expect(buffer[0].map(\.text) == ["张", "", "三", "", " "])
        let none = buffer.write("丰", at: Point(column: 4, row: 0))
        #expect(none == 0)
    }

    @Test("Overwriting half of a wide character blanks the other half")
    func overwriting() {
        var buffer = CellBuffer(size: Size(columns: 4, rows: 1))
        buffer.write("张三", at: .zero)
        buffer.write("X", at: Point(column: 1, row: 0))
        #expect(buffer[0].map(\.text) == [" ", "X", "三", ""])
        buffer.write("四", at: Point(column: 1, row: 0))
        #expect(buffer[0].map(\.text) == [" ", "四", "", " "])
        buffer.write("ab", at: Point(column: 1, row: 0))
        #expect(buffer.text(row: 0) == " ab")
    }

    @Test("A limit cuts like an edge, and the width used is told")
    func limit() {
        var buffer = CellBuffer(size: Size(columns: 10, rows: 1))
        let used = buffer.write("张三丰", at: Point(column: 1, row: 0), limit: 5)
        #expect(used == 4)
        #expect(buffer.text(row: 0) == " 张三")
        let others = [0, -1, 2, .max].map { buffer.write("abc", at: .zero, limit: $0) }
        #expect(others == [0, 0, 2, 3])
    }

    @Test("Nothing is written outside the grid")
    func outside() {
        var buffer = CellBuffer(size: Size(columns: 4, rows: 2))
        buffer.write("abc", at: Point(column: 0, row: 2))
        buffer.write("abc", at: Point(column: 0, row: -1))
        buffer.write("abc", at: Point(column: 9, row: 0))
        #expect(buffer == CellBuffer(size: Size(columns: 4, rows: 2)))
        buffer.write("张三", at: Point(column: -1, row: 0))
        #expect(buffer[0].map(\.text) == [" ", "三", "", " "])
    }

    @Test("Restyling leaves the text and never splits a pair")
    func restyling() {
        var buffer = CellBuffer(size: Size(columns: 6, rows: 1))
        buffer.write("a张三", at: .zero)
        buffer.restyle(Rect(column: 2, row: 0, columns: 2, rows: 1)) { $0.with(reverse: true) }
        #expect(buffer.text(row: 0) == "a张三")
        #expect(buffer[0].map(\.style.reverse) == [false, true, true, true, true, false])
    }

    @Test("Filling blanks whole characters at its sides")
    func filling() {
        var buffer = CellBuffer(size: Size(columns: 6, rows: 2))
        buffer.write("张三丰", at: .zero)
        buffer.fill(Rect(column: 1, row: 0, columns: 2, rows: 1), style: red)
        #expect(buffer[0].map(\.text) == [" ", " ", " ", " ", "丰", ""])
        #expect(buffer[0].map(\.style) == [.plain, red, red, .plain, .plain, .plain])
        buffer.fill(Rect(column: 0, row: 1, columns: 5, rows: 9), with: "=")
        #expect(buffer.text(row: 1) == "=====")
    }

    @Test("A buffer drawn on another is cut at its edges")
    func drawing() {
        var small = CellBuffer(size: Size(columns: 4, rows: 1), fill: red)
        small.write("张三", at: .zero, style: red)
        var buffer = CellBuffer(size: Size(columns: 5, rows: 1))
        buffer.draw(small, at: Point(column: 2, row: 0))
        #expect(buffer[0].map(\.text) == [" ", " ", "张", "", " "])
        buffer.draw(small, at: Point(column: -1, row: 0))
        #expect(buffer[0].map(\.text) == [" ", "三", "", " ", " "])
    }

    @Test("Under random writing every row stays whole and agrees with a plain oracle", arguments: 1...60)
    func randomWriting(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let width = DisplayWidth(ambiguous: random.pick([.narrow, .wide]))
        let size = Size(columns: random.int(1...30), rows: random.int(1...4))
        var buffer = CellBuffer(size: size, width: width)
        var oracle = Oracle(size: size, width: width)
        for step in 0..<60 {
            let point = Point(column: random.int(-4...size.columns + 2), row: random.int(-1...size.rows))
            if random.int(0...5) == 0 {
                let rect = Rect(origin: point, size: Size(columns: random.int(0...8), rows: random.int(0...3)))
                buffer.fill(rect)
                oracle.fill(rect)
            } else {
                let text = random.hostileText(pieces: random.int(0...6))
                let limit = random.int(0...2) == 0 ? random.int(0...12) : nil
                buffer.write(text, at: point, limit: limit)
                oracle.write(text, at: point, limit: limit)
            }
            for row in 0..<size.rows {
                #expect(buffer[row].map(\.text) == oracle.rows[row], "step \(step)")
                expectWhole(buffer, row: row)
            }
        }
    }

    private func expectWhole(_ buffer: CellBuffer, row: Int) {
        var columns = 0
        for cell in buffer[row] {
            for scalar in cell.text.unicodeScalars {
                columns += buffer.width.of(scalar)
                #expect(!SafeTextTests.isForbidden(scalar))
            }
        }
        #expect(columns == buffer.size.columns)
    }
}

/// The same rules, written as slowly and plainly as can be: each place knows
/// which character it belongs to.
private struct Oracle {
    let size: Size
    let width: DisplayWidth
    var rows: [[String]]

    init(size: Size, width: DisplayWidth) {
        self.size = size
        self.width = width
        rows = Array(repeating: Array(repeating: " ", count: size.columns), count: size.rows)
    }

    mutating func write(_ text: String, at point: Point, limit: Int?) {
        guard rows.indices.contains(point.row) else { return }
        var units: [(text: String, columns: Int)] = []
        for scalar in SafeText.clean(text).unicodeScalars {
            if width.of(scalar) == 0 {
                units[units.count - 1].text.unicodeScalars.append(scalar)
            } else {
                units.append((String(Character(scalar)), width.of(scalar)))
            }
        }
        var column = point.column
        for unit in units {
            guard column + unit.columns <= min(size.columns, point.column + (limit ?? 10_000)) else { return }
            set(unit.text, columns: unit.columns, at: column, row: &rows[point.row])
            column += unit.columns
        }
    }

    mutating func fill(_ rect: Rect) {
        for row in rows.indices where row >= rect.minRow && row < rect.maxRow {
            for column in max(0, rect.minColumn)..<max(0, rect.minColumn, min(size.columns, rect.maxColumn)) {
                set(" ", columns: 1, at: column, row: &rows[row])
            }
        }
    }

    private func set(_ text: String, columns: Int, at column: Int, row: inout [String]) {
        for place in column..<column + columns where row.indices.contains(place) {
            if row[place].isEmpty { row[place - 1] = " " }
            if place + 1 < row.count, row[place + 1].isEmpty { row[place + 1] = " " }
            row[place] = " "
        }
        if column >= 0 {
            row[column] = text
            if columns == 2 { row[column + 1] = "" }
        }
    }
}
