/// What the journal says of a step: the step itself, but for the note, of
/// which it holds the commitment.
enum StepContent {
    static let note = "note"
    static let link = "link"
    /// As `StepStatistics` seals them, in hexadecimal.
    static let statistics = "statistics"

    static func of(_ row: StepRow) -> EntryContent {
        var content = EntryContent()
        for (name, value) in zip(LedgerRow.header, row.shown.columns) { content.add(name, value) }
        content.add(note, Hex.text(Commitment.ofNote(step: row.shown.number, salt: row.noteSalt, note: row.note)))
        content.add(link, Hex.text(row.shown.link))
        if !row.statistics.isEmpty { content.add(statistics, Hex.text(row.statistics)) }
        return content
    }
}
