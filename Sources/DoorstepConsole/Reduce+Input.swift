import DoorstepCore
import TerminalUI

extension ConsoleState {
    /// A key, a text, the mouse, a new size.
    mutating func take(_ event: InputEvent) -> [Effect] {
        if case .resize(let size) = event {
            self.size = size
            let height = Layout(size).height
            for kind in ListKind.allCases {
                let count = lists[kind]?.items?.count ?? 0
                lists[kind]?.state.clamp(count: count, height: height)
            }
            matches?.state.clamp(count: panel.ranking?.lineCount ?? 0, height: height)
            pages = pages.mapValues { page in
                var page = page
                page.state.clamp(count: page.lines?.count ?? 0, height: height)
                return page
            }
            return []
        }
        lastInput = second
        if let lock { return take(event, lock) }
        if case .key(let stroke) = event, let command = overOverlay(stroke) { return run(command) }
        if overlay != nil { return takeInOverlay(event) }
        if case .key = event { message = nil }
        if list.isTyping, matches == nil, let effects = takeWhileTyping(event) { return effects }
        switch event {
        case .key(let stroke): return press(stroke)
        case .text(let text): return takeText(text)
        case .paste(let text): return matches == nil ? startSearch(with: text) : []
        case .mouse(let mouse): return take(mouse)
        case .resize: return []
        }
    }

    /// What a key means whatever stands open: locking waits for nothing, and
    /// keys that are no letters draw anew and suspend also over a form.
    private func overOverlay(_ stroke: KeyStroke) -> Command.ID? {
        guard let command = settings.keys.find(stroke, in: .overlay)?.id else { return nil }
        switch command {
        case .lock: return command
        case .redraw, .suspend, .tell:
            let isTypedIn = switch overlay {
            case .why?, .findings?, .doubles?: false
            default: overlay != nil || list.isTyping && matches == nil
            }
            return stroke.isCommand || !isTypedIn ? command : nil
        default: return nil
        }
    }

    private mutating func press(_ stroke: KeyStroke) -> [Effect] {
        let stroke = stroke.halfWidth()
        guard let command = settings.keys.find(stroke, in: scope) else {
            if stroke.alt {
                // Esc with a key close behind arrives as one; it was two.
                var plain = stroke
                plain.alt = false
                return run(.back) + press(plain)
            }
            message = Message(Words.noCommand)
            return []
        }
        return run(command.id)
    }

    /// What an input method hands over outside a text field: full-width
    /// letters and signs mean the plain ones, Chinese starts a search.
    private mutating func takeText(_ text: String) -> [Effect] {
        if let strokes = KeyStroke.halfWidth(of: text) { return strokes.flatMap { take(.key($0)) } }
        return matches == nil ? startSearch(with: text) : []
    }

    private mutating func startSearch(with text: String) -> [Effect] {
        if findsEveryone { return openEveryone(with: text) }
        if current.list == nil {
            current = scope == .work ? .people : list.kind.screen
            list.entries = nil
        }
        // Also while the store is still being read: what was typed narrows
        // the list as soon as there is one.
        list.isTyping = true
        list.field.insert(text)
        return narrowAsTyped()
    }

    /// Nil where the key is not for the search field.
    private mutating func takeWhileTyping(_ event: InputEvent) -> [Effect]? {
        if case .key(let stroke) = event {
            switch stroke.key {
            case .enter:
                list.isTyping = false
                list.history.add(list.field.text)
                return offersNewPerson ? openNewRecord() : []
            case .tab: return complete(by: 1)
            case .backTab: return complete(by: -1)
            case .character("p") where stroke.control: return recall(by: 1)
            case .character("n") where stroke.control: return recall(by: -1)
            case .escape:
                if let effects = leaveEveryone() { return effects }
                list.isTyping = false
                list.field.replace(with: "")
                return [narrow(list.kind)]
            case .up, .down, .pageUp, .pageDown, .function: return nil
            default: break
            }
            if stroke.control, let command = settings.keys.find(stroke, in: scope) { return run(command.id) }
            if stroke.alt {
                // Esc with a key close behind arrives as one; it was two.
                var plain = stroke
                plain.alt = false
                return take(.key(KeyStroke(.escape))) + take(.key(plain))
            }
        }
        if case .mouse = event { return nil }
        let before = list.field.text
        guard list.field.handle(event) else { return [] }
        list.completion = nil
        list.history.forgetPlace()
        return list.field.text == before ? [] : narrowAsTyped()
    }

