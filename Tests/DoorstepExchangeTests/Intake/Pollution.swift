import DoorstepCore

/// One thing that is wrong with a sheet, and what a sensible person expects
/// to come of it.
struct Pollution: Sendable {
    let name: String
    let kind: SheetKind
    let bytes: [UInt8]
    let expected: Expected

    enum Expected: Sendable {
        /// Every row as in the clean sheet, and nothing refused but so many
        /// rows that the pollution brought.
        case same(refused: ClosedRange<Int> = 0...0)
        /// Every row but these, which are refused, told, or the same all the
        /// same; one more row may come of it.
        case costs(Set<Int>, extra: Int = 0)
        /// All rows of the clean sheet are there; a column may be lost.
        case rows
        /// One sentence.
        case unusable
    }

    init(_ name: String, _ sheet: PollutedSheet, _ text: String, _ expected: Expected) {
        self.init(name, sheet, Array(text.utf8), expected)
    }

    init(_ name: String, _ sheet: PollutedSheet, _ bytes: [UInt8], _ expected: Expected) {
        (self.name, kind, self.bytes, self.expected) = ("\(sheet.kind.rawValue): \(name)", sheet.kind, bytes, expected)
    }

    // MARK: - Of a row and a column

    /// One separator too many or too few, or one quote too many, at every
    /// place of every row.
    static func ofCells(_ sheet: PollutedSheet) -> [Pollution] {
        let form = PollutedSheet.Form()
        let lines = sheet.lines(form)
        var all: [Pollution] = []
        for row in sheet.rows.indices {
            let cells = sheet.rows[row].map(form.cell)
            func add(_ name: String, _ line: String, extra: Int = 0) {
                var lines = lines
                lines[row + 1] = line
                let text = lines.map { $0 + "\n" }.joined()
                all.append(Pollution("row \(row) \(name)", sheet, text, .costs(row + 1 < sheet.rows.count && extra > 0 ? [row, row + 1] : [row], extra: extra)))
            }
            for column in cells.indices {
                let (before, behind) = (cells[..<column], cells[column...])
                add("a separator too many before \(column)", (before + [""] + behind).joined(separator: ","))
                // A line end within quotes may become one between rows.
                add("a quote too many before \(column)", (before + ["\"" + cells[column]] + behind.dropFirst()).joined(separator: ","), extra: 1)
                add("a quote too many behind \(column)", (before + [cells[column] + "\""] + behind.dropFirst()).joined(separator: ","), extra: 1)
                if column > 0 { add("a separator too few before \(column)", (before.dropLast() + [cells[column - 1] + cells[column]] + behind.dropFirst()).joined(separator: ","), extra: 1) }
            }
        }
        return all
    }

    /// A row with a dialect of its own.
    static func ofRows(_ sheet: PollutedSheet) -> [Pollution] {
        let lines = sheet.lines()
        var all: [Pollution] = []
        for row in sheet.rows.indices {
            for separator in [";", "\t", "|", " ", ", "] {
                var lines = lines
                lines[row + 1] = PollutedSheet.Form(separator: separator).line(sheet.rows[row])
                all.append(Pollution("row \(row) separated by '\(separator)'", sheet, lines.map { $0 + "\n" }.joined(), .costs([row], extra: 1)))
            }
            for end in ["\r", "\r\n", "\n\n"] {
                let text = lines.enumerated().map { $1 + ($0 == row + 1 ? end : "\n") }.joined()
                all.append(Pollution("row \(row) ends in \(Array(end.utf8))", sheet, text, .same()))
            }
            var quoted = lines
            quoted[row + 1] = PollutedSheet.Form(quote: "'", escape: "'", isEverythingQuoted: true).line(sheet.rows[row])
            all.append(Pollution("row \(row) quoted by '", sheet, quoted.map { $0 + "\n" }.joined(), .costs([row], extra: 1)))
        }
        return all
    }

