import DoorstepCore
import TerminalUI

/// Lines of the plan, accepted or refused.
extension ConsoleState {
    // MARK: - Accepting

    /// Marks the pair under the cursor, or takes the mark off.
    mutating func markPlanLine() -> [Effect] {
        guard let pair = planEntry?.pair else { return say(PlanWords.choosePair) }
        planning.marks.formSymmetricDifference([pair])
        return run(.down)
    }

    /// The form of the referrals that the marked lines are to be, else of the
    /// one under the cursor.
    mutating func openPlanReferral() -> [Effect] {
        guard let model, let sheet = model.plan else { return say(PlanWords.planning) }
        let isMany = !planning.marks.isEmpty
        let chosen = isMany ? sheet.plan.lines.map(\.pair).filter(planning.marks.contains) : [planEntry?.pair].compactMap(\.self)
        guard !chosen.isEmpty else { return say(PlanWords.choosePair) }
        let pairs = chosen.filter { model.planState(of: $0) != PlanWords.referred }
        guard !pairs.isEmpty else { return say(isMany ? PlanWords.nothingMarked : PlanWords.isReferred) }
        message = nil
        var form = StepForm(pairs.map { .pair(job: $0.job, person: $0.person) }, choices: StepForm.Choice.referral, day: day, model)
        form.isOfPlan = pairs.count > 1
        overlay = .step(form)
        return []
    }

    /// Placements that were opened or taken back at this desk: whoever went
    /// where the plan has them is agreed on, and their referral taken back
    /// frees them again.
    mutating func planFollows(_ placements: [Placement]) -> [Effect] {
        guard let model, let sheet = model.plan, var wish = planning.wish else { return [] }
        let agreed = Set(wish.fixed)
        var isChanged = false
        for placement in placements {
            let pair = PlanPair(job: model.register.standing(job: placement.job), person: model.register.standing(person: placement.person))
            if placement.isVoid, agreed.contains(pair) {
                wish.take(.release(pair))
            } else if !placement.isVoid, !agreed.contains(pair), sheet.has(pair) || planning.accepted.contains(pair) {
                wish.take(.fix(pair))
                planning.accepted.insert(pair)
                planning.marks.remove(pair)
            } else {
                continue
            }
            isChanged = true
            planning.known += 1
        }
        guard isChanged else { return [] }
        planning.wish = wish
        return makePlan()
    }

    // MARK: - Refusing

    mutating func openPlanRefusal() -> [Effect] {
        guard let model, let pair = planEntry?.pair else { return say(PlanWords.choosePair) }
        guard model.plan?.draft.settings.fixed.contains(pair) != true else { return say(PlanWords.isReferred) }
        message = nil
        overlay = .planRefusal(PlanRefusalForm(pair: pair))
        return []
    }

    mutating func take(_ event: InputEvent, _ form: PlanRefusalForm) -> [Effect] {
        var form = form
        var strokes: [KeyStroke] = []
        switch event {
        case .key(let stroke): strokes = [stroke.halfWidth()]
        case .text(let text): strokes = KeyStroke.halfWidth(of: text) ?? []
        case .paste, .mouse, .resize: break
        }
        for stroke in strokes {
            switch stroke.key {
            case .escape:
                overlay = nil
                return []
            case .enter:
                overlay = nil
                return settle(form.change)
            case .up, .backTab: form.choose(by: -1)
            case .down, .tab: form.choose(by: 1)
            default:
                guard let digit = stroke.plainCharacter?.wholeNumberValue, PlanRefusalForm.Choice.allCases.indices.contains(digit - 1) else { continue }
                form.chosen = digit - 1
                overlay = nil
                return settle(form.change)
            }
        }
        overlay = .planRefusal(form)
        return []
    }

    /// Settles something otherwise, and plans again; it can be taken back.
    mutating func settle(_ change: PlanChange) -> [Effect] {
        guard canSettle(change) else { return say(PlanWords.jobHasReferral) }
        history.add(change)
        return settleAgain(change)
    }

    private func canSettle(_ change: PlanChange) -> Bool {
        guard case .close(let job) = change else { return true }
        return planning.wish?.fixed.contains { $0.job == job } != true
    }

    private mutating func settleAgain(_ change: PlanChange) -> [Effect] {
        planning.wish?.take(change)
        planning.said = change.phrase + Phrase("：", ": ") + Phrase(verbatim: told(change))
        return makePlan()
    }

    /// Takes the latest refusal back, or makes it again.
    mutating func settleBack(_ change: PlanChange, isAgain: Bool) -> [Effect] {
        guard model != nil, planning.wish != nil else { return [] }
        guard canSettle(change) else { return say(PlanWords.jobHasReferral) }
        if isAgain { history.madeAgain(change) } else { history.tookBack() }
        let effects = settleAgain(change)
        planning.said = planning.said.map { (isAgain ? Words.madeAgain : Words.tookBack) + $0 }
        return effects
    }

    private func told(_ change: PlanChange) -> String {
        guard let model else { return "" }
        switch change {
        case .fix(let pair), .release(let pair), .exclude(let pair), .allow(let pair): return "\(model.name(of: pair.person)) -> \(model.title(of: pair.job))"
        case .withdraw(let person), .bringBack(let person): return model.name(of: person)
        case .close(let job), .reopen(let job): return model.title(of: job)
        }
    }
}
