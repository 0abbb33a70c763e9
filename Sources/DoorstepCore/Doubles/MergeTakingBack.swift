/// A merge that is taken back, whenever that is: the record that went stands
/// again as it was, and the one that stood for it loses what it got.
///
/// What somebody has changed since in a column that the merge filled stays,
/// and is told of.
public struct MergeTakingBack: Sendable {
    public let edit: RecordsEdit
    /// Columns that stay as they are.
    public let left: [RecordField]
    /// Who stood for it.
    public let standing: RecordID

    public init(_ kind: RecordID.Kind, of id: RecordID, _ register: Register, _ catalogue: Catalogue, day: Day) throws(MergeRefusal) {
        guard let went = EditedRecord(anyOf: kind, id, register) else { throw .unknown(id.text) }
        guard case .merged(let standing, let trace)? = went.absence else { throw .notMerged(id) }
        guard let kept = EditedRecord(anyOf: kind, standing, register), kept.absence == nil else { throw .standingGone(id, standing) }
        if went.name.isEmpty { throw .erased(id) }
        self.standing = standing
        var edit = RecordsEdit()
        let now = kept.keptTexts(catalogue)
        var (changed, left): ([String: String], [RecordField]) = ([:], [])
        var employer: RecordID?
        for column in trace.columns {
            if column.id == MergeTrace.employer {
                if kept.employer?.text == column.after { employer = RecordID(column.before) }
            } else if kind == .job, ["employer", "uscc"].contains(column.id) {
                continue
            } else if (now[column.id] ?? "") == column.after {
                changed[column.id] = column.before
            } else if let field = RecordField.all(kind).first(where: { $0.id == column.id }) {
                left.append(field)
            }
        }
        let former = try kept.changed(changed, employer: employer, register, catalogue, day: day)
        edit.add(kept.ownChange, former.ownChange)
        edit.add(went.ownChange, went.standing(status: trace.status).ownChange)
        for id in trace.jobs {
            guard let job = register.jobs[id], job.employer == standing else { continue }
            var moved = job
            moved.employer = went.id
            edit.add(.job(job), .job(moved))
        }
        for id in trace.ledOn {
            guard let led = EditedRecord(anyOf: kind, id, register), case .merged(standing, let own)? = led.absence else { continue }
            edit.add(led.ownChange, led.absent(.merged(into: went.id, own)).ownChange)
        }
        self.edit = edit
        self.left = left
    }
}

extension MergeTrace {
    /// Under this a trace says which employer a job had.
    static let employer = "employer_id"
}
