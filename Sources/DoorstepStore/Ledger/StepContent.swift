/// What the journal says of a step: the step itself, but for the note, of
/// which it holds the commitment.
enum StepContent {
    static let note = "note"
    static let link = "link"
    /// The number of the step that a correction takes back; no field of
    /// other steps.
    static let corrects = "corrects"
    /// As `StepStatistics` seals them, in hexadecimal.
    static let statistics = "statistics"

    /// Whether an entry tells of the row as it is: nothing else, and no less.
    ///
    /// - Parameter sealed: the commitment of a note that was sealed later,
    ///   which the entry that did so tells of.
    static func tells(_ entry: EntryContent, of row: StepRow, sealed: String?) -> Bool {
        var told = entry.fields
        if let sealed, let position = told.firstIndex(where: { $0.name == note }) { told[position] = EntryContent.Field(name: note, value: sealed) }
        return told.starts(with: of(row).fields) && (entry[statistics] ?? "") == Hex.text(row.statistics)
    }

    static func of(_ row: StepRow) -> EntryContent {
        var content = EntryContent()
        for (name, value) in zip(LedgerRow.header, row.shown.columns) { content.add(name, value) }
        if !row.shown.corrects.isEmpty { content.add(corrects, row.shown.corrects) }
        content.add(note, Hex.text(Commitment.ofNote(step: row.shown.number, salt: row.noteSalt, note: row.note)))
        content.add(link, Hex.text(row.shown.link))
        if !row.statistics.isEmpty { content.add(statistics, Hex.text(row.statistics)) }
        return content
    }
}
