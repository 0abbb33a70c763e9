import DoorstepCore
import TerminalUI

extension ConsoleState {
    mutating func takeInOverlay(_ event: InputEvent) -> [Effect] {
        switch overlay {
        case .help(let view)?: return take(event, view)
        case .command(let prompt)?: return take(event, prompt)
        case .step(let form)?: return take(event, form)
        case .record(let form)?: return take(event, form)
        case .export(let prompt)?: return take(event, prompt)
        case .counterpart(let search)?: return take(event, search)
        case .why(let view)?: return take(event, view)
        case .findings(let view)?: return take(event, view)
        case .reveal(let prompt)?: return take(event, prompt)
        case .saveSearch(let prompt)?: return take(event, prompt)
        case .searches(let view)?: return take(event, view)
        case .importing(let view)?: return take(event, view)
        case .doubles(let view)?: return take(event, view)
        case .service(let form)?: return take(event, form)
        case .planRefusal(let form)?: return take(event, form)
        case .planSettings(let form)?: return take(event, form)
        case nil: return []
        }
    }

    // MARK: - Commands by name

    private mutating func take(_ event: InputEvent, _ view: HelpView) -> [Effect] {
        var view = view
        overlay = nil
        let found = view.found(self)
        let height = HelpOverlay.rows(size)
        if case .key(let stroke) = event {
            switch stroke.key {
            case .escape: return []
            case .enter:
                guard found.indices.contains(view.state.selection) else { break }
                return run(found[view.state.selection].id)
            case .up: view.state.move(by: -1, count: found.count, height: height)
            case .down: view.state.move(by: 1, count: found.count, height: height)
            case .pageUp: view.state.page(by: -1, count: found.count, height: height)
            case .pageDown: view.state.page(by: 1, count: found.count, height: height)
            default: if view.field.handle(event) { view.state = ListState() }
            }
        } else if case .mouse(let mouse) = event {
            if view.state.follow(mouse, in: HelpOverlay.list(size), count: found.count) { return run(found[view.state.selection].id) }
        } else if view.field.handle(event) {
            view.state = ListState()
        }
        overlay = .help(view)
        return []
    }

    // MARK: - A placement step

    /// Opens the form for the next step of what the cursor stands on.
    mutating func openStepForm() -> [Effect] {
        guard let model else { return [] }
        if current == .plan { return openPlanReferral() }
        if matches != nil {
            return openReferral(model)
        }
        guard current == .ledger else {
            guard list.selected != nil else {
                message = Message(Words.chooseFirst)
                return []
            }
            let effects = run(.open)
            message = Message(Words.choosePair)
            return effects
        }
        let placements = chosenPlacements.compactMap { model.register.placements[$0] }
        guard let first = placements.first else {
            message = Message(Words.chooseFirst)
            return []
        }
        // What can be recorded of all of them together.
        let choices = StepForm.Choice.following(first).filter { choice in
            placements.allSatisfy { StepForm.Choice.following($0).contains(choice) }
        }
        guard !choices.isEmpty else {
            message = Message(placements.count == 1 ? Words.isVoid : Words.nothingTogether)
            return []
        }
        overlay = .step(StepForm(placements.map { .placement($0.id) }, choices: choices, day: day, model))
        return []
    }

    private mutating func openReferral(_ model: StationModel) -> [Effect] {
        let pairs = chosenPairs
        guard !pairs.isEmpty else {
            message = Message(Words.chooseFirst)
            return []
        }
        overlay = .step(StepForm(pairs, choices: StepForm.Choice.referral, day: day, model))
        return []
    }

