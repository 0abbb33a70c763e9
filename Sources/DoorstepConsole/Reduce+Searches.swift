import DoorstepCore
import TerminalUI

/// Saved searches: the narrowing of a list kept under a name, and taken up
/// again.
extension ConsoleState {
    // MARK: - Saving one

    /// Asks what the present narrowing shall be called.
    mutating func openSearchPrompt() -> [Effect] {
        guard let model else {
            message = Message(Words.opening)
            return []
        }
        do throws(SavedSearchError) {
            let query = try model.queries.savable(list.field.text, for: list.kind.records, in: language)
            overlay = .saveSearch(SearchPrompt(list.kind, query: query))
            message = nil
        } catch {
            message = Message(error.message, .error)
        }
        return []
    }

    mutating func take(_ event: InputEvent, _ prompt: SearchPrompt) -> [Effect] {
        guard !prompt.isSaving else { return [] }
        var prompt = prompt
        message = nil
        if prompt.taken != nil {
            guard let isConfirmed = event.confirms else { return [] }
            prompt.taken = nil
            overlay = .saveSearch(prompt)
            return isConfirmed ? save(prompt, replacing: true) : []
        }
        if case .key(let stroke) = event {
            switch (stroke.key, stroke.control) {
            case (.escape, _):
                overlay = nil
                return []
            case (.enter, _), (.character("s"), true): return save(prompt, replacing: false)
            default: break
            }
        }
        let before = prompt.field.text
        _ = prompt.field.handle(event)
        if prompt.field.text != before { prompt.error = nil }
        overlay = .saveSearch(prompt)
        return []
    }

    private mutating func save(_ prompt: SearchPrompt, replacing: Bool) -> [Effect] {
        var prompt = prompt
        do throws(SavedSearchError) {
            let search = SavedSearch(name: try SearchName(prompt.field.text), records: prompt.list.records, query: prompt.query)
            prompt.error = nil
            prompt.isSaving = true
            overlay = .saveSearch(prompt)
            return [.saveSearch(search, replacing: replacing)]
        } catch {
            prompt.error = error.message
            overlay = .saveSearch(prompt)
            return []
        }
    }

    // MARK: - What came of it

    /// Takes in the saved searches as they are now; the chosen line stays
    /// within them.
    mutating func takeIn(_ all: [SearchReading]) {
        model?.take(all)
        guard case .searches(var view)? = overlay else { return }
        let found = view.found(model)
        if let asked = view.asked, !found.contains(where: { $0.search == asked }) { view.asked = nil }
        view.state.clamp(count: found.count, height: SearchesOverlay.rows(size))
        overlay = .searches(view)
    }

    mutating func acknowledge(_ search: SavedSearch, _ all: [SearchReading], _ sequence: Int) {
        if case .saveSearch? = overlay { overlay = nil }
        takeIn(all)
        advance(to: sequence)
        // While the console is locked nothing says what is looked for.
        message = Message(model == nil ? Words.saved : Words.savedSearch(search), .good)
    }

    mutating func acknowledgeRemoved(_ search: SavedSearch, _ all: [SearchReading], _ sequence: Int) {
        if case .searches(var view)? = overlay {
            view.isRemoving = false
            view.asked = nil
            overlay = .searches(view)
        }
        takeIn(all)
        advance(to: sequence)
        message = Message(model == nil ? Words.saved : Words.removedSearch(search), .good)
    }

    /// The name has another search: nothing was saved, and it is asked.
    mutating func askToReplace(_ search: SavedSearch) {
        guard case .saveSearch(var prompt)? = overlay else { return }
        prompt.isSaving = false
        prompt.taken = search
        overlay = .saveSearch(prompt)
    }

    mutating func refuseSearch(_ reason: Phrase) {
        switch overlay {
        case .saveSearch(var prompt)?:
            prompt.isSaving = false
            prompt.error = reason
            overlay = .saveSearch(prompt)
        case .searches(var view)?:
            view.isRemoving = false
            view.asked = nil
            overlay = .searches(view)
            message = Message(reason, .error)
        default: message = Message(reason, .error)
        }
    }

    // MARK: - Choosing one

    mutating func openSearches() -> [Effect] {
        guard model != nil else {
            message = Message(Words.opening)
            return []
        }
        overlay = .searches(SearchesView(list.kind))
        message = nil
        return []
    }

    mutating func take(_ event: InputEvent, _ view: SearchesView) -> [Effect] {
        guard !view.isRemoving else { return [] }
        var view = view
        message = nil
        if let asked = view.asked {
            guard let isConfirmed = event.confirms else { return [] }
            view.isRemoving = isConfirmed
            if !isConfirmed { view.asked = nil }
            overlay = .searches(view)
            return isConfirmed ? [.removeSearch(asked)] : []
        }
        let found = view.found(model)
        let chosen = found.indices.contains(view.state.selection) ? found[view.state.selection] : nil
        let height = SearchesOverlay.rows(size)
        switch event {
        case .key(let stroke):
            switch (stroke.key, stroke.control) {
            case (.escape, _):
                overlay = nil
                return []
            case (.enter, _): return chosen.map { use($0) } ?? []
            case (.character("x"), true): view.asked = chosen?.search
            case (.up, _): view.state.move(by: -1, count: found.count, height: height)
            case (.down, _): view.state.move(by: 1, count: found.count, height: height)
            case (.pageUp, _): view.state.page(by: -1, count: found.count, height: height)
            case (.pageDown, _): view.state.page(by: 1, count: found.count, height: height)
            default: view.type(event)
            }
        case .mouse(let mouse):
            let isOpened = view.state.follow(mouse, in: SearchesOverlay.list(size), count: found.count)
            if isOpened { return use(found[view.state.selection]) }
        default: view.type(event)
        }
        overlay = .searches(view)
        return []
    }

    /// Narrows the list by a saved search. One that is no longer understood
    /// stands in the field to be mended.
    private mutating func use(_ reading: SearchReading) -> [Effect] {
        overlay = nil
        let text = reading.text(language)
        list.field.replace(with: text)
        list.entries = nil
        list.completion = nil
        list.isTyping = reading.problem != nil
        list.history.add(text)
        message = reading.problem.map { Message($0.message, .error) }
        return [narrow(list.kind)]
    }
}

extension SearchesView {
    /// A key for the field; what is typed starts at the top again.
    fileprivate mutating func type(_ event: InputEvent) {
        let before = field.text
        _ = field.handle(event)
        if field.text != before { state = ListState() }
    }
}

extension InputEvent {
    /// Whether it says yes to a question that `y` confirms: any other key
    /// says no. Nil where it is no answer, as the mouse is.
    var confirms: Bool? {
        func isYes(_ stroke: KeyStroke) -> Bool { ["y", "Y"].contains(stroke.halfWidth().plainCharacter) }
        switch self {
        case .key(let stroke): return isYes(stroke)
        // An input method hands letters over full-width.
        case .text(let text): return KeyStroke.halfWidth(of: text).map { $0.count == 1 && $0.allSatisfy(isYes) } ?? false
        case .paste: return false
        case .mouse, .resize: return nil
        }
    }
}
