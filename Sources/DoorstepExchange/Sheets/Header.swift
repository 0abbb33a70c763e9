import DoorstepCore

/// Which column of a sheet means what.
struct Header<Meaning: Sendable>: Sendable {
    /// By the column's position.
    let meanings: [Int: Meaning]
    /// Columns that are not recognised.
    let others: [(position: Int, title: String)]
    let titles: [String]
    let line: Int

    /// The header among the first rows: the first row in which at least half
    /// of the filled cells, and two or all of them, are recognised. A title
    /// and notes may stand above it.
    static func find(in rows: inout CSVReader, _ recognise: (String) -> Meaning?) -> Header? {
        var skipped = 0
        while skipped < 30, let row = rows.next() {
            skipped += 1
            if let header = Header(row, recognise) { return header }
        }
        return nil
    }

    private init?(_ row: CSVRow, _ recognise: (String) -> Meaning?) {
        var meanings: [Int: Meaning] = [:]
        var others: [(position: Int, title: String)] = []
        for (position, cell) in row.cells.enumerated() {
            let title = Header.title(cell)
            guard !title.isEmpty else { continue }
            if let meaning = recognise(title) { meanings[position] = meaning } else { others.append((position, title)) }
        }
        let filled = meanings.count + others.count
        guard meanings.count >= 2 || (meanings.count == 1 && filled == 1), meanings.count * 2 >= filled else { return nil }
        self.meanings = meanings
        self.others = others
        titles = row.cells
        line = row.line
    }

    /// Whether a row repeats the header, as sheets printed page by page do.
    func isRepeated(by row: CSVRow) -> Bool {
        row.cells == titles
    }

    /// A title without the star of required columns and without the unit or
    /// remark behind it: `*期望月薪（元）` is 期望月薪.
    private static func title(_ cell: String) -> String {
        var text = PlainText.halfWidth(cell).filter { !$0.isWhitespace && $0 != "*" }
        if let bracket = text.firstIndex(of: "("), bracket > text.startIndex, text.hasSuffix(")") { text = String(text[..<bracket]) }
        return PlainText.key(text)
    }
}
