import DoorstepCore
import TerminalUI

/// A list on the left, the record under the cursor and its best matches on
/// the right.
enum ListPane {
    /// - Returns: where the cursor stands: in the search field while typing,
    ///   else on the chosen line, where screen readers follow it.
    static func draw(_ state: ConsoleState, _ layout: Layout, _ cells: inout CellBuffer) -> Point {
        let list = state.list
        drawHeading(state, layout, &cells)
        let fieldCursor = drawSearch(state, layout, &cells)
        drawRows(state, layout, &cells)
        drawSide(state, layout, &cells)
        if list.isTyping { return fieldCursor }
        let visible = list.state.visible(count: list.items?.count ?? 0, height: layout.height)
        return Point(column: layout.rows.minColumn, row: layout.rows.minRow + max(0, list.state.selection - visible.lowerBound))
    }

    private static func drawHeading(_ state: ConsoleState, _ layout: Layout, _ cells: inout CellBuffer) {
        let list = state.list
        let marks = list.marks.isEmpty ? "" : Words.marked(list.marks.count)(state.language) + " "
        let count = marks + (list.items.map { countText($0, list, state) + " " } ?? "")
        let width = DisplayWidth().of(count)
        _ = cells.write(
            list.title(state.language).fitted(to: layout.heading.columns - width - 2),
            at: Point(column: 1, row: layout.heading.minRow), style: Theme.heading)
        _ = cells.write(count, at: Point(column: layout.heading.maxColumn - width, row: layout.heading.minRow), style: Theme.plain)
    }

    /// `36/320`; of first lines, that there is more.
    private static func countText(_ items: [RecordID], _ list: ListView, _ state: ConsoleState) -> String {
        guard let first = list.firstLines else { return "\(items.count)/\(list.total)" }
        let note = state.isUnreadable ? Words.notReadWhole : Words.readingOn
        return "\(items.count)\(first == .whole ? "" : "+") " + note(state.language)
    }

    private static func drawSearch(_ state: ConsoleState, _ layout: Layout, _ cells: inout CellBuffer) -> Point {
        let list = state.list
        let row = layout.search
        _ = cells.write("/", at: Point(column: 1, row: row.minRow), style: list.isTyping ? Theme.key : Theme.muted)
        let rect = Rect(column: 3, row: row.minRow, columns: row.columns - 4, rows: 1)
        if list.field.isEmpty, !list.isTyping, let entries = list.entries {
            _ = cells.write(Words.onlyEntries(entries.title)(state.language).fitted(to: rect.columns), at: rect.origin, style: Theme.plain)
            return rect.origin
        }
        if list.field.isEmpty, !list.isTyping {
            _ = cells.write(Words.searchHint(state.language).fitted(to: rect.columns), at: rect.origin, style: Theme.muted)
            return rect.origin
        }
        guard state.turned == nil || list.isTyping else {
            _ = cells.write(Words.hiddenSearch(state.language).fitted(to: rect.columns), at: rect.origin, style: Theme.muted)
            return rect.origin
        }
        return list.field.render(into: &cells, rect: rect, style: Theme.plain)
    }

    /// The list's table, and how wide each of its columns is; 0 where there is
    /// no room for it.
    static func table(_ list: ListView, _ layout: Layout, _ language: Language) -> (table: Table, widths: [Int]) {
        let table = Table(
            columns: list.kind.columns.enumerated().map { index, column in
                column.spec(language, mark: index == list.sort.column && !list.isBestFirst ? (list.sort.isDescending ? "v" : "^") : "")
            })
        return (table, table.widths(in: layout.rows.columns - 2))
    }

    /// The column whose title stands at a place.
    static func column(at point: Point, _ state: ConsoleState, _ layout: Layout) -> Int? {
        guard layout.columnTitles.contains(point) else { return nil }
        let (table, widths) = Self.table(state.list, layout, state.language)
        return table.column(atOffset: point.column - layout.rows.minColumn - 1, widths: widths)
    }

