import DoorstepCore
import GRDB

/// Whether the ledger's chain holds, and every step is the one that its
/// journal entry tells of.
enum LedgerCheck {
    static func run(_ db: Database, _ journal: JournalFacts, _ verdict: inout Verdict) throws {
        // Those of one entry stand one after the other, as it tells of them.
        var told = journal.steps.mapValues { $0[...] }
        var chainHolds = true
        var changed = FindingList()
        var standing = StandingSteps()
        var mistaken = FindingList()
        var head: [UInt8] = []
        try StepRows.each("", [], db) { row in
            let number = row.shown.number
            verdict.steps += 1
            if chainHolds {
                chainHolds = check(row.shown, count: verdict.steps, &verdict)
            }
            head = row.shown.link
            if !standing.take(row.shown) {
                mistaken.add(
                    "推荐台账第 \(number) 步所更正的，不是那一笔当时的最后一步。",
                    "What step \(number) of the ledger corrects is not the latest step of its placement that stood then.")
            }
            guard let content = told[row.journal]?.popFirst(), StepContent.tells(content, of: row, sealed: journal.notes[number]) else {
                return changed.add(
                    "推荐台账第 \(number) 步与日志第 \(row.journal) 条不符。", "Step \(number) of the ledger is not what journal entry \(row.journal) tells of.")
            }
        }
        verdict.ledgerHead = Hex.text(head)
        verdict.findings += [changed, mistaken].compactMap(\.phrase)
        if let sequence = told.filter({ !$0.value.isEmpty }).keys.min() {
            verdict.find("日志第 \(sequence) 条所写的一步不见了。", "The step of which journal entry \(sequence) tells is missing.")
        }
        verdict.placements = try Int.fetchOne(db, sql: "SELECT count(*) FROM placement") ?? 0
        let empty = "SELECT id FROM placement WHERE NOT EXISTS (SELECT 1 FROM step WHERE placementId = placement.id) ORDER BY position LIMIT 1"
        if let id = try String.fetchOne(db, sql: empty) {
            verdict.find("推荐 \(id) 没有任何一步。", "The placement \(id) has no step.")
        }
    }

    private static func check(_ row: LedgerRow, count: Int, _ verdict: inout Verdict) -> Bool {
        guard row.number == count else {
            verdict.find("推荐台账第 \(count) 步不见了。", "Step \(count) of the ledger is missing.")
            return false
        }
        guard row.isLinked else {
            verdict.find(
                "推荐台账第 \(row.number) 步不成立：它或它之前的一步被改动、删除或插入。",
                "Step \(row.number) of the ledger does not hold: it was changed, or one before it was removed or put in.")
            return false
        }
        return true
    }
}

/// The steps of each placement that stand, as far as the ledger was read.
private struct StandingSteps {
    private var numbers: [String: [String]] = [:]

    /// - Returns: false where it is a correction that does not name the
    ///   latest of them, or names one and is none.
    mutating func take(_ row: LedgerRow) -> Bool {
        guard row.stage == Stage.corrected.rawValue || !row.corrects.isEmpty else {
            numbers[row.placement, default: []].append(String(row.number))
            return true
        }
        guard row.stage == Stage.corrected.rawValue, let latest = numbers[row.placement]?.popLast() else { return false }
        return latest == row.corrects
    }
}
