import DoorstepCore
import TerminalUI

/// The form of a placement step.
enum StepOverlay {
    static func draw(_ form: StepForm, _ state: ConsoleState, _ cells: inout CellBuffer) -> Point {
        let language = state.language
        let columns = min(64, state.size.columns - 4)
        let warnings = form.warnings.flatMap { (Words.blocked + Phrase("：", ": ") + $0)(language).wrapped(to: columns - 4) }
        let errors = form.error.map { $0(language).wrapped(to: columns - 4) } ?? []
        let labelColumns = 8
        let choices = rows(of: form, columns - 4 - labelColumns, language)
        let hint = hint(form, columns - 4 - labelColumns, language)
        let above = form.heading.count + warnings.count + errors.count + hint.count
        let rows = above + choices.count + form.fields.count + (form.takesBack == nil ? 4 : 5)
        let inside = Box.draw(Size(columns: columns, rows: min(rows, state.size.rows - 2)), title: Words.step(language), in: state.size.bounds, state.settings.borders, &cells)
        var row = inside.minRow
        func line(_ text: String, _ style: Style, _ cells: inout CellBuffer) {
            guard row < inside.maxRow else { return }
            _ = cells.write(text.fitted(to: inside.columns), at: Point(column: inside.minColumn, row: row), style: style, limit: inside.columns)
            row += 1
        }
        for (index, heading) in form.heading.enumerated() { line(heading(language), index == 0 ? Theme.heading : Theme.plain, &cells) }
        for warning in warnings { line(warning, Theme.warning, &cells) }
        row += 1
        var cursor = Point(column: inside.minColumn, row: row)
        for field in form.fields {
            guard row < inside.maxRow else { break }
            let isFocused = field == form.focus
            let label = switch field {
            case .stage: Words.stage
            case .date: Words.date
            case .reason: Words.stepReason
            case .evidence: Words.evidence
            case .note: Words.note
            }
            _ = cells.write((isFocused ? ">" : " ") + label(language), at: Point(column: inside.minColumn, row: row), style: isFocused ? Theme.key : Theme.muted)
            let rect = Rect(column: inside.minColumn + labelColumns, row: row, columns: inside.columns - labelColumns, rows: 1)
            switch field {
            case .stage:
                for (number, line) in choices.enumerated() where row + number < inside.maxRow {
                    var column = rect.minColumn
                    for choice in line {
                        let isChosen = choice.index == form.chosen
                        if isChosen, isFocused { cursor = Point(column: column, row: row + number) }
                        column += cells.write(
                            choice.text, at: Point(column: column, row: row + number), style: isChosen ? Theme.key : Theme.muted,
                            limit: max(0, rect.maxColumn - column))
                    }
                }
                row += choices.count - 1
                if let takesBack = form.takesBack, row + 1 < inside.maxRow {
                    row += 1
                    _ = cells.write(takesBack(language), at: Point(column: rect.minColumn + 1, row: row), style: Theme.warning, limit: rect.columns - 1)
                }
            case .date:
                let point = form.date.render(into: &cells, rect: rect, style: Theme.field)
                if isFocused { cursor = point }
            case .reason:
                let shown = form.chosenReason.map { "[\($0.phrase(language))] \((form.reason ?? 0) + 1)/\(form.reasons.count)" } ?? "[\(Words.noReason(language))]"
                _ = cells.write(shown, at: rect.origin, style: form.chosenReason == nil ? Theme.muted : Theme.key, limit: rect.columns)
                if isFocused { cursor = rect.origin }
            case .evidence:
                let point = form.evidence.render(into: &cells, rect: rect, style: Theme.field)
                if isFocused { cursor = point }
                for text in hint where row + 1 < inside.maxRow {
                    row += 1
                    _ = cells.write(text, at: Point(column: rect.minColumn, row: row), style: Theme.muted, limit: rect.columns)
                }
            case .note:
                let point = form.note.render(into: &cells, rect: rect, style: Theme.field)
                if isFocused { cursor = point }
            }
            row += 1
        }
        row += 1
        for error in errors { line(error, Theme.error, &cells) }
        if form.isSaving { line(Words.saving(language), Theme.muted, &cells) }
        return cursor
    }

    /// What may be written of evidence, while it is.
    private static func hint(_ form: StepForm, _ columns: Int, _ language: Language) -> [String] {
        guard form.focus == .evidence else { return [] }
        let likely = form.likelyItems
        guard !likely.isEmpty else { return Array(Words.evidenceForm(language).wrapped(to: columns).prefix(2)) }
        let names = Phrase.list(likely.prefix(8).map(\.phrase))
        let text = form.isCompleting ? Phrase("Tab ", "Tab: ") + names : Phrase("可写 ", "such as ") + names
        return Array(text(language).wrapped(to: columns).prefix(2))
    }

    /// The choices, in as many rows as they take.
    private static func rows(of form: StepForm, _ columns: Int, _ language: Language) -> [[(index: Int, text: String)]] {
        let width = DisplayWidth()
        var rows: [[(index: Int, text: String)]] = [[]]
        var used = 0
        for (index, choice) in form.choices.enumerated() {
            let text = index == form.chosen ? "[\(choice.phrase(language))]" : " \(choice.phrase(language)) "
            let needed = width.of(text)
            if used > 0, used + needed > columns {
                rows.append([])
                used = 0
            }
            rows[rows.count - 1].append((index, text))
            used += needed
        }
        return rows
    }
}
