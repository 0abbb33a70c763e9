import DoorstepCore
import TerminalUI

/// Deciding what becomes of rows whose records may be known already.
extension ConsoleState {
    /// - Returns: nil where the key decides nothing.
    mutating func decide(_ stroke: KeyStroke, _ view: ImportView) -> [Effect]? {
        guard view.tab == .doubles, !stroke.control, let double = view.double else { return nil }
        switch stroke.key {
        case .character("b"): return decide(.keep, double, view)
        case .character("m"): return decide(.merge, double, view)
        case .character("d"), .delete: return decide(.skip, double, view)
        case .character("a"): return decideAllAlike(double, view)
        case .enter, .character(" "): return decide(view.next(double), double, view)
        default: return nil
        }
    }

    private mutating func decide(_ decision: DoubleDecision, _ double: IntakeDouble, _ view: ImportView) -> [Effect] {
        guard double.choices.contains(decision) else {
            message = Message(ImportWords.cannotDecide(double.choices))
            return keep(view)
        }
        var decisions = view.decisions
        decisions.single[double.id] = decision
        return decideAgain(decisions, view)
    }

    /// As the one under the cursor.
    private mutating func decideAllAlike(_ double: IntakeDouble, _ view: ImportView) -> [Effect] {
        guard !view.decisions.isOpen(double) else {
            message = Message(ImportWords.decideFirst)
            return keep(view)
        }
        let decision = view.decisions.decision(of: double)
        message = Message(ImportWords.allAlike(decision))
        return decideAgain(DoubleDecisions(decision), view)
    }

    /// The counts follow; what is decided is shown at once.
    private mutating func decideAgain(_ decisions: DoubleDecisions, _ view: ImportView) -> [Effect] {
        var view = view
        guard decisions != view.decisions else { return keep(view) }
        view.request?.decisions = decisions
        guard let request = view.request else { return keep(view) }
        view.isDeciding = true
        intakeGeneration += 1
        overlay = .importing(view)
        return [.decideDoubles(request, generation: intakeGeneration)]
    }
}

extension ImportView {
    /// What comes after what is decided now: what one key goes round.
    fileprivate func next(_ double: IntakeDouble) -> DoubleDecision {
        if decisions.isOpen(double) { return double.choices.first ?? .keep }
        let known = double.choices.firstIndex(of: decisions.decision(of: double)) ?? 0
        return double.choices.isEmpty ? .keep : double.choices[(known + 1) % double.choices.count]
    }
}
