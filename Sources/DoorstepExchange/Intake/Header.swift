import DoorstepCore

/// Which column of a sheet means what, by the titles above it.
struct Header<Meaning: Sendable>: Sendable {
    /// By the column's position.
    let meanings: [Int: Meaning]
    let titles: [String]
    let line: Int

    /// Where a header is looked for: below a title and notes.
    static var mostAbove: Int { 30 }

    /// The header among the first rows of a text.
    static func find(in rows: inout CSVReader, _ recognise: (String) -> Meaning?) -> Header? {
        var above = 0
        while above < mostAbove, let row = rows.next() {
            above += 1
            if let header = Header(row, recognise) { return header }
        }
        return nil
    }

    /// Nil where the row is no header: in one at least half of the filled
    /// cells, and two or all of them, are recognised.
    init?(_ row: SheetLine, _ recognise: (String) -> Meaning?) {
        var meanings: [Int: Meaning] = [:]
        var filled = 0
        for (position, cell) in row.cells.enumerated() {
            let title = Header.title(cell)
            guard !title.isEmpty else { continue }
            filled += 1
            if let meaning = recognise(title) { meanings[position] = meaning }
        }
        guard meanings.count >= 2 || (meanings.count == 1 && filled == 1), meanings.count * 2 >= filled else { return nil }
        self.meanings = meanings
        titles = row.cells
        line = row.line
    }

    /// A title without the star of required columns and without the unit or
    /// remark behind it: `*期望月薪（元）` is 期望月薪.
    private static func title(_ cell: String) -> String {
        var text = PlainText.halfWidth(cell).filter { !$0.isWhitespace && $0 != "*" }
        if let bracket = text.firstIndex(of: "("), bracket > text.startIndex, text.hasSuffix(")") { text = String(text[..<bracket]) }
        return PlainText.key(text)
    }
}
