import DoorstepCore
import GRDB

/// Whether station and settings are those of the journal, and no identifier
/// can be given a second time.
enum SettingCheck {
    static func run(_ db: Database, _ journal: JournalFacts, _ verdict: inout Verdict) throws {
        let station = try Row.fetchOne(db, sql: "SELECT code, name, journal FROM station")
        let code = try station?.text(0) ?? ""
        let name = try station?.text(1)
        if try code != journal.founding?["code"] || name != journal.founding?["name"] || station?.number(2) != 1 {
            verdict.find("站点与日志第 1 条不符。", "The station is not the one that journal entry 1 tells of.")
        }
        var told = journal.settings
        for row in try Row.fetchAll(db, sql: "SELECT name, value, journal FROM setting ORDER BY name") {
            let name = try row.text(0)
            let known = told.removeValue(forKey: name)
            if try known?.value != row.text(1) || known?.sequence != row.number(2) {
                verdict.find("设置 \(name) 与日志不符。", "The setting \(name) is not what the journal tells of.")
                break
            }
        }
        for name in told.keys.sorted() where try !exists(name, db) {
            verdict.find("设置 \(name) 不见了。", "The setting \(name) is missing.")
            break
        }
        try checkCounters(station: code, journal, db, &verdict)
    }

    private static func exists(_ name: String, _ db: Database) throws -> Bool {
        try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM setting WHERE name = ?)", arguments: [name]) == true
    }

    /// A counter that is ahead of what was told leaves numbers out: so does
    /// whoever reserves identifiers and then records nothing. Placements are
    /// never begun and given up.
    private static func checkCounters(station: String, _ journal: JournalFacts, _ db: Database, _ verdict: inout Verdict) throws {
        for kind in RecordID.Kind.allCases {
            let next = try Int.fetchOne(db, sql: "SELECT next FROM counter WHERE kind = ?", arguments: [kind.rawValue])
            guard let next else {
                verdict.find("编号计数 \(kind.rawValue) 不见了。", "The counter \(kind.rawValue) is missing.")
                continue
            }
            let told = journal.nextNumbers[kind] ?? 1
            // Every placement bears an identifier that this store gave;
            // sheets bring records with any.
            let start = "\(station)-\(kind.rawValue)"
            let ids = kind == .placement ? try String.fetchAll(db, sql: "SELECT id FROM \(Identifiers.table(kind)) ORDER BY position") : []
            let given = ids.compactMap { $0.hasPrefix(start) ? Int($0.dropFirst(start.count)) : nil }
            if let used = given.max(), used >= next {
                let id = RecordID(station: station, kind: kind, number: used)
                verdict.find("编号计数 \(kind.rawValue) 被退回：\(id) 已经用过。", "The counter \(kind.rawValue) was set back: \(id) is in use.")
            } else if next < told {
                verdict.find(
                    "编号计数 \(kind.rawValue) 被退回：日志写到 \(told)，现在是 \(next)。",
                    "The counter \(kind.rawValue) was set back: the journal tells of \(told), and it is at \(next).")
            } else if next > Identifiers.limit || kind == .placement && !journal.hasUntoldNumbers && next > max(told, (given.max() ?? 0) + 1) {
                verdict.find(
                    "编号计数 \(kind.rawValue) 被调到 \(next)，没有经过程序。",
                    "The counter \(kind.rawValue) was set to \(next) other than through the program.")
            }
        }
    }
}
