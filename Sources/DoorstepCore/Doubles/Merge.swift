/// Two records that are one, and what the one shall say: for each column in
/// which they differ somebody chooses whose value stands.
///
/// A value: nothing is saved here. The record that goes is kept with its
/// history, and with what the merge changed, so that it can be taken back.
public struct Merge: Sendable {
    /// The record that stands.
    public let kept: EditedRecord
    /// The one that goes.
    public let other: EditedRecord
    /// All that say anything in either, in the order of sheets and forms.
    public private(set) var columns: [Column]
    private let register: Register
    private let catalogue: Catalogue
    private let day: Day

    /// Whose value stands.
    public enum Choice: String, Hashable, Sendable, CaseIterable {
        case keep, other
        /// Of lists and notes, both together.
        case both
    }

    /// A column of the two records.
    public struct Column: Hashable, Sendable, Identifiable {
        public var id: String { field.id }
        public let field: RecordField
        /// In the store's words.
        let kept: String
        let other: String
        let joined: String?
        /// What can be chosen; one alone where they do not differ.
        public let choices: [Choice]
        public fileprivate(set) var choice: Choice

        public var isDiffering: Bool { kept != other }

        /// What stands there afterwards, in the store's words.
        var text: String {
            switch choice {
            case .keep: kept
            case .other: other
            case .both: joined ?? kept
            }
        }
    }

    /// - Parameter day: the day of working.
    /// - Throws: `MergeRefusal` where one of them does not stand, so that
    ///   neither chains nor circles come about.
    public init(
        _ kind: RecordID.Kind, keeping kept: RecordID, other: RecordID, _ register: Register, _ catalogue: Catalogue, day: Day
    ) throws(MergeRefusal) {
        func find(_ id: RecordID) throws(MergeRefusal) -> EditedRecord {
            if kind == .person, let person = register.people[id], person.name.isEmpty { throw .erased(id) }
            guard let record = EditedRecord(kind, id, register) else { throw .unknown(id.text) }
            if let absence = record.absence { throw .absent(id, absence) }
            return record
        }
        guard kept != other else { throw .same(kept) }
        (self.kept, self.other) = (try find(kept), try find(other))
        (self.register, self.catalogue, self.day) = (register, catalogue, day)
        let (texts, others) = (self.kept.keptTexts(catalogue), self.other.keptTexts(catalogue))
        let joined = self.kept.joined(with: self.other)?.keptTexts(catalogue) ?? [:]
        columns = RecordField.all(kind).compactMap { field in
            // A job's employer is one record, and is chosen as one.
            guard kind != .job || field.id != "uscc" else { return nil }
            let (text, other) = (texts[field.id] ?? "", others[field.id] ?? "")
            guard !text.isEmpty || !other.isEmpty else { return nil }
            let both = text.isEmpty || other.isEmpty || text == other ? nil : joined[field.id].flatMap { Merge.joins(field.id) ? $0 : nil }
            let choices: [Choice] = text == other ? [.keep] : both == nil ? [.keep, .other] : Choice.allCases
            // What one of them says stands; of lists, what both say.
            let choice: Choice = text.isEmpty ? .other : both == nil ? .keep : .both
            return Column(field: field, kept: text, other: other, joined: both, choices: choices, choice: choice)
        }
    }

    public var kind: RecordID.Kind { kept.kind }

    /// Chooses whose value stands in a column, where that can be chosen.
    public mutating func choose(_ choice: Choice, for column: String) {
        guard let position = columns.firstIndex(where: { $0.id == column }), columns[position].choices.contains(choice) else { return }
        columns[position].choice = choice
    }

    /// The next choice of a column: what one key goes round.
    public mutating func chooseNext(for column: String) {
        guard let found = columns.first(where: { $0.id == column }), let position = found.choices.firstIndex(of: found.choice) else { return }
        choose(found.choices[(position + 1) % found.choices.count], for: column)
    }

    private static func joins(_ column: String) -> Bool {
        ["skills", "certificates", "groups", "wants", "kinds", "areas", "prefers", "only", "note"].contains(column)
    }

    // MARK: - What is saved

    /// What the merge changes.
    ///
    /// - Throws: `MergeRefusal.column` where what was chosen contradicts
    ///   itself.
    public func edit() throws(MergeRefusal) -> RecordsEdit {
        let merged = try mergedRecord()
        var edit = RecordsEdit()
        edit.add(kept.ownChange, merged.ownChange)
        let (before, after) = (kept.keptTexts(catalogue), merged.keptTexts(catalogue))
        var trace = MergeTrace(status: other.status)
        for field in RecordField.all(kind) where before[field.id] != after[field.id] {
            trace.columns.append(MergeTrace.Column(id: field.id, before: before[field.id] ?? "", after: after[field.id] ?? ""))
        }
        if case .job(let job, _) = kept, case .job(let now, _) = merged, job.employer != now.employer {
            trace.columns.append(MergeTrace.Column(id: MergeTrace.employer, before: job.employer.text, after: now.employer.text))
        }
        if kind == .employer {
            for job in register.jobs where job.employer == other.id {
                trace.jobs.append(job.id)
                var moved = job
                moved.employer = kept.id
                edit.add(.job(job), .job(moved))
            }
        }
        for id in register.merged(into: other.id, kind) {
            guard let led = EditedRecord(anyOf: kind, id, register), case .merged(_, let own)? = led.absence else { continue }
            trace.ledOn.append(id)
            edit.add(led.ownChange, led.absent(.merged(into: kept.id, own)).ownChange)
        }
        edit.add(other.ownChange, other.absent(.merged(into: kept.id, trace)).ownChange)
        return edit
    }

    private func mergedRecord() throws(MergeRefusal) -> EditedRecord {
        var changed: [String: String] = [:]
        for column in columns where column.text != column.kept && column.id != "employer" { changed[column.id] = column.text }
        // An employer's name is a column like any other.
        if kind == .employer, let name = columns.first(where: { $0.id == "employer" }) { changed["employer"] = name.text }
        let employer: RecordID? =
            if kind == .job, columns.first(where: { $0.id == "employer" })?.choice == .other { other.employer } else { nil }
        return try kept.changed(changed, employer: employer, register, catalogue, day: day)
    }
}
