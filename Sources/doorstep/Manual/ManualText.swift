import DoorstepCore
import TerminalUI

/// Chapters as lines for a terminal.
struct ManualText {
    let language: Language
    let columns: Int

    /// What is narrower than this is left to the terminal to fold.
    private static let fewestColumns = 30

    init(_ language: Language, columns: Int) {
        self.language = language
        self.columns = max(ManualText.fewestColumns, columns)
    }

    func lines(_ topic: ManualTopic) -> [String] {
        [topic.title(language)] + topic.blocks.flatMap { [""] + lines($0) }
    }

    /// The names of all chapters with their titles.
    func contents() -> [String] {
        table(ManualTopic.all.map { ManualRow(Phrase(verbatim: $0.name), $0.title) })
    }

    private func lines(_ block: ManualBlock) -> [String] {
        switch block {
        case .heading(let title): [title(language)]
        case .paragraph(let text): text(language).wrapped(to: columns)
        case .table(let rows): table(rows)
        case .example(let lines): lines.map { "  " + $0 }
        }
    }

    /// Terms on the left, what they mean on the right; a term that leaves no
    /// room stands on a row of its own.
    private func table(_ rows: [ManualRow]) -> [String] {
        let width = DisplayWidth()
        let most = min(26, columns / 3)
        let termColumns = rows.map { width.of($0.term(language)) }.filter { $0 <= most }.max() ?? min(8, most)
        let indent = 2 + termColumns + 2
        return rows.flatMap { row in
            let term = row.term(language)
            let meaning = row.meaning(language).wrapped(to: columns - indent)
            let blank = String(repeating: " ", count: indent)
            guard width.of(term) <= termColumns else { return ["  " + term] + meaning.map { blank + $0 } }
            return meaning.enumerated().map { index, line in index == 0 ? "  " + term.padded(to: termColumns) + "  " + line : blank + line }
        }
    }
}