    // MARK: - Of the whole file

    static func ofFiles(_ sheet: PollutedSheet) -> [Pollution] { dialects(sheet) + encodings(sheet) + headers(sheet) + surroundings(sheet) + sizes(sheet) }

    private static func dialects(_ sheet: PollutedSheet) -> [Pollution] {
        var all: [Pollution] = []
        for end in ["\n", "\r", "\r\n"] { all.append(Pollution("line ends \(Array(end.utf8))", sheet, sheet.text(.init(lineEnd: end)), .same())) }
        for separator in [",", ";", "\t", "|", " ", ":", ", ", "\t\t"] {
            for isEverythingQuoted in [false, true] {
                let form = PollutedSheet.Form(separator: separator, isEverythingQuoted: isEverythingQuoted)
                all.append(Pollution("separator '\(separator)', all quoted \(isEverythingQuoted)", sheet, sheet.text(form), .same()))
            }
        }
        for separator in [",", ";", "\t"] {
            all.append(Pollution("quote ', separator \(separator)", sheet, sheet.text(.init(separator: separator, quote: "'", escape: "'")), .same()))
            all.append(Pollution("quote ' everywhere", sheet, sheet.text(.init(separator: separator, quote: "'", escape: "'", isEverythingQuoted: true)), .same()))
            all.append(Pollution("backslashes", sheet, sheet.text(.init(separator: separator, escape: "\\")), .same()))
            all.append(Pollution("backslashes, all quoted", sheet, sheet.text(.init(separator: separator, escape: "\\", isEverythingQuoted: true)), .same()))
            all.append(Pollution("quote ' and backslashes", sheet, sheet.text(.init(separator: separator, quote: "'", escape: "\\")), .same()))
            all.append(Pollution("a blank behind quotes", sheet, sheet.text(.init(separator: separator, isEverythingQuoted: true, behindQuote: " ")), .same()))
        }
        return all
    }

    private static func encodings(_ sheet: PollutedSheet) -> [Pollution] {
        let text = sheet.text()
        var all = [
            Pollution("a mark", sheet, "\u{FEFF}" + text, .same()), Pollution("GB 18030", sheet, EncodedText.gb18030(text), .same()),
            Pollution("Latin-1", sheet, Array((text + "Jos").utf8) + [0xE9] + Array(",x\n".utf8), .unusable),
        ]
        for bigEndian in [true, false] {
            for mark in [true, false] {
                all.append(Pollution("UTF-16, big endian \(bigEndian), mark \(mark)", sheet, EncodedText.utf16(text, bigEndian: bigEndian, mark: mark), .same()))
            }
        }
        return all
    }

    private static func headers(_ sheet: PollutedSheet) -> [Pollution] {
        let lines = sheet.lines()
        let body = lines.dropFirst().map { $0 + "\n" }.joined()
        let form = PollutedSheet.Form()
        var all = [
            Pollution("no header", sheet, body, .rows), Pollution("a header alone", sheet, lines[0] + "\n", .unusable),
            Pollution("a header alone, no line end", sheet, lines[0], .unusable),
            Pollution("the header twice", sheet, lines[0] + "\n" + lines[0] + "\n" + body, .same()),
            Pollution("the header on every page", sheet, lines.dropFirst().enumerated().map { ($0 % 10 == 0 ? lines[0] + "\n" : "") + $1 + "\n" }.joined(), .same()),
            Pollution("a header of two rows", sheet, "基本情况" + String(repeating: ",", count: 8) + "\n" + lines[0] + "\n" + body, .same()),
            Pollution("a header of three rows", sheet, "基本情况,,,其他,,,,,\n甲,乙,丙,丁,戊,己,庚,辛,壬\n" + lines[0] + "\n" + body, .same()),
            Pollution("units below the header", sheet, lines[0] + "\n" + form.line(sheet.titles.map { $0 + "（填写）" }) + "\n" + body, .same(refused: 0...1)),
        ]
        for column in sheet.titles.indices {
            func titled(_ title: String) -> String {
                var titles = sheet.titles
                titles[column] = title
                return form.line(titles) + "\n" + body
            }
            all.append(Pollution("no title \(column)", sheet, titled(""), .rows))
            all.append(Pollution("title \(column) as another", sheet, titled(sheet.titles[(column + 1) % 9]), .rows))
            all.append(Pollution("title \(column) of 600 KB", sheet, titled(String(repeating: "长", count: 200_000)), .rows))
            all.append(Pollution("title \(column) in blanks", sheet, titled("  \(sheet.titles[column])　"), .same()))
        }
        return all
    }

