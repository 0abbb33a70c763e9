import DoorstepCore
import TerminalUI

/// What stands on every screen: the first row, the message and the hints.
enum Chrome {
    static func drawTitle(_ state: ConsoleState, _ layout: Layout, _ cells: inout CellBuffer) {
        let row = layout.title
        cells.fill(row, style: Theme.title)
        let (nameColumns, right, rightColumns) = ends(state, layout)
        _ = cells.write(state.stationName.fitted(to: nameColumns), at: Point(column: 1, row: row.minRow), style: Theme.title.with(bold: true))
        for tab in tabs(state, layout) {
            let style = tab.screen == state.current ? Theme.currentTab : Theme.tab
            _ = cells.write(tab.text, at: tab.rect.origin, style: style, limit: tab.rect.columns)
        }
        let shown = right.fitted(to: rightColumns)
        _ = cells.write(shown, at: Point(column: row.maxColumn - rightColumns, row: row.minRow), style: Theme.title)
    }

    /// What the first row ends with: as much as there is room for, what the
    /// store has to say before the day, and the day before the name.
    private static func right(_ state: ConsoleState, room: Int) -> String {
        let language = state.language
        let note: Phrase? =
            switch state.storeNote {
            case .none: nil
            case .withoutPassphrase: Words.open
            case .demonstration: Words.demo
            case .readOnly: Words.readOnly
            }
        let notes = state.isHalted ? [Words.halted] : (state.turned == nil ? [] : [Words.turned]) + (note.map { [$0] } ?? [])
        let said = notes.map { $0(language) }
        let day = state.day.description
        let short = state.isHalted ? said : (state.turned == nil ? [] : [Words.turned(language)]) + (state.storeNote == .demonstration ? [Words.demoInShort(language)] : note.map { [$0(language)] } ?? [])
        let all = [said + [state.caseworker, day], said + [day], short + [state.caseworker, String(day.suffix(5))], said, short].map { " " + $0.joined(separator: " ") + " " }
        return all.first { DisplayWidth().of($0) <= room } ?? " " + short.joined(separator: " ")
    }

    /// With a blank on both sides where there is room for it.
    private static func titles(_ state: ConsoleState) -> [(screen: Screen.ID, text: String)] {
        let width = DisplayWidth()
        func titles(countsDue: Bool) -> [(Screen.ID, String)] {
            Screen.all.map { screen in
                let due = screen.id == .followUps && countsDue ? state.pages[.followUps]?.dueCount ?? 0 : 0
                return (screen.id, " \(screen.label(state.settings.keys, state.language))\(due > 0 ? "(\(due))" : "")")
            }
        }
        // What may not be missed has the room, and every name has before a
        // number.
        var all = titles(countsDue: !isPressing(state))
        if all.reduce(0, { $0 + width.of($1.1) }) > state.size.columns { all = titles(countsDue: false) }
        let taken = all.reduce(2 + width.of(state.stationName)) { $0 + width.of($1.1) + 1 }
        return taken + mostRight > state.size.columns ? all : all.map { ($0.0, $0.1 + " ") }
    }

    /// Something stands at the row's end that has to be seen before the
    /// station's name is.
    private static func isPressing(_ state: ConsoleState) -> Bool { state.isHalted || state.turned != nil }

    private static let leastName = 8

    /// What the row's end mostly takes.
    private static let mostRight = 26

    /// Columns of the station's name, and what stands at the row's end.
    private static func ends(_ state: ConsoleState, _ layout: Layout) -> (name: Int, right: String, rightColumns: Int) {
        let width = DisplayWidth()
        let room = layout.title.columns - titles(state).reduce(0) { $0 + width.of($1.text) } - 2
        let name = isPressing(state) ? 0 : leastName
        let right = Self.right(state, room: max(0, room - name))
        let rightColumns = min(width.of(right), max(0, room - name))
        return (max(0, min(width.of(state.stationName), room - rightColumns)), right, rightColumns)
    }

    /// Where the screens' names stand on the first row, for drawing and for
    /// the mouse.
    static func tabs(_ state: ConsoleState, _ layout: Layout) -> [(screen: Screen.ID, text: String, rect: Rect)] {
        let row = layout.title
        let name = ends(state, layout).name
        let titles = titles(state)
        // Where all of them only just fit, they begin a column earlier.
        let free = row.columns - titles.reduce(0) { $0 + DisplayWidth().of($1.text) }
        var column = name > 0 ? 2 + name : min(2, max(1, free))
        return titles.map { screen, text in
            let columns = min(DisplayWidth().of(text), max(0, row.maxColumn - column))
            defer { column += columns }
            return (screen, text, Rect(column: column, row: row.minRow, columns: columns, rows: 1))
        }
    }

