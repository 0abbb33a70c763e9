import DoorstepCore
import TerminalUI

/// A column of a list on the screen: what it shows and what it sorts by.
struct ListColumn: Sendable {
    let title: Phrase
    let minimum: Int
    let ideal: Int
    var weight = 0
    var alignment = TextAlignment.leading
    /// The lowest is left out first where room is short.
    var priority = 5
    /// Whether the first press of its sort shows the highest first.
    var startsDescending = false
    let text: @Sendable (RecordID, StationModel, Language) -> String
    let key: @Sendable (RecordID, StationModel) -> SortKey
    /// How it is said where there is no title above it; as it is shown where
    /// that is plain enough.
    var said: (@Sendable (RecordID, StationModel) -> Phrase?)?

    /// - Parameter mark: stands behind the title of the column that the list
    ///   is sorted by.
    func spec(_ language: Language, mark: String) -> Table.Column {
        let name = title(language)
        let space = !mark.isEmpty && DisplayWidth().of(name) + 2 <= minimum ? " " : ""
        return Table.Column(
            title: name + space + mark, minimum: minimum, ideal: ideal, weight: weight, alignment: alignment, priority: priority)
    }
}

/// What rows are ordered by: numbers by size, texts by their code points.
enum SortKey: Comparable {
    case number(Int)
    case text(String)
}

/// A line of a record's description.
struct DetailLine: Equatable, Sendable {
    enum Tone: Sendable {
        case heading, plain, muted, warning, score
    }

    let text: Phrase
    let tone: Tone

    init(_ text: Phrase, _ tone: Tone = .plain) {
        self.text = text
        self.tone = tone
    }
}
