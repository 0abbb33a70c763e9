import DoorstepCore
import TerminalUI

/// The lists, and the matches of one of their lines.
extension Spoken {
    mutating func addList(_ state: ConsoleState) {
        let list = state.list
        let title = list.title
        add(.title, list.entries.map { .clauses([title, Words.onlyEntries($0.title)]) } ?? title)
        add(.marks, list.marks.isEmpty ? nil : Words.marked(list.marks.count), identity: list.kind.rawValue)
        addNumbers(state)
        guard let model = state.shown, let items = list.items else {
            if !state.isUnreadable { add(.line, Words.opening) }
            typeSearch(state)
            return
        }
        if list.firstLines != nil {
            add(.progress, state.isUnreadable ? Words.notReadWhole : Words.readingOn)
        } else {
            add(.count, items.count < list.total && !state.isSearchComing ? Words.found(items.count, of: list.total) : nil, identity: list.kind.rawValue)
        }
        if let id = list.selected {
            add(.line, list.kind.said(id, model, state), identity: id.text)
            // Whoever types looks at the list alone.
            if !list.isTyping { addBestMatch(of: id, state, model) }
        } else {
            add(.line, state.nothingListed)
        }
        typeSearch(state)
    }

    private mutating func typeSearch(_ state: ConsoleState) {
        if state.list.isTyping { type(Words.searchLabel, state.list.field) }
    }

    private mutating func addBestMatch(of id: RecordID, _ state: ConsoleState, _ model: StationModel) {
        guard state.list.kind.target(id) != nil else { return }
        // While they are being found there is nothing to say of them.
        guard let ranking = state.panel.ranking else { return }
        let first = ranking.line(0).map { Words.first + MatchLine.text($0, state.panel.target, model).trimmed } ?? Words.noMatches
        add(.match, .clauses([Words.countsAloud(ranking.matchCount, ranking.nearMissCount), first]), identity: id.text)
    }

    mutating func addMatches(_ view: MatchesView, _ state: ConsoleState) {
        guard let model = state.shown else {
            add(.line, Words.opening)
            return
        }
        add(.title, MatchesPane.heading(view.target, model))
        add(.marks, view.marks.isEmpty ? nil : Words.marked(view.marks.count), identity: "matches")
        addNumbers(state)
        guard let ranking = state.panel.ranking else { return }
        add(.count, Words.countsAloud(ranking.matchCount, ranking.nearMissCount), identity: "\(view.target)")
        guard let match = ranking.line(view.state.selection) else {
            add(.line, Words.noMatches)
            return
        }
        let identity = "\(match.job.text) \(match.person.text)"
        let mark = view.marks.contains(MatchesView.Pair(match)) ? Words.isMarked : Phrase(verbatim: "")
        add(
            .line, Phrase.position(view.state.selection, of: ranking.lineCount) + mark + MatchLine.text(match, view.target, model).trimmed,
            identity: identity)
        add(.match, MatchLine.short(match, model), identity: identity)
    }

    /// What was asked to be shown of a person stays masked in the line; of who
    /// is called it is the telephone alone.
    mutating func addNumbers(_ state: ConsoleState) {
        guard let id = state.revealed ?? state.called, id == state.maskedSubject, let person = state.model?.person(id) else { return }
        let fields = id == state.revealed ? MaskedField.allCases : [.telephone]
        add(.numbers, fields.compactMap { field in field.text(of: person).map { .labelled(field.phrase, Phrase(verbatim: $0)) } }, identity: id.text)
    }
}

extension ListKind {
    /// A line: where it stands, and its columns one after the other.
    fileprivate func said(_ id: RecordID, _ model: StationModel, _ state: ConsoleState) -> Phrase {
        let list = state.list
        // What stands at 80×24: more than that is for ``tell(_:)``.
        let widths = ListPane.table(list, Layout(Size(columns: 80, rows: 24)), .chinese).widths
        let values = zip(columns, widths).filter { $1 > 0 }.map { column, _ in
            column.said.map { $0(id, model) ?? Phrase(verbatim: "") } ?? Phrase(column.text(id, model, .chinese), column.text(id, model, .english))
        }
        let mark = list.marks.contains(id) ? Words.isMarked : Phrase(verbatim: "")
        return .position(list.state.selection, of: list.items?.count ?? 0) + mark + .clauses(values)
    }
}

extension MatchLine {
    /// The points of the parts, and of a near miss what is in its way; nil
    /// where the person is hidden.
    static func short(_ match: Match, _ model: StationModel) -> Phrase? {
        guard let job = model.job(match.job), let person = model.person(match.person), model.isShown(person.id) else { return nil }
        let explanation = Explanation(match.assessment, job: job, person: person, matcher: model.matcher)
        let score = match.assessment.score
        let parts = [(Words.skills, score.skillPoints), (Words.location, score.locationPoints), (Words.groups, score.groupPoints)].map { title, points in
            title + Phrase(verbatim: " \(Explanation.hundredths(points))")
        }
        return .clauses(explanation.blocked + parts)
    }
}

extension Phrase {
    /// `3/320 `, from 0.
    static func position(_ index: Int, of count: Int) -> Phrase { Phrase(verbatim: "\(index + 1)/\(count) ") }
}
