/// What a person's steps, of all their placements, did to their status: from
/// which follows what it is without one of them.
///
/// A status may also be set by hand, and whoever does so knows better: a
/// step's doing is undone where the status is still what steps made it, and
/// then comes to what it would be had the step never been.
public struct StatusHistory: Sendable {
    public struct Step: Hashable, Sendable {
        let number: Int
        let placement: RecordID
        let stage: Stage
        let corrects: Int?
        let isDayWork: Bool
        /// It changed the status when it was recorded.
        let changedStatus: Bool

        public init(number: Int, placement: RecordID, stage: Stage, corrects: Int?, isDayWork: Bool, changedStatus: Bool) {
            self.number = number
            self.placement = placement
            self.stage = stage
            self.corrects = corrects
            self.isDayWork = isDayWork
            self.changedStatus = changedStatus
        }
    }

    /// In the order of recording.
    private let steps: [Step]

    public init(_ steps: [Step]) {
        self.steps = steps
    }

    /// What a person's status becomes when a step of theirs is taken back;
    /// nil where it stays.
    ///
    /// Complexity: linear in the person's steps.
    public func status(_ present: PersonStatus, takingBack number: Int) -> PersonStatus? {
        let (first, beginning) = beginning(of: present)
        guard steps[first...].contains(where: { $0.number == number }), replay(from: first, beginning) == present else { return nil }
        let status = replay(from: first, beginning, without: number)
        return status == present ? nil : status
    }

    /// From which step on it was steps alone that made the status what it
    /// is, and what it was before.
    private func beginning(of present: PersonStatus) -> (first: Int, status: PersonStatus) {
        var (first, status) = (steps.count, present)
        for index in steps.indices.reversed() where steps[index].changedStatus {
            // Somebody set it by hand in between.
            guard status == madeStatus(steps[index]) else { return (first, status) }
            (first, status) = (index, status == .placed ? .seeking : .placed)
        }
        return (0, status)
    }

    /// What a step that changed the status made of it.
    private func madeStatus(_ step: Step) -> PersonStatus? {
        switch step.stage {
        case .hired, .started: return .placed
        case .declined, .left: return .seeking
        case .referred, .interviewed, .checked: return nil
        case .corrected:
            guard let taken = steps.first(where: { $0.number == step.corrects }), taken.stage != .corrected else { return nil }
            return madeStatus(taken).map { $0 == .placed ? .seeking : .placed }
        }
    }

    /// What the steps that stand make of a status.
    private func replay(from first: Int, _ beginning: PersonStatus, without number: Int? = nil) -> PersonStatus {
        let takenBack = Set(steps.compactMap(\.corrects) + [number].compactMap(\.self))
        var status = beginning
        var stages: [RecordID: Stage] = [:]
        for (index, step) in steps.enumerated() where step.stage != .corrected && !takenBack.contains(step.number) {
            if index >= first, let next = status.following(step.stage, from: stages[step.placement], isDayWork: step.isDayWork) { status = next }
            if step.stage != .checked { stages[step.placement] = step.stage }
        }
        return status
    }
}