    private static func drawRows(_ state: ConsoleState, _ layout: Layout, _ cells: inout CellBuffer) {
        let list = state.list
        let area = layout.rows
        let columns = list.kind.columns
        let room = area.columns - 2
        let (table, widths) = table(list, layout, state.language)
        _ = cells.write(
            table.header(widths: widths), at: Point(column: area.minColumn + 1, row: layout.columnTitles.minRow), style: Theme.column, limit: room)
        guard let model = state.shown, let items = list.items else {
            guard !state.isUnreadable else { return }
            _ = cells.write(Words.opening(state.language).fitted(to: room), at: Point(column: 1, row: area.minRow), style: Theme.muted)
            return
        }
        guard !items.isEmpty else {
            for (index, line) in state.nothingListed(state.language).wrapped(to: room).prefix(area.rows).enumerated() {
                _ = cells.write(line, at: Point(column: 1, row: area.minRow + index), style: Theme.muted)
            }
            return
        }
        let visible = list.state.visible(count: items.count, height: area.rows)
        for (offset, index) in visible.enumerated() {
            let values = columns.map { $0.text(items[index], model, state.language) }
            let row = Rect(column: area.minColumn, row: area.minRow + offset, columns: area.columns, rows: 1)
            let isChosen = index == list.state.selection
            let style = isChosen ? Theme.selection : Theme.plain
            if isChosen { cells.fill(row, style: style) }
            let isMarked = list.marks.contains(items[index])
            _ = cells.write(isMarked ? "*" : isChosen ? ">" : " ", at: row.origin, style: isMarked ? style.with(bold: true) : style)
            let line = Rect(column: row.minColumn + 1, row: row.minRow, columns: room, rows: 1)
            _ = cells.write(table.line(values, widths: widths), at: line.origin, style: style, limit: room)
            guard let hits = list.hits else { continue }
            for (column, rect) in table.rects(widths: widths, in: line).enumerated() where table.columns[column].alignment == .leading {
                drawHits(hits(values[column]), values[column], rect, isChosen ? Theme.hit.with(reverse: true) : Theme.hit, &cells)
            }
        }
    }

    /// Draws the characters of a value anew that a search found, as far as
    /// they are seen.
    private static func drawHits(_ hits: Set<Int>, _ value: String, _ rect: Rect, _ style: Style, _ cells: inout CellBuffer) {
        guard !hits.isEmpty, rect.columns > 0 else { return }
        let width = DisplayWidth()
        var column = 0
        for (offset, character) in value.fitted(to: rect.columns).enumerated() where offset < value.count {
            if hits.contains(offset) {
                _ = cells.write(String(character), at: Point(column: rect.minColumn + column, row: rect.minRow), style: style, limit: rect.columns - column)
            }
            column += width.of(String(character))
        }
    }

    // MARK: - The right-hand side

    private static func drawSide(_ state: ConsoleState, _ layout: Layout, _ cells: inout CellBuffer) {
        let list = state.list
        guard let model = state.shown, let id = list.selected else { return }
        var side = SideText(layout.side, state.language)
        // At 80×24 the matches need two thirds of the height.
        let hasMatches = list.kind.target(id) != nil
        let detailRows = hasMatches ? max(4, layout.side.rows * 2 / 5) : layout.side.rows
        side.add(list.kind.spec.details(id, model, id == state.revealed), rows: detailRows)
        if hasMatches { addMatches(state, model, &side) }
        side.draw(into: &cells)
    }

