import DoorstepCore
import TerminalUI

/// Whose or which other side: type to search, Enter shows why.
enum CounterpartOverlay {
    private static func boxSize(_ size: Size) -> Size {
        Size(columns: min(76, size.columns - 4), rows: min(18, size.rows - 2))
    }

    /// Lines of what was found that can be seen.
    static func rows(_ size: Size) -> Int { max(1, boxSize(size).rows - 3) }

    /// Where they stand.
    static func list(_ size: Size) -> Rect { Box.inside(boxSize(size), in: size.bounds).splitTop(1).1 }

    static func draw(_ search: CounterpartSearch, _ state: ConsoleState, _ cells: inout CellBuffer) -> Point {
        let language = state.language
        let title = state.model.map { heading(search.target, $0)(language) } ?? ""
        let inside = Box.draw(boxSize(state.size), title: title, in: state.size.bounds, state.settings.borders, &cells)
        let (question, list) = inside.splitTop(1)
        _ = cells.write("/", at: question.origin, style: Theme.key)
        let cursor = search.field.render(
            into: &cells, rect: Rect(column: question.minColumn + 2, row: question.minRow, columns: question.columns - 2, rows: 1), style: Theme.plain)
        guard let model = state.model, let items = search.items else {
            _ = cells.write(Words.searching(language), at: list.origin, style: Theme.muted, limit: list.columns)
            return cursor
        }
        guard !items.isEmpty else {
            _ = cells.write(Words.nothingFits(language).fitted(to: list.columns), at: list.origin, style: Theme.muted, limit: list.columns)
            return cursor
        }
        for (offset, index) in search.state.visible(count: items.count, height: list.rows).enumerated() {
            let row = list.row(offset)
            let isChosen = index == search.state.selection
            let text = (isChosen ? ">" : " ") + line(items[index], search.target, model)(language)
            // The identifier whole, at the end: its last digits tell apart.
            let id = items[index].text.fitted(to: min(DisplayWidth().of(items[index].text), row.columns / 2))
            let line = text.fitted(to: row.columns - DisplayWidth().of(id) - 1) + " " + id
            _ = cells.write(line, at: row.origin, style: isChosen ? Theme.selection : Theme.plain, limit: row.columns)
        }
        return cursor
    }

    static func heading(_ target: MatchTarget, _ model: StationModel) -> Phrase {
        switch target {
        case .job(let id): Words.whyNot + Phrase(verbatim: " > \(model.job(id)?.title ?? id.text) > ") + Words.whichPerson
        case .person(let id): Words.whyNot + Phrase(verbatim: " > \(model.person(id)?.name ?? id.text) > ") + Words.whichJob
        }
    }

    /// What tells the records found apart; who is off the lists says so.
    static func line(_ id: RecordID, _ target: MatchTarget, _ model: StationModel) -> Phrase {
        let catalogue = model.catalogue
        switch target {
        case .job:
            guard let person = model.person(id) else { return Phrase(verbatim: "") }
            var parts = [Phrase(verbatim: person.name)]
            if person.status != .seeking { parts.append(person.status.phrase) }
            if let age = person.birth.map({ model.day.fullYears(since: $0) }) { parts.append(Phrase("\(age)岁", "aged \(age)")) }
            parts.append(Phrase(verbatim: catalogue.places[person.place].name))
            parts += person.skills.prefix(2).map { Phrase(verbatim: catalogue.skills.title($0.name)) }
            return Details.row(parts)
        case .person:
            guard let job = model.job(id) else { return Phrase(verbatim: "") }
            var parts = [Phrase(verbatim: job.title), Phrase(verbatim: model.employer(job.employer)?.name ?? "")]
            if !model.isOpen(job) { parts.append(job.status == .open ? Words.closed : job.status.phrase) }
            parts.append(Phrase(verbatim: catalogue.places[job.place].name))
            return Details.row(parts)
        }
    }
}

/// Every rule and every part of one pair; what does not fit in sight
/// scrolls.
enum WhyOverlay {
    typealias Line = (text: String, style: Style)

    static func draw(_ view: WhyView, _ state: ConsoleState, _ cells: inout CellBuffer) -> Point {
        guard let model = state.model else { return .zero }
        let lines = Self.lines(view, model, state.size, state.language)
        let height = Self.height(view, model, state.size, state.language)
        let top = max(0, min(view.top, lines.count - height))
        let bottom = min(lines.count, top + height)
        // Says how much there is where not all of it can be seen.
        let title = Words.whyNot(state.language) + (height < lines.count ? " \(top + 1)-\(bottom)/\(lines.count)" : "")
        let box = Size(columns: columns(state.size) + 4, rows: height + 2)
        let inside = Box.draw(box, title: title, in: state.size.bounds, state.settings.borders, &cells)
        for (offset, line) in lines[top..<bottom].enumerated() {
            _ = cells.write(line.text, at: Point(column: inside.minColumn, row: inside.minRow + offset), style: line.style, limit: inside.columns)
        }
        return inside.origin
    }

    private static func columns(_ size: Size) -> Int { max(1, min(76, size.columns - 4) - 4) }

    /// Lines of the explanation that can be seen.
    static func height(_ view: WhyView, _ model: StationModel, _ size: Size, _ language: Language) -> Int {
        max(1, min(lines(view, model, size, language).count, size.rows - 4))
    }

    /// The whole explanation, wrapped: what blocks first, since that is the
    /// question; then what could not be checked, what holds, the parts.
    static func lines(_ view: WhyView, _ model: StationModel, _ size: Size, _ language: Language) -> [Line] {
        lines(view, model, columns: columns(size), language)
    }

    static func lines(_ view: WhyView, _ model: StationModel, columns: Int, _ language: Language) -> [Line] {
        guard let job = model.job(view.job), let person = model.person(view.person) else { return [] }
        let matcher = model.matcher
        let explanation = Explanation(matcher.assess(job: job, person: person), job: job, person: person, matcher: matcher)
        let score = explanation.assessment.score
        var lines: [Line] = []
        /// Rows after the first stand under the text, not under the label.
        func add(_ phrase: Phrase, _ style: Style = Theme.plain, label: Phrase = Phrase(verbatim: "")) {
            let label = label(language)
            let indent = DisplayWidth().of(label)
            let pieces = phrase(language).wrapped(to: columns - indent)
            for (index, piece) in pieces.enumerated() {
                lines.append(((index == 0 ? label : String(repeating: " ", count: indent)) + piece, style))
            }
        }
        add(
            Phrase(verbatim: "\(person.name) -> \(job.title)  \(Explanation.hundredths(score.points.value))  ") + explanation.verdict, Theme.heading)
        if let employer = model.employer(job.employer)?.name, !employer.isEmpty { add(Phrase(verbatim: employer), Theme.muted) }
        let rules = explanation.rules
        for (state, style) in [(RuleFinding.State.blocked, Theme.warning), (.unchecked, Theme.muted), (.holds, Theme.plain)] {
            for rule in rules where rule.state == state { add(rule.words, style, label: rule.state.phrase + Phrase("：", ": ")) }
        }
        for (title, points, reasons) in [
            (Words.skills, score.skillPoints, explanation.skills), (Words.location, score.locationPoints, [explanation.location]),
            (Words.groups, score.groupPoints, [explanation.group]),
        ] {
            add(title + Phrase(verbatim: " \(Explanation.hundredths(points))"), Theme.score)
            for reason in reasons { add(reason, label: Phrase(verbatim: "  ")) }
        }
        add(explanation.crowding, Theme.muted)
        for placement in explanation.placements { add(placement.words, Theme.muted, label: Words.placedBefore) }
        return lines
    }
}
