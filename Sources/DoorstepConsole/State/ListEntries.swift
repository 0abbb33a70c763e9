import DoorstepCore

/// Records that a list has in the place of its own: those that a line of a
/// page was counted from, or all there are.
public struct ListEntries: Equatable, Sendable {
    /// What they are, to stand where a search does.
    let title: Phrase
    /// Who stands for them now: of records that were merged, the other one.
    /// Nil for all that stand.
    let ids: [RecordID]?
    /// The page they were opened from, to which Esc goes back; nil until they
    /// were.
    var origin: Screen.ID?
    /// What narrowed the list before, to be there again afterwards.
    private(set) var former = ""

    init(_ title: Phrase, _ ids: [RecordID]) {
        self.title = title
        self.ids = ids
    }

    private init(from origin: Screen.ID, former: String) {
        title = Words.everyone
        ids = nil
        self.origin = origin
        self.former = former
    }

    /// All who stand, whether they seek or not.
    static func everyone(from origin: Screen.ID, former: String) -> ListEntries { ListEntries(from: origin, former: former) }
}

/// What narrows a list: what was typed and, where a line of a page opened it,
/// the records that the line was counted from.
public struct ListQuery: Hashable, Sendable, ExpressibleByStringLiteral {
    public let text: String
    /// Also such as the list has not otherwise: jobs that are filled, people
    /// who seek no more. Nil for all that the list has.
    public let entries: [RecordID]?
    /// All that stand are looked among, and without a text none is found.
    public let isOfAll: Bool

    public init(_ text: String, among entries: [RecordID]? = nil, isOfAll: Bool = false) {
        self.text = text
        self.entries = entries
        self.isOfAll = isOfAll
    }

    public init(stringLiteral text: String) { self.init(text) }
}

extension ListEntries {
    /// The list that holds the records, each once; nil where there are none.
    static func narrowed(_ title: Phrase, _ ids: some Sequence<RecordID>, of source: Indicator.Source, _ model: StationModel) -> PageLine.Narrowed? {
        var seen: Set<RecordID> = []
        let all = ids.filter { seen.insert($0).inserted }
        guard let first = all.first else { return nil }
        let list: ListKind = switch source {
        case .placements: .ledger
        case .people: .people
        case .jobs: .jobs
        case .services: model.register.people[first] != nil ? .people : .jobs
        }
        return PageLine.Narrowed(list: list, entries: ListEntries(title, all))
    }
}

// What pages need of the register to open lists: identifiers and numbers,
// and nothing of what may be hidden.
extension StationModel {
    /// The record that an entry of a figure is, as lists have it.
    func record(_ entry: Figures.Entry, _ source: Indicator.Source) -> RecordID? { entry.id(source, register) }

    /// The jobs at these positions.
    func jobs(_ positions: some Sequence<Int>) -> [RecordID] { positions.map { register.jobs[$0].id } }

    /// How many pairs of person and job there are.
    var pairCount: Int { register.people.count * register.jobs.count }
}
