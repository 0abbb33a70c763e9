import DoorstepCore
import GRDB

/// Whether every saved search is what the journal says it is, and none is
/// missing.
enum SearchCheck {
    static func run(_ db: Database, _ journal: JournalFacts, _ verdict: inout Verdict) throws {
        var told = journal.searches
        var changed = FindingList()
        var differing = FindingList()
        var missing = FindingList()
        let positions = try SearchRows.positions(db)
        for row in try SearchRows.all(db) {
            let phrase = SearchImage.phrase(row.image.id)
            if Commitment.ofSearch(row.image, revision: row.revision, salt: row.salt) != row.commitment {
                changed.add("\(phrase.chinese)被改动，没有经过程序。", "The \(phrase.english) was changed other than through the program.")
            }
            let known = told.removeValue(forKey: row.image.id)
            if known?.state != row.state || known?.sequence != row.journal || journal.searchPositions[row.image.id] != positions[row.image.id] {
                differing.add(
                    "\(phrase.chinese)与日志不符：被改动、退回或插入。",
                    "The \(phrase.english) is not what the journal tells of: it was changed, rolled back or put in.")
            }
        }
        for known in told.values.sorted(by: { $0.sequence < $1.sequence }) {
            let phrase = SearchImage.phrase(known.state.id)
            missing.add(
                "日志第 \(known.sequence) 条所写的\(phrase.chinese)不见了。",
                "The \(phrase.english), of which journal entry \(known.sequence) tells, is missing.")
        }
        verdict.findings += [changed, differing, missing].compactMap(\.phrase)
    }
}
