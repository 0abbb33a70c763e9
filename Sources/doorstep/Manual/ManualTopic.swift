import DoorstepCore

/// One chapter of the manual, in both languages: what `doorstep help TOPIC`
/// shows and what a section of the manual page is made from.
struct ManualTopic {
    /// ASCII, as it is typed: `exit-codes`.
    let name: String
    let title: Phrase
    let blocks: [ManualBlock]

    init(_ name: String, _ title: Phrase, _ blocks: [ManualBlock]) {
        self.name = name
        self.title = title
        self.blocks = blocks
    }

    /// In the order of a first reading.
    static let all: [ManualTopic] = [start, keys, search, matching, planning, sheets, ledger, services, policies, reports, letters, store, backups, settings, files, exitCodes]

    /// The chapter of a name, in either language.
    static func named(_ text: String) -> ManualTopic? {
        let key = PlainText.key(text)
        return all.first { [$0.name, PlainText.key($0.title.chinese), PlainText.key($0.title.english)].contains(key) }
    }
}

/// What chapters are built of.
enum ManualBlock {
    case heading(Phrase)
    case paragraph(Phrase)
    /// Terms, each with what it means.
    case table([ManualRow])
    /// Lines to be typed as they stand.
    case example([String])
}

struct ManualRow {
    let term: Phrase
    let meaning: Phrase

    init(_ term: Phrase, _ meaning: Phrase) {
        self.term = term
        self.meaning = meaning
    }

    /// A term that is typed the same in both languages.
    init(_ term: String, _ chinese: String, _ english: String) {
        self.init(Phrase(verbatim: term), Phrase(chinese, english))
    }
}
