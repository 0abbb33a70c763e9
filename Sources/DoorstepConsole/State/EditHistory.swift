import DoorstepCore

/// What was changed at this desk and can be taken back, for as long as the
/// console is not locked.
public struct EditHistory: Equatable, Sendable {
    struct Change: Equatable {
        /// From `before`, or from nothing, to `record`.
        let edit: RecordEdit
        /// The entry of the journal that it made.
        let sequence: Int

        /// The edit that takes it back.
        var reversed: RecordEdit { RecordEdit(record: edit.before ?? edit.record.withdrawn, before: edit.record) }
    }

    private(set) var done: [Change] = []
    private(set) var undone: [Change] = []
    /// Nobody goes further back, and each holds two records.
    private static let most = 200

    mutating func add(_ edit: RecordEdit, _ sequence: Int) {
        done.append(Change(edit: edit, sequence: sequence))
        if done.count > EditHistory.most { done.removeFirst() }
        undone = []
    }

    /// The latest change was taken back.
    mutating func tookBack() {
        if let last = done.popLast() { undone.append(last) }
    }

    /// The change that was taken back last was made again.
    mutating func madeAgain(_ sequence: Int) {
        if let last = undone.popLast() { done.append(Change(edit: last.edit, sequence: sequence)) }
    }
}
