import DoorstepCore
import GRDB

/// What the journal tells of a record.
public struct SubjectEntry: Hashable, Sendable {
    public let sequence: Int
    /// UTC.
    public let time: String
    public let caseworker: String
    /// As the journal has it: `edit`, `step`, `reveal`, …
    public let kind: String
}

extension StationStore {
    /// The entries that name a record among their subjects, oldest first. An
    /// import tells of its records by their number alone.
    ///
    /// Complexity: reads the journal once.
    public func entries(about id: RecordID) throws(StoreError) -> [SubjectEntry] {
        try reading { db in
            try Row.fetchAll(
                db,
                sql: "SELECT sequence, time, caseworker, kind FROM journal WHERE char(9) || subjects || char(9) LIKE '%' || char(9) || ? || char(9) || '%' ORDER BY sequence",
                arguments: [id.text]
            ).map { SubjectEntry(sequence: try $0.number(0), time: try $0.text(1), caseworker: try $0.text(2), kind: try $0.text(3)) }
        }
    }
}
