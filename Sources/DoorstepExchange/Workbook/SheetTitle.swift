import DoorstepCore

/// What a workbook says of a sheet: above its header, on its tab and in the
/// properties of the file.
public struct SheetTitle: Hashable, Sendable {
    /// The station's name; empty where the sheet is of none.
    public let station: String
    /// What its rows are.
    public let sheet: Phrase
    /// What they were narrowed by; empty where they were not.
    public let query: String
    public let day: Day
    /// How many there are, where that is known beforehand.
    public let rows: Int?
    /// Whether personal data are masked; nil where there are none.
    public let isMasked: Bool?
    public let language: Language

    public init(_ sheet: Phrase, station: String, query: String = "", day: Day, rows: Int? = nil, isMasked: Bool? = nil, language: Language) {
        (self.sheet, self.station, self.query, self.day) = (sheet, station, query, day)
        (self.rows, self.isMasked, self.language) = (rows, isMasked, language)
    }

    /// One line: `拉布大林街道 求职者  查询：#退役军人  2026-11-21  36 行  个人信息已遮盖`.
    public var line: String {
        let name = [station, sheet(language)].filter { !$0.isEmpty }.joined(separator: " ")
        let asked = query.isEmpty ? nil : Phrase("查询：\(query)", "query: \(query)")
        let count = rows.map { Phrase("\($0) 行", "\($0) \($0 == 1 ? "row" : "rows")") }
        let masked = isMasked.map { $0 ? Phrase("个人信息已遮盖", "personal data masked") : Phrase("含完整个人信息", "personal data in full") }
        let parts = [asked, Phrase(verbatim: day.description), count, masked].compactMap { $0?(language) }
        return ([name] + parts).joined(separator: "  ")
    }

    /// What may stand on a tab: 31 characters, none of them one that
    /// spreadsheet programs refuse.
    ///
    /// - Parameter number: of a sheet that goes on where another was full.
    func tab(_ number: Int = 1) -> String { SheetTitle.tab(sheet(language), number) }

    static func tab(_ name: String, _ number: Int = 1) -> String {
        let suffix = number > 1 ? " \(number)" : ""
        let forbidden: Set<Character> = ["[", "]", ":", "*", "?", "/", "\\", "'"]
        let kept = PlainText.trimmed(String(name.filter { !forbidden.contains($0) && !$0.isNewline && ($0.asciiValue ?? 32) >= 32 }))
        var text = kept.isEmpty ? "Sheet" : kept
        while text.utf16.count + suffix.utf16.count > 31 { text.removeLast() }
        return text + suffix
    }
}

/// A sheet of lines behind the rows, such as the checkpoint that goes with
/// them.
public struct SheetAppendix: Hashable, Sendable {
    /// The name of the one with the checkpoint.
    public static let checkpoint = Phrase("签名存证", "Checkpoint")

    public let name: Phrase
    public let lines: [String]

    public init(name: Phrase, lines: [String]) {
        (self.name, self.lines) = (name, lines)
    }
}
