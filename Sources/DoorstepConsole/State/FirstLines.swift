import DoorstepCore

/// The first lines of the lists, to be looked at while the store is being
/// read whole.
public struct FirstLines: Sendable {
    /// Has the records of the lines, and no others.
    public let model: StationModel
    public let lists: [ListKind: List]

    /// The first lines of a list in its usual order, without narrowing.
    public struct List: Sendable {
        public let items: [RecordID]
        /// There are no others.
        public let isWhole: Bool

        public init(items: [RecordID], isWhole: Bool) {
            (self.items, self.isWhole) = (items, isWhole)
        }
    }

    public init(model: StationModel, lists: [ListKind: List]) {
        (self.model, self.lists) = (model, lists)
    }
}

extension Command.ID {
    /// Whether it asks or changes more than the first lines have.
    var needsWholeStation: Bool {
        switch self {
        case .jobs, .people, .ledger, .policies, .plan, .reports, .up, .down, .pageUp, .pageDown, .first, .last, .open, .search, .back, .mark, .unmark, .language, .turn,
            .help, .command, .tour, .suspend, .redraw, .tell, .lock, .quit:
            false
        default: true
        }
    }
}
