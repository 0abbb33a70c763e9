import DoorstepCore
import GRDB

/// What the journal alone tells of placements and services: from which every
/// figure can be made again, also after a person was erased.
public struct JournalHistory: Sendable {
    /// With their facts; without notes, which the journal does not hold.
    public let placements: [Placement]
    /// Without notes.
    public let services: [Service]
    private let standing: [RecordID: RecordID]

    init(placements: [Placement], services: [Service], standing: [RecordID: RecordID]) {
        self.placements = placements
        self.services = services
        self.standing = standing
    }

    /// Who stands for a person: themselves, unless they were merged.
    public func standing(person: RecordID) -> RecordID {
        var (person, seen) = (person, Set([person]))
        while let next = standing[person], seen.insert(next).inserted { person = next }
        return person
    }
}

extension StationStore {
    /// Reads the journal, and no other table.
    ///
    /// - Throws: `StoreError.damaged`, naming the first entry that cannot be
    ///   read.
    public func history(catalogue: Catalogue) throws(StoreError) -> JournalHistory {
        let secrets = try keys()
        return try reading { db in
            var placements = GatheredPlacements()
            var services: [Service] = []
            var standing: [RecordID: RecordID] = [:]
            let rows = try Row.fetchCursor(
                db, sql: "SELECT sequence, kind, content FROM journal WHERE kind IN ('step', 'service', 'edit', 'import') ORDER BY sequence")
            while let row = try rows.next() {
                let sequence = try row.number(0)
                guard let content = EntryContent(text: try row.text(2)) else { throw damagedEntry(sequence) }
                switch EntryKind(rawValue: try row.text(1)) {
                case .step:
                    guard let shown = StepContent.row(content), let step = StepContent.step(content, shown, secrets, catalogue), placements.add(step, shown)
                    else { throw damagedEntry(sequence) }
                case .service:
                    guard let service = ServiceRow(content, journal: sequence)?.service(note: "") else { throw damagedEntry(sequence) }
                    services.append(service)
                default: MergeContent.take(content, &standing)
                }
            }
            return JournalHistory(placements: placements.placements, services: services, standing: standing)
        }
    }

    private func damagedEntry(_ sequence: Int) -> StoreError { .damaged(at: Phrase("日志第 \(sequence) 条", "journal entry \(sequence)")) }
}

/// Names of the fields that tell who was merged into whom: two for each, in
/// this order.
enum MergeContent {
    static let merged = "merged"
    /// Empty where the two were parted again.
    static let into = "merged_into"

    /// What became of the people between two states of the table.
    static func add(_ before: [String: String], _ after: [String: String], to content: inout EntryContent) {
        for id in Set(before.keys).union(after.keys).sorted() where before[id] != after[id] {
            content.add(merged, id)
            content.add(into, after[id] ?? "")
        }
    }

    static func take(_ content: EntryContent, _ standing: inout [RecordID: RecordID]) {
        var person: RecordID?
        for field in content.fields {
            if field.name == merged { person = RecordID(field.value) }
            if field.name == into, let id = person { standing[id] = RecordID(field.value) }
        }
    }
}
