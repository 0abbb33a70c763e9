import DoorstepCore
import TerminalUI

/// Marks: what is to be acted on together. They outlive narrowing and going
/// to another screen.
extension ConsoleState {
    /// Marks the line under the cursor, or takes the mark off, and goes on to
    /// the next.
    mutating func mark() -> [Effect] {
        if current == .plan { return markPlanLine() }
        if var view = matches {
            guard let pair = panel.ranking?.line(view.state.selection).map(MatchesView.Pair.init) else { return [] }
            view.marks.formSymmetricDifference([pair])
            matches = view
        } else {
            guard let id = list.selected else { return [] }
            list.marks.formSymmetricDifference([id])
        }
        return run(.down)
    }

    mutating func unmark() -> [Effect] {
        if current == .plan {
            planning.marks = []
        } else if matches != nil {
            matches?.marks = []
        } else {
            list.marks = []
        }
        return []
    }

    // MARK: - Acting on many

    /// The pairs that a referral is about: those that are marked, else the
    /// one under the cursor.
    var chosenPairs: [StepDraft.Target] {
        guard let view = matches, let ranking = panel.ranking else { return [] }
        let lines = (0..<ranking.lineCount).compactMap { ranking.line($0) }
        let marked = lines.filter { view.marks.contains(MatchesView.Pair($0)) }
        let chosen = marked.isEmpty ? [ranking.line(view.state.selection)].compactMap(\.self) : marked
        return chosen.map { .pair(job: $0.job, person: $0.person) }
    }

    /// The placements that a next step is about, likewise.
    var chosenPlacements: [RecordID] { list.marks.isEmpty ? [list.selected].compactMap(\.self) : inOrder(list.marks) }

    /// What an export of the list would hold: what is marked, else what is
    /// shown; nil for the whole ledger.
    var exportedLines: [RecordID]? {
        if !list.marks.isEmpty { return inOrder(list.marks) }
        return current == .ledger && list.field.isEmpty && list.entries == nil ? nil : list.items
    }

    /// As the list has them; what it does not show comes last, by identifier.
    private func inOrder(_ marks: Set<RecordID>) -> [RecordID] {
        let shown = (list.items ?? []).filter { marks.contains($0) }
        return shown + marks.subtracting(shown).sorted()
    }

    /// Steps of several are on disk; where some were refused, it says why.
    mutating func acknowledge(_ saved: [SavedStep], _ refused: RefusedStep?) -> [Effect] {
        takeIn(saved)
        if model != nil { history.add(saved.map { RecordedStep($0.placement) }) }
        for step in saved {
            list.marks.remove(step.placement.id)
            matches?.marks.remove(MatchesView.Pair(job: step.placement.job, person: step.placement.person))
        }
        overlay = nil
        message = Message(Words.savedMany(saved.count) + told(refused), refused == nil ? .good : .error)
        return refresh() + planFollows(saved.map(\.placement))
    }

    /// Steps that are on disk.
    mutating func takeIn(_ saved: [SavedStep]) {
        for step in saved {
            model?.take([.placement(step.placement)] + (step.person.map { [.person($0)] } ?? []))
            advance(to: step.sequence)
        }
        if !saved.isEmpty { isHalted = false }
    }

    /// What was refused of several; nothing where nothing was.
    func told(_ refused: RefusedStep?) -> Phrase {
        refused.map { Phrase("；", "; ") + Words.notAll($0.of, name(of: $0.target)) + $0.reason } ?? Phrase(verbatim: "")
    }

    func name(of target: StepDraft.Target) -> String {
        let person: RecordID? = switch target {
        case .pair(_, let person): person
        case .placement(let id): model?.register.placements[id].flatMap { model?.register.person(of: $0)?.id }
        }
        return person.flatMap { model?.register.people[$0]?.name } ?? ""
    }
}

/// A step that is on disk.
public struct SavedStep: Sendable {
    public let placement: Placement
    /// Where the step changed their status.
    public let person: Person?
    public let sequence: Int
    /// What was asked for, where that has to be known again.
    public let draft: StepDraft?

    public init(placement: Placement, person: Person?, sequence: Int, draft: StepDraft? = nil) {
        (self.placement, self.person, self.sequence, self.draft) = (placement, person, sequence, draft)
    }
}

/// The first step that was refused, and of how many.
public struct RefusedStep: Sendable {
    public let target: StepDraft.Target
    public let reason: Phrase
    public let of: Int

    public init(target: StepDraft.Target, reason: Phrase, of: Int) {
        (self.target, self.reason, self.of) = (target, reason, of)
    }
}

extension MatchesView.Pair {
    init(_ match: Match) { self.init(job: match.job, person: match.person) }
}