    private static func addMatches(_ state: ConsoleState, _ model: StationModel, _ side: inout SideText) {
        side.addRule()
        guard let ranking = state.panel.ranking else {
            side.add(state.waitingForMatches, Theme.muted)
            return
        }
        side.add(Words.counts(ranking.matchCount, ranking.nearMissCount), Theme.heading)
        guard ranking.lineCount > 0 else {
            side.add(Words.noMatches, Theme.muted)
            return
        }
        // The rest goes to the best one's score, which takes five rows.
        let rows = max(1, side.rowsLeft - 5)
        for index in 0..<min(rows, ranking.lineCount) {
            guard let match = ranking.line(index) else { continue }
            let isNearMiss = index >= ranking.matches.count
            side.add(MatchLine.text(match, state.panel.target, model), isNearMiss ? Theme.muted : Theme.plain, wraps: false)
        }
        guard let best = ranking.line(0), let job = model.job(best.job), let person = model.person(best.person) else { return }
        guard model.isShown(person.id) else { return }
        let explanation = Explanation(best.assessment, job: job, person: person, matcher: model.matcher)
        side.addRule()
        side.add(MatchLine.parts(explanation), wraps: false)
    }
}

/// A match in one line.
enum MatchLine {
    /// The score, who or what, and what sets them apart.
    static func text(_ match: Match, _ target: MatchTarget?, _ model: StationModel) -> Phrase {
        let points = model.isShown(match.person) ? match.assessment.score.points.description : "-"
        let pad = String(repeating: " ", count: max(0, 5 - points.count))
        let place = Explanation.distance(match.assessment.location)
        let name: Phrase
        if case .person? = target {
            let job = model.job(match.job)
            let employer = job.flatMap { model.employer($0.employer)?.name } ?? ""
            name = Phrase(verbatim: "\(job?.title ?? match.job.text) ") + sent(to: match.job, model) + Phrase(verbatim: employer)
        } else {
            name = Phrase(verbatim: model.person(match.person)?.name ?? match.person.text)
        }
        return Phrase(verbatim: "\(pad)\(points) ") + name + Phrase(verbatim: " ") + brought(match, target, model) + Phrase(verbatim: " ") + place
    }

    /// How many were sent to the job already, where jobs are compared:
    /// before the employer, which may be too long for the line.
    private static func sent(to job: RecordID, _ model: StationModel) -> Phrase {
        let count = model.sentCount(to: job)
        return count > 0 ? Phrase("已荐\(count) ", "\(count) sent ") : Phrase(verbatim: "")
    }

    /// What the person brings of what is asked; where nothing is, what they
    /// can do at all. A near miss says first what it misses.
    static func brought(_ match: Match, _ target: MatchTarget?, _ model: StationModel) -> Phrase {
        let miss = match.assessment.nearMiss?.subject.map { [Phrase("差：\($0.chinese)", "misses \($0.english)")] } ?? []
        guard case .asked(let findings) = match.assessment.skills else {
            guard case .job? = target, let skill = model.person(match.person)?.skills.first else { return Details.row(miss) }
            return Details.row(miss + [Phrase(verbatim: model.catalogue.skills.title(skill.name))])
        }
        let words = findings.compactMap { finding -> Phrase? in
            switch finding.brought {
            case .held(let level): Phrase(model.catalogue.skills.title(finding.asked.name) + level.phrase.chinese, model.catalogue.skills.title(finding.asked.name))
            case .related(let name, _): Phrase("相近\(model.catalogue.skills.title(name))", "related \(model.catalogue.skills.title(name))")
            case .missing: nil
            }
        }
        return Details.row(miss + words.prefix(2))
    }

    /// The three parts with what set them, and what could not be checked.
    static func parts(_ explanation: Explanation) -> [DetailLine] {
        let score = explanation.assessment.score
        func part(_ title: Phrase, _ points: Int, _ reasons: [Phrase]) -> DetailLine {
            DetailLine(title + Phrase(verbatim: " \(Explanation.hundredths(points)) ") + Details.row(reasons))
        }
        return [
            part(Words.skills, score.skillPoints, explanation.skills),
            part(Words.location, score.locationPoints, [explanation.location]),
            part(Words.groups, score.groupPoints, [explanation.group]),
        ]
    }
}
