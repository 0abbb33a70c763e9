import DoorstepCore
import TerminalUI

/// What a page is made of: declared in its screen's file.
struct Page: Sendable {
    let title: Phrase
    /// How many values stand behind a line's title at the most.
    let valueCount: Int
    /// Said where there are no lines.
    let emptyText: Phrase
    /// Works the lines out, beside the keyboard; nil where cancelled.
    let lines: @Sendable (StationModel, _ isCancelled: @escaping @Sendable () -> Bool) -> [PageLine]?
    /// False where no line has one: their column is the titles'.
    var hasPictures = true
    /// The lines inside one of them, by its topic; nil where lines have no
    /// inside.
    var inside: (@Sendable (StationModel, _ topic: String, _ isCancelled: @escaping @Sendable () -> Bool) -> [PageLine]?)?
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
    }

    /// An upright chart of numbers, oldest first, with what stands below the
    /// first and the last.
    struct Chart: Equatable, Sendable {
        let values: [Int]
        let first: String
        let last: String
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

    var selected: PageLine? {
        guard let lines, lines.indices.contains(state.selection) else { return nil }
        return lines[state.selection]
    }
}

extension Screen.ID {
    /// Works out the lines of a page, beside the keyboard; nil where
    /// cancelled, none where the screen is no page.
    public func lines(_ model: StationModel, topic: String? = nil, isCancelled: @escaping @Sendable () -> Bool = { false }) -> [PageLine]? {
        guard let page else { return [] }
        if let topic, let inside = page.inside { return inside(model, topic, isCancelled) }
        return page.lines(model, isCancelled)
    }
}
