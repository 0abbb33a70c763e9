import DoorstepCore

/// What the journal says of a step: the step itself, but for the note, of
/// which it holds the commitment.
enum StepContent {
    static let note = "note"
    static let link = "link"
    /// The number of the step that a correction takes back; no field of
    /// other steps.
    static let corrects = "corrects"
    /// No fields of steps that have none.
    static let reason = "reason"
    static let evidence = "evidence"
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

    /// What an entry tells of the step; nil where it tells of none.
    static func row(_ content: EntryContent) -> LedgerRow? {
        func text(_ name: String) -> String { content[name] ?? "" }
        guard let number = Int(text("number")), let link = Hex.bytes(text(link)) else { return nil }
        return LedgerRow(
            number: number, placement: text("placement"), job: text("job"), person: text("person"), stage: text("stage"), party: text("party"),
            date: text("date"), recorded: text("recorded"), caseworker: text("caseworker"), employer: text("employer"), title: text("title"),
            kind: text("kind"), corrects: text(corrects), reason: text(reason), evidence: text(evidence), previous: [], link: link)
    }

    /// The step, without its note; nil where the entry tells of what none
    /// can be.
    static func step(_ content: EntryContent, _ shown: LedgerRow, _ secrets: Secrets, _ catalogue: Catalogue) -> PlacementStep? {
        guard let statistics = Hex.bytes(content[statistics] ?? "") else { return nil }
        let row = StepRow(
            shown: shown, note: PersonalPart.erased, noteSalt: [], statistics: statistics, personal: PersonalPart.erased, journal: 0)
        return row.step(secrets, catalogue)
    }

    static func of(_ row: StepRow) -> EntryContent {
        var content = EntryContent()
        for (name, value) in zip(LedgerRow.header, row.shown.columns) { content.add(name, value) }
        if !row.shown.corrects.isEmpty { content.add(corrects, row.shown.corrects) }
        if !row.shown.reason.isEmpty { content.add(reason, row.shown.reason) }
        if !row.shown.evidence.isEmpty { content.add(evidence, row.shown.evidence) }
        content.add(note, Hex.text(Commitment.ofNote(step: row.shown.number, salt: row.noteSalt, note: row.note)))
        content.add(link, Hex.text(row.shown.link))
        if !row.statistics.isEmpty { content.add(statistics, Hex.text(row.statistics)) }
        return content
    }
}
