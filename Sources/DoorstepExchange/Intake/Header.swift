import DoorstepCore

/// Which column of a sheet means what, by the titles above it.
struct Header<Meaning: Sendable>: Sendable {
    /// By the column's position.
    let meanings: [Int: Meaning]
    /// The titles, each with those that stand above it.
    let titles: [String]
    let lines: ClosedRange<Int>
    /// As they stand.
    let rows: [[String]]

    /// Where a header is looked for: below a title and notes.
    static var mostAbove: Int { 30 }

    /// The header among the first rows of a text.
    static func find(in rows: inout some IteratorProtocol<SheetLine>, _ recognise: (String) -> Meaning?) -> Header? {
        var above = 0
        while above < mostAbove, let row = rows.next() {
            above += 1
            if let header = Header(row, recognise) { return header }
        }
        return nil
    }

    /// Nil where the row is no header: in one at least half of the filled
    /// cells, and two or all of them, are recognised; or three, and nothing
    /// in it looks like data; or five, which no data have by chance.
    init?(_ row: SheetLine, _ recognise: (String) -> Meaning?) {
        var meanings: [Int: Meaning] = [:]
        var filled = 0
        var looksLikeData = false
        for (position, cell) in row.cells.enumerated() {
            let title = PlainText.trimmed(cell)
            guard !title.isEmpty else { continue }
            filled += 1
            if let meaning = recognise(title) { meanings[position] = meaning } else if Header.isData(title) { looksLikeData = true }
        }
        let known = meanings.count
        guard known >= 2 || (known == 1 && filled == 1), known * 2 >= filled || (known >= 3 && !looksLikeData) || known >= 5 else { return nil }
        self.meanings = meanings
        titles = row.cells
        lines = row.line...row.line
        rows = [row.cells]
    }

    /// A row that somebody says is the header.
    init(named row: SheetLine, _ recognise: (String) -> Meaning?) {
        var meanings: [Int: Meaning] = [:]
        for (position, cell) in row.cells.enumerated() { meanings[position] = recognise(cell) }
        self.init(meanings: meanings, titles: row.cells, lines: row.line...row.line, rows: [row.cells])
    }

    /// A row that may be a header though hardly any of its titles is known:
    /// the one of the first rows that has the most of them, and nothing that
    /// looks like data.
    static func doubtful(in rows: [SheetLine], _ recognise: (String) -> Meaning?) -> Header? {
        let candidates = rows.prefix(mostAbove).filter { row in
            let cells = row.cells.map { PlainText.trimmed($0) }.filter { !$0.isEmpty }
            return cells.count >= 2 && !cells.contains(where: isData)
        }
        let headers = candidates.map { Header(named: $0, recognise) }.filter { !$0.meanings.isEmpty }
        // Of two that have as many, the upper one.
        return headers.max { ($0.meanings.count, $1.lines.lowerBound) < ($1.meanings.count, $0.lines.lowerBound) }
    }

    private init(meanings: [Int: Meaning], titles: [String], lines: ClosedRange<Int>, rows: [[String]]) {
        (self.meanings, self.titles, self.lines, self.rows) = (meanings, titles, lines, rows)
    }

    /// The header with the row below it, where that goes on with it: 薪资 over
    /// 最低 and 最高. Nil where the row is data.
    ///
    /// A row goes on with a header if each of its filled cells repeats the
    /// title above it (a cell merged over both rows), or is a title where
    /// nothing is known yet or where it says more; and if one of them is the
    /// latter.
    func joined(with row: SheetLine, _ recognise: (String) -> Meaning?) -> Header? {
        var meanings = meanings
        var titles = titles
        var groups = titles
        // A title merged over several columns stands in the first of them.
        for position in groups.indices.dropFirst() where PlainText.trimmed(groups[position]).isEmpty { groups[position] = groups[position - 1] }
        var told = 0
        for (position, cell) in row.cells.enumerated() {
            let below = PlainText.trimmed(cell)
            guard !below.isEmpty else { continue }
            let above = position < groups.count ? PlainText.trimmed(groups[position]) : PlainText.trimmed(groups.last ?? "")
            if position < titles.count, PlainText.trimmed(titles[position]) == below { continue }
            guard !Header.isData(below), let meaning = recognise(above + below) ?? recognise(below + above) ?? recognise(below) else { return nil }
            while titles.count <= position { titles.append("") }
            titles[position] = above.isEmpty ? below : above + " " + below
            meanings[position] = meaning
            told += 1
        }
        guard told > 0 else { return nil }
        return Header(meanings: meanings, titles: titles, lines: lines.lowerBound...row.line, rows: rows + [row.cells])
    }

    /// Digits, and nothing that a title would say.
    private static func isData(_ cell: String) -> Bool {
        let digits = cell.unicodeScalars.count { ("0"..."9").contains($0) }
        return digits * 2 > cell.unicodeScalars.count
    }
}
