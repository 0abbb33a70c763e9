import DoorstepCore
import TerminalUI

/// Locking: what somebody else could read goes, what was being done stays
/// to be gone on with.
extension ConsoleState {
    /// After so many seconds without a key the console locks by itself.
    private var idleLimit: Int { (shown?.settings ?? StationSettings()).lockMinutes * 60 }

    /// The store is kept under passphrases.
    var hasPassphrases: Bool { !caseworkers.isEmpty }

    /// Locks at once. Without a passphrase the screen is only cleared.
    mutating func lockNow() -> [Effect] {
        guard lock == nil else { return [] }
        lock = LockView(caseworkers, preselected: caseworker)
        revealed = nil
        called = nil
        if hasPassphrases { forget() }
        return [.lock]
    }

    /// Time passes.
    mutating func take(second: Int) -> [Effect] {
        self.second = second
        guard lock == nil, hasPassphrases, second - lastInput >= idleLimit else { return [] }
        return lockNow()
    }

    /// Who may open the store, as it says now; told after each locking, and
    /// where another program changed it.
    mutating func take(caseworkers: [String], isLocked: Bool) {
        self.caseworkers = caseworkers
        if [.none, .withoutPassphrase].contains(storeNote) { storeNote = caseworkers.isEmpty ? .withoutPassphrase : .none }
        lock?.take(caseworkers)
        // A store that got its first passphrase from another program.
        guard hasPassphrases, isLocked else { return }
        if lock == nil { lock = LockView(caseworkers, preselected: caseworker) }
        if shown != nil { forget() }
    }

    mutating func unlocked(as name: String) -> [Effect] {
        lock = nil
        caseworker = name
        lastInput = second
        return [.open]
    }

    mutating func show(_ refusal: UnlockRefusal) {
        lock?.isTrying = false
        lock?.error = refusal.message
        lock?.waitsUntil = second + refusal.wait
    }

    /// What of the screen changes with time alone; nil while nothing does.
    public var timeShown: Int? { lock?.wait(at: second) }

    // MARK: - Keys

    mutating func take(_ event: InputEvent, _ view: LockView) -> [Effect] {
        if case .key(let stroke) = event, stroke.isCommand, let command = settings.keys.find(stroke, in: .locked) { return run(command.id) }
        guard hasPassphrases else { return takeWithoutPassphrase(event) }
        var view = view
        if case .key(let stroke) = event {
            switch stroke.key {
            case .enter: return tryPassphrase(view)
            case .escape: view.field.replace(with: "")
            case .up, .backTab: view.choose(by: -1)
            case .down, .tab: view.choose(by: 1)
            default: _ = view.field.handle(event)
            }
            view.error = nil
        } else if view.field.handle(event) {
            view.error = nil
        }
        lock = view
        return []
    }

    private mutating func takeWithoutPassphrase(_ event: InputEvent) -> [Effect] {
        if case .key(let stroke) = event, stroke.key == .enter { lock = nil }
        return []
    }

    private mutating func tryPassphrase(_ view: LockView) -> [Effect] {
        guard !view.isTrying, !view.field.isEmpty, let caseworker = view.caseworker else { return [] }
        guard view.wait(at: second) == 0 else {
            lock?.error = Words.tooSoon
            return []
        }
        var view = view
        let passphrase = view.field.text
        view.field.replace(with: "")
        view.error = nil
        view.isTrying = true
        lock = view
        return [.unlock(caseworker: caseworker, passphrase: passphrase)]
    }

    // MARK: - What goes and what comes back

    /// Drops the register and all that names or numbers somebody in what was
    /// made of it. What was typed stays, and where the cursor stood.
    private mutating func forget() {
        for kind in ListKind.allCases { lists[kind]?.forget() }
        if let match = matches.flatMap({ panel.ranking?.line($0.state.selection) }) {
            matches?.awaited = MatchesView.Pair(job: match.job, person: match.person)
        }
        panel.ranking = nil
        panel.generation += 1
        model = nil
        firstLines = nil
        indexGeneration += 1
        findingsGeneration += 1
        doublesGeneration += 1
        counterpartGeneration += 1
        intakeGeneration += 1
        planning.generation += 1
        planning.work = nil
        planning.said = nil
        planning.explained = nil
        planning.explainedGeneration += 1
        recentSheets = []
        revealed = nil
        called = nil
        let pair = planEntry?.pair
        pages[.plan]?.awaited = pair
        for id in [Screen.ID.today, .followUps, .plan] { pages[id]?.lines = nil }
        message = nil
        for index in shelved.indices { shelved[index].forget() }
        history = WorkHistory()
        switch overlay {
        case .step(var form)?:
            form.forget()
            overlay = .step(form)
        case .record(var form)?:
            form.forget()
            overlay = .record(form)
        case .counterpart(var search)?:
            search.items = nil
            overlay = .counterpart(search)
        case .findings(let view)?: overlay = .findings(FindingsView(view.question))
        case .saveSearch(var prompt)?:
            prompt.taken = nil
            overlay = .saveSearch(prompt)
        case .searches(var view)?:
            view.asked = nil
            overlay = .searches(view)
        case .importing(var view)?:
            view.forget()
            overlay = .importing(view)
        case .doubles(let view)?: overlay = .doubles(DoublesView(view.kind))
        case .help?, .command?, .export?, .why?, .reveal?, .service?, .planRefusal?, .planSettings?, nil: break
        }
    }

    /// Asks anew what stood open when the console was locked.
    mutating func resume() -> [Effect] {
        guard let model else { return [] }
        switch overlay {
        case .step(var form)?:
            form.describe(model)
            overlay = .step(form)
            return []
        case .record(let form)?:
            overlay = form.awoken(model, language).map { .record($0) }
            return []
        case .counterpart(let search)? where search.items == nil: return [findCounterparts(search)]
        case .findings(let view)? where view.lines == nil: return ask(view.question)
        case .doubles(let view)? where view.pairs == nil: return findDoubles(view)
        case .importing(let view)? where view.stage == .file: return listFolder(view.browser.folder, view)
        case .importing(let view)? where view.sheet == nil: return lookAgain(view)
        default: return []
        }
    }
}

extension ListView {
    fileprivate mutating func forget() {
        awaited = firstLines == nil ? selected : awaited ?? selected
        items = nil
        firstLines = nil
        hits = nil
        problem = nil
        completion = nil
        history = SearchHistory()
        total = 0
        generation += 1
    }
}

extension StepForm {
    /// Who it is about is told by the register alone.
    fileprivate mutating func forget() {
        heading = []
        standing = [:]
        warnings = []
        error = nil
    }
}

extension KeyStroke {
    /// Not one that a text field takes for a letter.
    var isCommand: Bool {
        if case .function = key { return true }
        return control
    }
}
