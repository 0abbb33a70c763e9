import DoorstepCore
import TerminalUI

/// Forms and questions with a field: what it is called, what stands in it,
/// what is wrong with it.
extension Spoken {
    mutating func addRecord(_ form: RecordForm) {
        add(.title, RecordOverlay.title(form))
        guard form.fields.indices.contains(form.focus) else {
            add(.line, Words.opening)
            return
        }
        if form.isSaving { add(.progress, Words.saving) }
        add(.error, form.error)
        for (index, field) in form.fields.enumerated() where index != form.focus {
            if let problem = field.problem { add(.problem(field.column.id), .labelled(field.column.title, problem)) }
        }
        let field = form.fields[form.focus]
        add(.about, [field.problem, field.note, field.isMasked ? Words.maskedField : nil].compactMap(\.self), identity: field.column.id)
        add(.completion, form.completion?.said(field.value), identity: field.column.id)
        type(form.label(form.focus), field.text)
    }

    mutating func addStep(_ form: StepForm) {
        add(.title, Words.step)
        add(.about, form.heading + form.warnings.map { .labelled(Words.blocked, $0) })
        if form.isSaving { add(.progress, Words.saving) }
        add(.error, form.error)
        switch form.focus {
        case .stage:
            let choice = form.choice.phrase + Phrase(verbatim: " \(form.chosen + 1)/\(form.choices.count)")
            add(.line, .labelled(Words.stage, .clauses([choice, form.takesBack].compactMap(\.self))))
        case .date: type(.labelled(Words.date, Phrase(verbatim: "")), form.date)
        case .reason:
            let place = form.reason.map { Phrase(verbatim: " \($0 + 1)/\(form.reasons.count)") } ?? Phrase(verbatim: "")
            add(.line, .labelled(Words.stepReason, (form.chosenReason?.phrase ?? Words.noReason) + place))
        case .evidence:
            if form.isCompleting { add(.completion, Phrase(verbatim: "Tab: ") + Phrase.list(form.likelyItems.prefix(3).map(\.phrase))) }
            type(.labelled(Words.evidence, Phrase(verbatim: "")), form.evidence)
        case .note: type(.labelled(Words.note, Phrase(verbatim: "")), form.note)
        }
    }

    mutating func addService(_ form: ServiceForm, _ state: ConsoleState) {
        add(.title, ServiceOverlay.title(form))
        add(.about, ServiceOverlay.heading(form, state))
        if form.isSaving { add(.progress, Words.saving) }
        add(.error, form.error)
        if let text = form.text(form.focus) { return type(.labelled(ServiceOverlay.label(form.focus), Phrase(verbatim: "")), text) }
        let phrases = ServiceOverlay.phrases(of: form, state.model)
        guard phrases.indices.contains(form.chosen) else { return }
        add(.line, .labelled(Words.resultShort, phrases[form.chosen] + Phrase(verbatim: " \(form.chosen + 1)/\(phrases.count)")))
    }

    mutating func addExport(_ prompt: ExportPrompt) {
        add(.title, prompt.title)
        if prompt.isWriting { add(.progress, Words.saving) }
        type(.labelled(Words.file, Phrase(verbatim: "")), prompt.field)
    }

    mutating func addReveal(_ prompt: RevealPrompt, _ state: ConsoleState) {
        add(.title, Words.reveal)
        add(.about, [Phrase(verbatim: state.model?.person(prompt.person)?.name ?? ""), Words.isJournalled])
        add(.error, prompt.error)
        if prompt.isSaving { add(.progress, Words.saving) }
        let count = RevealPrompt.kinds.count
        let chosen = prompt.chosen.map { RevealPrompt.kinds[$0].phrase + Phrase(verbatim: " \($0 + 1)/\(count)") } ?? Words.noneChosen
        add(.line, .labelled(Words.whyShown, chosen))
        type(.labelled(Words.reason, Phrase(verbatim: "")), prompt.note)
    }

    mutating func addSearchPrompt(_ prompt: SearchPrompt, _ state: ConsoleState) {
        add(.title, Words.saveSearch)
        let question = prompt.taken.map { taken in
            let known = state.model?.searches.first { $0.search == taken }
            return Words.replaceSearch(taken.name, known?.text ?? Phrase(verbatim: taken.query))
        }
        add(.about, Phrase(verbatim: prompt.query))
        add(.error, question ?? prompt.error)
        if prompt.isSaving { add(.progress, Words.saving) }
        type(.labelled(Words.searchName, Phrase(verbatim: "")), prompt.field)
    }
}

extension RecordForm {
    /// What a field is called, where it stands, and whether something is wrong.
    func label(_ index: Int) -> Phrase {
        let field = fields[index]
        let parts = [field.column.title, field.column.isRequired ? Words.isRequired : nil, field.problem == nil ? nil : Words.isWrong]
        return .labelled(.clauses(parts.compactMap(\.self)) + Phrase(verbatim: " \(index + 1)/\(fields.count)"), Phrase(verbatim: ""))
    }
}

extension ValueCompletion {
    private static let most = 3

    /// Before Tab the first of what it would bring, then which one it brought.
    fileprivate func said(_ text: String) -> Phrase {
        guard let position else {
            let key = takesBlank(text) ? Words.blankKey : Phrase(verbatim: "Tab")
            let rest = candidates.count > Self.most ? [Words.more(candidates.count - Self.most)] : []
            return .labelled(key, .clauses(candidates.prefix(Self.most).map { Phrase(verbatim: $0) } + rest))
        }
        return Phrase(verbatim: "\(position + 1)/\(candidates.count)")
    }
}
