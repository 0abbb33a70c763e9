import DoorstepCore
import TerminalUI

/// Lines of text in a rectangle, wrapped to it, until it is full.
struct SideText {
    private let rect: Rect
    private let language: Language
    private var lines: [(text: String, style: Style)] = []

    init(_ rect: Rect, _ language: Language) {
        self.rect = rect
        self.language = language
    }

    var rowsLeft: Int { rect.rows - lines.count }

    mutating func add(_ phrase: Phrase, _ style: Style = Theme.plain, wraps: Bool = true) {
        let text = phrase(language)
        let pieces = wraps ? text.wrapped(to: rect.columns) : [text.fitted(to: rect.columns)]
        for piece in pieces.isEmpty ? [""] : pieces where rowsLeft > 0 { lines.append((piece, style)) }
    }

    /// - Parameter rows: at most so many rows for all of them together.
    mutating func add(_ details: [DetailLine], rows: Int = .max, wraps: Bool = true) {
        let limit = rows == .max ? rect.rows : min(rect.rows, lines.count + rows)
        for line in details {
            let style: Style =
                switch line.tone {
                case .heading: Theme.heading
                case .plain: Theme.plain
                case .muted: Theme.muted
                case .warning: Theme.warning
                case .score: Theme.score
                }
            add(line.text, style, wraps: wraps)
        }
        if lines.count > limit { lines.removeLast(lines.count - limit) }
    }

    mutating func addRule() {
        guard rowsLeft > 0 else { return }
        lines.append((String(repeating: "-", count: rect.columns), Theme.muted))
    }

    func draw(into cells: inout CellBuffer) {
        for (row, line) in lines.enumerated() {
            _ = cells.write(line.text, at: Point(column: rect.minColumn, row: rect.minRow + row), style: line.style, limit: rect.columns)
        }
    }
}
