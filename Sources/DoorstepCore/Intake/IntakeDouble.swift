/// A row whose record may be one that is known, with both, to be looked at.
public struct IntakeDouble: Hashable, Sendable, Identifiable {
    /// Under which it is decided; see `DoubleDecisions`.
    public let id: Int
    /// The line of the file on which the row begins, from 1.
    public let line: Int
    public let reason: DoubleReason
    /// What can be done with it.
    public let choices: [DoubleDecision]
    /// The row's own record, as it would be where both stand.
    public let row: EditedRecord
    public let known: EditedRecord
    /// What is known is an earlier row of the sheet, and has no identifier of
    /// the station's yet.
    public let isKnownFromSheet: Bool

    public init(
        id: Int, line: Int, reason: DoubleReason, choices: [DoubleDecision], row: EditedRecord, known: EditedRecord, isKnownFromSheet: Bool
    ) {
        (self.id, self.line, self.reason, self.choices) = (id, line, reason, choices)
        (self.row, self.known, self.isKnownFromSheet) = (row, known, isKnownFromSheet)
    }
}

extension DoubleDecisions {
    public func decision(of double: IntakeDouble) -> DoubleDecision { decision(of: double.id, double.reason, of: double.choices) }

    public func isOpen(_ double: IntakeDouble) -> Bool { isOpen(double.id, double.reason, of: double.choices) }
}
