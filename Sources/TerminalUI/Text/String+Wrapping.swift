extension String {
    /// The text in rows of at most `columns`.
    ///
    /// Chinese may break between any two characters, except before closing and
    /// after opening punctuation; Latin words and numbers stay whole where they
    /// fit on a row. Line feeds in the text begin a new row; blanks at a break
    /// are dropped. An empty text is one empty row. O(n).
    public func wrapped(to columns: Int, width: DisplayWidth = DisplayWidth()) -> [String] {
        guard columns > 0 else { return [] }
        return split(omittingEmptySubsequences: false) { $0.isNewline }
            .flatMap { line in
                var wrapper = LineWrapper(columns: columns)
                wrapper.add(DisplayUnit.units(of: String(line), width: width))
                return wrapper.finish()
            }
    }
}

/// Fills rows with pieces that must not be torn.
private struct LineWrapper {
    let columns: Int
    private var rows: [String] = []
    private var row = ""
    private var used = 0
    /// Blanks seen since the last piece; put down only if another follows on
    /// the same row.
    private var blanks = 0

    init(columns: Int) {
        self.columns = columns
    }

    mutating func add(_ units: [DisplayUnit]) {
        var piece: [DisplayUnit] = []
        for unit in units {
            if unit.text == " " || unit.text == "\u{3000}" {
                place(piece)
                piece = []
                blanks += unit.columns
            } else {
                if let last = piece.last, Self.mayBreak(between: last, and: unit) {
                    place(piece)
                    piece = []
                }
                piece.append(unit)
            }
        }
        place(piece)
    }

    func finish() -> [String] {
        rows + [row]
    }

    private mutating func place(_ piece: [DisplayUnit]) {
        guard !piece.isEmpty else { return }
        let needed = piece.reduce(0) { $0 + $1.columns }
        if used > 0, used + blanks + needed > columns {
            breakRow()
        }
        // At the start of the text blanks are an indentation worth keeping.
        if blanks + needed <= columns || used > 0 {
            row += String(repeating: " ", count: blanks)
            used += blanks
        }
        blanks = 0
        for unit in piece {
            if used + unit.columns > columns, used > 0 { breakRow() }
            // A wide character in a single column cannot be shown at all.
            let shown = unit.columns <= columns ? unit : DisplayUnit(text: "?", columns: 1)
            row += shown.text
            used += shown.columns
        }
    }

    private mutating func breakRow() {
        rows.append(row)
        row = ""
        used = 0
        blanks = 0
    }

    private static func mayBreak(between left: DisplayUnit, and right: DisplayUnit) -> Bool {
        guard isIdeographic(left) || isIdeographic(right) else { return false }
        return !closing.contains(right.text) && !opening.contains(left.text)
    }

    /// Two columns alone do not tell: where ambiguous signs are wide a
    /// Cyrillic letter takes them as well, and its word stays whole.
    private static func isIdeographic(_ unit: DisplayUnit) -> Bool {
        unit.columns == 2 && unit.text.unicodeScalars.first.map(DisplayWidth.isWideEverywhere) ?? false
    }

    private static let closing: Set<String> = [
        "。", "，", "、", "；", "：", "？", "！", "）", "》", "】", "〉", "」", "』", "〕", "］", "｝", "．", "％", "～",
        "”", "’", "…", "—", "·", "・", ".", ",", ";", ":", "?", "!", ")", "]", "}", "%", "'", "\"",
    ]
    private static let opening: Set<String> = [
        "（", "《", "【", "〈", "「", "『", "〔", "［", "｛", "“", "‘", "(", "[", "{", "￥", "¥", "$",
    ]
}
