import DoorstepCore
import TerminalUI

/// The form of a person, job or employer: a field a row, and under them what
/// is to be said of the one that is typed in.
enum RecordOverlay {
    private static let footRows = 3

    private static func boxSize(_ form: RecordForm, _ size: Size) -> Size {
        Size(columns: min(84, size.columns - 2), rows: max(1, form.fields.count) + footRows + 2)
    }

    private static func bounds(_ size: Size) -> Rect { size.bounds.inset(top: 1, bottom: 2) }

    private static func parts(_ inside: Rect) -> (list: Rect, foot: Rect) {
        let (list, foot) = inside.splitTop(max(1, inside.rows - footRows))
        return (list, foot)
    }

    /// Where its fields stand, and which of them.
    static func fields(_ form: RecordForm, _ size: Size) -> (list: Rect, state: ListState) {
        let list = parts(Box.inside(boxSize(form, size), in: bounds(size))).list
        var state = ListState()
        state.select(form.focus, count: form.fields.count, height: list.rows)
        return (list, state)
    }

    static func draw(_ form: RecordForm, _ state: ConsoleState, _ cells: inout CellBuffer) -> Point {
        let language = state.language
        let inside = Box.draw(
            boxSize(form, state.size), title: title(form)(language) + " \(form.focus + 1)/\(form.fields.count)", in: bounds(state.size),
            state.settings.borders, &cells)
        guard !form.fields.isEmpty else {
            _ = cells.write(Words.opening(language).fitted(to: inside.columns), at: inside.origin, style: Theme.muted)
            return inside.origin
        }
        let foot = Self.parts(inside).foot
        let (list, view) = Self.fields(form, state.size)
        let labelColumns = language == .chinese ? 18 : 26
        var cursor = list.origin
        for (offset, index) in view.visible(count: form.fields.count, height: list.rows).enumerated() {
            let field = form.fields[index]
            let row = list.row(offset)
            let isFocused = index == form.focus
            let label = (isFocused ? ">" : field.problem != nil ? "!" : " ") + field.column.title(language) + (field.column.isRequired ? "*" : "")
            let style = field.problem != nil ? Theme.error : isFocused ? Theme.key : Theme.muted
            _ = cells.write(label.fitted(to: labelColumns - 1), at: row.origin, style: style)
            let rect = Rect(column: row.minColumn + labelColumns, row: row.minRow, columns: row.columns - labelColumns, rows: 1)
            let point = field.text.render(into: &cells, rect: rect, style: Theme.field)
            if isFocused { cursor = point }
        }
        drawFoot(form, foot, language, &cells)
        return cursor
    }

    static func title(_ form: RecordForm) -> Phrase {
        guard let before = form.before else { return Words.newRecord(form.kind) }
        return Words.editRecord + Phrase(verbatim: before.name)
    }

    private static func drawFoot(_ form: RecordForm, _ foot: Rect, _ language: Language, _ cells: inout CellBuffer) {
        let field = form.fields[form.focus]
        var lines: [(text: String, style: Style)] = []
        func add(_ phrase: Phrase?, _ style: Style) {
            guard let phrase else { return }
            lines += phrase(language).wrapped(to: foot.columns).map { ($0, style) }
        }
        if form.isSaving { add(Words.saving, Theme.muted) }
        add(form.error, Theme.error)
        add(field.problem, Theme.error)
        if let completion = form.completion {
            let key = completion.takesBlank(field.value) ? Words.blankKey : Phrase(verbatim: "Tab")
            lines.append(("\(key(language)): " + completion.line, Theme.plain))
        }
        add(field.note, Theme.warning)
        if field.isMasked { add(Words.maskedField, Theme.muted) }
        for (offset, line) in lines.prefix(foot.rows).enumerated() {
            _ = cells.write(line.text.fitted(to: foot.columns), at: foot.row(offset).origin, style: line.style, limit: foot.columns)
        }
    }
}
