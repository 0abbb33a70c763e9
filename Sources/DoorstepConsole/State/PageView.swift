import DoorstepCore
import TerminalUI

/// What a page is made of: declared in its screen's file.
struct Page: Sendable {
    let title: Phrase
    /// How many values stand behind a line's title at the most.
    let valueCount: Int
    /// Said where there are no lines.
    let emptyText: Phrase
    /// Its columns, where they are others than a title, numbers and a picture.
    var columns: [Table.Column]?
    /// Which commands work on it.
    var scope = Scope.page
    /// Works the lines out, beside the keyboard, for whoever works there; nil
    /// where cancelled.
    let lines: @Sendable (StationModel, _ caseworker: String, _ isCancelled: @escaping @Sendable () -> Bool) -> [PageLine]?
    /// The lines inside one of them, by its topic; nil where lines have no
    /// inside.
    var inside: (@Sendable (StationModel, _ topic: String, _ isCancelled: @escaping @Sendable () -> Bool) -> [PageLine]?)?
    /// The rows over the lines, where they change with what it shows.
    var face: (@Sendable (ConsoleState) -> PageFace)?
}

/// One line of a page, and what stands beside it while it is chosen.
public struct PageLine: Equatable, Sendable {
    /// A picture of a line's numbers, in a column of its own.
    enum Picture: Equatable, Sendable {
        /// One column for each number.
        case spark([Double])
        /// Two shares of the greatest, from the middle to the left and to the
        /// right.
        case balance(Double, Double)
        /// A share of a whole, from the left.
        case bar(Double)
    }

    /// An upright chart of numbers, oldest first, with what stands below the
    /// first and the last.
    struct Chart: Equatable, Sendable {
        let values: [Int]
        let first: String
        let last: String
        /// A line through the numbers rather than bars.
        var isLine = false
    }

    let title: Phrase
    var values: [Phrase] = []
    var picture: Picture?
    /// Names what stands in the columns below it.
    var isHeading = false
    /// For the right-hand side.
    var details: [DetailLine] = []
    var chart: Chart?
    /// The list that Enter opens, narrowed to what was counted.
    var opens: Narrowed?
    /// What Enter goes inside of, on the same page; Esc comes back.
    var topic: String?
    /// The record that it is about, where it is about one: its name stands in
    /// the title's place.
    var about: About?
    /// How many it stands for that are not shown.
    var rest = 0

    struct Narrowed: Equatable, Sendable {
        let list: ListKind
        var query = ""
        /// What was counted, record by record; nil where the query says it.
        var entries: ListEntries?
    }
}

/// A page as it stands. Kept while other screens are shown.
public struct PageView: Equatable, Sendable {
    /// Nil until they are worked out.
    var lines: [PageLine]?
    public var state = ListState()
    var generation = 0
    /// What is being looked inside of, and where the cursor stood outside.
    var topic: String?
    var outside: ListState?
    /// The pair of a plan to be chosen once its lines are there again.
    var awaited: PlanPair?

    /// How many are due; nil until that is worked out.
    var dueCount: Int? { lines.map { $0.reduce(0) { $0 + ($1.about == nil ? $1.rest : 1) } } }

    var selected: PageLine? {
        guard let lines, lines.indices.contains(state.selection) else { return nil }
        return lines[state.selection]
    }
}

extension Screen.ID {
    /// Works out the lines of a page, beside the keyboard; nil where
    /// cancelled, none where the screen is no page.
    ///
    /// - Parameters:
    ///   - caseworker: whose day it is.
    ///   - topic: what is being looked inside of.
    public func lines(
        _ model: StationModel, caseworker: String, topic: String? = nil, isCancelled: @escaping @Sendable () -> Bool = { false }
    ) -> [PageLine]? {
        guard let page else { return [] }
        if let topic, let inside = page.inside { return inside(model, topic, isCancelled) }
        return page.lines(model, caseworker, isCancelled)
    }
}
