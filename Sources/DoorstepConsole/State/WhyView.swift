import DoorstepCore
import TerminalUI

/// The other side of a pair being looked for: of a job a person, of a person
/// a job, also one that is off the lists.
public struct CounterpartSearch: Equatable, Sendable {
    /// The side that is known.
    public let target: MatchTarget
    public var field = TextField(maximumLength: 500)
    /// What fits; nil until the first search has answered.
    public var items: [RecordID]?
    public var state = ListState()
    /// What is shown answers an older question.
    public var isAsking = false
    /// Enter was pressed before the answer was there: it means the first of
    /// what will be found, not what stands there still.
    public var opensFirst = false

    init(target: MatchTarget) {
        self.target = target
    }

    public var selected: RecordID? {
        guard let items, items.indices.contains(state.selection) else { return nil }
        return items[state.selection]
    }
}

/// 不符原因: the whole explanation of one pair.
public struct WhyView: Equatable, Sendable {
    public let job: RecordID
    public let person: RecordID
    /// The line of the explanation on top.
    public var top = 0
    /// Where Esc goes back to; nil where the pair was chosen from matches.
    public let search: CounterpartSearch?

    init(job: RecordID, person: RecordID, search: CounterpartSearch? = nil) {
        self.job = job
        self.person = person
        self.search = search
    }

    /// The pair that a search came to.
    init(_ search: CounterpartSearch, _ chosen: RecordID) {
        switch search.target {
        case .job(let job): self.init(job: job, person: chosen, search: search)
        case .person(let person): self.init(job: chosen, person: person, search: search)
        }
    }

    /// Moves what is in sight by rows, never past either end.
    mutating func scroll(by rows: Int, count: Int, height: Int) {
        let last = max(0, count - height)
        top = max(0, min(min(top, last) + rows, last))
    }
}
