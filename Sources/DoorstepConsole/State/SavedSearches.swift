import DoorstepCore
import TerminalUI

/// The narrowing of a list being saved under a name.
public struct SearchPrompt: Equatable, Sendable {
    public let list: ListKind
    /// What is saved, as the query language prints it.
    public let query: String
    public var field: TextField
    /// The search that has the name already, while it is asked whether to
    /// replace it.
    public var taken: SavedSearch?
    public var error: Phrase?
    /// On its way to the disk.
    public var isSaving = false

    init(_ list: ListKind, query: String) {
        self.list = list
        self.query = query
        field = TextField(SearchName.offered(for: query), maximumLength: SearchName.longest)
    }
}

/// The saved searches of a list.
public struct SearchesView: Equatable, Sendable {
    public let list: ListKind
    public var field = TextField(maximumLength: 500)
    public var state = ListState()
    /// The search that it was asked to remove, until that is confirmed.
    public var asked: SavedSearch?
    /// On its way to the disk.
    public var isRemoving = false

    init(_ list: ListKind) { self.list = list }

    /// Those that fit what is typed: letters of the name or the query, or the
    /// name's pinyin.
    func found(_ model: StationModel?) -> [SearchReading] {
        guard let model else { return [] }
        let own = model.searches.filter { $0.search.records == list.records }
        let search = PlainSearch(field.text)
        guard !search.isEmpty else { return own }
        let isBegun = model.search?.beginning(with: PlainText.trimmed(field.text))
        return own.filter { reading in
            let text = [reading.search.name.text, reading.text.chinese, reading.text.english].joined(separator: "\n")
            return search.fits(PlainText.halfWidth(text).lowercased()) || isBegun?(reading.search.name.text) == true
        }
    }
}
