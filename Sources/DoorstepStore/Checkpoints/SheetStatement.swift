/// What the station says of a sheet that it exported, signed with the
/// checkpoint beside it.
///
/// ```
/// sheet placements
/// query …                        empty where all was asked for
/// rows 45
/// digest 8e…                     `SheetDigest` of the rows
/// column number=序号             of a log: what its headers mean,
/// word stage:referred=推荐       and its words
/// first 1                        of a log: numbers of its first and last
/// last 45                        step, and the link of the last
/// link 3c…
/// ```
public struct SheetStatement: Hashable, Sendable {
    public let kind: String
    public let query: String
    public let rows: Int
    /// In hexadecimal.
    public let digest: String
    /// Nil where the sheet is no log, or has not all steps between its first
    /// and last.
    public let log: Log?

    /// Of a log of placements.
    public struct Log: Hashable, Sendable {
        public let columns: [Meaning]
        public let words: [Meaning]
        public let first: Int
        public let last: Int
        /// In hexadecimal.
        public let link: String

        public init(columns: [Meaning], words: [Meaning], first: Int, last: Int, link: String) {
            (self.columns, self.words, self.first, self.last, self.link) = (columns, words, first, last, link)
        }
    }

    /// How something stands in a sheet.
    public struct Meaning: Hashable, Sendable {
        public let code: String
        public let text: String

        public init(_ code: String, _ text: String) {
            (self.code, self.text) = (SheetStatement.oneLine(code), SheetStatement.oneLine(text))
        }
    }

    public init(kind: String, query: String, rows: Int, digest: String, log: Log?) {
        (self.kind, self.rows, self.digest, self.log) = (kind, rows, digest, log)
        self.query = SheetStatement.oneLine(query)
    }

    private static func oneLine(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }))
    }

    var lines: [String] {
        var lines = ["sheet \(kind)", "query \(query)", "rows \(rows)", "digest \(digest)"]
        if let log {
            lines += log.columns.map { "column \($0.code)=\($0.text)" } + log.words.map { "word \($0.code)=\($0.text)" }
            lines += ["first \(log.first)", "last \(log.last)", "link \(log.link)"]
        }
        return lines
    }

    /// Takes the lines of a statement off; nil, and no line taken, where
    /// there is none.
    init?(_ lines: inout ArraySlice<String>) {
        var rest = lines
        func take(_ name: String) -> String? {
            guard let line = rest.first, line.hasPrefix(name + " ") else { return nil }
            rest.removeFirst()
            return String(line.dropFirst(name.count + 1))
        }
        func meanings(_ name: String) -> [Meaning] {
            var meanings: [Meaning] = []
            while let sign = rest.first?.firstIndex(of: "="), let line = rest.first, line.hasPrefix(name + " ") {
                meanings.append(Meaning(String(line[..<sign].dropFirst(name.count + 1)), String(line[line.index(after: sign)...])))
                rest.removeFirst()
            }
            return meanings
        }
        guard let kind = take("sheet"), let query = take("query"), let rows = take("rows").flatMap({ Int($0) }), let digest = take("digest") else { return nil }
        let (columns, words) = (meanings("column"), meanings("word"))
        var log: Log?
        if let first = take("first").flatMap({ Int($0) }), let last = take("last").flatMap({ Int($0) }), let link = take("link") {
            log = Log(columns: columns, words: words, first: first, last: last, link: link)
        }
        self.init(kind: kind, query: query, rows: rows, digest: digest, log: log)
        lines = rest
    }
}
