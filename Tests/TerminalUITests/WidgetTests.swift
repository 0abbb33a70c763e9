import Testing

@testable import TerminalUI

@Suite("Lists, tables and bars")
struct WidgetTests {
    @Test("Whatever is done to a list, its selection is in it and in sight", arguments: 1...40)
    func listInvariants(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        var list = ListState(selection: random.int(-5...50), top: random.int(-5...50))
        for _ in 0..<200 {
            let count = random.int(0...30)
            let height = random.int(0...12)
            switch random.int(0...6) {
            case 0: list.move(by: random.int(-3...3), count: count, height: height)
            case 1: list.page(by: random.int(-2...2), count: count, height: height)
            case 2: list.home(count: count, height: height)
            case 3: list.end(count: count, height: height)
            case 4: list.scroll(by: random.int(-5...5), count: count, height: height)
            case 5: list.move(by: random.pick([.min, .max]), count: count, height: height)
            default: list.clamp(count: count, height: height)
            }
            #expect((0...max(0, count - 1)).contains(list.selection))
            #expect((0...max(0, count - max(1, height))).contains(list.top))
            let visible = list.visible(count: count, height: height)
            #expect(visible.count <= height && visible.upperBound <= count)
            if count > 0, height > 0 { #expect(visible.contains(list.selection)) }
        }
    }

    @Test("A list moves no more than it must")
    func listMoves() {
        var list = ListState()
        list.move(by: 4, count: 20, height: 5)
        #expect(list == ListState(selection: 4, top: 0))
        list.move(by: 1, count: 20, height: 5)
        #expect(list == ListState(selection: 5, top: 1))
        list.page(by: 1, count: 20, height: 5)
        #expect(list == ListState(selection: 9, top: 5))
        list.end(count: 20, height: 5)
        #expect(list == ListState(selection: 19, top: 15))
        list.clamp(count: 3, height: 5)
        #expect(list == ListState(selection: 2, top: 0))
        #expect(list.index(atOffset: 2, count: 3) == 2)
        #expect(list.index(atOffset: 3, count: 3) == nil)
    }

    @Test("A table never exceeds its width, and every row has exactly that of its columns", arguments: 1...60)
    func tableWidths(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        for _ in 0..<40 {
            let columns = (0..<random.int(0...8)).map { _ in
                Table.Column(
                    title: random.hostileText(pieces: 2), minimum: random.int(-1...12), ideal: random.int(0...25),
                    weight: random.int(-1...3), alignment: random.pick([.leading, .center, .trailing]),
                    priority: random.int(0...3))
            }
            let table = Table(columns: columns, gap: random.int(-1...2))
            let total = random.int(-2...100)
            let widths = table.widths(in: total)
            let shown = widths.filter { $0 > 0 }
            let used = shown.reduce(0, +) + table.gap * max(0, shown.count - 1)
            #expect(used <= max(0, total))
            #expect(widths.count == columns.count && widths.allSatisfy { $0 >= 0 })
            if shown.count > 1 {
                for (column, width) in zip(columns, widths) where width > 0 { #expect(width >= column.minimum) }
            }
            if total > 0, !columns.isEmpty { #expect(!shown.isEmpty) }
            let line = table.line(columns.map { _ in random.hostileText(pieces: 3) }, widths: widths)
            #expect(DisplayWidth().of(line) == used)
        }
    }

    @Test("Short of room the least important column goes first; with room to spare the weighty one grows")
    func tableShares() {
        let table = Table(columns: [
            .init(title: "岗位", minimum: 6, ideal: 10, weight: 1, priority: 3),
            .init(title: "单位", minimum: 6, ideal: 12, weight: 2, priority: 1),
            .init(title: "月薪", minimum: 4, ideal: 5, alignment: .trailing, priority: 2),
        ])
        #expect(table.widths(in: 18) == [6, 6, 4])
        #expect(table.widths(in: 17) == [11, 0, 5])
        #expect(table.widths(in: 29) == [10, 12, 5])
        #expect(table.widths(in: 32) == [11, 14, 5])
        #expect(table.widths(in: 3) == [3, 0, 0])
        #expect(table.line(["焊工", "三河糖业", "4500"], widths: [6, 6, 5]) == "焊工   三河~   4500")
        let rects = table.rects(widths: [10, 0, 5], in: Rect(column: 2, row: 7, columns: 16, rows: 1))
        #expect(rects.map(\.minColumn) == [2, 13, 13] && rects.map(\.columns) == [10, 0, 5])
        #expect([0, 10, 11, 16, 99].map { table.column(atOffset: $0, widths: [10, 0, 5]) } == [0, 0, 2, 2, nil])
    }

    @Test("A bar fills exactly its columns, whatever the number")
    func bars() {
        for fraction in [-1, 0, 0.01, 0.5, 0.999, 1, 7, .nan, .infinity] {
            for columns in 0...9 {
                #expect(Bar(.ascii).horizontal(fraction, columns: columns).count == columns)
                #expect(DisplayWidth().of(Bar(.blocks).horizontal(fraction, columns: columns)) == columns)
            }
        }
        #expect(Bar(.ascii).horizontal(0.5, columns: 4) == "##..")
        #expect(Bar(.blocks).horizontal(0.5625, columns: 4) == "██▎ ")
        #expect(Bar(.ascii).horizontal(0.001, columns: 4) == "#...")
    }

    @Test("Charts scale to the greatest value and show what is not nothing")
    func charts() {
        #expect(Bar(.blocks).sparkline([0, 1, 4, 8]) == " ▁▄█")
        #expect(Bar(.ascii).chart([1, 2, 4], rows: 2, barColumns: 2, gap: 1) == ["      ||", ":: || ||"])
        #expect(Bar(.ascii).sparkline([]) == "")
        #expect(Bar(.blocks).sparkline([0, 0]) == "  ")
        #expect(Bar(.ascii).sparkline([.nan, .infinity, -3, 3]) == " | |")
    }

    @Test("A line chart marks each value and joins it with the next; nothing lies on the ground")
    func lines() {
        #expect(Bar(.ascii).lineChart([0, 4, 2], rows: 3, step: 2) == ["  *  ", " . .*", "*    "])
        #expect(Bar(.blocks).lineChart([0, 4], rows: 2, step: 1) == [" ■", "■ "])
        #expect(Bar(.ascii).lineChart([], rows: 2) == ["", ""])
        #expect(Bar(.ascii).lineChart([1], rows: 0) == [])
        #expect(Bar(.ascii).lineChart([.nan, -3], rows: 1, step: 3) == ["*..*"])
    }
}
