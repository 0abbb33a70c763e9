import DoorstepCore

/// What a list of records is made of: declared in its screen's file.
struct ListSpec: Sendable {
    let records: RecordID.Kind
    let tab: Phrase
    let title: Phrase
    /// Said where there is nothing yet: what to do next.
    let emptyText: Phrase
    let columns: [ListColumn]
    let standardSort: ListSort
    /// Whether the record at a position of the register stands in the list.
    let isListed: @Sendable (Int, StationModel) -> Bool
    /// Whose matches stand beside the list; nil where it has none.
    let target: (@Sendable (RecordID) -> MatchTarget)?
    /// What `n` makes and `e` edits there; nil where records are made otherwise.
    let edited: RecordID.Kind?
    /// The record in full, for the right-hand side; whether numbers are shown
    /// whole is said with it.
    let details: @Sendable (RecordID, StationModel, _ isRevealed: Bool) -> [DetailLine]
}

/// The lists of records that screens stand on. A new one: a line here, and
/// what it is made of in its screen's file.
public enum ListKind: String, CaseIterable, Sendable {
    case jobs, people, ledger

    var spec: ListSpec {
        switch self {
        case .jobs: JobsScreen.list
        case .people: PeopleScreen.list
        case .ledger: LedgerScreen.list
        }
    }

    var records: RecordID.Kind { spec.records }
    var tab: Phrase { spec.tab }
    var columns: [ListColumn] { spec.columns }
    var standardSort: ListSort { spec.standardSort }

    func target(_ id: RecordID) -> MatchTarget? { spec.target?(id) }

    /// The screen that shows it.
    var screen: Screen.ID { Screen.ID.allCases.first { $0.list == self } ?? .jobs }
}
