import DoorstepCore
import GRDB

/// Whether every service is the one that its journal entry tells of, and none
/// is missing.
enum ServiceCheck {
    static func run(_ db: Database, _ journal: JournalFacts, _ secrets: Secrets?, _ verdict: inout Verdict) throws {
        var told = journal.services
        var changed = FindingList()
        var sealed = FindingList()
        var count = 0
        var isWhole = true
        try ServiceRows.each("", [], db) { row in
            count += 1
            if isWhole, row.number != count {
                isWhole = false
                verdict.find("第 \(count) 次服务不见了。", "Service \(count) is missing.")
            }
            if let content = told.removeValue(forKey: row.journal), content.fields.starts(with: row.content.fields) {
            } else {
                changed.add("第 \(row.number) 次服务与日志第 \(row.journal) 条不符。", "Service \(row.number) is not what journal entry \(row.journal) tells of.")
            }
            if let secrets, row.service(secrets) == nil {
                sealed.add("第 \(row.number) 次服务的备注打不开。", "The note of service \(row.number) does not open.")
            }
        }
        verdict.findings += [changed, sealed].compactMap(\.phrase)
        if let sequence = told.keys.min() {
            verdict.find("日志第 \(sequence) 条所写的服务不见了。", "The service of which journal entry \(sequence) tells is missing.")
        }
    }
}
