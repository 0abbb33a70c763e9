import DoorstepCore
import TerminalUI

/// Everything about what the cursor stands on, line by line: the record and
/// where each point of its score comes from; of a form every field.
public func tell(_ state: ConsoleState) -> [String] {
    var state = state
    state.model?.turned = state.turned
    state.model?.called = state.called
    state.model?.explained = state.planning.explained
    state.firstLines?.turned = state.turned
    let lines = state.lock == nil ? state.told : speak(state).lines.map { Phrase(verbatim: $0) }
    return lines.map { SafeText.clean(PlainText.trimmed($0(state.language))) }.filter { !$0.isEmpty }
}

extension ConsoleState {
    /// More lines of matches than this are gone through one by one.
    private static let mostMatches = 5

    fileprivate var told: [Phrase] {
        switch overlay {
        case .record(let form)?:
            return [RecordOverlay.title(form)] + form.fields.indices.map { index in
                let field = form.fields[index]
                return .clauses([form.label(index) + Phrase(verbatim: field.text.text)] + [field.problem].compactMap(\.self))
            }
        case .step(let form)?:
            return [Words.step] + form.heading + form.warnings.map { .labelled(Words.blocked, $0) } + [
                .labelled(Words.stage, .list(form.choices.enumerated().map { $0 == form.chosen ? Words.isChosen + $1.phrase : $1.phrase })),
                .labelled(Words.date, Phrase(verbatim: form.date.text)), .labelled(Words.note, Phrase(verbatim: form.note.text)),
            ]
        case .service(let form)?:
            return [ServiceOverlay.title(form)] + ServiceOverlay.heading(form, self) + [
                .labelled(Words.resultShort, .list(ServiceOverlay.phrases(of: form, model).enumerated().map { $0 == form.chosen ? Words.isChosen + $1 : $1 }))
            ] + form.fields.dropFirst().map { field in .labelled(ServiceOverlay.label(field), Phrase(verbatim: form.text(field)?.text ?? "")) }
        case .help(let view)?: return [Words.help] + view.found(self).map { $0.said(settings.keys) }
        case .command(let prompt)?: return [Words.help] + prompt.found(self).map { $0.said(settings.keys) }
        case .findings(let view)?: return [FindingsOverlay.title(view.question, model)] + (view.lines ?? []).map(\.said)
        case .searches(let view)?: return [Words.savedSearches] + view.found(model).map(\.said)
        case .reveal?:
            return [Words.reveal, .list(RevealPrompt.kinds.map(\.phrase)), Words.isJournalled]
        case .importing(let view)?: return view.told(self)
        case .doubles(let view)?: return view.told(self)
        case .planRefusal(let form)?:
            let choices = PlanRefusalForm.Choice.allCases.enumerated().map { $0 == form.chosen ? Words.isChosen + PlanWords.choice($1) : PlanWords.choice($1) }
            return [PlanWords.refuse] + [model.map { Phrase(verbatim: PlanRefusalOverlay.heading(form, $0)) }].compactMap(\.self) + choices + [PlanWords.notStored]
        case .planSettings(let form)?:
            return [PlanWords.settings] + PlanSettingsForm.Field.allCases.map { .labelled($0.label, PlanSettingsOverlay.said($0, form)) }
        case .why(let view)?: return [Words.whyNot] + view.said(self)
        case .export?, .counterpart?, .saveSearch?: return speak(self).lines.map { Phrase(verbatim: $0) }
        case nil: return toldRecord + [.clauses(Chrome.hints(self).map { Phrase("\($0.key) \($0.text)", "\($0.key)\($0.text)") })]
        }
    }

    private var toldRecord: [Phrase] {
        guard let model = shown else { return [Words.opening] }
        if let matches {
            guard let match = panel.ranking?.line(matches.state.selection) else { return [Words.noMatches] }
            return (MatchesPane.explanation(match, model) + MatchesPane.otherSide(match, of: matches.target, model, revealed: revealed)).map(\.text)
        }
        if let page {
            guard let lines = page.lines, let line = page.selected else { return [Words.nothingChosen] }
            return [line.said(page.state.selection, lines, shown)] + [line.chart?.said].compactMap(\.self) + line.details(shown, revealed: revealed).map(\.text)
        }
        guard let id = list.selected else { return [nothingListed] }
        let details = list.kind.spec.details(id, model, id == revealed).map(\.text)
        guard list.kind.target(id) != nil, let ranking = panel.ranking else { return details }
        let first = (0..<min(Self.mostMatches, ranking.lineCount)).compactMap { index in
            ranking.line(index).map { Phrase.position(index, of: ranking.lineCount) + MatchLine.text($0, panel.target, model).trimmed }
        }
        let best = ranking.line(0).map { MatchesPane.explanation($0, model) } ?? []
        return details + [Words.countsAloud(ranking.matchCount, ranking.nearMissCount)] + first + best.map(\.text)
    }
}
