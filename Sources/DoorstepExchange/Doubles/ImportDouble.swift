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

/// What becomes of a row whose record may be one that is known.
public enum DoubleDecision: String, Sendable, CaseIterable {
    /// Both stand.
    case keep
    /// The row is an update of the known record: cells given replace, empty
    /// cells keep, and the identifier of the known one stays.
    case merge
    /// The row is not read: refused by choice.
    case skip
}

/// What was decided about doubles. Nothing is merged by itself: where nobody
/// said otherwise, both stand.
public struct DoubleDecisions: Sendable, Equatable {
    /// Of all of which nothing else was decided.
    public var standard: DoubleDecision
    public var byReason: [DoubleReason: DoubleDecision] = [:]
    /// By the double's identifier.
    public var single: [Int: DoubleDecision] = [:]

    public init(_ standard: DoubleDecision = .keep) { self.standard = standard }

    /// What becomes of a double: what cannot be done is not, and both stand.
    public func decision(of double: ImportDouble) -> DoubleDecision {
        let wanted = single[double.id] ?? byReason[double.reason] ?? standard
        return double.choices.contains(wanted) ? wanted : .keep
    }
}