    /// Puts the next value in that the term under the cursor could become.
    private mutating func complete(by step: Int) -> [Effect] {
        if list.completion != nil {
            list.completion?.turn(by: step)
        } else if let model {
            list.completion = TermCompletion(list.field, model, language)
        }
        guard let completion = list.completion else {
            message = Message(model == nil ? Words.stillReading : Words.nothingToComplete)
            return []
        }
        let (text, cursor) = completion.applied
        list.field.replace(with: text, cursor: cursor)
        message = Message(completion.message(language))
        return [narrow(list.kind)]
    }

    /// Puts an earlier search in the field.
    private mutating func recall(by step: Int) -> [Effect] {
        guard let text = list.history.go(by: step, from: list.field.text) else { return [] }
        list.completion = nil
        list.field.replace(with: text)
        return [narrow(list.kind)]
    }

    private mutating func take(_ mouse: MouseEvent) -> [Effect] {
        let layout = Layout(size)
        switch mouse.kind {
        case .wheelUp: return move(by: -ListState.wheelRows)
        case .wheelDown: return move(by: ListState.wheelRows)
        case .press, .doublePress:
            if let tab = Chrome.tabs(self, layout).first(where: { $0.rect.contains(mouse.position) }) { return go(to: tab.screen) }
            if matches == nil, page == nil, let column = ListPane.column(at: mouse.position, self, layout) { return sort(byColumn: column) }
            guard layout.rows.contains(mouse.position) else { return [] }
            let offset = mouse.position.row - layout.rows.minRow
            let count = lineCount
            let top = (matches?.state ?? page?.state ?? list.state).top
            guard top + offset < count else { return [] }
            let effects = choose { $0.select(top + offset, count: count, height: layout.height) }
            return mouse.kind == .doublePress && matches == nil ? effects + run(.open) : effects
        default: return []
        }
    }

    // MARK: - Commands

    /// Carries out a command where the cursor stands.
    mutating func run(_ command: Command.ID) -> [Effect] {
        guard !isHidden(command) else {
            message = Words.turnBackFirst
            return []
        }
        if let message = stillReading(command) {
            self.message = message
            return []
        }
        let height = Layout(size).height
        let count = lineCount
        switch command {
        case .today, .jobs, .people, .ledger, .followUps, .policies, .plan, .reports: return Screen.opened(by: command).map { go(to: $0.id) } ?? []
        case .up: return move(by: -1)
        case .down: return move(by: 1)
        case .pageUp: return choose { $0.page(by: -1, count: count, height: height) }
        case .pageDown: return choose { $0.page(by: 1, count: count, height: height) }
        case .first: return choose { $0.home(count: count, height: height) }
        case .last: return choose { $0.end(count: count, height: height) }
        case .open: return openMatches()
        case .search:
            if findsEveryone { return openEveryone(with: "") }
            if current.list == nil { current = .people }
            list.isTyping = true
            return []
        case .searches: return openSearches()
        case .saveSearch: return openSearchPrompt()
        case .back: return goBack()
        case .call: return openCall()
        case .serve: return openService()
        case .record: return openStepForm()
        case .letter: return openLetter()
        case .new: return openNewRecord()
        case .import: return openImport()
        case .doubles: return openDoubles()
        case .edit: return openRecord()
        case .employer: return openEmployer()
        case .undo: return takeBack()
        case .redo: return makeAgain()
        case .why: return openWhy()
        case .relax: return openRelax()
        case .training: return openTraining()
        case .reveal: return openReveal()
        case .lock: return lockNow()
        case .export:
            let selection = ExportSelection(list: list.kind, lines: exportedLines)
            overlay = .export(ExportPrompt(subject: .list(selection), field: TextField("\(list.kind.tab(language))-\(day).csv", maximumLength: 4096)))
            return []
        case .copy: return copyRecord()
        case .mark: return mark()
        case .unmark: return unmark()
        case .planRefuse: return openPlanRefusal()
        case .planGoal: return turnPlanGoal()
        case .planFirst: return turnPlanFirst()
        case .planSettings: return openPlanSettings()
        case .planAgain: return makePlanAgain()
        case .planNext: return turnPlanTopic(by: 1)
        case .planBefore: return turnPlanTopic(by: -1)
        case .periodBefore: return turnPeriod { $0.back += 1 }
        case .periodAfter: return turnPeriod { $0.back = max(0, $0.back - 1) }
        case .periodKind: return turnPeriod { $0.turnKind() }
        case .sortLeft: return sort(by: -1)
        case .sortRight: return sort(by: 1)
        case .sortTurn:
            list.sort.isDescending.toggle()
            return resort()
        case .language:
            language = language == .chinese ? .english : .chinese
            return []
        case .turn: return turn()
        case .help:
            overlay = .help(HelpView())
            return []
        case .command:
            overlay = .command(CommandPrompt())
            return []
        case .tour: return toggleTour()
        case .suspend: return [.suspend]
        case .redraw: return [.redraw]
        case .tell: return [.tell]
        case .quit:
            isLeaving = true
            return []
        }
    }

