import DoorstepCore
import TerminalUI

/// The form of a service, a call or what came of what was due.
enum ServiceOverlay {
    private static let labelColumns = 8

    static func draw(_ form: ServiceForm, _ state: ConsoleState, _ cells: inout CellBuffer) -> Point {
        let language = state.language
        let columns = min(64, state.size.columns - 4)
        let heading = heading(form, state)
        let errors = form.error.map { $0(language).wrapped(to: columns - 4) } ?? []
        let choices = rows(of: form, state, columns - 4 - labelColumns)
        let rows = heading.count + 1 + choices.count + form.fields.count - 1 + 1 + max(1, errors.count) + 2
        let inside = Box.draw(Size(columns: columns, rows: min(rows, state.size.rows - 2)), title: title(form)(language), in: state.size.bounds, state.settings.borders, &cells)
        var row = inside.minRow
        func line(_ text: String, _ style: Style, _ cells: inout CellBuffer) {
            guard row < inside.maxRow else { return }
            _ = cells.write(text.fitted(to: inside.columns), at: Point(column: inside.minColumn, row: row), style: style, limit: inside.columns)
            row += 1
        }
        for (index, phrase) in heading.enumerated() { line(phrase(language), index == 0 ? Theme.heading : Theme.plain, &cells) }
        row += 1
        var cursor = Point(column: inside.minColumn, row: row)
        for field in form.fields where row < inside.maxRow {
            let isFocused = field == form.focus
            _ = cells.write((isFocused ? ">" : " ") + label(field)(language), at: Point(column: inside.minColumn, row: row), style: isFocused ? Theme.key : Theme.muted)
            let rect = Rect(column: inside.minColumn + labelColumns, row: row, columns: inside.columns - labelColumns, rows: 1)
            if let text = form.text(field) {
                let point = text.render(into: &cells, rect: rect, style: Theme.field)
                if isFocused { cursor = point }
            } else {
                for (number, choices) in choices.enumerated() where row + number < inside.maxRow {
                    var column = rect.minColumn
                    for choice in choices {
                        let isChosen = choice.index == form.chosen
                        if isChosen, isFocused { cursor = Point(column: column, row: row + number) }
                        column += cells.write(
                            choice.text, at: Point(column: column, row: row + number), style: isChosen ? Theme.key : Theme.muted, limit: max(0, rect.maxColumn - column))
                    }
                }
                row += choices.count - 1
            }
            row += 1
        }
        row += 1
        for error in errors { line(error, Theme.error, &cells) }
        if form.isSaving { line(Words.saving(language), Theme.muted, &cells) }
        return cursor
    }

    static func title(_ form: ServiceForm) -> Phrase {
        switch form.purpose {
        case .service: Words.service
        case .call: ServiceKind.call.phrase
        case .followUp: Words.result
        }
    }

    static func label(_ field: ServiceForm.Field) -> Phrase {
        switch field {
        case .choice: Words.resultShort
        case .again: Words.againOn
        case .date: Words.date
        case .note: Words.note
        }
    }

    /// Whom it is about, and the telephone where somebody calls: whole once
    /// that is in the journal.
    static func heading(_ form: ServiceForm, _ state: ConsoleState) -> [Phrase] {
        guard let model = state.model else { return [Words.opening] }
        var lines: [Phrase] = []
        switch form.subject {
        case .person(let id): lines.append(Phrase(verbatim: model.person(id)?.name ?? id.text))
        case .job(let id):
            let job = model.job(id)
            lines.append(Phrase(verbatim: "\(job?.title ?? id.text) \(job.flatMap { model.employer($0.employer)?.name } ?? "") \(job?.contact ?? "")"))
        }
        if let about = form.about { lines.append(about) }
        if let placement = form.placement.flatMap({ model.register.placements[$0] }) {
            lines.append(Phrase(verbatim: "\(placement.latest.title) \(placement.latest.employer)"))
        }
        if form.purpose == .call {
            let isWhole = if case .person(let id) = form.subject { state.called == id || state.revealed == id } else { true }
            lines.append(MaskedField.telephone.phrase + Phrase(verbatim: " " + model.telephone(of: form.subject, isWhole: isWhole)))
        }
        return lines
    }

    static func phrases(of form: ServiceForm, _ model: StationModel?) -> [Phrase] {
        let placement = form.placement.flatMap { model?.register.placements[$0] }
        let job = placement.flatMap { model?.register.job(of: $0) }
        let isDayWork = job.flatMap { job in model.map { $0.catalogue.kinds.isDayWork(job) } } ?? false
        return form.choices.map { $0.phrase(form.subject, placement, isDayWork: isDayWork) }
    }

    /// The choices with their digits, in as many rows as they take.
    private static func rows(of form: ServiceForm, _ state: ConsoleState, _ columns: Int) -> [[(index: Int, text: String)]] {
        let width = DisplayWidth()
        var rows: [[(index: Int, text: String)]] = [[]]
        var used = 0
        for (index, phrase) in phrases(of: form, state.model).enumerated() {
            let name = index < 9 ? "\(index + 1)\(state.language == .english ? " " : "")\(phrase(state.language))" : phrase(state.language)
            let text = index == form.chosen ? "[\(name)]" : " \(name) "
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

extension ServiceForm {
    /// Nil for the choice.
    func text(_ field: Field) -> TextField? {
        switch field {
        case .choice: nil
        case .again: again
        case .date: date
        case .note: note
        }
    }
}
