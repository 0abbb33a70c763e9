import Testing

@testable import TerminalUI

@Suite("Frames and layout")
struct FrameTests {
    @Test("A frame's text leaves out blanks at the ends of rows")
    func text() {
        var frame = Frame(size: Size(columns: 8, rows: 3))
        frame.cells.write("张三 ", at: Point(column: 1, row: 1))
        #expect(frame.text == "\n 张三\n")
    }

    @Test("The style map names each style by a letter, with a legend")
    func styleMap() {
        var frame = Frame(size: Size(columns: 4, rows: 2))
        frame.cells.write("ab", at: .zero, style: Style(foreground: .red, bold: true))
        frame.cells.write("c", at: Point(column: 3, row: 1), style: Style(background: .blue, reverse: true))
        #expect(frame.styleMap == "aa..\n...b\na = bold red\nb = reverse on blue")
    }

    @Test("A style over another keeps what it does not say")
    func over() {
        let base = Style(foreground: .green, background: .blue)
        #expect(Style(foreground: .red, bold: true).over(base) == Style(foreground: .red, background: .blue, bold: true))
    }

    @Test("Cuts are clamped, lie inside, and add up to the whole", arguments: 1...30)
    func splits(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        for _ in 0..<50 {
            let rect = Rect(
                column: random.int(-5...5), row: random.int(-5...5),
                columns: random.int(-2...20), rows: random.int(-2...20))
            let count = random.int(-5...25)
            let vertical = [rect.splitTop(count).top, rect.splitTop(count).rest, rect.splitBottom(count).bottom]
            #expect(vertical[0].rows + vertical[1].rows == rect.rows)
            #expect(vertical[1].minRow == vertical[0].maxRow)
            #expect(rect.splitBottom(count).rest.rows + vertical[2].rows == rect.rows)
            #expect(rect.splitLeft(count).left.columns + rect.splitLeft(count).rest.columns == rect.columns)
            #expect(rect.splitRight(count).rest.maxColumn == rect.splitRight(count).right.minColumn)
            let parts = vertical + [rect.inset(columns: count, rows: count), rect.row(count), rect.splitRight(count).right]
            for part in parts {
                #expect(part.columns >= 0 && part.rows >= 0)
                #expect(part.minColumn >= rect.minColumn && part.maxColumn <= rect.maxColumn)
                #expect(part.minRow >= rect.minRow && part.maxRow <= rect.maxRow)
            }
        }
    }

    @Test("A box is drawn around its inside, with a title that fits")
    func box() {
        var buffer = CellBuffer(size: Size(columns: 12, rows: 3))
        let inside = BorderSet.ascii.draw(into: &buffer, rect: buffer.bounds, title: "求职者名单")
        #expect(buffer.text(row: 0) == "+- 求职者 -+")
        #expect(buffer.text(row: 1) == "|          |")
        #expect(inside == Rect(column: 1, row: 1, columns: 10, rows: 1))
    }

    @Test("A box too small for its sides draws nothing", arguments: 0...3)
    func tinyBox(side: Int) {
        var buffer = CellBuffer(size: Size(columns: 5, rows: 5))
        BorderSet.light.draw(into: &buffer, rect: Rect(column: 0, row: 0, columns: side, rows: 1), title: "x")
        #expect(buffer == CellBuffer(size: Size(columns: 5, rows: 5)))
    }

    @Test("A terminal in memory hands out its events in order and keeps what it is shown")
    @MainActor
    func memoryTerminal() {
        let terminal = MemoryTerminal(size: Size(columns: 80, rows: 24), events: [.text("张")])
        terminal.feed([.key(.control("c")), .resize(Size(columns: 60, rows: 15))])
        #expect(terminal.nextEvents(timeoutMilliseconds: nil) == [.text("张")])
        #expect(terminal.nextEvents(timeoutMilliseconds: nil).count == 2 && terminal.size.columns == 60)
        #expect(terminal.isDrained && terminal.nextEvents(timeoutMilliseconds: nil).isEmpty)
        terminal.present(Frame(size: terminal.size))
        #expect(terminal.lastFrame == Frame(size: Size(columns: 60, rows: 15)) && terminal.presentCount == 1)
        #expect(terminal.terminationRequested == nil)
    }

    @Test("A palette colour has a nearest among the eight", arguments: [
        (UInt8(9), 1), (16, 0), (196, 1), (46, 2), (21, 4), (226, 3), (208, 3), (231, 7), (232, 0), (255, 7),
    ])
    func nearestColor(index: UInt8, basic: Int) {
        #expect(Color.basicIndex(nearest: index) == basic)
    }
}