    private static func surroundings(_ sheet: PollutedSheet) -> [Pollution] {
        let text = sheet.text()
        var all: [Pollution] = []
        for count in 1...3 {
            let plain = (0..<count).map { "说明第\($0)行：本表数据为虚构\n" }.joined()
            let delimited = (0..<count).map { "说明第\($0)行：本表数据为虚构" + String(repeating: ",", count: 8) + "\n" }.joined()
            for (name, above) in [("plain", plain), ("delimited", delimited)] {
                for gap in ["", "\n", ",,,,,,,,\n"] {
                    all.append(Pollution("\(count) lines above, \(name), gap \(gap.utf8.count)", sheet, above + gap + text, .same()))
                    all.append(Pollution("\(count) lines below, \(name), gap \(gap.utf8.count)", sheet, text + gap + above, .same(refused: 0...count)))
                }
            }
        }
        let lines = sheet.lines()
        let same = lines[0] + "\n"
        let less = "姓名,电话\n王某某,\n李某某,\n"
        let more = "品名,规格,数量,单价,金额,仓库,经手,日期,页,册,注\n" + String(repeating: "铁锹,大,3,20,60,东,老王,2026-01-02,1,1,\n", count: 4)
        for (name, table, count) in [("less", less, 3), ("more", more, 5), ("same", same, 0)] {
            all.append(Pollution("another table with \(name) columns below", sheet, text + "\n" + table, .same(refused: 0...count)))
        }
        all.append(Pollution("separators behind every row", sheet, lines.map { $0 + ",,\n" }.joined(), .same()))
        all.append(Pollution("separators behind the header alone", sheet, lines.enumerated().map { $1 + ($0 == 0 ? ",,\n" : "\n") }.joined(), .same()))
        all.append(Pollution("separators behind all rows but the header", sheet, lines.enumerated().map { $1 + ($0 == 0 ? "\n" : ",,\n") }.joined(), .same()))
        all.append(Pollution("blank lines between rows", sheet, lines.map { $0 + "\n\n" }.joined(), .same()))
        all.append(Pollution("blank lines above", sheet, String(repeating: "\n", count: 20) + text, .same()))
        return all
    }

    private static func sizes(_ sheet: PollutedSheet) -> [Pollution] {
        let lines = sheet.lines()
        var one = sheet
        one.rows = Array(sheet.rows.prefix(1))
        func wide(_ columns: Int) -> String {
            lines.enumerated().prefix(12).map { row, line in line + (0..<columns - 9).map { row == 0 ? ",列\($0)" : ",x" }.joined() + "\n" }.joined()
        }
        return [
            Pollution("no payload", sheet, "", .unusable), Pollution("a line end alone", sheet, "\n", .unusable), Pollution("separators alone", sheet, ",,,,\n,,,,\n", .unusable),
            Pollution("one row", sheet, one.text(), .costs([])), Pollution("one row, no line end", sheet, String(one.text().dropLast()), .costs([])),
            Pollution("no line end", sheet, String(sheet.text().dropLast()), .same()),
            Pollution("1,024 columns", sheet, wide(1_024), .costs([])), Pollution("17,000 columns", sheet, wide(17_000), .unusable),
        ]
    }
}
