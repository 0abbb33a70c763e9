import DoorstepCore
import TerminalUI

/// What stands on every screen: the first row, the message and the hints.
enum Chrome {
    static func drawTitle(_ state: ConsoleState, _ layout: Layout, _ cells: inout CellBuffer) {
        let row = layout.title
        cells.fill(row, style: Theme.title)
        let language = state.language
        var right = " \(state.caseworker) \(state.day) "
        switch state.storeNote {
        case .none: break
        case .withoutPassphrase: right = " \(Words.open(language))" + right
        case .demonstration: right = " \(Words.demo(language))" + right
        case .readOnly: right = " \(Words.readOnly(language))" + right
        }
        if state.turned != nil { right = " [\(Words.turned(language))]" + right }
        if state.isHalted { right = " \(Words.halted(language)) \(state.caseworker) \(state.day) " }
        let width = DisplayWidth()
        let tabs = Screen.all.map { (id: $0.id, text: " \($0.label(state.settings.keys, language)) ") }
        let tabColumns = tabs.reduce(0) { $0 + width.of($1.text) }
        let room = row.columns - tabColumns - 2
        let rightColumns = min(width.of(right), max(0, room - 8))
        let name = state.stationName.fitted(to: max(0, min(width.of(state.stationName), room - rightColumns)))
        var column = 1 + cells.write(name, at: Point(column: 1, row: row.minRow), style: Theme.title.with(bold: true)) + 1
        for tab in tabs {
            let style = tab.id == state.current ? Theme.currentTab : Theme.tab
            column += cells.write(tab.text, at: Point(column: column, row: row.minRow), style: style, limit: max(0, row.maxColumn - column))
        }
        let shown = right.fitted(to: rightColumns)
        _ = cells.write(shown, at: Point(column: row.maxColumn - rightColumns, row: row.minRow), style: Theme.title)
    }

    static func drawMessage(_ state: ConsoleState, _ layout: Layout, _ cells: inout CellBuffer) {
        guard let message = state.message, state.turned == nil || message == Words.turnBackFirst else { return }
        let style =
            switch message.tone {
            case .plain: Theme.plain
            case .good: Theme.good
            case .error: Theme.error
            }
        _ = cells.write(
            message.text(state.language).fitted(to: layout.message.columns - 1),
            at: Point(column: layout.message.minColumn + 1, row: layout.message.minRow), style: style, limit: layout.message.columns - 1)
    }

    /// Where a message would stand; else in place of the hints, so that it
    /// hides nothing that it speaks of.
    static func drawTour(_ state: ConsoleState, _ layout: Layout, _ cells: inout CellBuffer) {
        guard let tour = state.tour else { return }
        let row = state.message == nil && state.overlay == nil ? layout.message : layout.hints
        cells.fill(row, style: Theme.plain)
        let text = tour.row(state.settings.keys, state.language).fitted(to: row.columns - 1)
        _ = cells.write(text, at: Point(column: row.minColumn + 1, row: row.minRow), style: Theme.key, limit: row.columns - 1)
    }

    static func drawHints(_ state: ConsoleState, _ layout: Layout, _ cells: inout CellBuffer) {
        let width = DisplayWidth()
        var column = layout.hints.minColumn + 1
        var shown = hints(state)
        func isTooLong() -> Bool { column + shown.reduce(0) { $0 + width.of($1.key) + width.of($1.text) + 2 } - 2 > layout.hints.maxColumn }
        while isTooLong(), let spare = shown.lastIndex(where: \.isSpare) { shown.remove(at: spare) }
        for hint in shown {
            let needed = width.of(hint.key) + width.of(hint.text)
            guard column + needed <= layout.hints.maxColumn else { break }
            column += cells.write(hint.key, at: Point(column: column, row: layout.hints.minRow), style: Theme.key)
            column += cells.write(hint.text, at: Point(column: column, row: layout.hints.minRow), style: Theme.muted) + 2
        }
    }

    private static func hints(_ state: ConsoleState) -> [(key: String, text: String, isSpare: Bool)] {
        if let keys = overlayKeys(state) { return [("", keys(state.language), false)] }
        let scope = state.scope
        return Command.all.compactMap { command in
            guard command.works(in: scope), let hint = command.hint, let key = state.settings.keys.keys(of: command).first else { return nil }
            let isStep = scope == .list(.ledger) && command.id == .record
            let isPage = scope == .page && command.id == .open
            let word = (isStep ? Words.stepHint : isPage ? Words.pageHint : hint)(state.language)
            return (key.label, state.language == .english ? " " + word : word, command.isHintSpare)
        }
    }

    /// Nil where no overlay takes the keys.
    private static func overlayKeys(_ state: ConsoleState) -> Phrase? {
        switch state.overlay {
        case .help?: Words.helpKeys
        case .step?: Words.formKeys
        case .record?: Words.recordFormKeys
        case .export?: Words.exportKeys
        case .counterpart?: Words.counterpartKeys
        case .why?: Words.whyKeys
        case .findings?: Words.whyKeys
        case .reveal?: Words.revealKeys
        case .saveSearch(let prompt)?: prompt.taken == nil ? Words.searchPromptKeys : Words.replaceKeys
        case .searches(let view)?: view.asked == nil ? Words.searchesKeys : Words.removeKeys
        case nil: nil
        }
    }
}
