import DoorstepCore
import GRDB

/// Which people and jobs were merged into which: what a change made of it, as
/// its entry tells, and what all entries come to.
struct MergeHistory {
    private var standing: [RecordID.Kind: [RecordID: RecordID]] = [:]

    private static let kinds: [(table: RecordKind, kind: RecordID.Kind, merged: String, into: String)] = [
        (.person, .person, "merged_person", "merged_person_into"), (.job, .job, "merged_job", "merged_job_into"),
    ]

    /// What of it the tables have at a moment.
    struct State {
        fileprivate let merged: [[String: String]]

        init(_ db: Database) throws { merged = try MergeHistory.kinds.map { try MergedRows.all($0.table, db) } }
    }

    /// Adds what changed since a state: two fields for each record, the second
    /// of them empty where it stands by itself again.
    static func add(since before: State, to content: inout EntryContent, _ db: Database) throws {
        let after = try State(db)
        for (index, names) in kinds.enumerated() {
            let (was, now) = (before.merged[index], after.merged[index])
            for id in Set(was.keys).union(now.keys).sorted() where was[id] != now[id] {
                content.add(names.merged, id)
                content.add(names.into, now[id] ?? "")
            }
        }
    }

    mutating func take(_ content: EntryContent) {
        for names in MergeHistory.kinds {
            var id: RecordID?
            for field in content.fields {
                if field.name == names.merged { id = RecordID(field.value) }
                if field.name == names.into, let id { standing[names.kind, default: [:]][id] = RecordID(field.value) }
            }
        }
    }

    func standing(_ id: RecordID, _ kind: RecordID.Kind) -> RecordID {
        var (id, seen) = (id, Set([id]))
        while let next = standing[kind]?[id], seen.insert(next).inserted { id = next }
        return id
    }
}
