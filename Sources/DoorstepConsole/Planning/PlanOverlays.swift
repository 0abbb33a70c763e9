import DoorstepCore
import TerminalUI

/// Why a line of the plan is refused.
enum PlanRefusalOverlay {
    static func draw(_ form: PlanRefusalForm, _ state: ConsoleState, _ cells: inout CellBuffer) -> Point {
        let language = state.language
        let inside = Box.draw(
            Size(columns: min(60, state.size.columns - 4), rows: 8), title: PlanWords.refuse(language), in: state.size.bounds, state.settings.borders, &cells)
        let heading = state.model.map { Self.heading(form, $0) } ?? ""
        _ = cells.write(heading.fitted(to: inside.columns), at: inside.origin, style: Theme.heading)
        var cursor = inside.row(2).origin
        for (index, choice) in PlanRefusalForm.Choice.allCases.enumerated() {
            let row = inside.row(2 + index)
            let isChosen = index == form.chosen
            if isChosen { cursor = row.origin }
            let text = (isChosen ? ">" : " ") + "\(index + 1) " + PlanWords.choice(choice)(language)
            _ = cells.write(text.fitted(to: row.columns), at: row.origin, style: isChosen ? Theme.key : Theme.plain, limit: row.columns)
        }
        let last = inside.row(5)
        _ = cells.write(PlanWords.notStored(language).fitted(to: last.columns), at: last.origin, style: Theme.muted, limit: last.columns)
        return cursor
    }

    static func heading(_ form: PlanRefusalForm, _ model: StationModel) -> String {
        "\(model.name(of: form.pair.person)) -> \(model.title(of: form.pair.job)) \(model.employer(of: form.pair.job))"
    }
}

/// What the plan is asked for.
enum PlanSettingsOverlay {
    static func draw(_ form: PlanSettingsForm, _ state: ConsoleState, _ cells: inout CellBuffer) -> Point {
        let language = state.language
        let width = DisplayWidth()
        let fields = PlanSettingsForm.Field.allCases
        let inside = Box.draw(
            Size(columns: min(64, state.size.columns - 4), rows: fields.count + 4), title: PlanWords.settings(language), in: state.size.bounds,
            state.settings.borders, &cells)
        let labelColumns = min(inside.columns / 2 + 6, 1 + (fields.map { width.of($0.label(language)) }.max() ?? 0) + 2)
        var cursor = inside.origin
        for (index, field) in fields.enumerated() {
            let row = inside.row(index)
            let isFocused = field == form.focus
            let label = ((isFocused ? ">" : " ") + field.label(language)).fitted(to: labelColumns - 1)
            _ = cells.write(label, at: row.origin, style: isFocused ? Theme.key : Theme.muted)
            let rect = Rect(column: row.minColumn + labelColumns, row: row.minRow, columns: max(1, row.columns - labelColumns), rows: 1)
            if let text = form.text(field) {
                let point = text.render(into: &cells, rect: rect, style: Theme.field)
                if isFocused { cursor = point }
            } else {
                if isFocused { cursor = rect.origin }
                var column = rect.minColumn
                for (choice, isChosen) in choices(field, form) {
                    let text = isChosen ? "[\(choice(language))]" : " \(choice(language)) "
                    column += cells.write(
                        text, at: Point(column: column, row: row.minRow), style: isChosen ? Theme.key : Theme.muted, limit: max(0, rect.maxColumn - column))
                }
            }
        }
        if let error = form.error {
            let row = inside.row(fields.count + 1)
            _ = cells.write(error(language).fitted(to: row.columns), at: row.origin, style: Theme.error, limit: row.columns)
        }
        return cursor
    }

    /// What a field that is not typed may be.
    static func choices(_ field: PlanSettingsForm.Field, _ form: PlanSettingsForm) -> [(Phrase, Bool)] {
        switch field {
        case .goal: PlanSettings.Goal.allCases.reversed().map { (PlanWords.goal($0), $0 == form.goal) }
        case .first: [(Phrase("没有", "nobody"), !form.isFirst), (Phrase("零就业家庭", "zero-employment"), form.isFirst)]
        case .perEmployer, .threshold, .candidates: []
        }
    }

    /// What stands in a field, in words.
    static func said(_ field: PlanSettingsForm.Field, _ form: PlanSettingsForm) -> Phrase {
        choices(field, form).first { $0.1 }?.0 ?? Phrase(verbatim: form.text(field)?.text ?? "")
    }
}