    /// Lines of what is shown.
    var lineCount: Int {
        if matches != nil { return panel.ranking?.lineCount ?? 0 }
        return page.map { $0.lines?.count ?? 0 } ?? list.items?.count ?? 0
    }

    private mutating func move(by rows: Int) -> [Effect] {
        let height = Layout(size).height
        let count = lineCount
        return choose { $0.move(by: rows, count: count, height: height) }
    }

    /// Moves the cursor of what is shown; the matches follow that of a list.
    private mutating func choose(_ change: (inout ListState) -> Void) -> [Effect] {
        if var view = matches {
            change(&view.state)
            matches = view
            return []
        }
        if var view = page {
            change(&view.state)
            page = view
            return []
        }
        change(&list.state)
        // Whoever moves has chosen anew.
        if list.firstLines != nil { list.awaited = nil }
        return followCursor()
    }

    mutating func go(to screen: Screen.ID) -> [Effect] {
        matches = nil
        list.isTyping = false
        let ended = endEveryone()
        current = screen
        return ended + (screen.page == nil ? followCursor() : [makePage(screen)]) + beginPlan()
    }

    private mutating func goBack() -> [Effect] {
        if matches != nil {
            matches = nil
            return followCursor()
        }
        if let stopped = stopReversal() ?? stopPlan() { return stopped }
        if let outside = lookOutside() { return outside }
        if let effects = leaveEveryone() { return effects }
        if current.page != nil { return go(to: list.kind.screen) }
        if !list.field.isEmpty {
            list.field.replace(with: "")
            return [narrow(list.kind)]
        }
        if let entries = list.entries {
            list.entries = nil
            let narrowing = narrow(list.kind)
            return [narrowing] + (entries.origin.map { go(to: $0) } ?? [])
        }
        tour = nil
        return []
    }

    private mutating func openMatches() -> [Effect] {
        if scope == .work { return openResult() }
        if current == .plan { return openPlanLine() }
        if current.page != nil { return openPageLine() }
        if current == .ledger { return openStepForm() }
        if offersNewPerson { return openNewRecord() }
        // Who does not seek has no matches: the record itself is opened.
        if current == .people, let id = list.selected, let person = model?.register.people[id], person.status != .seeking { return run(.edit) }
        guard let id = list.selected, let target = list.kind.target(id) else { return [] }
        matches = MatchesView(target: target)
        return target == panel.target ? [] : [rank(target)]
    }

    private mutating func sort(by step: Int) -> [Effect] {
        let columns = list.kind.columns
        // Columns that there is no room for are passed over.
        let widths = ListPane.table(list, Layout(size), language).widths
        repeat {
            list.sort.column = (list.sort.column + step + columns.count) % columns.count
        } while widths[list.sort.column] == 0 && widths.contains { $0 > 0 }
        list.sort.isDescending = columns[list.sort.column].startsDescending
        return resort()
    }

    /// The same column once more turns the order round.
    private mutating func sort(byColumn column: Int) -> [Effect] {
        if column == list.sort.column { list.sort.isDescending.toggle() } else { list.sort = ListSort(column: column, isDescending: list.kind.columns[column].startsDescending) }
        return resort()
    }

    private mutating func resort() -> [Effect] {
        message = Message(Words.sorted(list.kind.columns[list.sort.column].title, descending: list.sort.isDescending))
        return [narrow(list.kind)]
    }
}
