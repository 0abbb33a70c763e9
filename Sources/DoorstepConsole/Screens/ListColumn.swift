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

/// What a list screen is made of, for each kind of list.
extension ListKind {
    var columns: [ListColumn] {
        switch self {
        case .jobs: JobsScreen.columns
        case .people: PeopleScreen.columns
        case .ledger: LedgerScreen.columns
        }
    }

    /// Those that were left waiting for longest first; the newest step first.
    var standardSort: ListSort {
        switch self {
        case .jobs: ListSort(column: JobsScreen.columns.count - 1, isDescending: true)
        case .people: ListSort(column: PeopleScreen.columns.count - 1, isDescending: true)
        case .ledger: ListSort(column: 0, isDescending: true)
        }
    }

    /// The record in full, for the right-hand side.
    ///
    /// - Parameter revealed: the person whose numbers are shown whole.
    func details(_ id: RecordID, _ model: StationModel, revealed: RecordID?) -> [DetailLine] {
        switch self {
        case .jobs: JobsScreen.details(id, model)
        case .people: PeopleScreen.details(id, model, isRevealed: id == revealed)
        case .ledger: LedgerScreen.details(id, model)
        }
    }

    func target(_ id: RecordID) -> MatchTarget? {
        switch self {
        case .jobs: .job(id)
        case .people: .person(id)
        case .ledger: nil
        }
    }
}

/// A line of a record's description.
struct DetailLine {
    enum Tone {
        case heading, plain, muted, warning, score
    }

    let text: Phrase
    let tone: Tone

    init(_ text: Phrase, _ tone: Tone = .plain) {
        self.text = text
        self.tone = tone
    }
}
