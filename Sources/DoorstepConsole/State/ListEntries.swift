import DoorstepCore

/// The records that a line of a page was counted from.
public struct ListEntries: Equatable, Sendable {
    /// What they are, to stand where a search does.
    let title: Phrase
    /// Who stands for them now: of records that were merged, the other one.
    let ids: [RecordID]
    /// The page they were opened from, to which Esc goes back; nil until they
    /// were.
    var origin: Screen.ID?

    init(_ title: Phrase, _ ids: [RecordID]) {
        self.title = title
        self.ids = ids
    }
}

/// What narrows a list: what was typed and, where a line of a page opened it,
/// the records that the line was counted from.
public struct ListQuery: Hashable, Sendable, ExpressibleByStringLiteral {
    public let text: String
    /// Also such as the list has not otherwise: jobs that are filled, people
    /// who seek no more. Nil for all that the list has.
    public let entries: [RecordID]?

    public init(_ text: String, among entries: [RecordID]? = nil) {
        self.text = text
        self.entries = entries
    }

    public init(stringLiteral text: String) { self.init(text) }
}
