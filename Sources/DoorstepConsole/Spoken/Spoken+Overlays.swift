import DoorstepCore
import TerminalUI

/// Lists that stand before the screen, and explanations.
extension Spoken {
    mutating func addHelp(_ view: HelpView, _ state: ConsoleState) {
        add(.title, Words.help)
        let found = view.found(state)
        if found.indices.contains(view.state.selection) {
            let command = found[view.state.selection]
            add(.line, .position(view.state.selection, of: found.count) + command.said(state.settings.keys), identity: command.id.rawValue)
        } else {
            add(.line, Words.noCommand)
        }
        type(Words.searchLabel, view.field)
    }

    mutating func addCommand(_ prompt: CommandPrompt, _ state: ConsoleState) {
        add(.title, Words.help)
        let found = prompt.found(state)
        if found.indices.contains(prompt.state.selection) {
            let command = found[prompt.state.selection]
            let note = command.works(in: state.scopeBelow) ? Phrase(verbatim: "") : Words.worksElsewhere
            let line = Phrase.position(prompt.state.selection, of: found.count) + .clauses([command.said(state.settings.keys), note])
            add(.line, line, identity: command.id.rawValue)
        } else {
            add(.line, Words.noCommand)
        }
        type(Phrase(verbatim: ": "), prompt.field)
    }

    mutating func addCounterpart(_ search: CounterpartSearch, _ state: ConsoleState) {
        guard let model = state.model else {
            add(.line, Words.opening)
            return
        }
        add(.title, CounterpartOverlay.heading(search.target, model))
        if let items = search.items {
            add(.line, search.selected.map { id in search.said(id, model, of: items.count) } ?? Words.nothingFits, identity: search.selected?.text ?? "")
        }
        type(Words.searchLabel, search.field)
    }

    mutating func addFindings(_ view: FindingsView, _ state: ConsoleState) {
        add(.title, FindingsOverlay.title(view.question, state.model))
        guard let lines = view.lines else {
            // Four times is enough to know that it goes on.
            let share = view.progress.map { $0 / 25 * 25 } ?? 0
            add(.progress, share > 0 ? Words.working + Phrase(verbatim: " \(share)%") : Words.working)
            return
        }
        guard lines.indices.contains(view.state.selection) else {
            add(.line, Words.nothingToGain)
            return
        }
        add(.line, .position(view.state.selection, of: lines.count) + lines[view.state.selection].said)
    }

    /// The whole explanation at once: it is what was asked for.
    mutating func addWhy(_ view: WhyView, _ state: ConsoleState) {
        add(.title, Words.whyNot)
        add(.about, view.said(state), identity: "\(view.job.text) \(view.person.text)")
    }

    mutating func addSearches(_ view: SearchesView, _ state: ConsoleState) {
        add(.title, Words.savedSearches + Phrase(verbatim: " > ") + view.list.tab)
        let found = view.found(state.model)
        if found.indices.contains(view.state.selection) {
            let reading = found[view.state.selection]
            add(.line, .position(view.state.selection, of: found.count) + reading.said, identity: reading.search.name.text)
            add(.about, view.asked.map { Words.removeSearch($0) } ?? reading.problem?.message)
        } else {
            add(.line, view.field.isEmpty ? Words.noSearches : Words.noSuchSearch)
        }
        type(Words.searchLabel, view.field)
    }
}

extension Command {
    func said(_ keys: KeyMap) -> Phrase {
        let labels = keys.keys(of: self).map(\.label)
        // Where nothing is drawn it says what was said.
        let title = id == .redraw ? Words.sayAgain : title
        return .clauses([title, Phrase(labels.joined(separator: "、"), labels.joined(separator: " or "))])
    }
}

extension CounterpartSearch {
    func said(_ id: RecordID, _ model: StationModel, of count: Int) -> Phrase {
        .position(state.selection, of: count) + CounterpartOverlay.line(id, target, model) + Phrase(verbatim: " \(id.text)")
    }
}

extension FindingLine {
    var said: Phrase { Words.further(count) + text }
}

extension WhyView {
    /// Every line of the explanation, none of them broken.
    func said(_ state: ConsoleState) -> [Phrase] {
        guard let model = state.model else { return [] }
        return WhyOverlay.lines(self, model, columns: WhyView.unbroken, state.language).map { Phrase(verbatim: PlainText.trimmed($0.text)) }
    }

    /// More columns than any line has.
    private static let unbroken = 1_000_000
}

extension SearchReading {
    var said: Phrase {
        let name = Phrase(verbatim: search.name.text)
        return search.name.text == text.chinese ? name : .labelled(name, text)
    }
}
