import DoorstepCore
import TerminalUI

/// The plan over both lists, and its forms.
extension Spoken {
    mutating func addPlan(_ state: ConsoleState) {
        add(.title, PlanFace.heading(state.planTopic, nil))
        add(.marks, state.planning.marks.isEmpty ? nil : Words.marked(state.planning.marks.count), identity: "plan")
        addNumbers(state)
        let face = PlanFace.of(state)
        add(.progress, progress(state.planning.work))
        if state.model?.plan != nil, state.planning.work == nil {
            add(.about, [state.model?.plan.map { PlanFace.title($0) }, face.second].compactMap(\.self))
        }
        add(.problem("plan"), face.warning)
        guard let view = state.page, let lines = view.lines, let model = state.shown else { return }
        guard let line = view.selected else {
            if state.planning.work == nil { add(.line, face.emptyText) }
            return
        }
        let mark = state.isMarked(line) ? Words.isMarked : Phrase(verbatim: "")
        add(.line, mark + line.said(view.state.selection, lines, model))
    }

    /// Four times is enough to know that it goes on.
    private func progress(_ work: Planning.Work?) -> Phrase? {
        guard case .finding(let done, let all)? = work else { return PlanFace.working(work) }
        return PlanWords.finding + Phrase(verbatim: "\(done * 4 / max(1, all) * 25)%") + PlanWords.escStops
    }

    mutating func addPlanRefusal(_ form: PlanRefusalForm, _ state: ConsoleState) {
        add(.title, PlanWords.refuse)
        add(.about, state.model.map { Phrase(verbatim: PlanRefusalOverlay.heading(form, $0)) })
        let choices = PlanRefusalForm.Choice.allCases
        add(.line, .position(form.chosen, of: choices.count) + PlanWords.choice(choices[min(form.chosen, choices.count - 1)]))
    }

    mutating func addPlanSettings(_ form: PlanSettingsForm) {
        add(.title, PlanWords.settings)
        add(.error, form.error)
        if let text = form.text(form.focus) {
            type(.labelled(form.focus.label, Phrase(verbatim: "")), text)
        } else {
            add(.line, .labelled(form.focus.label, PlanSettingsOverlay.said(form.focus, form)))
        }
    }
}