    static func drawMessage(_ state: ConsoleState, _ layout: Layout, _ cells: inout CellBuffer) {
        guard let message = state.shownMessage else { return }
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
        if let keys = overlayKeys(state) { shown = [("", fitted(keys(state.language), to: layout.hints.maxColumn - column), false)] }
        func isTooLong() -> Bool { column + shown.reduce(0) { $0 + width.of($1.key) + width.of($1.text) + 2 } - 2 > layout.hints.maxColumn }
        while isTooLong(), let spare = shown.lastIndex(where: \.isSpare) { shown.remove(at: spare) }
        for hint in shown {
            let needed = width.of(hint.key) + width.of(hint.text)
            guard column + needed <= layout.hints.maxColumn else { break }
            column += cells.write(hint.key, at: Point(column: column, row: layout.hints.minRow), style: Theme.key)
            column += cells.write(hint.text, at: Point(column: column, row: layout.hints.minRow), style: Theme.muted) + 2
        }
    }

    static func hints(_ state: ConsoleState) -> [(key: String, text: String, isSpare: Bool)] {
        if let keys = overlayKeys(state) { return [("", keys(state.language), false)] }
        let scope = state.scope
        return Command.all.compactMap { command in
            guard command.works(in: scope), let hint = command.hint, let key = state.settings.keys.keys(of: command).first else { return nil }
            let isStep = scope == .list(.ledger) && command.id == .record
            if scope == .list(.ledger), command.id == .open { return nil }
            let isPage = (scope == .page || scope == .report) && command.id == .open
            // Enter does the same where lines are pairs, and is hinted at.
            if scope == .plan, command.id == .why || command.id == .back { return nil }
            if scope == .plan, state.planTopic != .pairs, command.id == .planRefuse || command.id == .record && state.planning.marks.isEmpty { return nil }
            let isFinding = state.current == .today && scope == .work && command.id == .search
            let isNew = command.id == .open && state.offersNewPerson
            let word = (scope == .plan && command.id == .open ? state.planHint : isNew ? Words.newPersonHint : isFinding ? Words.findHint : isStep ? Words.stepHint : isPage ? Words.pageHint : scope == .work && command.id == .open ? Words.resultHint : hint)(state.language)
            return (key.label, state.language == .english ? " " + word : word, command.isHintSpare)
        }
    }

    /// An overlay's keys where not all of them find room: those in front, which
    /// are wanted most, and the one that leads out again.
    private static func fitted(_ keys: String, to columns: Int) -> String {
        var parts = keys.split(separator: "  ")
        let width = DisplayWidth()
        while parts.count > 1, width.of(parts.joined(separator: "  ")) > columns { parts.remove(at: parts.count - 2) }
        let text = parts.joined(separator: "  ")
        return width.of(text) > columns ? text.fitted(to: columns) : text
    }

    /// Nil where no overlay takes the keys.
    static func overlayKeys(_ state: ConsoleState) -> Phrase? {
        switch state.overlay {
        case .help?: Words.helpKeys
        case .command?: Words.commandKeys
        case .step(let form)?: form.focus == .note ? Words.formNoteKeys : Words.formKeys
        case .record(let form)?: form.isInNote ? Words.recordNoteKeys : Words.recordFormKeys
        case .export?: Words.exportKeys
        case .counterpart?: Words.counterpartKeys
        case .why?: Words.whyKeys
        case .findings?: Words.whyKeys
        case .reveal?: Words.revealKeys
        case .saveSearch(let prompt)?: prompt.taken == nil ? Words.searchPromptKeys : Words.replaceKeys
        case .searches(let view)?: view.asked == nil ? Words.searchesKeys : Words.removeKeys
        case .importing(let view)?: view.keys
        case .doubles(let view)?: view.keys
        case .service(let form)? where form.focus == .note: Words.formNoteKeys
        case .service(let form)?: form.purpose == .call ? Words.callKeys : Words.serviceKeys
        case .planRefusal?: PlanWords.refuseKeys
        case .planSettings?: PlanWords.settingsKeys
        case nil: nil
        }
    }
}

extension ConsoleState {
    /// The message, else what is wrong with the search that stands there,
    /// where it is for the eyes of who is looking.
    var shownMessage: Message? { shownMessage(counted: true) }

    /// - Parameter counted: with how far it is what is being done.
    func shownMessage(counted: Bool) -> Message? {
        let standing = current.list == nil || matches != nil ? nil : list.problem.map { Message($0, .error) }
        let shown = message ?? history.reversal.map { Message($0.text(counted: counted)) } ?? standing
        return turned == nil || shown == Words.turnBackFirst ? shown : nil
    }
}
