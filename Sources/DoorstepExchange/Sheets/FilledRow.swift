import DoorstepCore

/// A row that is about to be read: what has to be known of the rows before it,
/// and of the register, is known.
struct DraftedRow<Entry: RecordEntry>: Sendable where Entry.Record: Sendable & Equatable {
    let row: SheetRow<Entry>
    /// Whose row it is, and what it begins with.
    let start: Result<Start, CellProblem>

    struct Start: Sendable {
        /// As the row names it; another where that was merged into one.
        let named: RecordID
        let id: RecordID
        let basis: Basis
        let entry: Entry
    }

    /// What the row changes: read again where rows before it changed this.
    struct Basis: Sendable, Equatable {
        let known: Entry.Record?
        let employer: Employer?
    }
}

/// A row that was read, apart from what other rows have to do with it.
struct FilledRow<Entry: RecordEntry>: Sendable where Entry.Record: Sendable & Equatable {
    let draft: DraftedRow<Entry>
    let result: Result<Content, CellProblem>
    let warnings: [CellProblem]

    struct Content: Sendable {
        let entry: Entry
        let record: Entry.Record
    }

    /// - Parameter asides: takes what the sheet has beside the record's
    ///   columns.
    init(_ draft: DraftedRow<Entry>, _ reading: inout CellReading, asides: (SheetRow<Entry>, inout Entry, inout CellReading) -> Void) {
        self.draft = draft
        do throws(CellProblem) {
            let start = try draft.start.get()
            var entry = start.entry
            try draft.row.fill(&entry, isNew: start.basis.known == nil, &reading)
            asides(draft.row, &entry, &reading)
            result = .success(Content(entry: entry, record: try entry.finish(&reading)))
        } catch {
            result = .failure(error)
        }
        warnings = reading.takeWarnings()
    }
}
