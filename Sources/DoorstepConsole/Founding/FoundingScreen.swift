import DoorstepCore
import TerminalUI

/// Draws a first start.
public func render(_ state: FoundingState) -> Frame {
    var frame = Frame(size: state.size)
    guard state.isShown else {
        if !state.size.isEmpty {
            _ = frame.cells.write(Words.tooSmall(state.language), at: .zero, style: Theme.plain, limit: state.size.columns)
        }
        return frame
    }
    frame.cursor = FoundingScreen(state).draw(&frame.cells)
    return frame
}

private struct FoundingScreen {
    private let state: FoundingState
    private let language: Language

    init(_ state: FoundingState) {
        self.state = state
        language = state.language
    }

    func draw(_ cells: inout CellBuffer) -> Point {
        switch state.stage {
        case .welcome(let chosen): drawWelcome(chosen, &cells)
        case .form, .withoutPassphrase, .making: drawForm(&cells)
        case .recovery(let code): drawRecovery(code, &cells)
        }
    }

    private func box(_ title: Phrase, rows: Int, _ cells: inout CellBuffer) -> Rect {
        Box.draw(
            Size(columns: min(76, state.size.columns - 2), rows: min(rows, state.size.rows - 2)), title: title(language),
            in: state.size.bounds.inset(bottom: 1), state.settings.borders, &cells)
    }

    private func drawHints(_ hints: Phrase, _ cells: inout CellBuffer) {
        let row = Layout(state.size).hints
        _ = cells.write(hints(language).fitted(to: row.columns - 2), at: Point(column: 1, row: row.minRow), style: Theme.muted, limit: row.columns - 2)
    }

    // MARK: - Welcome

    /// The commands of a caseworker's first day.
    private static let keysThatMatter: [Command.ID] = [.search, .open, .record, .new, .help, .quit]

    private func drawWelcome(_ chosen: FoundingState.Offer, _ cells: inout CellBuffer) -> Point {
        drawHints(FoundingWords.welcomeKeys, &cells)
        let inside = box(FoundingWords.title, rows: 15, &cells)
        var lines = Lines(inside)
        lines.add(FoundingWords.noStore(state.path)(language), Theme.muted)
        lines.addBlank()
        var cursor = inside.origin
        for offer in FoundingState.Offer.allCases {
            if offer == chosen { cursor = lines.next }
            lines.add((offer == chosen ? ">" : " ") + FoundingWords.offer(offer)(language), offer == chosen ? Theme.selection : Theme.plain, fills: true)
        }
        lines.addBlank()
        lines.add(FoundingWords.keysThatMatter(language), Theme.heading)
        for id in FoundingScreen.keysThatMatter {
            guard let command = Command.all.first(where: { $0.id == id }) else { continue }
            let key = state.settings.keys.keys(of: command).first?.label ?? ""
            lines.add("  " + key.fitted(to: 8) + command.title(language), Theme.plain)
        }
        lines.draw(&cells)
        return cursor
    }

    // MARK: - The form

    private func drawForm(_ cells: inout CellBuffer) -> Point {
        drawHints(state.stage == .withoutPassphrase ? FoundingWords.answerKeys : FoundingWords.formKeys, &cells)
        let form = state.form
        let inside = box(FoundingWords.form, rows: 14, &cells)
        let labelColumns = language == .chinese ? 13 : 21
        var lines = Lines(inside)
        var cursor = inside.origin
        for field in FoundingForm.Field.allCases where lines.hasRoom {
            let isFocused = field == form.focus
            let problem = form.problems[field]
            let label = (isFocused ? ">" : problem != nil ? "!" : " ") + field.title(language)
            let row = lines.next
            lines.add(label, problem != nil ? Theme.error : isFocused ? Theme.key : Theme.muted)
            let rect = Rect(column: row.column + labelColumns, row: row.row, columns: max(0, inside.columns - labelColumns), rows: 1)
            let point = form.field(field).render(into: &cells, rect: rect, style: Theme.field)
            if isFocused { cursor = point }
            if let problem { lines.addWrapped(problem(language), Theme.error, indent: labelColumns, rows: 2) }
        }
        lines.addBlank()
        for note in notes { lines.addWrapped(note.text, note.style, rows: 3) }
        lines.draw(&cells)
        return cursor
    }

    /// What is to be said under the fields.
    private var notes: [(text: String, style: Style)] {
        let form = state.form
        if state.stage == .making { return [(FoundingWords.making(language), Theme.muted)] }
        if state.stage == .withoutPassphrase { return [(FoundingWords.withoutPassphrase(language), Theme.warning)] }
        if let problem = state.problem { return [(problem(language), Theme.error)] }
        if form.focus == .place, !form.names.isEmpty { return [("Tab: " + offered(form), Theme.plain)] }
        return [(FoundingWords.hint(form.focus, shortestPassphrase: state.shortestPassphrase)(language), Theme.muted)]
    }

    /// The names around the one that stands in the field, which is in
    /// brackets.
    private func offered(_ form: FoundingForm) -> String {
        let chosen = form.chosenName ?? -1
        let first = max(0, min(chosen - 2, form.names.count - 6))
        return (first..<min(form.names.count, first + 6)).map { $0 == chosen ? "[\(form.names[$0])]" : form.names[$0] }.joined(separator: "  ")
    }

    // MARK: - The recovery code

    private func drawRecovery(_ code: String, _ cells: inout CellBuffer) -> Point {
        drawHints(FoundingWords.recoveryKeys, &cells)
        let inside = box(FoundingWords.recovery, rows: 11, &cells)
        var lines = Lines(inside)
        lines.addBlank()
        let cursor = lines.next
        lines.add(code, Theme.heading)
        lines.addBlank()
        lines.addWrapped(FoundingWords.whatItIsFor(language), Theme.plain, rows: 4)
        lines.addBlank()
        lines.add(FoundingWords.recoveryKeys(language), Theme.key)
        lines.draw(&cells)
        return cursor
    }
}

/// Lines in a rectangle from the top, until it is full.
private struct Lines {
    private let rect: Rect
    private var row = 0
    private var lines: [(text: String, style: Style, at: Point, columns: Int)] = []

    init(_ rect: Rect) { self.rect = rect }

    var hasRoom: Bool { row < rect.rows }

    /// Where the next line stands.
    var next: Point { Point(column: rect.minColumn, row: rect.minRow + min(row, max(0, rect.rows - 1))) }

    mutating func addBlank() { row += 1 }

    /// - Parameter fills: whether its style goes over the whole row.
    mutating func add(_ text: String, _ style: Style, fills: Bool = false, indent: Int = 0) {
        guard hasRoom else { return }
        let columns = max(0, rect.columns - indent)
        let shown = fills || DisplayWidth().of(text) > columns ? text.fitted(to: columns) : text
        lines.append((shown, style, Point(column: rect.minColumn + indent, row: rect.minRow + row), columns))
        row += 1
    }

    mutating func addWrapped(_ text: String, _ style: Style, indent: Int = 0, rows: Int) {
        for line in text.wrapped(to: max(1, rect.columns - indent)).prefix(rows) { add(line, style, indent: indent) }
    }

    func draw(_ cells: inout CellBuffer) {
        for line in lines { _ = cells.write(line.text, at: line.at, style: line.style, limit: line.columns) }
    }
}
