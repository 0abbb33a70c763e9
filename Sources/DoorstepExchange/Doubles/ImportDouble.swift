import DoorstepCore

/// A row of a sheet whose record may be one that is known: of the register,
/// or of an earlier row.
public struct ImportDouble: Sendable, Identifiable {
    /// Its place among the plan's doubles.
    public let id: Int
    public let kind: RecordID.Kind
    public let reason: DoubleReason
    /// The row, and what it may be a double of, in words: the warning that
    /// stands where both are kept.
    public let note: RowNote
    /// The row's own record, as it will be where both are kept.
    public let record: RecordID
    /// The one that is known.
    public let known: RecordID
    /// What can be done with it.
    public let choices: [DoubleDecision]
    /// The row, and later ones that name its record, with what each came to.
    var rows: [Row]

    /// A row that was read, to be read again.
    struct Row: Sendable {
        let content: Content
        let outcome: ImportPlan.Outcome

        enum Content: Sendable {
            case person(SheetRow<PersonEntry>)
            case job(SheetRow<JobEntry>)
            case employer(SheetRow<EmployerEntry>)
        }

        func note(_ reason: Phrase) -> RowNote {
            switch content {
            case .person(let row): row.note(reason)
            case .job(let row): row.note(reason)
            case .employer(let row): row.note(reason)
            }
        }
    }
}

extension DoubleDecisions {
    /// What becomes of a double.
    public func decision(of double: ImportDouble) -> DoubleDecision { decision(of: double.id, double.reason, of: double.choices) }

    /// Nobody said what becomes of it, though somebody could.
    func isOpen(_ double: ImportDouble) -> Bool { isOpen(double.id, double.reason, of: double.choices) }
}

extension ImportDouble {
    /// The same row, and the same choice between the same records.
    public func isSame(as other: ImportDouble) -> Bool {
        (id, kind, reason, record, known, choices) == (other.id, other.kind, other.reason, other.record, other.known, other.choices) && note == other.note
    }
}