    private mutating func take(_ event: InputEvent, _ form: StepForm) -> [Effect] {
        guard !form.isSaving else { return [] }
        var form = form
        if case .key(let stroke) = event {
            form.error = nil
            switch (stroke.key, stroke.control) {
            case (.escape, _):
                if !form.isTyped || form.isAskedToDrop {
                    overlay = nil
                    message = nil
                } else {
                    form.isAskedToDrop = true
                    overlay = .step(form)
                    message = Message(Words.escAgain)
                }
                return []
            case (.enter, _), (.character("s"), true):
                return save(form)
            case (.character("o"), true):
                form.isAskedToDrop = false
                overlay = .step(form)
                return openEditor()
            case (.tab, _) where form.isCompleting: form.complete()
            case (.tab, _), (.down, _): form.moveFocus(by: 1)
            case (.backTab, _), (.up, _): form.moveFocus(by: -1)
            default: form.edit(event)
            }
        } else {
            form.edit(event)
        }
        form.isAskedToDrop = false
        overlay = .step(form)
        return []
    }

    private mutating func save(_ form: StepForm) -> [Effect] {
        var form = form
        let drafts: [StepDraft]
        do throws(StepFormProblem) {
            drafts = try form.drafts()
        } catch {
            form.error = error.text
            form.focus = error.field
            overlay = .step(form)
            return []
        }
        guard let first = drafts.first else { return [] }
        form.isSaving = true
        overlay = .step(form)
        if form.isOfPlan { return [.acceptPlan(form.targets.compactMap(\.planPair), date: first.date)] }
        return [drafts.count == 1 ? .saveStep(first) : .saveSteps(drafts, .made)]
    }

    // MARK: - Where to export to

    private mutating func take(_ event: InputEvent, _ prompt: ExportPrompt) -> [Effect] {
        var prompt = prompt
        if case .key(let stroke) = event {
            switch stroke.key {
            case .escape:
                overlay = nil
                message = nil
                return []
            case .enter:
                let path = PlainText.trimmed(prompt.field.text)
                guard model != nil else {
                    message = Message(Words.opening)
                    return []
                }
                guard !path.isEmpty, !prompt.isWriting else { return [] }
                prompt.isWriting = true
                overlay = .export(prompt)
                return [prompt.effect(path, language)]
            default: break
            }
        }
        let before = prompt.field.text
        _ = prompt.field.handle(event)
        if prompt.field.text != before { prompt.isReplacing = false }
        overlay = .export(prompt)
        return []
    }
}

extension StepDraft.Target {
    fileprivate var planPair: PlanPair? { if case .pair(let job, let person) = self { PlanPair(job: job, person: person) } else { nil } }
}

extension StepForm {
    /// Another step has other reasons.
    private mutating func choose(_ index: Int) {
        chosen = index % choices.count
        reason = nil
    }

    fileprivate mutating func moveFocus(by step: Int) {
        let index = fields.firstIndex(of: focus) ?? 0
        focus = fields[(index + step + fields.count) % fields.count]
    }

    /// Puts the first item in that goes on with what was typed.
    fileprivate mutating func complete() {
        guard let item = likelyItems.first else { return }
        let parts = evidence.text.split(omittingEmptySubsequences: false) { ";；".contains($0) }
        let kept = parts.dropLast().map { PlainText.trimmed($0) }.filter { !$0.isEmpty }
        evidence.replace(with: (kept + [item.phrase.chinese + " "]).joined(separator: "；"))
    }

    /// A key that is neither leave, save nor move.
    fileprivate mutating func edit(_ event: InputEvent) {
        switch focus {
        case .stage:
            guard case .key(let stroke) = event else {
                // What an input method commits here is meant as a note.
                guard fields.contains(.note) else { return }
                focus = .note
                _ = note.handle(event)
                return
            }
            switch stroke.key {
            case .left: choose(chosen + choices.count - 1)
            case .right, .character(" "): choose(chosen + 1)
            default: break
            }
        case .reason:
            guard case .key(let stroke) = event else {
                focus = .note
                _ = note.handle(event)
                return
            }
            // From none through the list, and round.
            let count = reasons.count
            switch stroke.key {
            case .left: reason = reason.map { $0 == 0 ? nil : $0 - 1 } ?? count - 1
            case .right, .character(" "): reason = reason.map { $0 + 1 < count ? $0 + 1 : nil } ?? 0
            default: break
            }
        case .evidence: _ = evidence.handle(event)
        case .date: _ = date.handle(event)
        case .note: _ = note.handle(event)
        }
    }
}
