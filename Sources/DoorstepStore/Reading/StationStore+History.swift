import DoorstepCore
import GRDB

/// What the journal alone tells of placements and services: from which every
/// figure can be made again, also after a person was erased.
public struct JournalHistory: Sendable {
    /// With their facts; without notes, which the journal does not hold.
    public let placements: [Placement]
    /// Without notes.
    public let services: [Service]
    private let merges: MergeHistory

    init(placements: [Placement], services: [Service], merges: MergeHistory) {
        self.placements = placements
        self.services = services
        self.merges = merges
    }

    /// What stands for a person or job: itself, unless it was merged.
    public func standing(_ id: RecordID, _ kind: RecordID.Kind) -> RecordID { merges.standing(id, kind) }
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
            var merges = MergeHistory()
            func add(_ content: EntryContent, _ sequence: Int) throws(StoreError) {
                guard let shown = StepContent.row(content), let step = StepContent.step(content, shown, secrets, catalogue), placements.add(step, shown)
                else { throw damagedEntry(sequence) }
            }
            let rows = try Row.fetchCursor(
                db, sql: "SELECT sequence, kind, content FROM journal WHERE kind IN ('step', 'plan', 'service', 'edit', 'import') ORDER BY sequence")
            while let row = try rows.next() {
                let sequence = try row.number(0)
                guard let content = EntryContent(text: try row.text(2)) else { throw damagedEntry(sequence) }
                switch EntryKind(rawValue: try row.text(1)) {
                case .step: try add(content, sequence)
                case .plan:
                    guard let steps = PlanContent.steps(content) else { throw damagedEntry(sequence) }
                    for step in steps { try add(step, sequence) }
                case .service:
                    guard let service = ServiceRow(content, journal: sequence)?.service(note: "") else { throw damagedEntry(sequence) }
                    services.append(service)
                default: merges.take(content)
                }
            }
            return JournalHistory(placements: placements.placements, services: services, merges: merges)
        }
    }

    private func damagedEntry(_ sequence: Int) -> StoreError { .damaged(at: Phrase("日志第 \(sequence) 条", "journal entry \(sequence)")) }
}
