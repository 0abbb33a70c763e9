import DoorstepCore
import TerminalUI

/// All matches of one record on the left, near misses after them; on the
/// right every point of the chosen one accounted for.
enum MatchesPane {
    static func draw(_ state: ConsoleState, _ layout: Layout, _ cells: inout CellBuffer) -> Point {
        guard let model = state.shown, let view = state.matches else { return layout.rows.origin }
        let language = state.language
        _ = cells.write(
            heading(view.target, model)(language).fitted(to: layout.heading.columns - 2), at: Point(column: 1, row: layout.heading.minRow),
            style: Theme.heading)
        guard let ranking = state.panel.ranking else {
            _ = cells.write(state.waitingForMatches(language), at: Point(column: 1, row: layout.search.minRow), style: Theme.muted)
            return layout.rows.origin
        }
        if !view.marks.isEmpty {
            let marked = Words.marked(view.marks.count)(language) + " "
            let columns = DisplayWidth().of(marked)
            _ = cells.write(marked, at: Point(column: layout.heading.maxColumn - columns, row: layout.heading.minRow), style: Theme.plain)
        }
        _ = cells.write(
            (Words.counts(ranking.matchCount, ranking.nearMissCount) + Phrase("    r ", "    r ") + Words.relax)(language), at: Point(column: 1, row: layout.search.minRow), style: Theme.plain)
        let room = layout.rows.columns - 2
        let table = MatchTable(view.target, model, Bar(state.settings.borders.glyphs), room: room, language)
        _ = cells.write(table.header, at: Point(column: layout.rows.minColumn + 1, row: layout.columnTitles.minRow), style: Theme.column, limit: room)
        if ranking.lineCount == 0 {
            _ = cells.write(Words.noMatches(language), at: Point(column: 1, row: layout.rows.minRow), style: Theme.muted)
            return layout.rows.origin
        }
        let visible = view.state.visible(count: ranking.lineCount, height: layout.height)
        for (offset, index) in visible.enumerated() {
            guard let match = ranking.line(index) else { continue }
            let row = Rect(column: layout.rows.minColumn, row: layout.rows.minRow + offset, columns: layout.rows.columns, rows: 1)
            let isChosen = index == view.state.selection
            let style = isChosen ? Theme.selection : index >= ranking.matches.count ? Theme.muted : Theme.plain
            if isChosen { cells.fill(row, style: style) }
            let isMarked = view.marks.contains(MatchesView.Pair(match))
            _ = cells.write(isMarked ? "*" : isChosen ? ">" : " ", at: row.origin, style: isMarked ? style.with(bold: true) : style)
            _ = cells.write(table.line(match), at: Point(column: row.minColumn + 1, row: row.minRow), style: style, limit: room)
        }
        drawExplanation(ranking.line(view.state.selection), of: view.target, model, revealed: state.revealed, layout, language, &cells)
        return Point(column: layout.rows.minColumn, row: layout.rows.minRow + max(0, view.state.selection - visible.lowerBound))
    }

    static func heading(_ target: MatchTarget, _ model: StationModel) -> Phrase {
        switch target {
        case .job(let id):
            let job = model.job(id)
            let employer = job.flatMap { model.employer($0.employer)?.name } ?? ""
            return Phrase("岗位 > \(job?.title ?? "") \(employer) > 匹配", "Jobs > \(job?.title ?? "") \(employer) > matches")
        case .person(let id):
            let name = model.person(id)?.name ?? ""
            return Phrase("求职 > \(name) > 匹配", "People > \(name) > matches")
        }
    }

    private static func drawExplanation(
        _ match: Match?, of target: MatchTarget, _ model: StationModel, revealed: RecordID?, _ layout: Layout, _ language: Language, _ cells: inout CellBuffer
    ) {
        guard let match else { return }
        var side = SideText(layout.side, language)
        side.add(explanation(match, model))
        if model.isShown(match.person) { side.addRule() }
        side.add(otherSide(match, of: target, model, revealed: revealed))
        side.draw(into: &cells)
    }

    /// Every point of a match; nothing where it is not for the eyes of who is
    /// looking.
    ///
    /// - Parameter saysBlocked: whether what does not fit is said.
    static func explanation(_ match: Match, _ model: StationModel, saysBlocked: Bool = true) -> [DetailLine] {
        guard let job = model.job(match.job), let person = model.person(match.person), model.isShown(person.id) else { return [] }
        let explanation = Explanation(match.assessment, job: job, person: person, matcher: model.matcher)
        let score = match.assessment.score
        var lines = [DetailLine(Phrase(verbatim: "\(person.name) -> \(job.title)  ") + Phrase(verbatim: Explanation.hundredths(score.points.value)), .heading)]
        if saysBlocked, !explanation.blocked.isEmpty {
            lines.append(DetailLine(Words.nearMisses + Phrase("：", ": ") + Phrase.list(explanation.blocked), .warning))
        }
        for (title, points, reasons) in [
            (Words.skills, score.skillPoints, explanation.skills), (Words.location, score.locationPoints, [explanation.location]),
            (Words.groups, score.groupPoints, [explanation.group]),
        ] {
            lines.append(DetailLine(title + Phrase(verbatim: " \(Explanation.hundredths(points))"), .score))
            for reason in reasons { lines.append(DetailLine(Phrase(verbatim: "  ") + reason)) }
        }
        if !explanation.unchecked.isEmpty {
            lines.append(DetailLine(Words.unchecked + Phrase("：", ": ") + Phrase.list(explanation.unchecked), .muted))
        }
        lines.append(DetailLine(explanation.crowding, .muted))
        return lines
    }

    /// The record that the matches are about to be compared by: the person of
    /// a job's match, the job of a person's. Where the person is hidden that
    /// is all there is to see.
    static func otherSide(_ match: Match, of target: MatchTarget, _ model: StationModel, revealed: RecordID?) -> [DetailLine] {
        guard model.isShown(match.person) else { return PeopleScreen.details(match.person, model, isRevealed: false) }
        return switch target {
        case .job: PeopleScreen.details(match.person, model, isRevealed: match.person == revealed)
        case .person: JobsScreen.details(match.job, model)
        }
    }
}
