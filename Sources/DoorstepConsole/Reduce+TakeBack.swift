import DoorstepCore
import TerminalUI

/// Taking back what was done at this desk, and doing it again.
extension ConsoleState {
    mutating func takeBack() -> [Effect] {
        guard !history.isWaiting else { return [] }
        switch history.done.last {
        case nil: return say(Words.nothingToTakeBack)
        case .edit(let last)?:
            guard !last.reversed.isUnchanged else { return say(Words.cannotTakeBack) }
            return ask(.saveRecord(last.reversed, .tookBack(last.sequence)))
        case .merge(let last)?: return ask(.saveMerge(last.merge, .tookBack(last.sequence)))
        case .steps(let steps)?: return ask(.saveSteps(reversed(steps), .tookBack))
        case .service(let service)?: return ask(.saveService(service.reversed(on: day), .tookBack))
        case .stored(let stored)?: return ask(.takeBackImport(stored), saying: ImportWords.takingBack)
        case .planned(let change)?: return settleBack(change.inverse, isAgain: false)
        case .takenBack?: return []
        }
    }

    mutating func makeAgain() -> [Effect] {
        guard !history.isWaiting else { return [] }
        switch history.undone.last {
        case nil: return say(Words.nothingToMakeAgain)
        case .edit(let last)?: return ask(.saveRecord(RecordEdit(record: last.edit.record, before: last.reversed.record), .madeAgain))
        case .merge(let last)?: return ask(.saveMerge(last.merge, .madeAgain))
        case .steps(let steps)?: return ask(.saveSteps(reversed(steps), .madeAgain))
        case .service(let service)?: return ask(.saveService(service.onceMore, .madeAgain))
        case .takenBack(let taken)?: return ask(.makeImportAgain(taken), saying: ImportWords.makingAgain)
        case .planned(let change)?: return settleBack(change, isAgain: true)
        case .stored?: return []
        }
    }

    /// Esc stops an import that is being taken back, or made again, where
    /// nothing else is to be gone back from.
    ///
    /// - Returns: nil where there is none.
    mutating func stopReversal() -> [Effect]? {
        guard let reversal = history.reversal, !reversal.isStopping else { return nil }
        history.reversal?.isStopping = true
        return [.stopStoring]
    }

    /// The latest first.
    private func reversed(_ steps: [RecordedStep]) -> [StepDraft] { steps.reversed().map { $0.reversed(on: day) } }

    private mutating func ask(_ effect: Effect, saying text: Phrase? = nil) -> [Effect] {
        history.isWaiting = true
        history.reversal = text.map { ImportReversal($0) }
        message = nil
        return [effect]
    }

    /// Steps were taken back, or done again; where some were refused, it says
    /// why, and they can be tried again.
    mutating func acknowledge(_ saved: [SavedStep], _ refused: RefusedStep?, tookBack: Bool) -> [Effect] {
        history.isWaiting = false
        takeIn(saved)
        let planned = planFollows(saved.map(\.placement))
        guard case .steps(let steps)? = tookBack ? history.done.last : history.undone.last else { return refresh() + planned }
        let answers = saved.compactMap { saved -> WorkHistory.Answer? in
            guard let step = steps.first(where: { $0.reversed(on: day) == saved.draft }) else { return nil }
            return (step, RecordedStep(saved.placement))
        }
        if tookBack { history.tookBack(answers) } else { history.madeAgain(answers) }
        message = told(answers, of: steps.count, refused, tookBack: tookBack)
        return refresh() + planned
    }

    private func told(_ answers: [WorkHistory.Answer], of count: Int, _ refused: RefusedStep?, tookBack: Bool) -> Message {
        let title = tookBack ? Words.tookBack : Words.madeAgain
        if let refused, answers.isEmpty { return Message(Phrase("\(name(of: refused.target))：", "\(name(of: refused.target)): ") + refused.reason, .error) }
        guard count == 1, let answer = answers.first else { return Message(title + Words.steps(answers.count) + told(refused), refused == nil ? .good : .error) }
        return Message(title + told(tookBack ? answer.step : answer.by), .good)
    }

    /// What a message says of a step.
    func told(_ recorded: RecordedStep) -> Phrase {
        let step = recorded.step
        let name = model.flatMap { $0.register.people[$0.register.standing(person: recorded.person)]?.name } ?? recorded.person.text
        let former = recorded.takenBack.map { Phrase("（", " (") + $0.stage.phrase(by: $0.party) + Phrase("）", ")") } ?? Phrase(verbatim: "")
        return step.stage.phrase(by: step.party) + former + Phrase(verbatim: " \(name) -> \(step.title)") + Phrase("（\(step.employer)）", " (\(step.employer))")
    }
}

extension Service {
    /// What takes it back.
    ///
    /// - Parameter day: the day of working.
    fileprivate func reversed(on day: Day) -> ServiceDraft { ServiceDraft(subject, kind, placement: placement, takesBack: number, date: day) }

    /// The same once more.
    fileprivate var onceMore: ServiceDraft {
        ServiceDraft(subject, kind, outcome: outcome, placement: placement, again: again, date: date, note: note)
    }
}

/// Why steps and services are recorded.
public enum StepPurpose: Equatable, Sendable {
    case made
    /// To take back what was recorded last at this desk.
    case tookBack
    case madeAgain
}
