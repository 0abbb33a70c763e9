import DoorstepCore
import TerminalUI

/// One list as it stands: what narrows it, how it is sorted, what fits, and
/// which line is chosen. Kept while other screens are shown.
public struct ListView: Equatable, Sendable {
    public let kind: ListKind
    public var field = TextField(maximumLength: 10_000)
    /// The keys go to the search field.
    public var isTyping = false
    public var sort: ListSort
    /// What Tab put in last, for as long as nothing else is typed.
    var completion: TermCompletion?
    var history = SearchHistory()
    /// What a line of a page was counted from: the list holds nothing else
    /// until Esc.
    public internal(set) var entries: ListEntries?
    /// What fits, in order; nil until the first search has answered.
    public var items: [RecordID]?
    /// Shows by which of their characters they were found; nil where no words
    /// were looked for.
    public var hits: SearchHits?
    /// Whether what fits best comes first, rather than the order of a column.
    var isBestFirst: Bool { hits != nil && sort == kind.standardSort }
    /// What of the query was not understood, for as long as it stands there.
    var problem: Phrase?
    /// Where `items` are a list's first ones only, which are shown until the
    /// store is read: whether they are all it has.
    public internal(set) var firstLines: FirstLines?
    /// How many there are without narrowing.
    public var total = 0
    public var state = ListState()
    public internal(set) var marks: Set<RecordID> = []
    /// The line to be chosen once the list is there again.
    var awaited: RecordID?
    /// Counts questions, so that a late answer to an old one is dropped.
    public var generation = 0
    /// The question that `items` answer.
    var answered = 0
    var isAnswered: Bool { items != nil && answered == generation }
    /// All who stand are looked among, not the list's own alone.
    var isOfEveryone: Bool { entries.map { $0.ids == nil } ?? false }
    /// What stands over the list.
    var title: Phrase { isOfEveryone ? Words.findTitle : kind.spec.title }

    init(_ kind: ListKind) {
        self.kind = kind
        sort = kind.standardSort
    }

    public enum FirstLines: Sendable {
        case some, whole
    }

    public var selected: RecordID? {
        guard let items, items.indices.contains(state.selection) else { return nil }
        return items[state.selection]
    }
}

public struct ListSort: Hashable, Sendable {
    /// Position among the list's columns.
    public var column: Int
    public var isDescending: Bool
}

extension ConsoleState {
    /// What stands in a list that has no lines.
    var nothingListed: Phrase {
        if list.isOfEveryone { return nobodyListed }
        if list.field.isEmpty, list.entries == nil { return list.kind.spec.emptyText }
        return isSearchComing ? Words.searchComing : Words.nothingFound
    }

    /// Nothing fits letter by letter, and the index, by which more does, is
    /// not there yet.
    var isSearchComing: Bool {
        guard let model, model.search == nil, list.items?.isEmpty == true else { return false }
        return !model.queries.parse(list.field.text).query.plainWords.isEmpty
    }
}
