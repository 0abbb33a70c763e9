import DoorstepCore
import GRDB

/// Whether records and placements stand in the order in which they came.
///
/// None is ever taken away, so their positions run from 1 without gaps; who
/// came with an earlier entry stands before who came with a later one, and
/// among those of one entry the order is the entry's.
enum OrderCheck {
    static func run(_ db: Database, _ journal: JournalFacts, _ verdict: inout Verdict) throws {
        var misplaced = FindingList()
        // Those that came with an entry, as far as it tells in which order.
        var came: [Int: [RecordState.Newcomer]] = [:]
        for kind in RecordKind.allCases {
            try each(kind.rawValue, first: firstEntry(of: kind), db) { id, sequence, isInPlace in
                if !isInPlace { misplaced.add(kind.phrase(id)) }
                if journal.orders[sequence] != nil { came[sequence, default: []].append((kind, id)) }
            }
        }
        try each("placement", first: "(SELECT min(number) FROM step WHERE placementId = placement.id)", db) { id, _, isInPlace in
            if !isInPlace { misplaced.add(Phrase("推荐 \(id)", "placement \(id)")) }
        }
        if let phrase = misplaced.phrase { verdict.findings.append(phrase) }
        let moved = journal.orders.filter { RecordState.order(of: came[$0.key] ?? []) != $0.value }.keys.min()
        if let moved {
            verdict.find(
                "日志第 \(moved) 条登记的记录，先后次序被改动。",
                "The records that came with journal entry \(moved) do not stand in the order in which they came.")
        }
    }

    private static func firstEntry(of kind: RecordKind) -> String {
        let table = kind.rawValue
        return "coalesce((SELECT journal FROM superseded WHERE kind = '\(table)' AND id = \(table).id AND revision = 1), journal)"
    }

    /// Calls `visit` with each row's identifier, what it came with, and
    /// whether it stands after all that came before.
    private static func each(_ table: String, first: String, _ db: Database, _ visit: (String, Int, Bool) throws -> Void) throws {
        let rows = try Row.fetchCursor(db, sql: "SELECT position, id, coalesce(\(first), 0) FROM \(table) ORDER BY position")
        var (count, latest) = (0, 0)
        while let row = try rows.next() {
            count += 1
            let first = try row.number(2)
            try visit(row.text(1), first, row.number(0) == count && first >= latest)
            latest = max(latest, first)
        }
    }
}

extension FindingList {
    fileprivate mutating func add(_ phrase: Phrase) {
        add("\(phrase.chinese)不在原来的次序上：有的被移动、删除或插入。", "The \(phrase.english) does not stand where it came: something was moved, removed or put in.")
    }
}
